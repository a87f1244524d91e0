"""The paper of the lighthouse: tower on its rock, boats that wait and boats that were found, the night."""

from __future__ import annotations

import math
import random

from game.minigames.kit.roles import Pieces
from game.ui.curves import box, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT, rock
from game.ui.theme import CREAM, DARK_WOOD, ROOF, SLATE, WALL, WHITE, Tones, mix, tones, towards

LAMP_Y = -452.0
"""Where the lamp of the tower is, over its foot."""
NIGHT_SEA = Tones((38, 66, 108), (24, 44, 82), (70, 104, 146))
HULLS = (tones((186, 96, 76)), tones((70, 128, 140)), tones((206, 160, 84)))
_DARK = (26, 40, 72)


def tower() -> Pieces:
    """The tower, 540 px high, its foot at (0, 0); the lamp room is open to all sides."""
    base, top, shaft = 66.0, 44.0, 420.0

    def half(y: float) -> float:
        return base + (top - base) * (-y / shaft)

    bands = []
    for low, high in ((-70.0, -160.0), (-250.0, -340.0)):
        edge = ((-half(low), low), (-half(high), high), (half(high), high), (half(low), low))
        bands.append(Piece(edge, ROOF, lift=1))
    windows = tuple(Piece(box(-9, y, 18, 30, 9), LAMPLIGHT, lift=1) for y in (-120.0, -210.0, -300.0))

    def side(left: float, right: float, paper: Tones) -> Pieces:
        """A strip along the tower, as shares of its half width: the round of it, lit from the left."""
        steps = (0.0, -70.0, -160.0, -250.0, -340.0, -shaft)
        tones_of = (WALL, ROOF, WALL, ROOF, WALL)
        return tuple(
            Piece(
                (
                    (half(low) * left, low),
                    (half(high) * left, high),
                    (half(high) * right, high),
                    (half(low) * right, low),
                ),
                towards(of, paper.base, 0.34),
                lift=0,
                lean=0.0,
            )
            for of, low, high in zip(tones_of, steps, steps[1:], strict=False)
        )

    return (
        *placed(rock(4, 420), (-30, 46)),
        *placed(rock(9, 300), (96, 60)),
        Piece(((-base, 0.0), (-top, -shaft), (top, -shaft), (base, 0.0)), WALL, lift=6),
        *bands,
        *side(-1.0, -0.62, tones(WHITE)),
        *side(0.3, 1.0, tones((70, 56, 96))),
        *side(0.66, 1.0, tones((52, 40, 84))),
        *windows,
        Piece(smooth(((-20, 4), (-20, -52), (0, -66), (20, -52), (20, 4))), DARK_WOOD, lift=1),
        Piece(box(-70, -shaft - 8, 140, 16, 6), SLATE, lift=5),
        *(
            Piece(ribbon(((x, -shaft - 8), (x, -shaft - 30)), 4), SLATE, lift=1)
            for x in (-64, -32, 0, 32, 64)
        ),
        Piece(box(-66, -shaft - 34, 132, 7, 3), SLATE, lift=2),
    )


def lamp_room(lit: float) -> Pieces:
    """The lamp and its cap, to be laid over the tower. lit: 0 to 1."""
    shaft = 420.0
    glass = towards(tones((120, 140, 160)), (255, 226, 140), lit)
    return (
        Piece(box(-38, -shaft - 72, 76, 70, 10), glass, lift=2),
        Piece(oval((0, -shaft - 36), 44, 44), towards(glass, WHITE, 0.6 * lit), lift=2),
        *(Piece(ribbon(((x, -shaft - 72), (x, -shaft - 4)), 5), SLATE, lift=1) for x in (-36, -14, 14, 36)),
        Piece(((-56, -shaft - 68), (0, -shaft - 118), (56, -shaft - 68)), ROOF, lift=4),
        Piece(oval((0, -shaft - 122), 14, 14, 16), tones(CREAM), lift=1),
    )


