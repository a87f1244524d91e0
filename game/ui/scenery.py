"""Things of the island, as sheets of paper about the point they stand on (0, 0). Sizes in px; y is down.

Each function gives pieces, to be cut alone or placed into something larger (paper.placed).
"""

import math
import random
from typing import Literal

from game.ui.curves import Outline, bezier, box, leaf, lumps, moved, oval, ribbon, scallop, smooth
from game.ui.paper import Piece, placed
from game.ui.theme import (
    CLOUD,
    CREAM,
    DARK_WOOD,
    FOREST,
    INK,
    MEADOW,
    ROOF,
    SLATE,
    STONE,
    STRAW,
    WALL,
    WHITE,
    WOOD,
    Rgb,
    Tones,
    leg_tones,
    mix,
    tones,
    towards,
)

Pieces = tuple[Piece, ...]

_ROOFS = (ROOF, ROOF, tones((188, 128, 96)), tones((112, 130, 150)), tones((206, 158, 96)))
_WINDOW = Tones((92, 118, 142), (66, 88, 116), (140, 168, 184))
LAMPLIGHT = Tones((255, 214, 122), (236, 176, 84), (255, 240, 190))


def tree(seed: int, height: float = 180, leaves: Tones = FOREST) -> Pieces:
    """A round tree: trunk, and three sheets of crown, each nearer the light."""
    chance = random.Random(seed)
    wide = height * chance.uniform(0.58, 0.74)
    middle = -height * 0.64
    bend = chance.uniform(-0.06, 0.06) * height
    spine = smooth(((0, 4), (bend, -height * 0.3), (0, middle)), closed=False)
    crown = []
    for index, (share, dx, dy) in enumerate(((1.0, 0.0, 0.0), (0.74, -0.06, -0.07), (0.42, -0.13, -0.14))):
        at = (dx * wide, middle + dy * height)
        outline = scallop(at, wide * share, height * 0.7 * share, seed * 7 + index, bulges=11 - 2 * index)
        crown.append(Piece(outline, towards(leaves, leaves.light, 0.24 * index), lift=height * 0.025))
    return (Piece(ribbon(spine, height * 0.085, height * 0.05), DARK_WOOD), *crown)


def pine(seed: int, height: float = 200, leaves: Tones = FOREST) -> Pieces:
    """A tree of four skirts, the highest nearest the light."""
    chance = random.Random(seed)
    wide = height * chance.uniform(0.40, 0.50)
    skirts = []
    for index in range(4):
        foot = -height * (0.10 + 0.20 * index)
        half = wide / 2 * (1 - 0.21 * index)
        top = foot - height * 0.34
        sag = height * 0.035
        edge = (
            *bezier((0, top), (half * 0.3, top + height * 0.14), (half * 0.7, foot - sag), (half, foot), 10),
            *bezier((half, foot), (half * 0.4, foot + sag), (-half * 0.4, foot + sag), (-half, foot), 10),
            *bezier(
                (-half, foot), (-half * 0.7, foot - sag), (-half * 0.3, top + height * 0.14), (0, top), 10
            ),
        )
        skirts.append(Piece(edge, towards(leaves, leaves.light, 0.10 * index), lift=height * 0.022))
    return (Piece(ribbon(((0, 4), (0, -height * 0.2)), height * 0.06), DARK_WOOD), *skirts)


def bush(seed: int, width: float = 120, leaves: Tones = FOREST) -> Pieces:
    """A low bush of two sheets, flat at its foot."""
    back = lumps(width, width * 0.6, seed, 5)
    front = moved(lumps(width * 0.64, width * 0.38, seed + 1, 4), -width * 0.12, 2)
    return (Piece(back, leaves), Piece(front, towards(leaves, leaves.light, 0.3), lift=width * 0.03))


