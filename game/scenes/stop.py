"""Stop: everything halts at once, and the card offers Go on, Rest, End for now, and I do not feel well.

Chest pressure, breathlessness, fainting and new signs of a stroke lead straight to the emergency page, from
which nothing goes on. Pain and anything else lead to rest and help, and the bout ends quietly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from game.intentions import Intention, Meaning
from game.scene import Scene
from game.scenes.house import House
from game.ui.breathing import BreathingSea
from game.ui.caption import draw_caption
from game.ui.choices import BACK, Choices, Item, beside, card_area
from game.ui.theme import theme

Page = Literal["stopped", "resting", "unwell", "settle", "emergency"]
Reason = Literal["", "chest", "new_signs", "hurts", "something_else"]
"""Why the bout is ended: an empty one where the person only wanted to stop."""

PAGES: dict[Page, tuple[str, ...]] = {
    "stopped": ("go_on", "rest", "end", "feel_unwell"),
    "resting": ("go_on", "end"),
    "unwell": ("chest", "new_signs", "hurts", "something_else"),
    "settle": ("end",),
    "emergency": ("end",),
}
AFTER: dict[Reason, Page] = {
    "chest": "emergency",
    "new_signs": "emergency",
    "hurts": "settle",
    "something_else": "settle",
}
"""Where each answer to "What is it?" leads."""
LINES: dict[Page, int] = {"unwell": 1, "settle": 2, "emergency": 3}
VOICES = {"go_on": "go_on", "rest": "rest", "feel_unwell": "unwell"}
SPOKEN: dict[Page, str] = {
    "resting": "rest_a_little",
    "unwell": "stop_if_unwell",
    "settle": "sit_and_tell",
    "emergency": "emergency",
}
DIM = 120
"""How much of the ground's colour lies over the halted picture, of 255."""
TIME_PX = 190
FADED_S = 0.35
"""The change of screens is over; only then may a step take longer."""
SAME_PRESS_S = 0.3
"""A trembling hand presses Stop twice: within this time it is one press."""


class StopScene(Scene):
    """The card over the halted game. `on_end` hears why, when the person wants to end the bout."""

    def __init__(
        self, house: House, draw_below: Callable[[pygame.Surface], None], on_end: Callable[[Reason], None]
    ) -> None:
        self._house = house
        self._draw_below = draw_below
        self._on_end = on_end
        self._below: pygame.Surface | None = None
        self._area = card_area(house.look)
        self._sea: BreathingSea | None = None
        self._reason: Reason = ""
        self._show("stopped")

    def enter(self) -> None:
        self._house.speaker.play("pause")
        self._house.speaker.say("paused")

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        self._page_s += dt_s
        if self._sea is None and self._page_s > FADED_S:
            self._sea = BreathingSea(self._house.look)
        if self._page == "resting" and self._sea is not None:
            self._sea.step(dt_s)
        if self._page == "stopped" and self._page_s < SAME_PRESS_S:
            meanings = [one for one in meanings if one not in {Intention.STOP, Intention.BACK}]
        match self._choices.step(dt_s, meanings):
            case "go_on":
                self._go_on()
            case "rest":
                self._turn_to("resting")
            case "feel_unwell":
                self._turn_to("unwell")
            case "chest" | "new_signs" | "hurts" | "something_else" as reason:
                self._reason = reason
                self._turn_to(AFTER[reason])
            case "end":
                self._on_end(self._reason)
                self._house.stack.pop()
            case taken if taken == BACK:
                self._back()

    def draw(self, surface: pygame.Surface) -> None:
        if self._below is None:
            self._below = self._dimmed(surface)
        surface.blit(self._below, (0, 0))
        if self._page == "resting":
            if self._sea is not None:
                self._sea.draw(surface, beside(self._area).center)
            draw_caption(surface, self.rested(), self._house.look, self._below_card())
        self._choices.draw(surface)
        caption = self._house.speaker.caption(self._house.clock.now_s())
        resting = self._page == "resting"
        where = beside(self._area) if resting else self._choices.caption_area()
        draw_caption(surface, caption, self._house.look, where)

    def _below_card(self) -> pygame.Rect:
        """Where the time of the rest stands, under the card."""
        foot = self._choices.rect(self._choices.keys[-1]).bottom
        return pygame.Rect(self._area.left, foot, self._area.width, TIME_PX)

    def _dimmed(self, surface: pygame.Surface) -> pygame.Surface:
        """The picture below, seen through mist."""
        self._draw_below(surface)
        below = surface.copy()
        mist = pygame.Surface(below.get_size())
        mist.fill(theme(self._house.look).ground)
        mist.set_alpha(DIM)
        below.blit(mist, (0, 0))
        return below

    def _go_on(self) -> None:
        self._house.speaker.play("resume")
        self._house.stack.pop()

    def _back(self) -> None:
        """Esc on the first page goes on; on the others it leads back to it."""
        match self._page:
            case "stopped":
                self._go_on()
            case "emergency" | "settle":
                self._reason = ""
                self._turn_to("unwell")
            case _:
                self._show("stopped")

    def _turn_to(self, page: Page) -> None:
        """Show a page, and say it."""
        self._show(page)
        self._house.speaker.say(SPOKEN[page])

    def _show(self, page: Page) -> None:
        words = self._house.words
        self._page: Page = page
        self._page_s = 0.0
        lines = tuple(words(f"stop.{page}_{number + 1}") for number in range(LINES.get(page, 0)))
        self._choices = Choices(
            self._house.look,
            words,
            words(f"stop.{page}", number=self._house.settings.emergency_number or words("stop.number")),
            [Item(key, words(f"stop.{key}"), voice=VOICES.get(key)) for key in PAGES[page]],
            lines=lines,
            steering=self._house.steering,
            speaker=self._house.speaker,
            area=self._area,
            back=False,
        )

    def rested(self) -> str:
        """How long the rest has been, as one would say it."""
        words, minutes = self._house.words, int(self._page_s // 60)
        if minutes == 0:
            return words("stop.rest_seconds", seconds=int(self._page_s) // 5 * 5)
        return words("stop.rest_minute") if minutes == 1 else words("stop.rest_minutes", minutes=minutes)
