"""The coast the seaplane flies along: sky, hills, a village on its beach, islets, rows of sea."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import pygame

from game.minigames import coast_sights as sights
from game.minigames.coast_sky import hazy_morning
from game.ui import scenery
from game.ui.curves import Outline, Point, moved, waves
from game.ui.landscape import PERIOD, WIDTH, Living, Strip
from game.ui.paper import Cutout, Piece, cut, gradient, placed
from game.ui.places import dimmed, height_at, hill_strip, seen_through, skyline
from game.ui.scenery import Pieces
from game.ui.theme import (
    DAYS,
    DEEP_SEA,
    HILL,
    MEADOW,
    NIGHT,
    SAND,
    SEA,
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
_TILE_PX = 512
_SKY_TILE_PX = 256
"""Widths that the fibre of the paper repeats in."""
_LAND_PX, _BUMPS = 128.0, 3
_LAND_Y, _LAND_NEAR = HORIZON + 10, 0.12
_MILL_X = 350.0
"""Small, pale, and where no plane flies at first: its sails never seem to grow out of a tail."""
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


@dataclass(frozen=True, slots=True)
class Waves:
    """A row of waves, laid from one narrow tile: a small sheet stays in the processor's cache."""

    tile: Cutout
    y: float
    near: float
    drift_px_s: float
    bob_px: float

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Lay tile by tile from edge to edge."""
        x = (self.drift_px_s * time_s - camera_x * self.near) % _TILE_PX - _TILE_PX
        y = round(self.y - self.tile.anchor[1] + self.bob_px * math.sin(time_s * 0.9 + self.y))
        for left in range(round(x), WIDTH, _TILE_PX):
            self.tile.lay(surface, (left, y))


class CoastFlight:
    """The whole world of the flight, drawn far to near in rows so that planes and buoys can lie between."""

    def __init__(self, look: Look, seed: int, way: int = 1) -> None:
        self._look = look
        self._seed = seed
        day = DAYS[TimeOfDay.DAWN]
        self._air = gradient((_SKY_TILE_PX, HORIZON + 24), day.sky)
        self._sky: list[Living] = []
        self._land: list[Living] = []
        self._rows: list[list[Living]] = [[] for _ in range(ROWS)]
        if look.contrast:
            paper = tones(mix((16, 34, 52), DEEP_SEA.base, 0.5))
            self._rows[3] = [Waves(_wave_tile(look, paper, 150, 14, 350), row_top(3), 0.45, 0.0, 0.0)]
            self._rows[6] = [Waves(_wave_tile(look, paper, 150, 14, 110), row_top(6), 0.45, 0.0, 0.0)]
            return
        self._sky = hazy_morning(look, day, HORIZON, way)
        self._land = [
            Strip(_far_hills(look, day, seed), HORIZON + 8, 0.04),
            Strip(_coast(look, day, seed + 1), _LAND_Y, _LAND_NEAR),
            Strip(_beach(look, day, seed + 2), HORIZON + 14, 0.15),
        ]
        for index, row in enumerate(self._rows):
            row.append(_waves(look, day, index))
        for place, passing in _passings(look, day):
            self._rows[place].append(passing)

    def draw_far(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Sky and land."""
        if self._look.contrast:
            surface.fill(NIGHT)
            return
        for x in range(0, WIDTH, _SKY_TILE_PX):
            surface.blit(self._air, (x, 0))
        for layer in [*self._sky, *self._land]:
            layer.draw(surface, time_s, self._seen_from(time_s, camera_x))

    def draw_land(self, surface: pygame.Surface, camera_x: float) -> None:
        """The land alone, without the sky."""
        for layer in self._land:
            layer.draw(surface, 0.0, camera_x)

    def draw_window_light(self, surface: pygame.Surface, day: Day, camera_x: float) -> None:
        """Light in the windows of the village."""
        line = skyline(_LAND_PX, self._seed + 1, _BUMPS)
        pairs = zip(village(line), village(line, lit=True), strict=True)
        panes = tuple(seen_through(lit, day.haze, 0.1) for dark, lit in pairs if lit != dark)
        x = -(camera_x * _LAND_NEAR) % PERIOD - PERIOD
        for start in (x, x + PERIOD):
            cut(panes, self._look, lift=0).draw(surface, (start, _LAND_Y))

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


def _waves(look: Look, day: Day, index: int) -> Waves:
    """A row of waves; the nearer, the larger and deeper in colour."""
    near = (index + 1) / ROWS
    top, depth = row_top(index), math.ceil(row_top(index + 1) - row_top(index)) + 34
    water = Tones(*(mix(far, deep, near) for far, deep in zip(SEA, DEEP_SEA, strict=True)))
    paper = towards(water, day.haze, 0.16 + 0.42 * (1 - near))
    drift = 0.0 if look.reduced_motion else (5 + 9 * near) * (1 if index % 2 else -1)
    tile = _wave_tile(look, paper, 64 + 110 * near, 5 + 13 * near, depth)
    return Waves(tile, top, 0.15 + 0.35 * near, drift, 1 + 2 * near)


