from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.training.ability import believe, easier_by, overnight
from game.training.adaptation import GOALS, Rule, Standing
from tools.training_simulation.course import simulate
from tools.training_simulation.picture import picture
from tools.training_simulation.population import draw
from tools.training_simulation.report import page
from tools.training_simulation.rules import RULES, Footfall
from tools.training_simulation.summary import summarise


@given(
    outcomes=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=60),
    start=st.floats(0.1, 0.9),
    first=st.booleans(),
)
def test_the_simulated_rule_is_the_one_the_game_plays(outcomes, start, first):
    rule = Footfall(2, start)
    rule.begin_session(0 if first else 1)
    rule.begin_bout(np.array([0.1, 0.0]), np.array([0.9, 1.0]))
    goal = GOALS["first session" if first else "home"]
    rules = [Rule(goal, 0.1, 0.9), Rule(goal, 0.0, 1.0)]
    belief = believe(start + easier_by(GOALS["first session"]))
    legs = [Standing(belief if first else overnight(belief))] * 2
    for fulls in outcomes:
        assert rule.asked() == pytest.approx(
            [float(one.asked(leg)) for leg, one in zip(legs, rules, strict=True)]
        )
        rule.take(np.array(fulls), np.array([True, True]))
        legs = [one.after(leg, full) for leg, full, one in zip(legs, fulls, rules, strict=True)]
        difficulties = [float(one.difficulty(leg)) for leg, one in zip(legs, rules, strict=True)]
        assert rule.difficulty == pytest.approx(difficulties)


def test_who_has_stopped_playing_is_left_alone():
    rule = Footfall(2, 0.5)
    rule.begin_bout(np.zeros(2), np.ones(2))
    before = rule.difficulty.copy()
    rule.take(np.array([False, False]), np.array([True, False]))
    assert rule.difficulty[0] < before[0]
    assert rule.difficulty[1] == before[1]


def test_the_same_seed_gives_the_same_course_and_another_seed_another():
    people = draw(30, 4, seed=3)
    one, same, other = (simulate(Footfall, people, seed) for seed in (3, 3, 4))
    assert np.array_equal(one.full, same.full)
    assert not np.array_equal(one.full, other.full)


def test_practice_makes_learners_better_and_flat_ones_not():
    people = draw(400, 2, seed=5)
    gained = people.learned(np.full(400, 600.0))
    assert (gained[people.shape == 0] > 0).all()
    assert (gained[people.shape == 3] == 0).all()
    assert (gained[people.shape == 4] < 0).all()


def test_the_game_keeps_people_at_the_goal_where_simpler_rules_do_not():
    people = draw(150, 6, seed=8)
    found = {name: summarise(simulate(rule, people, 8), people) for name, rule in RULES.items()}
    assert found["Footfall"].at_goal > 0.9
    assert found["Footfall"].four_misses < 0.05
    assert found["Footfall"].oscillation_over == 0.0
    for name in ("Fixed levels", "One up, one down", "+10 % / −10 %"):
        assert found["Footfall"].useful_plain > found[name].useful_plain
    assert found["Footfall"].recovered > found["Bayesian (QUEST-like)"].recovered
    text = page(people, {1: found, 2: found}, tuned=1, unseen=2)
    assert "falls short" in text
    assert text.count("| Footfall |") == 2


def test_the_picture_is_an_image_with_a_row_for_every_rule():
    people = draw(8, 2, seed=1)
    shown = {name: simulate(rule, people, 1).shown() for name, rule in RULES.items()}
    drawn = ElementTree.fromstring(picture(shown))
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert set(RULES) <= set(words)
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}polyline"))) == 2 * 6 * len(RULES)
