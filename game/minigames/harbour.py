"""The harbour: bay and town, quays, cargo boat, bell buoy, lanterns, and the evening that comes at last."""

from __future__ import annotations

import math
import random

import pygame

from game.minigames import harbour_boat as afloat
from game.minigames import harbour_sky as overhead
from game.minigames import harbour_water as water
from game.minigames.harbour_backdrop import Backdrop, Part
from game.minigames.harbour_festoon import Festoon
from game.minigames.harbour_ground import EDGE_X, Ground
from game.minigames.harbour_hush import hushed, plain
from game.ui import places, scenery
from game.ui.curves import Outline, Point, box, oval, ribbon
from game.ui.landscape import Living, Strip
from game.ui.paper import Cutout, Piece, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.screen import SIZE
from game.ui.theme import (
    DARK_WOOD,
    HILL,
    MEADOW,
    SLATE,
    STONE,
    STRAW,
    WOOD,
    Day,
    Look,
    Rgb,
    Tones,
    mix,
    tones,
    towards,
)

GROUND_Y = 850
WATER_Y = 936
_HORIZON = overhead.HORIZON
_LANDWARD_X, _BETWEEN_X = 250.0, 150.0
"""Over the land, away from what is lifted: there the sun stands and the gulls circle."""
_LAMPS = (40.0, 530.0, 906.0)
_LAMP_PX = 196.0
_DUSK: tuple[Rgb, ...] = ((112, 104, 168), (196, 140, 168), (255, 178, 128), (150, 122, 160), (104, 92, 146))
"""What the colours are multiplied by when evening has come, from the top of the picture to its foot."""
_EVENING_S = 2.2
_BAND_PX = 6
# The slow sway of everything far.
_SWAY_PX, _SWAY_S = 26.0, 40.0


