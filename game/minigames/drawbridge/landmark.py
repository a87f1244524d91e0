"""The bridge as the island shows it."""

from game.minigames.props import bridges, houses
from game.ui.curves import ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import LEFT, SLATE

_RAISED_DEG = 34.0
_DEEP_PX = 110.0


def landmark(height: float) -> Pieces:
    """The tower and its deck, raised a little. It stands on the waterline."""
    wall = houses.quay_wall(-320, 10, _DEEP_PX)
    chain = Piece(ribbon((bridges.PULLEY, (250, -215)), 9), SLATE, lift=2)
    deck = placed(bridges.deck(LEFT), (0, 0), angle_deg=_RAISED_DEG)
    whole = (*wall, *bridges.chain_tower(flag=LEFT), chain, *deck)
    return placed(placed(whole, (-40, -_DEEP_PX)), (0, 0), height / 640)
