"""Passers-by: what else goes on while a leg works. Birds cross the sky of a game, more of them and sooner the
higher the level's distraction.

They are small and far, cross slowly, and are drawn behind all that is played. Who wants calm pictures or high
contrast has none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.minigames.stage import Stage
from game.ui import scenery
from game.ui.paper import cut, placed
from game.ui.screen import SIZE

MOST = 8
"""Birds in the sky at a distraction of 1."""
CROSSING_S = (34.0, 20.0)
"""A bird crosses the picture in so many seconds, at the least and at the most distraction."""
COMES_S = 3.0
"""Birds join and leave one by one, off the picture's edge, this far apart."""
_SIZE = 0.45
_SKY = (90.0, 250.0)
"""The band of sky they fly in, above all that is moved."""
_BEAT_S = 1.3
_FLAPS = (-0.6, -0.1, 0.4, 0.8, 0.4, -0.1)


@dataclass(slots=True)
class _Bird:
    """One on its way. x: px from the left edge of the picture; way: 1 to the right, -1 to the left."""

    x: float
    y: float
    way: int
    start: float


class PassersBy:
    """The birds of one game."""

    def __init__(self, stage: Stage) -> None:
        look = stage.look
        self._off = look.reduced_motion or look.contrast
        self._wings = [] if self._off else [cut(placed(scenery.gull(f), (0, 0), _SIZE), look) for f in _FLAPS]
        self._random = stage.random()
        self._birds: list[_Bird] = []
        self._time_s = 0.0
        self._next_s = 0.0
        self._distraction = 0.0

    def __len__(self) -> int:
        """How many are on their way."""
        return len(self._birds)

    def step(self, dt_s: float, distraction: float) -> None:
        """Move on; distraction is what is asked now, 0 to 1."""
        if self._off:
            return
        self._time_s += dt_s
        self._distraction = distraction
        least, most = CROSSING_S
        pace = SIZE[0] / (least + (most - least) * distraction)
        width = 120 * _SIZE
        for bird in self._birds:
            bird.x += bird.way * pace * dt_s
        self._birds = [bird for bird in self._birds if -width <= bird.x <= SIZE[0] + width]
        if len(self._birds) < math.ceil(MOST * distraction) and self._time_s >= self._next_s:
            self._next_s = self._time_s + COMES_S
            way = self._random.choice((1, -1))
            start = -width if way > 0 else SIZE[0] + width
            self._birds.append(_Bird(start, self._random.uniform(*_SKY), way, self._random.random()))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw them; to be called once the sky is drawn and before what the leg moves."""
        for bird in self._birds:
            turn = self._time_s / _BEAT_S + bird.start
            wing = self._wings[int(turn * len(_FLAPS)) % len(_FLAPS)]
            wing.draw(surface, (bird.x, bird.y + 6 * math.sin(math.tau * (turn / 4))))
