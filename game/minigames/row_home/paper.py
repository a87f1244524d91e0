"""The paper of the lake: the boat and who rows it, lanterns on the water, the shore."""

from __future__ import annotations

import math
import random

from game.minigames.kit.roles import Pieces
from game.minigames.props import animals, people
from game.ui.curves import box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import LAMPLIGHT
from game.ui.theme import CREAM, DARK_WOOD, FOREST, ROSE, WHITE, WOOD, Tones, tones, towards

LANTERNS = (tones((244, 178, 96)), tones((226, 140, 128)), tones((150, 184, 206)))
_INSIDE = tones((120, 86, 66))


def hull(paper: Tones) -> Pieces:
    """The near side of a rowing boat on its waterline, 480 px long, its bow to the right."""
    side = smooth(
        (
            (-236, -66),
            (-214, 6),
            (-150, 34),
            (0, 40),
            (150, 34),
            (222, 0),
            (262, -84),
            (140, -52),
            (0, -46),
            (-130, -52),
        )
    )
    return (
        Piece(side, paper, lift=6),
        Piece(
            ribbon(smooth(((-240, -70), (-120, -56), (0, -50), (140, -56), (266, -90)), closed=False), 16),
            tones(CREAM),
            lift=3,
        ),
        Piece(
            ribbon(smooth(((-206, -14), (0, 2), (216, -22)), closed=False), 7),
            towards(paper, paper.shade, 0.7),
            lift=0,
        ),
        Piece(
            ribbon(smooth(((-176, 14), (0, 24), (186, 8)), closed=False), 6),
            towards(paper, paper.shade, 0.7),
            lift=0,
        ),
        Piece(box(-30, -74, 20, 30, 6), DARK_WOOD, lift=3),
    )


def inside() -> Pieces:
    """What is seen of the inside, behind who rows: the far rail, a thwart, a lantern at the bow."""
    return (
        Piece(
            smooth(
                (
                    (-230, -72),
                    (-120, -98),
                    (0, -104),
                    (150, -98),
                    (258, -92),
                    (140, -44),
                    (0, -38),
                    (-140, -44),
                )
            ),
            _INSIDE,
            lift=3,
        ),
        Piece(
            ribbon(smooth(((-232, -74), (-120, -100), (0, -106), (150, -100), (260, -94)), closed=False), 12),
            WOOD,
            lift=2,
        ),
        Piece(ribbon(((226, -88), (228, -148)), 8), DARK_WOOD, lift=2),
        Piece(box(208, -184, 40, 44, 12), LAMPLIGHT, lift=3),
        Piece(((202, -180), (228, -206), (254, -180)), DARK_WOOD, lift=2),
    )


def rower(coat: Tones) -> Pieces:
    """Who rows, seated, without the near arm: it follows the oar. About the seat."""
    who = people.Person(coat=coat, hat="cap", hat_tones=tones((96, 112, 148)), scarf=tones((206, 104, 84)))
    return placed(people.person(who, "sitting"), (0, 36), 1.5)


def arm(coat: Tones, upper: float, fore: float) -> tuple[Pieces, Pieces]:
    """The near arm, each half hanging down from (0, 0): shoulder to elbow, elbow to the hand that holds."""
    sleeve = towards(coat, coat.shade, 0.45)
    return (
        (Piece(ribbon(((0, -4), (0, upper)), 30, 26), sleeve, lift=4),),
        (
            Piece(ribbon(((0, -6), (0, fore - 8)), 25, 19), towards(sleeve, coat.light, 0.35), lift=4),
            Piece(oval((0, fore), 30, 30, 18), people.SKINS[0], lift=3),
        ),
    )


def oar(length: float, paper: Tones) -> Pieces:
    """An oar about its rowlock (0, 0): its blade, in the colour of the leg, hangs down, its grip stands up."""
    blade, pale = length, tones((246, 226, 186))
    wide = smooth(
        (
            (-10, blade - 104),
            (-36, blade - 52),
            (-34, blade + 10),
            (0, blade + 30),
            (34, blade + 10),
            (36, blade - 52),
            (10, blade - 104),
        )
    )
    return (
        Piece(ribbon(((0, -98), (0, blade - 70)), 26, 22), DARK_WOOD, lift=5),
        Piece(ribbon(((0, -96), (0, blade - 70)), 15, 12), pale, lift=0),
        Piece(ribbon(((0, -98), (0, -62)), 22), DARK_WOOD, lift=2),
        Piece(wide, paper, lift=5),
        Piece(ribbon(((0, blade - 100), (0, blade - 30)), 8, 5), towards(paper, paper.shade, 0.7), lift=0),
        Piece(oval((0, 0), 30, 30, 18), DARK_WOOD, lift=2),
    )


