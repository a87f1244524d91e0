"""A refusal where nobody sees a terminal: a plain window with the sentence, until a key or a while."""

from __future__ import annotations

import os
from contextlib import suppress

import pygame

from game.app import Show, open_window
from game.ui.panels import panel
from game.ui.text import draw_text
from game.ui.theme import MENU, Look, theme
from hardware.errors import FootfallError

STANDS_MS = 60_000
LARGE = 1.15
CLOSING = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.QUIT)
CARD = pygame.Rect(310, 340, 1300, 400)
MARGIN = 80


def show_refusal(text: str, show: Show) -> None:
    """Show a sentence where there is a screen; any key closes it."""
    if os.environ.get("SDL_VIDEODRIVER") == "dummy":
        return
    with suppress(FootfallError, pygame.error):
        surface = open_window(show)
        draw_refusal(surface, text)
        pygame.display.flip()
        wait_for_anything()
        pygame.display.quit()


def draw_refusal(surface: pygame.Surface, text: str) -> None:
    """The sentence on a card in the middle."""
    look = Look(text_scale=LARGE)
    surface.fill(theme(look).ground)
    panel(CARD.size, look, theme(look).card).draw(surface, CARD.topleft)
    draw_text(
        surface, text, CARD.center, look, MENU, align="centre", middle=True, width=CARD.width - 2 * MARGIN
    )


def wait_for_anything() -> None:
    """Return at a key, a click, the window's end, or when the sentence has stood long enough."""
    pygame.event.clear()
    until_ms = pygame.time.get_ticks() + STANDS_MS
    while (left_ms := until_ms - pygame.time.get_ticks()) > 0:
        if pygame.event.wait(left_ms).type in CLOSING:
            return
