"""The coast path: once round the island, a lamp every hundred steps, and the one who walks it.

Every repetition is a step. Coordinates are those of the land (game/ui/island.py).
"""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.ui import landmarks
from game.ui.curves import Outline, Point, smooth
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import Look

STEPS_A_ROUND = 1000
"""Repetitions that lead once round the island."""
LAMPS = 10

COAST: tuple[Point, ...] = (
    (505, 768),
    (660, 772),
    (860, 764),
    (1060, 760),
    (1260, 762),
    (1420, 772),
    (1530, 776),
    (1560, 744),
    (1515, 712),
    (1470, 690),
    (1420, 650),
    (1370, 640),
    (1290, 668),
    (1180, 664),
    (1080, 640),
    (960, 628),
    (900, 648),
    (890, 690),
    (800, 722),
    (660, 736),
    (520, 736),
    (448, 742),
    (470, 764),
)
"""Along the beach, home over the meadows."""
ON_SAND = 10
"""So many of the knots lie on the beach, where the path has to be laid; the rest is the land's own."""

_WALKER_PX = 86
_LAMP_PX = 50
_SWINGS = 7


class Way:
    """A closed line that can be asked for the point a share of its length away."""

    def __init__(self, knots: tuple[Point, ...]) -> None:
        line: Outline = smooth(knots)
        self._points = (*line, line[0])
        self._ends = [0.0]
        for a, b in pairwise(self._points):
            self._ends.append(self._ends[-1] + math.dist(a, b))

    def at(self, share: float) -> tuple[Point, bool]:
        """The point, and whether the way leads to the right there."""
        wanted = share % 1.0 * self._ends[-1]
        for index, (start, end) in enumerate(pairwise(self._ends)):
            if wanted <= end:
                part = (wanted - start) / max(end - start, 1e-6)
                (x0, y0), (x1, y1) = self._points[index], self._points[index + 1]
                return (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), x1 >= x0
        return self._points[0], True


class CoastPath:
    """Lamps and walker, cut once. origin, scale: where the land lies in the picture."""

    def __init__(self, look: Look, origin: Point, scale: float) -> None:
        self._look, self._origin, self._scale = look, origin, scale
        self._way = Way(COAST)
        self._lamps: dict[bool, Cutout] = {}
        self._lamp_spots = [self._spot(self._way.at((n + 1) / LAMPS)[0]) for n in range(LAMPS)]
        self._walkers: dict[tuple[int, bool], Cutout] = {}

    def draw(self, surface: pygame.Surface, steps: float) -> None:
        """Draw the walker after so many steps, and the lamps passed on the way alight; the far ones first."""
        share = steps / STEPS_A_ROUND
        standing: list[tuple[float, Cutout, Point]] = []
        for index, (x, y) in enumerate(self._lamp_spots):
            lit = share >= (index + 1) / LAMPS
            standing.append((y - 6, self._lamp(lit), (x, y - 6)))
        point, to_right = self._way.at(share)
        x, y = self._spot(point)
        swing = round((math.sin(steps * math.pi / 2) + 1) / 2 * (_SWINGS - 1))
        standing.append((y, self._walker(swing, to_right), (x, y + 4)))
        for _, cutout, where in sorted(standing, key=lambda one: one[0]):
            cutout.draw(surface, where)

    def _spot(self, at: Point) -> Point:
        return (self._origin[0] + at[0] * self._scale, self._origin[1] + at[1] * self._scale)

    def _lamp(self, lit: bool) -> Cutout:
        if lit not in self._lamps:
            self._lamps[lit] = self._cut(landmarks.lantern(lit=lit, height=_LAMP_PX), 3)
        return self._lamps[lit]

    def _walker(self, swing: int, to_right: bool) -> Cutout:
        if (swing, to_right) not in self._walkers:
            step = swing / (_SWINGS - 1) * 2 - 1
            walker = self._cut(landmarks.walker(step, height=_WALKER_PX), 5)
            if not to_right:
                width = walker.surface.get_width()
                flipped = pygame.transform.flip(walker.surface, flip_x=True, flip_y=False)
                walker = Cutout(flipped, (width - walker.anchor[0], walker.anchor[1]))
            self._walkers[swing, to_right] = walker
        return self._walkers[swing, to_right]

    def _cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        return cut(pieces, self._look, lift=lift)
