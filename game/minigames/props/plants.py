"""What grows, about the ground it grows from (0, 0).

The plain tree, pine, bush, grass and flower of the island are those of ui/scenery.py.
"""

from __future__ import annotations

import math
import random

from game.minigames.props.things import apple
from game.ui.curves import Point, bezier, leaf, oval, ribbon, scallop, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces, bush, flower, grass, pine, tree
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    FOREST,
    MEADOW,
    ORANGE,
    ROSE,
    STRAW,
    YELLOW,
    Rgb,
    Tones,
    mix,
    tones,
    towards,
)

__all__ = [
    "blossom",
    "bush",
    "daisies",
    "flower",
    "flower_head",
    "fruit_tree",
    "grass",
    "lily_pad",
    "meadow_tuft",
    "pine",
    "poplar",
    "reeds",
    "toadstool",
    "tree",
    "tulip",
    "willow",
]

_LEAVES = towards(MEADOW, FOREST.base, 0.45)
PETALS = (
    tones((250, 240, 228)),
    tones((226, 150, 180)),
    tones((248, 210, 110)),
    tones((146, 180, 222)),
    tones((230, 140, 96)),
)


def fruit_tree(seed: int, height: float = 360, *, apples: int = 8, leaves: Tones = _LEAVES) -> Pieces:
    """An old fruit tree with a forked trunk and a wide crown, its apples ripe."""
    h = height
    chance = random.Random(seed)
    trunk = (
        *bezier((-h * 0.09, 4), (-h * 0.05, -h * 0.12), (-h * 0.06, -h * 0.24), (-h * 0.16, -h * 0.48)),
        (-h * 0.11, -h * 0.5),
        *bezier((-h * 0.01, -h * 0.33), (0, -h * 0.36), (h * 0.03, -h * 0.36), (h * 0.13, -h * 0.52)),
        (h * 0.18, -h * 0.49),
        *bezier((h * 0.06, -h * 0.26), (h * 0.04, -h * 0.14), (h * 0.05, -h * 0.06), (h * 0.1, 4)),
    )
    lobes: tuple[tuple[Point, float, float], ...] = (
        ((0.02, -0.70), 0.86, 0.46),
        ((-0.22, -0.60), 0.46, 0.36),
        ((0.24, -0.58), 0.46, 0.34),
        ((-0.04, -0.80), 0.52, 0.34),
    )
    crown = [
        Piece(
            scallop((x * h, y * h), w * h, t * h, seed * 5 + n, bulges=13 if n == 0 else 9),
            towards(leaves, leaves.light, 0.14 * n),
            lift=h * 0.02,
        )
        for n, ((x, y), w, t) in enumerate(lobes)
    ]
    glints = [
        Piece(
            leaf((x * h, y * h), ((x + 0.035) * h, (y - 0.03) * h), h * 0.022),
            towards(leaves, CREAM, 0.35),
            lift=0,
        )
        for x, y in ((chance.uniform(-0.36, 0.34), chance.uniform(-0.88, -0.5)) for _ in range(14))
    ]
    fruit: list[Piece] = []
    for n in range(apples):
        turn = math.tau * n / max(apples, 1) + 0.4
        at = (h * (0.31 * math.cos(turn) + chance.uniform(-0.03, 0.03)), -h * (0.67 + 0.15 * math.sin(turn)))
        fruit += placed(apple(h * 0.055), at)
    return (Piece(trunk, DARK_WOOD, lift=4), *crown, *glints, *fruit)


def blossom(seed: int, height: float = 300) -> Pieces:
    """The same tree in spring."""
    pale = Tones((246, 204, 210), (216, 160, 182), (255, 232, 232))
    return fruit_tree(seed, height, apples=0, leaves=pale)


def poplar(seed: int, height: float = 300, leaves: Tones = FOREST) -> Pieces:
    """A tall narrow tree."""
    h = height
    sheets = [
        Piece(
            scallop((dx * h, -h * (0.54 + 0.02 * n)), h * w, h * t, seed * 3 + n, bulges=13 - 2 * n),
            towards(leaves, leaves.light, 0.2 * n),
            lift=h * 0.018,
        )
        for n, (dx, w, t) in enumerate(((0.0, 0.28, 0.92), (-0.02, 0.2, 0.68), (-0.045, 0.11, 0.42)))
    ]
    return (Piece(ribbon(((0, 4), (0, -h * 0.3)), h * 0.05, h * 0.035), DARK_WOOD), *sheets)


