"""What a leg is asked to reach: hoops, garlands and wreaths of flowers; a drum for the foot."""

from __future__ import annotations

import math

from game.minigames.props import things
from game.minigames.props.plants import flower_head
from game.training.exercise import Side
from game.ui import scenery
from game.ui.curves import Outline, leaf, oval, ribbon
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    INK,
    ORANGE,
    ROSE,
    SKY_BLUE,
    SLATE,
    STRAW,
    TARGET,
    WHITE,
    YELLOW,
    Rgb,
    Tones,
    leg_tones,
    mix,
    tones,
    towards,
)

TALL, _WIDE = 156.0, 66.0
"""Half the height and the width of a garland."""
_LIT = Tones((255, 248, 222), (244, 222, 170), (255, 255, 248))
_WAYS: dict[Side, int] = {"left": -1, "right": 1}
_POLE_TOP = -450
_BLOOM = Tones((255, 250, 244), (232, 222, 226), (255, 255, 255))
_HEART = tones((168, 66, 112))
_EDGE = tones((66, 46, 78))
_STRIPE = tones((186, 232, 208))
_WOOD = Tones((246, 236, 214), (214, 196, 176), (255, 250, 236))
_FLOWERS: tuple[Rgb, ...] = ((255, 246, 232), ROSE, YELLOW, (255, 246, 232), ORANGE)


def striped_ring(wide: float, tall: float, hole: tuple[float, float], stripes: int) -> Pieces:
    """A green ring, striped like the band of the gauge, on a pale rim. hole: its width and height."""
    marks = []
    for index in range(stripes):
        turn = math.tau * (index + 0.5) / stripes
        ends = ((hole, -0.4), (None, 0.2), (None, 0.7), (hole, 0.2))
        edge = tuple(
            (reach[0] / 2 * math.cos(a), reach[1] / 2 * math.sin(a))
            for reach, a in ((one or (wide, tall), turn + share / stripes * 2) for one, share in ends)
        )
        marks.append(Piece(edge, _STRIPE, lift=0, lean=0.0))
    rim = (oval((0, 0), hole[0] - 10, hole[1] - 10, 64),)
    return (
        Piece(oval((0, 0), wide + 12, tall + 12, 64), tones(CREAM), lift=3, holes=rim),
        Piece(oval((0, 0), wide, tall, 64), TARGET, lift=2, holes=(oval((0, 0), *hole, 64),)),
        *marks,
    )


def pole(side: Side) -> Pieces:
    """The pole of a hoop beside one leg, with a pennant in the leg's colour, about its foot."""
    way = _WAYS[side]
    pennant: Outline = ((way * 6, _POLE_TOP + 4), (way * 46, _POLE_TOP + 26), (way * 6, _POLE_TOP + 48))
    stripes = [
        Piece(((-9, y), (9, y - 20), (9, y - 40), (-9, y - 20)), TARGET, lift=0)
        for y in range(-40, -418, -54)
    ]
    return (
        Piece(pennant, leg_tones(side), lift=4),
        Piece(ribbon(((0, 0), (0, _POLE_TOP)), 19), _WOOD, lift=3),
        *stripes,
        Piece(oval((0, _POLE_TOP - 6), 36, 36), STRAW, lift=3),
        Piece(oval((0, -4), 86, 30), _WOOD, lift=3),
        Piece(oval((0, -10), 56, 22), TARGET, lift=2),
    )


def bracket(length: float) -> Pieces:
    """What holds the hoop, from its middle to the pole, length px to the left."""
    return (
        Piece(ribbon(((0, 0), (-length, 0)), 12, 9), _WOOD, lift=2),
        Piece(oval((0, 0), 30, 30), STRAW, lift=3),
    )


def mark() -> Pieces:
    """The target's height on the pole."""
    return (Piece(oval((0, 0), 44, 44), tones(CREAM), lift=3), Piece(oval((0, 0), 30, 30), TARGET, lift=2))


