"""What stands for a game: its landmark on the island."""

from __future__ import annotations

from game.ui import landmarks
from game.ui.choices import LARGE_PICTURE_PX
from game.ui.paper import Cutout, cut, placed
from game.ui.theme import Look


def picture_of(exercise_id: str, look: Look, size: float = LARGE_PICTURE_PX) -> Cutout | None:
    """A game's picture, about its middle. None for an exercise without one of its own."""
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
