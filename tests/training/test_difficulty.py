import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.training import catalogue
from game.training.difficulty import Demand, demand, level_for
from game.training.exercise import Fact

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


def test_no_hold_and_no_tempo_passes_a_cap_in_seconds_or_turns_a_minute():
    assert demand(CATALOGUE["flamingo_stand"], 1.0).hold_s == 30.0
    capped = msgspec.structs.replace(CATALOGUE["cycling"], cap=(Fact(30.0, "rpm", "judgement"),))
    assert demand(capped, 1.0).tempo_s == 2.0


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=list(CATALOGUE))
def test_a_level_is_a_tenth_of_the_scale_and_brings_what_it_says(exercise):
    for easier, harder in zip(exercise.levels, exercise.levels[1:], strict=False):
        overlap = easier.window[1] - harder.window[0]
        assert overlap <= (harder.window[1] - harder.window[0]) / 2
        assert harder.difficulty - easier.difficulty == pytest.approx(0.1, abs=0.01)
        brought = {
            "range": harder.range >= easier.range + 0.055,
            "hold": harder.hold_s >= easier.hold_s + 0.6,
            "alternation": harder.pattern == "alternate" != easier.pattern,
            "pairs": harder.pattern == "pairs" != easier.pattern,
            "tempo": harder.tempo_s is not None and harder.tempo_s != easier.tempo_s,
            "repetitions": harder.repetitions > 1.1 * easier.repetitions,
            "counting": harder.task == "count" != easier.task,
            "naming": harder.task == "name" != easier.task,
            "eyes": harder.task == "look" != easier.task,
        }
        assert brought[harder.brings], harder.brings


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=list(CATALOGUE))
def test_nobody_who_stands_or_walks_is_told_to_look_elsewhere(exercise):
    assert not exercise.standing or all(level.task != "look" for level in exercise.levels)
