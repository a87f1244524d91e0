"""The parts of the crane, as sheets of paper: portal, cabin, jib, trolley, and the asked height beside it."""

import math
from dataclasses import replace

from game.minigames.harbour_ground import (
    BAND,
    JIB_PX,
    MAST_TOP,
    PIVOT,
    REST_DEG,
    SIGN_PX,
    TOP_DEG,
    TOWER_X,
    on_circle,
)
from game.training.exercise import Side
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

_SIGN_SIZE = 88.0
_BAND_HALF_PX = 96.0
"""The asked height reaches so far to both sides of the way of the sign."""
_SIGN_SHARE = math.degrees(0.5 * _SIGN_SIZE / SIGN_PX) / (TOP_DEG - REST_DEG)
"""Half the sign, as a share of the range."""
_DASHES, _DASH_SHARE = 12, 0.55
"""Of the way from rest to the top, and how much of each is paper."""
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
        return placed(scenery.side_mark(side, _SIGN_SIZE), (SIGN_PX, 0))
    pale = tuple(replace(one, tones=towards(one.tones, _PALE, 0.7)) for one in scenery.side_mark(side, 62))
    return placed(pale, (SIGN_PX, 0))


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


def target_band() -> Pieces:
    """The asked height: a striped band across the way of the sign, which is whole inside from the target on.

    Anchor: on the way of the sign at the target, the jib lying to the left.
    """
    inner, outer = SIGN_PX - _BAND_HALF_PX, SIGN_PX + _BAND_HALF_PX
    low, high, rim = -_SIGN_SHARE, BAND, 0.018
    dark = tones(mix(TARGET.shade, INK, 0.45))
    stripes = tuple(
        Piece(_stripe(inner + start, low + rim, high - rim), tones((186, 232, 208)), lift=0, lean=0.0)
        for start in (14.0, 60.0, 106.0)
    )
    return (
        Piece(_sector(inner - 9, outer + 9, low - rim, high + rim), tones(CREAM)),
        Piece(_sector(inner, outer, low, high), dark, lift=2),
        Piece(_sector(inner + 7, outer - 7, low + 0.7 * rim, high - 0.7 * rim), TARGET, lift=0),
        *stripes,
    )


def _sector(inner: float, outer: float, low: float, high: float) -> Outline:
    """A part of the ring about the pivot, between shares above the target, about the sign there."""
    steps = [low + (high - low) * i / 6 for i in range(7)]
    return (*(_about(inner, share) for share in steps), *(_about(outer, share) for share in reversed(steps)))


def _stripe(inner: float, low: float, high: float) -> Outline:
    """A slanted stripe across the band, as in the gauge."""
    return (
        _about(inner, low),
        _about(inner + 22, low),
        _about(inner + 68, high),
        _about(inner + 46, high),
    )


def _about(reach: float, share: float) -> tuple[float, float]:
    """A point a share of the range above the target, about the sign there."""
    turn = math.radians((TOP_DEG - REST_DEG) * share)
    return (reach * math.cos(turn) - SIGN_PX, -reach * math.sin(turn))


def rest_mark() -> Pieces:
    """Where the way begins: the brown bar of the gauge. Anchor: on the way of the sign."""
    path = ((-62.0, 0.0), (_BAND_HALF_PX, 0.0))
    return (Piece(ribbon(path, 26), tones(CREAM)), Piece(ribbon(path, 15), DARK_WOOD, lift=2))


def way_dashes() -> tuple[Pieces, ...]:
    """The way of the sign from rest upwards, about the pivot, in four lengths: a bow is mostly air."""
    core, rim = tones(CREAM), Tones(mix(NIGHT, SLATE.base, 0.6), NIGHT, SLATE.base)
    dashes = []
    for index in range(_DASHES):
        path = [on_circle((index + _DASH_SHARE * i / 4) / _DASHES, SIGN_PX) for i in range(5)]
        local = moved(path, -PIVOT[0], -PIVOT[1])
        dashes.append((Piece(ribbon(local, 16), rim), Piece(ribbon(local, 9), core, lift=0)))
    return tuple(tuple(piece for dash in dashes[i : i + 3] for piece in dash) for i in range(0, _DASHES, 3))
