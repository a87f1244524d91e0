"""The diary of what else was done: what, with what, how long. Three presses, by the person or a therapist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from game.records.model import DiaryEntry
from game.scenes.gates import said
from game.scenes.house import House
from game.scenes.page import PageScene
from game.training.diary import DETAILS, MINUTES, Kind, offered
from game.ui.choices import BACK, Item
from game.ui.words import Words

Page = Literal["kind", "detail", "minutes", "kept"]
MIRROR = "mirror"
"""Blocks of mirror practice stand in the diary by themselves."""
LINES = 3
"""So many of today's entries are shown on the card; the page that is saved has them all."""


class DiaryScene(PageScene):
    """Leads from what was done to an entry. Back goes one page back."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        assert house.player.id is not None, "nothing is kept about a guest"
        self._player = house.player.id
        self._kind: Kind = "walk"
        self._detail = ""
        self._page: Page = "kind"
        self._show("kind")

    def enter(self) -> None:
        self._house.speaker.say("diary_what")

    def taken(self, key: str) -> None:
        match self._page:
            case "kind" | "kept" if key == BACK:
                self._house.stack.pop()
            case "detail" if key == BACK:
                self._show("kind")
            case "minutes" if key == BACK:
                self._show("detail" if self._kind in DETAILS else "kind")
            case "kind":
                self._kind = next(one for one in self._offered() if one == key)
                self._detail = ""
                self._show("detail" if self._kind in DETAILS else "minutes")
            case "detail":
                self._detail = key
                self._show("minutes")
            case "minutes":
                self._keep(int(key))
            case "kept" if key == "take_back":
                self._house.records.take_back_diary(self._player)
                self._show("kind")
            case "kept":
                self._show("kind")

    def _keep(self, minutes: int) -> None:
        house = self._house
        entered_by: Literal["person", "therapist"] = "therapist" if house.settings.clinic else "person"
        house.records.write_diary(
            self._player, DiaryEntry(house.records.today(), self._kind, self._detail, minutes, entered_by)
        )
        house.speaker.say("diary_kept")
        self._show("kept")

    def _offered(self) -> tuple[Kind, ...]:
        now = self._house.health.now
        return offered(now.started, pacemaker="pacemaker" in now.conditions)

    def _show(self, page: Page) -> None:
        self._page = page
        house, words = self._house, self._house.words
        match page:
            case "kind":
                items = [self._item(one, f"diary_{one}") for one in self._offered()]
                self.ask(said(house, "diary_what"), items)
            case "detail":
                items = [self._item(one, f"diary_{one}") for one in DETAILS[self._kind]]
                self.ask(said(house, f"diary_{self._kind}"), items)
            case "minutes":
                items = [Item(str(one), words("diary.minutes", minutes=one)) for one in MINUTES]
                self.ask(said(house, "diary_minutes"), items)
            case "kept":
                today = house.records.diary(self._player, house.records.today())
                items = [Item(one, words(f"diary.{one}")) for one in ("another", "take_back")]
                self.ask(said(house, "diary_kept"), items, lines=lines_of(words, today)[-LINES:])

    def _item(self, key: str, voice: str) -> Item:
        return Item(key, said(self._house, voice), voice=voice)


def lines_of(words: Words, entries: Iterable[DiaryEntry]) -> list[str]:
    """Entries as one reads them: "Walk, with a stick: 20 minutes"."""
    lines = []
    for one in entries:
        names = [words(f"voice.diary_{key}").removesuffix(".") for key in (one.kind, one.detail) if key]
        name = ", ".join([names[0], *(detail.lower() for detail in names[1:])])
        lines.append(words("diary.line", name=name, minutes=one.minutes))
    return lines


def mirror_today(house: House) -> int:
    """Minutes of mirror practice today."""
    if house.player.id is None:
        return 0
    today = house.records.diary(house.player.id, house.records.today())
    return sum(one.minutes for one in today if one.kind == MIRROR)


def keep_mirror(house: House, play_s: float) -> None:
    """Write a block of mirror practice down: whole minutes, the dose of it."""
    minutes = round(play_s / 60)
    if house.player.id is not None and minutes > 0:
        house.records.write_diary(house.player.id, DiaryEntry(house.records.today(), MIRROR, "", minutes))


def diary_lines(house: House) -> list[str]:
    """What was done beside play since Monday, day by day; none for a guest."""
    if house.player.id is None:
        return []
    today = house.records.today()
    kept = house.records.diary(house.player.id, today - timedelta(days=today.weekday()))
    return [
        f"{one.day:%Y-%m-%d}  {line}" for one, line in zip(kept, lines_of(house.words, kept), strict=True)
    ]
