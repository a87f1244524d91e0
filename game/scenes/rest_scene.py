"""A rest between two bouts: a paper flower that opens in the time of a calm breath, and gains its petals.

Nothing counts down and nothing goes on by itself: the rest is as long or as short as the person likes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame

from game.intentions import Meaning
from game.scenes.house import House
from game.scenes.page import PageScene
from game.ui.choices import Item, beside, card_area
from game.ui.flower import RestFlower

BREATH_S = 10.0
"""A calm breath in and out (six a minute)."""


class RestScene(PageScene):
    """Offers a rest of rest_s seconds. `on_done` hears whether to go on, or home."""

    land = False

    def __init__(self, house: House, rest_s: float, on_done: Callable[[bool], None]) -> None:
        super().__init__(house)
        self._rest_s = rest_s
        self._on_done = on_done
        self._time_s = 0.0
        self._rested = False
        self._flower = RestFlower(house.look, steady=house.look.reduced_motion)
        self._ask()

    def enter(self) -> None:
        self._house.speaker.bed("sea")
        self._house.speaker.say("rest_now")

    def leave(self) -> None:
        self._house.speaker.bed(None)

    def taken(self, key: str) -> None:
        self._on_done(key == "go_on")

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        self._time_s += dt_s
        self._house.ahead.step(dt_s)
        if not self._rested and self._time_s >= self._rest_s:
            self._rested = True
            self._house.speaker.play("page_turn")
            self._ask(self._choices.key)
        super().step(dt_s, meanings)

    def draw_beside(self, surface: pygame.Surface) -> None:
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * self._time_s / BREATH_S)
        free = beside(card_area(self._house.look))
        self._flower.draw(surface, free.center, breath, min(self._time_s / self._rest_s, 1.0))

    def _ask(self, start: str | None = None) -> None:
        words = self._house.words
        line = words("rest.ready") if self._rested else words("rest.line")
        items = [Item("go_on", words("rest.go_on")), Item("home", words("rest.home"))]
        self.ask(words("rest.title"), items, lines=(line,), start=start, back=False)
