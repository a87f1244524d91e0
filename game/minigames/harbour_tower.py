"""The parts of the crane, as sheets of paper: portal, cabin, jib, trolley, and the pennants beside it."""

from game.minigames.harbour_ground import (
    GARLAND_PX,
    JIB_PX,
    MAST_TOP,
    PIVOT,
    TOWER_X,
    on_circle,
)
from game.minigames.stage import Side
from game.ui import scenery
from game.ui.curves import Outline, box, moved, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    NIGHT,
    ROOF,
    SKIN,
    SLATE,
    STONE,
    STRAW,
    TARGET,
    WALL,
    Tones,
    leg_tones,
    mix,
    tones,
    towards,
)

_PALE = (196, 206, 210)
_STEEL = Tones((92, 112, 128), (62, 78, 100), (142, 160, 170))


def jib(side: Side, *, bright: bool) -> Pieces:
    """The jib about its pivot, pointing right: a lattice in the leg's colour, the leg's sign at its tip.

    Not bright: the leg rests, or its signal is not fresh.
    """
    paper, dark = leg_tones(side), Tones((44, 52, 76), (30, 36, 58), (84, 94, 118))
    if not bright:
        paper, dark = towards(paper, _PALE, 0.66), towards(dark, _PALE, 0.5)
    windows = tuple(_lattice())
    return (
        Piece(_beam(10), dark),
        Piece(box(-132, -40, 66, 84, 12), dark, lift=4),
        Piece(_beam(0), paper, lift=3, holes=windows, lean=0.15),
        Piece(box(-122, -30, 46, 64, 8), STONE, lift=2),
        *placed(scenery.side_mark(side, 76), (JIB_PX - 18, 0)),
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
    mast = tuple(
        Piece(ribbon(((x, -392), (MAST_TOP[0] - TOWER_X, MAST_TOP[1])), 18, 12), _STEEL, lift=4)
        for x in (-66, 30)
    )
    return (
        *far,
        *braces,
        *mast,
        Piece(oval((MAST_TOP[0] - TOWER_X, MAST_TOP[1]), 30, 30), SLATE, lift=3),
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


def target_pennant() -> Pieces:
    """The asked height: a large green pennant whose point meets the tip. Anchor: its point."""
    edge = ((0, 0), (58, -50), (168, -36), (144, 0), (168, 36), (58, 50))
    inner = ((22, 0), (66, -36), (146, -25), (129, 0), (146, 25), (66, 36))
    return (
        Piece(edge, tones(CREAM)),
        Piece(inner, TARGET, lift=3, lean=0.15),
        *placed(scenery.star(50, tones(CREAM)), (82, 0)),
    )


def pennant(paper: Tones) -> Pieces:
    """A small pennant that hangs from the garland."""
    return (Piece(((-15, 0), (15, 0), (0, 36)), paper), Piece(oval((0, 0), 9, 9, 16), SLATE, lift=1))


def garland_lines() -> tuple[Pieces, ...]:
    """The line the pennants hang on, about the pivot, in four lengths: a bow in one piece is mostly air."""
    reach = JIB_PX + GARLAND_PX
    path = [on_circle(-0.03 + 1.085 * i / 32, reach) for i in range(33)]
    local = moved(path, -PIVOT[0], -PIVOT[1])
    paper = Tones(mix(CREAM, NIGHT, 0.35), SLATE.base, CREAM)
    return tuple((Piece(ribbon(local[start : start + 9], 5), paper),) for start in range(0, 32, 8))
