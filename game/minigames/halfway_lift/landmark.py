"""What stands for The Halfway Lift on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.halfway_lift import paper
from game.minigames.kit.roles import Pieces
from game.ui.paper import placed


def landmark(height: float) -> Pieces:
    """The hotel with its lift, as the island shows it."""
    s = height / 560
    whole = (
        *paper.front(360, 400),
        *placed(paper.window(), (70, -230)),
        *placed(paper.window(), (290, -230)),
        *placed((*paper.shaft(330), *paper.cabin(paper.BRASS)), (180, 0), 0.6),
    )
    return placed(placed(whole, (-180, 0)), (0, 0), s)
