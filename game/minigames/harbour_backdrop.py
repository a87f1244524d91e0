"""What lies behind the play, refreshed a part at a time: it drifts so slowly that nobody sees the parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui.screen import SIZE

Part = Callable[[pygame.Surface, float], None]
"""Draws some layers on a surface as they are at a time in seconds."""


class Backdrop:
    """A picture that is drawn anew in one frame more than it has parts, the farthest first.

    The whole picture shows one instant: the next one appears when all its parts are drawn. still: nothing in
    it moves, so it is drawn once.
    """

    def __init__(self, parts: Sequence[Part], *, still: bool = False) -> None:
        self._parts = parts
        self._still = still
        self._shown = pygame.Surface(SIZE, depth=32)
        self._next = pygame.Surface(SIZE, depth=32)
        self._drawn = -1
        self._time_s = 0.0

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Show the picture, and draw one part of the next one."""
        if self._drawn < 0:
            for part in self._parts:
                part(self._next, time_s)
            self._shown.blit(self._next, (0, 0))
            self._drawn = 0
        surface.blit(self._shown, (0, 0))
        if self._still:
            return
        if self._drawn == 0:
            self._time_s = time_s
        if self._drawn < len(self._parts):
            self._parts[self._drawn](self._next, self._time_s)
            self._drawn += 1
        else:
            # Cut-outs are drawn fastest on the surface they were drawn on before, so the two never swap.
            self._shown.blit(self._next, (0, 0))
            self._drawn = 0
