"""The sun that fills: how much of a stillness has been seen. Its rays light in turn and fade softly."""

from __future__ import annotations

import math

import pygame

from game.ui.curves import Outline, oval, ribbon, smooth
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import GREEN, INK, STRAW, YELLOW, Look, Rgb, Tones, mix, tones

RAYS = 12
FALL_S = 1.6
"""A full sun that is left alone fades in this time: a twitch does not cost it all at a glance."""
RISE_S = 0.25

_PALE = Tones((226, 214, 190), (196, 180, 158), (244, 236, 218))
_GOLD = Tones(YELLOW, (190, 138, 8), (255, 236, 150))


class FillingSun:
    """Twelve rays round a disc. share 0 to 1 is followed gently."""

    def __init__(self, look: Look, radius: float = 190.0) -> None:
        self._disc = cut(_disc(radius), look, lift=6)
        self._pale = cut(tuple(Piece(_ray(i, radius), _PALE, lift=2) for i in range(RAYS)), look, lift=2)
        self._lit = [cut(_lit_ray(i, radius), look, lift=5) for i in range(RAYS)]
        self.shown = 0.0

    def step(self, dt_s: float, share: float) -> None:
        """Follow the share: quickly up, slowly down."""
        rate = dt_s / (RISE_S if share > self.shown else FALL_S)
        self.shown += max(-rate, min(rate, share - self.shown))

    def draw(self, surface: pygame.Surface, at: tuple[float, float]) -> None:
        """Draw it about its middle."""
        self._pale.draw(surface, at)
        lit = self.shown * RAYS
        for index, ray in enumerate(self._lit):
            if lit > index:
                ray.draw(surface, at, alpha=round(255 * min(1.0, lit - index)))
        self._disc.draw(surface, at)


def _disc(radius: float) -> tuple[Piece, ...]:
    rim = oval((0, 0), radius * 1.06, radius * 1.06, 72)
    return (
        Piece(rim, tones(mix(_GOLD.shade, INK, 0.35))),
        Piece(oval((0, 0), radius * 0.98, radius * 0.98, 72), _GOLD, lift=2),
        Piece(oval((0, 0), radius * 0.62, radius * 0.62, 60), STRAW, lift=3),
    )


def _ray(index: int, radius: float, grow: float = 0.0) -> Outline:
    """A petal that points away from the middle, the first one straight up, the next clockwise."""
    turn = math.tau * index / RAYS - math.pi / 2
    half = radius * 0.13 + grow
    inner, outer = radius * 0.64 - grow, radius * 1.02 + grow
    knots = ((inner, -half * 0.7), ((inner + outer) / 2, -half), (outer, 0.0))
    ring = (*knots, ((inner + outer) / 2, half), (inner, half * 0.7))
    cos, sin = math.cos(turn), math.sin(turn)
    return smooth(tuple((x * cos - y * sin, x * sin + y * cos) for x, y in ring))


def _lit_ray(index: int, radius: float) -> tuple[Piece, ...]:
    edge = tones(mix(_GOLD.shade, INK, 0.45))
    return (Piece(_ray(index, radius, 3.0), edge, lift=0), Piece(_ray(index, radius, -2.0), _GOLD, lift=2))


def tick(look: Look, size: float = 120.0, colour: Rgb = GREEN) -> Cutout:
    """The sign of something that is done."""
    path = ((-0.42, 0.04), (-0.12, 0.34), (0.46, -0.36))
    scaled = tuple((x * size, y * size) for x, y in path)
    return cut(
        (
            Piece(ribbon(scaled, size * 0.34), tones(INK)),
            Piece(ribbon(scaled, size * 0.2), tones(colour), lift=2),
        ),
        look,
        lift=5,
    )
