"""Petals that a soft landing or a newcomer throws up; they fall and are gone."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import pygame

from game.ui.curves import Point, leaf
from game.ui.paper import Piece, cut
from game.ui.theme import Look, tones

_MOST = 80
_LIFE_S = 1.5
_FALL_PX_S2 = 420.0
_COLOURS = (tones((246, 206, 110)), tones((232, 150, 176)), tones((250, 240, 220)), tones((130, 194, 206)))


@dataclass(slots=True)
class _Petal:
    x: float
    y: float
    vx: float
    vy: float
    kind: int
    age_s: float = 0.0


class Petals:
    """All petals in the air. With reduced motion there are none."""

    def __init__(self, look: Look, chance: random.Random) -> None:
        self._chance = chance
        self._still = look.reduced_motion
        self._petals: list[_Petal] = []
        self._cuts = [
            cut(
                (
                    Piece(
                        leaf(
                            (-12 * math.cos(turn), -12 * math.sin(turn)),
                            (12 * math.cos(turn), 12 * math.sin(turn)),
                            15,
                        ),
                        paper,
                    ),
                ),
                look,
                lift=3,
            )
            for paper in _COLOURS
            for turn in (0.3, 1.4, 2.4)
        ]

    def throw(self, at: Point, count: int, reach: float = 1.0) -> None:
        """Throw some up from a point."""
        if self._still:
            return
        for _ in range(min(count, _MOST - len(self._petals))):
            turn = self._chance.uniform(-math.pi, 0)
            speed = self._chance.uniform(140, 330) * reach
            kind = self._chance.randrange(len(self._cuts))
            self._petals.append(
                _Petal(at[0], at[1], speed * math.cos(turn), speed * math.sin(turn) - 60, kind)
            )

    def step(self, dt_s: float) -> None:
        """Let them fall through the air."""
        drag = math.exp(-1.6 * dt_s)
        for petal in self._petals:
            petal.age_s += dt_s
            petal.vx *= drag
            petal.vy = petal.vy * drag + _FALL_PX_S2 * dt_s
            petal.x += petal.vx * dt_s
            petal.y += petal.vy * dt_s
        self._petals = [petal for petal in self._petals if petal.age_s < _LIFE_S]

    def draw(self, target: pygame.Surface) -> None:
        """Draw them; they fade in the last part of their life."""
        for petal in self._petals:
            left = min(1.0, (_LIFE_S - petal.age_s) / 0.5)
            kind = (petal.kind + int(petal.age_s * 5)) % len(self._cuts)
            self._cuts[kind - kind % 3 + petal.kind % 3].draw(target, (petal.x, petal.y), round(255 * left))
