"""No bout twice the same: who passes by is dealt by the seed and the day."""

from dataclasses import replace

import pytest

from game.minigames.kit.deck import Deck, Visitor
from game.minigames.stage import Stage
from game.ui.theme import Look
from tests.minigames.test_contract import Silent

CARDS = tuple(Visitor(f"visitor {number}", 1.0, lambda surface, share: None) for number in range(6))
STAGE = Stage(Look(), Silent(), ("right",), "", level=1, goal=None, seed=3, day=739_000)


def dealt(stage: Stage, repetitions: int = 120) -> list[tuple[int, str]]:
    """Who came, and at which repetition."""
    deck = Deck(CARDS, stage.random_today(), level=1, still=False)
    came = []
    for number in range(repetitions):
        before = len(deck.dealt)
        deck.repetition()
        came += [(number, name) for name in deck.dealt[before:]]
        deck.step(2.0)
    return came


def test_the_same_day_and_seed_deal_the_same() -> None:
    assert len(dealt(STAGE)) >= 4
    assert dealt(STAGE) == dealt(replace(STAGE, look=Look(text_scale=1.3)))


@pytest.mark.parametrize("later", range(1, 8))
def test_with_the_same_seed_every_day_of_a_week_differs(later: int) -> None:
    assert dealt(replace(STAGE, day=STAGE.day + later)) != dealt(STAGE)


def test_another_seed_of_the_same_day_differs() -> None:
    assert dealt(replace(STAGE, seed=4)) != dealt(STAGE)
