"""The sheets of paper the seaplane is made of, its nose to the right unless it is told to face left."""

from __future__ import annotations

import math
from dataclasses import replace

from game.training.exercise import Side
from game.ui import scenery
from game.ui.curves import leaf, mirrored, ribbon, scaled, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import WHITE, Tones, tones, towards

_FADED = (206, 214, 214)


def facing(pieces: Pieces, way: int) -> Pieces:
    """An object drawn for the right (way 1), or its mirror image that faces left (-1). The light stays."""
    if way > 0:
        return pieces
    return tuple(
        replace(piece, outline=mirrored(piece.outline), holes=tuple(map(mirrored, piece.holes)))
        for piece in pieces
    )


def paled(pieces: Pieces) -> Pieces:
    """An object whose turn it is not."""
    return tuple(replace(piece, tones=towards(piece.tones, _FADED, 0.66)) for piece in pieces)


def sign(side: Side) -> Pieces:
    """The sign of the leg with a light rim, so that nothing near it takes it away."""
    mark = scenery.side_mark(side, 84)
    return (Piece(scaled(mark[0].outline, 1.14), tones(WHITE), lift=3), *mark)


def scarf(phase: float) -> Pieces:
    """The pilot's scarf in the wind, about the neck."""
    turn = math.tau * phase
    path = [(-11.0 * i, 3 + (1.2 * i) * math.sin(turn - i * 0.9)) for i in range(9)]
    return (
        Piece(ribbon(path, 12, 17), tones((236, 236, 224)), lift=2),
        Piece(ribbon(((14, 0), (34, 3)), 12), tones((236, 236, 224)), lift=2),
    )


def wake(frame: int) -> Pieces:
    """Foam that spreads behind the floats in two trails, about the plane's middle on the water."""
    foam, thin = tones((248, 251, 247)), tones((204, 228, 232))
    sheets = []
    for paper, y, first, reach, wide in ((thin, 3, -40, 330, 15), (foam, 9, 120, 420, 17)):
        trail = []
        for index in range(15):
            along = index / 14
            lap = (3 + 6 * along) * math.sin(index * 1.1 - frame * 2.1)
            trail.append((first - reach * along, y + 8 * along + lap * 0.4))
        sheets.append(Piece(ribbon(smooth(trail, closed=False, steps=4), wide, 3), paper, lift=2))
    for index, x in enumerate((-330, -386, -436)):
        shift = 12 * math.sin(frame * 2.1 + index)
        sheets.append(Piece(leaf((x + shift, 14), (x + shift - 40, 15), 9 - 2 * index), foam, lift=1))
    bow = smooth(((118, 10), (160, -2), (184, -14), (214, -20 - 2 * frame), (200, 0), (170, 14)))
    return (*sheets, Piece(bow, foam, lift=2))


def shadow() -> Pieces:
    """The shadow of the plane on the sea."""
    paper = Tones((30, 62, 98), (30, 62, 98), (30, 62, 98))
    return (Piece(leaf((190, 0), (-210, 0), 26), paper, lift=0, lean=0.0),)
