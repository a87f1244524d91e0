"""What stands for the Harbour Crane on the island, built of the game's own props."""

from __future__ import annotations

from game.minigames.harbour_crane.berth import PIVOT
from game.minigames.kit.roles import Pieces
from game.minigames.props import cranes, things
from game.ui.curves import box, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import side_mark
from game.ui.theme import DARK_WOOD, STONE, leg_tones


def landmark(height: float) -> Pieces:
    """The crane of the game on its quay, a crate on the hook."""
    sign = side_mark("right", cranes.SIGN_SIZE)
    jib = cranes.jib(leg_tones("right"), cranes.FRAME, sign)
    whole = (
        Piece(box(-220, -6, 640, 60, 10), STONE, lift=4),
        *cranes.tower(),
        *placed(jib, (0.0, PIVOT[1]), angle_deg=20),
        Piece(ribbon(((330, PIVOT[1] - 120), (330, PIVOT[1] + 110)), 7), DARK_WOOD, lift=1),
        *placed(things.crate(110), (330, PIVOT[1] + 220)),
    )
    return placed(whole, (0, 0), height / 760)
