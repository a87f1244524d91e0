"""What can be learnt from: a tilt under a turn, a slow tilt felt roughly, a light press, a long posture."""

import pytest

from game.movement.calibration import CalibrationRefused, Learner, LearnerStage, Trouble, learn
from game.movement.engine import Movement
from game.movement.events import Repetition
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


@pytest.mark.parametrize("rests_s", [0.15, 3.0])
def test_a_press_is_learnt_from_the_rest_before_it_however_short(rests_s: float) -> None:
    force, until_s = series([1.0] * 5, begin_s=rests_s, out_s=0.5, hold_s=1.2, back_s=0.5, pause_s=0.5)
    pressed = [
        Sample(i / 50, "blue", (0.0, 0.0, 1.0), None, 0.1 + 0.3 * force(i / 50))
        for i in range(int(until_s * 50))
    ]
    known = learn(pressed, "press")
    assert known["blue"].rest_force == pytest.approx(0.1, abs=0.02)
    assert sum(isinstance(event, Repetition) for event in Movement("press", known).feed(pressed)) == 5


def test_a_force_that_ripples_at_rest_is_taken_at_its_middle() -> None:
    force, until_s = series([1.0] * 3)
    ripple = [0.02 if 10 <= i < 20 or i < 5 else 0.0 for i in range(int(until_s * 50))]
    pressed = [
        Sample(i / 50, "blue", (0.0, 0.0, 1.0), None, 0.1 + ripple[i] + 0.3 * force(i / 50))
        for i in range(int(until_s * 50))
    ]
    assert learn(pressed, "press")["blue"].rest_force == pytest.approx(0.1, abs=0.002)


@pytest.mark.parametrize("hold_s", [30.0, 90.0])
def test_postures_held_for_long_are_learnt_and_counted(hold_s: float) -> None:
    tilt, until_s = series([30.0] * 2, hold_s=hold_s)
    played = samples(tilt, until_s, rate_hz=50.0)
    events = Movement("still", learn(played, "still")).feed(played)
    assert sum(isinstance(event, Repetition) for event in events) == 2


def test_postures_held_for_half_a_minute_are_learnt_in_prepare() -> None:
    tilt, until_s = series([30.0] * 3, hold_s=15.5)
    learner = Learner("still", ["blue"])
    learner.feed(samples(tilt, until_s, rate_hz=50.0))
    assert learner.stage is LearnerStage.DONE
