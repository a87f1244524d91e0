"""The paper of the toymaker's workshop: the table that tilts, the marbles, the round board, the room."""

from __future__ import annotations

import math

from game.minigames.kit.roles import Pieces
from game.minigames.props import plants
from game.ui.curves import Point, bezier, box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    INK,
    STRAW,
    VERMILION,
    WHITE,
    WOOD,
    Rgb,
    Tones,
    tones,
    towards,
)

HALF_PX = 430.0
"""From the table's middle to either end."""
TOP_Y = -20.0
"""The height of the groove over the pivot."""
MARBLE_PX = 74.0
GLASS: tuple[Rgb, ...] = (
    (226, 92, 78), (70, 146, 206), (250, 196, 72), (98, 178, 120), (180, 112, 186), (240, 142, 74),
)  # fmt: skip
CLAY = tones((206, 178, 150))
BRASS = Tones((226, 176, 72), (176, 124, 52), (252, 222, 142))
PANEL = Tones((142, 104, 84), (108, 76, 70), (170, 130, 104))
PLASTER = Tones((206, 178, 146), (176, 144, 124), (222, 198, 166))
BOARD_STEP = 52.0


def plank(leg: Tones, way: int) -> Pieces:
    """Half of the table about its pivot, level, to the left (-1) or right (1): a plank in the leg's colour
    with a groove. It is thin and short, for it turns in every frame."""
    h, pale = HALF_PX, towards(leg, WHITE, 0.45)
    groove = Tones(leg.shade, leg.shade, leg.base)
    diamonds = tuple(
        Piece(((x - 17, 2), (x, -10), (x + 17, 2), (x, 14)), pale if n % 2 else tones(CREAM), lift=1)
        for n, x in enumerate(way * (66 + 66 * n) for n in range(5))
    )
    inner = -4.0 if way > 0 else -h - 4
    return (
        Piece(box(inner, TOP_Y - 2, h + 8, 46, 8), leg, lift=0, lean=0.0),
        Piece(box(max(inner, -h + 8), TOP_Y - 4, h - 8, 13, 3), groove, lift=0, lean=0.0),
        *diamonds,
    )


def post() -> Pieces:
    """What the marble rests on at the low end, and the rod the knob sits on."""
    h = HALF_PX
    return (
        Piece(box(h - 40, TOP_Y - 58, 30, 62, 12), WOOD, lift=0),
        Piece(ribbon(((h - 16, 6), (h + 58, 6)), 20, 16), DARK_WOOD, lift=0),
    )


def knob() -> Pieces:
    """What the edge of the foot lifts, about its middle."""
    return (
        Piece(oval((0, 0), 58, 58), tones(VERMILION), lift=4),
        Piece(oval((-10, -11), 16, 12, 18), tones((255, 206, 180)), lift=0),
    )


def hub() -> Pieces:
    """The brass the table turns on."""
    return (
        Piece(oval((0, 4), 70, 70), BRASS, lift=5),
        Piece(oval((0, 4), 28, 28, 24), tones((120, 84, 52)), lift=1),
    )


def cup_back() -> Pieces:
    """The far half of the cup, about its bolt: it hangs level whatever the table does."""
    return (
        Piece(oval((0, -48), 112, 30), DARK_WOOD, lift=1),
        Piece(ribbon(((-42, -42), (-42, -128)), 8), DARK_WOOD, lift=1),
        Piece(((-38, -132), (28, -108), (-38, -84)), tones(VERMILION), lift=3),
    )


def cup_front() -> Pieces:
    """The near half of the cup."""
    bowl = (
        *bezier((-56, -48), (-50, 6), (-26, 16), (0, 16)),
        *bezier((0, 16), (26, 16), (50, 6), (56, -48)),
        *bezier((56, -48), (30, -29), (-30, -29), (-56, -48)),
    )
    stripe = ribbon(bezier((-47, -18), (-20, -4), (20, -4), (47, -18)), 8)
    return (
        Piece(bowl, towards(WOOD, CREAM, 0.2), lift=5),
        Piece(stripe, tones(VERMILION), lift=1),
        Piece(oval((0, 4), 18, 18, 20), BRASS, lift=2),
    )