def _mound(seed: int, width: float, height: float) -> Outline:
    chance = random.Random(seed)
    knots = [(-width / 2, 0.0)]
    for index in range(1, 6):
        turn = math.pi * (1 - index / 6)
        reach = chance.uniform(0.88, 1.1)
        knots.append((width / 2 * reach * math.cos(turn), -height * reach * math.sin(turn)))
    return (*smooth((*knots, (width / 2, 0.0)), closed=False), (width * 0.4, 6.0), (-width * 0.4, 6.0))


def rock(seed: int, width: float = 110) -> Pieces:
    """A stone with a lit face."""
    body = _mound(seed, width, width * 0.5)
    face = moved(_mound(seed + 3, width * 0.55, width * 0.3), -width * 0.14, -width * 0.06)
    return (Piece(body, STONE), Piece(face, towards(STONE, STONE.light, 0.6), lift=2))


def house(seed: int, width: float = 170, *, lit: bool = False) -> Pieces:
    """A house seen a little from its left: gable front, side under the long roof, chimney, windows."""
    chance = random.Random(seed)
    roof = chance.choice(_ROOFS)
    wall = towards(WALL, chance.choice(((240, 206, 176), (216, 226, 226), (250, 236, 200))), 0.6)
    side = Tones(mix(wall.base, wall.shade, 0.75), wall.shade, wall.base)
    tall = width * chance.uniform(0.62, 0.78)
    gable, front = width * 0.34, width * 0.46
    ridge_y = -tall - gable
    left, corner, right = -width / 2, -width / 2 + front, width / 2
    top = left + front / 2
    glass = LAMPLIGHT if lit else _WINDOW
    pane = width * 0.12
    return (
        Piece(box(corner + width * 0.26, ridge_y - width * 0.10, width * 0.1, width * 0.3), side, lift=3),
        Piece(box(corner - 2, -tall, right - corner + 2, tall + 3), side, lift=2),
        Piece(((left, 3), (left, -tall), (top, ridge_y + 4), (corner, -tall), (corner, 3)), wall, lift=2),
        Piece(
            (
                (top, ridge_y),
                (right - width * 0.09, ridge_y),
                (right + width * 0.05, -tall + 4),
                (corner, -tall + 4),
            ),
            roof,
            lift=width * 0.04,
        ),
        Piece(
            ribbon(((left - width * 0.05, -tall + width * 0.03), (top, ridge_y - 1)), width * 0.05),
            Tones(roof.light, roof.base, roof.light),
            lift=width * 0.02,
        ),
        Piece(_arch(left + front / 2, 3, width * 0.16, width * 0.3), DARK_WOOD, lift=1),
        Piece(box(top - pane / 2, -tall - pane * 0.4, pane, pane, 3), glass, lift=1),
        Piece(box(corner + width * 0.1, -tall * 0.68, pane, pane * 1.25, 3), glass, lift=1),
        Piece(box(corner + width * 0.31, -tall * 0.68, pane, pane * 1.25, 3), glass, lift=1),
    )


def _arch(x: float, foot: float, width: float, height: float) -> Outline:
    spring = foot - height + width / 2
    over = bezier(
        (x - width / 2, spring),
        (x - width / 2, foot - height),
        (x + width / 2, foot - height),
        (x + width / 2, spring),
    )
    return ((x - width / 2, foot), *over, (x + width / 2, foot))


def lighthouse(height: float = 360) -> Pieces:
    """A striped tower on a rock, its lamp under a cap."""
    base, top = height * 0.13, height * 0.085
    shaft = height * 0.76

    def half(y: float) -> float:
        return base + (top - base) * (-y / shaft)

    tower = ((-base, 0.0), (-top, -shaft), (top, -shaft), (base, 0.0))
    bands = []
    for index in (0, 2):
        low, high = -shaft * (0.16 + 0.25 * index), -shaft * (0.40 + 0.25 * index)
        edge = ((-half(low), low), (-half(high), high), (half(high), high), (half(low), low))
        bands.append(Piece(edge, ROOF, lift=1))
    room = height * 0.11
    return (
        *placed(rock(4, height * 0.6), (0, height * 0.05)),
        Piece(tower, WALL, lift=4),
        *bands,
        Piece(box(-top * 1.5, -shaft - 6, top * 3, 12, 4), SLATE, lift=4),
        Piece(box(-top * 0.8, -shaft - 6 - room, top * 1.6, room), LAMPLIGHT, lift=2),
        Piece(((-top * 1.2, -shaft - 4 - room), (0, -height), (top * 1.2, -shaft - 4 - room)), ROOF, lift=4),
        Piece(_arch(0, 0, base * 0.55, height * 0.13), DARK_WOOD, lift=1),
    )


