"""The small coach shows what is asked now, never the opposite."""

import pytest

from game.bout.play import LimbView
from game.clock import STEP_S
from game.movement.events import Phase
from game.ui.demonstration import SHOWN_S, Demonstration


def passed(shown: Demonstration, limb: LimbView, seconds: float, *, over: bool = False) -> list[float]:
    positions = []
    for _ in range(round(seconds / STEP_S)):
        shown.step(STEP_S, limb, over=over)
        positions.append(shown.position)
    return positions


def test_at_rest_it_shows_the_whole_movement() -> None:
    positions = passed(Demonstration(), LimbView(asked=True), SHOWN_S)
    assert max(positions) == pytest.approx(1.0, abs=0.01)
    assert min(positions) < 0.01


def test_it_stays_at_the_top_for_as_long_as_the_hold_lasts() -> None:
    shown = Demonstration()
    passed(shown, LimbView(position=0.7, target=0.6, phase=Phase.OUT), 0.5)
    limb = LimbView(position=0.7, target=0.6, held=0.5, phase=Phase.TOP)
    assert min(passed(shown, limb, 9.0)) == 1.0


def test_it_comes_back_once_the_hold_is_done() -> None:
    shown = Demonstration()
    passed(shown, LimbView(position=0.7, target=0.6, phase=Phase.OUT), 0.5)
    positions = passed(shown, LimbView(position=0.7, target=0.6, held=1.0, phase=Phase.TOP), 4.0)
    assert positions == sorted(positions, reverse=True)
    assert positions[-1] == 0.0


def test_it_goes_out_while_the_limb_does_and_is_never_slower() -> None:
    shown = Demonstration()
    for step in range(31):
        shown.step(STEP_S, LimbView(position=0.02 * step, target=0.6, phase=Phase.OUT))
        assert shown.position >= 0.02 * step / 0.6 - 1e-9


def test_it_goes_back_with_a_limb_that_turned_before_the_target() -> None:
    shown = Demonstration()
    passed(shown, LimbView(position=0.4, target=0.6, phase=Phase.OUT), 1.0)
    assert passed(shown, LimbView(position=0.1, target=0.6, phase=Phase.BACK), 0.1)[-1] < 0.2


def test_when_the_bout_is_over_it_asks_for_nothing_more() -> None:
    shown = Demonstration()
    passed(shown, LimbView(position=0.7, target=0.6, phase=Phase.TOP), 2.0)
    positions = passed(shown, LimbView(), 10.0, over=True)
    assert positions == sorted(positions, reverse=True)
    assert positions[-1] == 0.0
