"""The village street that the parade marches along: sky, bay, cottages, house fronts, cobbles, bunting."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.minigames.bandstand import bandstand, wide_gradient
from game.minigames.gluing import Part, Pieces, Sprite, glued, glued_sprites
from game.minigames.house_fronts import FRONTS, STRIP, front, lamp_post
from game.ui import places, scenery
from game.ui.curves import Point, box, leaf, ribbon, ridge
from game.ui.landscape import HEIGHT, WIDTH, Drifter, Gull
from game.ui.paper import Piece, RotatingCutout, cut, placed
from game.ui.theme import (
    CREAM,
    DAYS,
    FOREST,
    HILL,
    NIGHT,
    SEA,
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
_EAVES_Y = 436
_LANE_NEAR = 0.3
# The lanes between the houses: from where to where nothing but them is behind the trees.
_LANES = (
    *((a.x + a.width - 4, b.x + 4) for a, b in pairwise(FRONTS) if b.x > a.x + a.width),
    (FRONTS[-1].x + FRONTS[-1].width - 4, STRIP + 4),
)
_DAY = DAYS[TimeOfDay.MORNING]
_COBBLE = Tones((214, 202, 194), (188, 174, 172), (232, 222, 210))
_POST_EVERY = 1024
_ROPE_Y, _ROPE_SAG, _FLAGS = 92, 78, 13
_FLAG_COLOURS = (
    tones((236, 200, 142)),
    tones((146, 190, 200)),
    tones((224, 174, 184)),
    tones((164, 194, 156)),
)


class Street:
    """The street, drawn from far to near. walked_px: how far the parade has come."""

    def __init__(self, look: Look, seed: int) -> None:
        self._look = look
        self.windows = [(house.x + x, FOOT_Y + y) for house in FRONTS for x, y in house.window_sills()]
        random.Random(seed).shuffle(self.windows)
        self._flags = [RotatingCutout(_flag(paper), look, lift=4) for paper in _FLAG_COLOURS]
        rope, post = cut(_rope(), look, lift=4), cut(lamp_post(), look, lift=5)
        self._rope = glued([(rope, (0, 0))]).pressed()
        self._post = glued([(post, (0, 0))]).pressed()
        self._picture = pygame.Surface((STRIP, HEIGHT))
        self._picture.fill(NIGHT)
        _pave(self._picture, look)
        if look.contrast:
            return
        self._clouds = _clouds(look)
        self._swallows = _swallows(look)
        self._far = [(_bay(look), (0.0, _HORIZON)), (_cottages(look), (0.0, _COTTAGES_Y))]
        self._paint_fronts(look)

    def _paint_fronts(self, look: Look) -> None:
        """Paint sky and houses; keep apart what is seen through the lanes and what stands before it."""
        sky = wide_gradient(_HORIZON + 40, _DAY.sky, STRIP)
        self._picture.blit(sky, (0, 0))
        self._lane = pygame.Surface((STRIP, FOOT_Y - _EAVES_Y))
        self._lane.blit(sky, (0, -_EAVES_Y))
        for strip, at in self._far:
            strip.draw(self._lane, (at[0], at[1] - _EAVES_Y))
        parts = _fronts(look)
        for part, (x, y) in parts:
            self._picture.blit(part.surface, part.rect((x, FOOT_Y + y)))
        self._before = [
            glued(parts, pygame.Rect(left, _EAVES_Y - FOOT_Y, right - left, FOOT_Y - _EAVES_Y)).pressed()
            for left, right in _LANES
        ]
        _pave(self._picture, look)

    def draw(self, target: pygame.Surface, time_s: float, walked_px: float) -> None:
        """Draw all but the bunting."""
        first = round(-walked_px) % STRIP - STRIP
        for x in (first, first + STRIP):
            target.blit(self._picture, (x, 0))
        if self._look.contrast:
            return
        for cloud in self._clouds:
            cloud.draw(target, time_s, walked_px)
        for swallow in self._swallows:
            swallow.draw(target, time_s, walked_px)
        for x in (first, first + STRIP):
            for (left, right), before in zip(_LANES, self._before, strict=True):
                self._draw_lane(target, pygame.Rect(x + left, _EAVES_Y, right - left, FOOT_Y), walked_px)
                before.draw(target, (x, FOOT_Y))

    def _draw_lane(self, target: pygame.Surface, lane: pygame.Rect, walked_px: float) -> None:
        """What is seen between two houses: it moves slower than they."""
        whole = target.get_clip()
        target.set_clip(lane.clip(whole))
        first = round(-walked_px * _LANE_NEAR) % STRIP - STRIP
        for x in (first, first + STRIP):
            target.blit(self._lane, (x, _EAVES_Y))
        target.set_clip(whole)

    def draw_bunting(self, target: pygame.Surface, time_s: float, walked_px: float, sway: float) -> None:
        """Lamp posts at the kerb, and ropes with flags. sway: -1 to 1, how the flags swing."""
        first = -(walked_px % _POST_EVERY) - _POST_EVERY + 190
        for post in range(4):
            x = first + post * _POST_EVERY
            self._post.draw(target, (x, FOOT_Y + 16))
            self._rope.draw(target, (x, _ROPE_Y))
            self._draw_flags(target, x, time_s, sway)

    def _draw_flags(self, target: pygame.Surface, x: float, time_s: float, sway: float) -> None:
        for index in range(_FLAGS):
            at = (x + _POST_EVERY * (index + 0.5) / _FLAGS, 0.0)
            if not -60 < at[0] < WIDTH + 60:
                continue
            dip = _sag((index + 0.5) / _FLAGS)
            wind = math.sin(time_s * 1.1 + index * 0.8) * 3
            flag = self._flags[index % len(self._flags)]
            flag.draw(target, (at[0], _ROPE_Y + dip - 3), wind + 9 * sway)

    @property
    def ground(self) -> pygame.Surface:
        """Pavement and cobbles, from FOOT_Y down."""
        return self._picture.subsurface((0, FOOT_Y, STRIP, HEIGHT - FOOT_Y))

    def far(self) -> list[tuple[Sprite, Point]]:
        """What lies behind the house fronts, for another picture of the village."""
        return [] if self._look.contrast else [(strip, (x - 130, y)) for strip, (x, y) in self._far]

    def window(self, number: int, walked_px: float) -> Point:
        """Where a window's sill is in the picture now; it may lie outside."""
        x, y = self.windows[number]
        return ((x - walked_px + 160) % STRIP - 160, y)

    def above_roofs(self, number: int, walked_px: float) -> Point:
        """Where the number-th balloon floats now."""
        x = 90 + number * 617
        return ((x - walked_px + 160) % STRIP - 160, 330.0 - 46 * (number * 5 % 4))


