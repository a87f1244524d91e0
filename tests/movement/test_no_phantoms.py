"""From bytes to repetitions: whatever noise a port brings, nothing is counted that no leg did."""

import random

import pytest

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from hardware.line_protocol import encode_reading, reading_of
from hardware.puck_stream import PuckStream
from hardware.sample import Sample
from hardware.simulated_session import simulated_session
from tests.hardware.test_line_protocol import damage

MILLION = 1_000_000
CHUNK = 256


@pytest.fixture(scope="module")
def session() -> tuple[Calibration, list[Sample]]:
    made = simulated_session("knee_extension", 10, seed=4)
    (known,) = learn([s for s in made.samples if s.time_s <= made.calibrated_s], "swing").values()
    return known, [s for s in made.samples if s.time_s > made.calibrated_s]


def counted(wire: bytes, known: Calibration) -> int:
    """Repetitions counted from bytes that arrive at the pace of a port."""
    stream, movement = PuckStream(), Movement("swing", {"blue": known, "yellow": known})
    found = 0
    for start in range(0, len(wire), CHUNK):
        samples = stream.feed(wire[start : start + CHUNK], start / 5_000)
        found += sum(isinstance(event, Repetition) for event in movement.feed(samples))
    return found


def lines(samples: list[Sample]) -> list[bytes]:
    return [encode_reading(reading_of(sample, number % 256)) for number, sample in enumerate(samples)]


def test_the_leg_itself_is_counted(session: tuple[Calibration, list[Sample]]) -> None:
    known, samples = session
    assert counted(b"".join(lines(samples)), known) == 10


def test_a_million_random_bytes_are_no_repetition(session: tuple[Calibration, list[Sample]]) -> None:
    assert counted(random.Random(1).randbytes(MILLION), session[0]) == 0


def test_a_million_bytes_of_damaged_lines_are_no_repetition(
    session: tuple[Calibration, list[Sample]],
) -> None:
    known, samples = session
    chance = random.Random(2)
    good = lines(samples)
    wire = b"".join(damage(good[number % len(good)], chance) for number in range(MILLION // 45))
    assert len(wire) > 0.9 * MILLION
    assert counted(wire, known) == 0


def test_a_tenth_of_the_lines_damaged_costs_no_repetition_and_adds_none(
    session: tuple[Calibration, list[Sample]],
) -> None:
    known, samples = session
    chance = random.Random(3)
    wire = b"".join(damage(line, chance) if chance.random() < 0.1 else line for line in lines(samples))
    assert counted(wire, known) == 10