def boat(width: float = 220, hull: Tones = WOOD, sail: Tones = CLOUD) -> Pieces:
    """A sailing boat; (0, 0) lies on its waterline."""
    deck, keel = -width * 0.14, width * 0.05
    body = (
        (-width * 0.5, deck - width * 0.03),
        *bezier((-width * 0.5, deck), (-width * 0.42, keel), (-width * 0.3, keel), (0, keel), 10),
        *bezier(
            (0, keel),
            (width * 0.32, keel),
            (width * 0.44, deck * 0.4),
            (width * 0.5, deck - width * 0.05),
            10,
        ),
        *bezier(
            (width * 0.5, deck - width * 0.05),
            (width * 0.2, deck),
            (-width * 0.2, deck),
            (-width * 0.5, deck - width * 0.03),
            8,
        ),
    )
    stripe = ribbon(
        bezier(
            (-width * 0.47, deck * 0.55),
            (-width * 0.2, deck * 0.2),
            (width * 0.2, deck * 0.2),
            (width * 0.46, deck * 0.7),
        ),
        width * 0.035,
    )
    mast = ribbon(((0, deck), (0, -width * 0.95)), width * 0.025)
    main = (
        *bezier(
            (width * 0.02, -width * 0.92),
            (width * 0.14, -width * 0.6),
            (width * 0.3, -width * 0.34),
            (width * 0.4, -width * 0.2),
            12,
        ),
        *bezier(
            (width * 0.4, -width * 0.2),
            (width * 0.28, -width * 0.17),
            (width * 0.14, -width * 0.17),
            (width * 0.02, -width * 0.2),
            8,
        ),
    )
    jib = (
        *bezier(
            (-width * 0.02, -width * 0.84),
            (-width * 0.1, -width * 0.54),
            (-width * 0.24, -width * 0.3),
            (-width * 0.4, -width * 0.19),
            12,
        ),
        *bezier(
            (-width * 0.4, -width * 0.19),
            (-width * 0.26, -width * 0.21),
            (-width * 0.12, -width * 0.2),
            (-width * 0.02, -width * 0.22),
            8,
        ),
    )
    return (
        Piece(mast, DARK_WOOD, lift=2),
        Piece(jib, towards(sail, STRAW.base, 0.5), lift=5),
        Piece(main, sail, lift=5),
        Piece(body, hull, lift=4),
        Piece(stripe, tones(CREAM), lift=1),
    )


def gull(flap: float) -> Pieces:
    """A gull in flight, 120 px wide. flap: -1 wings down, 1 wings up."""
    tip = -34 * flap
    wings: list[Piece] = []
    for way in (1, -1):
        edge = (
            *bezier((0, -4), (way * 18, -16 - 12 * flap), (way * 36, tip - 10), (way * 60, tip), 10),
            *bezier((way * 60, tip), (way * 38, tip + 4), (way * 18, 2 - 8 * flap), (0, 9), 10),
        )
        wings.append(Piece(edge, CLOUD, lift=2))
    body = leaf((-17, 4), (22, -1), 15)
    return (*wings, Piece(body, CLOUD, lift=2), Piece(leaf((18, -1), (29, 1), 6), STRAW, lift=1))


