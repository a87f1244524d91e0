"""Ready-made places of the island, and the strips that others are composed of."""

import math
import random
from dataclasses import replace
from itertools import pairwise

import pygame

from game.ui import scenery
from game.ui.curves import Outline, moved, ridge, waves
from game.ui.landscape import HEIGHT, PERIOD, WIDTH, Drifter, Fixed, Gull, Living, Strip
from game.ui.paper import Cutout, Piece, cut
from game.ui.theme import (
    DEEP_SEA,
    SEA,
    Day,
    Look,
    Rgb,
    Tones,
    mix,
    towards,
)

_OVERHANG = 64
_WAVE_ROWS = 7
# Where clouds start (x, y of the foot) and how wide they are; the small ones are far.
_CLOUDS = ((720, 420, 210), (1540, 330, 260), (40, 380, 230), (900, 190, 380), (1640, 170, 460))


def hill_strip(
    look: Look,
    paper: Tones,
    *,
    height: float,
    depth: float,
    seed: int,
    bumps: int = 3,
    fade: Rgb | None = None,
    growing: tuple[Piece, ...] = (),
    lift: float = 12.0,
) -> Cutout:
    """A skyline that repeats: from height px above its anchor line to depth px below it.

    growing: what stands on it, in strip coordinates (see on_ridge).
    """
    top = skyline(height, seed, bumps)
    edge = ((-_OVERHANG, depth + 80), *top, (PERIOD + _OVERHANG, depth + 80))
    tallest = min([-height, *(y for piece in growing for _, y in piece.outline)])
    window = pygame.Rect(0, math.floor(tallest) - 30, PERIOD, math.ceil(depth - tallest) + 30)
    sheet = Piece(edge, paper, fade=fade, lean=0.0)
    return cut((*growing, sheet), look, lift=lift, window=window)


def skyline(height: float, seed: int, bumps: int) -> Outline:
    """The ridge of a hill strip, from a little before its start to a little past its end."""
    once = ridge(PERIOD, height, seed, bumps)
    before = [(x - PERIOD, y) for x, y in once if x - PERIOD >= -_OVERHANG and x < PERIOD]
    after = [(x + PERIOD, y) for x, y in once if 0 < x <= _OVERHANG]
    return (*before, *once, *after)


def height_at(line: Outline, x: float) -> float:
    """The y of a skyline at an x."""
    for (x0, y0), (x1, y1) in pairwise(line):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-6)
    return line[-1][1]


def wave_strip(
    look: Look, paper: Tones, *, length: float, height: float, depth: float, fade: Rgb | None = None
) -> Cutout:
    """A row of waves whose crests lie on its anchor line, about length px apart."""
    step = PERIOD / round(PERIOD / length)
    crests = moved(waves(PERIOD + 2 * step, height, step), -step, 0)
    edge = ((-step, depth + 60), *crests, (PERIOD + step, depth + 60))
    window = pygame.Rect(0, -14, PERIOD, math.ceil(depth) + 14)
    return cut((Piece(edge, paper, fade=fade, lean=0.0),), look, lift=8, window=window)


def sky_life(look: Look, day: Day, seed: int = 1, *, horizon: int = HEIGHT) -> list[Living]:
    """The sun, clouds that drift, and gulls. horizon: where the sky ends, as given to the Landscape."""
    chance = random.Random(seed)
    level = min(day.sun_at[1] * HEIGHT / horizon, 0.99) * (len(day.sky) - 1)
    around = mix(day.sky[int(level)], day.sky[int(level) + 1], level % 1)
    disc = cut(scenery.sun(day.sun, around), look, lift=0)
    life: list[Living] = [Fixed(disc, (day.sun_at[0] * WIDTH, day.sun_at[1] * HEIGHT), near=0.01)]
    for index, (x, y, width) in enumerate(_CLOUDS):
        far = width < 300
        hazed = tuple(
            seen_through(p, day.haze, day.dim * 1.1) for p in scenery.cloud(seed + index, width, day.haze)
        )
        start = (x + chance.uniform(-40, 40), y + chance.uniform(-10, 10))
        drift = 0.0 if look.reduced_motion else 4.0 if far else 8.0
        life.append(Drifter(cut(hazed, look, lift=10), start, drift, near=0.03 if far else 0.06))
    wings = tuple(
        cut(dimmed(scenery.gull(flap), day), look, lift=5) for flap in (-0.8, -0.4, 0.0, 0.4, 0.8, 1.0)
    )
    return [
        *life,
        Gull(wings, (1180, 300), (330, 50), 48.0, 0.0),
        Gull(wings, (1390, 380), (260, 40), 61.0, 0.4),
    ]


def sea(look: Look, day: Day, *, horizon: int, foot: int) -> list[Living]:
    """Rows of waves from the horizon to foot, the nearer the larger; each drifts against the next."""
    rows: list[Living] = []
    edges = [horizon + (foot - horizon) * (index / _WAVE_ROWS) ** 1.3 for index in range(_WAVE_ROWS + 1)]
    for index, (top, below) in enumerate(pairwise(edges)):
        near = (index + 1) / _WAVE_ROWS
        water = Tones(*(mix(far, deep, near) for far, deep in zip(SEA, DEEP_SEA, strict=True)))
        paper = towards(water, day.haze, 0.16 + 0.42 * (1 - near) + day.dim * 0.5)
        strip = wave_strip(
            look,
            paper,
            length=64 + 110 * near,
            height=5 + 13 * near,
            depth=below - top + 34,
            fade=paper.shade,
        )
        drift = 0.0 if look.reduced_motion else (5 + 9 * near) * (1 if index % 2 else -1)
        rows.append(Strip(strip, top, 0.15 + 0.35 * near, drift, bob_px=1 + 2 * near))
    return rows


def dimmed(pieces: tuple[Piece, ...], day: Day) -> tuple[Piece, ...]:
    """A near thing in the light of a time of day."""
    return tuple(seen_through(piece, day.haze, day.dim * 0.7) for piece in pieces)


def seen_through(piece: Piece, haze: Rgb, share: float) -> Piece:
    """A sheet as it looks behind haze. Lamplight shines through it."""
    clear = min(share, 0.12) if piece.tones == scenery.LAMPLIGHT else share
    return replace(piece, tones=towards(piece.tones, haze, clear))
