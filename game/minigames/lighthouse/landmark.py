"""What stands for The Lighthouse on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.lighthouse import paper
from game.ui.paper import placed


def landmark(height: float) -> Pieces:
    """The tower on its rock, as the island shows it."""
    return placed((*paper.tower(), *paper.lamp_room(1.0)), (0, 0), height / 560)
