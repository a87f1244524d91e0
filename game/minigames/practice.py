"""Practice: the plain way to do any exercise. The coach, large, and a row of stones that grows."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.minigames.stage import Happening, MiniGame, Play, Stage
from game.ui import places
from game.ui.theme import TimeOfDay


class Practice(MiniGame):
    """Every repetition lays a stone of the coast path."""

    tunes = ("harbour_parade",)
    bed = "wind"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._place = places.coast(stage.look, TimeOfDay.MORNING)
        self._time_s = 0.0
        self._position = 0.0
        self._stones = 0
        self._finished = False

    def step(self, dt_s: float, play: Play) -> None:
        self._time_s += dt_s
        self._position = play.limb.position
        self._stones += sum(one.what in {Happening.FULL, Happening.PARTIAL} for one in play.happened)

    def draw(self, surface: pygame.Surface) -> None:
        self._place.draw(surface, self._time_s)
        x = self.stage.action.centerx
        y = 800 - 500 * max(0.0, min(1.2, self._position))
        pygame.draw.circle(surface, (240, 200, 40), (x, y), 60)
        self._place.draw_front(surface, self._time_s)

    def finish(self) -> None:
        self._finished = True
        self._time_s += 1.0

    def state(self) -> Mapping[str, float]:
        return {"stones": self._stones}
