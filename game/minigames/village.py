"""The village street that the parade marches along: sky, bay, cottages, house fronts, cobbles, bunting."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.minigames.bandstand import bandstand, wide_gradient
from game.minigames.gluing import Part, Pieces, Sprite, glued, glued_sprites, glued_strip
from game.minigames.house_fronts import FRONTS, STRIP, front, lamp_post
from game.ui import places, scenery
from game.ui.curves import Point, box, ribbon, ridge
from game.ui.landscape import HEIGHT, WIDTH, Drifter, Gull, Living
from game.ui.paper import Cutout, Piece, RotatingCutout, cut, gradient, placed
from game.ui.theme import (
    CREAM,
    DARK_WOOD,
    DAYS,
    FOREST,
    HILL,
    NIGHT,
    SEA,
    WOOD,
    Look,
    TimeOfDay,
    Tones,
    mix,
    tones,
    towards,
)

FOOT_Y = 716
"""Where the house fronts meet the pavement."""
_HORIZON = 560
_COTTAGES_Y = 660
_EAVES_Y = 420
# The lanes between the houses: from where to where nothing but them is behind the trees.
_LANES = (
    *((a.x + a.width - 8, b.x + 8) for a, b in pairwise(FRONTS) if b.x > a.x + a.width),
    (FRONTS[-1].x + FRONTS[-1].width - 8, STRIP + 8),
)
_DAY = DAYS[TimeOfDay.MORNING]
_COBBLE = Tones((214, 202, 194), (188, 174, 172), (232, 222, 210))
_POST_EVERY = 1024
_TUB_EVERY = 780
_ROPE_Y, _ROPE_SAG, _FLAGS = 92, 78, 13
_FLAG_COLOURS = (
    tones((236, 178, 92)),
    tones((104, 172, 190)),
    tones((220, 140, 160)),
    tones((132, 178, 124)),
)


class Street:
    """The street, drawn from far to near. walked_px: how far the parade has come."""

    def __init__(self, look: Look, seed: int) -> None:
        self._look = look
        self.windows = [(house.x + x, FOOT_Y + y) for house in FRONTS for x, y in house.window_sills()]
        random.Random(seed).shuffle(self.windows)
        self._cobbles = _cobbles(look)
        self._rope = glued([(cut(_rope(), look, lift=4), (0, 0))])
        self._flags = [RotatingCutout(_flag(paper), look, lift=4) for paper in _FLAG_COLOURS]
        self._post = glued([(cut(lamp_post(), look, lift=5), (0, 0))])
        if look.contrast:
            return
        self._sky = wide_gradient(_HORIZON + 40, _DAY.sky)
        self._life = _sky_life(look)
        self._bay = _bay(look)
        self._cottages = _cottages(look)
        self._fronts = _fronts(look)
        self._tubs = [glued([(cut(_tub(index), look, lift=8), (0, 0))]).scaled(0.86) for index in range(3)]

    def draw(self, target: pygame.Surface, time_s: float, walked_px: float) -> None:
        """Draw all but the bunting."""
        if self._look.contrast:
            target.fill(NIGHT, (0, 0, WIDTH, FOOT_Y))
        else:
            target.blit(self._sky, (0, 0), (0, 0, WIDTH, _EAVES_Y))
            for living in self._life:
                living.draw(target, time_s, walked_px)
            self._draw_lanes(target, walked_px)
            first = round(-walked_px) % STRIP - STRIP
            for x in (first, first + STRIP):
                target.blit(self._fronts.surface, self._fronts.rect((x, FOOT_Y)))
        offset = round(-walked_px) % STRIP
        target.blit(self._cobbles, (offset - STRIP, FOOT_Y))
        target.blit(self._cobbles, (offset, FOOT_Y))

    def _draw_lanes(self, target: pygame.Surface, walked_px: float) -> None:
        """What is seen between the houses. Behind the houses nothing is drawn: nobody would see it."""
        whole = target.get_clip()
        for left, right in _LANES:
            x = round(left - walked_px) % STRIP - STRIP
            for lane_x in (x, x + STRIP):
                lane = pygame.Rect(lane_x, 0, right - left, FOOT_Y).clip(whole)
                if lane.width == 0:
                    continue
                target.set_clip(lane)
                target.blit(self._sky, (0, _EAVES_Y), (0, _EAVES_Y, WIDTH, HEIGHT))
                _repeat(self._bay, target, -walked_px * 0.06, _HORIZON)
                _repeat(self._cottages, target, -walked_px * 0.35, _COTTAGES_Y)
        target.set_clip(whole)

    def draw_bunting(self, target: pygame.Surface, time_s: float, walked_px: float, sway: float) -> None:
        """Lamp posts at the kerb, and ropes with flags. sway: -1 to 1, how the flags swing."""
        first = -(walked_px % _POST_EVERY) - _POST_EVERY + 190
        for post in range(4):
            x = first + post * _POST_EVERY
            if post < 3:
                self._rope.draw(target, (x, _ROPE_Y))
                self._draw_flags(target, x, time_s, sway)
            if -80 < x < WIDTH + 80:
                self._post.draw(target, (x, FOOT_Y + 16))

    def _draw_flags(self, target: pygame.Surface, x: float, time_s: float, sway: float) -> None:
        for index in range(_FLAGS):
            at = (x + _POST_EVERY * (index + 0.5) / _FLAGS, 0.0)
            if not -60 < at[0] < WIDTH + 60:
                continue
            dip = _sag((index + 0.5) / _FLAGS)
            wind = math.sin(time_s * 1.1 + index * 0.8) * 3
            flag = self._flags[index % len(self._flags)]
            flag.draw(target, (at[0], _ROPE_Y + dip - 3), wind + 9 * sway)

    def draw_front(self, target: pygame.Surface, walked_px: float) -> None:
        """Flower tubs on our side of the street; they pass faster than all else."""
        if self._look.contrast:
            return
        for index in range(3):
            x = (index * _TUB_EVERY + 40 - walked_px * 1.25) % (3 * _TUB_EVERY) - 140
            self._tubs[index].draw(target, (x, HEIGHT - 3))

    @property
    def ground(self) -> pygame.Surface:
        """Pavement and cobbles, from FOOT_Y down."""
        return self._cobbles

    def far(self) -> list[tuple[Sprite, Point]]:
        """What lies behind the house fronts, for another picture of the village."""
        if self._look.contrast:
            return []
        return [(self._bay, (0, _HORIZON)), (self._cottages, (-260, _COTTAGES_Y))]

    def window(self, number: int, walked_px: float) -> Point:
        """Where a window's sill is in the picture now; it may lie outside."""
        x, y = self.windows[number]
        return ((x - walked_px + 160) % STRIP - 160, y)

    def above_roofs(self, number: int, walked_px: float) -> Point:
        """Where the number-th balloon floats now."""
        x = 90 + number * 617
        return ((x - walked_px + 160) % STRIP - 160, 330.0 - 46 * (number * 5 % 4))


