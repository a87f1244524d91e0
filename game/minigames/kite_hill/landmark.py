"""The hill as the island shows it."""

from game.minigames.props import kites, people, things
from game.ui.curves import ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, FOREST, MEADOW, RIGHT, SLATE, tones, towards

_HAND, _KITE = (52.0, -212.0), (190.0, -470.0)


def landmark(height: float) -> Pieces:
    """Somebody on a green hill who flies a kite, of a height."""
    hill = smooth(((-230, 0), (-150, -58), (0, -98), (140, -64), (240, 0)), closed=False)
    tail = things.sagging((161, -355), (262, -300), 22, 8)
    bows = tuple(p for n in (3, 6, 8) for p in placed(things.bow(44, tones(CREAM)), tail[n]))
    whole = (
        Piece(ribbon(things.sagging(_HAND, _KITE, 26, 12), 5), SLATE, lift=1),
        Piece(ribbon(tail, 4), SLATE, lift=1),
        *bows,
        *placed(kites.kite(190, RIGHT, tones(CREAM)), _KITE, angle_deg=-14),
        Piece((*hill, (240, 8), (-230, 8)), towards(MEADOW, FOREST.base, 0.1), lift=8),
        *placed(people.person(people.someone(1), "pointing"), (-12, -94), 1.1),
    )
    return placed(whole, (0, 0), height / 560)
