"""Round gauges: the circle a foot draws, and the calm middle in which a posture is held."""

from __future__ import annotations

import math
from collections import deque

import pygame

from game.ui.curves import Point, oval, ribbon
from game.ui.gauge import LegSide
from game.ui.gauge_lanes import LaneGauge, LaneReading
from game.ui.paper import Cutout, Piece
from game.ui.theme import CREAM, DARK_WOOD, INK, TARGET, WHITE, Look, Rgb, Tones, leg_tones, mix, tones

_FURTHEST = 1.15
"""The gauge shows a little past the person's own range."""
_OWN_SHARE = 0.76
"""The person's own range, as a share of the field; round it lies the way of moving."""
_BAND = 0.16
_TRAIL, _TRAIL_S = 14, 0.05
"""The way behind the mark: so many dots, so far apart in time."""
_TURNING = 0.05
"""Slower than this, in turns a second, a limb goes neither way."""
_HOLD_STEPS = 24
_SWAY_S = 2.6


class RoundGauge(LaneGauge):
    """A dish seen from above: the mark goes round in it as the limb does, outside the striped ring is enough.

    Arrows round the rim show which way it goes; while it rests both ways are open.
    """

    def __init__(self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look) -> None:
        super().__init__(size, sides, look)
        own = self.radius * _OWN_SHARE
        self._own_px = own
        self._dish = self.cut(_dish(own * _FURTHEST + 8, self.paper.base, self.paper.shade), 3)
        self._rest = self.cut(_rest(own, look), 2)
        self._arrows = {way: self.cut(_arrow(self.radius, way), 4) for way in (1, -1)}
        self._faint = {way: self.cut(self.quiet(_arrow(self.radius, way)), 2) for way in (1, -1)}
        self._targets: dict[tuple[int, bool], Cutout] = {}
        self._dots = {
            side: [self.cut(_trail_dot(side, own * (0.2 - 0.011 * i)), 0) for i in range(_TRAIL)]
            for side in sides
        }
        self._trails: dict[LegSide, deque[Point]] = {side: deque(maxlen=_TRAIL) for side in sides}
        self._trail_s = dict.fromkeys(sides, -math.inf)

    def place(self, position: float, turn: float) -> Point:
        """Where a limb is shown, from the middle: so far out, so far round clockwise from the top."""
        reach = min(max(position, 0.0), _FURTHEST) * self._own_px
        return (reach * math.sin(math.tau * turn), -reach * math.cos(math.tau * turn))

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
        self._dish.draw(surface, middle)
        self._target(limb.target, turn).draw(surface, middle)
        self._rest.draw(surface, middle)
        way = 0 if abs(limb.speed) < _TURNING else (-1 if limb.speed > 0 else 1)
        for one in (1, -1):
            bright = turn and way in (0, one)
            (self._arrows if bright else self._faint)[one].draw(surface, middle)
        x, y = self.place(limb.position, limb.turn)
        if turn:
            self._draw_trail(surface, middle, side, (x, y), time_s)
        self.marks[side, turn].draw(surface, (middle[0] + x, middle[1] + y))

    def _draw_trail(
        self, surface: pygame.Surface, middle: Point, side: LegSide, now: Point, time_s: float
    ) -> None:
        trail = self._trails[side]
        if time_s - self._trail_s[side] >= _TRAIL_S:
            trail.appendleft(now)
            self._trail_s[side] = time_s
        for index in range(len(trail) - 1, -1, -1):
            x, y = trail[index]
            self._dots[side][index].draw(surface, (middle[0] + x, middle[1] + y))

    def _target(self, target: float, turn: bool) -> Cutout:
        key = (round(100 * target), turn)
        if key not in self._targets:
            inner = key[0] / 100 * self._own_px
            pieces = _ring(inner, inner + _BAND * self._own_px)
            self._targets[key] = self.cut(pieces if turn else self.quiet(pieces), 3)
        return self._targets[key]


class CalmGauge(LaneGauge):
    """Still water: taking the posture brings the mark to the middle, sway drives it off; stay there."""

    def __init__(self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look) -> None:
        super().__init__(size, sides, look)
        far = self.radius * 0.92
        self._far_px = far * 0.8
        zone = _zone(far * 0.36)
        self._dish = self.cut(
            (*_dish(far, self.paper.base, self.paper.shade), *_ripples(far, self.paper.shade)), 3
        )
        self._zones = {True: self.cut(zone, 4), False: self.cut(self.quiet(zone), 2)}
        self._holds = [self.cut(_arc(far * 0.5, step / _HOLD_STEPS), 3) for step in range(1, _HOLD_STEPS + 1)]
        self._rest = self.cut((Piece(_bar(far * 0.34), _rest_paper(look), lift=3),), 2)

    def place(self, limb: LaneReading, time_s: float) -> Point:
        """Where the mark is, from the middle: up from rest, and aside as far as it sways."""
        way = min(max(limb.position / max(limb.target, 0.05), 0.0), 1.0)
        sway = (1 - min(max(limb.steadiness, 0.0), 1.0)) * way
        aside = 1.0 if self.look.reduced_motion else math.sin(math.tau * time_s / _SWAY_S)
        return (0.8 * self._far_px * sway * aside, self._far_px * (1 - way))

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
        self._dish.draw(surface, middle)
        self._rest.draw(surface, (middle[0], middle[1] + self._far_px))
        self._zones[turn].draw(surface, middle)
        if turn and limb.held > 0:
            step = min(_HOLD_STEPS, math.ceil(limb.held * _HOLD_STEPS))
            self._holds[step - 1].draw(surface, middle)
        x, y = self.place(limb, time_s)
        self.marks[side, turn].draw(surface, (middle[0] + x, middle[1] + y))


