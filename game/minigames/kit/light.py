"""Evening light: the dusk that falls at the end of a bout, glows, lamps, and a line of paper lanterns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pygame

from game.minigames.kit.motion import clamped, ease
from game.ui.curves import Point
from game.ui.screen import SIZE
from game.ui.sheets import Shares
from game.ui.theme import Rgb

DUSK: tuple[Rgb, ...] = ((112, 104, 168), (196, 140, 168), (255, 178, 128), (150, 122, 160), (104, 92, 146))
"""What the colours are multiplied by when evening has come, from the top of the picture to its foot."""
WARM: Rgb = (255, 190, 96)
WIDE: Rgb = (224, 138, 62)
EVENING_S = 2.2
_BAND_PX = 9
_STRENGTHS = 8


def glow(radius: int, colour: Rgb = WARM) -> tuple[pygame.Surface, ...]:
    """A soft light in eight strengths, to be added to what it falls on. Made at half its size: it is soft."""
    full, radius = 2 * radius, (radius + 1) // 2
    along = (np.arange(-radius, radius, dtype=np.float32) + 0.5) / radius
    near: Shares = np.clip(1 - np.hypot(along[:, None], along[None, :]), 0, 1)
    strength = 0.55 * near**2.2 + 0.45 * near**9
    glows = []
    for step in range(_STRENGTHS):
        light = pygame.Surface((2 * radius, 2 * radius), depth=32)
        levels = strength[..., None] * (np.float32((step + 1) / _STRENGTHS) * np.asarray(colour, np.float32))
        pygame.surfarray.blit_array(light, levels.astype(np.uint8))
        glows.append(pygame.transform.smoothscale(light, (full, full)))
    return tuple(glows)


def shine(surface: pygame.Surface, at: Point, lit: float, glows: tuple[pygame.Surface, ...]) -> None:
    """Light about a point, lit 0 to 1."""
    if lit > 0:
        light = glows[min(int(lit * len(glows)), len(glows) - 1)]
        surface.blit(
            light, light.get_rect(center=(round(at[0]), round(at[1]))), special_flags=pygame.BLEND_ADD
        )


@cache
def _bands(dusk: tuple[Rgb, ...]) -> npt.NDArray[np.float64]:
    """The colour of each band of the dusk."""
    bands = np.linspace(0, len(dusk) - 1, SIZE[1] // _BAND_PX)
    return np.stack([np.interp(bands, range(len(dusk)), [c[i] for c in dusk]) for i in range(3)], axis=-1)


def darken(surface: pygame.Surface, share: float, dusk: tuple[Rgb, ...] = DUSK) -> None:
    """Lay a share of the evening's colours over the picture, in bands too narrow to be seen."""
    for index, light in enumerate((255 + (_bands(dusk) - 255) * share).astype(int).tolist()):
        surface.fill(light, (0, index * _BAND_PX, SIZE[0], _BAND_PX), special_flags=pygame.BLEND_MULT)


@dataclass(frozen=True)
class Lamp:
    """A lamp that is lit in the evening. radius: of its light in px. share: how bright at most."""

    at: Point
    radius: int = 150
    share: float = 1.0


class Evening:
    """How far the evening has come, and its light. still: it comes at once and stays as it is."""

    def __init__(self, *, still: bool, contrast: bool) -> None:
        self.s = -1.0
        self._still = still
        self._contrast = contrast
        self._glows: dict[tuple[int, Rgb], tuple[pygame.Surface, ...]] = {}

    def prepare(self, lamps: tuple[Lamp, ...]) -> None:
        """Make what the evening needs."""
        if self._contrast:
            return
        for lamp in lamps:
            self.glow(lamp.radius)

    def glow(self, radius: int, colour: Rgb = WARM) -> tuple[pygame.Surface, ...]:
        """A light of this evening."""
        if (radius, colour) not in self._glows:
            self._glows[radius, colour] = glow(radius, colour)
        return self._glows[radius, colour]

    def begin(self) -> None:
        """The bout is over."""
        self.s = 30.0 if self._still else 0.0

    def step(self, dt_s: float) -> None:
        """Time passes."""
        if self.s >= 0 and not self._still:
            self.s += dt_s

    @property
    def begun(self) -> bool:
        """Whether the bout is over."""
        return self.s >= 0

    @property
    def share(self) -> float:
        """0 by day, 1 when evening has come."""
        return ease(self.s / EVENING_S) if self.begun else 0.0

    def draw(self, surface: pygame.Surface, lamps: tuple[Lamp, ...]) -> None:
        """The dusk over all that is drawn, and the lamps, one after the other. High contrast has none."""
        if not self.begun or self._contrast:
            return
        darken(surface, self.share)
        for index, lamp in enumerate(lamps):
            lit = clamped((self.s - 0.2 - 0.25 * index) / 0.5)
            shine(surface, lamp.at, lit * lamp.share, self.glow(lamp.radius))


def sagging(start: Point, end: Point, sag_px: float, share: float) -> Point:
    """A point of a line that hangs between two points."""
    x = start[0] + (end[0] - start[0]) * share
    y = start[1] + (end[1] - start[1]) * share
    return (x, y + 4 * sag_px * share * (1 - share))


def swing(time_s: float, index: int, reach_deg: float = 5.0) -> float:
    """How far something that hangs has swung, in degrees."""
    return reach_deg * math.sin(time_s * 1.7 + index)
