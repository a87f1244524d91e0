"""A sun that rises and sinks over a quiet sea, as slowly as one breathes at rest."""

from __future__ import annotations

import math

import pygame

from game.ui import scenery
from game.ui.curves import moved, waves
from game.ui.panels import panel
from game.ui.paper import Piece, cut, gradient
from game.ui.theme import DAYS, DEEP_SEA, NIGHT, SEA, Look, TimeOfDay, Tones, mix, theme

BREATH_S = 9.0
"""Four seconds in, five out: slower than breathing, never a command."""
SIZE = 620
_RIM = 26
_ROWS = 4


class BreathingSea:
    """Stands still with reduced motion."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._time_s = 0.0
        day = DAYS[TimeOfDay.DAWN]
        inner = SIZE - 2 * _RIM
        self._frame = panel((SIZE, SIZE), look, theme(look).card, round_px=60)
        self._sky = gradient((inner, inner), (NIGHT, NIGHT) if look.contrast else day.sky)
        around = NIGHT if look.contrast else day.sky[2]
        self._sun = cut(scenery.sun(day.sun, around, 82), look, lift=0)
        self._rows = [cut((_row(inner, index),), look, lift=6) for index in range(_ROWS)]

    def step(self, dt_s: float) -> None:
        """Breathe."""
        if not self._look.reduced_motion:
            self._time_s += dt_s

    def draw(self, surface: pygame.Surface, middle: tuple[int, int]) -> None:
        """Draw the window about its middle."""
        corner = (middle[0] - SIZE // 2, middle[1] - SIZE // 2)
        self._frame.draw(surface, corner)
        window = pygame.Rect(corner, (SIZE, SIZE)).inflate(-2 * _RIM, -2 * _RIM)
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * self._time_s / BREATH_S)
        before = surface.get_clip()
        surface.set_clip(window)
        surface.blit(self._sky, window.topleft)
        self._sun.draw(surface, (window.centerx, window.centery + 50 - 190 * breath))
        for index, row in enumerate(self._rows):
            way = 1 if index % 2 else -1
            x = window.left + way * 34 * math.sin(2 * math.pi * self._time_s / BREATH_S + index)
            rise = (10 + 6 * index) * breath
            row.draw(surface, (x, window.centery + 70 + 58 * index - rise))
        surface.set_clip(before)


def _row(width: int, index: int) -> Piece:
    near = (index + 1) / _ROWS
    line = moved(waves(width + 240, 12 + 8 * near, 70 + 50 * near), -120, 0)
    foot = 260.0 - 52.0 * index
    edge = ((-120.0, foot), *line, (width + 120.0, foot))
    paper = Tones(*(mix(far, deep, near * 0.8) for far, deep in zip(SEA, DEEP_SEA, strict=True)))
    return Piece(edge, paper, lean=0.0, fade=paper.shade)
