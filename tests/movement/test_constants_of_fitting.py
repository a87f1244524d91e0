"""What can be learnt from: a tilt under a turn, a slow tilt felt roughly, a light press."""

import pytest

from game.movement.calibration import CalibrationRefused, Trouble, learn
from hardware.sample import Sample
from tests.movement.legs import samples, series


def test_a_tilt_is_learnt_though_the_limb_turns_four_times_as_far_about_the_vertical() -> None:
    def turning(one: Sample) -> Sample:
        assert one.gyro_dps is not None
        (ax, ay, az), (gx, gy, gz) = one.accel_g, one.gyro_dps
        return Sample(
            one.time_s, one.puck, one.accel_g, (gx + 4 * gx * ax, gy + 4 * gx * ay, gz + 4 * gx * az)
        )

    known = learn([turning(one) for one in samples(*series([15.0] * 3))], "swing")["blue"]
    assert known.range_deg == pytest.approx(15.0, abs=1.5)
    assert abs(known.axis[0]) > 0.95


@pytest.mark.parametrize(("most", "learnt"), [(0.015, False), (0.03, True)])
def test_a_press_is_more_than_a_sensor_creeps(most: float, learnt: bool) -> None:
    force, until_s = series([1.0] * 3)
    pressed = [
        Sample(i / 50, "blue", (0.0, 0.0, 1.0), None, 0.1 + most * force(i / 50))
        for i in range(int(until_s * 50))
    ]
    if learnt:
        assert learn(pressed, "press")["blue"].force_range == pytest.approx(most, rel=0.1)
        return
    with pytest.raises(CalibrationRefused) as refused:
        learn(pressed, "press")
    assert refused.value.trouble is Trouble.TOO_SMALL
