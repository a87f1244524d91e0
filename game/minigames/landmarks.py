"""What stands for a game: its landmark, as its folder draws it, on the island and in the menus."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from game.minigames.kit.roles import Pieces
from game.training.exercise import Exercise
from game.ui.choices import LARGE_PICTURE_PX
from game.ui.paper import Cutout, bounds, cut, placed
from game.ui.theme import Look

_ISLAND_PX = 118.0
_TALL_PX = {"lighthouse": 200.0, "harbour_crane": 150.0}
"""How high a landmark stands on the island, in px of the land; some are taller."""
_AFLOAT = frozenset({"seaplane"})
"""What lies in the water beside the island moves with it: the island draws it there itself."""


def landmark_of(game: str, height: float) -> Pieces | None:
    """A game's landmark so many px high; None for a game without one (`practice`)."""
    if not (Path(__file__).parent / game / "landmark.py").is_file():
        return None
    made: Pieces = import_module(f"game.minigames.{game}.landmark").landmark(height)
    return made


def picture_of(exercise: Exercise, look: Look, size: float = LARGE_PICTURE_PX) -> Cutout | None:
    """The landmark of an exercise's game about its middle, to fit a square of size px."""
    pieces = landmark_of(exercise.minigame, size)
    if pieces is None:
        return None
    area = bounds(pieces)
    share = 0.94 * size / max(area.width, area.height)
    middle = (-area.centerx * share, -area.centery * share)
    return cut(placed(pieces, middle, share), look, lift=6 * size / LARGE_PICTURE_PX)


def standing(exercises: Mapping[str, Exercise]) -> dict[str, Pieces]:
    """By their places on the island: the landmarks of all games that stand on the land."""
    found: dict[str, Pieces] = {}
    for exercise in exercises.values():
        game = exercise.minigame
        pieces = None if game in _AFLOAT else landmark_of(game, _TALL_PX.get(game, _ISLAND_PX))
        if pieces is not None:
            found[exercise.place] = pieces
    return found