def stand(height: float) -> Pieces:
    """What the table turns on, about the pivot."""
    leg = (
        *bezier((-20, -10), (-26, height * 0.4), (-70, height * 0.7), (-104, height)),
        *bezier((104, height), (70, height * 0.7), (26, height * 0.4), (20, -10)),
    )
    arch = smooth(
        ((-40, height + 2), (-30, height * 0.7), (0, height * 0.56), (30, height * 0.7), (40, height + 2))
    )
    return (
        Piece(leg, WOOD, lift=7, holes=(arch,)),
        Piece(box(-132, height - 16, 264, 24, 8), DARK_WOOD, lift=5),
        Piece(ribbon(((-44, height * 0.42), (44, height * 0.42)), 12), BRASS, lift=2),
    )


def cog(size: float, teeth: int, paper: Tones) -> Pieces:
    """A wooden cog about its axle."""
    r = size / 2
    edge: list[Point] = []
    for n in range(teeth):
        for share, reach in ((0.0, 0.84), (0.18, 1.0), (0.46, 1.0), (0.64, 0.84)):
            turn = math.tau * (n + share) / teeth
            edge.append((r * reach * math.cos(turn), r * reach * math.sin(turn)))
    holes = tuple(
        oval((0.5 * r * math.cos(t), 0.5 * r * math.sin(t)), r * 0.36, r * 0.36, 20)
        for t in (math.tau * n / 4 for n in range(4))
    )
    return (
        Piece(tuple(edge), paper, lift=3, holes=holes),
        Piece(oval((0, 0), r * 0.32, r * 0.32, 20), BRASS, lift=2),
    )


def marble(kind: int, size: float = MARBLE_PX) -> Pieces:
    """A glass marble about its middle, without its light: that stays while it rolls."""
    s = size / 60
    glass = tones(GLASS[kind % len(GLASS)])
    swirl = towards(glass, WHITE, 0.6)
    return placed(
        (
            Piece(oval((0, 0), 60, 60), glass, lift=2),
            Piece(ribbon(bezier((-20, -14), (-6, 22), (4, -24), (20, 14)), 13, 7), swirl, lift=0),
        ),
        (0, 0),
        s,
    )


def glint(size: float = MARBLE_PX) -> Pieces:
    """The light on a marble."""
    s = size / 60
    return (Piece(oval((-11 * s, -12 * s), 17 * s, 13 * s, 20), tones(WHITE), lift=0),)


def clay_marble(size: float) -> Pieces:
    """A small marble of clay."""
    return (
        Piece(oval((0, 0), size * 0.8, size * 0.8), CLAY, lift=2),
        Piece(oval((-size * 0.13, -size * 0.14), size * 0.22, size * 0.17, 16), tones(CREAM), lift=0),
    )


