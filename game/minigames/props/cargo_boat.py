"""A cargo boat in parts, about the middle of its waterline: hull, wheelhouse, mast and sail, gangplank."""

from __future__ import annotations

import math

from game.ui.curves import Outline, bezier, box, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, ROOF, SLATE, STRAW, WALL, WHITE, WOOD, Tones, mix, tones

HOUSE_X = 142.0
_HULL = tones((66, 112, 120))
_INSIDE = Tones((92, 72, 70), (66, 52, 60), (124, 98, 88))
_GLASS = Tones((116, 152, 170), (86, 120, 146), (166, 196, 204))


def _hull(half: float, lift: float) -> Outline:
    """The side of a boat, its sheer raised by lift px, from stem to stern and back along the keel."""
    sheer = bezier(
        (-half, -98 - lift), (-half * 0.5, -46 - lift), (half * 0.5, -46 - lift), (half, -104 - lift)
    )
    keel = bezier((half, -104 - lift), (half * 0.98, 10), (half * 0.86, 44), (half * 0.72, 46), 12)
    stem = bezier((-half * 0.76, 46), (-half * 0.88, 30), (-half * 0.96, -30), (-half, -98 - lift), 12)
    return (*sheer, *keel, *stem)


def wake(half: float) -> Pieces:
    """The water that closes before the hull of a boat under way, and the foam where they meet."""
    crest = [(x * half, 4 + 7 * math.cos(x * 9.4)) for x in (i / 20 for i in range(-22, 23))]
    foot = bezier((1.1 * half, 8), (0.9 * half, 62), (-0.9 * half, 62), (-1.1 * half, 8), 24)
    water = Tones((66, 122, 150), (52, 104, 136), (96, 152, 176))
    return (
        Piece((*crest, *foot), water, fade=(58, 112, 142), lift=0, lean=0.0),
        Piece(ribbon(crest, 9, 9), Tones(mix(water.light, WHITE, 0.4), water.base, WHITE), lift=0),
    )


def side(half: float) -> Pieces:
    """The near side of its hull, half px long to each side."""
    rail = bezier((-half - 6, -100), (-half * 0.5, -48), (half * 0.5, -48), (half + 6, -106))
    stripe = bezier((-half * 0.96, -62), (-half * 0.5, -18), (half * 0.5, -18), (half * 0.97, -68))
    ports = tuple(
        piece
        for share in (-0.44, -0.16, 0.12, 0.4)
        for piece in (
            Piece(oval((share * half, -2 - abs(share) * 10), 27, 27), tones(CREAM), lift=2),
            Piece(oval((share * half, -2 - abs(share) * 10), 16, 16), SLATE, lift=1),
        )
    )
    return (
        Piece(_hull(half, 0), _HULL),
        Piece(ribbon(stripe, 15), tones(CREAM), lift=2),
        *ports,
        Piece(ribbon(rail, 15), WOOD, lift=4),
    )


def behind(half: float, *, both: bool) -> Pieces:
    """Its far bulwark and wheelhouse. both: seen from its stern, between two quays."""
    house_x = 0.0 if both else HOUSE_X
    posts = (-54.0, 54.0) if both else (-28.0,)
    return (
        Piece(_hull(half * 0.985, 20), _INSIDE),
        *_wheelhouse(house_x, 0.8 if both else 1.0),
        *(Piece(ribbon(((x, -40), (x, -124 if both else -138)), 11), DARK_WOOD, lift=3) for x in posts),
    )


def _wheelhouse(x: float, scale: float) -> Pieces:
    return placed(
        (
            Piece(box(14, -250, 34, 80, 8), ROOF),
            Piece(box(14, -232, 34, 16, 3), tones(CREAM), lift=1),
            Piece(box(-58, -190, 116, 150, 10), WALL, lift=4),
            Piece(box(-72, -204, 144, 24, 11), ROOF, lift=5),
            *(Piece(box(dx, -166, 40, 42, 8), tones(CREAM), lift=2) for dx in (-48, 8)),
            *(Piece(box(dx + 5, -161, 30, 32, 5), _GLASS, lift=1) for dx in (-48, 8)),
        ),
        (x, 0),
        scale,
    )


def mast() -> Pieces:
    """Its mast with the furled sail."""
    return (
        Piece(ribbon(((0, -40), (0, -520)), 20, 12), DARK_WOOD),
        Piece(ribbon(((-52, -476), (52, -476)), 12, 9), DARK_WOOD, lift=3),
        Piece(
            ribbon(((-46, -464), (-22, -456), (0, -462), (22, -456), (46, -464)), 22), tones(CREAM), lift=3
        ),
        *(Piece(ribbon(((x, -476), (x, -452)), 5), STRAW, lift=1) for x in (-30, 0, 30)),
        *(Piece(ribbon(((0, -500), (x, -96)), 3), SLATE, lift=0) for x in (66, 136)),
        Piece(((0, -526), (52, -512), (0, -496)), tones((206, 150, 110)), lift=2),
    )


def sail() -> Pieces:
    """The sail, unfurled."""
    edge = (
        (-46, -470),
        (46, -470),
        *bezier((46, -470), (78, -390), (78, -310), (62, -226)),
        *bezier((62, -226), (24, -206), (-24, -206), (-62, -226)),
        *bezier((-62, -226), (-38, -310), (-38, -390), (-46, -470)),
    )
    stripe = (
        *bezier((-44, -372), (-20, -356), (40, -356), (71, -372)),
        *bezier((73, -322), (40, -306), (-20, -306), (-46, -322)),
    )
    return (Piece(edge, tones(CREAM)), Piece(stripe, tones((218, 150, 104)), lift=1))


def plank(scale: float, way: int) -> Pieces:
    """Its gangplank, to the right or left (way -1)."""
    path = ((0.0, 0.0), (124.0 * scale * way, -58.0 * scale - 22 * (1 - scale)))
    cleats = tuple(
        Piece(
            ribbon(((x * way * scale, -x * 0.47 * scale - 8), (x * way * scale, -x * 0.47 * scale + 8)), 4),
            DARK_WOOD,
            lift=0,
        )
        for x in (30.0, 60.0, 90.0)
    )
    return (Piece(ribbon(path, 22 * scale), tones(mix(WOOD.base, WHITE, 0.15))), *cleats)
