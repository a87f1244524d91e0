"""What is built, about the ground it stands on (0, 0). House and lighthouse are those of ui/scenery.py."""

from __future__ import annotations

import math
import random

from game.minigames.props.plants import poplar
from game.minigames.props.things import PAPERS, bunting, lantern
from game.ui import places
from game.ui.curves import Outline, bezier, box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT, Pieces, house, lighthouse, pine
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    MEADOW,
    ROOF,
    SLATE,
    STONE,
    STRAW,
    WALL,
    WOOD,
    Rgb,
    Tones,
    mix,
    tones,
    towards,
)

__all__ = [
    "bridge_tower",
    "chapel",
    "house",
    "islet",
    "lighthouse",
    "mill",
    "mill_sails",
    "pavilion",
    "quay_wall",
    "row_house",
    "shop",
    "stall",
    "stone_arch",
    "street",
    "tower",
]

WALLS = (
    towards(WALL, (240, 206, 176), 0.6),
    towards(WALL, (206, 220, 222), 0.7),
    towards(WALL, (250, 236, 200), 0.6),
    towards(WALL, (226, 206, 222), 0.6),
    towards(WALL, (208, 222, 196), 0.7),
)
ROOFS = (ROOF, tones((188, 128, 96)), tones((112, 130, 150)), tones((206, 158, 96)), tones((150, 108, 120)))
GLASS = Tones((116, 148, 168), (84, 116, 144), (166, 196, 204))


def _arch(x: float, foot: float, width: float, height: float) -> Outline:
    spring = foot - height + width / 2
    over = bezier(
        (x - width / 2, spring),
        (x - width / 2, foot - height),
        (x + width / 2, foot - height),
        (x + width / 2, spring),
    )
    return ((x - width / 2, foot), *over, (x + width / 2, foot))


def _window(
    x: float, foot: float, width: float, height: float, *, lit: bool = False, shutters: Tones | None = None
) -> Pieces:
    glass = LAMPLIGHT if lit else GLASS
    wings = (
        tuple(
            Piece(box(at, foot - height, width * 0.36, height, 3), shutters, lift=2)
            for at in (x - width * 0.92, x + width * 0.56)
        )
        if shutters
        else ()
    )
    return (
        *wings,
        Piece(box(x - width / 2 - 4, foot - height - 4, width + 8, height + 8, 4), tones(CREAM), lift=2),
        Piece(box(x - width / 2, foot - height, width, height, 2), glass, lift=1),
        Piece(ribbon(((x, foot - height), (x, foot)), 3.5), tones(CREAM), lift=0),
        Piece(
            ribbon(((x - width / 2, foot - height * 0.5), (x + width / 2, foot - height * 0.5)), 3.5),
            tones(CREAM),
            lift=0,
        ),
    )


def row_house(seed: int, width: float = 170, height: float = 250, *, lit: bool = False) -> Pieces:
    """A tall house of a quay: stepped, bell or pointed gable, shutters, a box of flowers."""
    w, h = width, height
    chance = random.Random(seed)
    wall, roof = WALLS[seed % 5], ROOFS[(seed * 2 + 1) % 5]
    shutters = PAPERS[(seed * 5 + 1) % 6]
    eaves = -h * 0.74
    half = w / 2
    kind = seed % 3
    gable: Outline
    if kind == 0:
        steps = [(-half, eaves)]
        for i in range(4):
            y = eaves - h * 0.065 * (i + 1)
            steps += [(-half + w * 0.125 * i, y), (-half + w * 0.125 * (i + 1), y)]
        gable = (*steps, *((-x, y) for x, y in reversed(steps)))
    elif kind == 1:
        gable = (
            *bezier(
                (-half, eaves),
                (-half * 0.5, eaves - h * 0.02),
                (-half * 0.62, eaves - h * 0.26),
                (0, eaves - h * 0.27),
            ),
            *bezier(
                (0, eaves - h * 0.27),
                (half * 0.62, eaves - h * 0.26),
                (half * 0.5, eaves - h * 0.02),
                (half, eaves),
            ),
        )
    else:
        gable = ((-half, eaves), (0, eaves - h * 0.26), (half, eaves))
    trim = Tones(roof.base, roof.shade, roof.light)
    windows: list[Piece] = []
    for row, y in enumerate((-0.36, -0.6)):
        for x in (-0.25, 0.25):
            windows += _window(
                x * w,
                y * h + h * 0.07,
                w * 0.17,
                h * 0.14,
                lit=lit and chance.random() < 0.7,
                shutters=shutters if row == 1 else None,
            )
    box_y = -0.53 * h + h * 0.03
    flowers = tuple(
        Piece(oval((x * w + dx, box_y - 5), 11, 10, 14), PAPERS[(n + seed) % 6], lift=1)
        for x in (-0.25, 0.25)
        for n, dx in enumerate((-12, 0, 12))
    )
    return (
        Piece(box(w * 0.2, eaves - h * 0.24, w * 0.14, h * 0.2), towards(wall, roof.base, 0.4), lift=2),
        Piece(((-half, 4), *gable, (half, 4)), wall, lift=5),
        Piece(ribbon(gable, w * 0.055), trim, lift=4),
        *_window(0, eaves - h * 0.02, w * 0.15, h * 0.1, lit=lit),
        *windows,
        *(Piece(box(x * w - w * 0.13, box_y, w * 0.26, h * 0.03, 3), WOOD, lift=2) for x in (-0.25, 0.25)),
        *flowers,
        Piece(_arch(0, 4, w * 0.3, h * 0.26), Tones(wall.shade, wall.shade, wall.base), lift=1),
        Piece(_arch(0, 4, w * 0.23, h * 0.225), shutters, lift=1),
        Piece(oval((w * 0.06, -h * 0.09), 6, 6, 12), STRAW, lift=1),
        Piece(box(-w * 0.2, -1, w * 0.4, 8, 3), STONE, lift=2),
    )


