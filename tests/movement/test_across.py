"""A limb that goes further across its axis than about it makes another movement: told, not counted."""

import math

import pytest

from game.movement.calibration import Calibration, learn
from game.movement.engine import Movement
from game.movement.events import Another, Repetition
from hardware.sample import Sample
from tests.movement.legs import bump

LIFT, BOTH = (30.0, 0.0), (30.0, 12.0)


def leg(*turns_deg: tuple[float, float], gyro: bool = True) -> list[Sample]:
    """Movements about x and y at once, each held for a moment, after four seconds of rest."""

    def angles(time_s: float) -> tuple[float, float]:
        bumps = [bump(time_s, 4.0 + 4.0 * n, 0.8, 0.6, 0.8) for n in range(len(turns_deg))]
        return (
            math.radians(sum(x * up for (x, _), up in zip(turns_deg, bumps, strict=True))),
            math.radians(sum(y * up for (_, y), up in zip(turns_deg, bumps, strict=True))),
        )

    made: list[Sample] = []
    for tick in range(int((5.0 + 4.0 * len(turns_deg)) * 50)):
        time_s = tick / 50
        (x, y), (later_x, later_y) = angles(time_s), angles(time_s + 1e-4)
        rise, spin = math.degrees(later_x - x) * 1e4, math.degrees(later_y - y) * 1e4
        up = (-math.sin(y) * math.cos(x), math.sin(x), math.cos(y) * math.cos(x))
        turning = (rise * math.cos(y), spin, rise * math.sin(y))
        made.append(Sample(time_s, "blue", up, turning if gyro else None))
    return made


def told(taught: list[Sample], played: list[Sample]) -> list[str]:
    movement = Movement("swing", learn(taught, "swing"))
    events = movement.feed(played) + movement.finish()
    return [type(event).__name__ for event in events if isinstance(event, Repetition | Another)]


@pytest.mark.parametrize("gyro", [True, False])
def test_another_movement_is_told_and_not_counted(gyro: bool) -> None:
    taught = leg(LIFT, LIFT, LIFT, gyro=gyro)
    played = leg(LIFT, (10.0, 50.0), LIFT, BOTH, gyro=gyro)
    assert told(taught, played) == ["Repetition", "Another", "Repetition", "Repetition"]


def test_a_small_movement_of_the_own_kind_is_no_other() -> None:
    assert told(leg(LIFT, LIFT, LIFT), leg((9.0, 3.0), LIFT)) == ["Repetition"] * 2


def test_whose_own_movement_goes_far_across_is_given_more_room() -> None:
    known = learn(leg(LIFT, LIFT, LIFT), "swing")["blue"]
    assert known.across == pytest.approx(0.0, abs=0.02)
    wide = Calibration("swing", rest_up=known.rest_up, axis=known.axis, range_deg=30.0, across=2.0)
    events = Movement("swing", {"blue": wide}).feed(leg((10.0, 50.0)))
    assert [type(event) for event in events if isinstance(event, Repetition | Another)] == [Repetition]
