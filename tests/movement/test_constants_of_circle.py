"""How flat, how quick, how interrupted and how restless a circle may be."""

import msgspec
import pytest

from game.movement.circle import CircleTracker
from game.movement.events import Dropped
from hardware.sample import Sample
from tests.movement.test_circle import RATE_HZ, calibration, followed, rolling

KNOWN = calibration()


def halted(stands_s: float) -> list[Sample]:
    """Once round, with a stand half-way."""
    once = rolling(1.0)
    middle = int(2.0 * RATE_HZ)
    stands = [once[middle]] * int(stands_s * RATE_HZ)
    return [
        Sample(index / RATE_HZ, "blue", one.accel_g)
        for index, one in enumerate([*once[:middle], *stands, *once[middle:]])
    ]


@pytest.mark.parametrize(("stands_s", "count"), [(2.0, 1), (4.5, 0)])
def test_a_circle_may_pause_for_two_seconds_and_not_for_four(stands_s: float, count: int) -> None:
    assert len(followed(KNOWN, halted(stands_s))) == count


@pytest.mark.parametrize(("flat", "direction"), [(0.14, None), (0.32, "anticlockwise")])
def test_a_pedal_is_flatter_than_the_flattest_foot(flat: float, direction: str | None) -> None:
    circles = followed(calibration(flat=flat), rolling(3.0, flat=flat))
    assert [one.direction for one in circles] == [direction] * 3


@pytest.mark.parametrize(("round_s", "count"), [(0.8, 0), (1.7, 1)])
def test_a_jerk_goes_round_much_quicker_than_this_person_does(round_s: float, count: int) -> None:
    slow = msgspec.structs.replace(KNOWN, repetition_s=8.0)
    assert len(followed(slow, rolling(1.0, round_s=round_s))) == count


def test_a_foot_that_creeps_a_fifth_of_its_circle_each_time_is_followed() -> None:
    def crept(one: Sample) -> Sample:
        x, y, z = one.accel_g
        return Sample(one.time_s, "blue", (x + 0.017 * max(0.0, one.time_s - 1.0), y, z))

    assert len(followed(KNOWN, [crept(one) for one in rolling(8.0)])) == 8


@pytest.mark.parametrize(("silent_s", "dropped"), [(0.35, 0), (0.7, 1)])
def test_a_short_silence_is_bridged_and_a_long_one_drops(silent_s: float, dropped: int) -> None:
    tracker = CircleTracker("blue", KNOWN)
    heard = [one for one in rolling(1.0, round_s=4.0) if not 3.0 < one.time_s < 3.0 + silent_s]
    events = [event for one in heard for event in tracker.feed(one)]
    assert sum(isinstance(event, Dropped) for event in events) == dropped
