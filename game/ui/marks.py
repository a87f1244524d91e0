"""Small signs on choices: stars, a lock, how loud. Each is anchored at its middle."""

from __future__ import annotations

import math

from game.ui.curves import Outline, box, oval, ribbon
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import Pieces, star
from game.ui.theme import SLATE, STRAW, TARGET, Look, Tones, tones, towards

_EMPTY = tones((206, 196, 184))
_GOLD = Tones((244, 194, 50), (204, 146, 26), (255, 230, 140))


def stars(count: int, look: Look, size: float = 62) -> Cutout:
    """Three stars, so many of them earned: gold and whole, the others pale with a hole."""
    pieces: list[Piece] = []
    for index in range(3):
        (shape,) = star(size, _GOLD if index < count else _EMPTY)
        if index >= count:
            inner = tuple((x * 0.55, y * 0.55) for x, y in shape.outline)
            shape = Piece(shape.outline, shape.tones, shape.lift, holes=(inner,))
        pieces += placed((shape,), ((index - 1) * size * 1.04, 0))
    return cut(pieces, look, lift=3)


def lock(look: Look, size: float = 64) -> Cutout:
    """A padlock: this opens later."""
    arc: Outline = tuple(
        (size * 0.24 * math.cos(turn), -size * 0.1 + size * 0.34 * math.sin(turn))
        for turn in (math.pi * (1 + n / 14) for n in range(15))
    )
    pieces = (
        Piece(ribbon(arc, size * 0.11), SLATE, lift=1),
        Piece(box(-size * 0.36, -size * 0.12, size * 0.72, size * 0.56, 8), STRAW, lift=3),
        Piece(oval((0, size * 0.12), size * 0.15, size * 0.15, 16), SLATE, lift=0),
    )
    return cut(pieces, look, lift=3)


def loudness(steps: int, look: Look, size: float = 84) -> Cutout:
    """Three bars, so many of them full."""
    bars: Pieces = tuple(
        Piece(
            box((index - 1) * size * 0.36 - size * 0.13, size * 0.36 - high, size * 0.26, high, 5),
            TARGET if index < steps else towards(_EMPTY, (255, 255, 255), 0.2),
            lift=2,
        )
        for index, high in ((n, size * (0.3 + 0.22 * n)) for n in range(3))
    )
    return cut(bars, look, lift=2)


def closed_eye(look: Look, size: float = 180) -> Cutout:
    """An eye that is closed: feel, do not look."""
    lid = tuple((size * 0.5 * math.cos(turn), size * 0.3 * math.sin(turn)) for turn in _down(16))
    pieces = [Piece(ribbon(lid, size * 0.09), SLATE, lift=2)]
    for turn in _down(6)[1:-1]:
        x, y = math.cos(turn), math.sin(turn)
        lash: Outline = ((x * size * 0.5, y * size * 0.3), (x * size * 0.64, y * size * 0.52))
        pieces.append(Piece(ribbon(lash, size * 0.07, size * 0.04), SLATE, lift=1))
    return cut(pieces, look, lift=3)


def _down(count: int) -> list[float]:
    """Angles along the lower half of a round, from left to right."""
    return [math.pi * (1 - n / (count - 1)) for n in range(count)]
