"""The hold, as the state of a limb tells it."""

import pytest

from game.movement.events import LimbState, Target
from game.movement.excursion import ExcursionDetector

STEP_S = 0.01


def told(hold_s: float, *stays: tuple[float, float]) -> list[LimbState]:
    """The state at the end of each stay (position, seconds); the way between two takes half a second."""
    detector, states = ExcursionDetector(), []
    detector.target = Target(0.6, hold_s)
    time_s = position = 0.0
    for to, stay_s in stays:
        start = position
        for step in range(1, round((0.5 + stay_s) / STEP_S) + 1):
            time_s += STEP_S
            position = start + (to - start) * min(1.0, step * STEP_S / 0.5)
            detector.update(time_s, position)
        state = LimbState()
        detector.show_hold(state, position)
        states.append(state)
    return states


def test_the_share_held_is_of_what_is_asked() -> None:
    rest, half = told(2.0, (0.0, 1.0), (0.8, 0.9))
    assert (rest.held, rest.in_band) == (0.0, False)
    assert half.in_band
    assert half.held == pytest.approx(half.held_s / 2.0)
    assert 0.4 < half.held < 0.6


def test_a_limb_that_sags_out_of_the_band_keeps_what_it_held() -> None:
    _, _, sagged = told(2.0, (0.0, 1.0), (0.8, 0.9), (0.45, 0.2))
    assert not sagged.in_band
    assert 0.4 < sagged.held < 0.8


def test_the_hold_is_never_more_than_all_and_over_at_rest() -> None:
    _, long, home = told(0.5, (0.0, 1.0), (0.8, 2.0), (0.0, 1.0))
    assert long.held == 1.0
    assert (home.held, home.held_s, home.in_band) == (0.0, 0.0, False)


def test_where_no_hold_is_asked_reaching_is_all_of_it() -> None:
    _, below, there = told(0.0, (0.0, 1.0), (0.5, 0.2), (0.7, 0.1))
    assert (below.held, there.held) == (0.0, 1.0)
