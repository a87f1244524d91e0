"""A card of choices: a picture beside every word that has one, all within the half that is seen better."""

import pygame
import pytest

from game.ui.choices import Choices, Item, card_area
from game.ui.icons import icon
from game.ui.theme import Look, Side
from game.ui.words import Words


@pytest.fixture(autouse=True, scope="module")
def _window() -> None:
    pygame.display.init()
    pygame.display.set_mode((1920, 1080))


def card(look: Look, *items: Item) -> Choices:
    return Choices(look, Words.load(), "Title", items)


def test_a_choice_shows_the_icon_of_its_key() -> None:
    shown = card(Look(), Item("rest", "Rest"), Item("Anna", "Anna"))._pages[0]
    assert [item.picture for item in shown] == [icon("rest", Look()), None, icon("back", Look())]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_card_and_caption_lie_in_the_better_half(side: Side, scale: float) -> None:
    look = Look(better_side=side, text_scale=scale)
    half = pygame.Rect(0 if side == "left" else 960, 0, 960, 1080)
    small = card(look, Item("rest", "Rest"))
    assert half.contains(card_area(look))
    assert all(half.contains(small.rect(key)) for key in small.keys)
    assert half.contains(small.caption_area())
