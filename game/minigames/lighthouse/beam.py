"""The beam: tones of light laid over the sea, from the lamp to where it points, fading with the distance."""

from __future__ import annotations

import math

import numpy as np
import pygame

from game.ui.curves import Point
from game.ui.theme import Rgb

_TONES: tuple[tuple[float, Rgb], ...] = tuple(
    (1.0 - 0.125 * n, (round(72 + 26 * n), round(64 + 24 * n), round(34 + 15 * n))) for n in range(8)
)
"""How wide each cone of light is, and what it adds to what it falls on."""
_ALONE: tuple[tuple[float, Rgb], ...] = (
    (1.0, (120, 104, 40)),
    (0.62, (190, 170, 70)),
    (0.28, (255, 236, 130)),
)

_STEPS, _LEVELS = 3, 24
"""Of a degree, and of its brightness, in which it is drawn anew: at rest it is only laid down."""


class Beam:
    """A cone of light that turns about its lamp. half_deg: half its opening; reach: its length in px."""

    def __init__(self, lamp: Point, reach: float, half_deg: float, *, contrast: bool) -> None:
        self._lamp, self._reach, self._half_deg = lamp, reach, half_deg
        self._tones = _ALONE if contrast else _TONES
        side = math.ceil(reach) + 8
        self._sheet = pygame.Surface((2 * side, side))
        self._foot: Point = (side, side - 4)
        self._drawn, self._part = (-1, -1), pygame.Rect(0, 0, 0, 0)
        self._fade = None if contrast else _fading(self._sheet.get_size(), self._foot, reach)

    def draw(self, surface: pygame.Surface, turn_deg: float, strength: float) -> None:
        """Let it shine. turn_deg: to the right of straight up; strength: 0 to 1, how bright."""
        step, level = round(turn_deg * _STEPS), round(strength * _LEVELS)
        if (step, level) != self._drawn:
            self._drawn, self._part = (step, level), self._shone(step / _STEPS, level / _LEVELS)
        part = self._part
        where = (
            round(self._lamp[0] - self._foot[0]) + part.left,
            round(self._lamp[1] - self._foot[1]) + part.top,
        )
        surface.blit(self._sheet, where, part, special_flags=pygame.BLEND_ADD)

    def _shone(self, turn_deg: float, strength: float) -> pygame.Rect:
        """Draw the cone on the sheet; the part of it that is not dark."""
        near = math.radians(turn_deg - self._half_deg), math.radians(turn_deg + self._half_deg)
        across = [self._foot[0] + self._reach * math.sin(turn) for turn in near] + [self._foot[0]]
        high = 1.0 if near[0] < 0 < near[1] else max(math.cos(turn) for turn in near)
        top = max(0, round(self._foot[1] - self._reach * max(high, 0.0)) - 6)
        part = pygame.Rect(round(min(across)) - 6, top, 0, self._sheet.get_height() - top)
        part.width = round(max(across)) + 6 - part.left
        part.clamp_ip(self._sheet.get_rect())
        self._sheet.fill((0, 0, 0), part)
        for share, colour in self._tones:
            half = self._half_deg * share
            edge = [self._foot]
            for step in range(7):
                turn = math.radians(turn_deg - half + 2 * half * step / 6)
                edge.append(
                    (
                        self._foot[0] + self._reach * math.sin(turn),
                        self._foot[1] - self._reach * math.cos(turn),
                    )
                )
            red, green, blue = (round(tone * strength) for tone in colour)
            pygame.draw.polygon(self._sheet, (red, green, blue), edge)
        if self._fade is not None:
            self._sheet.blit(self._fade, part.topleft, part, special_flags=pygame.BLEND_MULT)
        return part


def _fading(size: tuple[int, int], foot: Point, reach: float) -> pygame.Surface:
    """How much of the light is left at each place: all at the lamp, none at its reach."""
    across, down = np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32)
    far = np.hypot(across[:, None] - foot[0], down[None, :] - foot[1]) / reach
    left = (255 * np.clip(1 - far, 0, 1) ** 0.8).astype(np.uint8)
    surface = pygame.Surface(size, depth=32)
    pygame.surfarray.blit_array(surface, np.repeat(left[..., None], 3, axis=-1))
    return surface
