"""How sure a gauge is of what it reads, and how it tells a gyroscope's bias from a slow turn."""

import math

import pytest

from game.movement.gauges import TiltGauge, TurnGauge
from game.movement.learnt import Calibration
from hardware.sample import Sample
from tests.movement.legs import bump, samples

KNOWN = Calibration("swing", range_deg=30.0, has_gyro=True, repetition_s=2.2)
TURN = Calibration("turn", axis=(0.0, 0.0, 1.0), range_deg=40.0, has_gyro=True)


def resting(tilt_deg: float) -> float:
    """How sure a gauge is of a limb that rests tilted from where it was learnt."""
    gauge = TiltGauge(KNOWN)
    for sample in samples(lambda _: tilt_deg, 3.0):
        gauge.read(sample)
        gauge.rests()
    return gauge.sureness


@pytest.mark.parametrize(("tilt_deg", "sureness"), [(35.0, 1.0), (70.0, 0.0)])
def test_a_shift_in_the_chair_is_no_other_posture_and_lying_down_is(tilt_deg: float, sureness: float) -> None:
    assert resting(tilt_deg) == sureness


def test_a_deep_squat_taken_for_rest_for_a_moment_is_no_other_posture() -> None:
    gauge = TiltGauge(KNOWN)
    for sample in samples(lambda t: 70.0 * bump(t, 2.0, 0.4, 1.0, 0.4), 2.6):
        gauge.read(sample)
        if sample.time_s < 2.0 or 2.4 < sample.time_s < 2.475:
            gauge.rests()
    assert gauge.sureness > 0.0


def sureness_after(own: float, repetitions: int = 3) -> float:
    """Of repetitions whose turning, squared, is about the learnt axis for this share."""
    gauge = TiltGauge(KNOWN)
    for sample in samples(lambda t: 30.0 * bump((t - 1.0) % 4.0, 0.0, 0.8, 0.6, 0.8), 4.0 * repetitions):
        assert sample.gyro_dps is not None
        gx, gy, gz = sample.gyro_dps
        turned = (math.sqrt(own) * gx, gy, gz + math.sqrt(1.0 - own) * gx)
        gauge.read(Sample(sample.time_s, "blue", (0.0, 0.0, 1.0), turned))
        if (sample.time_s - 1.0) % 4.0 > 2.2:
            gauge.rests()
    return gauge.sureness


@pytest.mark.parametrize(("own", "sureness"), [(1.0, 1.0), (0.4, 0.6), (0.0, 0.1)])
def test_it_is_as_sure_as_the_movement_is_about_its_axis(own: float, sureness: float) -> None:
    assert sureness_after(own) == pytest.approx(sureness, abs=0.04)


def test_one_strange_repetition_is_doubted() -> None:
    assert sureness_after(0.0, repetitions=1) < 0.5


def turned(gyro_dps, until_s: float) -> TurnGauge:
    gauge = TurnGauge(TURN)
    for index in range(int(until_s * 100)):
        gauge.read(Sample(index / 100, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, gyro_dps(index / 100))))
    return gauge


def test_a_bias_that_has_crept_is_learnt_in_three_seconds_of_rest() -> None:
    position = turned(lambda _: 1.2, 3.5).position
    assert turned(lambda _: 1.2, 13.5).position == pytest.approx(position, abs=0.006)


def test_a_slow_turn_is_no_bias() -> None:
    assert turned(lambda _: 2.2, 10.0).position == pytest.approx(22.0 / 40.0, abs=0.02)


def test_a_bias_is_learnt_though_the_limb_trembles() -> None:
    def trembling(time_s: float) -> float:
        return 0.3 + 3.5 * math.sin(2 * math.pi * 5.0 * time_s)

    assert abs(turned(trembling, 30.0).position) < 0.03


@pytest.mark.parametrize(("moving_s", "sureness"), [(10.0, 0.976), (30.0, 0.6)])
def test_it_grows_less_sure_the_longer_a_limb_turns_without_rest(moving_s: float, sureness: float) -> None:
    gauge = turned(lambda t: 0.0 if t < 1.0 else 60.0 * math.sin(2 * math.pi * t), 1.0 + moving_s)
    assert gauge.sureness == pytest.approx(sureness, abs=0.02)


def test_a_limb_that_turns_round_slowly_has_not_rested() -> None:
    gauge = turned(lambda t: 0.0 if t < 1.0 else 5.0 * math.sin(2 * math.pi * (t - 1.0) / 3.0), 31.0)
    assert gauge.sureness < 0.7


def test_a_trembling_limb_that_turns_slowly_has_not_rested() -> None:
    known = Calibration("turn", axis=(0.0, 0.0, 1.0), range_deg=40.0, has_gyro=True, tremble_dps=20.0)
    gauge = TurnGauge(known)
    for index in range(800):
        time_s = index / 100
        rate_dps = 10.0 * (2.0 < time_s < 6.0) + 28.0 * math.sin(2 * math.pi * 5.0 * time_s)
        gauge.read(Sample(time_s, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, rate_dps)))
    assert gauge.position == pytest.approx(1.0, abs=0.2)
