"""The seaplane, its nose to the right: what flies along the coast, and the landmark of its bay."""

from __future__ import annotations

import math

from game.ui.curves import Outline, leaf, moved, oval, ribbon, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, ORANGE, SKIN, SLATE, WHITE, Tones, tones

PLANE_PX, FLOAT_PX = 450.0, 112.0
"""How long it is, and from its middle down to the foot of its floats."""
NOSE = (214.0, -8.0)
"""Where its propeller turns."""
_SILK = tones((236, 236, 224))
_FLOAT: Outline = smooth(
    ((-150, 76), (-146, 90), (-80, 106), (60, 112), (142, 102), (188, 74), (150, 70), (0, 72))
)


def plane(paper: Tones) -> Pieces:
    """The seaplane about its middle, nose to the right."""
    trim = tones(CREAM)
    dark = Tones(paper.shade, tuple(round(c * 0.8) for c in paper.shade), paper.base)  # type: ignore[arg-type]
    fuselage = smooth(
        (
            (180, -8), (166, -36), (112, -48), (60, -42), (20, -34), (-20, -42), (-110, -40), (-200, -48),
            (-232, -44), (-230, -24), (-150, 2), (-60, 24), (40, 34), (122, 30), (166, 18),
        )
    )  # fmt: skip
    return (
        Piece(moved(_FLOAT, -18, -14), dark, lift=4),
        *_struts(),
        Piece(leaf((-150, -40), (-272, -30), 30), dark, lift=3),
        Piece(_slab(14, -12), dark, lift=3),
        *pilot(),
        Piece(fuselage, paper, lift=6),
        Piece(smooth(((-160, -40), (-196, -118), (-222, -126), (-246, -114), (-238, -38))), paper, lift=4),
        Piece(ribbon(((-206, -116), (-236, -112)), 14), trim, lift=1),
        Piece(ribbon(((-222, -30), (-120, -6), (-20, 12), (60, 18), (132, 14)), 13, 16), trim, lift=1),
        Piece(leaf((-168, -30), (-262, -22), 26), Tones(paper.light, paper.base, WHITE), lift=4),
        Piece(smooth(((128, -46), (164, -40), (186, -10), (166, 20), (128, 30), (136, -8))), trim, lift=3),
        Piece(smooth(((178, -26), (200, -22), (212, -8), (200, 6), (178, 10))), tones(ORANGE), lift=3),
        Piece(_FLOAT, trim, lift=6),
        Piece(ribbon(((-132, 86), (-60, 92), (70, 96), (150, 84)), 12), paper, lift=1),
        Piece(leaf((60, -38), (92, -76), 26), tones((196, 222, 228)), lift=2),
        *_wing_struts(),
        Piece(_slab(0, 0), paper, lift=9),
        *(Piece(ribbon(((x, -138), (x + 3, -120)), 3), dark, lift=0) for x in (-34, 16, 66, 112)),
        Piece(ribbon(((-66, -141), (132, -143)), 7), Tones(paper.light, paper.base, WHITE), lift=1),
    )


def _slab(dx: float, dy: float) -> Outline:
    """The high wing seen from a little above."""
    upper = ((-92, -128), (-84, -144), (-40, -151), (60, -154), (128, -153), (150, -142))
    lower = ((144, -126), (96, -117), (0, -114), (-70, -114))
    return moved(smooth((*upper, *lower)), dx, dy)


def _struts() -> Pieces:
    legs = (((-70, 14), (-100, 84)), ((66, 24), (92, 84)), ((66, 24), (-96, 84)))
    return tuple(Piece(ribbon(leg, 9), SLATE, lift=2) for leg in legs)


def _wing_struts() -> Pieces:
    legs = (((-44, -116), (-34, -36)), ((104, -116), (92, -42)))
    return tuple(Piece(ribbon(leg, 8), tones(CREAM), lift=3) for leg in legs)


def pilot() -> Pieces:
    """A small pilot with cap and goggles, looking ahead."""
    cap = smooth(((6, -66), (8, -92), (30, -104), (52, -94), (52, -80), (30, -78), (18, -60)))
    return (
        Piece(smooth(((-6, -28), (4, -52), (30, -58), (52, -48), (58, -28))), DARK_WOOD, lift=2),
        Piece(oval((32, -78), 42, 46, 30), SKIN, lift=2),
        Piece(cap, tones((142, 92, 66)), lift=2),
        Piece(ribbon(((16, -84), (46, -82)), 6), SLATE, lift=1),
        Piece(oval((44, -81), 17, 17, 20), tones((188, 222, 232)), lift=1),
        Piece(oval((54, -70), 8, 8, 14), SKIN, lift=1),
        Piece(ribbon(((36, -62), (44, -62)), 3), DARK_WOOD, lift=0),
    )


def propeller(share: float) -> Pieces:
    """The propeller as it looks at a share of its height."""
    tip = 88 * share
    blade = Tones((86, 80, 104), (58, 54, 80), (136, 130, 152))
    return (
        Piece(leaf((0, 4), (0, -tip), 22), blade, lift=2),
        Piece(leaf((0, -4), (0, tip), 22), blade, lift=2),
        Piece(oval((0, 0), 18, 20, 20), tones(CREAM), lift=2),
    )


def scarf(phase: float) -> Pieces:
    """The pilot's scarf in the wind, about the neck."""
    path = [(-11.0 * i, 3 + 1.2 * i * math.sin(math.tau * phase - i * 0.9)) for i in range(9)]
    return (Piece(ribbon(path, 12, 17), _SILK, lift=2), Piece(ribbon(((14, 0), (34, 3)), 12), _SILK, lift=2))


def wake(frame: int, long: float) -> Pieces:
    """Foam that spreads behind the floats in two trails, about the plane's middle on the water. long: a share
    of its length."""
    foam, thin = tones((248, 251, 247)), tones((204, 228, 232))
    sheets = []
    for paper, y, first, reach, wide in ((thin, 3, -40, 330, 15), (foam, 9, 120, 420, 17)):
        trail = []
        for index in range(15):
            along = index / 14
            lap = (3 + 6 * along) * math.sin(index * 1.1 - frame * 2.1)
            trail.append((first - reach * long * along, y + 8 * along + lap * 0.4))
        sheets.append(Piece(ribbon(smooth(trail, closed=False, steps=4), wide, 3), paper, lift=2))
    for index, px in enumerate((-330, -386, -436)):
        x = px * long
        shift = 12 * math.sin(frame * 2.1 + index)
        sheets.append(Piece(leaf((x + shift, 14), (x + shift - 40, 15), 9 - 2 * index), foam, lift=1))
    bow = smooth(((118, 10), (160, -2), (184, -14), (214, -20 - 2 * frame), (200, 0), (170, 14)))
    return (*sheets, Piece(bow, foam, lift=2))


def shadow() -> Pieces:
    """The shadow of the plane on the sea."""
    paper = Tones((30, 62, 98), (30, 62, 98), (30, 62, 98))
    return (Piece(leaf((190, 0), (-210, 0), 26), paper, lift=0, lean=0.0),)
