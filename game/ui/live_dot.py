"""The small signal of a gauge: a full dot that breathes while samples arrive, else an open ring."""

import math
from functools import lru_cache

import pygame

from game.ui.curves import Point, oval
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import CREAM, TARGET, WHITE, Look, mix, tones

_DOT_PX = 30
_BREATH_S = 2.4


class LiveDot:
    """One dot for every limb of a gauge."""

    def __init__(self, look: Look) -> None:
        self._still = look.reduced_motion
        self._dots = {live: cut(_dot(look, live=live), look, lift=2) for live in (True, False)}

    def draw(self, surface: pygame.Surface, at: Point, time_s: float, *, live: bool) -> None:
        """Draw it about its middle."""
        if live and not self._still:
            breath = 0.5 - 0.5 * math.cos(2 * math.pi * time_s / _BREATH_S)
            _halo(round(breath * 8)).draw(surface, at)
        self._dots[live].draw(surface, at)


def _dot(look: Look, *, live: bool) -> tuple[Piece, ...]:
    paper = tones(WHITE) if look.contrast else tones((62, 66, 84))
    hole = () if live else (oval((0, 0), _DOT_PX * 0.56, _DOT_PX * 0.56, 32),)
    return (Piece(oval((0, 0), _DOT_PX, _DOT_PX, 40), TARGET if live else paper, holes=hole),)


@lru_cache(maxsize=16)
def _halo(step: int) -> Cutout:
    """The breath round the signal dot: a ring that widens and pales."""
    outer = _DOT_PX + 10 + 2.5 * step
    paper = tones(mix(TARGET.light, CREAM, 0.05 * step))
    ring = Piece(
        oval((0, 0), outer, outer, 40), paper, lift=0, holes=(oval((0, 0), outer - 9, outer - 9, 40),)
    )
    return cut((ring,), Look(), lift=0)
