"""The paper of the lock: its walls and gates, the water in it, and what stands along it."""

from __future__ import annotations

import math
import random

from game.minigames.kit.roles import Pieces
from game.minigames.props import boats
from game.ui.curves import box, moved, oval, ribbon, smooth, waves
from game.ui.paper import Piece
from game.ui.theme import (
    CLOUD,
    CREAM,
    DARK_WOOD,
    DEEP_SEA,
    FOREST,
    MEADOW,
    ROSE,
    SEA,
    SLATE,
    STONE,
    STRAW,
    WHITE,
    WOOD,
    Tones,
    tones,
    towards,
)

RISE_PX = 300.0
"""From the lower water to the upper."""
LEFT, RIGHT = -324.0, 310.0
"""The chamber's walls, from the place's origin."""
PIER = 56.0
CREST = -RISE_PX - 34.0
"""The top of the walls."""
_BRICK = towards(STONE, SLATE.base, 0.42)
_PALE_BRICK = towards(STONE, CREAM, 0.25)
WATER = towards(SEA, DEEP_SEA.base, 0.35)
SAILS = (CLOUD, tones((238, 150, 112)), STRAW, tones(ROSE), tones((150, 196, 206)))


def chamber(foot: float) -> Pieces:
    """The far wall of the chamber, wet where the water comes and goes; its rows of stone to the foot."""
    wide, chance = RIGHT - LEFT, random.Random(4)
    courses = tuple(
        Piece(ribbon(((LEFT, y), (RIGHT, y)), 3), towards(_BRICK, SLATE.shade, 0.35), lift=0, lean=0.0)
        for y in range(round(CREST) + 44, round(foot), 42)
    )
    stones = tuple(
        Piece(
            box(chance.uniform(LEFT, RIGHT - 80), CREST + 5 + 42 * row, chance.uniform(56, 90), 36, 5),
            towards(_BRICK, (CREAM, SLATE.base)[row % 2], 0.16),
            lift=0,
        )
        for row in range(1, 11)
        for _ in range(2)
    )
    wet = Piece(
        box(LEFT, -RISE_PX, wide, RISE_PX + foot),
        towards(_BRICK, DEEP_SEA.shade, 0.3),
        lift=0,
        lean=0.0,
        fade=DEEP_SEA.shade,
    )
    return (
        Piece(box(LEFT - 8, CREST, wide + 16, foot - CREST), _BRICK, lift=5),
        wet,
        *stones,
        *courses,
        Piece(box(LEFT - 10, CREST - 8, wide + 20, 18, 4), _PALE_BRICK, lift=4),
    )


def pier(x: float, foot: float) -> Pieces:
    """A wall seen from its end, its left edge at x."""
    blocks = tuple(
        Piece(
            box(x + (2 if row % 2 else 24), CREST + 20 + 40 * row, 30, 34, 5),
            towards(STONE, CREAM, 0.2),
            lift=1,
        )
        for row in range(int((foot - CREST - 20) / 40))
    )
    return (
        Piece(box(x, CREST, PIER, foot - CREST), STONE, lift=9),
        *blocks,
        Piece(box(x - 8, CREST - 14, PIER + 16, 24, 6), _PALE_BRICK, lift=5),
    )


def gate(x: float, top: float, foot: float) -> Pieces:
    """A wooden gate with iron bands."""
    planks = tuple(
        Piece(
            box(x - 19 + 13 * n, top + 5, 10, foot - top - 8, 3), towards(WOOD, STRAW.base, 0.1 * n), lift=1
        )
        for n in range(3)
    )
    bands = tuple(
        Piece(box(x - 24, top + (foot - top) * share, 48, 11, 4), SLATE, lift=2)
        for share in (0.12, 0.5, 0.86)
    )
    return (Piece(box(x - 22, top, 44, foot - top, 6), DARK_WOOD, lift=6), *planks, *bands)