def _repeat(strip: Sprite, target: pygame.Surface, x: float, y: float) -> None:
    first = round(x) % STRIP - STRIP
    strip.draw(target, (first, y))
    strip.draw(target, (first + STRIP, y))


def _sky_life(look: Look) -> list[Living]:
    """A few clouds and a gull; the light comes from the upper left, from beyond the picture."""
    life: list[Living] = []
    for index, (x, y, width) in enumerate(((250, 330, 250), (1250, 250, 300), (1760, 400, 200))):
        hazed = [places.seen_through(p, _DAY.haze, 0.1) for p in scenery.cloud(index + 2, width, _DAY.haze)]
        drift = 0.0 if look.reduced_motion else 5.0 + 2 * index
        life.append(Drifter(cut(hazed, look, lift=7), (x, y), drift, near=0.02))
    wings = tuple(cut(scenery.gull(flap), look, lift=4) for flap in (-0.7, 0.0, 0.7))
    return [*life, Gull(wings, (700, 290), (420, 50), 46.0, 0.2)]


def _bay(look: Look) -> Sprite:
    """The sea at the end of every lane, and the hills beyond it."""
    half = STRIP // 2
    hills = ((-40, 30), (-40, -20), *ridge(half, 48, 9, 3), (half + 40, -20), (half + 40, 30))
    far = Piece(hills, towards(HILL, _DAY.haze, 0.6), fade=_DAY.haze, lean=0.0)
    water = Piece(box(-40, 0, half + 80, 60), towards(SEA, _DAY.haze, 0.3), lift=0, lean=0.0)
    window = pygame.Rect(0, -52, half, 102)
    # What is farthest is cut at half its size: it is soft in the haze anyway.
    distance = glued([(cut((far, water), look, lift=0, window=window), (0, 0))]).scaled(2)
    boat = [places.seen_through(p, _DAY.haze, 0.3) for p in scenery.boat(84)]
    boats = [(glued([(cut(boat, look, lift=4), (0, 0))]), (x, 46.0)) for x in (700.0, 1580.0)]
    return glued_sprites([(distance, (0, 0)), *boats], pygame.Rect(0, -104, STRIP, 204))


