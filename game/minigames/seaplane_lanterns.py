"""The launch that sails along, and the chain of lit buoys it tows: one for each full repetition."""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.minigames.seaplane_paper import facing
from game.ui.curves import Point, box, oval, ribbon, smooth
from game.ui.paper import Piece, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    INK,
    ORANGE,
    ROOF,
    SLATE,
    STRAW,
    WALL,
    WHITE,
    Look,
    Tones,
    mix,
    tones,
)

MOST = 30
"""Buoys the chain has room for; the next ones light a second lamp on the first."""
_CARRY_S = 0.9
_SPACING_PX = 40.0
_A_ROPE, _ROPE_PX = 10, 24.0
"""Buoys on one rope, and how far nearer the next rope swims."""
_LIGHT_S = 0.3


class Chain:
    """Buoys on a rope behind the launch. Rings are carried to it and become its lights."""

    def __init__(self, look: Look, launch_at: Point, way: int = 1) -> None:
        self.lit = 0
        self._look = look
        self._launch_at = launch_at
        self._way = way
        self._launch = cut(facing(launch(), way), look, lift=6)
        self._buoys = tuple(cut(placed(buoy(lamps), (0, 0), 1.05), look, lift=4) for lamps in (1, 2))
        self._ring = RotatingCutout(wreath(), look, lift=5)
        self._carried: list[tuple[Point, int, float]] = []
        self._time_s = 0.0

    def step(self, dt_s: float) -> None:
        """Carry on what is being carried."""
        self._time_s += dt_s
        self._carried = [(start, number, age + dt_s) for start, number, age in self._carried]
        self._carried = [one for one in self._carried if one[2] < _CARRY_S + _LIGHT_S]

    def carry(self, start: Point) -> None:
        """A ring is on its way from a point to the next place of the chain."""
        self._carried.append((start, self.lit, 0.0))
        self.lit += 1

    def place(self, number: int) -> Point:
        """Where a buoy swims."""
        x, y = self._launch_at
        slot = number % MOST
        rope, along = divmod(slot, _A_ROPE)
        away = 96 + along * _SPACING_PX + 14 * rope
        sag = 8 * math.sin(math.pi * along / _A_ROPE)
        return (x - self._way * away, y + 4 + sag + _ROPE_PX * rope + self._bob(slot))

    def _bob(self, slot: float) -> float:
        return 0.0 if self._look.reduced_motion else 3 * math.sin(self._time_s * 1.3 - slot * 0.5)

    def draw(self, surface: pygame.Surface) -> None:
        """Launch, rope and buoys."""
        x, y = self._launch_at
        landed = self.lit - sum(1 for _, _, age in self._carried if age < _CARRY_S)
        count = min(landed, MOST)
        colour = WHITE if self._look.contrast else mix(INK, SLATE.base, 0.5)
        stern = (x - self._way * 60, y - 2 + self._bob(0))
        for first in range(0, count, _A_ROPE):
            rope = [stern, *(self.place(slot) for slot in range(first, min(first + _A_ROPE, count)))]
            for a, b in pairwise(rope):
                pygame.draw.aaline(surface, colour, a, b, 2)
        for slot in range(count):
            self._buoys[landed - slot > MOST].draw(surface, self.place(slot))
        self._launch.draw(surface, (x, y + self._bob(0)))

    def draw_carried(self, surface: pygame.Surface) -> None:
        """Rings on their way, smaller and smaller."""
        for start, number, age in self._carried:
            if age >= _CARRY_S:
                continue
            share = age / _CARRY_S
            eased = share * share * (3 - 2 * share)
            end = self.place(number)
            x = start[0] + (end[0] - start[0]) * eased
            lift = 4 * share * (1 - share)
            y = start[1] + (end[1] - 41 - start[1]) * eased - 130 * lift
            turn = 0 if self._look.reduced_motion else 5 * round(8 * eased)
            self._ring.draw(surface, (x, y), turn, 1 - 0.04 * round(21 * eased))


def launch() -> Pieces:
    """A small steam launch, sailing right; (0, 0) on its waterline."""
    hull = smooth(((-66, -20), (-60, 2), (-40, 8), (40, 8), (64, -2), (78, -26), (40, -18), (-40, -16)))
    return (
        Piece(box(-6, -78, 15, 34, 4), ROOF, lift=3),
        Piece(box(-7, -80, 17, 8, 3), SLATE, lift=1),
        Piece(box(-40, -50, 64, 36, 7), WALL, lift=3),
        Piece(box(-46, -56, 78, 9, 4), tones((206, 158, 112)), lift=3),
        *(Piece(oval((x, -34), 13, 13, 20), tones((120, 158, 178)), lift=1) for x in (-24, -4, 14)),
        Piece(hull, tones((86, 112, 140)), lift=4),
        Piece(ribbon(((-58, -10), (0, -6), (60, -14)), 6), tones(CREAM), lift=1),
        Piece(ribbon(((-62, -16), (-62, -48)), 4), DARK_WOOD, lift=1),
    )


def buoy(lamps: int) -> Pieces:
    """A buoy with a lit lantern, or two; (0, 0) on its waterline."""
    lamp = Tones((255, 216, 112), (246, 186, 84), (255, 244, 196))
    sheets: list[Piece] = []
    for index in range(lamps):
        foot = -30.0 - 20 * index
        sheets += [
            Piece(ribbon(((0, foot + 2), (0, foot - 4)), 5), SLATE, lift=0),
            Piece(box(-8, foot - 18, 16, 17, 6), lamp, lift=2),
            Piece(((-11, foot - 16), (0, foot - 25), (11, foot - 16)), SLATE, lift=2),
        ]
    tower = ((-11, 0), (-5, -32), (5, -32), (11, 0))
    float_ = smooth(((-17, -7), (-14, 3), (0, 6), (14, 3), (17, -7), (0, -9)))
    return (
        *sheets,
        Piece(tower, tones(ORANGE), lift=2),
        Piece(((-9, -10), (-7, -20), (7, -20), (9, -10)), tones(CREAM), lift=0),
        Piece(float_, tones((196, 128, 62)), lift=2),
    )


def wreath() -> Pieces:
    """The garland as it is carried off: a ring with a light in it."""
    outer, inner = oval((0, 0), 132, 250, 60), oval((0, 0), 100, 218, 60)
    flowers = tuple(
        Piece(oval((58 * math.cos(a), 117 * math.sin(a)), 34, 34, 20), paper, lift=2)
        for a, paper in zip(
            (math.tau * i / 10 for i in range(10)),
            [STRAW, tones(CREAM), tones(ORANGE), tones(CREAM), STRAW] * 2,
            strict=True,
        )
    )
    return (Piece(outer, tones((0, 158, 115)), holes=(inner,)), *flowers)
