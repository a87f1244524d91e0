"""Footfall Island seen from the sea: the face of the game, and where on it each place lies."""

import random
from collections.abc import Collection

from game.ui import scenery
from game.ui.curves import Outline, Point, box, oval, ribbon, smooth
from game.ui.landscape import HEIGHT, WIDTH, Landscape, Living, Strip
from game.ui.paper import Piece, placed
from game.ui.places import hill_strip, sea, seen_through, sky_life
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    DAYS,
    FOREST,
    HILL,
    MEADOW,
    ORANGE,
    SAND,
    SLATE,
    STONE,
    STRAW,
    WOOD,
    Day,
    Look,
    TimeOfDay,
    Tones,
    tones,
    towards,
)

Pieces = tuple[Piece, ...]

HORIZON, SHORE = 560, 800

SPOTS: dict[str, Point] = {
    "harbour": (372, 742),
    "seaplane_bay": (250, 850),
    "village_square": (905, 612),
    "lighthouse": (1492, 470),
    "kite_hill": (850, 402),
    "kite_meadow": (690, 500),
    "sunrise_hill": (1180, 500),
    "orchard": (1236, 612),
    "orchard_press": (1330, 640),
    "lily_pond": (640, 668),
    "lagoon": (1420, 770),
    "pier": (1600, 800),
    "tide_beach": (1010, 786),
    "dunes": (1200, 772),
    "drawbridge": (520, 742),
    "boathouse": (700, 780),
    "raft": (1330, 870),
    "lock": (470, 806),
    "fair": (1060, 640),
    "halfway_lift": (560, 560),
    "marble_table": (800, 650),
    "ski_slope": (1010, 450),
    "coast_path": (1110, 712),
    "coast_path_far": (1400, 690),
    "coast_road": (820, 722),
    "bench": (1290, 724),
    "footbridge": (760, 582),
    "fruit_stall": (986, 560),
}
"""Where each place of the exercise files lies in the picture."""

_PEAK = (
    (206, 802),
    (250, 690),
    (360, 600),
    (500, 520),
    (640, 470),
    (760, 410),
    (860, 380),
    (980, 425),
    (1090, 470),
    (1190, 480),
)
_BACK: tuple[Point, ...] = (
    *_PEAK,
    (1300, 500),
    (1410, 490),
    (1510, 505),
    (1600, 590),
    (1670, 720),
    (1690, 800),
)
_MIDDLE: tuple[Point, ...] = (
    (205, 800),
    (280, 725),
    (430, 660),
    (610, 612),
    (780, 585),
    (930, 596),
    (1090, 604),
    (1260, 588),
    (1420, 630),
    (1560, 700),
    (1660, 760),
    (1716, 802),
)
_FRONT: tuple[Point, ...] = (
    (230, 802),
    (340, 748),
    (520, 712),
    (720, 700),
    (900, 690),
    (1080, 702),
    (1260, 712),
    (1440, 742),
    (1580, 786),
    (1620, 802),
)
_BEACH: tuple[Point, ...] = (
    (150, 818),
    (240, 792),
    (420, 774),
    (660, 764),
    (900, 752),
    (1140, 748),
    (1380, 764),
    (1560, 784),
    (1700, 798),
    (1780, 818),
)
_PATH: tuple[Point, ...] = (
    (400, 752),
    (520, 736),
    (660, 736),
    (800, 722),
    (890, 690),
    (900, 648),
    (960, 628),
    (1080, 640),
    (1180, 664),
    (1290, 668),
    (1370, 640),
    (1420, 650),
    (1470, 690),
)


def around(look: Look, time_of_day: TimeOfDay = TimeOfDay.MORNING, *, shore: float = SHORE) -> Landscape:
    """Sky and sea about the island: the land is drawn upon its layers, and before it lies its front.

    shore: the y below which waves lie before the land. In high contrast there is a plain dark ground.
    """
    if look.contrast:
        return Landscape([], look)
    day = DAYS[time_of_day]
    layers = sky_life(look, day, 3, horizon=HORIZON + 20)
    far = hill_strip(look, towards(HILL, day.haze, 0.72), height=70, depth=16, seed=9, bumps=5, fade=day.haze)
    layers.append(Strip(far, HORIZON + 4, 0.02))
    rows = sea(look, day, horizon=HORIZON, foot=HEIGHT)
    front: list[Living] = [row for row in rows if isinstance(row, Strip) and row.y > shore - 40]
    behind = [row for row in rows if row not in front]
    return Landscape([*layers, *behind], look, time_of_day=time_of_day, front=front, horizon=HORIZON + 20)


