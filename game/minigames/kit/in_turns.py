"""A calm picture that is drawn over two frames, so that none of them has to do all of it."""

from __future__ import annotations

import pygame

from game.clock import STEP_S
from game.minigames.kit.layers import Drawn

_LATE_S = 2.5 * STEP_S
"""Who was not asked for longer than this draws all at once: what is half done is too old."""


class InTurns:
    """One frame draws what lies below, the next what lies on top of it and shows the whole: thirty times a
    second, which is more than enough for lanterns and a boat that sails home.

    sheet: of the picture's size, and nobody else's from the first `draw` on.
    """

    def __init__(self, sheet: pygame.Surface, below: Drawn, above: Drawn) -> None:
        self._sheet = sheet
        self._below, self._above = below, above
        self._half_done = False
        self._time_s: float | None = None

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Show it as it was a frame ago, or as it is now. Where time stands still, or has gone on for more
        than two frames, it is drawn at once."""
        since_s = -1.0 if self._time_s is None else time_s - self._time_s
        self._time_s = time_s
        if 0 < since_s <= _LATE_S and not self._half_done:
            surface.blit(self._sheet, (0, 0))
            self._below(self._sheet)
            self._half_done = True
            return
        if not 0 < since_s <= _LATE_S:
            self._below(self._sheet)
        self._above(self._sheet)
        self._half_done = False
        surface.blit(self._sheet, (0, 0))
