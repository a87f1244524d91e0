"""What stands for Kite Hill on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.kit.roles import Pieces
from game.minigames.props import people, plants, things
from game.ui.curves import ribbon
from game.ui.paper import Piece, placed
from game.ui.theme import DARK_WOOD


def landmark(height: float) -> Pieces:
    """Somebody on the hill who flies a kite, about the ground between the feet."""
    whole = (
        *placed(plants.meadow_tuft(3, 70), (-64, 8)),
        *placed(plants.meadow_tuft(5, 60), (58, 8)),
        Piece(ribbon(((30, -100), (60, -160), (96, -236)), 3), DARK_WOOD, lift=0),
        *placed(people.person(people.someone(4), "pointing"), (-10, 0)),
        *placed(things.kite(110), (100, -242), angle_deg=-18),
    )
    return placed(whole, (0, 0), height / 300)
