"""What gauges that are no column share: a field for each limb, one above the other, and its signal dot."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

import pygame

from game.ui.curves import Point
from game.ui.gauge import ColumnReading, LegSide
from game.ui.live_dot import LiveDot
from game.ui.paper import Cutout, Piece, cut
from game.ui.scenery import side_mark
from game.ui.theme import Look, Tones, towards

_DOT_GAP_PX = 30
_MARK_SHARE = 0.3
"""The mark of "now", as a share of a field's half width."""

SLOT = Tones((234, 222, 202), (190, 172, 154), (246, 236, 218))
SLOT_DARK = Tones((44, 52, 72), (30, 36, 52), (64, 74, 98))


class LaneReading(ColumnReading, Protocol):
    """What a gauge shows of one limb, besides what a column shows.

    speed: positions, or turns anticlockwise, a second. turn: where on its circle, in turns clockwise.
    steadiness: 1 without sway. direction: where the last repetition went; count: repetitions of this limb.
    """

    speed: float
    turn: float
    steadiness: float
    direction: str | None
    count: int


class LaneGauge(ABC):
    """A gauge with a field for each limb. radius: what a field leaves to what is drawn in it."""

    def __init__(self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look) -> None:
        self.size, self.sides, self.look = size, sides, look
        high = size[1] / len(sides)
        self.radius = min(size[0] / 2 - 18, high / 2 - 18)
        self.paper = SLOT_DARK if look.contrast else SLOT
        mark_px = max(54.0, self.radius * 2 * _MARK_SHARE)
        self.marks = {(side, True): self.cut(side_mark(side, mark_px), 9) for side in sides}
        self.marks |= {
            (side, False): self.cut(self.quiet(side_mark(side, mark_px * 0.8)), 4) for side in sides
        }
        self._dot = LiveDot(look)

    def draw(
        self,
        surface: pygame.Surface,
        at: Point,
        limbs: Mapping[LegSide, LaneReading],
        time_s: float,
        *,
        over: bool = False,
    ) -> None:
        """Draw with the upper left corner at a point. over: nothing is asked any more."""
        high = self.size[1] / len(self.sides)
        for index, side in enumerate(self.sides):
            if side not in limbs:
                continue
            limb = limbs[side]
            turn = not over and (limb.asked or len(self.sides) == 1)
            x, top = at[0] + self.size[0] / 2, at[1] + high * index
            middle = (x, top + high / 2)
            self.draw_limb(surface, middle, side, limb, time_s, turn=turn)
            foot = top + high - _DOT_GAP_PX - 6
            self._dot.draw(surface, (at[0] + self.size[0] - _DOT_GAP_PX - 14, foot), time_s, live=limb.live)

    @abstractmethod
    def draw_limb(
        self,
        surface: pygame.Surface,
        middle: Point,
        side: LegSide,
        limb: LaneReading,
        time_s: float,
        *,
        turn: bool,
    ) -> None:
        """Draw one limb's field about its middle. turn: it is this limb's turn."""

    def cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        """Cut for this gauge's look."""
        return cut(pieces, self.look, lift=lift)

    def quiet(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """How a limb looks whose turn it is not."""
        return tuple(replace(one, tones=towards(one.tones, self.paper.base, 0.6)) for one in pieces)
