"""Gauges for feet that tap and feet that step."""

from __future__ import annotations

import math

import pygame

from game.ui.curves import Outline, Point, oval, ribbon, smooth
from game.ui.gauge import LegSide
from game.ui.gauge_lanes import LaneGauge, LaneReading
from game.ui.paper import Piece, placed
from game.ui.theme import CREAM, DARK_WOOD, INK, TARGET, Look, leg_tones, mix, tones

_CLOCK = {"12": 0.0, "3": 0.25, "9": -0.25}
"""Where the pads lie about the foot, in turns clockwise from straight ahead."""
_LIT_S = 0.9
"""A pad that was tapped stays lit so long."""
_FILL_STEPS = 20
_ALONG = 0.8
"""The share of a sole that the mark goes along: at its very ends it would leave the field."""
_SOLE = (
    (0.0, -1.0),
    (0.3, -0.9),
    (0.42, -0.6),
    (0.36, -0.2),
    (0.24, 0.2),
    (0.3, 0.6),
    (0.24, 0.9),
    (0.0, 1.0),
    (-0.22, 0.9),
    (-0.26, 0.6),
    (-0.2, 0.2),
    (-0.34, -0.3),
    (-0.36, -0.7),
    (-0.24, -0.94),
)


class TapGauge(LaneGauge):
    """A foot from above and a pad at 12, 3 and 9 o'clock: the pad that was tapped lights up.

    The sign of the leg rises with the foot and comes down on its pad.
    """

    def __init__(self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look) -> None:
        super().__init__(size, sides, look)
        pad = self.radius * 0.56
        self._reach = self.radius * 0.68
        self._foot_at = (0.0, self.radius * 0.42)
        self._pads = {True: self.cut(_pad(pad), 5), False: self.cut(self.quiet(_pad(pad)), 3)}
        self._lit = self.cut(_pad(pad * 1.16, lit=True), 6)
        self._soles = {side: self.cut(_sole(side, self.radius * 0.44, 1.0), 4) for side in sides}
        self._counts = dict.fromkeys(sides, 0)
        self._tapped_s = dict.fromkeys(sides, -math.inf)

    def place(self, direction: str) -> Point:
        """Where a pad lies, from the middle of the field."""
        turn = math.tau * _CLOCK[direction]
        return (self._reach * 1.04 * math.sin(turn), self._foot_at[1] - self._reach * math.cos(turn) * 1.5)

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
        if limb.count != self._counts[side]:
            self._counts[side], self._tapped_s[side] = limb.count, time_s
        fresh = time_s - self._tapped_s[side] < _LIT_S
        for direction in _CLOCK:
            x, y = self.place(direction)
            lit = fresh and limb.direction in (direction, None)
            (self._lit if lit else self._pads[turn]).draw(surface, (middle[0] + x, middle[1] + y))
        x, y = middle[0] + self._foot_at[0], middle[1] + self._foot_at[1]
        self._soles[side].draw(surface, (x, y))
        rise = min(max(limb.position, 0.0), 1.1) * self.radius * 0.5
        self.marks[side, turn].draw(surface, (x, y - rise))


class StepGauge(LaneGauge):
    """The soles of both feet: the one that swings fills from the heel; at the line the step is whole."""

    def __init__(self, size: tuple[int, int], sides: tuple[LegSide, ...], look: Look) -> None:
        super().__init__(size, sides, look)
        self._tall = self.radius * 0.92
        self._empty = {side: self.cut(self.quiet(_sole(side, self._tall, 1.0)), 3) for side in sides}
        self._full = {
            side: [
                self.cut(_sole(side, self._tall, step / _FILL_STEPS), 3) for step in range(1, _FILL_STEPS + 1)
            ]
            for side in sides
        }
        line = _line(self._tall * 0.74)
        self._lines = {True: self.cut(line, 5), False: self.cut(self.quiet(line), 2)}

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
        del time_s
        self._empty[side].draw(surface, middle)
        share = min(max(limb.position, 0.0), 1.0)
        step = round(share * _FILL_STEPS)
        if step > 0:
            self._full[side][step - 1].draw(surface, middle)
        y = middle[1] + _along(self._tall, min(limb.target, 1.0))
        self._lines[turn].draw(surface, (middle[0], y))
        self.marks[side, turn].draw(surface, (middle[0], middle[1] + _along(self._tall, share)))


def _pad(size: float, *, lit: bool = False) -> tuple[Piece, ...]:
    """A drum seen from above; a lit one is bright and has a tick."""
    dark = tones(mix(TARGET.shade, INK, 0.45))
    skin = tones(mix(TARGET.light, CREAM, 0.2)) if lit else tones(CREAM)
    pieces = [
        Piece(oval((0, 0), size, size, 48), dark, lift=3),
        Piece(oval((0, 0), size * 0.9, size * 0.9, 48), TARGET, lift=0),
        Piece(oval((0, 0), size * 0.66, size * 0.66, 40), skin, lift=1),
    ]
    if lit:
        path = ((-0.16 * size, 0.0), (-0.04 * size, 0.13 * size), (0.18 * size, -0.14 * size))
        pieces.append(Piece(ribbon(path, size * 0.1), tones(INK), lift=1))
    else:
        pieces.append(Piece(oval((0, 0), size * 0.2, size * 0.2, 24), DARK_WOOD, lift=0))
    return tuple(pieces)


def _sole(side: LegSide, tall: float, filled: float) -> tuple[Piece, ...]:
    """The sole of a foot from above, toes up, filled from the heel."""
    way = -1 if side == "left" else 1
    outline = smooth(tuple((1.25 * way * x * tall, y * tall) for x, y in _SOLE))
    paper = leg_tones(side)
    edge = tones(mix(paper.shade, INK, 0.6))
    grown = placed((Piece(outline, edge, lift=2),), (0, 0), 1.06)
    if filled >= 1.0:
        return (*grown, Piece(outline, paper, lift=0))
    return (Piece(_below(outline, _along(tall, filled)), paper, lift=0),)


def _along(tall: float, share: float) -> float:
    """How far under the middle of a sole a share of the step is shown."""
    return _ALONG * tall * (1 - 2 * share)


def _below(outline: Outline, top: float) -> Outline:
    """The part of an outline that lies under a height."""
    return tuple((x, max(y, top)) for x, y in outline)


def _line(half: float) -> tuple[Piece, ...]:
    dark = tones(mix(TARGET.shade, INK, 0.45))
    ends = ((-half, 0.0), (half, 0.0))
    return (Piece(ribbon(ends, 24), dark, lift=3), Piece(ribbon(ends, 13), TARGET, lift=0))
