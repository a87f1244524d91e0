"""What stands and swims along a coast: huts, a lighthouse rock, jetty and mast, launch and buoys."""

import random

from game.ui import scenery
from game.ui.curves import Outline, bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.places import height_at
from game.ui.scenery import Pieces
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    ORANGE,
    ROOF,
    SLATE,
    STONE,
    STRAW,
    WALL,
    WHITE,
    WOOD,
    Rgb,
    Tones,
    mix,
    tones,
    towards,
)

SECTION_PX = 256
"""How long a stretch of jetty is."""
_VILLAGE = (1180, 1250, 1322, 1396, 1462)
QUAY_LAMP_PX = 196.0
_PLANKS: tuple[Rgb, ...] = ((176, 126, 84), (188, 138, 96), (168, 120, 82), (182, 132, 90))


def light_rock() -> Pieces:
    """The lighthouse on its own rock, a keeper's cottage beside it."""
    rock = smooth(((-190, 14), (-150, -26), (-60, -52), (40, -58), (120, -34), (180, 14)))
    return (
        Piece(rock, STONE, lift=3),
        *placed(scenery.house(5, 88), (76, -40)),
        *placed(scenery.lighthouse(270), (-40, -44)),
        *placed(scenery.bush(3, 70), (-118, -16)),
    )


def hut(colour: tuple[int, int, int], width: float) -> Pieces:
    """A bathing hut of striped boards."""
    half, tall = width * 0.42, width * 0.8
    stripes = tuple(
        Piece(box(x, -tall, width * 0.12, tall + 2), tones(CREAM), lift=0)
        for x in (-half * 0.62, half * 0.34)
    )
    roof = ((-half * 1.3, -tall + 2), (0, -tall * 1.5), (half * 1.3, -tall + 2))
    return (
        Piece(
            ((-half, 3), (-half, -tall), (0, -tall * 1.4), (half, -tall), (half, 3)), tones(colour), lift=2
        ),
        *stripes,
        Piece(roof, towards(SLATE, (255, 255, 255), 0.2), lift=3),
    )


def parasol(colour: tuple[int, int, int], height: float) -> Pieces:
    """A parasol, two sheets of shade on a stick."""
    top = -height
    shade = (
        *bezier(
            (-height * 0.6, top * 0.72),
            (-height * 0.4, top * 1.2),
            (height * 0.4, top * 1.2),
            (height * 0.6, top * 0.72),
        ),
        (0, top * 0.66),
    )
    return (
        Piece(ribbon(((0, 4), (0, top * 0.8)), 4), WOOD, lift=1),
        Piece(shade, tones(colour), lift=3),
        Piece(leaf((0, top * 0.7), (0, top * 1.08), height * 0.34), tones(CREAM), lift=1),
        Piece(oval((0, top * 1.06), 5, 5, 12), DARK_WOOD, lift=0),
    )


def launch() -> Pieces:
    """A small steam launch, sailing right; (0, 0) on its waterline."""
    hull = smooth(((-66, -20), (-60, 2), (-40, 8), (40, 8), (64, -2), (78, -26), (40, -18), (-40, -16)))
    return (
        Piece(box(-6, -78, 15, 34, 4), ROOF, lift=3),
        Piece(box(-7, -80, 17, 8, 3), SLATE, lift=1),
        Piece(box(-40, -50, 64, 36, 7), WALL, lift=3),
        Piece(box(-46, -56, 78, 9, 4), tones((206, 158, 112)), lift=3),
        *(Piece(oval((x, -34), 13, 13, 20), tones((120, 158, 178)), lift=1) for x in (-24, -4, 14)),
        Piece(hull, tones((86, 112, 140)), lift=4),
        Piece(ribbon(((-58, -10), (0, -6), (60, -14)), 6), tones(CREAM), lift=1),
        Piece(ribbon(((-62, -16), (-62, -48)), 4), DARK_WOOD, lift=1),
    )


def light_buoy(lamps: int) -> Pieces:
    """A buoy with a lit lantern, or two; (0, 0) on its waterline."""
    lamp = Tones((255, 216, 112), (246, 186, 84), (255, 244, 196))
    sheets: list[Piece] = []
    for index in range(lamps):
        foot = -30.0 - 20 * index
        sheets += [
            Piece(ribbon(((0, foot + 2), (0, foot - 4)), 5), SLATE, lift=0),
            Piece(box(-8, foot - 18, 16, 17, 6), lamp, lift=2),
            Piece(((-11, foot - 16), (0, foot - 25), (11, foot - 16)), SLATE, lift=2),
        ]
    tower = ((-11, 0), (-5, -32), (5, -32), (11, 0))
    float_ = smooth(((-17, -7), (-14, 3), (0, 6), (14, 3), (17, -7), (0, -9)))
    return (
        *sheets,
        Piece(tower, tones(ORANGE), lift=2),
        Piece(((-9, -10), (-7, -20), (7, -20), (9, -10)), tones(CREAM), lift=0),
        Piece(float_, tones((196, 128, 62)), lift=2),
    )


