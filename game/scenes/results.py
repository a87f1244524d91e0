"""Results: what this bout built, what was done, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.intentions import Intention, Meaning
from game.minigames.stage import MiniGame
from game.scene import Scene
from game.scenes.house import House
from game.scenes.live_bout import BoutPlan, Outcome
from game.ui.menu import Menu


class ResultsScene(Scene):
    """Shown after every bout. `on_done` hears whether to play the same again."""

    def __init__(
        self, house: House, plan: BoutPlan, outcome: Outcome, game: MiniGame, on_done: Callable[[bool], None]
    ) -> None:
        self._game = game
        self._on_done = on_done
        result = outcome.result
        self._menu = Menu(
            house.look,
            title=house.words("results.done", full=result.full, count=result.counted),
            choices=[(key, house.words(f"results.{key}")) for key in ("home", "again")],
            scanning=house.settings.one_switch is not None,
        )

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        taken = self._menu.step(dt_s, meanings)
        if taken is not None or Intention.STOP in meanings:
            self._on_done(taken == "again")

    def draw(self, surface: pygame.Surface) -> None:
        self._game.draw(surface)
        self._menu.draw(surface)
