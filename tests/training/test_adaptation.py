import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.training import catalogue
from game.training.ability import believe, easier_by
from game.training.adaptation import (
    CAP_ROOM,
    EASE,
    GOALS,
    RESCUE,
    SESSION_RANGE_STEP,
    Adaptation,
    Rule,
    Standing,
    range_limit,
)
from game.training.bout import Bout

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]
HOME = Rule(GOALS["home"], 0.0, 1.0)


def leg(level=5, **wishes):
    return Adaptation(KNEE, level, ("left",), **wishes)


def stands(difficulty, goal=GOALS["home"]):
    return Standing(believe(difficulty + easier_by(goal)))


def settled(difficulty, rule=HOME):
    """A leg that has long been followed, four of five full."""
    standing = stands(difficulty)
    for n in range(40):
        standing = rule.after(standing, n % 5 != 2)
    return standing


def fallen(standing, misses, rule=HOME):
    before = rule.difficulty(standing)
    for _ in range(misses):
        standing = rule.after(standing, False)
    return before - rule.difficulty(standing)


def test_a_full_repetition_makes_it_harder_and_a_miss_more_than_that_easier():
    here = settled(0.5)
    up = HOME.difficulty(HOME.after(here, True)) - HOME.difficulty(here)
    assert 0.0 < up < fallen(here, 1)


@pytest.mark.parametrize("goal", GOALS.values())
def test_it_is_an_up_down_weighted_by_the_goal(goal):
    rule, rng = Rule(goal, 0.0, 1.0), random.Random(1)
    standing, steps = stands(0.5, goal), {True: [], False: []}
    for n in range(1500):
        before, rescued = rule.difficulty(standing), standing.misses >= 2
        full = rng.random() < 0.965 / (1 + 2.718 ** (9 * (rule.asked(standing) - 0.6)))
        standing = rule.after(standing, full)
        if n > 60 and not rescued:
            steps[full].append(abs(rule.difficulty(standing) - before))
    up, down = (sum(found) / len(found) for found in (steps[True], steps[False]))
    assert down / up == pytest.approx(goal / (1 - goal), rel=0.5)


def test_what_is_new_moves_in_large_steps_and_what_is_settled_in_small_ones():
    assert fallen(stands(0.5), 1) > 2 * fallen(settled(0.5), 1)


def test_misses_that_come_together_move_more_than_each_alone():
    here = settled(0.5)
    assert fallen(here, 4) > 8 * fallen(here, 1)


def test_after_two_misses_it_is_easier_until_one_is_full():
    standing = settled(0.6)
    for misses in (1, 2, 3):
        standing = HOME.after(standing, False)
        rescued = misses >= 2
        assert HOME.difficulty(standing) - HOME.asked(standing) == pytest.approx(RESCUE * rescued)
    back = HOME.after(standing, True)
    assert HOME.asked(back) == HOME.difficulty(back)


@pytest.mark.parametrize("slope", [6.0, 9.0, 12.0])
@pytest.mark.parametrize("goal", GOALS.values())
def test_it_settles_near_the_goal_for_a_steady_person_however_sharp_their_curve(goal, slope):
    rule, rng = Rule(goal, 0.0, 1.0), random.Random(4)
    standing, full = stands(0.2), 0
    for n in range(1500):
        chance = 0.97 / (1 + 2.718 ** (slope * (rule.asked(standing) - 0.55)))
        success = rng.random() < chance
        standing = rule.after(standing, success)
        full += success and n >= 30
    assert full / 1470 == pytest.approx(goal, abs=0.05)


@settings(max_examples=40)
@given(
    outcomes=st.lists(st.booleans(), max_size=60),
    low=st.floats(0.0, 0.5),
    width=st.floats(0.05, 0.5),
    goal=st.sampled_from(list(GOALS.values())),
)
def test_the_difficulty_never_rises_above_the_window_and_falls_below_after_misses_alone(
    outcomes, low, width, goal
):
    rule = Rule(goal, low, low + width)
    standing = stands(low + width / 2, goal)
    for full in outcomes:
        standing = rule.after(standing, full)
        assert rule.difficulty(standing) <= rule.high
        assert standing.below or rule.low <= rule.difficulty(standing)
        assert 0.0 <= rule.asked(standing) <= rule.difficulty(standing)


def test_a_bout_begins_where_the_level_stands_or_where_the_leg_stood():
    assert leg().target("left").range == pytest.approx(KNEE.level(5).range, abs=0.005)
    assert leg().target("left").hold_s == pytest.approx(KNEE.level(5).hold_s, abs=0.1)
    assert leg(starts={"left": stands(0.46).belief}).difficulty("left") == pytest.approx(0.46, abs=0.02)
    assert leg(starts={"left": stands(1.1).belief}).difficulty("left") == KNEE.level(5).window[1]


def test_a_leg_for_which_the_level_is_too_hard_is_asked_for_less_after_two_misses():
    low = KNEE.level(8).window[0]
    weak = leg(8, starts={"left": stands(0.3).belief})
    assert weak.difficulty("left") == low
    for _ in range(2):
        weak.take("left", False)
    assert weak.difficulty("left") < low


def test_the_first_bout_of_a_leg_finds_where_it_stands_beyond_the_level():
    new = leg(1)
    for _ in range(20):
        new.take("left", True)
    assert new.difficulty("left") > KNEE.level(1).window[1]


def test_tiredness_asks_less_of_a_leg_at_once():
    tired = leg()
    before = tired.demand("left").range
    tired.ease()
    assert tired.demand("left").range < before
    assert EASE > RESCUE


def test_each_leg_has_its_own_difficulty():
    both = Adaptation(KNEE, 5, ("left", "right"))
    before = both.difficulty("right")
    both.take("left", full=True)
    assert both.difficulty("right") == before
    assert both.difficulty("left") > before


def test_pain_or_tiredness_eases_and_never_lowers_what_was_reached():
    tired = leg()
    reached, asked = tired.difficulty("left"), tired.target("left").range
    tired.ease()
    for _ in range(10):
        tired.take("left", full=False)
    assert tired.target("left").range < asked
    assert tired.difficulty("left") == reached
    tired.resume()
    assert tired.target("left").range == asked


def test_a_limb_that_is_moved_teaches_nothing():
    passive = leg(follows=False)
    before = passive.difficulty("left")
    passive.take("left", full=False)
    assert passive.difficulty("left") == before


def test_the_asked_range_stays_under_the_caps():
    assert range_limit(KNEE, own_range_deg=170.0) == pytest.approx(CAP_ROOM * 0.5)
    assert range_limit(KNEE, own_range_deg=40.0) == 1.0
    assert range_limit(CATALOGUE["inner_thigh_squeeze"]) == 0.60
    assert range_limit(CATALOGUE["l_taps"], own_range_deg=109.2) == pytest.approx(0.5, abs=0.01)
    assert range_limit(KNEE, before=0.7) == pytest.approx(0.7 + SESSION_RANGE_STEP)
    limited = leg(level=10, limits={"left": 0.5})
    assert limited.target("left").range == 0.5


def test_a_leg_that_goes_too_far_is_not_asked_for_less():
    adaptation = leg()
    before = adaptation.difficulty("left"), adaptation.target("left")
    for _ in range(5):
        adaptation.take("left", None)
    assert (adaptation.difficulty("left"), adaptation.target("left")) == before


def test_a_bout_asks_what_adaptation_says():
    adaptation = leg(level=1)
    bout = Bout(KNEE, KNEE.setup(), 1, ("left",), goal=8, difficulty=adaptation)
    assert bout.ask.target == adaptation.target("left")
