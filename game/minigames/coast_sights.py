"""Sights along the coast: islets, the lighthouse rock, skerries, a windmill, huts and parasols."""

import math
import random

from game.ui import scenery
from game.ui.curves import bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, MEADOW, ROOF, SLATE, STONE, WOOD, tones, towards


def islet(seed: int, width: float) -> Pieces:
    """A grassy islet on a rocky foot with a few trees."""
    chance = random.Random(seed)
    top = width * 0.16
    rock = smooth(
        (
            (-width / 2, 12),
            (-width * 0.44, -top * 0.5),
            (0, -top * 0.72),
            (width * 0.44, -top * 0.45),
            (width / 2, 12),
        )
    )
    grass = smooth(
        (
            (-width * 0.4, -top * 0.34),
            (-width * 0.2, -top),
            (width * 0.1, -top * 1.1),
            (width * 0.4, -top * 0.3),
            (0, -top * 0.3),
        )
    )
    trees: list[Piece] = []
    for index in range(4):
        x = width * (-0.2 + 0.12 * index)
        kind = scenery.pine if index % 2 else scenery.tree
        trees += placed(kind(seed + index, width * chance.uniform(0.26, 0.4)), (x, -top * 0.8))
    return (*trees, Piece(rock, STONE, lift=3), Piece(grass, MEADOW, lift=4))


def light_rock() -> Pieces:
    """The lighthouse on its own rock, a keeper's cottage beside it."""
    rock = smooth(((-190, 14), (-150, -26), (-60, -52), (40, -58), (120, -34), (180, 14)))
    return (
        Piece(rock, STONE, lift=3),
        *placed(scenery.house(5, 88), (76, -40)),
        *placed(scenery.lighthouse(270), (-40, -44)),
        *placed(scenery.bush(3, 70), (-118, -16)),
    )


def skerry() -> Pieces:
    """Low rocks close to the eye."""
    low = smooth(((-240, 20), (-200, -30), (-90, -62), (40, -44), (150, -70), (250, -24), (290, 20)))
    face = smooth(((-160, -8), (-110, -48), (-20, -36), (-60, 0)))
    return (
        Piece(low, tones((112, 118, 134)), lift=4),
        Piece(face, tones((140, 144, 156)), lift=3),
        *placed(scenery.grass(4, 60), (190, -44)),
    )


def windmill(height: float) -> Pieces:
    """A windmill with four sails of lath."""
    wide = height * 0.2
    tower = ((-wide, 4), (-wide * 0.62, -height * 0.7), (wide * 0.62, -height * 0.7), (wide, 4))
    hub = (0.0, -height * 0.74)
    sails = []
    for index in range(4):
        turn = math.radians(24 + 90 * index)
        tip = (hub[0] + height * 0.52 * math.cos(turn), hub[1] + height * 0.52 * math.sin(turn))
        sails.append(Piece(ribbon((hub, tip), height * 0.05, height * 0.1), tones(CREAM), lift=3))
    cap = smooth(((-wide * 0.8, -height * 0.68), (0, -height * 0.92), (wide * 0.8, -height * 0.68)))
    door = Piece(box(-wide * 0.24, -height * 0.16, wide * 0.48, height * 0.18, 3), DARK_WOOD, lift=1)
    return (Piece(tower, tones((236, 222, 200)), lift=3), Piece(cap, ROOF, lift=3), door, *sails)


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
