"""The parts of the crane, as sheets of paper: portal, cabin, jib, trolley, and the asked height beside it."""

import math
from dataclasses import replace

from game.minigames.harbour_ground import (
    BAND,
    BAND_HIGH,
    JIB_PX,
    MAST_TOP,
    PIVOT,
    REST_DEG,
    ROPE_PX,
    ROPE_TO,
    TOP_DEG,
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
    DARK_WOOD,
    INK,
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
        *_sign(side, bright=bright),
    )


def _sign(side: Side, *, bright: bool) -> Pieces:
    """The leg's sign at the tip, smaller and pale where it rests."""
    if bright:
        return placed(scenery.side_mark(side, 88), (JIB_PX - 18, 0))
    pale = tuple(replace(one, tones=towards(one.tones, _PALE, 0.7)) for one in scenery.side_mark(side, 62))
    return placed(pale, (JIB_PX - 18, 0))


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


def target_band(*, high: bool) -> Pieces:
    """The asked height: a striped gate beyond the way of the tip, a point at its lower edge, a flag.

    Anchor: on the way of the tip at the target, the jib lying to the left. high: near the upper end of the
    range, where all of it has to stay in the picture.
    """
    band = BAND_HIGH if high else BAND
    inner, outer = JIB_PX + 82, JIB_PX + 152
    dark = tones(mix(TARGET.shade, INK, 0.45))
    stripes = tuple(
        Piece(_stripe(inner + 9, outer - 9, low, band), tones((186, 232, 208)), lift=0, lean=0.0)
        for low in ((0.28,) if high else (0.06, 0.28, 0.50, 0.72))
    )
    point = ((42.0, 0.0), (92.0, 36.0), (92.0, -36.0))
    return (
        Piece(_sector(inner - 8, outer + 8, -0.1, 1.1, band), tones(CREAM)),
        Piece(_sector(inner, outer, 0.0, 1.0, band), dark, lift=2),
        Piece(_sector(inner + 6, outer - 6, 0.07, 0.93, band), TARGET, lift=0),
        *stripes,
        Piece(_pushed(point, 9), tones(CREAM), lift=3),
        Piece(point, dark, lift=1),
        Piece(_pushed(point, -7), TARGET, lift=0),
        *placed(_flag(), (138, 46) if high else (102, -166), 0.72),
    )


def _sector(inner: float, outer: float, low: float, high: float, band: float) -> Outline:
    """A part of the ring about the pivot, between shares of the band, about the tip at the target."""
    steps = [low + (high - low) * i / 6 for i in range(7)]
    return (*(_about(inner, s * band) for s in steps), *(_about(outer, s * band) for s in reversed(steps)))


def _stripe(inner: float, outer: float, low: float, band: float) -> Outline:
    """A slanted stripe across the band."""
    return (
        _about(inner, (low + 0.10) * band),
        _about(outer, low * band),
        _about(outer, (low + 0.11) * band),
        _about(inner, (low + 0.21) * band),
    )


def _about(reach: float, share: float) -> tuple[float, float]:
    """A point a share of the range above the target, about the tip there."""
    turn = math.radians((TOP_DEG - REST_DEG) * share)
    return (reach * math.cos(turn) - JIB_PX, -reach * math.sin(turn))


def _pushed(outline: Outline, by: float) -> Outline:
    """A triangle grown on all sides."""
    x = sum(px for px, _ in outline) / len(outline)
    y = sum(py for _, py in outline) / len(outline)
    grown = 1 + by / 20
    return tuple((x + (px - x) * grown, y + (py - y) * grown) for px, py in outline)


def _flag() -> Pieces:
    """A swallow-tailed signal flag on its staff, that stands out from the gate."""
    edge = ((0, -64), (150, -58), (118, -12), (150, 34), (0, 40))
    inner = ((10, -53), (128, -48), (104, -12), (128, 24), (10, 29))
    return (
        Piece(ribbon(((0, 60), (0, -84)), 14), SLATE, lift=3),
        Piece(edge, tones(CREAM), lift=4),
        Piece(inner, TARGET, lift=2, lean=0.15),
        *placed(scenery.star(56, tones(CREAM)), (54, -12)),
    )


def rest_mark() -> Pieces:
    """Where the way begins: the brown bar of the gauge. Anchor: on the way of the tip."""
    path = ((46.0, 0.0), (ROPE_PX + 54, 0.0))
    return (Piece(ribbon(path, 26), tones(CREAM)), Piece(ribbon(path, 15), DARK_WOOD, lift=2))


def rope_lines() -> tuple[Pieces, ...]:
    """The rope from rest upwards, about the pivot, in four lengths: a bow in one piece is mostly air."""
    path = [on_circle(ROPE_TO * i / 32, JIB_PX + ROPE_PX) for i in range(33)]
    local = moved(path, -PIVOT[0], -PIVOT[1])
    core, rim = tones(CREAM), Tones(mix(NIGHT, SLATE.base, 0.6), NIGHT, SLATE.base)
    return tuple(
        (
            Piece(ribbon(local[start : start + 9], 13), rim),
            Piece(ribbon(local[start : start + 9], 7), core, lift=0),
        )
        for start in range(0, 32, 8)
    )
