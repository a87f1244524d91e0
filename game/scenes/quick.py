"""Quick start: a guest, three pictures, one press, and Prepare."""

from __future__ import annotations

from game.minigames.landmarks import picture_of
from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.start import begin
from game.ui.choices import BACK, Item
from hardware.errors import FootfallError

GAMES = ("knee_extension", "seated_marching", "ankle_dorsiflexion")


def games(house: House) -> list[str]:
    """The exercises offered first: those with a game of their own, but for one whose file is left out."""
    return [one for one in GAMES if one in house.catalogue] or list(house.catalogue)[:3]


class QuickScene(PageScene):
    """The three games as three large pictures."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        language = house.words.language
        items = []
        for one in games(house):
            words = house.catalogue[one].words[language]
            items.append(Item(one, words.game, words.name, picture_of(house.catalogue[one], house.look)))
        self.ask(house.words("quick.title"), items, large=True)

    def taken(self, key: str) -> None:
        if key == BACK:
            self._house.stack.pop()
            return
        exercise = self._house.catalogue[key]
        try:
            begin(self._house, exercise, exercise.setup(), 1)
        except FootfallError as trouble:
            self.ask(self._house.words("choose.trouble"), [], lines=(str(trouble),))
