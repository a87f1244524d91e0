"""Check-in: does it hurt, how hard was it. Three large faces, then a number; one press skips it all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
import pygame

from game.scenes.gates import said
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training.checkin import PAIN_ENDS
from game.training.health import PLACES_OF_PAIN, Where
from game.ui.choices import BACK, Item
from game.ui.faces import Feeling, face
from game.ui.paper import Cutout

FACE_PX = 168
NUMBER_FACE_PX = 100
MOST = 10

Moment = Literal["before", "after"]
Page = Literal["all", "little", "much", "middle", "most", "where"]

RANGES: dict[Feeling, dict[Page, tuple[int, int]]] = {
    "pain": {"little": (1, PAIN_ENDS - 1), "much": (PAIN_ENDS, MOST), "middle": (4, 6), "most": (7, MOST)},
    "effort": {"little": (0, 3), "middle": (4, 6), "most": (7, MOST)},
}
"""What each face stands for. A pain of 4 is where an exercise ends, so the faces part there."""
FIRST_PAGE: dict[Feeling, tuple[Page, ...]] = {
    "pain": ("little", "much"),
    "effort": ("little", "middle", "most"),
}


class Answers(msgspec.Struct, frozen=True):
    """What was said, 0 to 10; None for what was skipped. where: the place that hurts."""

    pain: int | None = None
    effort: int | None = None
    where: Where | None = None


class CheckInScene(PageScene):
    """Asks for pain and where it is, then for effort (before the first bout: for tiredness). `on_done` hears
    the answers.
    """

    def __init__(
        self,
        house: House,
        moment: Moment,
        on_done: Callable[[Answers], None],
        ground: Callable[[pygame.Surface], None] | None = None,
    ) -> None:
        super().__init__(house, ground)
        self._moment = moment
        self._on_done = on_done
        self._answers = Answers()
        self._begin("pain")

    def enter(self) -> None:
        self._speak()

    def taken(self, key: str) -> None:
        if key in {BACK, "skip"}:
            if self._path and key == BACK:
                self._turn_to(self._path.pop())
            else:
                self._on_done(self._answers)
        elif self._page == "where":
            where = next(one for one in PLACES_OF_PAIN if one == key)
            self._answers = msgspec.structs.replace(self._answers, where=where)
            self._begin("effort")
            self._speak()
        elif key in RANGES[self._feeling]:
            self._path.append(self._page)
            self._turn_to(_page(key))
        else:
            self._answer(int(key))

    def _answer(self, number: int) -> None:
        if self._feeling == "pain":
            self._answers = Answers(pain=number)
            if number > 0:
                self._path.append(self._page)
                self._turn_to("where")
                self._house.speaker.say("checkin_where")
                return
            self._begin("effort")
            self._speak()
        else:
            self._on_done(msgspec.structs.replace(self._answers, effort=number))

    def _begin(self, feeling: Feeling) -> None:
        self._feeling: Feeling = feeling
        self._path: list[Page] = []
        self._turn_to("all")

    def _turn_to(self, page: Page) -> None:
        self._page = page
        title = self._house.words(f"checkin.{self._question}")
        if page == "all":
            items = [self._face(one) for one in FIRST_PAGE[self._feeling]]
            if self._feeling == "pain":
                items.insert(
                    0, Item("0", self._house.words("checkin.none"), picture=self._picture(0, FACE_PX))
                )
            self.ask(title, [*items, Item("skip", self._house.words("checkin.skip"))], back=False, large=True)
        elif page == "where":
            places = [
                Item(one, said(self._house, f"where_{one}"), voice=f"where_{one}") for one in PLACES_OF_PAIN
            ]
            self.ask(self._house.words("checkin.where"), places)
        elif page == "much":
            self.ask(title, [self._face("middle"), self._face("most")], large=True)
        else:
            low, high = RANGES[self._feeling][page]
            numbers = [
                Item(str(n), str(n), picture=self._picture(n, NUMBER_FACE_PX)) for n in range(low, high + 1)
            ]
            self.ask(title, numbers, back=len(numbers) < 4)

    def _face(self, page: Page) -> Item:
        words = self._house.words
        low, high = RANGES[self._feeling][page]
        label = words(f"checkin.{self._question}_{page}")
        value = words("checkin.range", low=low, high=high)
        return Item(page, label, value, self._picture((low + high) // 2, FACE_PX))

    def _picture(self, number: int, size: int) -> Cutout:
        return face(self._feeling, number / MOST, self._house.look, size)

    @property
    def _question(self) -> str:
        return "tired" if self._feeling == "effort" and self._moment == "before" else self._feeling

    def _speak(self) -> None:
        self._house.speaker.say(f"checkin_{self._question}")


def _page(key: str) -> Page:
    pages: dict[str, Page] = {"little": "little", "much": "much", "middle": "middle", "most": "most"}
    return pages[key]
