"""The harbour: bay and town, quays, bell buoy, lanterns."""

from __future__ import annotations

import math
import random

import pygame

from game.minigames.harbour_crane.berth import EDGE_X, MAST_TOP
from game.minigames.kit.garland import Garland
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import approach
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role, plain
from game.minigames.kit.sky import day_of, gulls, sky
from game.minigames.kit.water import near_waves, sea
from game.minigames.props import seaside
from game.ui import places, scenery
from game.ui.landscape import Strip
from game.ui.paper import Cutout, Piece, placed
from game.ui.scenery import Pieces
from game.ui.screen import SIZE
from game.ui.theme import (
    HILL,
    MEADOW,
    Look,
    Rgb,
    towards,
)

GROUND_Y = 850
WATER_Y = 936
_HORIZON = 560
_SUN_Y = 452.0
_LANDWARD_X, _BETWEEN_X = 250.0, 150.0
"""Over the land, away from what is lifted: there the sun stands and the gulls circle."""
_LAMPS = (40.0, 530.0, 906.0)
_GARLAND_FROM = (-380.0, -700.0)


class Harbour:
    """Everything that is neither crane nor cargo nor boat. middle_x: of the boat."""

    def __init__(self, kit: Kit, middle_x: float) -> None:
        self._kit = kit
        first, *others = kit.places
        self._landward = middle_x + _BETWEEN_X if others else first.at(_LANDWARD_X)[0]
        lamps = [(place, x) for place in kit.places for x in _LAMPS]
        self._lamp_at = [place.at(x, -34) for place, x in lamps]
        self._lamp = kit.cut(first.pieces(seaside.quay_lamp()), Role.NEAR, lift=6)
        self.lamps = tuple(
            Lamp(place.at(x, -12 - seaside.QUAY_LAMP_PX), round(150 * first.scale)) for place, x in lamps
        )
        self.garlands = tuple(Garland(kit, place, _GARLAND_FROM, MAST_TOP) for place in kit.places)
        self._buoy = kit.cut(seaside.bell_buoy(), Role.NEAR, lift=5, turns=True)
        seaward = (190.0 if first.scale == 1 else -150.0) * first.facing
        self._buoy_at = (middle_x + (seaward if len(kit.places) == 1 else -150.0), 640.0)
        self._waves = near_waves(kit.look, (WATER_Y + 20, WATER_Y + 62))
        self._swing = 0.0
        self._beat = 0.0

    def behind(self) -> list[Layer]:
        """All that lies behind the cranes."""
        kit, look = self._kit, self._kit.look
        day = day_of(look)
        far = towards(HILL, day.haze, 0.76 if look.contrast else 0.62)
        hills = places.hill_strip(plain(look), far, height=150, depth=20, seed=5, bumps=4, fade=day.haze)
        return [
            *sky(look, day, horizon=_HORIZON, sun=(self._landward, _SUN_Y)),
            Slow(Strip(hills, _HORIZON + 4, 0.04)),
            Slow(Strip(_shore(look, day.haze), _HORIZON + 12, 0.1)),
            *map(Slow, sea(look, day, horizon=_HORIZON + 6, foot=1010)),
            *(Still(_quay(kit, place), place.origin) for place in kit.places),
            *(Still(self._lamp, at) for at in self._lamp_at),
        ]

    def alive(self) -> list[Layer]:
        """What moves behind the cranes by itself."""
        kit = self._kit
        return [*(kit.alive(gull) for gull in gulls(kit.look, (self._landward, 250.0))), self._draw_buoy]

    def step(self, dt_s: float) -> None:
        """The bell buoy leans with a led beat."""
        kit = self._kit
        self._swing = approach(self._swing, float(kit.beat is not None), 2, dt_s)
        self._beat = self._beat if kit.beat is None else kit.beat

    def draw_waves(self, surface: pygame.Surface) -> None:
        """The nearest waves, between the quays."""
        ends = [place.at(EDGE_X - 4)[0] for place in self._kit.places]
        if len(ends) < 2:
            ends.append(SIZE[0] if self._kit.places[0].facing > 0 else 0)
        left, right = sorted(ends)
        surface.set_clip(pygame.Rect(round(left), 0, round(right - left), SIZE[1]))
        for row in self._waves:
            row.draw(surface, self._kit.idle_s, 0.0)
        surface.set_clip(None)

    def _draw_buoy(self, surface: pygame.Surface) -> None:
        if self._kit.look.contrast and self._swing < 0.01:
            return
        idle = 3.0 * math.sin(self._kit.idle_s * 1.1)
        led = 16.0 * math.cos(math.tau * self._beat) * self._swing
        self._buoy.draw(surface, self._buoy_at, turn_deg=idle * (1 - self._swing) + led)


def _shore(look: Look, haze: Rgb) -> Cutout:
    chance = random.Random(4)
    height, seed, bumps = 84.0, 21, 3
    line = places.skyline(height, seed, bumps)
    growing: list[Piece] = []
    for index in range(16):
        x = 1180 + 42 * index + chance.uniform(-12, 12)
        kind = scenery.tree if index % 3 == 0 else scenery.pine
        growing += placed(kind(index, chance.uniform(50, 84)), (x, places.height_at(line, x) + 6))
    for index, x in enumerate((640, 706, 782)):
        growing += placed(scenery.house(index + 4, 74), (x, places.height_at(line, x) + 8))
    growing += placed(scenery.lighthouse(190), (1500, places.height_at(line, 1500) + 4))
    sunk = 0.74 if look.contrast else 0.0
    hazed = tuple(places.seen_through(piece, haze, max(sunk, 0.42)) for piece in growing)
    paper = towards(MEADOW, haze, max(sunk, 0.46))
    return places.hill_strip(
        plain(look), paper, height=height, depth=24, seed=seed, bumps=bumps, fade=paper.shade, growing=hazed
    )


def _quay(kit: Kit, place: Place) -> Picture:
    """Stone and boards as far as the picture reaches, and the houses of the quay behind."""
    landward = place.origin[0] if place.facing > 0 else SIZE[0] - place.origin[0]
    start = -landward / place.scale - 40
    width = math.ceil(landward + EDGE_X * place.scale + 12)
    top = 300 * place.scale
    left = -landward if place.facing > 0 else landward - width
    window = pygame.Rect(math.floor(left), -math.ceil(top), width, math.ceil(top) + SIZE[1] - GROUND_Y)
    stones = seaside.paved_quay(start, EDGE_X, 3 if place.scale == 1 else 4)
    return kit.cut(place.pieces((*_houses(), *stones)), Role.NEAR, lift=8, window=window)


def _houses() -> Pieces:
    haze: Rgb = (214, 214, 204)
    row: list[Piece] = []
    for index, x in enumerate((-120.0, 96.0, 300.0, -336.0, -552.0)):
        house = placed(scenery.house(index * 5 + 2, 196), (x, -40))
        row += [places.seen_through(piece, haze, 0.5) for piece in house]
    return tuple(row)