def willow(seed: int, height: float = 320, leaves: Tones = _LEAVES) -> Pieces:
    """A willow whose branches hang to the water."""
    h = height
    chance = random.Random(seed)
    strands: list[Piece] = []
    for n in range(13):
        x = (n - 6) / 6
        start = (h * 0.3 * x, -h * (0.86 - 0.16 * x * x))
        end = (h * 0.44 * x + chance.uniform(-4, 4), -h * chance.uniform(0.12, 0.32))
        path = bezier(start, (h * 0.42 * x, -h * 0.76), (h * 0.46 * x, -h * 0.5), end)
        strands.append(
            Piece(
                ribbon(path, h * 0.085, h * 0.02),
                towards(leaves, leaves.light, 0.1 + 0.5 * (n % 3) / 2),
                lift=h * 0.012,
            )
        )
    return (
        Piece(
            ribbon(
                smooth(((h * 0.03, -h * 0.03), (-h * 0.02, -h * 0.3), (h * 0.03, -h * 0.66)), closed=False),
                h * 0.1,
                h * 0.05,
            ),
            DARK_WOOD,
            lift=3,
        ),
        Piece(scallop((0, -h * 0.76), h * 0.78, h * 0.42, seed, bulges=12), leaves, lift=4),
        *strands[::2],
        *strands[1::2],
    )


def reeds(seed: int, height: float = 130) -> Pieces:
    """Reeds and bulrushes at the water's edge."""
    chance = random.Random(seed)
    pieces: list[Piece] = []
    for n in range(9):
        x = (n - 4) * height * 0.085
        tip = (x * 1.5 + chance.uniform(-10, 14), -height * chance.uniform(0.6, 1.0))
        paper = towards(MEADOW, FOREST.base, chance.uniform(0.1, 0.6))
        if n % 3 == 1:
            stalk = bezier((x, 4), (x, -height * 0.4), tip, tip)
            pieces += [
                Piece(ribbon(stalk, 4.5, 3), paper, lift=1),
                Piece(
                    ribbon(((tip[0], tip[1] + height * 0.2), tip), height * 0.07, height * 0.06),
                    DARK_WOOD,
                    lift=2,
                ),
            ]
        else:
            pieces.append(Piece(leaf((x, 5), tip, height * 0.075), paper, lift=2))
    return tuple(pieces)


def tulip(seed: int = 0, height: float = 56) -> Pieces:
    """A tulip with two leaves."""
    h = height
    paper = PETALS[seed % len(PETALS)]
    cup = smooth(
        (
            (0, -h * 0.62),
            (h * 0.18, -h * 0.72),
            (h * 0.19, -h),
            (h * 0.08, -h * 0.88),
            (0, -h * 1.04),
            (-h * 0.08, -h * 0.88),
            (-h * 0.19, -h),
            (-h * 0.18, -h * 0.72),
        )
    )
    return (
        Piece(ribbon(((0, 3), (0, -h * 0.66)), h * 0.07), FOREST, lift=1),
        *(
            Piece(leaf((0, 2), (x * h, -h * 0.56), h * 0.17), towards(FOREST, MEADOW.base, 0.4), lift=2)
            for x in (-0.26, 0.24)
        ),
        Piece(cup, paper, lift=2),
        Piece(
            leaf((0, -h * 0.62), (0, -h * 1.0), h * 0.16), Tones(paper.light, paper.base, paper.light), lift=1
        ),
    )


