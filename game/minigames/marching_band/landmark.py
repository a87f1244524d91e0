"""The bandstand, as it stands on the island."""

from game.minigames.props.bandstand import bandstand
from game.ui.paper import Piece, placed

_WIDE_PX = 560.0


def landmark(height: float) -> tuple[Piece, ...]:
    """The bandstand, size px wide, about its foot."""
    return placed(bandstand(), (0, 0), height / _WIDE_PX)
