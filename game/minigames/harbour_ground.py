"""Where things stand in a berth of the harbour, and how the jib of its crane moves.

Local coordinates: x from the landward end towards the boat, y down from the ground of the quay, in px.
"""

import math
from dataclasses import dataclass, replace

from game.ui.curves import Point, mirrored
from game.ui.paper import placed
from game.ui.scenery import Pieces

PIVOT = (694.0, -370.0)
JIB_PX = 560.0
REST_DEG, TOP_DEG = -26.0, 36.5
PARKED_DEG, PARKED_LARGE_DEG = 66.0, 52.0
"""When the day's work is done the jib points up, clear of what was built; a large one within the picture."""
TOWER_X = PIVOT[0] - 40
MAST_TOP = (PIVOT[0] - 54, -540.0)
LANDING = (850.0, 14.0)
"""Where a crate is set down on the quay."""
EDGE_X = 990.0
"""Where the quay ends and the water begins."""
SIGN_PX = JIB_PX - 18
"""How far from the pivot the sign at the tip has its middle: its way is the way of the limb."""
BAND = 0.16
"""The asked height is shown from the target upwards by this share of the range, as in the gauge."""


@dataclass(frozen=True)
class Ground:
    """Where a berth stands in the picture: its origin, the way it faces (1 right, -1 left), its scale."""

    origin: Point
    facing: int = 1
    scale: float = 1.0

    def at(self, x: float, y: float = 0.0) -> Point:
        """A local point in the picture."""
        return (self.origin[0] + self.facing * self.scale * x, self.origin[1] + self.scale * y)

    def pieces(self, pieces: Pieces, *, turn: bool = True) -> Pieces:
        """Sheets at this scale; with turn they face this way."""
        return facing(placed(pieces, (0, 0), self.scale), self.facing if turn else 1)


@dataclass(frozen=True)
class Room:
    """What a berth has room for, in its own px: where the stack begins, crates in its lowest row, where the
    dockhand waits, and where a cat sits, if one does."""

    first_x: float = 62.0
    base: int = 6
    dockhand_x: float = PIVOT[0] - 24
    cat_x: float | None = None


WIDE = Room(cat_x=566.0)
"""A quay to itself: the stack stands landward of the crane."""
NARROW = Room(first_x=479.0, base=4, dockhand_x=404.0)
"""Little room: the stack stands under the crane, where it stays beside what is lifted."""
FACING = replace(NARROW, dockhand_x=735.0)
"""Two quays that face each other: each ends where the picture does, so its dockhand waits by the water."""


def facing(pieces: Pieces, way: int) -> Pieces:
    """The sheets, in a mirror if way is -1. The light stays at the upper left."""
    if way == 1:
        return pieces
    return tuple(
        replace(piece, outline=mirrored(piece.outline), holes=tuple(map(mirrored, piece.holes)))
        for piece in pieces
    )


def angle_deg(position: float) -> float:
    """How steep the jib stands: in proportion to the position; beyond rest and own range it gives softly."""
    if position > 1:
        position = 1 + 0.12 * math.tanh((position - 1) / 0.4)
    elif position < 0:
        position = 0.06 * math.tanh(position / 0.2)
    return REST_DEG + (TOP_DEG - REST_DEG) * position


def tip(position: float, reach: float = JIB_PX) -> Point:
    """The local point at the end of the jib, or at another reach along it."""
    turn = math.radians(angle_deg(position))
    return (PIVOT[0] + reach * math.cos(turn), PIVOT[1] - reach * math.sin(turn))


def on_circle(share: float, reach: float) -> Point:
    """A local point at a share of the jib's travel, at a reach from its pivot."""
    turn = math.radians(REST_DEG + (TOP_DEG - REST_DEG) * share)
    return (PIVOT[0] + reach * math.cos(turn), PIVOT[1] - reach * math.sin(turn))