def upper_bank(wide: float, foot: float) -> Pieces:
    """The upper water, the wall that keeps it, and the meadow below, from the chamber's wall to the right."""
    left = RIGHT + PIER - 4
    crests = moved(waves(wide, 9, 46.0), left, -RISE_PX)
    edge, low = -RISE_PX + 62, -RISE_PX + 178
    stone = towards(STONE, STRAW.base, 0.2)
    blocks = tuple(
        Piece(
            box(left + 8 + 82 * n - 41 * (row % 2), edge + 26 + 42 * row, 74, 36, 7),
            towards(stone, (CREAM, SLATE.base)[(3 * n + row) % 5 == 0], 0.16),
            lift=1,
        )
        for row in range(3)
        for n in range(int(wide / 82))
    )
    lawn = smooth(
        [(left + wide * n / 6, low + (16 if n % 2 else -8)) for n in range(7)], closed=False, steps=8
    )
    slope = smooth(
        [(left + wide * n / 4, low + 120 + (34 if n % 2 else -20)) for n in range(5)], closed=False, steps=8
    )
    right = left + wide
    near = towards(MEADOW, FOREST.base, 0.22)
    return (
        Piece((*crests, (right, edge + 20), (left, edge + 20)), WATER, lift=6, lean=0.0),
        Piece(box(left, edge, wide, low - edge + 40), stone, lift=6, lean=0.0),
        *blocks,
        Piece(box(left, edge - 6, wide, 24, 5), _PALE_BRICK, lift=4, lean=0.0),
        Piece((*lawn, (right, foot), (left, foot)), MEADOW, lift=8, lean=0.0, fade=MEADOW.shade),
        Piece((*slope, (right, foot), (left, foot)), near, lift=9, lean=0.0, fade=near.shade),
    )


def river(wide: float, height: float) -> Pieces:
    """The lower water, its crests at y = 0, from x = 0."""
    near = towards(WATER, DEEP_SEA.base, 0.5)
    return tuple(
        Piece(
            (*moved(waves(wide, 9, 64.0 - 12 * n), 0, y), (wide, height), (0, height)),
            towards(near, tone.base, 0.25),
            lift=6,
            lean=0.0,
            fade=DEEP_SEA.shade,
        )
        for n, (y, tone) in enumerate(((0.0, SEA), (48.0, DEEP_SEA)))
    )


def water(paper: Tones, height: float) -> Pieces:
    """The water of the chamber, wider than it by a wave on each side; its crests at y = 0."""
    step = WAVE_PX
    left, wide = LEFT - step, RIGHT - LEFT + 2 * step
    crests = moved(waves(wide, 8, step), left, 0)
    deep = (*crests, (left + wide, height), (left, height))
    lines = tuple(
        Piece(ribbon(((x, y), (x + wide_px, y)), 5, 3), towards(paper, WHITE, 0.28), lift=0, lean=0.0)
        for x, y, wide_px in _GLINTS
    )
    return (Piece(deep, paper, lift=5, lean=0.0, fade=paper.shade), *lines)


WAVE_PX = 50.0
_GLINTS = (
    (-300.0, 36.0, 60.0), (-120.0, 52.0, 90.0), (80.0, 34.0, 70.0), (190.0, 66.0, 46.0), (-230.0, 92.0, 80.0),
    (20.0, 104.0, 100.0), (-60.0, 168.0, 70.0), (140.0, 150.0, 60.0), (-280.0, 190.0, 60.0), (-20.0, 250.0, 80.0),
)  # fmt: skip


def winch() -> Pieces:
    """The wheel the rope runs over, about its axle."""
    spokes = tuple(
        Piece(ribbon(((0, 0), (27 * math.cos(turn), 27 * math.sin(turn))), 6), WOOD, lift=1)
        for turn in (math.tau * n / 6 for n in range(6))
    )
    return (
        Piece(oval((0, 0), 68, 68), DARK_WOOD, lift=4, holes=(oval((0, 0), 48, 48, 36),)),
        *spokes,
        Piece(oval((0, -29), 11, 11, 16), tones((250, 214, 90)), lift=1),
        Piece(oval((0, 0), 19, 19, 24), SLATE, lift=2),
    )


def puff(size: float) -> Pieces:
    """A round of steam."""
    return (
        Piece(oval((0, 0), size, size * 0.9), CLOUD, lift=3),
        Piece(oval((-size * 0.14, -size * 0.14), size * 0.5, size * 0.42), tones(WHITE), lift=0),
    )


def bubble(size: float) -> Pieces:
    """Foam where the sluice lets the water in."""
    foam = Tones((214, 236, 238), (166, 208, 218), WHITE)
    return (Piece(oval((0, 0), size, size * 0.8, 24), foam, lift=1),)


def little_boat(kind: int, width: float = 92.0) -> Pieces:
    """A boat that comes up with the water: a sail for a full repetition."""
    return boats.sailing_boat(boats.HULLS[(kind * 2 + 1) % 5], SAILS[kind % len(SAILS)], width)


def fish() -> Pieces:
    """A fish deep in the water, about its middle, swimming right."""
    dim = towards(WATER, WHITE, 0.24)
    return (
        Piece(((-22, 0), (-44, -15), (-38, 0), (-44, 15)), dim, lift=1),
        Piece(oval((0, 0), 56, 26), dim, lift=1),
        Piece(oval((16, -3), 5, 5, 10), SLATE, lift=0),
    )