def _dish(radius: float, base: Rgb, shade: Rgb) -> tuple[Piece, ...]:
    rim = oval((0, 0), 2 * radius + 14, 2 * radius + 14, 72)
    return (
        Piece(rim, tones(mix(base, CREAM, 0.6 if sum(base) > 300 else 0.1)), lift=2),
        Piece(oval((0, 0), 2 * radius, 2 * radius, 72), tones(shade), lift=0),
        Piece(oval((2, 4), 2 * radius - 8, 2 * radius - 8, 72), tones(base), lift=0, lean=0.0),
    )


def _ripples(far: float, shade: Rgb) -> tuple[Piece, ...]:
    """Rings in the water."""
    return tuple(
        Piece(
            oval((0, 0), size, size, 64), tones(shade), lift=0, holes=(oval((0, 0), size - 6, size - 6, 64),)
        )
        for size in (far * 1.1, far * 1.6)
    )


def _rest_paper(look: Look) -> Tones:
    return tones(WHITE) if look.contrast else DARK_WOOD


def _rest(own: float, look: Look) -> tuple[Piece, ...]:
    """Where the limb rests: in the middle."""
    return (Piece(oval((0, 0), own * 0.18, own * 0.18, 32), _rest_paper(look), lift=2),)


def _ring(inner: float, outer: float) -> tuple[Piece, ...]:
    """The target: a striped ring; its inner edge is the target itself."""
    dark = tones(mix(TARGET.shade, INK, 0.45))
    hole = oval((0, 0), 2 * inner, 2 * inner, 64)
    inside = oval((0, 0), 2 * inner + 9, 2 * inner + 9, 64)
    stripes = tuple(
        Piece(_spoke(inner + 6, outer - 6, math.tau * index / 24), tones((186, 232, 208)), lift=0, lean=0.0)
        for index in range(24)
    )
    return (
        Piece(oval((0, 0), 2 * outer, 2 * outer, 72), dark, lift=3, holes=(hole,)),
        Piece(oval((0, 0), 2 * outer - 9, 2 * outer - 9, 72), TARGET, lift=0, holes=(inside,)),
        *stripes,
    )


def _spoke(inner: float, outer: float, turn: float) -> tuple[Point, ...]:
    """A slanted stripe across a ring."""
    lean, half = 0.09, 0.045
    corners = (
        (inner, turn - half),
        (outer, turn + lean - half),
        (outer, turn + lean + half),
        (inner, turn + half),
    )
    return tuple((reach * math.sin(at), -reach * math.cos(at)) for reach, at in corners)


def _arrow(radius: float, way: int) -> tuple[Piece, ...]:
    """An arrow round a quarter of the rim: the right side clockwise (way 1), the left side the other way."""
    reach, wide = radius * 0.97, max(9.0, radius * 0.085)
    path = [_on(reach, way * (0.16 + 0.58 * i / 12)) for i in range(13)]
    end, tip = 0.16 + 0.58, 0.16 + 0.58 + 0.3
    head = (_on(reach - 2.1 * wide, way * end), _on(reach, way * tip), _on(reach + 2.1 * wide, way * end))
    dark = tones(mix(TARGET.shade, INK, 0.25))
    return (Piece(ribbon(path, wide, wide), dark, lift=2), Piece(head, dark, lift=2))


def _on(reach: float, turn: float) -> Point:
    """A point so far out, turn radians clockwise from the top."""
    return (reach * math.sin(turn), -reach * math.cos(turn))


def _trail_dot(side: LegSide, size: float) -> tuple[Piece, ...]:
    return (Piece(oval((0, 0), size, size, 20), leg_tones(side), lift=0),)


def _zone(radius: float) -> tuple[Piece, ...]:
    """The calm middle: a striped round."""
    dark = tones(mix(TARGET.shade, INK, 0.45))
    stripes = tuple(
        Piece(_spoke(radius * 0.7, radius - 8, math.tau * i / 16), tones((186, 232, 208)), lift=0)
        for i in range(16)
    )
    return (
        Piece(oval((0, 0), 2 * radius, 2 * radius, 56), dark, lift=3),
        Piece(oval((0, 0), 2 * radius - 9, 2 * radius - 9, 56), TARGET, lift=0),
        *stripes,
    )


def _arc(reach: float, share: float) -> tuple[Piece, ...]:
    """The hold so far: a part of a ring, clockwise from the top."""
    path = [_on(reach, math.tau * share * i / 40) for i in range(41)]
    green = tones(mix(TARGET.base, INK, 0.25))
    return (Piece(ribbon(path, 25), tones(CREAM)), Piece(ribbon(path, 15), green, lift=0, lean=0.0))


def _bar(half: float) -> tuple[Point, ...]:
    return ((-half, -7.0), (half, -7.0), (half, 7.0), (-half, 7.0))