def _clouds(look: Look) -> list[Drifter]:
    """A few clouds above all roofs; the light comes from the upper left."""
    clouds = []
    for index, (x, y, width) in enumerate(((330, 128, 230), (1330, 118, 280), (1800, 132, 190))):
        hazed = [places.seen_through(p, _DAY.haze, 0.1) for p in scenery.cloud(index + 2, width, _DAY.haze)]
        drift = 0.0 if look.reduced_motion else 4.0 + 2 * index
        clouds.append(Drifter(cut(hazed, look, lift=7), (x, y), drift, near=0.03))
    return clouds


def _swallows(look: Look) -> list[Gull]:
    """A few swallows that hunt above the bunting."""
    wings = tuple(cut(placed(_swallow(flap), (0, 0), 0.7), look, lift=3) for flap in (-0.6, 0.0, 0.6))
    return [Gull(wings, (420 + 520 * i, 44 + 12 * i), (330, 16), 26.0 + 7 * i, 0.3 * i) for i in range(3)]


def _swallow(flap: float) -> Pieces:
    """A swallow about its middle: sickle wings, a forked tail."""
    coat = Tones((70, 84, 116), (48, 58, 88), (112, 126, 154))
    wings = tuple(
        Piece(
            (
                (0, -5),
                (way * 20, -12 - 16 * flap),
                (way * 46, -2 - 26 * flap),
                (way * 18, 2 - 8 * flap),
                (0, 7),
            ),
            coat,
        )
        for way in (-1, 1)
    )
    tail = ((-4, 4), (-12, 30), (0, 14), (12, 30), (4, 4))
    return (Piece(tail, coat, lift=1), *wings, Piece(leaf((0, -16), (0, 16), 13), coat, lift=2))


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


