"""Three paper stars: those earned land one after another, the others stay as their outlines."""

from __future__ import annotations

import math

import pygame

from game.ui.curves import Outline, smooth
from game.ui.paper import Piece, RotatingCutout, cut
from game.ui.theme import CREAM, INK, Look, Tones, mix, tones

FIRST_S = 0.6
EACH_S = 0.7
LANDING_S = 0.3

_GOLD = Tones((236, 186, 24), (186, 128, 6), (255, 238, 156))
_EMPTY = Tones((236, 226, 208), (206, 194, 178), (248, 240, 228))


class StarRow:
    """Up to three stars that land. `step` says how many have just landed."""

    def __init__(self, look: Look, earned: int, size: float = 170.0) -> None:
        self._look = look
        self._earned = earned
        self._size = size
        self._empty = cut(_outline(size), look, lift=2)
        self._gold = RotatingCutout(_star(size), look, lift=9)
        self._time_s = 0.0

    @property
    def landed(self) -> int:
        """Stars that lie in their place by now."""
        since = self._time_s - FIRST_S - LANDING_S
        return 0 if since < 0 else min(self._earned, int(since / EACH_S) + 1)

    @property
    def done(self) -> bool:
        """Whether all that were earned have landed."""
        return self.landed == self._earned

    def step(self, dt_s: float) -> int:
        """Move on; how many stars landed in this step."""
        before = self.landed
        self._time_s += dt_s
        return self.landed - before

    def draw(self, surface: pygame.Surface, middle: tuple[float, float]) -> None:
        """Draw the row about its middle."""
        for index in range(3):
            at = (middle[0] + (index - 1) * self._size * 1.16, middle[1])
            self._empty.draw(surface, at)
            since = (self._time_s - FIRST_S - index * EACH_S) / LANDING_S
            if index >= self._earned or since <= 0:
                continue
            if since >= 1 or self._look.reduced_motion:
                self._gold.draw(surface, at, 0.0)
            else:
                self._gold.draw(surface, at, 24.0 * (1 - since), _overshot(since))


def _overshot(share: float) -> float:
    """From a little larger over a little smaller to itself: a soft landing."""
    return 1.0 + 0.5 * (1 - share) ** 2 * math.cos(math.pi * 1.5 * share)


def _star(size: float) -> tuple[Piece, ...]:
    return (
        Piece(_points(size * 1.0), tones(CREAM)),
        Piece(_points(size * 0.92), tones(mix(_GOLD.shade, INK, 0.55)), lift=2),
        Piece(_points(size * 0.82), _GOLD, lift=1),
        Piece(_points(size * 0.4), tones(_GOLD.light), lift=2),
    )


def _outline(size: float) -> tuple[Piece, ...]:
    """A star that was not earned this time: only its edge, so that it is told apart in grey too."""
    edge = tones(mix(_EMPTY.shade, INK, 0.25))
    return (Piece(_points(size * 0.92), edge, lift=1, holes=(_points(size * 0.78),)),)


def _points(size: float) -> Outline:
    ring = []
    for index in range(10):
        reach = size / 2 * (1.0 if index % 2 == 0 else 0.56)
        turn = -math.pi / 2 + index * math.pi / 5
        ring.append((reach * math.cos(turn), reach * math.sin(turn)))
    return smooth(ring, steps=6)
