"""What makes a turn of the leg a swing, at the size where it matters."""

import math

import pytest

from game.movement import leg_swing
from game.movement.leg_swing import LegSwing, LegTurn, largest_but_one

STEP_S = 0.01


def turned(*turns: tuple[float, float], rest_s: float = 1.0, known: tuple[float, float] = (0.0, 0.0)) -> int:
    """How many swings are told."""
    return len(swings(*turns, rest_s=rest_s, known=known))


def swings(*turns: tuple[float, float], rest_s: float, known: tuple[float, float]) -> list[LegTurn]:
    """What is told of a leg that rests, turns by so much (deg) in so long (s) each, and rests."""
    leg = LegSwing(*known)
    told: list[LegTurn] = []
    time_s = 0.0
    for size_deg, lasts_s in ((0.0, 1.0), *turns, (0.0, rest_s)):
        for index in range(round(lasts_s / STEP_S)):
            time_s += STEP_S
            at_s = (index + 0.5) * STEP_S
            rate_dps = size_deg * math.pi / 2 / lasts_s * math.sin(math.pi * at_s / lasts_s)
            told += leg.feed(time_s, (rate_dps, 0.0, 0.0), STEP_S)
    return told


STRIDE = ((-60.0, 0.8), (60.0, 0.4))


@pytest.mark.parametrize(("share", "counts"), [(0.3, 4), (0.6, 5)])
def test_a_closing_half_step_counts_and_a_slap_does_not(share: float, counts: int) -> None:
    assert turned(*STRIDE * 4, (-60.0 * share, 0.5), (60.0 * share, 0.3)) == counts


@pytest.mark.parametrize(("size_deg", "counts"), [(10.0, 0), (22.0, 2)])
def test_first_steps_are_of_some_size(size_deg: float, counts: int) -> None:
    assert turned(*((-size_deg, 0.25), (size_deg, 0.2)) * 2) == counts


@pytest.mark.parametrize(("top_dps", "counts"), [(35.0, 0), (70.0, 2)])
def test_first_steps_are_of_some_speed(top_dps: float, counts: int) -> None:
    lasts_s = 40.0 * math.pi / 2 / top_dps
    assert turned(*((-40.0, 1.1 * lasts_s), (40.0, lasts_s)) * 2) == counts


@pytest.mark.parametrize(("top_dps", "counts"), [(70.0, 0), (140.0, 1)])
def test_one_turn_alone_counts_only_if_it_is_quick(top_dps: float, counts: int) -> None:
    lasts_s = 40.0 * math.pi / 2 / top_dps
    assert turned((-40.0, 1.1 * lasts_s), (40.0, lasts_s)) == counts


def test_what_was_learnt_makes_one_slow_turn_count() -> None:
    assert turned((-40.0, 1.0), (40.0, 0.9), known=(40.0, 70.0)) == 1


@pytest.mark.parametrize(("lasts_s", "counts"), [(1.6, 1), (3.5, 0)])
def test_a_leg_that_takes_long_does_not_swing(lasts_s: float, counts: int) -> None:
    assert turned((-200.0, 1.1 * lasts_s), (200.0, lasts_s)) == counts


@pytest.mark.parametrize(("rest_s", "counts"), [(3.0, 4), (9.0, 5)])
def test_a_usual_swing_is_forgotten_after_five_seconds(rest_s: float, counts: int) -> None:
    assert turned(*STRIDE * 4, (0.0, rest_s), (-20.0, 0.4), (20.0, 0.25)) == counts


@pytest.mark.parametrize(("ended_s", "told"), [(0.2, 0), (0.45, 1)])
def test_a_leg_that_stays_has_ended_its_swing(ended_s: float, told: int) -> None:
    assert turned(*STRIDE, rest_s=ended_s) == told


def test_one_of_more_than_three_may_be_a_mistake() -> None:
    assert largest_but_one([1.0, 2.0, 9.0]) == 9.0
    assert largest_but_one([1.0, 2.0, 3.0, 9.0]) == 3.0
    assert leg_swing.REMEMBERED_TURNS > leg_swing.FEW_TURNS


@pytest.mark.parametrize(("back_deg", "size_deg"), [(5.0, 65.0), (10.0, 60.0)])
def test_a_brief_halt_does_not_end_a_swing_and_a_way_back_does(back_deg: float, size_deg: float) -> None:
    halting = (*STRIDE * 4, (-60.0, 0.8), (60.0, 0.4), (-back_deg, 0.15), (5.0 + back_deg, 0.15))
    last = swings(*halting, rest_s=1.0, known=(0.0, 0.0))[-1]
    assert last.size_deg == pytest.approx(size_deg, abs=1.5)


def test_a_leg_that_only_ever_turns_quickly_one_way_swings_that_way() -> None:
    assert turned(*((-40.0, 2.4), (40.0, 0.4)) * 5) == 5
