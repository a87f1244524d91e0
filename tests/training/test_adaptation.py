import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.training import catalogue
from game.training.adaptation import (
    GOALS,
    RESCUE,
    SESSION_RANGE_STEP,
    UP,
    Adaptation,
    Rule,
    Standing,
    after,
    range_limit,
)
from game.training.bout import Bout

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]
HOME = Rule(GOALS["home"], 0.0, 1.0)


def leg(level=5, **wishes):
    return Adaptation(KNEE, level, ("left",), **wishes)


@pytest.mark.parametrize("goal", GOALS.values())
def test_the_steps_balance_at_the_goal(goal):
    rule = Rule(goal, 0.0, 1.0)
    assert goal * rule.up == pytest.approx((1 - goal) * rule.down)


def test_a_full_repetition_makes_it_a_little_harder_and_a_miss_four_times_that_easier():
    assert after(Standing(0.5), True, HOME).difficulty == pytest.approx(0.52)
    assert after(Standing(0.5), False, HOME).difficulty == pytest.approx(0.42)


def test_after_two_misses_one_repetition_is_much_easier():
    two = after(after(Standing(0.6), False, HOME), False, HOME)
    assert two.rescued
    assert two.asked == pytest.approx(two.difficulty - RESCUE)
    back = after(two, True, HOME)
    assert not back.rescued
    assert back.difficulty == pytest.approx(two.difficulty + UP)


def test_a_missed_rescue_says_that_ability_has_dropped():
    two = Standing(0.6, misses=2)
    assert after(two, False, HOME).difficulty == pytest.approx(0.6 - RESCUE - HOME.down)


@pytest.mark.parametrize("goal", GOALS.values())
def test_it_settles_at_the_goal_for_a_steady_person(goal):
    rule, rng = Rule(goal, 0.0, 1.0), random.Random(4)
    standing, full = Standing(0.2), 0
    for n in range(4000):
        chance = 0.97 / (1 + 2.718 ** (9 * (standing.asked - 0.55)))
        success = rng.random() < chance
        standing = after(standing, success, rule)
        full += success and n >= 30
    assert full / 3970 == pytest.approx(goal, abs=0.02)


@given(
    outcomes=st.lists(st.booleans(), max_size=80),
    low=st.floats(0.0, 0.5),
    width=st.floats(0.05, 0.5),
    goal=st.sampled_from(list(GOALS.values())),
)
def test_the_difficulty_never_leaves_the_window(outcomes, low, width, goal):
    rule = Rule(goal, low, low + width)
    standing = Standing(low + width / 2)
    for full in outcomes:
        standing = after(standing, full, rule)
        assert rule.low <= standing.difficulty <= rule.high
        assert 0.0 <= standing.asked <= standing.difficulty


def test_a_bout_begins_where_the_level_stands_or_where_the_leg_stood():
    assert leg().target("left").range == pytest.approx(KNEE.level(5).range)
    assert leg().target("left").hold_s == pytest.approx(KNEE.level(5).hold_s)
    assert leg(starts={"left": 0.6}).difficulty("left") == 0.6
    assert leg(starts={"left": 0.95}).difficulty("left") == KNEE.level(5).window[1]


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
    assert range_limit(KNEE, own_range_deg=170.0) == pytest.approx(0.5)
    assert range_limit(KNEE, own_range_deg=40.0) == 1.0
    assert range_limit(CATALOGUE["inner_thigh_squeeze"]) == 0.60
    assert range_limit(KNEE, before=0.7) == pytest.approx(0.7 + SESSION_RANGE_STEP)
    limited = leg(level=10, limits={"left": 0.5})
    assert limited.target("left").range == 0.5


def test_a_bout_asks_what_adaptation_says():
    adaptation = leg(level=1)
    bout = Bout(KNEE, KNEE.setup(), 1, ("left",), goal=8, difficulty=adaptation)
    assert bout.ask.target == adaptation.target("left")