def shop(seed: int, width: float = 240, height: float = 260, *, lit: bool = False) -> Pieces:
    """A shop with a striped awning over its window; what it sells lies before it by its seed."""
    w, h = width, height
    wall, roof = WALLS[(seed + 2) % 5], ROOFS[seed % 5]
    paper = PAPERS[seed % 6]
    stripes: list[Piece] = []
    for i in range(8):
        a, b = -w * 0.46 + i * w * 0.115, -w * 0.46 + (i + 1) * w * 0.115
        top, low = -h * 0.50, -h * 0.37
        edge = (
            (a * 0.94, top),
            (b * 0.94, top),
            (b, low),
            *bezier((b, low), (b, low + h * 0.045), (a, low + h * 0.045), (a, low), 8),
        )
        stripes.append(Piece(edge, paper if i % 2 == 0 else tones(CREAM), lift=4 if i == 0 else 1))
    goods = tuple(
        Piece(
            oval((x * w, -h * 0.085 - (n % 2) * 6), 24, 23, 20),
            tones(((214, 100, 78), (226, 176, 84), (160, 184, 96))[(n + seed) % 3]),
            lift=2,
        )
        for n, x in enumerate((-0.37, -0.28, -0.19, -0.10, -0.01))
    )
    return (
        Piece(((-w * 0.5, 4), (-w * 0.5, -h * 0.82), (w * 0.5, -h * 0.82), (w * 0.5, 4)), wall, lift=5),
        Piece(((-w * 0.56, -h * 0.79), (-w * 0.46, -h), (w * 0.46, -h), (w * 0.56, -h * 0.79)), roof, lift=5),
        *(
            Piece(
                ribbon(
                    (
                        (-w * (0.54 - 0.03 * i), -h * (0.84 + 0.05 * i)),
                        (w * (0.54 - 0.03 * i), -h * (0.84 + 0.05 * i)),
                    ),
                    2.5,
                ),
                Tones(roof.shade, roof.shade, roof.base),
                lift=0,
            )
            for i in range(3)
        ),
        *(
            piece
            for x in (-0.3, 0.0, 0.3)
            for piece in _window(x * w, -h * 0.57, w * 0.13, h * 0.15, lit=lit, shutters=paper)
        ),
        Piece(box(-w * 0.43, -h * 0.37, w * 0.5, h * 0.25, 5), tones(CREAM), lift=2),
        Piece(box(-w * 0.4, -h * 0.34, w * 0.44, h * 0.2, 3), LAMPLIGHT if lit else GLASS, lift=1),
        Piece(_arch(w * 0.28, 4, w * 0.22, h * 0.33), paper, lift=2),
        Piece(box(w * 0.21, -h * 0.25, w * 0.14, h * 0.1, 4), LAMPLIGHT if lit else GLASS, lift=1),
        *stripes,
        *goods,
        Piece(box(-w * 0.44, -h * 0.07, w * 0.54, h * 0.075, 4), WOOD, lift=4),
    )