def land(
    day: Day,
    at: Point = (0.0, 0.0),
    scale: float = 1.0,
    standing: Pieces = (),
    *,
    built: Collection[str] = (),
) -> Pieces:
    """The island in one piece, far to near. built: places whose landmark stands among what is standing."""
    pieces: list[Piece] = [
        *_hill(_BACK, towards(HILL, day.haze, 0.30)),
        *_woods(_BACK, ((420, 6), (640, 5), (1000, 5), (1300, 7)), 3, 62),
        *(() if "lighthouse" in built else placed(scenery.lighthouse(230), (1492, 520))),
        *_hill(_BACK, towards(FOREST, day.haze, 0.42), drop=86),
        *_woods(_BACK, ((520, 8), (760, 8), (1110, 8), (1420, 6)), 11, 58, drop=92),
        *_village(day),
        *_hill(_MIDDLE, towards(MEADOW, day.haze, 0.16)),
        *_orchard(),
        *_hill(_FRONT, towards(MEADOW, FOREST.base, 0.14)),
        Piece(ribbon(smooth(_PATH, closed=False), 26, 12), SAND, lift=1),
        *_pond(),
        *_grown(_FRONT, 5),
        *_hill(_BEACH, SAND, foot=70),
        *_harbour(crane="harbour" not in built),
        *_pier(),
        *placed(scenery.rock(2, 90), (215, 826)),
        *placed(scenery.rock(6, 120), (1712, 826)),
        *standing,
    ]
    hazed = tuple(seen_through(piece, day.haze, 0.06 + day.dim * 0.6) for piece in pieces)
    return hazed if scale == 1.0 else placed(hazed, at, scale)


def _hill(knots: tuple[Point, ...], paper: Tones, *, drop: float = 0.0, foot: float = 24.0) -> Pieces:
    line = smooth([(x, y + drop) for x, y in knots], closed=False)
    low = SHORE + foot
    under = smooth(((knots[-1][0], low - 10), (WIDTH / 2, low + 6), (knots[0][0], low - 10)), closed=False)
    return (Piece((*line, *under), paper, lift=10, fade=paper.shade, lean=0.22),)


def _height(knots: tuple[Point, ...], x: float) -> float:
    line: Outline = smooth(knots, closed=False)
    return min(line, key=lambda point: abs(point[0] - x))[1]


def _woods(
    knots: tuple[Point, ...], woods: tuple[tuple[int, int], ...], seed: int, tall: float, *, drop: float = 0.0
) -> Pieces:
    chance = random.Random(seed)
    trees: list[Piece] = []
    for middle, count in woods:
        for index in range(count):
            x = middle + (index - count / 2) * 24 + chance.uniform(-7, 7)
            kind = scenery.tree if index % 3 == 1 else scenery.pine
            shape = kind(middle + index + seed, tall * chance.uniform(0.75, 1.25))
            trees += placed(shape, (x, _height(knots, x) + drop + 6))
    return tuple(trees)


def _village(day: Day) -> Pieces:
    houses: list[Piece] = []
    for index, (x, width) in enumerate(((760, 84), (842, 78), (985, 92), (1068, 80), (915, 104))):
        houses += placed(scenery.house(index + 2, width, lit=day.dim > 0.1), (x, _height(_MIDDLE, x) + 8))
    return tuple(houses)


def _orchard() -> Pieces:
    trees: list[Piece] = []
    for index, x in enumerate((1190, 1246, 1302, 1352)):
        foot = _height(_MIDDLE, x) + 34 + 14 * (index % 2)
        trees += placed(scenery.tree(40 + index, 82, towards(MEADOW, FOREST.base, 0.55)), (x, foot))
        for dx, dy in ((-16, -56), (10, -64), (4, -40)):
            trees.append(Piece(oval((x + dx, foot + dy), 10, 10, 16), tones(ORANGE), lift=1))
    return tuple(trees)


def _pond() -> Pieces:
    water = Piece(oval((628, 676), 120, 30, 40), tones((132, 190, 206)), lift=0, lean=0.2)
    pads = [Piece(oval((x, y), 22, 9, 20), FOREST, lift=1) for x, y in ((600, 674), (640, 682), (662, 671))]
    return (water, *pads)


def _grown(knots: tuple[Point, ...], seed: int) -> Pieces:
    chance = random.Random(seed)
    pieces: list[Piece] = []
    for index in range(15):
        x = 330 + index * 84 + chance.uniform(-24, 24)
        y = _height(knots, x) + chance.uniform(34, 52)
        shape = scenery.bush(index, chance.uniform(44, 76)) if index % 2 else scenery.grass(index, 40)
        pieces += placed(shape, (x, y))
    return tuple(pieces)


def _harbour(*, crane: bool) -> Pieces:
    """A quay with crates, and a crane."""
    quay = [
        Piece(box(286, 776, 214, 52, 8), STONE, lift=5),
        Piece(box(278, 764, 230, 20, 8), towards(STONE, CREAM, 0.3)),
    ]
    tower = Piece(ribbon(((350, 768), (350, 652)), 20, 14), SLATE, lift=3)
    jib = Piece(ribbon(((322, 664), (470, 610)), 16, 9), STRAW, lift=4)
    rope = Piece(ribbon(((462, 614), (462, 690)), 3), DARK_WOOD, lift=1)
    crates = [
        Piece(box(x, y, 30, 26, 3), WOOD, lift=2) for x, y in ((447, 688), (400, 740), (432, 740), (416, 714))
    ]
    if not crane:
        return (*quay, *crates)
    return (*quay, tower, jib, rope, Piece(oval((350, 654), 26, 26, 24), DARK_WOOD, lift=2), *crates)


def _pier() -> Pieces:
    posts = [Piece(ribbon(((x, 792), (x, 850)), 11), DARK_WOOD, lift=2) for x in range(1530, 1690, 38)]
    return (*posts, Piece(box(1506, 782, 206, 18, 6), WOOD, lift=4))
