"""What stands for The Drawbridge on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.props import houses
from game.ui.curves import box, ribbon
from game.ui.paper import Piece, placed
from game.ui.theme import DARK_WOOD, INK, WOOD, mix, tones


def landmark(height: float) -> Pieces:
    """Two towers with the deck half raised between them, about the water under its middle."""
    deck = (
        Piece(box(0, -16, 170, 26, 6), WOOD, lift=4),
        *(Piece(ribbon(((x, -14), (x, -34)), 6), DARK_WOOD, lift=1) for x in (20, 60, 100, 140)),
    )
    chain = Piece(ribbon(((-84, -170), (60, -118)), 5), tones(mix(INK, WOOD.base, 0.3)), lift=1)
    whole = (
        *placed(houses.bridge_tower(230), (-104, 10)),
        *placed(houses.bridge_tower(200), (128, 10)),
        *placed(deck, (-66, -40), angle_deg=30),
        chain,
    )
    return placed(whole, (0, 0), height / 240)
