"""Quality, symmetry and compensation are told from the repetitions themselves."""

import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from game.movement.symmetry import symmetry_percent
from tests.movement.legs import samples, series

KNOWN = learn(samples(*series([30.0, 30.0, 30.0])), "swing")


def moved(**how) -> Repetition:
    (one,) = [
        event
        for event in Movement("swing", KNOWN).feed(samples(*series([30.0], **how)))
        if isinstance(event, Repetition)
    ]
    return one


def test_a_halting_movement_is_less_smooth() -> None:
    tilt, until_s = series([30.0], out_s=2.0)

    def halting(time_s: float) -> float:
        # Every 0.5 s of the way out begins with a stop: the same way, in jerks.
        return tilt(0.5 * (time_s // 0.5) + max(0.0, 2.0 * (time_s % 0.5 - 0.25)))

    even = moved(out_s=2.0).quality
    (jerky,) = [
        event
        for event in Movement("swing", KNOWN).feed(samples(halting, until_s))
        if isinstance(event, Repetition)
    ]
    assert even.sparc is not None and jerky.quality.sparc is not None
    assert jerky.quality.sparc < even.sparc - 0.2
    assert jerky.quality.ldlj is not None and even.ldlj is not None
    assert jerky.quality.ldlj < even.ldlj


def test_a_still_top_is_steady() -> None:
    steadiness = moved(hold_s=3.0).quality.steadiness
    assert steadiness is not None
    assert steadiness > 0.8


def test_a_second_leg_that_moves_along_is_noticed() -> None:
    def compensated(other_deg: float) -> list[bool | None]:
        working = samples(*series([30.0] * 3))
        resting = samples(*series([other_deg] * 3), puck="yellow", seed=2)
        both = sorted(working + resting, key=lambda one: one.time_s)
        events = Movement("swing", KNOWN).feed(both)
        return [event.quality.compensated for event in events if isinstance(event, Repetition)]

    assert compensated(2.0) == [False] * 3
    assert compensated(15.0) == [True] * 3
    assert moved().quality.compensated is None


def test_symmetry_is_zero_for_two_sides_alike() -> None:
    assert symmetry_percent(30.0, 30.0) == 0.0
    assert symmetry_percent(40.0, 20.0) == pytest.approx(66.67, abs=0.01)
    with pytest.raises(ValueError):
        symmetry_percent(0.0, 0.0)