def board_places() -> list[tuple[Point, int]]:
    """Where marbles lie on the round board, from its middle outwards, and in which ring each."""
    spots: list[tuple[Point, int]] = [((0.0, 0.0), 0)]
    for ring, count in ((1, 6), (2, 12), (3, 18)):
        order = sorted(range(count), key=lambda n, count=count: (n % (count // 6), n * 5 % 6))  # type: ignore[misc]
        reach = BOARD_STEP * ring * (1.0 if ring < 3 else 0.985)
        for n in order:
            turn = math.tau * n / count - math.pi / 2
            spots.append(((reach * math.cos(turn), reach * math.sin(turn)), ring))
    return spots


def board() -> Pieces:
    """The round board on the wall, a hollow for each marble."""
    wide = BOARD_STEP * 8.1
    rim = towards(WOOD, STRAW.base, 0.4)
    hollows = tuple(
        Piece(oval(at, 40, 40, 24), Tones((84, 58, 56), (66, 46, 50), (112, 80, 68)), lift=0)
        for at, _ in board_places()
    )
    return (
        Piece(oval((0, 0), wide, wide, 72), rim, lift=9),
        Piece(oval((0, 0), wide - 34, wide - 34, 72), DARK_WOOD, lift=0),
        *hollows,
    )


def wall(window: tuple[float, float, float, float]) -> Pieces:
    """The wall of the room with a hole for the window: plaster above, panels below."""
    x, y, wide, high = window
    joints = tuple(
        Piece(box(dx + 124 * n, 560, 5, 360), towards(PANEL, paper, 0.3), lift=0, lean=0.0)
        for n in range(16)
        for dx, paper in ((60, INK), (65, CREAM))
    )
    hole = box(x, y, wide, high, 18)
    return (
        Piece(box(-40, -40, 2000, 590), PLASTER, lift=0, lean=0.0, fade=PLASTER.shade, holes=(hole,)),
        Piece(box(-40, 540, 2000, 384), PANEL, lift=0, lean=0.0, fade=PANEL.shade),
        *joints,
        Piece(box(-40, 544, 2000, 26, 4), towards(PANEL, CREAM, 0.18), lift=4, lean=0.0),
    )


def window_frame(wide: float, high: float, *, flowers: bool) -> Pieces:
    """The window's frame about its upper left corner."""
    white = tones(CREAM)
    pots: list[Piece] = []
    for n in range(4 if flowers else 0):
        pots += placed(plants.tulip(n, 70), (wide * (0.16 + 0.22 * n), high - 34))
    box_ = (Piece(box(10, high - 40, wide - 20, 44, 8), tones((188, 108, 84)), lift=5),) if flowers else ()
    return (
        Piece(box(-20, -20, wide + 40, high + 40, 22), white, lift=7, holes=(box(0, 0, wide, high, 14),)),
        Piece(box(wide / 2 - 8, -4, 16, high + 8), white, lift=4),
        Piece(box(-4, high * 0.42, wide + 8, 14), white, lift=4),
        *pots,
        *box_,
        Piece(box(-40, high + 10, wide + 80, 26, 8), towards(WOOD, CREAM, 0.3), lift=6),
    )


def bench(high: float) -> Pieces:
    """The bench across the foot of the picture, its top at y = 0."""
    return (
        Piece(box(-40, 0, 2000, high), WOOD, lift=10, lean=0.0, fade=WOOD.shade),
        Piece(box(-40, 0, 2000, 22), towards(WOOD, CREAM, 0.28), lift=3, lean=0.0),
    )


def shelf(wide: float) -> Pieces:
    """A shelf about the middle of its upper edge."""
    return (
        *(Piece(((x, 14), (x, 60), (x + 34 * way, 14)), DARK_WOOD, lift=3) for x, way in ((-wide * 0.36, 1), (wide * 0.36, -1))),
        Piece(box(-wide / 2, 0, wide, 18, 5), WOOD, lift=6),
    )  # fmt: skip


def jar(seed: int, height: float = 100) -> Pieces:
    """A glass jar with marbles, about its foot."""
    h, w = height, height * 0.64
    inside = tuple(
        Piece(oval((-w * 0.28 + w * 0.28 * (n % 3), -h * (0.13 + 0.22 * (n // 3))), w * 0.27, w * 0.27, 18),
              tones(GLASS[(n * 5 + seed) % 6]), lift=1)
        for n in range(7 + seed % 3)
    )  # fmt: skip
    return (
        Piece(box(-w / 2, -h, w, h, 14), Tones((196, 214, 212), (160, 186, 190), (226, 236, 232)), lift=4),
        *inside,
        Piece(ribbon(((-w * 0.34, -h * 0.86), (-w * 0.34, -h * 0.24)), 6), tones(WHITE), lift=0),
        Piece(box(-w * 0.44, -h - 14, w * 0.88, 20, 6), tones((206, 110, 86)), lift=3),
    )


def mouse(step: float) -> Pieces:
    """A wind-up mouse that runs to the right, about its foot; its key turns."""
    grey = tones((150, 146, 160))
    return (
        Piece(ribbon(((-40, -12), (-70, -22 - 8 * step), (-92, -10 + 8 * step)), 6, 3), tones((214, 150, 150)), lift=1),
        Piece(ribbon(((-6, -40), (-6, -62)), 6), BRASS, lift=1),
        Piece(oval((-6, -66), 34 * abs(step) + 8, 18, 24), BRASS, lift=2),
        Piece((*bezier((-46, 0), (-46, -50), (20, -56), (48, -8)), (48, 0)), grey, lift=4),
        Piece(oval((12, -42), 26, 26), towards(grey, CREAM, 0.3), lift=2),
        Piece(oval((30, -22), 6, 7, 12), tones(INK), lift=0),
        Piece(oval((48, -8), 10, 9, 14), tones((214, 130, 130)), lift=1),
    )  # fmt: skip