def _fronts(look: Look) -> list[Part]:
    """The house fronts, a tree and bushes where a lane opens. What overlaps an end is there twice."""
    tree = cut([places.seen_through(p, _DAY.haze, 0.14) for p in scenery.tree(11, 300)], look, lift=6)
    bush = cut([places.seen_through(p, _DAY.haze, 0.12) for p in scenery.bush(4, 150, FOREST)], look, lift=5)
    parts: list[Part] = []
    for house in FRONTS:
        parts += front(house, look)
    for x in (668, 1800):
        parts += [(tree, (x - 40, 0)), (bush, (x + 60, 2)), (bush, (x + 210, 2))]
    around = [(part, (at[0] + turn, at[1])) for turn in (-STRIP, STRIP) for part, at in parts]
    reach = pygame.Rect(0, -FOOT_Y, STRIP, FOOT_Y + 4)
    return [(part, at) for part, at in (*around, *parts) if part.rect(at).colliderect(reach)]


def _pave(surface: pygame.Surface, look: Look) -> None:
    """Lay pavement and street; the stones grow towards us."""
    depth = HEIGHT - FOOT_Y
    if look.contrast:
        surface.fill((34, 40, 54), (0, FOOT_Y, STRIP, depth))
        return
    near, far = _COBBLE.base, mix(_COBBLE.base, _DAY.haze, 0.35)
    surface.blit(wide_gradient(depth, (far, near, _COBBLE.shade), STRIP), (0, FOOT_Y))
    chance = random.Random(4)
    y, tall = 34.0, 15.0
    while y < depth:
        wide = STRIP / round(STRIP / (tall * 2.7))
        paper = Tones(*(mix(tone, mix(far, near, y / depth), 0.5) for tone in _COBBLE))
        stone = box(0, 0, wide - 5, tall - 4, tall * 0.36)
        stones = [
            cut((Piece(stone, towards(paper, shade, 0.2), lift=0),), look, lift=2)
            for shade in (paper.light, paper.shade)
        ]
        start = chance.uniform(0, wide)
        for index in range(-1, round(STRIP / wide) + 1):
            stones[chance.random() < 0.4].draw(surface, (start + index * wide, FOOT_Y + y))
        y, tall = y + tall, tall * 1.12
    slab = towards(tones(CREAM), _COBBLE.base, 0.5)
    slabs = [
        cut((Piece(box(0, 0, 126, 26, 3), towards(slab, _COBBLE.base, share), lift=0),), look, lift=4)
        for share in (0.0, 0.18)
    ]
    for index in range(-1, STRIP // 128 + 1):
        slabs[chance.random() < 0.3].draw(surface, (index * 128 + 1, FOOT_Y))


def _sag(share: float) -> float:
    return _ROPE_SAG * (1 - (2 * share - 1) ** 2)


def _rope() -> Pieces:
    line = tuple((_POST_EVERY * i / 24, _sag(i / 24)) for i in range(25))
    return (Piece(ribbon(line, 6), tones((150, 120, 100)), lift=0),)


def _flag(paper: Tones) -> Pieces:
    return (
        Piece(((-25, 0), (25, 0), (4, 58), (0, 62), (-4, 58)), paper, lift=3),
        Piece(box(-26, -3, 52, 9, 3), tones(CREAM), lift=1),
    )