def stall(paper: Tones = PAPERS[1], width: float = 170) -> Pieces:
    """A market stall: striped roof on two posts, goods on the board."""
    w = width
    stripes: list[Piece] = []
    for i in range(7):
        a, b = -w * 0.56 + i * w * 0.16, -w * 0.56 + (i + 1) * w * 0.16
        edge = (
            (a * 0.78, -w * 0.98),
            (b * 0.78, -w * 0.98),
            (b, -w * 0.74),
            *bezier((b, -w * 0.74), (b, -w * 0.66), (a, -w * 0.66), (a, -w * 0.74), 8),
        )
        stripes.append(Piece(edge, paper if i % 2 == 0 else tones(CREAM), lift=4 if i == 0 else 1))
    goods = tuple(
        Piece(
            oval((x * w, -w * 0.34 - (n % 2) * 5), w * 0.13, w * 0.12, 20),
            tones(((214, 100, 78), (226, 176, 84), (160, 184, 96))[n % 3]),
            lift=2,
        )
        for n, x in enumerate((-0.36, -0.25, -0.14, -0.03, 0.08))
    )
    loaves = tuple(
        Piece(oval((x * w, -w * 0.345), w * 0.15, w * 0.1, 20), tones((216, 162, 100)), lift=2)
        for x in (0.22, 0.36)
    )
    return (
        *(Piece(ribbon(((x * w, 4), (x * w, -w * 0.8)), 8), DARK_WOOD, lift=2) for x in (-0.46, 0.46)),
        *goods,
        *loaves,
        Piece(box(-w * 0.5, -w * 0.3, w, w * 0.3, 5), WOOD, lift=4),
        *(
            Piece(ribbon(((x * w, -w * 0.26), (x * w, -2)), 2.5), DARK_WOOD, lift=0)
            for x in (-0.25, 0.0, 0.25)
        ),
        Piece(box(-w * 0.54, -w * 0.32, w * 1.08, w * 0.06, 4), Tones(WOOD.light, WOOD.base, CREAM), lift=2),
        *stripes,
    )


def tower(height: float = 420, *, clock: bool = True) -> Pieces:
    """A clock tower with a bell under its pointed roof."""
    h = height
    w = h * 0.24
    wall = towards(WALL, STONE.base, 0.3)
    hands = ((0.0, -w * 0.2), (w * 0.13, w * 0.05))
    face = (
        Piece(oval((0, -h * 0.56), w * 0.6, w * 0.6, 40), SLATE, lift=2),
        Piece(oval((0, -h * 0.56), w * 0.5, w * 0.5, 40), tones(CREAM), lift=1),
        *(Piece(ribbon(((0, -h * 0.56), (x, -h * 0.56 + y)), w * 0.04), SLATE, lift=0) for x, y in hands),
    )
    return (
        Piece(box(-w / 2, -h * 0.68, w, h * 0.68 + 4), wall, lift=6),
        *(
            Piece(box(x, -h * y, w * 0.2, h * 0.028, 3), Tones(wall.shade, wall.shade, wall.base), lift=0)
            for x, y in ((-w * 0.4, 0.2), (w * 0.16, 0.3), (-w * 0.3, 0.4), (w * 0.2, 0.12))
        ),
        Piece(_arch(0, 4, w * 0.4, h * 0.15), DARK_WOOD, lift=1),
        *(face if clock else ()),
        Piece(box(-w * 0.6, -h * 0.71, w * 1.2, h * 0.035, 4), STONE, lift=3),
        Piece(box(-w * 0.44, -h * 0.83, w * 0.88, h * 0.13), towards(wall, SLATE.base, 0.5), lift=2),
        *(
            Piece(ribbon(((x * w, -h * 0.7), (x * w, -h * 0.83)), w * 0.1), wall, lift=2)
            for x in (-0.42, 0.42)
        ),
        Piece(
            (
                *bezier(
                    (-w * 0.16, -h * 0.72), (-w * 0.1, -h * 0.75), (-w * 0.14, -h * 0.81), (0, -h * 0.81)
                ),
                *bezier((0, -h * 0.81), (w * 0.14, -h * 0.81), (w * 0.1, -h * 0.75), (w * 0.16, -h * 0.72)),
            ),
            tones((226, 176, 72)),
            lift=2,
        ),
        Piece(
            (
                *bezier(
                    (-w * 0.66, -h * 0.82), (-w * 0.3, -h * 0.86), (-w * 0.08, -h * 0.94), (0, -h * 1.04)
                ),
                *bezier((0, -h * 1.04), (w * 0.08, -h * 0.94), (w * 0.3, -h * 0.86), (w * 0.66, -h * 0.82)),
            ),
            ROOF,
            lift=6,
        ),
        Piece(oval((0, -h * 1.04), w * 0.12, w * 0.12, 18), STRAW, lift=1),
    )


