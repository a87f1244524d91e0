"""Stepping stones: pieces for one stone, and the row of three that fills as a leg is learned."""

from __future__ import annotations

import math
from typing import Literal

import pygame

from game.ui.curves import blob, box, oval
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.scenery import side_mark
from game.ui.text import rendered
from game.ui.theme import BODY, CREAM, DARK_WOOD, INK, SEA, STONE, TARGET, Look, Tones, mix, tones, towards

Pieces = tuple[Piece, ...]
LegSide = Literal["left", "right"]

LANDING_S = 0.3
_PALE = Tones((232, 224, 210), (204, 194, 180), (248, 242, 232))
_WATER = towards(SEA, CREAM, 0.35)
_RISE_PX = 200.0
_GAP_PX = 264.0
_ROUND_PX = 96.0
_COLUMN_SIZE, _COLUMN_GAP_PX, _COLUMN_X = 0.56, 136.0, -74.0
_COLUMN_WAY, _COLUMN_ROUND, _COLUMN_WAY_X = 1.15, 0.62, 72.0
"""In a column: size of the stones, from one to the next, and aside; the same of the way of the mark."""


def stone(seed: int, width: float = 150.0, paper: Tones = STONE) -> Pieces:
    """A flat stone seen from a little above, (0, 0) in the middle of its upper face."""
    side = Tones(mix(paper.shade, INK, 0.25), mix(paper.shade, INK, 0.4), paper.shade)
    return (
        Piece(blob((0, width * 0.09), width, width * 0.5, seed, wobble=0.05), side),
        Piece(blob((0, 0), width, width * 0.46, seed, wobble=0.05), paper, lift=2),
        Piece(
            blob((-width * 0.1, -width * 0.04), width * 0.55, width * 0.2, seed + 1),
            tones(paper.light),
            lift=1,
        ),
    )


class ThreeStones:
    """Three stones in water; each fills when a movement is done. Above the next a mark rises with the leg.

    size: 1 is about 800 px wide and 400 high. circle: the mark goes round instead. column: the stones lie one
    below the other and the way of the mark stands beside them, about 290 px wide and 400 high.
    """

    def __init__(
        self,
        look: Look,
        side: LegSide,
        size: float = 1.0,
        *,
        circle: bool = False,
        column: bool = False,
    ) -> None:
        self._look = look
        self._column = column
        self._size = _COLUMN_SIZE if column else size
        self._empty = [self._cut((*_puddle(i), *stone(i + 3, 210, _PALE)), 2) for i in range(3)]
        self._done = [self._cut((*_puddle(i), *stone(i + 3, 210, STONE), *_flag()), 2) for i in range(3)]
        self._circle = circle
        self._way_size = (_COLUMN_ROUND if circle else _COLUMN_WAY) if column else size
        self._mark = self._cut(side_mark(side, 104), 9, self._way_size)
        self._slot = self._cut(_round_slot() if circle else _slot(), 2, self._way_size)
        self._landed_s = [math.inf] * 3
        self._time_s = 0.0

    def step(self, dt_s: float, done: int) -> None:
        """done: movements seen so far, 0 to 3. It may go back to 0."""
        self._time_s += dt_s
        for index in range(3):
            if index >= done:
                self._landed_s[index] = math.inf
            elif self._landed_s[index] == math.inf:
                self._landed_s[index] = self._time_s

    def draw(self, surface: pygame.Surface, at: tuple[float, float], position: float) -> None:
        """Draw the row about its middle. position: where the leg is, 0 at rest."""
        size = self._size
        done = sum(landed < math.inf for landed in self._landed_s)
        for index in range(3):
            place = self._place(at, index)
            if index < done:
                self._done[index].draw(surface, (place[0], place[1] - self._bounce(index) * size))
                continue
            self._empty[index].draw(surface, place)
            if index > done or self._column:
                number = rendered(str(index + 1), BODY, INK, bold=True)
                surface.blit(number, number.get_rect(center=(round(place[0]), round(place[1] - 4 * size))))
        if done < 3:
            self._draw_way(surface, self._rest(at, done), position)

    def _place(self, at: tuple[float, float], index: int) -> tuple[float, float]:
        if self._column:
            return (at[0] + _COLUMN_X, at[1] + (index - 1) * _COLUMN_GAP_PX)
        return (at[0] + (index - 1) * _GAP_PX * self._size, at[1])

    def _rest(self, at: tuple[float, float], done: int) -> tuple[float, float]:
        """Where the way of the mark begins: on the stone that comes next, or beside the column."""
        if self._column:
            return (at[0] + _COLUMN_WAY_X, at[1] + _COLUMN_GAP_PX)
        x, y = self._place(at, done)
        return (x, y - 44 * self._size)

    def _draw_way(self, surface: pygame.Surface, rest: tuple[float, float], position: float) -> None:
        size = self._way_size
        self._slot.draw(surface, rest)
        aside, rise = self._way(max(0.0, min(1.0, position)))
        self._mark.draw(surface, (rest[0] + aside * size, rest[1] - (8 + rise) * size))

    def _way(self, position: float) -> tuple[float, float]:
        """How far aside of its rest and above it the mark is."""
        if not self._circle:
            return 0.0, _RISE_PX * position
        turn = math.tau * position
        return -_ROUND_PX * math.sin(turn), _ROUND_PX * (1 - math.cos(turn))

    def _cut(self, pieces: Pieces, lift: float, size: float | None = None) -> Cutout:
        return cut(placed(pieces, (0, 0), size or self._size), self._look, lift=lift)

    def _bounce(self, index: int) -> float:
        """A soft hop when it lands."""
        since = (self._time_s - self._landed_s[index]) / LANDING_S
        if since >= 1.0 or self._look.reduced_motion:
            return 0.0
        return 22.0 * math.sin(math.pi * since)


