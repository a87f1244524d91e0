"""The movement gauge: where you are now, the band to reach, rest, the hold, and whether the puck is heard.

Colour never speaks alone: the mark of "now" is round for left and pointed for right, the band is striped and
has wings, the hold is a ring that closes round the band, a puck that is heard has a full dot that breathes.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Literal, Protocol

import pygame

from game.ui.curves import Outline, Point, box, moved, ribbon
from game.ui.live_dot import LiveDot
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import side_mark
from game.ui.theme import CREAM, DARK_WOOD, INK, TARGET, WHITE, Look, Tones, leg_tones, mix, tones, towards

LegSide = Literal["left", "right"]

# The gauge shows positions from a little under rest to a little past the person's own range.
_LOWEST, _HIGHEST = -0.08, 1.12
_TRACK_PX = 76
_MARK_PX = 80
# The band reaches this far to either side, so that the mark of "now" never covers it.
_WING_PX = 82.0
# The band is drawn from the target upwards by this share of the range; past it counts as well.
_BAND = 0.16
_RING_STEPS = 24
_DOT_ROOM_PX = 88
# The room one limb needs; less makes everything smaller.
_LANE_PX = 196

_SLOT = Tones((234, 222, 202), (190, 172, 154), (246, 236, 218))
_SLOT_DARK = Tones((44, 52, 72), (30, 36, 52), (64, 74, 98))


class ColumnReading(Protocol):
    """What the gauge shows of one limb.

    position: 0 rest, 1 own range. target: share of range asked. held: share of the hold done. asked: it is
    this limb's turn. live: samples arrive.
    """

    position: float
    target: float
    held: float
    asked: bool
    live: bool


class MovementGauge:
    """A gauge for one or two limbs, cut to a size. two_way: positions run from -1 to 1 about rest."""

    def __init__(
        self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look, *, two_way: bool = False
    ) -> None:
        self.size, self.sides, self.look = size, sides, look
        self._scale = min(1.0, size[0] / len(sides) / _LANE_PX)
        self._lowest = -_HIGHEST if two_way else _LOWEST
        self._top = _MARK_PX * 0.72 * self._scale
        self._foot = size[1] - _DOT_ROOM_PX - _MARK_PX * 0.5 * self._scale
        self._slot_paper = _SLOT_DARK if look.contrast else _SLOT
        length = (self._foot - self._top) / self._scale
        self._band_px = _BAND * length / (_HIGHEST - self._lowest)
        band = _band(self._band_px)
        self._slot = self._cut(_slot(self._slot_paper, length), 0)
        self._rest = self._cut(_rest_line(look), 3)
        self._rings = [self._cut(_ring(steps, self._band_px), 4) for steps in range(1, _RING_STEPS + 1)]
        self._tick = self._cut(_tick(), 3)
        self._bands = {True: self._cut(band, 5), False: self._cut(self._quiet(band), 3)}
        low = tuple(replace(one, outline=tuple((x, -y) for x, y in one.outline)) for one in band)
        self._low_bands = {True: self._cut(low, 5), False: self._cut(self._quiet(low), 3)} if two_way else {}
        self._fills = {side: self._cut(_fill(side, length), 0) for side in sides}
        self._marks = {(side, True): self._cut(side_mark(side, _MARK_PX), 9) for side in sides}
        self._marks |= {
            (side, False): self._cut(self._quiet(side_mark(side, _MARK_PX * 0.8)), 4) for side in sides
        }
        self._dot = LiveDot(look)

    def draw(
        self,
        surface: pygame.Surface,
        at: Point,
        limbs: Mapping[LegSide, ColumnReading],
        time_s: float,
        *,
        over: bool = False,
    ) -> None:
        """Draw with the upper left corner at a point. over: nothing is asked any more."""
        for index, side in enumerate(self.sides):
            if side in limbs:
                x = at[0] + self.size[0] * (index + 0.5) / len(self.sides)
                turn = not over and (limbs[side].asked or len(self.sides) == 1)
                self._draw_limb(surface, (x, at[1]), side, limbs[side], time_s, turn=turn)

    def y_of(self, position: float) -> float:
        """How far under the gauge's upper edge a position is drawn."""
        share = (position - self._lowest) / (_HIGHEST - self._lowest)
        return self._foot - min(max(share, 0.0), 1.0) * (self._foot - self._top)

    def _cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        return cut(placed(pieces, (0, 0), self._scale), self.look, lift=lift)

    def _quiet(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """How a limb looks whose turn it is not."""
        return tuple(replace(p, tones=towards(p.tones, self._slot_paper.base, 0.6)) for p in pieces)

    def _draw_limb(
        self,
        surface: pygame.Surface,
        at: Point,
        side: LegSide,
        reading: ColumnReading,
        time_s: float,
        *,
        turn: bool,
    ) -> None:
        x, top = at
        now = top + self.y_of(reading.position)
        self._slot.draw(surface, (x, top + self._top))
        if turn:
            self._draw_fill(surface, (x, top), side, now)
        self._rest.draw(surface, (x, top + self.y_of(0.0)))
        goal = top + self.y_of(reading.target)
        self._bands[turn].draw(surface, (x, goal))
        low = bool(self._low_bands) and reading.position < 0
        if self._low_bands:
            self._low_bands[turn].draw(surface, (x, top + self.y_of(-reading.target)))
        reached = -reading.position if low else reading.position
        holding = turn and reading.held > 0 and reached >= reading.target
        if holding:
            steps = min(_RING_STEPS, math.ceil(reading.held * _RING_STEPS))
            middle = top + self.y_of(-reading.target) + self._band_px * self._scale if low else goal
            self._rings[steps - 1].draw(surface, (x, middle))
        self._marks[side, turn].draw(surface, (x, now))
        if holding and reading.held >= 1:
            self._tick.draw(surface, (x, now))
        at_dot = (x, top + self.size[1] - _DOT_ROOM_PX * 0.5)
        self._dot.draw(surface, at_dot, time_s, live=reading.live)

    def _draw_fill(self, surface: pygame.Surface, at: Point, side: LegSide, now: float) -> None:
        """The part of the slot between rest and now, in the limb's colour."""
        x, top = at
        first, last = sorted((round(top + self.y_of(0.0)), round(now)))
        fill = self._fills[side]
        where = fill.rect((x, top + self._top))
        shown = pygame.Rect(where.x, first, where.width, last - first).clip(where)
        surface.blit(fill.surface, shown, shown.move(-where.x, -where.y))


def _fill(side: LegSide, length: float) -> tuple[Piece, ...]:
    """The whole column of a limb's colour, dark at its edges so that it holds in grey too."""
    half, paper = _TRACK_PX / 2, leg_tones(side)
    edge = tones(mix(paper.shade, INK, 0.6))
    column = box(-half + 12, -half, 2 * half - 24, length + 2 * half - 12, half - 12)
    inner = box(-half + 19, -half, 2 * half - 38, length + 2 * half - 19, half - 19)
    return (Piece(column, edge, lift=0, lean=0.0), Piece(inner, paper, lift=0))


def _slot(paper: Tones, length: float) -> tuple[Piece, ...]:
    half = _TRACK_PX / 2
    rim = box(-half - 7, -half - 7, _TRACK_PX + 14, length + _TRACK_PX + 14, half + 7)
    bed = box(-half, -half, _TRACK_PX, length + _TRACK_PX, half)
    return (
        Piece(rim, tones(mix(paper.base, paper.light, 0.6)), lift=2),
        Piece(bed, Tones(paper.shade, mix(paper.shade, INK, 0.2), paper.base), lift=0),
        Piece(
            box(-half + 4, -half + 7, _TRACK_PX - 5, length + _TRACK_PX - 9, half - 4),
            paper,
            lift=0,
            lean=0.0,
        ),
    )


def _band(height: float) -> tuple[Piece, ...]:
    """The target: a striped gate, wider than the slot; its lower edge is the target itself."""
    half = _WING_PX
    dark = tones(mix(TARGET.shade, INK, 0.45))
    gate = box(-half, -height, 2 * half, height, min(12.0, height / 3))
    inner = box(-half + 5, -height + 5, 2 * half - 10, height - 10, min(8.0, height / 4))
    stripes = []
    step = 26.0
    for index in range(-1, math.ceil(2 * half / step)):
        x = -half + index * step + 4
        slanted = _clipped(x, x + 11, height - 12, half - 8)
        if slanted:
            stripes.append(Piece(moved(slanted, 0, -6), tones((186, 232, 208)), lift=0, lean=0.0))
    return (Piece(gate, dark, lift=3), Piece(inner, TARGET, lift=0), *stripes)


def _clipped(left: float, right: float, height: float, half: float) -> Outline:
    """A slanted stripe across the gate, cut off at its sides."""
    lean = min(height * 0.6, 24.0)
    points = ((left, 0.0), (right, 0.0), (right + lean, -height), (left + lean, -height))
    inside = tuple((min(max(x, -half), half), y) for x, y in points)
    return inside if max(x for x, _ in inside) - min(x for x, _ in inside) > 1 else ()


def _rest_line(look: Look) -> tuple[Piece, ...]:
    paper = tones(WHITE) if look.contrast else DARK_WOOD
    half = _TRACK_PX / 2 + 34
    return (Piece(box(-half, -7, 2 * half, 14, 7), paper, lift=3),)


def _tick() -> tuple[Piece, ...]:
    """The sign of a hold that is done."""
    path = ((-22.0, 2.0), (-6.0, 20.0), (24.0, -20.0))
    return (Piece(ribbon(path, 24), tones(INK)), Piece(ribbon(path, 13), tones(WHITE), lift=0, lean=0.0))


def _ring(steps: int, band_px: float) -> tuple[Piece, ...]:
    """The hold so far, as a part of a frame round the band that starts in the middle above it."""
    wide, high = _WING_PX - 1, max(band_px / 2 + 15, _MARK_PX * 0.5 + 4)
    outline = box(-wide, -high - band_px / 2, 2 * wide, 2 * high, high * 0.8)
    way = _from_top(outline, -band_px / 2 - high)
    lengths = [0.0]
    for a, b in pairwise(way):
        lengths.append(lengths[-1] + math.dist(a, b))
    done = lengths[-1] * steps / _RING_STEPS
    path = [point for point, length in zip(way, lengths, strict=True) if length < done]
    last = len(path)
    part = (done - lengths[last - 1]) / ((lengths[last] - lengths[last - 1]) or 1.0)
    (x0, y0), (x1, y1) = way[last - 1], way[last]
    path.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * part))
    green = tones(mix(TARGET.base, INK, 0.25))
    return (Piece(ribbon(path, 25), tones(CREAM)), Piece(ribbon(path, 15), green, lift=0, lean=0.0))


def _from_top(outline: Outline, top: float) -> list[Point]:
    """A closed outline as a way that starts and ends in the middle of its upper edge."""
    first = max(range(len(outline)), key=lambda i: (-outline[i][1], outline[i][0]))
    turned = [*outline[first:], *outline[:first]]
    if turned[1][0] < turned[0][0]:
        turned = [turned[0], *reversed(turned[1:])]
    return [(0.0, top), *turned, (0.0, top)]
