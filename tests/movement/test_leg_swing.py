"""Swings of a leg that never stands still, from its turning alone."""

import math

import pytest

from game.movement.leg_swing import LegSwing, LegTurn
from hardware.sample import Vector

STEP_S = 0.01
STRIDE_S, SWING_S = 1.2, 0.45


def walked(
    strides: int, size_deg: float, *, slap_dps: float = 0.0, axis: Vector = (0.0, 0.6, 0.8)
) -> list[LegTurn]:
    """A shank that swings forward by size_deg and comes back over the ground, with a slap at each landing."""
    leg = LegSwing()
    told: list[LegTurn] = []
    for index in range(round(strides * STRIDE_S / STEP_S)):
        at_s = index * STEP_S % STRIDE_S
        back_s = STRIDE_S - SWING_S
        if at_s < back_s:
            rate = -size_deg * math.pi / 2 / back_s * math.sin(math.pi * at_s / back_s)
        else:
            rate = size_deg * math.pi / 2 / SWING_S * math.sin(math.pi * (at_s - back_s) / SWING_S)
        rate += slap_dps * math.sin(math.tau * at_s / 0.1) if at_s < 0.1 else 0.0
        told += leg.feed(index * STEP_S, (rate * axis[0], rate * axis[1], rate * axis[2]), STEP_S)
    return told


@pytest.mark.parametrize("size_deg", [20.0, 60.0, 90.0])
@pytest.mark.parametrize("axis", [(1.0, 0.0, 0.0), (0.0, 0.6, -0.8), (-0.58, -0.57, 0.58)])
def test_a_shank_is_counted_once_a_stride_however_strapped(size_deg: float, axis: Vector) -> None:
    assert len(walked(20, size_deg, axis=axis)) in (19, 20)


def test_the_quick_way_is_the_swing() -> None:
    for turn in walked(20, 60.0)[3:]:
        assert turn.end_s - turn.start_s == pytest.approx(SWING_S, abs=0.1)
        assert turn.size_deg == pytest.approx(60.0, abs=5.0)


def test_the_slap_of_a_landing_does_not_count() -> None:
    assert len(walked(20, 40.0, slap_dps=250.0)) in (19, 20)


@pytest.mark.parametrize("size_deg", [3.0, 8.0])
def test_a_leg_that_sways_does_not_swing(size_deg: float) -> None:
    assert walked(20, size_deg) == []
