"""What stands for Marble Table on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.marble_table import paper
from game.ui.curves import turned
from game.ui.paper import Piece, placed
from game.ui.theme import RIGHT


def landmark(height: float) -> Pieces:
    """The table with a marble on its way home, about the foot of its stand."""
    flat = (*paper.plank(RIGHT, -1), *paper.plank(RIGHT, 1))
    plank = tuple(Piece(turned(piece.outline, 10.0), piece.tones, lift=piece.lift) for piece in flat)
    whole = (
        *placed(paper.stand(270), (0, 0)),
        *plank,
        *placed((*paper.cup_back(), *paper.cup_front()), (-380, 56)),
        *placed((*paper.marble(1, 120), *paper.glint(120)), (120, -108)),
        *paper.hub(),
    )
    return placed(whole, (0, -270 * height / 560), height / 560)
