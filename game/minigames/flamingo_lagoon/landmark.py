"""What stands for Flamingo Lagoon on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.flamingo_lagoon import paper
from game.minigames.kit.roles import Pieces
from game.minigames.props.plants import reeds
from game.ui.paper import placed


def landmark(height: float) -> Pieces:
    """Two flamingos among reeds, as the island shows them."""
    s = height / 230
    return (
        *placed(reeds(4, 110), (-84 * s, 4), s),
        *placed(paper.small_flamingo(150), (62 * s, 4), s),
        *placed(paper.small_flamingo(216), (-10 * s, 8), s),
    )
