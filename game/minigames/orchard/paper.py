"""The paper of the orchard: trees full of apples, the picker on the ladder, baskets on the cart."""

from __future__ import annotations

import math
import random

from game.minigames.kit.garland import PAPERS, paper_lantern
from game.minigames.kit.light import sagging
from game.minigames.kit.roles import Pieces
from game.minigames.props import people, things
from game.ui.curves import box, leaf, lumps, moved, oval, ribbon, scaled, scallop, smooth
from game.ui.paper import Piece, placed
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    FOREST,
    INK,
    ROSE,
    SLATE,
    STRAW,
    WHITE,
    WOOD,
    YELLOW,
    Rgb,
    Tones,
    tones,
    towards,
)

RED: Rgb = (198, 84, 66)
GOLD: Rgb = (232, 178, 70)
PALE_GREEN: Rgb = (170, 190, 96)
APPLES = (RED, GOLD, PALE_GREEN)
PENNANT = tones((236, 150, 84))
LEAVES = Tones((92, 146, 84), (58, 106, 76), (146, 188, 108))


def apple(colour: Rgb, size: float = 46) -> Pieces:
    """An apple about its middle, with a leaf and a light."""
    s = size / 46
    paper = tones(colour)
    body = smooth(
        (
            (0, -17),
            (14, -22),
            (23, -8),
            (20, 12),
            (8, 22),
            (0, 19),
            (-8, 22),
            (-20, 12),
            (-23, -8),
            (-14, -22),
        )
    )
    return placed(
        (
            Piece(ribbon(((0, -16), (4, -30)), 5, 3), DARK_WOOD, lift=1),
            Piece(leaf((3, -25), (24, -34), 13), LEAVES, lift=2),
            Piece(body, paper, lift=3),
            Piece(oval((-9, -8), 9, 13, 16), Tones(paper.light, paper.base, WHITE), lift=0, lean=0.0),
        ),
        (0, 0),
        s,
    )


def ripe(colour: Rgb, size: float) -> Pieces:
    """The apple that is asked: it has a pale rim, so that it is seen before leaves and sky, in grey too."""
    whole = apple(colour, size)
    rim = Piece(scaled(whole[2].outline, 1.26), tones(CREAM), lift=4)
    return (*whole[:2], rim, *whole[2:])


def apple_tree(seed: int, height: float, *, apples: int, leaves: Tones = LEAVES) -> Pieces:
    """A wide apple tree, its crown hung with apples."""
    chance = random.Random(seed)
    wide, middle = height * 0.86, -height * 0.66
    crown = []
    for index, (share, dx, dy) in enumerate(((1.0, 0, 0), (0.78, -0.05, -0.05), (0.5, -0.12, -0.11))):
        at = (dx * wide, middle + dy * height)
        outline = scallop(at, wide * share, height * 0.62 * share, seed * 5 + index, bulges=13 - 2 * index)
        crown.append(Piece(outline, towards(leaves, leaves.light, 0.22 * index), lift=height * 0.02))
    spots = []
    for n in range(apples):
        turn = 2.4 * n + chance.uniform(-0.2, 0.2)
        reach = 0.94 * math.sqrt((n + 0.6) / apples)
        spots.append((reach * wide * 0.46 * math.cos(turn), middle + reach * height * 0.27 * math.sin(turn)))
    fruit = tuple(
        piece
        for number, at in enumerate(spots)
        for piece in placed(apple(APPLES[number % 2], height * 0.06), at)
    )
    trunk = smooth(
        ((-0.09, 0.02), (-0.06, -0.2), (-0.16, -0.42), (0, -0.36), (0.15, -0.45), (0.06, -0.18), (0.1, 0.02))
    )
    return (Piece(tuple((x * height, y * height) for x, y in trunk), DARK_WOOD, lift=4), *crown, *fruit)


def branch(length: float) -> Pieces:
    """A branch from the leaves of its tree on the left to (0, 0), where an apple hangs, and on to the right."""
    path = smooth(((-length, 64), (-length * 0.5, 16), (0, -6), (70, -8)), closed=False)
    wood = Piece(ribbon(path, 30, 8), DARK_WOOD, lift=5)
    crown = tuple(
        Piece(
            scallop((-length - 30 + 14 * n, 74 - 12 * n), 230 - 70 * n, 170 - 56 * n, 8 + n, bulges=10 - n),
            towards(LEAVES, LEAVES.light, 0.14 + 0.16 * n),
            lift=5,
        )
        for n in range(2)
    )
    leaves = tuple(
        Piece(leaf((x, y), (x + dx, y + dy), 20), towards(LEAVES, LEAVES.light, share), lift=3)
        for x, y, dx, dy, share in (
            (64, -12, 42, -26, 0.3), (60, -4, 40, 14, 0.0), (18, -12, 34, -36, 0.5), (-40, -2, 30, -40, 0.2),
            (-86, 6, 44, 26, 0.1), (-110, 12, 26, -44, 0.4),
        )
    )  # fmt: skip
    return (wood, *leaves, *crown)


