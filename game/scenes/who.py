"""Who plays: those who play here, a guest, or someone new: a name, an animal and a leg, all to be chosen."""

from __future__ import annotations

from typing import Literal, cast

import msgspec

from game.records.model import LimbSide, Player
from game.scenes.health import ask_once
from game.scenes.house import GUEST, House
from game.scenes.page import PageScene
from game.scenes.settings import EMERGENCY_NUMBERS
from game.ui.avatar import AVATARS, avatar
from game.ui.choices import BACK, Item
from game.ui.paper import cut
from game.ui.scenery import side_mark

Page = Literal["who", "name", "avatar", "leg", "emergency"]
BEFORE: dict[Page, Page] = {"emergency": "leg", "leg": "avatar", "avatar": "name", "name": "who"}


class WhoScene(PageScene):
    """Chooses the player, or makes a new one without typing."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._players = house.records.players()
        self._name = ""
        self._avatar = ""
        self._leg: LimbSide = "left"
        self._page: Page = "who"
        self._show("who")

    def taken(self, key: str) -> None:
        if key == BACK:
            if self._page == "who":
                self._house.stack.pop()
            else:
                self._show(BEFORE[self._page])
            return
        match self._page:
            case "who":
                self._choose(key)
            case "name":
                self._name = key
                self._show("avatar")
            case "avatar":
                self._avatar = key
                self._show("leg")
            case "leg":
                self._leg = cast(LimbSide, key)
                self._show("emergency")
            case "emergency":
                self._add("" if key == "later" else key)

    def _choose(self, key: str) -> None:
        house = self._house
        if key == "new":
            self._show("name")
            return
        if key == "guest":
            house.records.begin_guest()
            house.meet(GUEST)
        else:
            player = next(one for one in self._players if str(one.id) == key)
            assert player.id is not None
            house.records.choose_player(player.id)
            house.meet(player)
        house.stack.home()

    def _add(self, emergency_number: str) -> None:
        house = self._house
        player = house.records.add_player(Player(None, self._name, self._leg, avatar=self._avatar))
        settings = msgspec.structs.replace(
            house.records.settings(player.id), emergency_number=emergency_number
        )
        house.records.save_settings(player.id, settings)
        house.meet(player)
        ask_once(house, lambda _: house.stack.home())

    def _show(self, page: Page) -> None:
        self._page = page
        words, look = self._house.words, self._house.look
        match page:
            case "who":
                items = [
                    Item(str(one.id), one.nickname, picture=avatar(one.avatar, look)) for one in self._players
                ]
                guest = Item("guest", words("who.guest"), words("who.guest_value"), voice="guest")
                items += [Item("new", words("who.new")), guest]
                self.ask(words("who.title"), items, start=str(self._house.player.id))
            case "name":
                taken = {one.nickname for one in self._players}
                names = [name.strip() for name in words("who.names").split(",")]
                free = [name for name in names if name not in taken] or names
                self.ask(words("who.name_title"), [Item(name, name) for name in free], start=self._name)
            case "avatar":
                used = {one.avatar for one in self._players}
                animals = sorted(AVATARS, key=lambda name: name in used)
                items = [Item(one, words(f"who.{one}"), picture=avatar(one, look)) for one in animals]
                self.ask(words("who.avatar_title"), items, start=self._avatar)
            case "leg":
                items = [
                    Item(
                        side, words(f"who.{side}"), picture=cut(side_mark(side, 88), look, lift=4), voice=side
                    )
                    for side in ("left", "right")
                ]
                self.ask(words("who.leg_title"), items)
            case "emergency":
                known = [Item(number, number) for number in EMERGENCY_NUMBERS if number]
                later = Item("later", words("who.later"))
                self.ask(words("who.emergency_title"), [*known[:2], later, *known[2:]])