def _puddle(seed: int) -> Pieces:
    """The water a stone lies in."""
    return (Piece(blob((0, 14), 252, 124, seed + 11, wobble=0.05), _WATER, lift=0, lean=0.2),)


def _slot() -> Pieces:
    """The way the mark rises along: from a bar at rest, to an arrow's tip."""
    top = -_RISE_PX - 20
    return (
        Piece(box(-17, top, 34, _RISE_PX + 38, 17), tones(mix(DARK_WOOD.light, CREAM, 0.1)), lift=2),
        Piece(box(-10, top + 7, 20, _RISE_PX + 24, 10), tones(CREAM), lift=0),
        Piece(((-40, top + 14), (0, top - 34), (40, top + 14)), TARGET, lift=3),
        Piece(box(-46, -6, 92, 12, 6), DARK_WOOD, lift=2),
    )


def _round_slot() -> Pieces:
    """The way the mark goes round, clockwise from the bar at rest, with an arrow's tip on its far side."""
    middle = (0.0, -8.0 - _ROUND_PX)
    rim, bed = 2 * _ROUND_PX + 34, 2 * _ROUND_PX + 20
    top, head = middle[1] - _ROUND_PX, 38.0
    return (
        Piece(
            oval(middle, rim, rim, 64),
            tones(mix(DARK_WOOD.light, CREAM, 0.1)),
            lift=2,
            holes=(oval(middle, rim - 68, rim - 68, 64),),
        ),
        Piece(
            oval(middle, bed, bed, 64), tones(CREAM), lift=0, holes=(oval(middle, bed - 40, bed - 40, 64),)
        ),
        Piece(((-0.7 * head, top - head), (head, top), (-0.7 * head, top + head)), TARGET, lift=3),
        Piece(box(-46, -6, 92, 12, 6), DARK_WOOD, lift=2),
    )


def _flag() -> Pieces:
    """A flag of the target's green on a done stone: full by shape, not by colour alone."""
    pole = box(-4, -118, 9, 122, 4)
    cloth = ((5.0, -116.0), (78.0, -92.0), (5.0, -64.0))
    return (Piece(pole, DARK_WOOD, lift=2), Piece(cloth, TARGET, lift=4))
