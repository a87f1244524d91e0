"""The path of stepping stones that a practice lays, and the walker on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import msgspec
import pygame

from game.bout.play import REWARD_S
from game.ui import scenery
from game.ui.curves import Point, box, oval, ribbon, smooth
from game.ui.paper import Piece, cut, placed
from game.ui.stones import stone
from game.ui.theme import (
    BLUE,
    DARK_WOOD,
    INK,
    MEADOW,
    NIGHT,
    SKIN,
    SLATE,
    STONE,
    VERMILION,
    Look,
    tones,
    towards,
)

FREE_STONES = 24
"""A path without an end has room for so many stones; then flowers grow beside the first."""
GLIDE_S = 1.2
HOP_S = 0.5
DROP_PX = 46.0

_HAT = tones((226, 176, 88))
_SIZES = 5
_NEAR_PX, _FAR_PX = 128.0, 78.0
_GATHERED, _MOST_GROWN = 1.35, 14
"""How much larger so few stones are at the end, when the whole path is shown."""
_ROOMY_PX, _SMALL = 900, 0.6
"""In an area narrower than this the stones are smaller."""
# The way of the path through the action area: shares of its width, and px from the top.
_WAY = (
    (0.05, 985.0),
    (0.3, 1026.0),
    (0.6, 1022.0),
    (0.86, 1000.0),
    (0.955, 940.0),
    (0.9, 880.0),
    (0.77, 850.0),
)


@dataclass(slots=True)
class _Stone:
    """A stone that has been laid. age_s: since it was."""

    full: bool
    age_s: float = 0.0


class StonePath:
    """Stones in the order in which they were laid, the nearest first."""

    def __init__(self, look: Look, action: pygame.Rect, room: int) -> None:
        self._still = look.reduced_motion
        self._room = max(room, 1)
        self._stones: list[_Stone] = []
        self._way = _spaced([(action.left + x * action.width, y) for x, y in _WAY], self._room)
        self._gathered: list[Point] | None = None
        self._gathered_s = 0.0
        small = _SMALL if action.width < _ROOMY_PX else 1.0
        sizes = [small * (_NEAR_PX + (_FAR_PX - _NEAR_PX) * step / (_SIZES - 1)) for step in range(_SIZES)]
        self._plain = [cut(stone(step, size), look, lift=6) for step, size in enumerate(sizes)]
        self._flowered = [cut(_flowered(step, size), look, lift=6) for step, size in enumerate(sizes)]
        grown = sizes if small < 1 else [size * _GATHERED for size in sizes]
        self._gathered_plain = [cut(stone(step, size), look, lift=8) for step, size in enumerate(grown)]
        self._gathered_flowered = [
            cut(_flowered(step, size), look, lift=8) for step, size in enumerate(grown)
        ]
        self._flower = cut(scenery.flower(9, 40), look, lift=3)
        self._unlaid = [
            cut(*_shown_through(stone(step, size), look), lift=0) for step, size in enumerate(sizes)
        ]
        self._walker = cut(_walker(), look, lift=7)
        self._arrived = cut(placed(_walker(), (0, 0), 1.5 if small < 1 else 2.1), look, lift=9)

    def lay(self, *, full: bool) -> None:
        """Lay the next stone."""
        self._stones.append(_Stone(full))

    def gather(self, area: pygame.Rect) -> None:
        """Show the whole path in an area: it glides there."""
        shown = max(1, min(len(self._stones), self._room))
        rows = ((0.08, 0.9), (0.5, 0.925), (0.88, 0.9), (0.95, 0.83), (0.8, 0.775), (0.16, 0.75))
        corners = [(area.left + x * area.width, area.top + y * area.height) for x, y in rows]
        self._gathered = _spaced(corners, shown)

    def step(self, dt_s: float) -> None:
        """Move on."""
        for one in self._stones:
            one.age_s += dt_s
        if self._gathered is not None:
            self._gathered_s += dt_s

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the stones, the far ones first, and the walker on the last."""
        first = self._stones[: self._room]
        if self._gathered is None:
            for index in range(len(first), self._room):
                self._unlaid[self._size(index)].draw(surface, self._way[index])
        arrived = self._arrived_there and len(first) <= _MOST_GROWN
        order = sorted(range(len(first)), key=lambda index: self._place(index)[1])
        for index in order:
            one = first[index]
            x, y = self._place(index)
            if arrived:
                kinds = self._gathered_flowered if one.full else self._gathered_plain
            else:
                kinds = self._flowered if one.full else self._plain
            kinds[self._size(index)].draw(surface, (x, y - self._drop(one)))
        for extra, one in enumerate(self._stones[self._room :]):
            x, y = self._place(extra % self._room)
            ring = 1 + extra // self._room
            self._flower.draw(surface, (x + (34 + 10 * ring) * (-1) ** ring, y + 14 - self._drop(one)))
        if first:
            self._draw_walker(surface)

    @property
    def _arrived_there(self) -> bool:
        """Whether the path lies where it is shown whole."""
        return self._gathered is not None and (self._still or self._gathered_s >= GLIDE_S)

    def _place(self, index: int) -> Point:
        here = self._way[index]
        if self._gathered is None or index >= len(self._gathered):
            return here
        share = 1.0 if self._still else min(1.0, self._gathered_s / GLIDE_S)
        eased = share * share * (3 - 2 * share)
        there = self._gathered[index]
        return (here[0] + (there[0] - here[0]) * eased, here[1] + (there[1] - here[1]) * eased)

    def _size(self, index: int) -> int:
        """Which of the sizes: the further along, the smaller."""
        far = max(0.0, (_WAY[1][1] - self._way[index][1]) / (_WAY[1][1] - _WAY[-1][1]))
        return min(_SIZES - 1, round(far * (_SIZES - 1)))

    def _drop(self, one: _Stone) -> float:
        """It falls into its place and settles softly."""
        share = one.age_s / REWARD_S
        if share >= 1 or self._still:
            return 0.0
        return DROP_PX * (1 - share) ** 2 * math.cos(share * math.pi * 1.5)

    def _draw_walker(self, surface: pygame.Surface) -> None:
        """The walker hops from the stone before onto the last one."""
        last = min(len(self._stones), self._room) - 1
        x, y = self._place(last)
        share = min(1.0, self._stones[-1].age_s / HOP_S)
        if len(self._stones) <= self._room and last > 0 and share < 1 and not self._still:
            from_x, from_y = self._place(last - 1)
            x, y = from_x + (x - from_x) * share, from_y + (y - from_y) * share
            y -= 56 * math.sin(math.pi * share)
        (self._arrived if self._arrived_there else self._walker).draw(surface, (x, y + 4))