def bridge_tower(height: float = 360, *, lit: bool = False, flag: Tones | None = None) -> Pieces:
    """A stone tower of a bridge: battlements, slit windows, a lamp and a gate; 0.42 of its height wide."""
    h = height
    w = h * 0.42
    wall = towards(STONE, (226, 206, 176), 0.45)
    chance = random.Random(3)
    stones: list[Piece] = []
    for row in range(8):
        for column in range(3):
            if (row + column) % 2:
                x = -w * 0.42 + column * w * 0.28 + chance.uniform(-4, 4)
                shade = towards(wall, wall.shade if chance.random() < 0.6 else wall.light, 0.4)
                stones.append(Piece(box(x, -h * (0.08 + 0.092 * row), w * 0.24, h * 0.06, 5), shade, lift=0))
    teeth = tuple(
        Piece(box(-w * 0.6 + i * w * 0.26, -h * 0.955, w * 0.16, h * 0.09, 3), wall, lift=3) for i in range(5)
    )
    pole = (
        (
            Piece(ribbon(((0, -h * 0.9), (0, -h * 1.3)), h * 0.018), DARK_WOOD, lift=1),
            Piece(
                (
                    *bezier(
                        (2, -h * 1.28), (w * 0.2, -h * 1.24), (w * 0.36, -h * 1.3), (w * 0.56, -h * 1.23)
                    ),
                    *bezier(
                        (w * 0.56, -h * 1.2), (w * 0.36, -h * 1.18), (w * 0.2, -h * 1.13), (2, -h * 1.16)
                    ),
                ),
                flag,
                lift=4,
            ),
        )
        if flag
        else ()
    )
    return (
        *pole,
        Piece(((-w * 0.5, 6), (-w * 0.44, -h * 0.86), (w * 0.44, -h * 0.86), (w * 0.5, 6)), wall, lift=8),
        *stones,
        *(
            piece
            for x in (-0.17, 0.17)
            for piece in (
                Piece(
                    _arch(x * w, -h * 0.6, w * 0.16, h * 0.13),
                    Tones(wall.light, wall.base, wall.light),
                    lift=1,
                ),
                Piece(_arch(x * w, -h * 0.607, w * 0.11, h * 0.108), LAMPLIGHT if lit else SLATE, lift=1),
            )
        ),
        *teeth,
        Piece(box(-w * 0.6, -h * 0.88, w * 1.2, h * 0.05, 4), Tones(wall.light, wall.base, CREAM), lift=5),
        Piece(box(-w * 0.54, -h * 0.03, w * 1.08, h * 0.045, 4), Tones(wall.light, wall.base, CREAM), lift=3),
    )


def stone_arch(width: float = 300, height: float = 150) -> Pieces:
    """A bay of a stone bridge with an arch for the water; its roadway lies along the top, at -height."""
    w, h = width, height
    wall = towards(STONE, (226, 206, 176), 0.4)
    ring: list[Piece] = []

    def rim(turn: float, share: float) -> tuple[float, float]:
        return (w * 0.33 * share * math.cos(turn), -h * 0.62 * share * math.sin(turn))

    for i in range(9):
        a, b = math.pi * (1 - i / 9), math.pi * (1 - (i + 0.86) / 9)
        ring.append(
            Piece(
                (rim(a, 1.0), rim(b, 1.0), rim(b, 1.2), rim(a, 1.2)),
                Tones(wall.light, wall.base, CREAM),
                lift=1,
            )
        )
    hole = (
        (-w * 0.33, 1),
        *(
            (w * 0.33 * math.cos(t), -h * 0.62 * math.sin(t))
            for t in (math.pi * (1 - i / 24) for i in range(25))
        ),
        (w * 0.33, 1),
    )
    edge = ((-w / 2, 0), (-w / 2, -h), (w / 2, -h), (w / 2, 0))
    return (
        Piece(edge, wall, lift=5, holes=(hole,)),
        *ring,
        Piece(box(-w / 2 - 4, -h - 8, w + 8, 18, 4), Tones(wall.light, wall.base, CREAM), lift=3),
    )


