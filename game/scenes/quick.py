"""Quick start: a guest, three pictures, one press, and Prepare."""

from __future__ import annotations

from game.scenes.house import House
from game.scenes.page import PageScene
from game.scenes.start import begin
from game.ui import landmarks
from game.ui.choices import BACK, LARGE_PICTURE_PX, Item
from game.ui.paper import Cutout, cut, placed
from game.ui.theme import Look
from hardware.errors import FootfallError

GAMES = ("knee_extension", "seated_marching", "ankle_dorsiflexion")


def picture_of(exercise_id: str, look: Look, size: float = LARGE_PICTURE_PX) -> Cutout | None:
    """What stands for a game: its landmark on the island. None for an exercise without one."""
    share = size / LARGE_PICTURE_PX
    match exercise_id:
        case "knee_extension":
            pieces = placed(landmarks.crane(176), (0, 80), 1.0)
        case "seated_marching":
            pieces = placed(landmarks.bandstand(172), (0, 82), 1.0)
        case "ankle_dorsiflexion":
            pieces = placed(landmarks.seaplane(190), (0, 52), 1.0)
        case _:
            return None
    return cut(placed(pieces, (0, 0), share), look, lift=6 * share)


class QuickScene(PageScene):
    """The three games as three large pictures."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        language = house.words.language
        items = []
        for one in GAMES:
            words = house.catalogue[one].words[language]
            items.append(Item(one, words.game, words.name, picture_of(one, house.look)))
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
