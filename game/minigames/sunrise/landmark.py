"""What stands for Sunrise on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.sunrise import paper
from game.ui.paper import placed


def landmark(height: float) -> Pieces:
    """The sun over two sunflowers, as the island shows it."""
    s = height / 230
    return (
        *placed(paper.full_sun(), (0, -150 * s), 0.5 * s),
        *placed(paper.sunflower(130), (-62 * s, 4), s),
        *placed(paper.sunflower(108), (64 * s, 6), s),
    )
