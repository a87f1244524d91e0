"""What stands beside every mini-game: the gauge, the count, the coach, the caption, and Stop."""

from __future__ import annotations

import pygame

from game.minigames.stage import HUD_WIDTH, SIZE, Play
from game.ui.paper import card
from game.ui.text import draw_text
from game.ui.theme import BODY, COUNTER, Look, theme
from game.ui.words import Words

CAPTION_HEIGHT = 92


class Hud:
    """The column on the side the player sees best."""

    def __init__(self, look: Look, words: Words) -> None:
        self._look = look
        self._words = words
        left = 0 if look.better_side == "left" else SIZE[0] - HUD_WIDTH
        self.column = pygame.Rect(left, 0, HUD_WIDTH, SIZE[1]).inflate(-48, -48)
        self.stop_rect = pygame.Rect(self.column.left, self.column.bottom - 110, self.column.width, 110)
        self._waiting = False

    def step(self, dt_s: float, play: Play, *, waiting: bool) -> None:
        """Move on by dt_s."""
        self._waiting = waiting

    def draw(self, surface: pygame.Surface, play: Play, caption: str) -> None:
        """Draw the column and the caption."""
        colours = theme(self._look)
        card(self.column.width, self.column.height - 140, self._look, colours.card).draw(
            surface, self.column.topleft
        )
        card(*self.stop_rect.size, self._look, colours.button).draw(surface, self.stop_rect.topleft)
        draw_text(
            surface,
            self._words("play.stop"),
            self.stop_rect.center,
            self._look,
            BODY,
            bold=True,
            align="centre",
            middle=True,
        )
        draw_text(
            surface,
            str(play.count),
            (self.column.centerx, self.column.top + 20),
            self._look,
            COUNTER,
            bold=True,
            align="centre",
        )
        text = self._words("play.waiting") if self._waiting else caption
        if text:
            self._draw_caption(surface, text)

    def _draw_caption(self, surface: pygame.Surface, text: str) -> None:
        width = SIZE[0] - HUD_WIDTH - 160
        left = 80 + (HUD_WIDTH if self._look.better_side == "left" else 0)
        rect = pygame.Rect(left, SIZE[1] - CAPTION_HEIGHT - 36, width, CAPTION_HEIGHT)
        card(*rect.size, self._look, theme(self._look).card).draw(surface, rect.topleft)
        draw_text(surface, text, rect.center, self._look, BODY, align="centre", middle=True)