def floating(kind: int) -> Pieces:
    """A paper lantern afloat, about the water under it."""
    paper = LANTERNS[kind % 3]
    return (
        Piece(oval((0, 6), 92, 20, 30), FOREST, lift=2),
        Piece(smooth(((-32, 2), (-38, -34), (-26, -62), (26, -62), (38, -34), (32, 2))), paper, lift=4),
        Piece(
            smooth(((-13, 0), (-15, -32), (-9, -58), (9, -58), (15, -32), (13, 0))),
            towards(paper, (255, 240, 190), 0.6),
            lift=0,
        ),
        Piece(box(-28, -68, 56, 9, 4), DARK_WOOD, lift=1),
        Piece(box(-32, -4, 64, 8, 4), DARK_WOOD, lift=1),
    )


def water_rose() -> Pieces:
    """A water lily with a small light: what a short stroke leaves."""
    petals = tuple(
        Piece(
            leaf((0, 0), (30 * math.cos(turn), -26 * math.sin(turn)), 17),
            towards(tones(ROSE), WHITE, 0.4),
            lift=2,
        )
        for turn in (math.pi * n / 6 for n in range(7))
    )
    return (
        Piece(oval((0, 6), 80, 18, 30), FOREST, lift=2),
        *petals,
        Piece(oval((0, -5), 16, 14, 14), LAMPLIGHT, lift=1),
    )


def jetty() -> Pieces:
    """The jetty of home, about its foot in the water, 360 px long to the right."""
    posts = tuple(Piece(ribbon(((x, -64), (x, 14)), 16), DARK_WOOD, lift=3) for x in (14, 120, 226, 332))
    boards = tuple(
        Piece(box(-8 + 46 * n, -76, 42, 14, 4), towards(WOOD, WOOD.light, 0.3 * (n % 2)), lift=3)
        for n in range(8)
    )
    return (*posts, *boards)


def shore(seed: int) -> Pieces:
    """A wooded far shore across the picture, about its waterline."""
    chance = random.Random(seed)
    crowns: list[Piece] = []
    for n in range(27):
        x, high = -40 + 76 * n + chance.uniform(-18, 18), chance.uniform(64, 116)
        paper = towards(FOREST, (120, 150, 130), chance.uniform(0.1, 0.5))
        crowns += _tree(x, high, paper, chance)
    bank_edge = smooth(((-60, 8), (300, -14), (800, -6), (1300, -16), (1980, -4), (1980, 16), (-60, 16)))
    return (*crowns, Piece(bank_edge, tones((150, 166, 116)), lift=3))


def _tree(x: float, high: float, paper: Tones, chance: random.Random) -> Pieces:
    """A round tree: its trunk, its crown of many leaves, the part of it that is lit."""
    middle, half = -high * 0.72, high * 0.5

    def crown(dx: float, dy: float, size: float) -> Piece:
        edge = [
            (
                x + dx + half * size * (1 + chance.uniform(-0.1, 0.12)) * math.cos(math.tau * n / 11),
                middle + dy + half * size * (1 + chance.uniform(-0.1, 0.12)) * math.sin(math.tau * n / 11),
            )
            for n in range(11)
        ]
        return Piece(smooth(edge), towards(paper, paper.light, 0.5 * (1 - size)), lift=3)

    trunk = Piece(ribbon(((x, 4), (x, middle)), high * 0.1), DARK_WOOD, lift=1)
    return (trunk, crown(0, 0, 1.0), crown(-half * 0.24, -half * 0.26, 0.56))


def bank(width: float) -> Pieces:
    """The shore before home, about its middle at the water."""
    edge = ((-width / 2, 6), (-width * 0.4, -12), (0, -18), (width * 0.42, -12), (width / 2, 6), (0, 12))
    return (Piece(smooth(edge), tones((176, 186, 124)), lift=3),)


def leaping(turn_deg: float) -> Pieces:
    """A fish out of the water, its head up or down."""
    return placed(animals.fish(animals.WINGS[0], 64), (0, 0), 1.0, turn_deg)


def foam(wide: float) -> Pieces:
    """Water that curls about a blade."""
    white = tones((240, 246, 244))
    return (
        Piece(leaf((-wide, 4), (wide, 0), 12), white, lift=1),
        Piece(leaf((-wide * 0.6, -8), (wide * 0.5, -12), 7), white, lift=1),
    )
