"""Which screen: asked once where there is more than one. Settings can change it."""

from __future__ import annotations

import msgspec

from game import display
from game.scenes.house import House
from game.scenes.page import PageScene
from game.ui.choices import BACK, Item


class WhichScreenScene(PageScene):
    """Asks, shows the game there, and remembers it."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        words = house.words
        items = [
            Item(str(number), words("settings.display_number", number=number))
            for number in range(1, display.count() + 1)
        ]
        self.ask(words("settings.display_title"), items, lines=[words("settings.display_line")])

    def taken(self, key: str) -> None:
        house = self._house
        number = display.chosen(house.settings.display) + 1 if key == BACK else int(key)
        house.settings = msgspec.structs.replace(house.settings, display=number)
        house.records.save_settings(house.player.id, house.settings)
        house.stack.pop()


def ask_which_screen(house: House) -> None:
    """Put the question up where it has not been answered and there is a choice."""
    if house.settings.display is None and display.count() > 1:
        house.stack.push(WhichScreenScene(house))
