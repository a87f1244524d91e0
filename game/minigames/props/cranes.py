"""A harbour crane in parts, as sheets of paper: portal, cabin, jib, trolley, hook."""

import math

from game.minigames.props import cargo
from game.ui.curves import Outline, box, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    ROOF,
    SKIN,
    SLATE,
    STONE,
    STRAW,
    WALL,
    Tones,
    tones,
    towards,
)

JIB_PX, SIGN_SIZE = 560.0, 88.0
SIGN_PX = JIB_PX - 18
"""How far from the pivot the sign at the tip has its middle: its way is the way of the limb."""
MAST_TOP_AT = (-14.0, -540.0)
"""Where the mast ends, from where the portal stands."""
_SLING_PX = 46.0
"""From the hook's ring down to the top of a crate."""
HANGS_PX = _SLING_PX + cargo.CRATE_HEIGHT
"""From there to its foot."""
FRAME = Tones((44, 52, 76), (30, 36, 58), (84, 94, 118))
_STEEL = Tones((92, 112, 128), (62, 78, 100), (142, 160, 170))


def jib(paper: Tones, frame: Tones, sign: Pieces) -> Pieces:
    """The jib about its pivot, pointing right: a lattice of paper on a dark frame, a sign at its tip."""
    return (
        Piece(_beam(10), frame),
        Piece(box(-132, -40, 66, 84, 12), frame, lift=4),
        Piece(_beam(0), paper, lift=3, holes=tuple(_lattice()), lean=0.15),
        Piece(box(-122, -30, 46, 64, 8), STONE, lift=2),
        *placed(sign, (SIGN_PX, 0)),
    )


def _half(x: float) -> float:
    return 42 - 22 * x / JIB_PX


def _beam(grown: float) -> Outline:
    end, tail = JIB_PX - 6, -96
    return (
        (tail, -24 - grown),
        (0, -_half(0) - grown),
        (end, -_half(end) - grown),
        (end + grown, 0),
        (end, _half(end) + grown),
        (0, _half(0) + grown),
        (tail, 26 + grown),
    )


def _lattice() -> list[Outline]:
    windows: list[Outline] = []
    for index in range(8):
        x = 66 + index * 54
        up, down = -_half(x + 27) + 11, _half(x + 27) - 11
        if index % 2:
            windows.append(((x, up), (x + 46, up), (x + 23, down - 3)))
        else:
            windows.append(((x, down), (x + 23, up + 3), (x + 46, down)))
    return windows


def hub() -> Pieces:
    """The knee of the crane."""
    return (
        Piece(oval((0, 0), 78, 78), _STEEL),
        Piece(oval((0, 0), 54, 54), tones(CREAM), lift=3),
        Piece(oval((0, 0), 24, 24, 28), _STEEL, lift=2),
    )


def trolley() -> Pieces:
    """What runs under the jib, about where the rope begins."""
    return (
        Piece(box(-30, -26, 60, 24, 9), SLATE),
        Piece(oval((-16, -14), 17, 17, 24), STRAW, lift=2),
        Piece(oval((16, -14), 17, 17, 24), STRAW, lift=2),
    )


def tower() -> Pieces:
    """Portal, turntable, cabin with its driver, and the mast. Anchor: on the ground, mid-portal."""
    dim = towards(_STEEL, (150, 170, 180), 0.45)
    far = tuple(Piece(ribbon(((x * 0.92, -6), (x * 0.62, -246)), 22), dim, lift=4) for x in (-84, 84))
    braces = tuple(Piece(ribbon(((-x, -250), (x, -176)), 12), dim, lift=3) for x in (-66, 66))
    near = tuple(Piece(ribbon(((x, 14), (x * 0.64, -252)), 32, 28), _STEEL, lift=6) for x in (-90, 90))
    feet = tuple(Piece(box(x - 32, 4, 64, 22, 8), SLATE, lift=4) for x in (-90, 90))
    mast = tuple(Piece(ribbon(((x, -392), MAST_TOP_AT), 18, 12), _STEEL, lift=4) for x in (-66, 30))
    return (
        *far,
        *braces,
        *mast,
        Piece(oval(MAST_TOP_AT, 30, 30), SLATE, lift=3),
        *near,
        *feet,
        Piece(box(-92, -278, 184, 36, 9), _STEEL, lift=6),
        Piece(box(-66, -298, 132, 22, 8), SLATE, lift=4),
        Piece(box(-164, -406, 240, 110, 12), WALL, lift=6),
        Piece(box(-164, -332, 240, 36, 10), tones((222, 160, 116)), lift=2),
        Piece(((-182, -402), (-156, -438), (66, -438), (92, -402)), ROOF, lift=6),
        *_window(),
    )


def _window() -> Pieces:
    pane = Tones((118, 156, 176), (88, 124, 150), (170, 200, 208))
    return (
        Piece(box(-154, -392, 62, 62, 9), tones(CREAM), lift=2),
        Piece(box(-148, -386, 50, 50, 6), pane, lift=1),
        Piece(oval((-123, -348), 42, 34), tones((104, 132, 120)), lift=1),
        Piece(oval((-123, -364), 25, 27), SKIN, lift=1),
        Piece(oval((-123, -375), 30, 13), tones((72, 92, 116)), lift=1),
        Piece(box(-154, -340, 62, 10, 3), tones(CREAM), lift=1),
    )


def hanging(kind: str) -> Pieces:
    """A crate in its sling, with a pale rim: it is what is lifted now. Its anchor is the ring of the hook."""
    foot = _SLING_PX + cargo.CRATE_HEIGHT
    ropes = tuple(
        Piece(ribbon(((0, 18), (side * (cargo.CRATE_WIDTH / 2 - 8), _SLING_PX + 4)), 6), DARK_WOOD, lift=2)
        for side in (-1, 1)
    )
    half = cargo.CRATE_WIDTH / 2 + 8
    rim = Piece(box(-half, _SLING_PX - 8, 2 * half, cargo.CRATE_HEIGHT + 16, 14), tones(CREAM))
    return (rim, *placed(cargo.crate(kind), (0, foot)), *ropes, *hook())


def hook() -> Pieces:
    """The block at the end of the rope, and its hook. Its anchor is the ring."""
    bend = [(9 * math.cos(a), 25 + 9 * math.sin(a)) for a in (-1.2, -0.5, 0.2, 0.9, 1.6, 2.3, 3.0)]
    return (
        Piece(ribbon(bend, 6, 4), SLATE, lift=2),
        Piece(box(-13, -6, 26, 24, 8), SLATE, lift=3),
        Piece(oval((0, 5), 13, 13, 20), STRAW, lift=2),
    )