class Harbour:
    """Everything that is neither crane nor cargo. grounds: one for each berth; middle_x: of the boat."""

    def __init__(self, look: Look, grounds: tuple[Ground, ...], middle_x: float) -> None:
        self._look = look
        self._grounds = grounds
        day = overhead.day_of(look)
        landward = grounds[0].at(_LANDWARD_X)[0] if len(grounds) == 1 else middle_x + _BETWEEN_X
        self._gulls = overhead.gulls_of(look, landward)
        self._sky = overhead.ground_of(day)
        self._quays = tuple(_quay(look, ground) for ground in grounds)
        self._lamps = tuple((ground, ground.at(x, -34)) for ground in grounds for x in _LAMPS)
        self._lamp = cut(*hushed(grounds[0].pieces(lamp()), look), lift=6)
        self._backdrop = Backdrop(self._parts(overhead.far_life(look, day, landward), day))
        way = grounds[0].facing
        self._boat = afloat.CargoBoat(
            look, (middle_x, WATER_Y), both=len(grounds) > 1, way=way, scale=grounds[0].scale
        )
        self._buoy = RotatingCutout(*hushed(afloat.buoy(), look), lift=5)
        seaward = 190.0 if grounds[0].scale == 1 else -150.0
        self._buoy_at = (middle_x + seaward * way, 640.0) if len(grounds) == 1 else (middle_x - 150, 640.0)
        self._glow = _radial(round(150 * grounds[0].scale), (255, 190, 96))
        self._wide_glow = _radial(round(330 * grounds[0].scale), (224, 138, 62))
        self._festoons: tuple[Festoon, ...] = ()
        self._waves = water.front(look, (WATER_Y + 20, WATER_Y + 62))
        self._evening_s = -1.0
        self._beat = 0.0
        self._swing = 0.0

    def step(self, dt_s: float, beat: float | None) -> None:
        """Move on by dt_s; the bell buoy leans with a led beat."""
        if self._evening_s >= 0:
            self._evening_s += dt_s
        want = 1.0 if beat is not None else 0.0
        self._swing += (want - self._swing) * min(1.0, dt_s * 2)
        self._beat = self._beat if beat is None else beat
        self._boat.step(dt_s, sailing=self._evening_s >= 0)

    def rehearse(self) -> None:
        """Cut what only the evening needs."""
        if not self._festoons:
            self._festoons = tuple(Festoon(self._look, ground) for ground in self._grounds)
        self._boat.rehearse()

    def finish(self) -> None:
        """Evening comes and the boat sets sail."""
        self.rehearse()
        self._evening_s = 0.0

    def draw_back(self, surface: pygame.Surface, time_s: float) -> None:
        """All that lies behind the cranes."""
        self._backdrop.draw(surface, time_s)
        for gull in self._gulls:
            gull.draw(surface, time_s, 0.0)
        self._draw_buoy(surface, time_s)
        if self._evening_s >= 0:
            self._boat.draw_sailing(surface, time_s)

    def _parts(self, life: list[Living], day: Day) -> tuple[Part, ...]:
        """The backdrop: sky, land, water, quays."""
        look = self._look

        def layers(some: list[Living]) -> Part:
            def draw(surface: pygame.Surface, time_s: float) -> None:
                sway = 0.0 if look.reduced_motion else _SWAY_PX * math.sin(math.tau * time_s / _SWAY_S)
                for one in some:
                    one.draw(surface, time_s, sway)

            return draw

        def sky(surface: pygame.Surface, time_s: float) -> None:
            surface.blit(self._sky, (0, 0))
            layers(life)(surface, time_s)

        far = towards(HILL, day.haze, 0.76 if look.contrast else 0.62)
        hills = places.hill_strip(plain(look), far, height=150, depth=20, seed=5, bumps=4, fade=day.haze)
        land: list[Living] = [
            Strip(hills, _HORIZON + 4, 0.04),
            Strip(_shore(look, day.haze), _HORIZON + 12, 0.1),
        ]
        rows = water.bay(look, day, horizon=_HORIZON + 6, foot=1010)
        return (sky, layers([*land, *rows[:2]]), layers(rows[2:4]), layers(rows[4:]), self._draw_quays)

    def _draw_quays(self, surface: pygame.Surface, time_s: float) -> None:
        del time_s
        for quay, ground in zip(self._quays, self._grounds, strict=True):
            quay.draw(surface, ground.origin)
        for _, at in self._lamps:
            self._lamp.draw(surface, at)

    def draw_boat(self, surface: pygame.Surface, time_s: float, left: float) -> None:
        """The moored boat behind its load. left: the share of its cargo that is still aboard."""
        if self._evening_s < 0:
            self._boat.draw_back(surface, time_s, left)

    def draw_front(self, surface: pygame.Surface, time_s: float) -> None:
        """The side of the boat, and the nearest waves."""
        if self._evening_s < 0:
            self._boat.draw_side(surface, time_s)
        ends = [ground.at(EDGE_X - 4)[0] for ground in self._grounds]
        if len(ends) < 2:
            ends.append(SIZE[0] if self._grounds[0].facing > 0 else 0)
        left, right = sorted(ends)
        surface.set_clip(pygame.Rect(round(left), 0, round(right - left), SIZE[1]))
        for row in self._waves:
            row.draw(surface, time_s, 0.0)
        surface.set_clip(None)
        self._boat.draw_plank(surface, self._grounds)

    def draw_evening(self, surface: pygame.Surface) -> None:
        """The light of the evening over everything, and the lanterns, one after the other."""
        if self._evening_s < 0:
            return
        share = self._evening
        if not self._look.contrast:
            _darken(surface, share)
        for index, (_, at) in enumerate(self._lamps):
            lit = min(max((self._evening_s - 0.2 - 0.25 * index) / 0.5, 0.0), 1.0)
            scale = self._grounds[0].scale
            self._shine(surface, (at[0], at[1] - (_LAMP_PX - 22) * scale), lit)
        for at in self._boat.lights():
            self._shine(surface, at, share * 0.7)
        for festoon in self._festoons:
            for at, lit in festoon.draw(surface, self._evening_s):
                self._shine(surface, at, 0.3 * lit)

    def light(self, surface: pygame.Surface, at: Point | None) -> float:
        """Warm light about what was built. Returns how far the evening has come, 0 where no dusk falls."""
        if at is None or self._look.contrast:
            return 0.0
        self._shine(surface, at, self._evening, self._wide_glow)
        return self._evening

    @property
    def _evening(self) -> float:
        share = min(max(self._evening_s, 0.0) / _EVENING_S, 1.0)
        return share * share * (3 - 2 * share)

    def _shine(
        self, surface: pygame.Surface, at: Point, lit: float, glows: tuple[pygame.Surface, ...] = ()
    ) -> None:
        if lit <= 0:
            return
        glows = glows or self._glow
        glow = glows[min(int(lit * len(glows)), len(glows) - 1)]
        surface.blit(glow, glow.get_rect(center=at), special_flags=pygame.BLEND_ADD)

    def _draw_buoy(self, surface: pygame.Surface, time_s: float) -> None:
        if self._look.contrast and self._swing < 0.01:
            return
        idle = 0.0 if self._look.reduced_motion else 3.0 * math.sin(time_s * 1.1)
        led = 16.0 * math.cos(math.tau * self._beat) * self._swing
        self._buoy.draw(surface, self._buoy_at, idle * (1 - self._swing) + led)


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


