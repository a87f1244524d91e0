"""What stands for The Orchard on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.orchard import paper
from game.ui.paper import placed


def landmark(height: float) -> Pieces:
    """An apple tree with a ladder and a basket, as the island shows it."""
    s = height / 230
    return (
        *placed(paper.apple_tree(2, 230, apples=9), (0, 0), s),
        *placed(paper.ladder(150, 44), (62 * s, 4), s),
        *placed(paper.basket(66), (-70 * s, 6), s),
    )