def daisies(seed: int, width: float = 90) -> Pieces:
    """A patch of daisies and blades."""
    chance = random.Random(seed)
    pieces: list[Piece] = list(grass(seed, width * 0.7))
    for n in range(4):
        x, y = (n - 1.5) * width * 0.24, -width * chance.uniform(0.22, 0.5)
        pieces.append(Piece(ribbon(((x * 0.7, 2), (x, y)), 3), FOREST, lift=0))
        paper = PETALS[(seed + n // 2) % len(PETALS)]
        pieces += [
            Piece(oval((x + 6.5 * math.cos(t), y + 6 * math.sin(t)), 8.5, 8, 14), paper, lift=1)
            for t in (math.tau * i / 6 for i in range(6))
        ]
        pieces.append(Piece(oval((x, y), 8, 8, 14), STRAW, lift=1))
    return tuple(pieces)


def meadow_tuft(seed: int, height: float = 90, leaves: Tones = MEADOW) -> Pieces:
    """Long grass with seed heads, to bend in the wind about its foot."""
    chance = random.Random(seed)
    pieces: list[Piece] = []
    for n in range(7):
        x = (n - 3) * height * 0.06
        tip = (x * 3 + chance.uniform(-8, 8), -height * chance.uniform(0.62, 1.0))
        paper = towards(leaves, STRAW.base if n % 3 == 0 else FOREST.base, chance.uniform(0.15, 0.45))
        pieces.append(Piece(leaf((x, 5), tip, height * 0.085), paper, lift=2))
        if n % 3 == 0:
            pieces.append(
                Piece(
                    leaf(
                        (tip[0] * 0.9, tip[1] + height * 0.12),
                        (tip[0] * 1.1, tip[1] - height * 0.1),
                        height * 0.085,
                    ),
                    STRAW,
                    lift=1,
                )
            )
    return tuple(pieces)


def lily_pad(size: float = 110, *, bloom: bool = False) -> Pieces:
    """A lily pad on the water, seen from a low angle; its notch points right."""
    w, h = size, size * 0.36
    edge = [
        (w / 2 * math.cos(t), h / 2 * math.sin(t))
        for t in (math.radians(18 + i * 324 / 40) for i in range(41))
    ]
    pad = towards(FOREST, MEADOW.base, 0.5)
    veins = tuple(
        Piece(
            ribbon(((0, 0), (w * 0.4 * math.cos(t), h * 0.4 * math.sin(t))), 2.4),
            Tones(pad.light, pad.base, pad.light),
            lift=0,
        )
        for t in (math.radians(d) for d in (70, 125, 180, 235, 290))
    )
    petals = tuple(
        Piece(
            leaf((0, -h * 0.1), (w * 0.3 * math.cos(t), -h * 0.1 - w * 0.3 * math.sin(t)), w * 0.15),
            tones(mix(ROSE, CREAM, 0.5 + 0.1 * (n % 2))),
            lift=2,
        )
        for n, t in enumerate(math.radians(d) for d in (10, 170, 40, 140, 65, 115, 90))
    )
    return (
        Piece((*edge, (0.0, 0.0)), pad, lift=3),
        *veins,
        *((*petals, Piece(oval((0, -h * 0.22), w * 0.12, w * 0.09, 18), STRAW, lift=1)) if bloom else ()),
    )


def toadstool(height: float = 50) -> Pieces:
    """A toadstool with a spotted cap."""
    h = height
    cap = (
        *bezier((-h * 0.5, -h * 0.5), (-h * 0.46, -h * 1.08), (h * 0.46, -h * 1.08), (h * 0.5, -h * 0.5)),
        *bezier((h * 0.5, -h * 0.5), (h * 0.2, -h * 0.4), (-h * 0.2, -h * 0.4), (-h * 0.5, -h * 0.5)),
    )
    return (
        Piece(
            smooth(((-h * 0.16, 0), (-h * 0.11, -h * 0.5), (h * 0.11, -h * 0.5), (h * 0.16, 0))),
            tones(CREAM),
            lift=2,
        ),
        Piece(cap, tones((206, 110, 84)), lift=3),
        *(
            Piece(oval((x * h, y * h), h * 0.15, h * 0.12, 16), tones(CREAM), lift=0)
            for x, y in ((-0.24, -0.66), (0.04, -0.8), (0.26, -0.62))
        ),
    )


def flower_head(colour: Rgb, size: float) -> Pieces:
    """Five petals round a heart."""
    reach = size * 0.28
    petals = tuple(
        Piece(
            oval((reach * math.cos(a), reach * math.sin(a)), size * 0.46, size * 0.46, 20),
            tones(colour),
            lift=1,
        )
        for a in (math.tau * i / 5 for i in range(5))
    )
    heart = STRAW if colour != YELLOW else tones(ORANGE)
    return (*petals, Piece(oval((0, 0), size * 0.3, size * 0.3, 20), heart, lift=1))


def hedge(seed: int, width: float) -> Pieces:
    """A clipped hedge before the house with flowers in it, from its left foot."""
    chance = random.Random(seed + 40)
    leaves = towards(FOREST, (58, 92, 84), 0.3)
    top = [(0.0, 0.0), (6.0, -44.0)]
    top += [(width * n / 9, -58 - chance.uniform(0, 14)) for n in range(1, 9)]
    top += [(width - 6, -44.0), (width, 0.0)]
    flowers = tuple(
        Piece(
            oval((chance.uniform(24, width - 24), -chance.uniform(22, 54)), 15, 15, 14),
            (tones(ROSE), STRAW, tones(CREAM))[n % 3],
            lift=1,
        )
        for n in range(14)
    )
    return (Piece(smooth(top, closed=False), leaves, lift=6), *flowers)