def ladder(height: float, width: float = 96, paper: Tones = WOOD) -> Pieces:
    """A piece of a ladder, its foot at (0, 0)."""
    rungs = tuple(
        Piece(box(-width / 2, -y - 6, width, 12, 5), towards(paper, paper.light, 0.3), lift=2)
        for y in range(34, int(height) - 10, 56)
    )
    rails = tuple(
        Piece(ribbon(((x, 0), (x, -height)), 17), paper, lift=4) for x in (-width / 2 + 4, width / 2 - 4)
    )
    return (*rungs, *rails)


def stand(height: float) -> Pieces:
    """The hind legs of a picker's ladder, which stands by itself: their feet at y = -14."""
    dark = Tones(WOOD.shade, DARK_WOOD.base, WOOD.base)
    legs = tuple(Piece(ribbon(((0.46 * x, -height), (x, -14)), 15, 13), dark, lift=4) for x in (-112, 112))
    return (*legs, Piece(ribbon(((-84, -0.42 * height), (84, -0.42 * height)), 8), dark, lift=2))


def picker(coat: Tones) -> Pieces:
    """The picker on a rung, facing right, the near hand up."""
    who = people.Person(coat=coat, hat="straw", hat_tones=STRAW, trousers=people.TROUSERS[0])
    return placed(people.person(who, "waving"), (0, 0), 1.5)


def guest(number: int) -> Pieces:
    """Somebody who came to the feast."""
    return people.person(people.someone(number + 4, child=number == 1), "waving")


def basket(width: float = 150) -> Pieces:
    """A wicker basket, its foot at (0, 0)."""
    h = width * 0.46
    body = ((-width * 0.5, -h), (-width * 0.4, 0), (width * 0.4, 0), (width * 0.5, -h))
    weave = tuple(
        Piece(ribbon(((-width * 0.47 + 4 * n, -h * (0.8 - 0.26 * n)), (width * 0.47 - 4 * n, -h * (0.8 - 0.26 * n))), 8),
              towards(STRAW, WOOD.base, 0.5), lift=1)
        for n in range(3)
    )  # fmt: skip
    return (
        Piece(body, STRAW, lift=5),
        *weave,
        Piece(box(-width * 0.53, -h - 8, width * 1.06, 16, 8), WOOD, lift=3),
    )


def cart() -> Pieces:
    """A hand cart for the baskets, about its wheels' foot."""
    wheel = tuple(
        piece
        for x in (-118, 118)
        for piece in (
            Piece(oval((x, -44), 92, 92, 40), DARK_WOOD, lift=4),
            Piece(oval((x, -44), 66, 66, 36), towards(WOOD, CREAM, 0.3), lift=1),
            Piece(ribbon(((x - 38, -44), (x + 38, -44)), 9), DARK_WOOD, lift=1),
            Piece(ribbon(((x, -82), (x, -6)), 9), DARK_WOOD, lift=1),
            Piece(oval((x, -44), 20, 20, 18), WOOD, lift=1),
        )
    )
    return (
        Piece(ribbon(((170, -92), (280, -130)), 16, 12), WOOD, lift=3),
        Piece(box(-210, -112, 400, 34, 8), WOOD, lift=6),
        Piece(box(-210, -104, 400, 7, 3), DARK_WOOD, lift=0),
        *wheel,
    )


def scarecrow() -> Pieces:
    """A friendly scarecrow, about its pole's foot."""
    return (
        Piece(ribbon(((0, 0), (0, -190)), 14), DARK_WOOD, lift=3),
        Piece(ribbon(((-84, -132), (84, -140)), 12), DARK_WOOD, lift=3),
        Piece(smooth(((-74, -150), (74, -158), (80, -118), (30, -112), (36, -50), (-34, -50), (-28, -108), (-80, -108))), tones((120, 142, 178)), lift=4),
        Piece(oval((0, -184), 54, 54), STRAW, lift=3),
        Piece(oval((-9, -188), 6, 7, 10), tones(INK), lift=0),
        Piece(oval((11, -188), 6, 7, 10), tones(INK), lift=0),
        Piece(ribbon(((-12, -172), (0, -166), (14, -173)), 4), tones(INK), lift=0),
        Piece(smooth(((-44, -200), (-18, -208), (-10, -240), (14, -240), (22, -208), (46, -200))), DARK_WOOD, lift=4),
    )  # fmt: skip


def cat() -> Pieces:
    """A cat that sits and looks up, about its foot."""
    fur = tones((214, 142, 84))
    return (
        Piece(ribbon(((-22, -6), (-50, -16), (-54, -44)), 13, 8), fur, lift=2),
        Piece(smooth(((-26, 0), (-30, -40), (-8, -66), (18, -56), (26, 0))), fur, lift=4),
        Piece(oval((8, -80), 48, 42), fur, lift=4),
        Piece(((-12, -92), (-10, -118), (6, -98)), fur, lift=2),
        Piece(((12, -98), (28, -114), (30, -90)), fur, lift=2),
        Piece(oval((14, -84), 6, 8, 10), tones(INK), lift=0),
        Piece(oval((26, -76), 6, 5, 10), tones(ROSE), lift=0),
        Piece(oval((6, -16), 26, 32), tones(CREAM), lift=1),
    )


