"""From bytes to movement: lines parsed, samples followed, and how soon a byte is seen. POSIX only."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import pygame

from game.clock import STEP_S, WallClock
from game.movement.engine import Movement
from game.movement.learner import learn
from hardware.devices.puck import SerialSource
from hardware.hub import Hub
from hardware.line_protocol import Hello, Parser, encode_reading, reading_of
from hardware.sample import Capability, Sample
from hardware.simulated_session import simulated_session
from tools.stream_recording import FakePuck


def session(repetitions: int = 20) -> tuple[list[Sample], list[Sample]]:
    """A simulated knee extension: the samples to calibrate on, and the rest."""
    made = simulated_session("knee_extension", repetitions, seed=3)
    return (
        [sample for sample in made.samples if sample.time_s <= made.calibrated_s],
        [sample for sample in made.samples if sample.time_s > made.calibrated_s],
    )


def lines_a_second() -> float:
    """Lines of the protocol parsed in a second, in chunks as a port delivers them."""
    _, samples = session()
    data = b"".join(encode_reading(reading_of(sample, i % 256)) for i, sample in enumerate(samples))
    parser = Parser()
    begin = perf_counter()
    lines = sum(len(list(parser.feed(data[at : at + 256]))) for at in range(0, len(data), 256))
    return lines / (perf_counter() - begin)


def microseconds_a_sample() -> float:
    """One sample through movement with two pucks and all metrics on."""
    calibrate, samples = session()
    both = [*samples, *(Sample(s.time_s, "yellow", s.accel_g, s.gyro_dps) for s in samples)]
    both.sort(key=lambda sample: sample.time_s)
    (known,) = learn(calibrate, "swing").values()
    movement = Movement("swing", {"blue": known, "yellow": known})
    begin = perf_counter()
    movement.feed(both)
    return (perf_counter() - begin) / len(both) * 1e6


@dataclass(frozen=True)
class Latency:
    """From the last byte written to a port to the picture that shows it, in ms.

    wait: until the next frame began, which no program can shorten. more: what came on top of the wait.
    """

    count: int
    median_wait_ms: float
    median_more_ms: float
    p99_more_ms: float
    frame_ms: float


class Talker(threading.Thread):
    """Writes a line every ten milliseconds and remembers when its last byte was out."""

    def __init__(self, puck: FakePuck, samples: Sequence[Sample], seconds: float) -> None:
        super().__init__(daemon=True)
        self._puck, self._samples, self._seconds = puck, samples, seconds
        self.written_s: list[float] = []

    def run(self) -> None:
        self._puck.wait_for_hello(5.0)
        begin = perf_counter()
        while (since := perf_counter() - begin) < self._seconds:
            number = len(self.written_s)
            sample = self._samples[number % len(self._samples)]
            told = Sample(since + 10.0, "blue", sample.accel_g, sample.gyro_dps)
            self._puck.say(encode_reading(reading_of(told, number % 256)))
            self.written_s.append(perf_counter())
            time.sleep(max(0.0, begin + 0.01 * (number + 1) - perf_counter()))


def latency(draw: pygame.Surface, picture: pygame.Surface, seconds: float = 20.0) -> Latency:
    """Play in real time over a pseudo-terminal; every frame drains, follows and draws four full layers."""
    calibrate, samples = session()
    movement = Movement("swing", learn(calibrate, "swing"))
    clock = WallClock()
    hello = Hello("bench", 100, 8, 2000, frozenset({Capability.ACCELEROMETER, Capability.GYROSCOPE}))
    puck = FakePuck(hello)
    talker = Talker(puck, samples, seconds)
    hub = Hub([SerialSource(puck.port, clock.now_s)])
    talker.start()
    hub.open(clock.now_s())
    begun: list[float] = []
    drawn: list[tuple[int, float]] = []
    heard = 0
    next_s = clock.now_s()
    while talker.is_alive():
        begun.append(clock.now_s())
        fresh = hub.drain(begun[-1])
        movement.feed(fresh)
        for _ in range(4):
            draw.blit(picture, (0, 0))
        heard += len(fresh)
        drawn.append((heard, perf_counter()))
        next_s += STEP_S
        clock.wait_until(next_s)
    hub.close()
    puck.close()
    return _latency(talker.written_s, begun, drawn)


def _latency(written: Sequence[float], begun: Sequence[float], drawn: Sequence[tuple[int, float]]) -> Latency:
    waits, more = [], []
    frame = shown = 0
    for number, written_s in enumerate(written):
        while frame < len(begun) and begun[frame] < written_s:
            frame += 1
        while shown < len(drawn) and drawn[shown][0] <= number:
            shown += 1
        if frame >= len(begun) or shown >= len(drawn):
            break
        waits.append((begun[frame] - written_s) * 1e3)
        # A byte written before a frame began belongs in it; drawing itself is told apart, under the games.
        more.append((begun[shown] - begun[frame]) * 1e3)
    ordered = sorted(more)
    return Latency(
        count=len(more),
        median_wait_ms=statistics.median(waits),
        median_more_ms=statistics.median(ordered),
        p99_more_ms=ordered[int(0.99 * (len(ordered) - 1))],
        frame_ms=STEP_S * 1e3,
    )