def cloud(seed: int, width: float = 320, haze: Rgb = WHITE) -> Pieces:
    """A cloud of three sheets with a flat foot, the front one brightest."""
    sheets = []
    for index, (share, dx, rise) in enumerate(((1.0, 0.0, 0.34), (0.74, 0.09, 0.25), (0.5, -0.15, 0.17))):
        outline = lumps(width * share, width * rise, seed * 3 + index, 5 - index)
        paper = towards(CLOUD, haze, 0.46 - 0.22 * index)
        sheets.append(Piece(moved(outline, dx * width, index * 4), paper, lift=5, lean=0.5))
    return tuple(sheets)


def sun(colour: Rgb, sky: Rgb, radius: float = 78) -> Pieces:
    """A disc in two rings of paper that glow less and less."""
    rings = []
    for share, near, lift in ((2.5, 0.30, 0.0), (1.7, 0.55, 5.0), (1.0, 1.0, 6.0)):
        tone = mix(sky, colour, near)
        paper = Tones(tone, mix(tone, STRAW.base, 0.25), mix(tone, WHITE, 0.5))
        rings.append(
            Piece(oval((0, 0), 2 * radius * share, 2 * radius * share, 96), paper, lift=lift, lean=0.0)
        )
    return tuple(rings)


def grass(seed: int, width: float = 60, leaves: Tones = MEADOW) -> Pieces:
    """A low tuft of pointed blades."""
    chance = random.Random(seed)
    blades = []
    for index in range(5):
        x = (index - 2) * width * 0.09
        tip = (x * 2.8 + chance.uniform(-4, 4), -width * chance.uniform(0.42, 0.7))
        paper = towards(leaves, FOREST.base, chance.uniform(0.1, 0.45))
        blades.append(Piece(leaf((x, 4), tip, width * 0.13), paper, lift=2))
    return tuple(blades)


def flower(seed: int, size: float = 34) -> Pieces:
    """Five petals round a yellow heart, on a stalk."""
    colour = random.Random(seed).choice(((244, 236, 226), (226, 160, 190), (250, 214, 120), (150, 190, 226)))
    head = -size * 1.5
    petals = tuple(
        Piece(
            oval(
                (size * 0.3 * math.cos(turn), head + size * 0.3 * math.sin(turn)),
                size * 0.42,
                size * 0.42,
                20,
            ),
            tones(colour),
            lift=1,
        )
        for turn in (math.tau * i / 5 + 0.3 for i in range(5))
    )
    stalk = Piece(ribbon(((0, 4), (size * 0.06, head)), size * 0.09), FOREST, lift=1)
    return (stalk, *petals, Piece(oval((0, head), size * 0.3, size * 0.3, 20), STRAW, lift=1))


def side_mark(side: Literal["left", "right"], size: float = 64) -> Pieces:
    """The sign of a leg: a blue round for left, a yellow diamond for right, rimmed to hold in grey too."""
    paper = leg_tones(side)
    rim, edge = tones(CREAM), tones(mix(paper.shade, INK, 0.6))
    if side == "left":
        shapes = [oval((0, 0), size * share, size * share) for share in (1.0, 0.82, 0.70)]
    else:
        shapes = [_diamond(size * share) for share in (1.16, 0.92, 0.74)]
    return tuple(
        Piece(shape, sheet, lift=lift)
        for shape, sheet, lift in zip(shapes, (rim, edge, paper), (4, 2, 1), strict=True)
    )


def _diamond(size: float) -> Outline:
    return ((0, -size / 2), (size / 2, 0), (0, size / 2), (-size / 2, 0))


def star(size: float = 80, paper: Tones = STRAW) -> Pieces:
    """A five-pointed star with soft tips."""
    ring = []
    for index in range(10):
        reach = size / 2 * (1.0 if index % 2 == 0 else 0.5)
        turn = -math.pi / 2 + index * math.pi / 5
        ring.append((reach * math.cos(turn), reach * math.sin(turn)))
    return (Piece(tuple(ring), paper, lift=4),)