def boat(number: int, *, found: bool) -> Pieces:
    """A small sailing boat on its waterline, 150 px wide: dark until it is found, then with its lamp lit."""
    hull, sail = HULLS[number % 3], tones((250, 240, 222))
    body = smooth(((-74, -26), (-60, 12), (0, 18), (58, 12), (80, -30), (0, -22)))
    pieces = (
        Piece(ribbon(((0, -22), (0, -150)), 7), DARK_WOOD, lift=2),
        Piece(((-8, -142), (-66, -34), (-8, -30)), towards(sail, (214, 198, 170), 0.4), lift=3),
        Piece(((8, -146), (62, -34), (8, -28)), sail, lift=3),
        Piece(body, hull, lift=4),
        Piece(ribbon(((-68, -16), (0, -8), (70, -18)), 6), tones(CREAM), lift=0),
    )
    if not found:
        return tuple(Piece(p.outline, towards(p.tones, _DARK, 0.5), lift=p.lift) for p in pieces)
    lamp = (Piece(oval((0, -158), 20, 20, 18), LAMPLIGHT, lift=1),)
    return (*pieces, *lamp)


def moon() -> Pieces:
    """A full moon in two rings."""
    glow = tones((92, 112, 152))
    face = tones((240, 234, 214))
    return (
        Piece(oval((0, 0), 170, 170, 60), glow, lift=0, lean=0.0),
        Piece(oval((0, 0), 104, 104, 48), face, lift=4),
        Piece(oval((-16, -12), 22, 20, 20), towards(face, (190, 184, 180), 0.5), lift=0, lean=0.0),
        Piece(oval((18, 16), 30, 26, 20), towards(face, (190, 184, 180), 0.4), lift=0, lean=0.0),
    )


