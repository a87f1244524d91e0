"""Text: eight words a line at most, the player's scale, pictures kept."""

import pygame
import pytest

from game.ui.text import draw_text, font, rendered, text_size, wrapped
from game.ui.theme import BODY, Look

LONG = "Lift your foot slowly and hold it there for as long as you like"


def test_no_line_has_more_than_eight_words() -> None:
    assert all(len(line.split()) <= 8 for line in wrapped(LONG, BODY, None))
    assert " ".join(wrapped(LONG, BODY, None)) == LONG


def test_no_word_is_left_alone_on_the_last_line() -> None:
    words = "84 steps to the next lamp"
    width = text_size("84 steps to the next", Look())[0] + 1
    assert wrapped(words, BODY, width) == ("84 steps to the", "next lamp")


def test_lines_fit_the_width_asked() -> None:
    face_width, _ = text_size(LONG, Look(), width=500)
    assert face_width <= 500


def test_the_player_s_text_scale_makes_text_larger() -> None:
    assert text_size("Rest", Look(text_scale=2.0))[0] > 1.9 * text_size("Rest", Look())[0]


def test_text_lies_where_it_is_asked_to() -> None:
    canvas = pygame.Surface((800, 400))
    assert abs(draw_text(canvas, "Rest", (400, 200), Look(), align="centre", middle=True).centerx - 400) <= 1
    assert draw_text(canvas, "Rest", (400, 200), Look(), align="right").right == 400


def test_a_line_is_rendered_once() -> None:
    assert rendered("Rest", BODY, (0, 0, 0)) is rendered("Rest", BODY, (0, 0, 0))


@pytest.mark.parametrize("bold", [False, True])
def test_a_nought_is_open_and_as_wide_as_ever(bold: bool) -> None:
    nought, slashed = rendered("0", 160, (0, 0, 0), bold), font(160, bold).render("0", True, (0, 0, 0))
    assert nought.get_size() == slashed.get_size()
    assert nought.get_at(nought.get_bounding_rect().center).a == 0
    assert slashed.get_at(slashed.get_bounding_rect().center).a > 0
