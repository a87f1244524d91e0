"""The bandstand of a village: the landmark on the island, and where a parade ends."""

from __future__ import annotations

from itertools import pairwise

from game.ui.curves import Outline, Point, bezier, box, oval, ribbon
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import Tones, tones

_COLUMN = tones((250, 240, 218))
_ROOF = Tones((104, 148, 150), (74, 112, 126), (156, 192, 184))
_TRIM = tones((236, 196, 108))
_STONE = Tones((214, 200, 188), (176, 160, 160), (236, 226, 212))
_INSIDE = Tones((176, 164, 168), (140, 128, 144), (200, 190, 188))
_LIT = Tones((250, 206, 128), (226, 164, 92), (255, 232, 170))


def bandstand(lit: bool = False) -> Pieces:
    """A round pavilion, 560 px wide and 520 tall, on a stage with three steps; it stands on y = 0."""
    posts = (-232, -138, -46, 46, 138, 232)
    dome = (
        *bezier((-276, -330), (-190, -372), (-70, -410), (-22, -474), 12),
        *bezier((22, -474), (70, -410), (190, -372), (276, -330), 12),
    )
    inside = _LIT if lit else _INSIDE
    return (
        Piece(ribbon(((0, -470), (0, -548)), 7), _COLUMN, lift=2),
        Piece(((3, -548), (62, -534), (3, -516)), tones((226, 150, 104)), lift=3),
        Piece(box(-226, -330, 452, 266), inside, lift=0),
        Piece(box(-262, -74, 524, 44, 6), _STONE, lift=3),
        *(Piece(box(x - 9, -326, 18, 254, 3), _COLUMN, lift=4) for x in posts),
        *(Piece(_valance(a, b), _COLUMN, lift=3) for a, b in pairwise(posts)),
        *(Piece(rail, _COLUMN, lift=3) for rail in _rails()),
        Piece(box(-286, -338, 572, 24, 6), _TRIM, lift=5),
        Piece(dome, _ROOF, lift=8),
        *(Piece(rib, Tones(_ROOF.light, _ROOF.base, _ROOF.light), lift=1) for rib in _ribs()),
        Piece(oval((0, -474), 62, 30), _TRIM, lift=3),
        Piece(box(-272, -40, 544, 40, 4), _STONE, lift=4),
        *(Piece(box(-88 - 16 * i, -64 + 22 * i, 176 + 32 * i, 22, 3), _STONE, lift=3) for i in range(3)),
    )


def _valance(a: float, b: float) -> Outline:
    """The cut-out board that hangs between two posts."""
    low = -276
    return (
        (a, -318),
        (b, -318),
        (b, low),
        *bezier((b - 6, low), (b - 14, -306), (a + 14, -306), (a + 6, low), 10),
        (a, low),
    )


def _rails() -> list[Outline]:
    rails: list[Outline] = [box(-232, -136, 140, 10, 3), box(92, -136, 140, 10, 3)]
    rails += [
        box(x - 3, -130, 6, 58, 2)
        for side in (-1, 1)
        for x in (side * 208, side * 184, side * 160, side * 116)
    ]
    return rails


def _ribs() -> list[Outline]:
    ribs: list[Outline] = []
    for foot, top in ((-150, -14), (-50, -5), (50, 5), (150, 14)):
        rise: tuple[Point, ...] = bezier((foot, -334), (foot * 0.8, -382), (top * 3.2, -416), (top, -466), 10)
        ribs.append(ribbon(rise, 7, 4))
    return ribs
