import pytest

from game.training.checkin import Advice, advice


@pytest.mark.parametrize(
    ("pain", "effort", "before", "said"),
    [
        (0, 3, None, Advice.GO_ON),
        (3, 6, 2, Advice.GO_ON),
        (3, 7, 2, Advice.SHORTEN),
        (4, 0, 4, Advice.END),
        (2, 3, 0, Advice.END),
        (3, 3, 1, Advice.END),
        (1, 3, 0, Advice.GO_ON),
        (4, 0, None, Advice.END),
    ],
)
def test_pain_of_four_or_a_rise_of_two_ends_the_exercise(pain, effort, before, said):
    assert advice(pain, effort, before) is said


def test_an_answer_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="11"):
        advice(11, 0)
