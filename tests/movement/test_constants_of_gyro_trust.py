"""What it takes to doubt a gyroscope: a great error, in real moves, between moments that pass for quiet."""

import math
import random

import msgspec
import pytest

from game.movement.gyro_trust import gyro_agrees
from hardware.sample import Sample
from hardware.simulated_session import Conditions, simulated_session
from tests.movement.legs import samples, series

NONE = (0.0, 0.0, 0.0)


def wrong(played: list[Sample], factor: float = -1.0, accel: float = 1.0) -> list[Sample]:
    """A gyroscope that shows every turn so many times, beside an accelerometer that is off by a factor."""
    return [
        Sample(
            one.time_s,
            one.puck,
            (accel * one.accel_g[0], accel * one.accel_g[1], accel * one.accel_g[2]),
            (factor * one.gyro_dps[0], factor * one.gyro_dps[1], factor * one.gyro_dps[2]),
        )
        for one in played
        if one.gyro_dps is not None
    ]


def legs(heights_deg: list[float], tremor_deg: float = 0.0, **how: float) -> list[Sample]:
    tilt, until_s = series(heights_deg, **how)
    return samples(lambda t: tilt(t) + tremor_deg * math.sin(2 * math.pi * 5.0 * t), until_s)


@pytest.mark.parametrize(("factor", "believed"), [(0.55, True), (4.0, False)])
def test_a_gyroscope_that_shows_half_is_believed_and_one_that_shows_four_times_is_not(
    factor: float, believed: bool
) -> None:
    assert gyro_agrees(wrong(legs([30.0] * 4), factor), NONE) is believed


@pytest.mark.parametrize(("repetitions", "believed"), [(2, True), (3, False)])
def test_two_repetitions_are_no_evidence_and_three_are(repetitions: int, believed: bool) -> None:
    assert gyro_agrees(wrong(legs([30.0] * repetitions)), NONE) is believed


@pytest.mark.parametrize(("height_deg", "believed"), [(2.7, True), (4.5, False)])
def test_moves_that_sway_could_make_say_nothing(height_deg: float, believed: bool) -> None:
    assert gyro_agrees(wrong(legs([height_deg] * 4, out_s=0.04, back_s=0.04)), NONE) is believed


def test_a_wrong_gyroscope_is_found_out_on_a_trembling_leg() -> None:
    assert not gyro_agrees(wrong(legs([30.0] * 4, tremor_deg=1.6)), NONE)


def test_an_accelerometer_that_shows_four_hundredths_too_much_is_a_witness() -> None:
    assert not gyro_agrees(wrong(legs([30.0] * 4), accel=1.04), NONE)


@pytest.mark.parametrize(("pause_s", "believed"), [(0.2, True), (0.5, False)])
def test_a_moment_of_slowness_on_the_way_is_no_quiet_moment(pause_s: float, believed: bool) -> None:
    pausing = legs([30.0] * 6, hold_s=pause_s, pause_s=pause_s, out_s=0.6, back_s=0.6)
    assert gyro_agrees(wrong(pausing), NONE) is believed


@pytest.mark.parametrize("stuck_dps", [(0.0, 0.0, 0.0), (12.3, -4.5, 0.7)])
@pytest.mark.parametrize(("height_deg", "out_s"), [(30.0, 0.3), (30.0, 0.8), (10.0, 0.8), (10.0, 3.0)])
def test_a_gyroscope_that_says_nothing_is_not_believed(
    height_deg: float, out_s: float, stuck_dps: tuple[float, float, float]
) -> None:
    played = legs([height_deg] * 4, out_s=out_s, back_s=out_s)
    dead = [msgspec.structs.replace(one, gyro_dps=stuck_dps) for one in played]
    assert not gyro_agrees(dead, stuck_dps)


@pytest.mark.parametrize(("factor", "believed"), [(0.17, False), (0.35, True)])
def test_of_a_slow_limb_a_gyroscope_must_say_a_quarter(factor: float, believed: bool) -> None:
    assert gyro_agrees(wrong(legs([10.0] * 4, out_s=3.0, back_s=3.0), factor), NONE) is believed


def test_noise_is_no_word_of_a_dead_gyroscope() -> None:
    rng = random.Random(3)
    noisy = [
        msgspec.structs.replace(
            one, gyro_dps=(rng.gauss(0.0, 0.75), rng.gauss(0.0, 0.75), rng.gauss(0.0, 0.75))
        )
        for one in legs([10.0] * 4, out_s=0.8, back_s=0.8)
    ]
    assert not gyro_agrees(noisy, NONE)


def test_a_gyroscope_is_believed_though_a_long_leg_trembles() -> None:
    conditions = Conditions(severity="severe", tremor_deg=0.4, tremor_hz=5.0)
    session = simulated_session("hip_abduction", 6, seed=0, conditions=conditions)
    assert gyro_agrees(session.samples, NONE)