def bloom() -> Pieces:
    """White on a dark edge, so that the hold is seen on any leg and in grey."""
    at = [(11 * math.cos(math.tau * i / 6), 11 * math.sin(math.tau * i / 6)) for i in range(6)]
    petals = [
        Piece(oval(one, size, size, 20), paper, lift=1)
        for size, paper in ((27, _EDGE), (18, _BLOOM))
        for one in at
    ]
    return (*petals, Piece(oval((0, 0), 15, 15, 20), _HEART, lift=1))


def foot_drum(side: Side) -> Pieces:
    """A low drum seen from above: shell, rim in the leg's colour, skin."""
    low = [(x, y) for x, y in oval((0, 26), 176, 64) if y >= 26]
    wall = sorted((*low, (-88, 0), (88, 0)), key=lambda p: math.atan2(p[1] - 14, p[0]))
    return (
        Piece(tuple(wall), tones((190, 104, 74)), lift=2),
        Piece(oval((0, 2), 180, 66), leg_tones(side), lift=3),
        Piece(oval((0, 0), 156, 52), tones((252, 246, 230)), lift=1),
        Piece(oval((0, 0), 96, 30), tones((238, 226, 202)), lift=0),
    )


def ripple() -> Pieces:
    """A ring that runs out over the ground."""
    return (Piece(oval((0, 0), 200, 78, 64), tones(CREAM), lift=0, holes=(oval((0, 0), 186, 68, 64),)),)


def half_garland(*, near: bool) -> Pieces:
    """Half a garland: a band of leaves with blossoms. The left half is the near one."""
    way = -1 if near else 1
    turns = [-math.pi / 2 + math.pi * i / 26 for i in range(27)]
    spine = [(way * _WIDE * math.cos(a), TALL * math.sin(a)) for a in turns]
    greens = (TARGET, towards(TARGET, WHITE, 0.22), towards(TARGET, (0, 70, 66), 0.3))
    leaves: list[Piece] = []
    for index, (x, y) in enumerate(spine):
        out = math.hypot(x, y) or 1.0
        for side in (1, -1):
            tip = (x + side * 22 * x / out + 6, y + side * 20 * y / out + 10)
            leaves.append(Piece(leaf((x - side * 4, y - 8), tip, 15), greens[index % 3], lift=2))
    blossoms: list[Piece] = []
    for index, at in enumerate(spine[1::4]):
        head = flower_head(_FLOWERS[index % 5], 38 if index % 2 else 46)
        blossoms += placed(head, at, 1.0, index * 25.0)
    rim = Piece(ribbon(spine, 40), tones(CREAM), lift=2)
    return (rim, Piece(ribbon(spine, 24), TARGET, lift=2), *leaves, *blossoms)


def wreath() -> Pieces:
    """The garland as it is carried off: a ring with flowers."""
    papers = [STRAW, tones(CREAM), tones(ORANGE), tones(CREAM), STRAW] * 2
    flowers = tuple(
        Piece(oval((58 * math.cos(turn), 117 * math.sin(turn)), 34, 34, 20), paper, lift=2)
        for turn, paper in zip((math.tau * i / 10 for i in range(10)), papers, strict=True)
    )
    ring = Piece(oval((0, 0), 132, 250, 60), TARGET, holes=(oval((0, 0), 100, 218, 60),))
    return (ring, *flowers)


def two_balloons() -> Pieces:
    """Two balloons that carry the garland, about its middle."""
    papers = ((-40.0, tones(ORANGE)), (42.0, tones(mix(SKY_BLUE, WHITE, 0.1))))
    return tuple(
        piece
        for x, paper in papers
        for piece in placed(things.balloon(72, paper), (0, -TALL + 20), angle_deg=-x * 0.42)
    )


def small_hoop(*, lit: bool) -> Pieces:
    """A small hoop: open and green, striped like the band of the gauge; lit it is full and bright."""
    if lit:
        return (
            Piece(oval((0, 0), 58, 146, 48), tones(mix(INK, SLATE.base, 0.3)), lift=3),
            Piece(oval((0, 0), 44, 130, 48), _LIT, lift=2),
            *placed(scenery.star(34, tones(INK)), (0, 0)),
        )
    return striped_ring(48, 134, (24, 106), 14)
