"""Unplugs a puck in the middle of a bout, again and again, and plugs it in under another name. POSIX only.

    python -m tools.unplug_bout [--times 20]

A simulated leg does knee extensions through a pseudo-terminal into the whole game, in real time. The
terminal is closed at a random moment and a new one, with another name, opened a while later. Printed for each
time: how long the game took to pause and say so, how long after the port answered it went on; at the end how
many repetitions were counted and kept. The exit code is 1 if a pause took over half a second, going on over
two, or a repetition that was counted is not in the records.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from game.app import App, Show
from game.bout.live import Outcome
from game.bout.plan import BoutPlan
from game.clock import WallClock
from game.commands.building import build_house
from game.movement.events import Repetition
from game.movement.learner import learn
from game.records.model import BoutId, LimbSide
from game.records.records import Records
from game.scenes.evening import BoutFlow
from game.scenes.house import House
from hardware.devices.puck import SerialSource
from hardware.host_clock import host_s
from hardware.line_protocol import Hello, encode_reading, reading_of
from hardware.sample import Capability, Sample
from hardware.simulated_session import simulated_session
from tools.stream_recording import FakePuck

PAUSE_WITHIN_S, GO_ON_WITHIN_S = 0.5, 2.0
HELLO = Hello("leg", 100, 8, 2000, frozenset({Capability.ACCELEROMETER, Capability.GYROSCOPE}))


@dataclass(frozen=True)
class Listed:
    """A port as the operating system lists it: the same puck by its serial number, whatever the name."""

    device: str
    vid: int = 0x2341
    pid: int = 0x8057
    serial_number: str = "F00TFALL"
    manufacturer: str = "Footfall"
    product: str = "Leg"
    description: str = "Leg"


class Cable(threading.Thread):
    """Streams a leg, pulls the plug and puts it back, and writes down when."""

    def __init__(self, samples: Sequence[Sample], times: int, seed: int) -> None:
        super().__init__(daemon=True)
        self._samples = samples
        self._times = times
        self._chance = random.Random(seed)
        self.puck = FakePuck(HELLO)
        self.unplugged: list[float] = []
        self.heard_again: list[float] = []
        self.done = False

    def listed(self) -> list[Listed]:
        """The ports there are now."""
        return [Listed(self.puck.port)]

    def run(self) -> None:
        leg = self._leg()
        self.puck.wait_for_hello(10.0)
        self._stream(leg, 4.0)
        for _ in range(self._times):
            self._stream(leg, self._chance.uniform(1.5, 4.0))
            self.unplugged.append(host_s())
            self.puck.close()
            time.sleep(self._chance.uniform(0.7, 1.5))
            self.puck = FakePuck(HELLO)
            self.puck.wait_for_hello(10.0)
            self.heard_again.append(host_s())
        self._stream(leg, 4.0)
        self.done = True

    def _leg(self) -> Iterator[Sample]:
        """The session over and over, on one clock that never stops."""
        begin_s = host_s()
        number = 0
        while True:
            due_s = begin_s + number / 100
            time.sleep(max(0.0, due_s - host_s()))
            number = max(number + 1, int((host_s() - begin_s) * 100) - 50)
            sample = self._samples[number % len(self._samples)]
            yield msgspec.structs.replace(sample, time_s=due_s - begin_s + 10.0)

    def _stream(self, leg: Iterator[Sample], seconds: float) -> None:
        until_s = host_s() + seconds
        for sequence, sample in enumerate(leg):
            self.puck.say(encode_reading(reading_of(sample, sequence % 256)))
            self.puck.answer()
            if host_s() >= until_s:
                return


class Told:
    """A speaker that writes down when the game says that the puck is quiet, or back."""

    def __init__(self, house: House) -> None:
        self._speaker = house.speaker
        self.times: dict[str, list[float]] = {"puck_quiet": [], "puck_back": []}

    def __getattr__(self, name: str) -> object:
        return getattr(self._speaker, name)

    def say(self, key: str) -> str:
        """Write it down, then say it."""
        self.times.setdefault(key, []).append(host_s())
        return self._speaker.say(key)


class Counting:
    """Records that count what was committed."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.returned = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._records, name)

    def add_repetition(self, bout: BoutId, repetition: Repetition, side: LimbSide) -> int:
        """Commit, read it back, count it."""
        self._records.add_repetition(bout, repetition, side)
        self.returned = len(self._records.repetitions(bout))
        return self.returned


def play(times: int, seed: int, folder: Path) -> tuple[Cable, Told, Outcome, int]:
    """A free bout with so many unpluggings; the cable, what was told, the outcome, the repetitions kept."""
    session = simulated_session("knee_extension", 60, seed=seed)
    calibrations = learn([s for s in session.samples if s.time_s <= session.calibrated_s], "swing")
    cable = Cable([s for s in session.samples if s.time_s > session.calibrated_s], times, seed)
    clock = WallClock()
    source = SerialSource(cable.puck.port, clock.now_s, lister=cable.listed)  # type: ignore[arg-type]
    cable.start()
    house = build_house(clock, [source], folder, silent=True)
    keeper = Counting(house.records)
    house.records = keeper  # type: ignore[assignment]
    told = Told(house)
    house.speaker = told  # type: ignore[assignment]
    app = App(house, clock, Show(headless=True))
    evening = BoutFlow(house, leave_after=True, show_results=False, follows=False, asks=False)
    ended: list[Outcome] = []
    evening.on_outcome = ended.append
    exercise = house.catalogue["knee_extension"]
    seconds = 8.0 + times * 6.5
    plan = BoutPlan(
        exercise,
        exercise.setup(),
        1,
        ("right",),
        seconds=seconds,
        pucks={"blue": "right"},
        calibrations=calibrations,
    )
    evening.begin(plan)
    app.run()
    house.close()
    return cable, told, ended[0], keeper.returned


def main(argv: Sequence[str] | None = None) -> int:
    """Unplug as often as asked and say how the game took it."""
    parser = argparse.ArgumentParser(description="Unplug a puck in the middle of a bout.")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        cable, told, outcome, kept = play(given.times, given.seed, Path(name))
    pauses = [b - a for a, b in zip(cable.unplugged, told.times["puck_quiet"], strict=False)]
    back = [b - a for a, b in zip(cable.heard_again, told.times["puck_back"], strict=False)]
    for number, (paused_s, back_s) in enumerate(zip(pauses, back, strict=False), 1):
        print(f"{number:3}  paused after {paused_s:.3f} s  went on {back_s:.3f} s after the port answered")
    counted = outcome.result.counted
    print(f"{len(pauses)} pauses, {len(back)} returns; {counted} repetitions counted, {kept} kept")
    good = len(pauses) == len(back) == given.times and counted == kept
    good &= max(pauses, default=9) <= PAUSE_WITHIN_S and max(back, default=9) <= GO_ON_WITHIN_S
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
