"""A simulated session holds what its labels say."""

import math

import pytest

from game.movement.vectors import angle_deg, unit
from hardware.limb import LIMBS
from hardware.sample import Vector
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions, Session, simulated_session


def tilt_range_deg(session: Session, start_s: float, end_s: float) -> float:
    """Largest turn of gravity away from its direction at the start of a stretch."""
    ups = [s.accel_g for s in session.samples if start_s <= s.time_s <= end_s]
    first = ups[0]
    return max(
        math.degrees(
            math.acos(
                min(
                    1.0,
                    sum(a * b for a, b in zip(first, up, strict=True)) / math.hypot(*first) / math.hypot(*up),
                )
            )
        )
        for up in ups
    )


@pytest.mark.parametrize("limb", LIMBS)
def test_every_limb_makes_the_repetitions_asked_for_in_order(limb: str) -> None:
    session = simulated_session(limb, 4, conditions=Conditions(sensor=Sensor(rate_hz=25.0)))
    assert len(session.calibration) == 3
    assert len(session.repetitions) == 4
    assert session.still_s <= session.calibration[0].start_s
    assert session.calibration[-1].end_s < session.calibrated_s < session.repetitions[0].start_s
    for before, after in zip(session.repetitions, session.repetitions[1:], strict=False):
        assert before.start_s < before.peak_s < before.end_s <= after.start_s
    times = [sample.time_s for sample in session.samples]
    assert times == sorted(times)
    assert times[-1] > session.repetitions[-1].end_s


def test_the_same_seed_is_the_same_session_and_another_is_not() -> None:
    assert simulated_session("knee_extension", 2, seed=3) == simulated_session("knee_extension", 2, seed=3)
    assert simulated_session("knee_extension", 2, seed=3) != simulated_session("knee_extension", 2, seed=4)


def test_gravity_turns_by_the_range_of_each_repetition_however_the_puck_is_strapped() -> None:
    quiet = Sensor(accel_noise_g=0.0, gyro_noise_dps=0.0)
    conditions = Conditions(speed=0.25, tremor_deg=0.01, sensor=quiet)
    session = simulated_session("knee_extension", 3, seed=8, conditions=conditions)
    for done in session.repetitions:
        assert tilt_range_deg(session, done.start_s, done.end_s) == pytest.approx(done.range_deg, abs=1.5)


def test_conditions_show_in_the_samples() -> None:
    plain = simulated_session("knee_extension", 6, seed=1)
    without = simulated_session(
        "knee_extension", 6, seed=1, conditions=Conditions(sensor=Sensor(gyroscope=False))
    )
    assert all(sample.gyro_dps is None for sample in without.samples)
    lossy = simulated_session("knee_extension", 6, seed=1, conditions=Conditions(loss=0.1))
    assert 0.85 < len(lossy.samples) / len(plain.samples) < 0.95
    gapped = simulated_session("knee_extension", 12, seed=1, conditions=Conditions(burst_s=0.3))
    gaps = [b.time_s - a.time_s for a, b in zip(gapped.samples, gapped.samples[1:], strict=False)]
    assert max(gaps) == pytest.approx(0.31, abs=0.011)
    narrow = simulated_session(
        "knee_extension", 6, seed=1, conditions=Conditions(sensor=Sensor(gyro_range_dps=10.0))
    )
    assert any(sample.clipped for sample in narrow.samples)
    bias = Sensor(gyro_bias_dps=(0.0, 20.0, 0.0))
    biased = simulated_session("knee_extension", 2, seed=1, conditions=Conditions(sensor=bias))
    still = [s.gyro_dps[1] for s in biased.samples if s.gyro_dps is not None and s.time_s < 3.0]
    assert sum(still) / len(still) == pytest.approx(20.0, abs=1.0)


def test_a_slipped_strap_turns_what_is_measured_but_labels_stay() -> None:
    plain = simulated_session("knee_extension", 6, seed=1)
    slipped = simulated_session("knee_extension", 6, seed=1, conditions=Conditions(slip_deg=40.0))
    assert plain.samples[:500] == slipped.samples[:500]
    assert math.dist(plain.samples[-1].accel_g, slipped.samples[-1].accel_g) > 0.02


def test_severity_sets_the_range() -> None:
    mild, moderate, severe = (
        simulated_session("knee_extension", 3, conditions=Conditions(severity=severity))
        .calibration[0]
        .range_deg
        for severity in ("mild", "moderate", "severe")
    )
    assert mild > moderate > severe > 4.0


def test_a_limb_that_wavers_sags_in_its_holds_and_comes_back_to_another_place() -> None:
    conditions = Conditions(severity="mild", hold_s=1.5, rest_spread=0.1, sag=0.2, tremor_deg=0.001)
    session = simulated_session("knee_extension", 8, seed=3, conditions=conditions)
    tilts = {sample.time_s: sample for sample in session.samples}

    def felt(time_s: float) -> Vector:
        return unit(min(tilts.values(), key=lambda one: abs(one.time_s - time_s)).accel_g)

    held = [one for one in session.repetitions if one.hold_s > 1.0]
    assert held
    for one in held:
        assert 5.0 < angle_deg(felt(one.peak_s + 0.3), felt(one.peak_s + 0.75)) < 20.0
        assert angle_deg(felt(one.peak_s), felt(one.peak_s + 0.75)) < 2.0
    rests = [angle_deg(felt(one.end_s + 0.2), felt(1.0)) for one in session.repetitions]
    assert max(rests) > 2.0
    assert max(rests) < 8.0