def wall() -> Pieces:
    """A low wall between two posts, about its foot at the left end, 420 px long."""
    chance = random.Random(4)
    mortar = tones((150, 144, 142))
    stones = [Piece(box(-12, -88, 440, 92, 8), mortar, lift=4)]
    for row in range(3):
        x = -10.0 + 30 * (row % 2)
        while x < 420:
            wide = chance.uniform(52, 84)
            grey = tones((176 + chance.randint(-12, 14), 168 + chance.randint(-10, 10), 160))
            left, right = max(x, -8.0), min(x + wide - 4, 424.0)
            stones.append(Piece(box(left, -28 * (row + 1), right - left, 25, 9), grey, lift=1))
            x += wide
    posts = [Piece(box(x, -112, 34, 118, 9), tones((172, 164, 158)), lift=5) for x in (-30, 412)]
    return (*stones, *posts)


def poles(width: float, *, flags: bool) -> Pieces:
    """Two poles in the grass, 300 px high, their feet at (0, 0) and to the right, and pennants between."""
    posts = tuple(Piece(ribbon(((x, 0), (x, -300)), 12, 9), DARK_WOOD, lift=4) for x in (0.0, width))
    tops = tuple(
        piece for x in (0.0, width) for piece in placed(things.flag(110, PENNANT), (x, -292)) if flags
    )
    return (*tops, *posts, *things.bunting((0, -286), (width, -286), 46, size=34 if width > 200 else 24))


def lanterns(width: float) -> Pieces:
    """A line of paper lanterns between the same two poles."""
    path = [sagging((0, -208), (width, -208), 34, n / 16) for n in range(17)]
    count = max(2, round(width / 110))
    hung = (
        piece
        for n in range(count)
        for piece in placed(
            paper_lantern(PAPERS[n % len(PAPERS)]), sagging((0, -208), (width, -208), 34, (n + 0.5) / count)
        )
    )
    return (Piece(ribbon(path, 4), DARK_WOOD, lift=1), *hung)


def bee(up: bool) -> Pieces:
    """A round bee, about its middle; its wings up or down."""
    wing = -18 if up else -8
    return (
        Piece(oval((-4, wing), 16, 20, 16), tones((226, 236, 240)), lift=1),
        Piece(oval((8, wing), 14, 18, 16), tones((226, 236, 240)), lift=1),
        Piece(oval((0, 0), 34, 24), tones(YELLOW), lift=2),
        Piece(ribbon(((-5, -10), (-5, 10)), 5), tones(INK), lift=0),
        Piece(ribbon(((5, -11), (5, 11)), 5), tones(INK), lift=0),
        Piece(oval((15, -3), 4, 4, 8), tones(INK), lift=0),
    )


def balloon(colour: Rgb) -> Pieces:
    """A balloon with a small basket, about its middle."""
    stripe = tones(CREAM)
    return (
        Piece(ribbon(((-24, 60), (-12, 104)), 3), DARK_WOOD, lift=0),
        Piece(ribbon(((24, 60), (12, 104)), 3), DARK_WOOD, lift=0),
        Piece(box(-17, 100, 34, 26, 5), WOOD, lift=2),
        Piece(
            smooth(((0, -78), (58, -46), (62, 8), (28, 62), (-28, 62), (-62, 8), (-58, -46))),
            tones(colour),
            lift=4,
        ),
        Piece(
            smooth(((0, -78), (20, -40), (20, 10), (9, 62), (-9, 62), (-20, 10), (-20, -40))), stripe, lift=0
        ),
    )


def geese(beat: float) -> Pieces:
    """Four geese in a row, about the first."""
    flock: list[Piece] = []
    for n in range(4):
        x, y = -62.0 * n, 22.0 * n
        for way, paper in ((1, SLATE), (-1, FOREST)):
            wing = leaf((x, y), (x - 14, y - way * 34 * beat - 6), 12)
            flock += [Piece(wing, paper, lift=1)]
        flock.append(Piece(leaf((x - 26, y + 2), (x + 30, y - 3), 15), towards(SLATE, WHITE, 0.35), lift=2))
    return tuple(flock)


def butterfly(open_: float) -> Pieces:
    """A large butterfly, about its middle."""
    wide = 34 * open_ + 6
    return (
        *tuple(
            Piece(
                moved(lumps(2 * wide, 40, 3 + n, 2), way * wide * 0.7, 12),
                tones((226, 160, 190) if n else (244, 214, 140)),
                lift=2,
            )
            for n, way in enumerate((-1, 1))
        ),
        Piece(ribbon(((0, -18), (0, 18)), 7), tones(INK), lift=1),
    )
