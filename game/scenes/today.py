"""Today: two or three things to do next, the plan's own first, and how much has been done."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.intentions import Meaning
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.start import begin, begin_turn, usual_setup
from game.training.dose import PLAN_MIN, DoseRoom, todays_plan
from game.training.exercise import Setup, Side
from game.training.plan import Turn
from game.training.suggestions import MOST, Suggestion
from game.ui.choices import BACK, Item, card_area
from game.ui.movement_preview import MovementPreview
from hardware.errors import FootfallError


class TodayScene(PageScene):
    """Offers what to do next. The person chooses: these, or by the way back anything else."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._preview = MovementPreview(house.look, card_area(house.look))
        self._offers: dict[str, Turn | Suggestion] = {}
        self._look()

    def enter(self) -> None:
        self._look()

    def taken(self, key: str) -> None:
        house = self._house
        if key == BACK:
            house.stack.home()
            return
        offer = self._offers[key]
        try:
            if isinstance(offer, Turn):
                begin_turn(house, offer)
            else:
                exercise = house.catalogue[key]
                begin(house, exercise, usual_setup(house, exercise), offer.level)
        except FootfallError as trouble:
            self.ask(house.words("choose.trouble"), [], lines=(str(trouble),))

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        super().step(dt_s, meanings)
        if self._house.stack.top is self:
            self._preview.step(dt_s, self._in_focus())

    def draw_beside(self, surface: pygame.Surface) -> None:
        self._preview.draw(surface)

    def _in_focus(self) -> tuple[Setup, Side] | None:
        key = self.choices.key
        if key not in self._offers:
            return None
        return self._house.catalogue[key].setup(), self._house.player.affected_side

    def _look(self) -> None:
        """Look again at what the day has brought."""
        training, words = self._house.training, self._house.words
        self._offers = {}
        for turn in training.turns_left():
            self._offers.setdefault(turn.item.exercise, turn)
        planned = bool(self._offers)
        for one in training.suggestions():
            self._offers.setdefault(one.exercise, one)
        title = training.plan.name if planned and training.plan else words("today.title")
        offers = list(self._offers.items())[:MOST]
        self.ask(title, [self._item(key, offer) for key, offer in offers], lines=self._done())

    def _done(self) -> tuple[str, ...]:
        """What was done today, and what is usual."""
        training, words = self._house.training, self._house.words
        today = training.today()
        if today.room is not DoseRoom.OPEN:
            return (words("today.plenty"),)
        low, high = today.usual
        if today.repetitions == 0:
            return (words("today.usual", low=low, high=high),)
        games = len(todays_plan(list(self._offers), active_s=today.play_s))
        if games == 0 or today.repetitions >= high:
            return (words("today.plenty"),)
        return (words("today.minutes", done=today.minutes, plan=f"{PLAN_MIN:g}", games=games),)

    def _item(self, key: str, offer: Turn | Suggestion) -> Item:
        words = self._house.words
        game = self._house.catalogue[key].words[words.language]
        if isinstance(offer, Turn):
            why = words("today.set", number=offer.number, of=offer.item.sets)
        else:
            why = words(f"today.{offer.reason.replace(' ', '_')}")
        return Item(key, game.name, why, voice=self.prompt(key))
