"""Stop: everything halts at once, and the card offers Go on, Rest, and I do not feel well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from game.intentions import Intention, Meaning
from game.scene import Scene
from game.scenes.house import House
from game.ui.menu import Menu

Page = Literal["stopped", "resting", "unwell"]
PAGES: dict[Page, tuple[str, ...]] = {
    "stopped": ("go_on", "rest", "unwell"),
    "resting": ("go_on", "end"),
    "unwell": ("end", "go_on"),
}


class StopScene(Scene):
    """The card over the halted game. `on_end` is called when the person wants to end the bout."""

    def __init__(
        self, house: House, draw_below: Callable[[pygame.Surface], None], on_end: Callable[[], None]
    ) -> None:
        self._house = house
        self._draw_below = draw_below
        self._on_end = on_end
        self._below: pygame.Surface | None = None
        self._rest_s = 0.0
        self._show("stopped")

    def enter(self) -> None:
        self._house.speaker.say("paused")

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        self._rest_s += dt_s
        taken = self._menu.step(dt_s, meanings)
        if Intention.STOP in meanings and self._page != "stopped":
            self._show("stopped")
        match taken:
            case "go_on":
                self._house.stack.pop()
            case "rest":
                self._show("resting")
                self._house.speaker.say("rest_a_little")
            case "unwell":
                self._show("unwell")
                self._house.speaker.say("stop_if_unwell")
            case "end":
                self._on_end()
                self._house.stack.pop()

    def draw(self, surface: pygame.Surface) -> None:
        if self._below is None:
            self._draw_below(surface)
            self._below = surface.copy()
        surface.blit(self._below, (0, 0))
        self._menu.draw(surface)

    def _show(self, page: Page) -> None:
        self._page = page
        self._rest_s = 0.0
        self._menu = Menu(
            self._house.look,
            title=self._house.words(f"stop.{page}"),
            choices=[(key, self._house.words(f"stop.{key}")) for key in PAGES[page]],
            scanning=self._house.settings.one_switch is not None,
        )