def mill(height: float = 300) -> Pieces:
    """A windmill without its sails, which turn on (0, -0.82 of its height): mill_sails."""
    h = height
    wall = towards(WALL, STONE.light, 0.3)
    return (
        Piece(
            (
                *bezier((-h * 0.24, 4), (-h * 0.21, -h * 0.3), (-h * 0.16, -h * 0.5), (-h * 0.15, -h * 0.74)),
                *bezier((h * 0.15, -h * 0.74), (h * 0.16, -h * 0.5), (h * 0.21, -h * 0.3), (h * 0.24, 4)),
            ),
            wall,
            lift=6,
        ),
        Piece(
            (
                *bezier(
                    (-h * 0.2, -h * 0.72), (-h * 0.2, -h * 0.98), (h * 0.2, -h * 0.98), (h * 0.2, -h * 0.72)
                ),
                *bezier(
                    (h * 0.2, -h * 0.72), (h * 0.06, -h * 0.69), (-h * 0.06, -h * 0.69), (-h * 0.2, -h * 0.72)
                ),
            ),
            ROOF,
            lift=5,
        ),
        *_window(-h * 0.07, -h * 0.46, h * 0.07, h * 0.09),
        *_window(h * 0.09, -h * 0.26, h * 0.07, h * 0.09),
        Piece(_arch(-h * 0.04, 4, h * 0.13, h * 0.19), DARK_WOOD, lift=1),
    )


def mill_sails(height: float = 300) -> Pieces:
    """The four sails of a mill of that height, about their hub (0, 0)."""
    h = height
    pieces: list[Piece] = []
    for quarter in range(4):
        cloth = (
            Piece(box(h * 0.012, -h * 0.5, h * 0.1, h * 0.38, 3), tones(CREAM), lift=3),
            *(
                Piece(ribbon(((h * 0.012, -h * y), (h * 0.11, -h * y)), 3), WOOD, lift=0)
                for y in (0.2, 0.3, 0.4)
            ),
            Piece(ribbon(((0, 0), (0, -h * 0.52)), h * 0.024), DARK_WOOD, lift=2),
        )
        pieces += placed(cloth, (0, 0), angle_deg=45 + 90 * quarter)
    return (*pieces, Piece(oval((0, 0), h * 0.07, h * 0.07, 24), SLATE, lift=3))


def chapel(height: float = 240) -> Pieces:
    """A small white chapel with a belfry."""
    h = height
    side = Tones(mix(WALL.base, WALL.shade, 0.6), WALL.shade, WALL.base)
    return (
        Piece(box(-h * 0.1, -h * 0.42, h * 0.5, h * 0.42 + 4), side, lift=4),
        Piece(
            ((-h * 0.02, -h * 0.66), (h * 0.34, -h * 0.66), (h * 0.45, -h * 0.4), (-h * 0.02, -h * 0.4)),
            ROOFS[2],
            lift=5,
        ),
        Piece(
            (
                (-h * 0.34, 4),
                (-h * 0.34, -h * 0.42),
                (-h * 0.14, -h * 0.68),
                (h * 0.06, -h * 0.42),
                (h * 0.06, 4),
            ),
            WALL,
            lift=5,
        ),
        Piece(box(-h * 0.22, -h * 0.84, h * 0.16, h * 0.22), WALL, lift=4),
        Piece(((-h * 0.25, -h * 0.83), (-h * 0.14, -h * 1.02), (-h * 0.03, -h * 0.83)), ROOFS[2], lift=4),
        Piece(_arch(-h * 0.14, -h * 0.68, h * 0.08, h * 0.11), SLATE, lift=1),
        Piece(oval((-h * 0.14, -h * 0.42), h * 0.1, h * 0.1, 24), GLASS, lift=2),
        Piece(_arch(-h * 0.14, 4, h * 0.13, h * 0.24), DARK_WOOD, lift=1),
        *(Piece(_arch(x * h, -h * 0.14, h * 0.06, h * 0.17), GLASS, lift=1) for x in (0.14, 0.25, 0.36)),
    )


