"""A gyroscope that tells the truth is believed, however few of its samples a quick leg leaves."""

import pytest

from game.movement.gyro_trust import gyro_agrees
from hardware.kinematics import MotionPath
from hardware.limb import Limb, measure
from hardware.sample import Sample
from hardware.simulated_puck import Sensor, SimulatedPuck

NONE = (0.0, 0.0, 0.0)


def legs(angle_deg: float, out_s: float, lever_m: float, *, hold_s: float, pause_s: float) -> list[Sample]:
    """Eight swings at 25 Hz after four seconds of stillness."""
    limb = Limb("swing", (0.0, -1.0, 0.0), angle_deg, (0.0, 0.0, -lever_m))
    course, begin_s = MotionPath(), 4.0
    for _ in range(8):
        course.plan(begin_s, out_s, 1.0)
        course.plan(begin_s + out_s + hold_s, out_s, 0.0)
        begin_s += 2 * out_s + hold_s + pause_s
    puck = SimulatedPuck("blue", Sensor(rate_hz=25.0), "gyro trust")
    return [puck.sample(n / 25.0, measure(limb, course.at(n / 25.0))) for n in range(int(25.0 * begin_s))]


@pytest.mark.parametrize(
    ("angle_deg", "out_s", "lever_m", "pause_s"),
    [(60.0, 0.35, 0.1, 1.5), (30.0, 0.35, 0.2, 0.5), (90.0, 0.35, 0.3, 1.5)],
)
def test_the_sample_in_which_quiet_ends_turns_too(
    angle_deg: float, out_s: float, lever_m: float, pause_s: float
) -> None:
    assert gyro_agrees(legs(angle_deg, out_s, lever_m, hold_s=0.0, pause_s=pause_s), NONE)


def test_one_that_turns_the_wrong_way_is_found_out_where_the_leg_stays_at_its_top() -> None:
    right = legs(60.0, 0.9, 0.35, hold_s=0.7, pause_s=1.5)
    wrong = [
        Sample(one.time_s, one.puck, one.accel_g, (-one.gyro_dps[0], -one.gyro_dps[1], -one.gyro_dps[2]))
        for one in right
        if one.gyro_dps is not None
    ]
    assert gyro_agrees(right, NONE)
    assert not gyro_agrees(wrong, NONE)