def _quay(look: Look, ground: Ground) -> Cutout:
    """Stone and boards as far as the picture reaches, and the houses of the quay behind."""
    landward = ground.origin[0] if ground.facing > 0 else SIZE[0] - ground.origin[0]
    start = -landward / ground.scale - 40
    width = math.ceil(landward + EDGE_X * ground.scale + 12)
    top = 300 * ground.scale
    left = -landward if ground.facing > 0 else landward - width
    window = pygame.Rect(math.floor(left), -math.ceil(top), width, math.ceil(top) + SIZE[1] - GROUND_Y)
    pieces = ground.pieces(_houses())
    stones = ground.pieces(_stones(start, 3 if ground.scale == 1 else 4))
    return cut(*hushed((*pieces, *stones), look, 0.6), lift=8, window=window)


def _houses() -> Pieces:
    haze: Rgb = (214, 214, 204)
    row: list[Piece] = []
    for index, x in enumerate((-120.0, 96.0, 300.0, -336.0, -552.0)):
        house = placed(scenery.house(index * 5 + 2, 196), (x, -40))
        row += [places.seen_through(piece, haze, 0.5) for piece in house]
    return tuple(row)


def _stones(start: float, rows: int) -> Pieces:
    chance = random.Random(2)
    length = EDGE_X - start
    paving = tones((224, 206, 178))
    seam = Tones(mix(paving.base, paving.shade, 0.5), paving.shade, paving.base)
    seams = [
        Piece(ribbon(((start, y), (EDGE_X - 22 + y * 0.2, y)), 3), seam, lift=0, lean=0)
        for y in (-22.0, 8.0, 44.0)
    ]
    stones: list[Piece] = []
    for row in range(rows):
        x = start - 60 + 50 * (row % 2)
        while x < EDGE_X - 60:
            wide = min(chance.uniform(96, 150), EDGE_X - 6 - x)
            shade = towards(STONE, (120, 128, 150), chance.uniform(0.05, 0.3) + 0.1 * row)
            stones.append(Piece(box(x, 114 + 50 * row, wide - 8, 44, 9), shade, lift=1))
            x += wide
    top: Outline = ((start, -46), (EDGE_X - 26, -46), (EDGE_X, 92), (start, 92))
    wall = towards(STONE, (96, 104, 132), 0.42)
    return (
        Piece(top, paving, lean=0.0),
        *seams,
        Piece(box(start, 100, length - 4, 400), wall, lift=4, lean=0.0),
        *stones,
        Piece(box(start, 86, length + 6, 24, 7), WOOD, lift=5, lean=0.0),
        *(Piece(box(x, 96, 26, 92, 10), DARK_WOOD, lift=5) for x in (EDGE_X - 46,)),
    )


def lamp() -> Pieces:
    """A lantern on a post, about its foot."""
    top = -_LAMP_PX
    return (
        Piece(ribbon(((0, 4), (0, top + 44)), 12, 9), SLATE),
        Piece(box(-13, -14, 26, 18, 5), SLATE, lift=2),
        Piece(
            ((-14, top + 46), (-20, top + 10), (20, top + 10), (14, top + 46)), tones((250, 226, 160)), lift=2
        ),
        Piece(((-27, top + 12), (0, top - 12), (27, top + 12)), SLATE, lift=3),
        Piece(ribbon(((0, top + 12), (0, top + 46)), 4), SLATE, lift=0),
        Piece(oval((0, top - 13), 11, 11, 20), STRAW, lift=1),
        Piece(box(-17, top + 42, 34, 8, 3), SLATE, lift=2),
    )


def _darken(surface: pygame.Surface, share: float) -> None:
    """Lay a share of the evening's colours over the picture, in bands too narrow to be seen."""
    for y in range(0, SIZE[1], _BAND_PX):
        at = y / SIZE[1] * (len(_DUSK) - 1)
        dusk = mix(_DUSK[int(at)], _DUSK[min(int(at) + 1, len(_DUSK) - 1)], at % 1)
        light = mix((255, 255, 255), dusk, share)
        surface.fill(light, (0, y, SIZE[0], _BAND_PX), special_flags=pygame.BLEND_MULT)


def _radial(radius: int, colour: Rgb) -> tuple[pygame.Surface, ...]:
    """A soft light in eight strengths, to be added to what it falls on."""
    glows = []
    for step in range(8):
        glow = pygame.Surface((2 * radius, 2 * radius))
        for ring in range(radius, 0, -2):
            near = 1 - ring / radius
            strength = (step + 1) / 8 * (0.55 * near**2.2 + 0.45 * near**9)
            pygame.draw.circle(glow, mix((0, 0, 0), colour, strength), (radius, radius), ring)
        glows.append(glow)
    return tuple(glows)
