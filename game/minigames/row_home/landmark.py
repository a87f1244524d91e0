"""What stands for Row Home on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.row_home import paper
from game.ui.paper import placed
from game.ui.theme import tones


def landmark(height: float) -> Pieces:
    """The rowing boat at its jetty, as the island shows it."""
    s = height / 300
    return placed(
        (*placed(paper.jetty(), (-300, -10)), *paper.inside(), *paper.hull(tones((176, 92, 74)))), (0, 0), s
    )
