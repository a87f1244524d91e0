"""Petals that a soft landing or a newcomer throws up; they fall and are gone."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.roles import Role
from game.ui.curves import Point, leaf
from game.ui.paper import Piece
from game.ui.theme import tones

_MOST = 80
_LIFE_S = 1.5
_FALL_PX_S2 = 420.0
_COLOURS = (tones((246, 206, 110)), tones((232, 150, 176)), tones((250, 240, 220)), tones((130, 194, 206)))


class Petals:
    """All petals in the air: (where, how fast, kind, age). With reduced motion there are none."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._flying: list[tuple[Point, Point, int, float]] = []
        self._cuts = [
            kit.cut((Piece(leaf((-12 * x, -12 * y), (12 * x, 12 * y), 15), paper),), Role.BUILT, lift=3)
            for paper in _COLOURS
            for x, y in ((0.96, 0.3), (0.17, 0.99), (-0.74, 0.68))
        ]

    def throw(self, at: Point, count: int, reach: float = 1.0) -> None:
        """Throw some up from a point."""
        if self._kit.still:
            return
        chance = self._kit.random
        for _ in range(min(count, _MOST - len(self._flying))):
            turn, speed = chance.uniform(-math.pi, 0), chance.uniform(140, 330) * reach
            pace = (speed * math.cos(turn), speed * math.sin(turn) - 60)
            self._flying.append((at, pace, chance.randrange(len(self._cuts)), 0.0))

    def step(self, dt_s: float) -> None:
        """Let them fall through the air."""
        drag = math.exp(-1.6 * dt_s)
        fallen = [
            ((x + vx * dt_s, y + vy * dt_s), (vx * drag, vy * drag + _FALL_PX_S2 * dt_s), kind, age + dt_s)
            for (x, y), (vx, vy), kind, age in self._flying
        ]
        self._flying = [petal for petal in fallen if petal[3] < _LIFE_S]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw them; they turn as they fall, and fade in the last part of their life."""
        for at, _, kind, age in self._flying:
            turned = kind - kind % 3 + (kind + int(age * 5)) % 3
            self._cuts[turned].draw(surface, at, alpha=255 * min(1.0, (_LIFE_S - age) / 0.5))
