"""The signal, large: a puck that is heard sends out rings; one that is not yet heard waits, open and pale."""

from __future__ import annotations

import pygame

from game.ui.curves import oval
from game.ui.paper import Piece, cut
from game.ui.progress_ring import tick
from game.ui.theme import CREAM, INK, TARGET, WHITE, Look, Tones, mix, tones

_PUCK = Tones((84, 96, 118), (56, 64, 90), (128, 142, 160))
_RINGS = 3
_WAVE_S = 2.4
"""One ring goes out in this time: slower than anything that flashes."""


class SignalDot:
    """One puck's signal."""

    def __init__(self, look: Look, size: float = 180.0) -> None:
        self._still = look.reduced_motion
        body = Piece(oval((0, 0), size, size, 64), _PUCK, lift=6)
        face = Piece(oval((0, 0), size * 0.72, size * 0.72, 56), tones(CREAM), lift=2)
        self._live = cut((body, face, Piece(oval((0, 0), size * 0.5, size * 0.5, 48), TARGET, lift=2)), look)
        hole = oval((0, 0), size * 0.3, size * 0.3, 40)
        ring = Piece(oval((0, 0), size * 0.5, size * 0.5, 48), tones((120, 124, 138)), lift=1, holes=(hole,))
        self._quiet = cut((body, face, ring), look)
        self._tick = tick(look, size * 0.4, WHITE)
        self._rings = [cut((_ring(size * (1.3 + 0.34 * i)),), look, lift=0) for i in range(_RINGS)]

    def draw(self, surface: pygame.Surface, at: tuple[float, float], time_s: float, *, live: bool) -> None:
        """Draw it about its middle. The rings run outwards while the puck is heard, else inwards."""
        share = 0.5 if self._still else time_s / _WAVE_S % 1.0
        for index, ring in enumerate(self._rings):
            phase = (share - index / _RINGS) if live else (share + index / _RINGS)
            glow = 1.0 - abs(2.0 * (phase % 1.0) - 1.0)
            ring.draw(surface, at, alpha=round((210 if live else 90) * (0.25 + 0.75 * glow)))
        (self._live if live else self._quiet).draw(surface, at)
        if live:
            self._tick.draw(surface, at)


def _ring(size: float) -> Piece:
    hole = oval((0, 0), size - 18, size - 18, 72)
    return Piece(oval((0, 0), size, size, 72), tones(mix(TARGET.base, INK, 0.05)), lift=0, holes=(hole,))
