"""Faces that say how much: from at ease to hard, for pain and for effort. Told apart by shape."""

from __future__ import annotations

import math
from typing import Literal

from game.ui.curves import Outline, bezier, leaf, oval, ribbon
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.theme import DARK_WOOD, INK, SKY_BLUE, STRAW, Look, Tones, mix, tones

Feeling = Literal["pain", "effort"]

_AT_EASE = (236, 206, 128)
_MUCH = (206, 150, 150)
_INK = Tones(INK, INK, INK)
_DROP = tones(SKY_BLUE)


def face(feeling: Feeling, share: float, look: Look, size: float) -> Cutout:
    """A face about (0, 0). share: 0 at ease, 1 as much as can be; effort shows drops on the brow."""
    skin = tones(mix(_AT_EASE, _MUCH, share)) if share > 0 else STRAW
    pieces = [Piece(oval((0, 0), 188, 188, 64), skin, lift=4)]
    for side in (-1, 1):
        pieces.append(Piece(_eye(side, share), _INK, lift=0))
        pieces.append(Piece(_brow(side, share), DARK_WOOD, lift=0))
    pieces.append(Piece(_mouth(share, open_mouth=feeling == "effort"), _INK, lift=0))
    if feeling == "effort":
        spots = ((62, -62), (88, -18), (-74, -52))[: round(3 * share + 0.2)]
        pieces += [Piece(leaf((x, y + 22), (x, y - 22), 20), _DROP, lift=2) for x, y in spots]
    return cut(placed(pieces, (0, 0), size / 190), look, lift=5)


def _eye(side: int, share: float) -> Outline:
    """Round at ease; narrow when it is much."""
    return oval((side * 34, -14), 20, 26 * (1 - 0.72 * share), 24)


def _brow(side: int, share: float) -> Outline:
    """Level at ease; the inner ends rise with pain and strain."""
    inner, outer = -46 - 14 * share, -46 + 10 * share
    return ribbon(((side * 20, inner), (side * 52, outer)), 8, 8)


def _mouth(share: float, *, open_mouth: bool) -> Outline:
    """A smile, soon a line, a bow down; or, for effort, teeth that are clenched more and more."""
    bow = 34 - 70 * math.sqrt(share)
    curve = bezier((-44, 38 - bow * 0.3), (-20, 38 + bow * 0.7), (20, 38 + bow * 0.7), (44, 38 - bow * 0.3))
    return ribbon(curve, 10 + 10 * share * open_mouth, 10 + 10 * share * open_mouth)
