"""The coast path: once round the island, a lamp every hundred steps, and the one who walks it.

Every repetition is a step. Coordinates are those of the land (game/ui/island.py).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.ui import landmarks
from game.ui.curves import Outline, Point, smooth
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import Look

if TYPE_CHECKING:
    from game.ui.home_island import LandFrame

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

_WALKER_PX = 112
_LAMP_PX = 54
_SWINGS = 7
_DOT_STEPS = 12
"""A print of the walked way every so many steps."""


class CoastWay:
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
    """Lamps, prints and walker, cut once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._way = CoastWay(COAST)
        self._lamp_spots = [self._way.at((n + 1) / LAMPS)[0] for n in range(LAMPS)]
        self._kept: dict[tuple[str | int, bool, float], Cutout] = {}

    def draw(self, surface: pygame.Surface, steps: float, place: LandFrame) -> None:
        """Draw the way walked in this round, the lamps passed alight, and the walker; the far ones first.

        What is not yet passed is a low post: the next lamp to be lit is a little higher and pale.
        """
        round_steps = steps % STEPS_A_ROUND
        size = place.scale
        for step in range(0, int(round_steps), _DOT_STEPS):
            x, y = place.spot(self._way.at(step / STEPS_A_ROUND)[0])
            self._print(size).draw(surface, (x, y))
        passed = int(steps * LAMPS / STEPS_A_ROUND) if steps < STEPS_A_ROUND else LAMPS
        standing: list[tuple[float, Cutout, Point]] = []
        for index, at in enumerate(self._lamp_spots):
            x, y = place.spot(at)
            state: landmarks.Lamp = "lit" if index < passed else "next" if index == passed else "post"
            standing.append((y - 6, self._lamp(state, size), (x, y - 6)))
        point, to_right = self._way.at(round_steps / STEPS_A_ROUND)
        x, y = place.spot(point)
        swing = round((math.sin(steps * math.pi / 2) + 1) / 2 * (_SWINGS - 1))
        standing.append((y, self._walker(swing, to_right, size), (x, y + 4)))
        for _, cutout, where in sorted(standing, key=lambda one: one[0]):
            cutout.draw(surface, where)

    def _lamp(self, state: landmarks.Lamp, size: float) -> Cutout:
        return self._keep(
            (state, False, size), lambda: self._cut(landmarks.lantern(state, height=_LAMP_PX * size / 0.7), 3)
        )

    def _print(self, size: float) -> Cutout:
        return self._keep(("print", False, size), lambda: self._cut(landmarks.footprint(17 * size / 0.7), 0))

    def _walker(self, swing: int, to_right: bool, size: float) -> Cutout:
        return self._keep((swing, to_right, size), lambda: self._cut_walker(swing, to_right, size))

    def _cut_walker(self, swing: int, to_right: bool, size: float) -> Cutout:
        step = swing / (_SWINGS - 1) * 2 - 1
        walker = self._cut(landmarks.walker(step, height=_WALKER_PX * size / 0.7), 5)
        if to_right:
            return walker
        flipped = pygame.transform.flip(walker.surface, flip_x=True, flip_y=False)
        return Cutout(flipped, (walker.surface.get_width() - walker.anchor[0], walker.anchor[1]))

    def _keep(self, key: tuple[str | int, bool, float], make: Callable[[], Cutout]) -> Cutout:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def _cut(self, pieces: tuple[Piece, ...], lift: float) -> Cutout:
        return cut(pieces, self._look, lift=lift)