def jetty_section() -> Pieces:
    """A stretch of jetty: planks on two piles; (0, 0) the left end of its deck."""
    piles = tuple(Piece(ribbon(((x, 0), (x, 88)), 24), DARK_WOOD, lift=2) for x in (64, 192))
    planks = tuple(
        Piece(box(64 * index + 1, -2, 62, 26, 4), tones(_PLANKS[index % 4]), lift=1) for index in range(4)
    )
    return (*piles, Piece(box(0, 18, SECTION_PX, 20), DARK_WOOD, lift=4, lean=0.0), *planks)


def mast(height: float = 570) -> Pieces:
    """A mast with a lantern at its top; (0, 0) its foot on the deck."""
    top = -height
    lamp = Tones((255, 216, 112), (244, 178, 74), (255, 244, 196))
    return (
        Piece(ribbon(((0, 6), (0, top)), 15, 10), tones(CREAM), lift=4),
        Piece(ribbon(((0, 6), (0, -60)), 19), tones(ORANGE), lift=2),
        Piece(oval((0, top - 14), 38, 40, 30), lamp, lift=4),
        Piece(ribbon(((-11, top - 36), (11, top - 36)), 8), SLATE, lift=2),
    )


def crown() -> Pieces:
    """A low crown of foam."""
    foam = tones(mix(CREAM, WHITE, 0.7))
    drops = tuple(
        Piece(oval((x, y), size, size * 1.2, 16), foam, lift=1)
        for x, y, size in ((-34, -34, 9), (-12, -50, 11), (16, -42, 8), (38, -28, 8))
    )
    body = smooth(
        ((-52, 10), (-44, -14), (-26, -4), (-12, -28), (4, -6), (22, -22), (32, -2), (50, -10), (54, 10))
    )
    return (Piece(body, foam, lift=2), *drops)


def quay_lamp() -> Pieces:
    """A lantern on a post, about its foot."""
    top = -QUAY_LAMP_PX
    return (
        Piece(ribbon(((0, 4), (0, top + 44)), 12, 9), SLATE),
        Piece(box(-13, -14, 26, 18, 5), SLATE, lift=2),
        Piece(
            ((-14, top + 46), (-20, top + 10), (20, top + 10), (14, top + 46)), tones((250, 226, 160)), lift=2
        ),
        Piece(((-27, top + 12), (0, top - 12), (27, top + 12)), SLATE, lift=3),
        Piece(ribbon(((0, top + 12), (0, top + 46)), 4), SLATE, lift=0),
        Piece(oval((0, top - 13), 11, 11, 20), STRAW, lift=1),
        Piece(box(-17, top + 42, 34, 8, 3), SLATE, lift=2),
    )


def bell_buoy() -> Pieces:
    """A bell buoy, about its waterline."""
    whole = (
        *(Piece(ribbon(((x, -26), (x * 0.35, -92)), 7), SLATE) for x in (-26, 26)),
        Piece((*bezier((-15, -44), (-13, -78), (13, -78), (15, -44)), (0, -40)), STRAW, lift=3),
        Piece(oval((0, -42), 10, 10, 20), DARK_WOOD, lift=1),
        Piece(oval((0, -98), 24, 24, 28), ROOF, lift=3),
        Piece((*bezier((-42, -30), (-38, 18), (38, 18), (42, -30)), (-42, -30)), ROOF, lift=3),
        Piece(ribbon(((-40, -22), (40, -22)), 11), tones(CREAM), lift=1),
    )
    return placed(whole, (0, 0), 0.74)


def paved_quay(start: float, end: float, rows: int) -> Pieces:
    """Boards and a wall of so many rows of stones, from one x to another, where the water begins."""
    chance = random.Random(2)
    length = end - start
    paving = tones((224, 206, 178))
    seam = Tones(mix(paving.base, paving.shade, 0.5), paving.shade, paving.base)
    seams = [
        Piece(ribbon(((start, y), (end - 22 + y * 0.2, y)), 3), seam, lift=0, lean=0)
        for y in (-22.0, 8.0, 44.0)
    ]
    stones: list[Piece] = []
    for row in range(rows):
        x = start - 60 + 50 * (row % 2)
        while x < end - 60:
            wide = min(chance.uniform(96, 150), end - 6 - x)
            shade = towards(STONE, (120, 128, 150), chance.uniform(0.05, 0.3) + 0.1 * row)
            stones.append(Piece(box(x, 114 + 50 * row, wide - 8, 44, 9), shade, lift=1))
            x += wide
    top: Outline = ((start, -46), (end - 26, -46), (end, 92), (start, 92))
    wall = towards(STONE, (96, 104, 132), 0.42)
    return (
        Piece(top, paving, lean=0.0),
        *seams,
        Piece(box(start, 100, length - 4, 400), wall, lift=4, lean=0.0),
        *stones,
        Piece(box(start, 86, length + 6, 24, 7), WOOD, lift=5, lean=0.0),
        *(Piece(box(x, 96, 26, 92, 10), DARK_WOOD, lift=5) for x in (end - 46,)),
    )


def village(line: Outline, *, lit: bool = False) -> Pieces:
    """The houses of the village, on the skyline of the land."""
    chance = random.Random(12)
    homes: list[Piece] = []
    for index, x in enumerate(_VILLAGE):
        home = scenery.house(index + 3, chance.uniform(64, 84), lit=lit)
        homes += placed(home, (x, height_at(line, x) + 10))
    return tuple(homes)
