"""What stands for the Seaplane: the plane of the game, afloat."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.ui import landmarks


def landmark(height: float) -> Pieces:
    """The plane as wide as the square is high, (0, 0) on the waterline."""
    return landmarks.seaplane(height)
