"""What is kept about a player: for how long the raw movements, a copy to take away, or all of it deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec
import pygame

from game.clock import today
from game.intentions import Meaning
from game.records.folder import free_name
from game.records.model import Player, PlayerId
from game.records.remains import Remains
from game.scenes.copy_work import CopyWork, draw_copying
from game.scenes.house import GUEST, House
from game.scenes.page import PageScene, island_of
from game.ui.choices import BACK, Item, beside, card_area
from game.ui.folder_name import folded

NAME_LETTERS = 40
"""So much of a name goes into the name of a file: no file system refuses it."""
SOON_S = 0.15
"""A copy that is done so soon needs no bar."""
LINE_PX = 620
"""As wide as a line on the card, at least."""
RETENTION_DAYS: dict[int | None, str] = {30: "month", 90: "quarter", None: "ever", 0: "none"}
"""For how many days raw recordings are kept, in the order they are offered; None is for ever."""
Page = Literal["top", "sure", "copying", "copied", "left"]


class MyDataScene(PageScene):
    """A page with the choices; deleting is asked once more, and the careful answer comes first."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        assert house.player.id is not None, "nothing is kept about a guest"
        self._player: PlayerId = house.player.id
        self._page: Page = "top"
        self._work: CopyWork | None = None
        self._show_top()

    def taken(self, key: str) -> None:
        match key:
            case "save":
                self._copy()
            case "retention":
                self._keep_longer()
            case "delete":
                self._show_sure()
            case "delete_yes":
                self._delete()
            case _ if self._page == "left":
                self._house.stack.home()
            case _ if key == BACK and self._page == "top":
                self._house.stack.pop()
            case _:
                self._show_top(start="delete" if self._page == "sure" else "save")

    def _copy(self) -> None:
        house = self._house
        target = house.records.folder / "results" / copy_name(house.player, today())
        target = free_name(target)
        self._work = CopyWork(lambda told: house.records.export_player(self._player, target, told), target)
        self._work.finished.wait(SOON_S)
        if not self._finish_copy():
            self._page = "copying"

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        if self._page == "copying":
            island_of(self._house).step(dt_s)
            self._finish_copy()
            return
        super().step(dt_s, meanings)

    def draw(self, surface: pygame.Surface) -> None:
        if self._page != "copying" or self._work is None:
            super().draw(surface)
            return
        words, look = self._house.words, self._house.look
        island_of(self._house).draw(surface, beside(card_area(look)))
        draw_copying(surface, look, (words("data.title"), words("data.copying")), self._work.share)

    def _finish_copy(self) -> bool:
        """Tell of the copy once it is done; whether it is."""
        work, house = self._work, self._house
        if work is None or not work.finished.is_set():
            return False
        self._work, target = None, work.target
        if work.failed:
            house.speaker.play("back")
            self._show_copied([house.words("data.not_saved")])
        else:
            house.speaker.play("page_turn")
            self._show_copied(
                [house.words("data.saved", name=target.name), *folded(target.parent, house.look, LINE_PX)]
            )
        return True

    def _keep_longer(self) -> None:
        """The next length of time; what is older goes the next time the recordings are tidied."""
        house, choices = self._house, list(RETENTION_DAYS)
        now = house.settings.retention_days
        after = choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
        house.settings = msgspec.structs.replace(house.settings, retention_days=after)
        house.records.save_settings(self._player, house.settings)
        self._show_top(start="retention")

    def _delete(self) -> None:
        house = self._house
        name, left = house.player.nickname, house.records.delete_player(self._player)
        others = house.records.players()
        if others:
            assert others[0].id is not None
            house.records.choose_player(others[0].id)
        house.meet(others[0] if others else GUEST)
        if left:
            self._show_left(name, left)
        else:
            house.stack.home()

    def _show_left(self, name: str, left: list[Remains]) -> None:
        """They are gone; what is not, where it lies and why."""
        self._page = "left"
        words, lines = self._house.words, []
        for one in left:
            lines += [words(f"data.left_{one.why}"), *folded(one.place, self._house.look, LINE_PX)]
        self.ask(words("data.gone", name=name), [], lines=lines)

    def _show_top(self, start: str | None = None) -> None:
        self._page = "top"
        words = self._house.words
        items = [
            Item("save", words("data.save"), words("data.save_value")),
            Item("retention", words("data.retention"), self._kept_for()),
            Item("delete", words("data.delete", name=self._house.player.nickname)),
        ]
        self.ask(words("data.title"), items, lines=[words("data.where")], start=start)

    def _kept_for(self) -> str:
        days, words = self._house.settings.retention_days, self._house.words
        known = RETENTION_DAYS.get(days)
        return words("data.days", days=days) if known is None else words(f"data.{known}")

    def _show_sure(self) -> None:
        self._page = "sure"
        words, name = self._house.words, self._house.player.nickname
        items = [Item("keep", words("data.keep")), Item("delete_yes", words("data.delete_yes"))]
        self.ask(
            words("data.sure", name=name),
            items,
            lines=[words("data.sure_line"), words("data.sure_stays")],
            back=False,
        )

    def _show_copied(self, lines: list[str]) -> None:
        self._page = "copied"
        self.ask(self._house.words("data.title"), [], lines=lines)


def copy_name(player: Player, when: datetime) -> str:
    """`2026-03-14 0930 Ada.zip`, in a form every file system takes."""
    name = "".join(letter for letter in player.nickname if letter.isalnum() or letter in " -")[:NAME_LETTERS]
    return f"{when:%Y-%m-%d %H%M} {name}.zip"
