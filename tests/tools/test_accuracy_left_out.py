import pytest

from game.movement import excursion
from tools.accuracy import Score
from tools.accuracy_left_out import left_out, taken_at
from tools.accuracy_steps import Row


def test_constants_are_what_they_were_once_the_run_is_over_or_broken_off() -> None:
    before = excursion.COUNT, excursion.LEAVE
    constants = ((excursion, "COUNT"), (excursion, "LEAVE"))
    with pytest.raises(RuntimeError), taken_at(constants, (2.0, 0.5)):
        assert (2.0 * before[0], 0.5 * before[1]) == (excursion.COUNT, excursion.LEAVE)
        raise RuntimeError
    assert before == (excursion.COUNT, excursion.LEAVE)


def test_a_setting_is_chosen_by_the_others_however_good_it_is_for_the_one_left_out() -> None:
    good, poor = Row("good", true=10, counted=10, matched=10), Row("poor", true=10, counted=10, matched=7)
    scores = [{"a": good, "b": good, "c": poor}, {"a": good, "b": poor, "c": good}]
    assert left_out(scores, "c") == [poor]


def test_settings_that_are_equally_good_are_all_told_the_worst_first() -> None:
    exact, missed = Score(blocks=3, exact=3), Score(blocks=3, exact=2, missed=1)
    scores = [{"a": exact, "b": exact}, {"a": exact, "b": missed}, {"a": missed, "b": exact}]
    assert left_out(scores, "b") == [missed, exact]
