"""Up is known within a degree or two while a leg works, whatever the gyroscope claims."""

import math
import random

import pytest

from game.movement.inclination import AccelUp, GyroUp
from game.movement.vectors import angle_deg, turn_deg
from hardware.kinematics import Motion
from hardware.limb import LIMBS, measure
from hardware.sample import Sample, Vector

LIMB = LIMBS["knee_extension"]
RATE_HZ = 100.0


def shin(
    until_s: float,
    period_s: float = 3.0,
    bias_dps: Vector = (0.0, 0.0, 0.0),
    tremor_deg: float = 0.0,
    clipped_at_dps: float = 1e9,
) -> list[tuple[Sample, float]]:
    """Samples of a shin that swings 0 to 80 degrees without a pause, each with its true angle."""
    rng = random.Random(1)
    rate, shake = math.tau / period_s, math.tau * 5.0
    share = tremor_deg / LIMB.range_deg
    made: list[tuple[Sample, float]] = []
    for index in range(int(until_s * RATE_HZ)):
        t = index / RATE_HZ
        moves = t > 3.0
        position = (0.5 - 0.5 * math.cos(rate * (t - 3.0))) * moves + share * math.sin(shake * t)
        velocity = 0.5 * rate * math.sin(rate * (t - 3.0)) * moves + share * shake * math.cos(shake * t)
        acceleration = 0.5 * rate**2 * math.cos(rate * (t - 3.0)) * moves - share * shake**2 * math.sin(
            shake * t
        )
        reading = measure(LIMB, Motion(position, velocity, acceleration))
        x, y, z = (
            max(-clipped_at_dps, min(clipped_at_dps, g + b + rng.gauss(0.0, 0.1)))
            for g, b in zip(reading.gyro_dps, bias_dps, strict=True)
        )
        clipped = max(abs(x), abs(y), abs(z)) >= clipped_at_dps
        ax, ay, az = (a + rng.gauss(0.0, 0.004) for a in reading.accel_g)
        made.append((Sample(t, "blue", (ax, ay, az), (x, y, z), clipped=clipped), position * LIMB.range_deg))
    return made


def errors(followed: GyroUp | AccelUp, samples: list[tuple[Sample, float]]) -> list[float]:
    return [turn_deg(followed.update(one), LIMB.rest_up, LIMB.axis) - true for one, true in samples]


def rms(values: list[float]) -> float:
    return math.sqrt(sum(value * value for value in values) / len(values))


def test_a_working_leg_is_followed_within_a_degree() -> None:
    assert rms(errors(GyroUp(), shin(60.0))) < 1.1


def test_quick_repetitions_too() -> None:
    assert rms(errors(GyroUp(), shin(60.0, period_s=1.5))) < 0.8


def test_a_known_bias_of_twenty_costs_nothing() -> None:
    bias = (11.0, 12.0, -12.0)
    assert rms(errors(GyroUp(bias), shin(60.0, bias_dps=bias))) < 1.1


def test_an_unknown_bias_of_twenty_is_learnt_in_twenty_seconds() -> None:
    after = errors(GyroUp(), shin(60.0, bias_dps=(11.0, 12.0, -12.0)))
    assert rms(after[int(20 * RATE_HZ) :]) < 1.6


def test_a_tremor_does_not_shake_the_estimate() -> None:
    assert rms(errors(GyroUp(), shin(60.0, tremor_deg=0.4))) < 0.7


def test_a_gap_is_made_good_by_gravity() -> None:
    whole = shin(40.0)
    lost = [one for one in whole if not 20.2 < one[0].time_s < 20.5]
    after = errors(GyroUp(), lost)
    assert rms(after[-int(18 * RATE_HZ) :]) < 1.2


def test_a_clipped_gyroscope_is_made_good_by_gravity() -> None:
    assert rms(errors(GyroUp(), shin(60.0, clipped_at_dps=70.0))) < 3.0


def test_without_a_gyroscope_slow_movement_is_followed() -> None:
    assert rms(errors(AccelUp(), shin(60.0, period_s=8.0))) < 8.0


def test_a_wrong_beginning_is_forgotten_within_a_second() -> None:
    followed = GyroUp()
    followed.update(Sample(0.0, "blue", (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)))
    for index in range(1, 100):
        followed.update(Sample(index / 100, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0)))
    assert angle_deg(followed.up, (0.0, 0.0, 1.0)) < 1.0


@pytest.mark.parametrize("followed", [GyroUp(), AccelUp()])
def test_weightlessness_and_standing_clocks_change_nothing(followed: GyroUp | AccelUp) -> None:
    first = Sample(0.0, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
    followed.update(first)
    followed.update(Sample(0.01, "blue", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)))
    followed.update(Sample(0.01, "blue", (0.0, 1.0, 0.0), (0.0, 0.0, 0.0)))
    assert angle_deg(followed.up, (0.0, 0.0, 1.0)) < 1.0