def _cottages(look: Look) -> Sprite:
    """The lanes behind the street: cottages, trees and the bandstand, soft in the haze."""
    window = pygame.Rect(0, -250, STRIP, 330)

    def hazed(pieces: Sequence[Piece], share: float = 0.42) -> Pieces:
        return tuple(places.seen_through(piece, _DAY.haze, share) for piece in pieces)

    homes = [cut(hazed(scenery.house(seed, 160)), look, lift=4) for seed in (3, 8, 14)]
    trees = [cut(hazed(scenery.tree(seed, 170)), look, lift=4) for seed in (2, 5)]
    pavilion = cut(hazed(placed(bandstand(), (0, 0), 0.46), 0.3), look, lift=4)
    ground = Piece(box(0, -8, STRIP, 90), towards(HILL, _DAY.haze, 0.4), lift=0, lean=0.0)
    parts: list[Part] = []
    parts += [(trees[i % 2], (120 + i * 237, -4)) for i in range(8)]
    parts += [(homes[i % 3], (90 + i * 219 + 30 * (i % 2), 0)) for i in range(9) if i not in (3, 8)]
    parts.append((cut((ground,), look, lift=0, window=pygame.Rect(0, -8, STRIP, 80)), (0, 0)))
    parts += [(pavilion, (x, 26)) for x in (724, 1856)]
    return glued(parts, window)


def _fronts(look: Look) -> Cutout:
    """The house fronts, with garden trees and a low wall where a lane opens."""
    window = pygame.Rect(0, -590, STRIP, 594)
    tree = cut([places.seen_through(p, _DAY.haze, 0.14) for p in scenery.tree(11, 300)], look, lift=6)
    bush = cut([places.seen_through(p, _DAY.haze, 0.12) for p in scenery.bush(4, 150, FOREST)], look, lift=5)
    parts: list[Part] = []
    for house in FRONTS:
        parts += front(house, look)
    for x in (668, 1800):
        parts += [(tree, (x - 40, 0)), (bush, (x + 60, 2)), (bush, (x + 210, 2))]
    around = [(part, (at[0] + turn, at[1])) for turn in (-STRIP, STRIP) for part, at in parts]
    return glued_strip([*around, *parts], window)


def _cobbles(look: Look) -> pygame.Surface:
    """Pavement and street; its stones grow towards us."""
    depth = HEIGHT - FOOT_Y
    if look.contrast:
        surface = pygame.Surface((STRIP, depth))
        surface.fill((34, 40, 54))
        return surface
    near, far = _COBBLE.base, mix(_COBBLE.base, _DAY.haze, 0.35)
    surface = gradient((STRIP, depth), (far, near, _COBBLE.shade))
    chance = random.Random(4)
    y, tall = 34.0, 15.0
    while y < depth:
        wide = STRIP / round(STRIP / (tall * 2.7))
        paper = Tones(*(mix(tone, mix(far, near, y / depth), 0.5) for tone in _COBBLE))
        stones = [
            cut(
                (Piece(box(0, 0, wide - 5, tall - 4, tall * 0.36), towards(paper, shade, 0.2), lift=0),),
                look,
                lift=2,
            )
            for shade in (paper.light, paper.shade)
        ]
        start = chance.uniform(0, wide)
        for index in range(-1, round(STRIP / wide) + 1):
            stones[chance.random() < 0.4].draw(surface, (start + index * wide, y))
        y, tall = y + tall, tall * 1.12
    slab = towards(tones(CREAM), _COBBLE.base, 0.5)
    slabs = [
        cut((Piece(box(0, 0, 126, 26, 3), towards(slab, _COBBLE.base, share), lift=0),), look, lift=4)
        for share in (0.0, 0.18)
    ]
    for index in range(-1, STRIP // 128 + 1):
        slabs[chance.random() < 0.3].draw(surface, (index * 128 + 1, 0))
    return surface.convert()


def _sag(share: float) -> float:
    return _ROPE_SAG * (1 - (2 * share - 1) ** 2)


def _rope() -> Pieces:
    line = tuple((_POST_EVERY * i / 24, _sag(i / 24)) for i in range(25))
    return (Piece(ribbon(line, 6), tones((150, 120, 100)), lift=0),)


def _tub(seed: int) -> Pieces:
    """A wooden tub with flowers, 120 px tall."""
    blooms: list[Piece] = []
    for index in range(5):
        blooms += placed(scenery.flower(seed * 5 + index, 36), (-44 + index * 22, -44 + 6 * (index % 2)))
    body = ((-66, -54), (66, -54), (54, 0), (-54, 0))
    hoop = ribbon(((-60, -28), (60, -28)), 9)
    return (
        *placed(scenery.bush(seed + 3, 120), (0, -44)),
        *blooms,
        Piece(body, WOOD, lift=4),
        Piece(hoop, DARK_WOOD, lift=1),
        Piece(box(-70, -62, 140, 15, 5), WOOD, lift=3),
    )


def _flag(paper: Tones) -> Pieces:
    return (
        Piece(((-25, 0), (25, 0), (4, 58), (0, 62), (-4, 58)), paper, lift=3),
        Piece(box(-26, -3, 52, 9, 3), tones(CREAM), lift=1),
    )