def _wave_tile(look: Look, paper: Tones, length: float, height: float, depth: int) -> Cutout:
    step = _TILE_PX / round(_TILE_PX / length)
    crests = moved(waves(_TILE_PX + 2 * step, height, step), -step, 0)
    edge = ((-step, depth + 60), *crests, (_TILE_PX + step, depth + 60))
    window = pygame.Rect(0, -14, _TILE_PX, depth + 14)
    return cut((Piece(edge, paper, fade=paper.shade, lean=0.0),), look, lift=8, window=window)


def _far_hills(look: Look, day: Day, seed: int) -> Cutout:
    paper = towards(HILL, day.haze, 0.68)
    return hill_strip(look, paper, height=170, depth=16, seed=seed, bumps=4, fade=day.haze)


def _coast(look: Look, day: Day, seed: int) -> Cutout:
    """Rolling meadows with woods, a village, a windmill."""
    chance = random.Random(seed)
    line = skyline(_LAND_PX, seed, _BUMPS)
    growing: list[Piece] = []
    for middle, count in ((150, 7), (560, 6), (1010, 5), (1600, 8), (1960, 4)):
        for index in range(count):
            x = middle + (index - count / 2) * 27 + chance.uniform(-8, 8)
            tall = chance.uniform(52, 92) * (1.15 - abs(index - count / 2) / count)
            kind = scenery.tree if index % 3 == 1 else scenery.pine
            growing += placed(kind(middle + index, tall), (x, height_at(line, x) + 6))
    growing += village(line)
    hazed = [seen_through(piece, day.haze, 0.36) for piece in growing]
    mill = placed(sights.windmill(84), (_MILL_X, height_at(line, _MILL_X) + 4))
    hazed += [seen_through(piece, day.haze, 0.55) for piece in mill]
    paper, fade = towards(MEADOW, day.haze, 0.42), towards(HILL, day.haze, 0.5).base
    return hill_strip(
        look, paper, height=_LAND_PX, depth=16, seed=seed, bumps=_BUMPS, fade=fade, growing=tuple(hazed)
    )


def village(line: Outline, *, lit: bool = False) -> Pieces:
    """The houses of the village, on the skyline of the land."""
    chance = random.Random(12)
    houses: list[Piece] = []
    for index, x in enumerate((1180, 1250, 1322, 1396, 1462)):
        house = scenery.house(index + 3, chance.uniform(64, 84), lit=lit)
        houses += placed(house, (x, height_at(line, x) + 10))
    return tuple(houses)


def _beach(look: Look, day: Day, seed: int) -> Cutout:
    """A low strip of sand with bathing huts and a few parasols."""
    chance = random.Random(seed)
    line = skyline(22, seed, 2)
    growing: list[Piece] = []
    colours = ((206, 132, 108), (132, 168, 186), (226, 190, 120), (150, 178, 140))
    for index, x in enumerate((330, 372, 414, 456, 1690, 1732, 1774)):
        growing += placed(sights.hut(colours[index % 4], 40), (x, height_at(line, x) + 5))
    for index, x in enumerate((610, 668, 905, 1120, 1560)):
        y = height_at(line, x) + 6
        growing += placed(sights.parasol(colours[(index + 2) % 4], chance.uniform(34, 42)), (x, y))
    hazed = tuple(seen_through(piece, day.haze, 0.3) for piece in growing)
    paper = towards(SAND, day.haze, 0.34)
    return hill_strip(look, paper, height=22, depth=12, seed=seed, bumps=2, growing=hazed, lift=8)


def _passings(look: Look, day: Day) -> list[tuple[int, Passing]]:
    """What lies in the sea, each with the row of waves it stands behind the next of."""
    far, middle, near = 2600.0, 3900.0, 6400.0
    sails = 0.0 if look.reduced_motion else 1.0

    def hazed(pieces: Pieces, share: float) -> Cutout:
        return cut(tuple(seen_through(piece, day.haze, share) for piece in dimmed(pieces, day)), look, lift=8)

    return [
        (0, Passing(hazed(sights.islet(2, 280), 0.46), (760, row_top(1) + 8), 0.20, far)),
        (0, Passing(hazed(scenery.boat(64), 0.5), (2300, row_top(1) + 4), 0.20, far, -4.0 * sails, 2)),
        (0, Passing(hazed(sights.light_rock(), 0.42), (2450, row_top(1) + 8), 0.22, middle)),
        (0, Passing(hazed(sights.islet(7, 220), 0.46), (3340, row_top(1) + 8), 0.22, middle)),
        (6, Passing(hazed(sights.skerry(), 0.0), (3000, 1084), 0.9, near)),
    ]