def pavilion(width: float = 260, paper: Tones = PAPERS[0]) -> Pieces:
    """A festival tent with a pennant, lanterns at its posts and bunting between them."""
    w = width
    gores: list[Piece] = []
    for i in range(6):
        a, b = -w * 0.56 + i * w * 0.187, -w * 0.56 + (i + 1) * w * 0.187
        edge = (
            *bezier((0, -w * 0.92), (a * 0.2, -w * 0.74), (a * 0.7, -w * 0.6), (a, -w * 0.52), 10),
            *bezier((a, -w * 0.52), (a, -w * 0.46), (b, -w * 0.46), (b, -w * 0.52), 8),
            *bezier((b, -w * 0.52), (b * 0.7, -w * 0.6), (b * 0.2, -w * 0.74), (0, -w * 0.92), 10),
        )
        gores.append(Piece(edge, paper if i % 2 == 0 else tones(CREAM), lift=5 if i == 0 else 1))
    return (
        *(
            Piece(ribbon(((x * w, 4), (x * w, -w * 0.54)), 8), DARK_WOOD, lift=2)
            for x in (-0.48, -0.16, 0.16, 0.48)
        ),
        *bunting((-w * 0.48, -w * 0.4), (w * 0.48, -w * 0.4), w * 0.08, size=w * 0.1),
        *gores,
        Piece(ribbon(((0, -w * 0.9), (0, -w * 1.12)), 5), DARK_WOOD, lift=1),
        Piece(((2, -w * 1.12), (w * 0.2, -w * 1.07), (2, -w * 1.01)), PAPERS[4], lift=3),
        *placed(lantern(w * 0.5), (-w * 0.62, 2)),
    )


def street(start: float, end: float, seed: int, haze: Rgb, *, lit: bool = False) -> Pieces:
    """Tall houses side by side from one x to another, a tree now and then, behind a little haze."""
    chance = random.Random(seed)
    row: list[Piece] = []
    x, n = start + 90, seed
    while x < end - 40:
        if n % 4 == 2:
            row += placed(poplar(n, 270), (x - 40, 0))
            x += 70
        else:
            row += placed(row_house(n, 168, chance.uniform(250, 300), lit=lit), (x, 0))
            x += 176
        n += 1
    return tuple(places.seen_through(piece, haze, 0.24) for piece in row)


def quay_wall(start: float, end: float, deep: float) -> Pieces:
    """A bank from one x to another: its road along y = 0, a curb, courses of stone down to a depth."""
    chance = random.Random(round(start) + 7)
    paving = tones((226, 208, 180))
    wall = towards(STONE, (150, 140, 140), 0.35)
    stones: list[Piece] = []
    for row in range(math.ceil((deep - 46) / 46)):
        x = start - 50 * (row % 2)
        while x < end - 20:
            wide = min(chance.uniform(80, 130), end - 5 - x)
            shade = towards(
                wall, wall.light if chance.random() < 0.5 else wall.shade, chance.uniform(0.1, 0.5)
            )
            stones.append(Piece(box(max(x, start), 46 + 46 * row, wide - 6, 40, 8), shade, lift=1))
            x += wide
    return (
        Piece(
            box(start, 30, end - start, deep - 30), Tones(wall.shade, wall.shade, wall.base), lift=0, lean=0.0
        ),
        *stones,
        Piece(box(start, -14, end - start, 40), paving, lift=2, lean=0.0),
        Piece(
            box(start - 4, 18, end - start + 8, 24, 6),
            Tones(STONE.light, STONE.base, CREAM),
            lift=5,
            lean=0.1,
        ),
    )


def islet(haze: Rgb, mill_px: float = 0.0) -> Pieces:
    """A green islet behind haze, 600 px wide: a house on it, or a mill."""
    line = smooth(((-300, 2), (-230, -16), (-90, -24), (60, -20), (170, -28), (290, 2)), closed=False)
    paper = towards(MEADOW, haze, 0.42)
    grove = ((-150.0, 58.0), (-108.0, 72.0), (-190.0, 50.0), (-60.0, 54.0))
    trees = tuple(p for n, (x, tall) in enumerate(grove) for p in placed(pine(n, tall), (x, -14)))
    home = placed(mill(mill_px) if mill_px else house(3, 74), (150, -16))
    far = tuple(places.seen_through(piece, haze, 0.4) for piece in (*trees, *home))
    return (*far, Piece((*line, (290, 6), (-300, 6)), paper, lift=2, fade=mix(paper.base, haze, 0.4)))
