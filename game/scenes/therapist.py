"""What a therapist enters: scores, how many sittings a day, and what they have begun with the person.

One press changes one thing, as in the settings; Berg has a page of its own, with steps of ten and one.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from game.scenes.gates import said
from game.scenes.health import HealthScene, PlacementScene
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training.diary import THERAPIST_STARTS, Kind
from game.training.dose import MOST_SITTINGS
from game.training.health import Scores
from game.ui.choices import BACK, Item

Page = Literal["top", "scores", "berg"]
TOP = ("health", "placement", "sittings", "scores", "estim", "contrast_bath")
JOINTS = ("hip", "knee", "ankle")
MOTRICITY = (0, 9, 14, 19, 25, 33)
"""What the Motricity Index gives a joint."""
FACS = (None, 0, 1, 2, 3, 4, 5)
BERG_MOST = 56


class TherapistScene(PageScene):
    """Three pages. What is entered is kept at once."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._page: Page = "top"
        self._show("top")

    def taken(self, key: str) -> None:
        match self._page:
            case "top" if key == BACK:
                self._house.stack.pop()
            case "scores" if key == BACK:
                self._show("top", "scores")
            case "berg" if key == BACK:
                self._show("scores", "berg")
            case "top":
                self._top_taken(key)
            case "scores" if key == "berg":
                self._show("berg")
            case "scores":
                self._score_taken(key)
            case "berg":
                self._berg_taken(key)

    def _top_taken(self, key: str) -> None:
        house = self._house
        match key:
            case "health":
                house.stack.push(HealthScene(house, lambda _: house.stack.pop()))
            case "placement":
                house.stack.push(PlacementScene(house, lambda _: house.stack.pop()))
            case "sittings":
                house.training.allow_sittings(house.training.sittings % MOST_SITTINGS + 1)
                self._show("top", key)
            case "scores":
                self._show("scores")
            case _:
                begun: frozenset[Kind] = frozenset(one for one in THERAPIST_STARTS if one == key)
                house.health.change(started=house.health.now.started ^ begun)
                self._show("top", key)

    def _score_taken(self, key: str) -> None:
        scores = self._scores
        if key == "fac":
            self._keep(msgspec.structs.replace(scores, fac=FACS[(FACS.index(scores.fac) + 1) % len(FACS)]))
        else:
            joints = list(scores.motricity or (MOTRICITY[-1],) * 3)
            at = JOINTS.index(key)
            joints[at] = MOTRICITY[(MOTRICITY.index(joints[at]) + 1) % len(MOTRICITY)]
            self._keep(msgspec.structs.replace(scores, motricity=(joints[0], joints[1], joints[2])))
        self._show("scores", key)

    def _berg_taken(self, key: str) -> None:
        berg = None
        if key != "unknown":
            step = 10 if key == "ten" else 1
            before = self._scores.berg
            berg = 0 if before is None else (before + step) % (BERG_MOST + 1)
        self._keep(msgspec.structs.replace(self._scores, berg=berg))
        self._show("berg", key)

    @property
    def _scores(self) -> Scores:
        return self._house.health.now.scores

    def _keep(self, scores: Scores) -> None:
        self._house.health.change(scores=scores)

    def _show(self, page: Page, start: str | None = None) -> None:
        self._page = page
        words = self._house.words
        match page:
            case "top":
                self.ask(words("therapist.title"), [self._top_item(key) for key in TOP], start=start)
            case "scores":
                items = [Item("berg", words("therapist.berg"), self._number(self._scores.berg))]
                items.append(Item("fac", words("therapist.fac"), self._number(self._scores.fac)))
                joints = self._scores.motricity or (None, None, None)
                items += [
                    Item(joint, words(f"therapist.{joint}"), self._number(score))
                    for joint, score in zip(JOINTS, joints, strict=True)
                ]
                self.ask(words("therapist.scores"), items, start=start)
            case "berg":
                items = [Item(key, words(f"therapist.{key}")) for key in ("ten", "one", "unknown")]
                line = words("therapist.berg_now", score=self._number(self._scores.berg))
                self.ask(words("therapist.berg"), items, lines=(line,), start=start)

    def _top_item(self, key: str) -> Item:
        words = self._house.words
        if key in THERAPIST_STARTS:
            begun = key in self._house.health.now.started
            value = words("therapist.begun" if begun else "therapist.not_begun")
            return Item(key, said(self._house, f"diary_{key}"), value)
        value = str(self._house.training.sittings) if key == "sittings" else ""
        return Item(key, words(f"therapist.{key}"), value)

    def _number(self, score: int | None) -> str:
        return self._house.words("therapist.not_measured") if score is None else str(score)
