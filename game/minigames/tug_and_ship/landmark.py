"""What stands for Tug and Ship on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.props import boats
from game.ui.curves import box
from game.ui.paper import Piece, placed
from game.ui.theme import DARK_WOOD, SEA, STONE, towards


def landmark(height: float) -> Pieces:
    """The tug in its lock, about the middle of the lock's foot."""
    whole = (
        Piece(box(-190, -150, 60, 170, 8), STONE, lift=4),
        Piece(box(130, -150, 60, 170, 8), STONE, lift=4),
        Piece(box(-130, -60, 260, 80), SEA, lift=1),
        *placed(boats.tug(), (0, -58), 0.86),
        Piece(box(-132, -30, 264, 50), towards(SEA, (40, 90, 130), 0.3), lift=2),
        Piece(box(112, -176, 22, 190, 5), DARK_WOOD, lift=4),
    )
    return placed(whole, (0, 0), height / 230)
