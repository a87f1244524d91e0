from hypothesis import given
from hypothesis import strategies as st

from game.training.unlocking import open_level, stars


def test_two_stars_open_the_next_level():
    assert open_level(1, played=1, earned_stars=2, counted=8, wanted=8) == 2
    assert open_level(1, played=1, earned_stars=1, counted=8, wanted=8) == 1


def test_a_bout_shorter_than_the_level_opens_nothing():
    assert open_level(1, played=1, earned_stars=3, counted=3, wanted=8) == 1
    assert stars(full=3, judged=3, finished=True) == 3


@given(
    open_until=st.integers(1, 10),
    played=st.integers(1, 10),
    earned=st.integers(0, 3),
    counted=st.integers(0, 30),
)
def test_nothing_ever_closes_again(open_until, played, earned, counted):
    assert open_until <= open_level(open_until, played, earned, counted, 8) <= 10
