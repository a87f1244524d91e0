"""The coast the seaplane flies along: sky, hills, a village on its beach, islets, rows of sea."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import pygame

from game.ui import scenery
from game.ui.curves import Point, bezier, box, leaf, moved, oval, ribbon, smooth, waves
from game.ui.landscape import PERIOD, WIDTH, Landscape, Living, Strip
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.places import dimmed, height_at, hill_strip, seen_through, sky_life, skyline, wave_strip
from game.ui.scenery import Pieces
from game.ui.theme import (
    CLOUD,
    CREAM,
    DARK_WOOD,
    DAYS,
    DEEP_SEA,
    HILL,
    MEADOW,
    ROOF,
    SAND,
    SEA,
    SLATE,
    STONE,
    WOOD,
    Day,
    Look,
    TimeOfDay,
    Tones,
    mix,
    tones,
    towards,
)

HORIZON = 556
ROWS = 7
CRUISE_PX_S = 110.0
"""How fast the nearest water would pass; everything farther passes more slowly."""
_FOOT = 1080
_PASSING_MARGIN = 460
_BEAK = tones((222, 158, 84))
_SWAY_PX = 18.0
_SWAY_S = 40.0


def row_top(index: int) -> float:
    """Where the crests of a row of waves lie, 0 the farthest."""
    return HORIZON + 4 + (_FOOT - HORIZON - 4) * math.pow(index / ROWS, 1.3)


@dataclass(frozen=True, slots=True)
class Passing:
    """An islet or a boat that the flight passes, again and again after path px."""

    cutout: Cutout
    start: Point
    near: float
    path: float
    sails_px_s: float = 0.0
    bob_px: float = 0.0

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it if it is in the picture."""
        x = (self.start[0] + self.sails_px_s * time_s - camera_x * self.near) % self.path - _PASSING_MARGIN
        if x < WIDTH + _PASSING_MARGIN:
            self.cutout.draw(
                surface, (x, self.start[1] + self.bob_px * math.sin(time_s * 1.1 + self.start[0]))
            )


