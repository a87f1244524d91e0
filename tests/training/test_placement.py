"""What a person can do, from six answers and a therapist's scores."""

from itertools import combinations

import pytest

from game.training import catalogue
from game.training.health import Scores
from game.training.placement import QUESTIONS, able, doable, needs, pulls_at

CATALOGUE = catalogue.load()


def test_what_an_exercise_needs():
    knee, walking = CATALOGUE["knee_extension"], CATALOGUE["walking"]
    assert needs(knee, knee.setup()) == {"sit", "knee"}
    assert {"stand", "walk"} <= needs(walking, walking.setup())


@pytest.mark.parametrize("count", range(len(QUESTIONS) + 1))
def test_only_what_can_be_done_is_doable(count):
    for answers in combinations(QUESTIONS, count):
        can = frozenset(answers)
        for exercise in CATALOGUE.values():
            for setup in doable(exercise, exercise.setups, can):
                assert needs(exercise, setup) <= can


def test_a_therapists_scores_take_the_place_of_the_answers():
    can = able(QUESTIONS, Scores(fac=0, motricity=(25, 14, 19)))
    assert can == {"sit", "thigh", "toes"}
    assert able((), Scores(fac=4, motricity=(9, 33, 0))) == {"knee", "stand", "walk"}


def test_a_movement_pulls_at_what_it_moves():
    toes, knee = CATALOGUE["assisted_toe_raise"], CATALOGUE["knee_extension"]
    assert pulls_at(toes, toes.setup()) == {"foot", "calf"}
    assert pulls_at(knee, knee.setup()) == {"knee"}
    standing = CATALOGUE["side_leg_raise"]
    assert {"hip", "knee", "back"} <= pulls_at(standing, standing.setup())
