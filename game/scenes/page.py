"""A page: the island, and on it a card that asks one thing. Most screens beside play are made of pages."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

import pygame

from game.intentions import Meaning
from game.minigames.landmarks import standing
from game.scene import Scene
from game.scenes.house import House
from game.ui.caption import draw_caption
from game.ui.choices import Choices, Item, beside
from game.ui.island_view import IslandView
from game.ui.theme import TimeOfDay

EVENING_AFTER = 60
"""Repetitions in a day after which the sun on the island stands low: plenty for a first week (see dose)."""


def island_of(house: House, *, repetitions_today: int | None = None) -> IslandView:
    """The island behind the menus, made anew when the look or the time on the island has changed."""
    before = house.island
    if repetitions_today is None:
        time_of_day = TimeOfDay.MORNING if before is None else before.time_of_day
    else:
        time_of_day = TimeOfDay.EVENING if repetitions_today >= EVENING_AFTER else TimeOfDay.MORNING
    if before is None or not before.shows(house.look, time_of_day):
        house.island = IslandView(
            house.look,
            time_of_day,
            house.records.folder / "cache",
            standing=lambda: standing(house.catalogue),
        )
        if before is not None:
            house.island.walk(before.goal, at_once=True)
            house.island.flag_at = before.flag_at
            house.island.enliven()
    assert house.island is not None
    return house.island


class PageScene(Scene):
    """A scene that is one card at a time. `ask` puts a card up, `taken` hears what was chosen.

    ground: draws what lies behind the card, the island without one. land: whether the island itself is seen
    beside the card, or only its sea.
    """

    land = True

    def __init__(self, house: House, ground: Callable[[pygame.Surface], None] | None = None) -> None:
        self._house = house
        self._ground = ground
        self._choices: Choices

    def ask(
        self,
        title: str,
        items: Sequence[Item],
        *,
        lines: Sequence[str] = (),
        start: str | None = None,
        back: bool = True,
        area: pygame.Rect | None = None,
        large: bool = False,
    ) -> None:
        """Put up a card."""
        self._choices = Choices(
            self._house.look,
            self._house.words,
            title,
            items,
            lines=lines,
            start=start,
            steering=self._house.steering,
            speaker=self._house.speaker,
            area=area,
            back=back,
            large=large,
        )

    def prompt(self, key: str) -> str | None:
        """The spoken name of something, None where nobody has said it yet."""
        return key if f"voice.{key}" in self._house.words else None

    @abstractmethod
    def taken(self, key: str) -> None:
        """A choice was taken; BACK to leave."""

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        if self._ground is None:
            island_of(self._house).step(dt_s)
        key = self._choices.step(dt_s, meanings)
        if key is not None:
            self.taken(key)

    def draw(self, surface: pygame.Surface) -> None:
        if self._ground is None:
            island_of(self._house).draw(surface, beside(self._choices.area) if self.land else None)
        else:
            self._ground(surface)
        self.draw_beside(surface)
        self._choices.draw(surface)
        said = self._house.speaker.caption(self._house.clock.now_s())
        if said.strip(".") not in self._choices.labels:
            draw_caption(surface, said, self._house.look, self._choices.caption_area())

    def draw_beside(self, surface: pygame.Surface) -> None:
        """Draw what stands beside the card. Nothing, unless a page says otherwise."""

    @property
    def choices(self) -> Choices:
        """The card that is up."""
        return self._choices
