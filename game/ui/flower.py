"""The flower of a rest: it breathes, and a petal takes colour for every part of the rest that has gone."""

from __future__ import annotations

import math

import pygame

from game.ui.curves import leaf, oval, ribbon
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import CREAM, MEADOW, ROSE, SKY_BLUE, STRAW, Look, mix, tones

PETALS = 12
PETAL_PX = 224
ROOT_PX = 40
"""A closed petal begins so far from the middle, under the heart."""
OPENING_PX = 62
"""So far it slides out in a breath."""

_PETAL = tones(ROSE)
_PALE = tones(mix(SKY_BLUE, CREAM, 0.6))
_LEAF = tones(mix(MEADOW.base, CREAM, 0.1))
_SEED = tones((190, 132, 60))


class RestFlower:
    """Cut once; a breath slides the petals. steady: it stays open, for reduced motion."""

    def __init__(self, look: Look, *, steady: bool = False) -> None:
        self._look = look
        self._steady = steady
        self._pale = [cut([_petal(n, rested=False)], look, lift=8) for n in range(PETALS)]
        self._rested: dict[int, Cutout] = {}
        self._ground = cut(_lily_pad(), look, lift=14)
        self._heart = self._cut_heart(look)

    def draw(self, surface: pygame.Surface, at: tuple[int, int], breath: float, rested: float) -> None:
        """Draw it about a point. breath: 0 closed, 1 open; rested: the share of the rest that has gone."""
        self._ground.draw(surface, at)
        out = OPENING_PX * (1.0 if self._steady else breath)
        places = [
            (at[0] + math.cos(_angle(n)) * out, at[1] + math.sin(_angle(n)) * out) for n in range(PETALS)
        ]
        # Those with colour lie above the pale ones.
        for n, there in enumerate(places):
            if rested * PETALS - n < 1:
                self._pale[n].draw(surface, there)
        for n, there in enumerate(places):
            gained = rested * PETALS - n
            if gained > 0:
                self._rested_petal(n).draw(surface, there, alpha=round(255 * min(gained, 1.0)))
        self._heart.draw(surface, at)

    def _rested_petal(self, n: int) -> Cutout:
        """A petal that has its colour, cut when it first gains it: one every few seconds."""
        if n not in self._rested:
            self._rested[n] = cut([_petal(n, rested=True)], self._look, lift=8)
        return self._rested[n]

    def _cut_heart(self, look: Look) -> Cutout:
        pieces = [Piece(oval((0, 0), 150, 150, 48), STRAW, lift=7)]
        for n in range(1, 14):
            along, about = 15 * math.sqrt(n), 2.4 * n
            pieces.append(
                Piece(oval((math.cos(about) * along, math.sin(about) * along), 13, 13, 12), _SEED, 1)
            )
        return cut(pieces, look, lift=8)


def _lily_pad() -> tuple[Piece, ...]:
    """A round leaf with a notch and veins, afloat in its ring of light."""
    notch, edge = math.radians(52), 326.0
    turns = [notch + math.radians(11) + n * (math.tau - math.radians(22)) / 72 for n in range(73)]
    rim = (
        (math.cos(notch) * 60, math.sin(notch) * 60),
        *((edge * math.cos(t), edge * math.sin(t)) for t in turns),
    )
    veins = [
        Piece(ribbon(((0, 0), (296 * math.cos(t), 296 * math.sin(t))), 12, 4), tones(_LEAF.shade), lift=0)
        for t in (notch + math.tau * n / 9 for n in range(1, 9))
    ]
    ripple = Piece(oval((0, 8), 716, 708, 72), tones(mix(SKY_BLUE, CREAM, 0.35)), lift=0, lean=0.1)
    return (ripple, Piece(rim, _LEAF, lift=8), *veins)


def _angle(petal: int) -> float:
    return 2 * math.pi * petal / PETALS - math.pi / 2


def _petal(number: int, *, rested: bool) -> Piece:
    x, y = math.cos(_angle(number)), math.sin(_angle(number))
    tip = ROOT_PX + PETAL_PX
    return Piece(leaf((x * ROOT_PX, y * ROOT_PX), (x * tip, y * tip), 112), _PETAL if rested else _PALE, 6)
