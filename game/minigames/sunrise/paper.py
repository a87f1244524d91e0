"""The paper of Sunrise: the sun, its rays, its path on the water, and the flowers that open to it."""

from __future__ import annotations

import math

from game.minigames.kit.roles import Pieces
from game.minigames.props import people, things
from game.ui import scenery
from game.ui.curves import leaf, moved, oval, ribbon, scallop, turned
from game.ui.paper import Piece, placed
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    FOREST,
    MEADOW,
    ORANGE,
    STRAW,
    YELLOW,
    Day,
    Tones,
    mix,
    tones,
    towards,
)

RAYS = 16
SUN_PX = 136.0
GOLD = Tones((250, 206, 66), (228, 156, 40), (255, 236, 150))
_STEM = towards(FOREST, MEADOW.base, 0.3)


def sun() -> Pieces:
    """The disc of the sun about its middle: a cut edge, the disc, and the light on it."""
    return (
        Piece(scallop((0, 0), SUN_PX + 18, SUN_PX + 18, 4, bulges=18), tones(ORANGE), lift=5),
        Piece(oval((0, 0), SUN_PX, SUN_PX, 64), GOLD, lift=3),
        Piece(
            oval((-10, -10), SUN_PX * 0.72, SUN_PX * 0.72, 56), Tones(*(GOLD.light,) * 3), lift=0, lean=0.0
        ),
    )


def halo(day: Day) -> Pieces:
    """The light about the sun: two rings of the sky's own paper, the inner one warmer."""
    return tuple(
        Piece(
            oval((0, 0), wide, wide, 72), Tones(*(mix(day.sky[2], GOLD.light, share),) * 3), lift=0, lean=0.0
        )
        for wide, share in ((420.0, 0.4), (300.0, 0.8))
    )


def ray(number: int) -> Pieces:
    """One ray, upright above the sun's middle; each second one is short."""
    far = 282.0 if number % 2 == 0 else 250.0
    return (Piece(leaf((0, -164), (0, -far), 40), tones(mix(YELLOW, CREAM, 0.25)), lift=3),)


def full_sun() -> Pieces:
    """The sun with every ray, near its disc."""
    rays = tuple(
        Piece(turned(moved(piece.outline, 0, 70), 360 * number / RAYS), piece.tones, lift=3)
        for number in range(RAYS)
        for piece in ray(number)
    )
    return (*rays, *sun())


def glitter(row: int) -> Pieces:
    """A strip of the sun's path on the water: the nearer the wider."""
    wide = 92.0 + 26.0 * row
    paper = tones(mix(STRAW.light, CREAM, 0.3))
    return tuple(
        Piece(leaf((x - w / 2, 0), (x + w / 2, 0), 9 + row), paper, lift=0, lean=0.0)
        for x, w in ((0.0, wide), (-wide * 0.62, wide * 0.3), (wide * 0.66, wide * 0.24))
    )


def sunflower(height: float) -> Pieces:
    """A sunflower that looks at the sun, about its foot."""
    head = (0.0, -height)
    petals = []
    for ring, (long, count) in enumerate(((0.34, 14), (0.27, 12))):
        for n in range(count):
            turn = math.tau * (n + 0.5 * ring) / count
            tip = (height * long * math.cos(turn), -height + height * long * math.sin(turn))
            paper = towards(GOLD, ORANGE, 0.35 * (1 - ring))
            petals.append(Piece(leaf(head, tip, height * 0.13), paper, lift=2))
    return (
        Piece(ribbon(((0, 4), (-height * 0.04, -height * 0.5), head), height * 0.07), _STEM, lift=2),
        Piece(leaf((0, -height * 0.24), (height * 0.34, -height * 0.44), height * 0.17), _STEM, lift=2),
        Piece(leaf((0, -height * 0.16), (-height * 0.32, -height * 0.34), height * 0.16), _STEM, lift=2),
        *petals,
        Piece(oval(head, height * 0.26, height * 0.26, 28), DARK_WOOD, lift=3),
        Piece(
            oval((-height * 0.02, -height * 1.02), height * 0.13, height * 0.13, 20),
            tones((150, 104, 74)),
            lift=0,
        ),
    )


def daisy() -> Pieces:
    """A small white flower that opens for a few calm seconds, about its foot."""
    head = (0.0, -46.0)
    petals = tuple(
        Piece(leaf(head, (24 * math.cos(t), -46 + 22 * math.sin(t)), 13), tones(CREAM), lift=2)
        for t in (math.tau * n / 9 for n in range(9))
    )
    return (
        Piece(ribbon(((0, 3), (2, -22), head), 6), _STEM, lift=1),
        Piece(leaf((1, -12), (18, -24), 9), _STEM, lift=1),
        *petals,
        Piece(oval(head, 17, 16, 20), tones(YELLOW), lift=2),
    )


def guests() -> Pieces:
    """Two who came to see the sun rise."""
    return (
        *placed(people.person(people.someone(3, child=False)), (0, 0), 1.0),
        *placed(people.person(people.someone(8, child=True)), (84, 6), 1.0),
    )


def bunting(wide: float) -> Pieces:
    """Two poles with pennants between them, about the foot of the left one."""
    pole = Piece(ribbon(((0, 4), (0, -190)), 11), DARK_WOOD, lift=4)
    other = Piece(moved(pole.outline, wide, 0), DARK_WOOD, lift=4)
    return (pole, other, *things.bunting((0, -184), (wide, -184), 42))


def village() -> Pieces:
    """Three houses side by side."""
    return tuple(
        piece
        for n, (x, wide) in enumerate(((0.0, 120.0), (108.0, 96.0), (200.0, 110.0)))
        for piece in placed(scenery.house(4 + n, wide), (x, 0), 1.0)
    )
