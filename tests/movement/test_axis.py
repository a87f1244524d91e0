"""The axis is that of the lift that lasts, however quickly the limb twists at its beginning and its end."""

import math

import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from game.movement.kinds import fit
from game.movement.rest import stillness
from game.movement.vectors import dot
from hardware.sample import Sample, Vector
from tests.movement.legs import bump

LIFT_DEG = 15.0
LIFT, TWIST = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def twisting(repetitions: int, twist_deg: float) -> list[Sample]:
    """Lifts of LIFT_DEG about x, held for two seconds; a quick twist about y and back at both their ends."""

    def angles(time_s: float) -> tuple[float, float]:
        lift = twist = 0.0
        for number in range(repetitions):
            begin_s = 4.0 + 7.0 * number
            lift += bump(time_s, begin_s, 1.2, 2.0, 1.2)
            for at_s in (begin_s + 0.2, begin_s + 3.4):
                twist += bump(time_s, at_s, 0.35, 0.1, 0.35)
        return math.radians(LIFT_DEG) * lift, math.radians(twist_deg) * twist

    made: list[Sample] = []
    for tick in range(int((6.0 + 7.0 * repetitions) * 100)):
        time_s = tick / 100
        (lift, twist), (later, later_twist) = angles(time_s), angles(time_s + 1e-4)
        rise, spin = math.degrees(later - lift) * 1e4, math.degrees(later_twist - twist) * 1e4
        up = (-math.sin(twist) * math.cos(lift), math.sin(lift), math.cos(twist) * math.cos(lift))
        turning = (rise * math.cos(twist), spin, rise * math.sin(twist))
        made.append(Sample(time_s, "blue", up, turning))
    return made


@pytest.mark.parametrize("twist_deg", [6.0, 14.0])
def test_a_twist_at_both_ends_of_a_lift_teaches_no_other_axis(twist_deg: float) -> None:
    played = twisting(6, twist_deg)
    known = learn(played, "swing")
    assert abs(dot(known["blue"].axis, LIFT)) > abs(dot(known["blue"].axis, TWIST))
    events = Movement("swing", known).feed(played)
    assert sum(isinstance(event, Repetition) for event in events) == 6


@pytest.mark.parametrize(("asked", "axis"), [(3, LIFT), (1, TWIST)])
def test_where_three_were_asked_the_axis_that_tells_three_is_taken(
    asked: int, axis: Vector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.movement.fitting._axes", lambda *_: [TWIST, LIFT])
    played = twisting(3, 14.0)
    known = fit("swing", played, stillness(played[:300]), asked)
    assert abs(dot(known.axis, axis)) > 0.99
