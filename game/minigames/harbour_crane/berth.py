"""Where things stand in a berth of the harbour, and how the jib of its crane moves.

Local coordinates: x from the landward end towards the boat, y down from the ground of the quay, in px.
"""

import math
from dataclasses import dataclass, replace

from game.minigames.kit.target import Arc
from game.minigames.props.cranes import JIB_PX, MAST_TOP_AT, SIGN_PX
from game.ui.curves import Point

PIVOT = (694.0, -370.0)
REST_DEG, TOP_DEG = -26.0, 36.5
PARKED_DEG, PARKED_LARGE_DEG = 66.0, 52.0
"""When the day's work is done the jib points up, clear of what was built; a large one within the picture."""
TOWER_X = PIVOT[0] - 40
MAST_TOP = (TOWER_X + MAST_TOP_AT[0], MAST_TOP_AT[1])
LANDING = (850.0, 14.0)
"""Where a crate is set down on the quay."""
EDGE_X = 990.0
"""Where the quay ends and the water begins."""
WAY = Arc(PIVOT, SIGN_PX, REST_DEG, TOP_DEG)
"""The way of the sign at the tip of the jib."""


@dataclass(frozen=True)
class Berth:
    """What a berth has room for, in its own px: where the stack begins, crates in its lowest row, where the
    dockhand waits, and where a cat sits, if one does."""

    first_x: float = 62.0
    base: int = 6
    dockhand_x: float = PIVOT[0] - 24
    cat_x: float | None = None


WIDE = Berth(cat_x=566.0)
"""A quay to itself: the stack stands landward of the crane."""
NARROW = Berth(first_x=479.0, base=4, dockhand_x=404.0)
"""Little room: the stack stands under the crane, where it stays beside what is lifted."""
FACING = replace(NARROW, dockhand_x=735.0)
"""Two quays that face each other: each ends where the picture does, so its dockhand waits by the water."""


def angle_deg(lifted: float) -> float:
    """How steep the jib stands: in proportion to the position."""
    return REST_DEG + WAY.turn_deg(lifted)


def tip(lifted: float, reach: float = JIB_PX) -> Point:
    """The local point at the end of the jib, or at another reach along it."""
    turn = math.radians(angle_deg(lifted))
    return (PIVOT[0] + reach * math.cos(turn), PIVOT[1] - reach * math.sin(turn))
