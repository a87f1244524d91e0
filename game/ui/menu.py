"""A card with a title and up to four large choices, the same on every screen that asks something."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.intentions import Meaning
from game.ui.focus import Choice, Focus
from game.ui.paper import card
from game.ui.text import draw_text, text_size
from game.ui.theme import MENU, TITLE, Look, theme

WIDTH = 1000
BUTTON_HEIGHT = 132
GAP = 28
MARGIN = 64
SCREEN = pygame.Rect(0, 0, 1920, 1080)


class Menu:
    """Asks one thing. `step` returns the key of the choice that was taken, or None."""

    def __init__(
        self,
        look: Look,
        title: str,
        choices: Sequence[tuple[str, str]],
        *,
        start: str | None = None,
        scanning: bool = False,
        area: pygame.Rect = SCREEN,
    ) -> None:
        self._look = look
        self._title = title
        self._labels = dict(choices)
        title_height = text_size(title, look, TITLE, bold=True, width=WIDTH - 2 * MARGIN)[1]
        height = 2 * MARGIN + title_height + len(choices) * (BUTTON_HEIGHT + GAP)
        self._panel = pygame.Rect(0, 0, WIDTH, height)
        self._panel.center = area.center
        top = self._panel.top + MARGIN + title_height + GAP
        rects = [
            pygame.Rect(
                self._panel.left + MARGIN, top + i * (BUTTON_HEIGHT + GAP), WIDTH - 2 * MARGIN, BUTTON_HEIGHT
            )
            for i in range(len(choices))
        ]
        self._focus = Focus(
            [Choice(key, rect) for (key, _), rect in zip(choices, rects, strict=True)],
            start,
            scanning=scanning,
        )

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> str | None:
        """Move the focus; the choice that was taken."""
        return self._focus.step(dt_s, meanings)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card and its choices."""
        colours = theme(self._look)
        card(self._panel.width, self._panel.height, self._look, colours.card).draw(
            surface, self._panel.topleft
        )
        at = (self._panel.left + MARGIN, self._panel.top + MARGIN)
        draw_text(surface, self._title, at, self._look, TITLE, bold=True, width=WIDTH - 2 * MARGIN)
        for choice in self._focus.choices:
            draw_button(
                surface,
                choice.rect,
                self._labels[choice.key],
                self._look,
                chosen=choice.key == self._focus.key,
            )


def draw_button(surface: pygame.Surface, rect: pygame.Rect, label: str, look: Look, *, chosen: bool) -> None:
    """A paper button. The one in focus is darker, larger by an arrow, and says so without colour."""
    colours = theme(look)
    tones = colours.chosen if chosen else colours.button
    card(rect.width, rect.height, look, tones).draw(surface, rect.topleft)
    text = colours.chosen_text if chosen else colours.button_text
    draw_text(surface, label, (rect.left + 96, rect.centery), look, MENU, colour=text, bold=True, middle=True)
    if chosen:
        x, y = rect.left + 40, rect.centery
        pygame.draw.polygon(surface, text, [(x, y - 22), (x + 30, y), (x, y + 22)])
