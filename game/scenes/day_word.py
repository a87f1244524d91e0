"""A kind word about the day: it was enough, or something hurts. It offers to stop, and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.training_record import TrainingRecord
from game.training.checkin import PAIN_STOPS
from game.training.dose import DoseRoom
from game.ui.choices import BACK, Item

Word = Literal["full", "new_day", "sitting", "enough", "hurt", "strong", "thanks", "unwell"]

CHOICES: dict[Word, tuple[str, ...]] = {
    "full": ("stop",),
    "new_day": ("stop", "is_new"),
    "sitting": ("stop",),
    "enough": ("stop", "go_on"),
    "hurt": ("other", "gently"),
    "strong": ("stop",),
    "thanks": ("go_on",),
    "unwell": ("stop",),
}
"""full: the day's minutes are used up. new_day: they were already when the game was started, so the clock may
stand still. sitting: a sitting is over, another may follow later. enough: many repetitions. hurt: pain has
ended this exercise today. strong: the pain was so strong that play stops. thanks: pain has just ended it.
unwell: the bout was stopped because the person was not well."""


def word_for(training: TrainingRecord, exercise_id: str) -> Word | None:
    """What there is to say before an exercise; None when all is well."""
    room = training.today().room
    if room is DoseRoom.DONE:
        return "new_day" if training.day_unlikely else "full"
    if training.sitting_left_s <= 0:
        return "sitting"
    if training.ended_today(exercise_id):
        return "strong" if training.pain_today(exercise_id) >= PAIN_STOPS else "hurt"
    return "enough" if room is DoseRoom.ENOUGH else None


class DayWordScene(PageScene):
    """Says the word. `on_go_on` hears that the person wishes to go on; leaving is the way back."""

    def __init__(
        self,
        house: House,
        word: Word,
        on_go_on: Callable[[], None],
        on_stop: Callable[[], None],
        ground: Callable[[pygame.Surface], None] | None = None,
    ) -> None:
        super().__init__(house, ground)
        self._word = word
        self._on_go_on, self._on_stop = on_go_on, on_stop
        words = house.words
        items = [Item(key, words(f"day.{key}")) for key in CHOICES[word]]
        done = house.training.today().repetitions
        lines = (words(f"day.{word}_1", count=done), words(f"day.{word}_2"))
        self.ask(words(f"day.{word}"), items, lines=lines, back=False)

    def enter(self) -> None:
        if self._word != "new_day":
            self._house.speaker.say(f"day_{self._word}")

    def taken(self, key: str) -> None:
        if key in {"stop", "other"} or (key == BACK and self._word != "thanks"):
            self._on_stop()
        else:
            if key == "is_new":
                self._house.training.begin_day()
            self._on_go_on()
