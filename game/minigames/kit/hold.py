"""The frame round the target that fills while the hold is done. It covers nothing of what it confirms."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pygame

from game.minigames.kit.motion import between
from game.minigames.kit.roles import Role
from game.ui.curves import Outline, Point, box, moved, ribbon
from game.ui.paper import Piece
from game.ui.theme import CREAM, INK, NIGHT, SLATE, YELLOW, Tones, mix, tones

if TYPE_CHECKING:
    from game.minigames.kit.kit import Kit
    from game.minigames.kit.place import Place
    from game.minigames.kit.target import Way

_STEPS = 16
_POINTS = 64
_GAP_PX, _WIDE_PX, _ROUND_PX = 5.0, 20.0, 10.0
_LEAST_SCALE = 0.8
"""In a small place the frame is no thinner than this."""
_TRACK = Tones(mix(NIGHT, INK, 0.5), NIGHT, SLATE.base)


class HoldFrame:
    """Runs clockwise from the far end of the way, round a plate that reaches half_px to each side of it and
    over a span, as shares of the range from the target."""

    def __init__(self, kit: Kit, place: Place, way: Way, half_px: float, span: tuple[float, float]) -> None:
        self._place, self._way = place, way
        wide = _WIDE_PX * max(1.0, _LEAST_SCALE / place.scale)
        inner, line, outer = (_round(way, half_px, span, _GAP_PX + at * wide) for at in (0.0, 0.5, 1.0))
        turns = way.turn_deg(1.0) != 0.0
        rim = _round(way, half_px, span, _GAP_PX + wide + 4)
        track = (Piece(rim, tones(CREAM), holes=(inner,)), Piece(outer, _TRACK, lift=0, holes=(inner,)))
        fills = [ribbon(_part(line, step / _STEPS), 0.66 * wide) for step in range(1, _STEPS + 1)]
        self._steps = [
            kit.cut(place.pieces((*track, Piece(fill, tones(YELLOW), lift=0))), Role.ASKED, turns=turns)
            for fill in fills
        ]

    def draw(self, surface: pygame.Surface, at: Point, target: float, held: float) -> None:
        """Draw it where the plate lies, held 0 to 1."""
        picture = self._steps[min(int(held * _STEPS), _STEPS - 1)]
        turn_deg = self._way.turn_deg(target) * self._place.facing
        if turn_deg:
            picture.draw(surface, at, turn_deg=turn_deg)
        else:
            picture.draw(surface, at)


def _round(way: Way, half_px: float, span: tuple[float, float], beyond_px: float) -> Outline:
    """The plate's edge so far beyond the plate, with round corners, about where the way is at rest. It begins
    in the middle of the far end."""
    x, y = way.at(0.0)
    long = sum(math.dist(way.at(n / 8), way.at((n + 1) / 8)) for n in range(8))
    foot, top = span[0] * long - beyond_px, span[1] * long + beyond_px
    wide = half_px + beyond_px
    edge = box(-wide, -top, 2 * wide, top - foot, _ROUND_PX + beyond_px)
    line = _even(((0.0, -top), *edge, (0.0, -top)))
    return moved(tuple(way.at(-v / long, u) for u, v in line), -x, -y)


def _even(line: Sequence[Point]) -> list[Point]:
    """Points that lie evenly along a line."""
    along = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(line))]
    even, part = [], 0
    for n in range(_POINTS + 1):
        want = along[-1] * n / _POINTS
        while part < len(line) - 2 and along[part + 1] < want:
            part += 1
        long = along[part + 1] - along[part]
        even.append(between(line[part], line[part + 1], (want - along[part]) / long if long else 0.0))
    return even


def _part(line: Outline, share: float) -> Outline:
    """So much of a line, from its beginning."""
    return line[: max(2, round(share * _POINTS) + 1)]
