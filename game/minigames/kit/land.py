"""Land and the far end of a place, as pieces that span the picture, and the one sheet they are glued to."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.roles import Pieces, Role, hushed
from game.ui import scenery
from game.ui.curves import Outline, Point, smooth
from game.ui.landscape import PERIOD, Drifter
from game.ui.paper import Piece, cut, gradient, placed
from game.ui.screen import SIZE
from game.ui.theme import NIGHT, Day, Look, Rgb, Tones, mix, towards

_CLOUDS = ((3, (420.0, 200.0), 300.0), (8, (1240.0, 150.0), 380.0), (5, (1620.0, 290.0), 240.0))
"""Seed, place and width of each."""
_HIGH_Y, _HIGH_SHARE = 80.0, 0.3
_LEFT, _RIGHT = -80.0, 2000.0
DEEP_PX = 16.0
"""So far below its foot line passing land reaches."""
_HALF = 0.5
"""What is far is cut at half its size and enlarged at once: a quarter of the work, soft as distance is."""


@dataclass(frozen=True)
class Thing:
    """Something that stands far away: its pieces, where, how large."""

    pieces: Pieces
    at: Point = (0.0, 0.0)
    scale: float = 1.0


def distance(look: Look, day: Day, things: Sequence[Thing], *, sun: bool = True) -> Still:
    """Sky, sun and all that is far, the farthest first, as one sheet. Covers the whole picture."""
    small = pygame.Surface((round(SIZE[0] * _HALF), round(SIZE[1] * _HALF)), depth=32)
    small.blit(gradient(small.get_size(), (NIGHT, NIGHT) if look.contrast else day.sky), (0, 0))
    if sun and not look.contrast:
        at = (day.sun_at[0] * SIZE[0], day.sun_at[1] * SIZE[1])
        things = (Thing(scenery.sun(day.sun, mix(day.sky[0], day.sky[1], 0.8), 54), at), *things)
    pictures: dict[tuple[Pieces, float], pygame.Surface] = {}
    corners: dict[tuple[Pieces, float], Point] = {}
    for thing in things:
        key = (thing.pieces, thing.scale)
        if key not in pictures:
            seen, seen_look = hushed(placed(thing.pieces, (0, 0), thing.scale * _HALF), look, Role.FAR)
            found = cut(seen, seen_look, lift=4, keep=False)
            pictures[key], corners[key] = found.surface, found.anchor
        x, y = thing.at[0] * _HALF - corners[key][0], thing.at[1] * _HALF - corners[key][1]
        small.blit(pictures[key], (round(x), round(y)))
    return Still(pygame.transform.smoothscale(small, SIZE))


def clouds(look: Look, day: Day, *, haze: float = 0.0, high: bool = False) -> list[Layer]:
    """Three clouds that drift; none in high contrast. high: where land stands tall, they keep above it."""
    if look.contrast:
        return []
    return [
        Slow(
            Drifter(
                cut(hazed(scenery.cloud(seed, width, day.haze), day, haze), look, lift=8, keep=False),
                (at[0], _HIGH_Y + _HIGH_SHARE * at[1]) if high else at,
                4.0,
            )
        )
        for seed, at, width in _CLOUDS
    ]


def scaled(pieces: Pieces, scale: float) -> Pieces:
    """The same object in another size."""
    return placed(pieces, (0, 0), scale)


def skyline(height: float, seed: int, bumps: int) -> Outline:
    """A ridge across the picture; y counts upwards from its foot line, so it is negative."""
    chance = random.Random(seed)
    knots = []
    for index in range(bumps * 2 + 1):
        x = _LEFT + (_RIGHT - _LEFT) * index / (bumps * 2)
        rise = chance.uniform(0.72, 1.0) if index % 2 else chance.uniform(0.18, 0.45)
        knots.append((x, -height * rise))
    return smooth(knots, closed=False, steps=10)


def hill(
    paper: Tones, height: float, depth: float, *, seed: int, bumps: int = 3, fade: Rgb | None = None
) -> Pieces:
    """A hill across the picture, about its foot line at the left edge."""
    top = skyline(height, seed, bumps)
    return (Piece((*top, (_RIGHT, depth), (_LEFT, depth)), paper, lift=10, fade=fade, lean=0.0),)


def ground(paper: Tones, depth: float, *, seed: int = 3, fade: Rgb | None = None) -> Pieces:
    """Almost level ground across the picture."""
    return hill(paper, 16.0, depth, seed=seed, bumps=4, fade=fade)


def hazed(pieces: Pieces, day: Day, share: float) -> Pieces:
    """Things seen through so much of the day's haze."""
    return tuple(replace(piece, tones=towards(piece.tones, day.haze, share)) for piece in pieces)


class PassingLand:
    """A strip of land that repeats and passes by itself, cut at half its size: soft, as what is far is. Its
    pieces are about the left end of its foot line, which lies at y."""

    def __init__(self, kit: Kit, pieces: Pieces, y: float, px_s: float) -> None:
        tallest = min(top for piece in pieces for _, top in piece.outline)
        window = pygame.Rect(
            0, math.floor(tallest / 2) - 15, PERIOD // 2, math.ceil((DEEP_PX - tallest) / 2) + 15
        )
        small = kit.cut(placed(pieces, (0, 0), 0.5), Role.FAR, lift=6, window=window).flat().surface
        size = (2 * small.get_width(), 2 * small.get_height())
        self._sheet = pygame.transform.smoothscale(small.premul_alpha(), size)
        self._y = round(y + 2 * window.top)
        self._px_s = 0.0 if kit.still else px_s

    def x(self, time_s: float) -> float:
        """Where it begins, at the left of the picture."""
        return self._px_s * time_s % PERIOD - PERIOD

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it from edge to edge."""
        del camera_x
        for start in (self.x(time_s), self.x(time_s) + PERIOD):
            surface.blit(self._sheet, (round(start), self._y), special_flags=pygame.BLEND_PREMULTIPLIED)


def passing_ridge(paper: Tones, line: Outline, fade: Rgb | None) -> Piece:
    """Land under a skyline that repeats, as a piece of passing land."""
    edge = ((line[0][0], DEEP_PX + 80), *line, (line[-1][0], DEEP_PX + 80))
    return Piece(edge, paper, lift=12, fade=fade, lean=0.0)
