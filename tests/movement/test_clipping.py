"""The top of a swing that a gyroscope could not tell is known from its flanks."""

import math

import pytest

from game.movement.clipping import LostTurn, turned_by
from game.movement.inclination import GyroUp
from game.movement.vectors import turn_deg
from hardware.kinematics import MotionPath
from hardware.limb import Limb, measure
from hardware.simulated_puck import Sensor, SimulatedPuck


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_the_turn_beyond_the_end_of_the_range_is_that_of_the_bell(share: float) -> None:
    peak, length_s, rate_hz = 6.0, 0.4, 200.0
    lost, told, missed = LostTurn(), 0.0, 0.0
    for index in range(int((length_s + 0.1) * rate_hz)):
        s = min(index / rate_hz / length_s, 1.0)
        true = peak * 16.0 * s * s * (1.0 - s) ** 2
        rate = min(true, share * peak)
        turn = lost.update(index / rate_hz, (0.0, rate, 0.0), (0.0, rate, 0.0), rate < true)
        told += rate / rate_hz
        missed += turn[1] if turn else 0.0
    assert told + missed == pytest.approx(peak * length_s * 16.0 / 30.0, rel=0.03)


def test_a_gyroscope_within_its_range_misses_nothing() -> None:
    lost = LostTurn()
    assert all(lost.update(n / 100, (0.0, n / 10, 0.0), (0.0, n / 10, 0.0), False) is None for n in range(50))


def test_up_goes_against_the_turn() -> None:
    up = turned_by((0.0, 0.0, 1.0), (math.radians(30.0), 0.0, 0.0))
    assert turn_deg(up, (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)) == pytest.approx(30.0)


@pytest.mark.parametrize("lever_m", [0.1, 0.4])
@pytest.mark.parametrize("out_s", [0.35, 0.6])
def test_swings_without_a_pause_measure_the_same_at_any_speed(out_s: float, lever_m: float) -> None:
    limb = Limb("swing", (0.0, -1.0, 0.0), 60.0, (0.0, 0.0, -lever_m))
    path = MotionPath()
    for number in range(20):
        path.plan(2.0 + 2 * number * out_s, out_s, 1.0)
        path.plan(2.0 + (2 * number + 1) * out_s, out_s, 0.0)
    device, followed = SimulatedPuck("blue", Sensor(), "quick"), GyroUp()
    for tick in range(int((2.0 + 40 * out_s) * 100)):
        motion = path.at(tick / 100)
        up = followed.update(device.sample(tick / 100, measure(limb, motion)))
        angle_deg = turn_deg(up, limb.rest_up, limb.axis)
        assert angle_deg == pytest.approx(60.0 * motion.position, abs=2.5)
