import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.training import catalogue
from game.training.difficulty import Demand, demand, level_for

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]


def test_each_level_stands_at_the_middle_of_its_window():
    for exercise in CATALOGUE.values():
        for level in exercise.levels:
            found = demand(exercise, level.difficulty)
            wanted = Demand(level.range, level.hold_s, level.tempo_s, level.distraction)
            assert found.range == pytest.approx(wanted.range)
            assert found.hold_s == pytest.approx(wanted.hold_s)
            assert found.tempo_s == wanted.tempo_s


def test_range_moves_before_hold():
    easier, harder = KNEE.level(5), KNEE.level(6)
    middle = demand(KNEE, (easier.difficulty + harder.difficulty) / 2)
    assert middle.range == pytest.approx(harder.range)
    assert middle.hold_s == pytest.approx(easier.hold_s)


@given(
    exercise=st.sampled_from(list(CATALOGUE.values())),
    easier=st.floats(0.0, 1.0),
    more=st.floats(0.0, 1.0),
)
def test_more_difficulty_never_asks_for_less(exercise, easier, more):
    low, high = demand(exercise, easier), demand(exercise, easier + more)
    assert 0.0 < low.range <= high.range + 1e-9 <= 1.0 + 1e-9
    assert low.hold_s <= high.hold_s + 1e-9
    assert low.distraction <= high.distraction + 1e-9


def test_the_level_offered_is_the_nearest_that_is_open():
    assert level_for(KNEE, 0.0, 10) == 1
    assert level_for(KNEE, 0.9, 10) == 10
    assert level_for(KNEE, 0.9, 4) == 4
    assert level_for(KNEE, KNEE.level(6).difficulty, 10) == 6