def _spaced(corners: list[Point], count: int) -> list[Point]:
    """So many places at equal distances along a soft line, half a distance in from its ends."""
    line = smooth(corners, closed=False, steps=24)
    lengths = [0.0]
    for (x0, y0), (x1, y1) in pairwise(line):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))
    places: list[Point] = []
    at = 0
    for index in range(count):
        wanted = lengths[-1] * (index + 0.5) / count
        while lengths[at + 1] < wanted:
            at += 1
        share = (wanted - lengths[at]) / ((lengths[at + 1] - lengths[at]) or 1.0)
        (x0, y0), (x1, y1) = line[at], line[at + 1]
        places.append((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
    return places


def _shown_through(pieces: tuple[Piece, ...], look: Look) -> tuple[tuple[Piece, ...], Look]:
    """A place where a stone will lie: seen in the grass, without an outline."""
    ground, share = (NIGHT, 0.72) if look.contrast else (MEADOW.base, 0.62)
    quiet = tuple(replace(one, tones=towards(one.tones, ground, share), lift=0) for one in pieces)
    return quiet, msgspec.structs.replace(look, contrast=False)


def _flowered(seed: int, width: float) -> tuple[Piece, ...]:
    """A stone of warmer paper with a flower beside it."""
    warm = towards(STONE, (240, 206, 150), 0.4)
    blossom = placed(scenery.flower(seed + 1, width * 0.36), (width * 0.4, width * 0.12))
    return (*stone(seed, width, warm), *blossom)


def _walker() -> tuple[Piece, ...]:
    """A little figure in a coat, with a scarf and a hat, walking to the right; it stands on y = 0."""
    coat = smooth(((-17, -34), (-15, -66), (-6, -80), (8, -80), (16, -66), (19, -34), (0, -30)))
    return (
        Piece(ribbon(((-5, -36), (-13, -4)), 11, 9), SLATE, lift=1),
        Piece(ribbon(((6, -36), (13, -6)), 11, 9), SLATE, lift=1),
        Piece(ribbon(((-14, -2), (-4, -2)), 8), DARK_WOOD, lift=1),
        Piece(ribbon(((12, -4), (22, -4)), 8), DARK_WOOD, lift=1),
        Piece(coat, tones(BLUE), lift=2),
        Piece(ribbon(((-4, -70), (-14, -54), (-8, -42)), 10, 8), tones((0, 92, 150)), lift=2),
        Piece(oval((4, -92), 34, 36), SKIN, lift=2),
        Piece(ribbon(((-10, -76), (13, -75)), 10), tones(VERMILION), lift=2),
        Piece(ribbon(((-10, -75), (-24, -64)), 9, 7), tones(VERMILION), lift=1),
        Piece(oval((11, -92), 4, 5, 12), tones(INK), lift=0),
        Piece(smooth(((-12, -102), (-9, -116), (4, -121), (17, -115), (20, -102))), _HAT, lift=2),
        Piece(box(-18, -106, 46, 8, 4), tones(_HAT.shade), lift=1),
    )