def stars(seed: int, count: int) -> Pieces:
    """Stars over the picture, small discs of paper."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        size = chance.choice((5, 6, 6, 8))
        at = (chance.uniform(0, 1920), chance.uniform(14, 250))
        found.append(Piece(oval(at, size, size, 10), tones((232, 226, 208)), lift=0, lean=0.0))
    return tuple(found)


def village(lit: bool) -> Pieces:
    """A far village on its shore, about its left foot, 520 px wide."""
    chance = random.Random(12)
    wall, roof = tones((74, 84, 124)), tones((56, 62, 100))
    houses: list[Piece] = []
    for n in range(9):
        x, wide, tall = 58.0 * n, chance.uniform(44, 58), chance.uniform(30, 54)
        houses += [
            Piece(box(x, -tall, wide, tall + 4), wall, lift=1),
            Piece(((x - 5, -tall), (x + wide / 2, -tall - 24), (x + wide + 5, -tall)), roof, lift=1),
        ]
        if lit or n % 3 == 0:
            houses.append(Piece(box(x + wide * 0.35, -tall * 0.7, 11, 13, 2), LAMPLIGHT, lift=0))
    return tuple(houses)


def moon_path() -> Pieces:
    """The light of the moon on the water, about the horizon under it."""
    chance = random.Random(5)
    found = []
    for n in range(13):
        half, y = 24 + 5 * n + chance.uniform(-10, 16), 14 + 19.0 * n
        x = chance.uniform(-16, 16)
        path = ((x - half, y), (x - half * 0.3, y + 3), (x + half * 0.3, y - 2), (x + half, y))
        paper = towards(tones((196, 206, 208)), NIGHT_SEA.base, 0.3 + 0.045 * n)
        found.append(Piece(ribbon(path, 7, 3), paper, lift=0, lean=0.0))
    return tuple(found)


def buoy() -> Pieces:
    """A striped buoy with a small light."""
    return (
        Piece(smooth(((-22, 8), (-26, -10), (-10, -26), (10, -26), (26, -10), (22, 8))), ROOF, lift=3),
        Piece(ribbon(((0, -24), (0, -74)), 9), tones(CREAM), lift=2),
        Piece(oval((0, -82), 18, 18, 16), LAMPLIGHT, lift=1),
    )


def fog(seed: int) -> Pieces:
    """A bank of fog, 900 px wide, about its middle."""
    chance = random.Random(seed)
    knots = [(-450.0, 0.0)]
    knots += [(-450 + 112.5 * n, -chance.uniform(14, 44)) for n in range(1, 8)]
    knots += [(450.0, 0.0)]
    low = [(450 - 150 * n, chance.uniform(14, 26)) for n in range(1, 6)]
    paper = tones((112, 128, 160))
    return (Piece(smooth((*knots, *low)), paper, lift=2, lean=0.1),)


def whale(spouts: bool) -> Pieces:
    """The back of a whale that passes, and now and then its breath."""
    back = smooth(((-120, 14), (-96, -28), (-20, -52), (60, -40), (128, 14)))
    pieces = [
        Piece(back, tones((66, 92, 132)), lift=4),
        Piece(ribbon(((96, -4), (140, -34), (120, -44)), 22, 8), tones((66, 92, 132)), lift=3),
    ]
    if spouts:
        pieces += [
            Piece(
                ribbon(((-52, -44), (-54 + dx * 0.4, -84), (-54 + dx, -112)), 9, 4),
                tones((196, 214, 226)),
                lift=1,
            )
            for dx in (-30, -6, 22)
        ]
    return tuple(pieces)


def comet() -> Pieces:
    """A slow star with a tail."""
    return (
        Piece(ribbon(((0, 0), (-120, -14), (-220, -18)), 12, 2), tones((150, 164, 196)), lift=0),
        Piece(oval((0, 0), 20, 20, 16), tones((250, 240, 206)), lift=0),
    )


def owl(flap: float) -> Pieces:
    """An owl on the wing, about its middle."""
    brown = tones((150, 124, 108))
    wings = tuple(
        Piece(
            smooth(
                (
                    (way * 6, -6),
                    (way * 40, -22 - 26 * flap),
                    (way * 78, -8 - 44 * flap),
                    (way * 44, 12 - 10 * flap),
                    (way * 8, 12),
                )
            ),
            brown,
            lift=2,
        )
        for way in (-1, 1)
    )
    face = tones((226, 206, 178))
    return (
        *wings,
        Piece(oval((0, 2), 38, 46), brown, lift=3),
        Piece(oval((0, -12), 34, 30), face, lift=2),
        *(Piece(oval((x, -14), 8, 9, 12), tones((46, 40, 52)), lift=0) for x in (-8, 8)),
    )


def steamer(width: float = 260) -> Pieces:
    """A lit steamer far out."""
    dark = tones((50, 60, 100))
    s = width / 260
    lights = tuple(Piece(oval((-78 + 26 * n, -26), 9, 9, 10), LAMPLIGHT, lift=0) for n in range(7))
    return placed(
        (
            Piece(smooth(((-130, -20), (-112, 14), (104, 14), (136, -24), (0, -16))), dark, lift=3),
            Piece(box(-90, -42, 170, 26, 5), towards(dark, WHITE, 0.12), lift=2),
            Piece(box(-14, -86, 30, 46, 4), dark, lift=2),
            Piece(box(-14, -80, 30, 10), tones((176, 92, 76)), lift=0),
            *lights,
        ),
        (0, 0),
        s,
    )


def ripple(width: float, *, lit: bool = False) -> Pieces:
    """A line of light on the water; lit where the beam falls on it."""
    path = [(width * (n / 8 - 0.5), 2.4 * math.sin(n * 1.6)) for n in range(9)]
    paper = tones((255, 240, 184)) if lit else tones(mix((96, 128, 168), WHITE, 0.1))
    return (Piece(ribbon(path, 8 if lit else 4, 2), paper, lift=0, lean=0.0),)