class CoastFlight:
    """The whole world of the flight, drawn far to near in rows so that planes and buoys can lie between."""

    def __init__(self, look: Look, seed: int, time_of_day: TimeOfDay = TimeOfDay.MORNING) -> None:
        self._look = look
        day = DAYS[time_of_day]
        self._far = Landscape([], look, time_of_day=time_of_day, horizon=HORIZON + 24)
        self._sky: list[Living] = []
        self._land: list[Living] = []
        self._rows: list[list[Living]] = [[] for _ in range(ROWS)]
        if look.contrast:
            paper = tones(mix((16, 34, 52), DEEP_SEA.base, 0.5))
            line = wave_strip(look, paper, length=150, height=14, depth=30)
            self._rows[5] = [Strip(line, row_top(5), 0.45)]
            return
        self._sky = sky_life(look, day, seed, horizon=HORIZON + 24)
        self._land = [
            Strip(_far_hills(look, day, seed), HORIZON + 8, 0.04),
            Strip(_coast(look, day, seed + 1), HORIZON + 10, 0.12),
            Strip(_beach(look, day, seed + 2), HORIZON + 14, 0.15),
        ]
        for index, row in enumerate(self._rows):
            row.append(_waves(look, day, index))
        for place, passing in _passings(look, day):
            self._rows[place].append(passing)

    def draw_far(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Sky and land."""
        self._far.draw(surface, time_s)
        for layer in [*self._sky, *self._land]:
            layer.draw(surface, time_s, self._seen_from(time_s, camera_x))

    def draw_land(self, surface: pygame.Surface, camera_x: float) -> None:
        """The land alone, without the sky."""
        for layer in self._land:
            layer.draw(surface, 0.0, camera_x)

    def draw_waves(self, surface: pygame.Surface, rows: range) -> None:
        """Rows of the sea alone."""
        for row in rows:
            self._rows[row][0].draw(surface, 0.0, 0.0)

    def draw_row(self, surface: pygame.Surface, time_s: float, camera_x: float, row: int) -> None:
        """One row of waves, and what lies on it."""
        for layer in self._rows[row]:
            layer.draw(surface, time_s, self._seen_from(time_s, camera_x))

    def _seen_from(self, time_s: float, camera_x: float) -> float:
        if self._look.reduced_motion:
            return 0.0
        return camera_x + _SWAY_PX * math.sin(2 * math.pi * time_s / _SWAY_S)


def _waves(look: Look, day: Day, index: int) -> Strip:
    """A row of waves; the nearer, the larger and deeper in colour. A quarter is cut and laid four times."""
    near = (index + 1) / ROWS
    top, depth = row_top(index), math.ceil(row_top(index + 1) - row_top(index)) + 34
    water = Tones(*(mix(far, deep, near) for far, deep in zip(SEA, DEEP_SEA, strict=True)))
    paper = towards(water, day.haze, 0.16 + 0.42 * (1 - near))
    piece = PERIOD // 4
    step = piece / round(piece / (64 + 110 * near))
    crests = moved(waves(piece + 2 * step, 5 + 13 * near, step), -step, 0)
    edge = ((-step, depth + 60), *crests, (piece + step, depth + 60))
    window = pygame.Rect(0, -14, piece, depth + 14)
    quarter = cut((Piece(edge, paper, fade=paper.shade, lean=0.0),), look, lift=8, window=window)
    whole = pygame.Surface((PERIOD, quarter.surface.get_height()), pygame.SRCALPHA)
    for x in range(0, PERIOD, piece):
        whole.blit(quarter.surface, (x, 0))
    drift = 0.0 if look.reduced_motion else (5 + 9 * near) * (1 if index % 2 else -1)
    return Strip(Cutout(whole, quarter.anchor), top, 0.15 + 0.35 * near, drift, bob_px=1 + 2 * near)


def _far_hills(look: Look, day: Day, seed: int) -> Cutout:
    paper = towards(HILL, day.haze, 0.68)
    return hill_strip(look, paper, height=170, depth=16, seed=seed, bumps=4, fade=day.haze)


def _coast(look: Look, day: Day, seed: int) -> Cutout:
    """Rolling meadows with woods, a village, a windmill."""
    chance = random.Random(seed)
    height, bumps = 128.0, 3
    line = skyline(height, seed, bumps)
    growing: list[Piece] = []
    for middle, count in ((150, 7), (560, 6), (1010, 5), (1600, 8), (1960, 4)):
        for index in range(count):
            x = middle + (index - count / 2) * 27 + chance.uniform(-8, 8)
            tall = chance.uniform(52, 92) * (1.15 - abs(index - count / 2) / count)
            kind = scenery.tree if index % 3 == 1 else scenery.pine
            growing += placed(kind(middle + index, tall), (x, height_at(line, x) + 6))
    growing += placed(_windmill(120), (800, height_at(line, 800) + 4))
    for index, x in enumerate((1180, 1250, 1322, 1396, 1462)):
        growing += placed(scenery.house(index + 3, chance.uniform(64, 84)), (x, height_at(line, x) + 10))
    hazed = tuple(seen_through(piece, day.haze, 0.36) for piece in growing)
    paper, fade = towards(MEADOW, day.haze, 0.42), towards(HILL, day.haze, 0.5).base
    return hill_strip(look, paper, height=height, depth=16, seed=seed, bumps=bumps, fade=fade, growing=hazed)


def _beach(look: Look, day: Day, seed: int) -> Cutout:
    """A low strip of sand with bathing huts and a few parasols."""
    chance = random.Random(seed)
    line = skyline(22, seed, 2)
    growing: list[Piece] = []
    colours = ((206, 132, 108), (132, 168, 186), (226, 190, 120), (150, 178, 140))
    for index, x in enumerate((330, 372, 414, 456, 1690, 1732, 1774)):
        growing += placed(_hut(colours[index % 4], 40), (x, height_at(line, x) + 5))
    for index, x in enumerate((610, 668, 905, 1120, 1560)):
        y = height_at(line, x) + 6
        growing += placed(_parasol(colours[(index + 2) % 4], chance.uniform(34, 42)), (x, y))
    hazed = tuple(seen_through(piece, day.haze, 0.3) for piece in growing)
    paper = towards(SAND, day.haze, 0.34)
    return hill_strip(look, paper, height=22, depth=12, seed=seed, bumps=2, growing=hazed, lift=8)


def _passings(look: Look, day: Day) -> list[tuple[int, Passing]]:
    """What lies in the sea, each with the row of waves it stands behind the next of."""
    far, middle, near = 2600.0, 3900.0, 6400.0

    def hazed(pieces: Pieces, share: float) -> Cutout:
        return cut(tuple(seen_through(piece, day.haze, share) for piece in dimmed(pieces, day)), look, lift=8)

    return [
        (0, Passing(hazed(_islet(2, 330), 0.30), (760, row_top(1) + 8), 0.20, far)),
        (0, Passing(hazed(scenery.boat(84), 0.26), (1650, row_top(1) + 4), 0.20, far, -4.0, 2)),
        (1, Passing(hazed(_light_rock(), 0.20), (2250, row_top(2) + 8), 0.26, middle)),
        (1, Passing(hazed(scenery.boat(120), 0.16), (420, row_top(2) + 6), 0.26, middle, 5.0, 2)),
        (1, Passing(hazed(_islet(7, 250), 0.24), (3340, row_top(2) + 8), 0.26, middle)),
        (6, Passing(hazed(_skerry(), 0.0), (3000, 1084), 0.9, near)),
        (6, Passing(hazed(_channel_buoy(), 0.0), (5200, 1070), 0.9, near, 0.0, 4)),
    ]


def _islet(seed: int, width: float) -> Pieces:
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


def _light_rock() -> Pieces:
    """The lighthouse on its own rock, a keeper's cottage beside it."""
    rock = smooth(((-190, 14), (-150, -26), (-60, -52), (40, -58), (120, -34), (180, 14)))
    return (
        Piece(rock, STONE, lift=3),
        *placed(scenery.house(5, 88), (76, -40)),
        *placed(scenery.lighthouse(270), (-40, -44)),
        *placed(scenery.bush(3, 70), (-118, -16)),
    )


def _skerry() -> Pieces:
    """Low rocks with a gull on them, close to the eye."""
    low = smooth(((-240, 20), (-200, -30), (-90, -62), (40, -44), (150, -70), (250, -24), (290, 20)))
    face = smooth(((-160, -8), (-110, -48), (-20, -36), (-60, 0)))
    return (
        Piece(low, tones((112, 118, 134)), lift=4),
        Piece(face, tones((140, 144, 156)), lift=3),
        *placed(scenery.grass(4, 60), (190, -44)),
        *placed(_resting_gull(), (-86, -52)),
    )


def _resting_gull() -> Pieces:
    """A gull that sits and looks after the plane."""
    body = smooth(
        ((-44, -20), (-20, -36), (14, -40), (26, -62), (44, -64), (48, -46), (34, -14), (0, -4), (-24, -10))
    )
    return (
        *(Piece(ribbon(((x, -8), (x, 6)), 4), _BEAK, lift=0) for x in (0, 12)),
        Piece(body, CLOUD, lift=3),
        Piece(leaf((20, -26), (-56, -18), 20), STONE, lift=2),
        Piece(leaf((44, -56), (66, -52), 9), _BEAK, lift=1),
        Piece(oval((38, -56), 5, 5, 12), SLATE, lift=0),
    )


def _channel_buoy() -> Pieces:
    """A buoy that marks the fairway, striped, with a cage on top."""
    hull = smooth(((-70, 10), (-62, -30), (62, -30), (70, 10)))
    return (
        *(Piece(ribbon(((x, -30), (x * 0.4, -130)), 9), SLATE, lift=2) for x in (-44, 44)),
        Piece(box(-24, -134, 48, 12, 5), SLATE, lift=2),
        Piece(((0, -176), (22, -136), (-22, -136)), tones((86, 148, 130)), lift=3),
        Piece(hull, tones((86, 148, 130)), lift=4),
        Piece(ribbon(((-60, -12), (60, -12)), 12), tones(CREAM), lift=1),
    )


def _windmill(height: float) -> Pieces:
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


def _hut(colour: tuple[int, int, int], width: float) -> Pieces:
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


def _parasol(colour: tuple[int, int, int], height: float) -> Pieces:
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
