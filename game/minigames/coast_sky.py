"""The sky over the coast early in the day: a small sun low in the haze, long thin clouds, gulls far off."""

from __future__ import annotations

import pygame

from game.ui import scenery
from game.ui.curves import oval
from game.ui.landscape import WIDTH, Drifter, Fixed, Gull, Living
from game.ui.paper import Cutout, Piece, cut, placed
from game.ui.places import dimmed, seen_through
from game.ui.theme import Day, Look, mix, tones

_SUN_PX, _GLOW_PX = 84, 520
_ASIDE = 0.36
"""From the middle of the picture to the sun, as a share of its width: away from what is played."""
# Where clouds start (x, y of the foot), how wide they are, how fast they drift.
_CLOUDS = ((150, 150, 250, 5.0), (620, 92, 170, 4.0), (1080, 190, 300, 6.0), (1660, 120, 220, 5.0))


def hazy_morning(look: Look, day: Day, horizon: int, way: int) -> list[Living]:
    """What lives in the sky. way: where the flight goes; the sun stands behind it."""
    at = (WIDTH * (0.5 - _ASIDE * way), horizon - 118.0)
    disc = cut((Piece(oval((0, 0), _SUN_PX, _SUN_PX, 64), tones(day.sun), lift=0),), look, lift=0)
    life: list[Living] = [Fixed(_glow(day), at, near=0.01), Fixed(disc, at, near=0.01)]
    for index, (x, y, width, drift) in enumerate(_CLOUDS):
        flat = tuple(
            seen_through(piece, mix(day.haze, day.sky[1], 0.5), 0.34)
            for piece in _flattened(scenery.cloud(20 + index, width, day.haze))
        )
        speed = 0.0 if look.reduced_motion else drift
        life.append(Drifter(cut(flat, look, lift=6), (x, y), speed, near=0.03))
    wings = tuple(
        cut(placed(dimmed(scenery.gull(flap), day), (0, 0), 0.6), look, lift=3)
        for flap in (-0.8, -0.4, 0.0, 0.4, 0.8, 1.0)
    )
    middle = WIDTH * (0.5 - 0.25 * way)
    life += [
        Gull(wings, (middle, 250), (260, 40), 48.0, 0.0),
        Gull(wings, (middle, 320), (330, 30), 61.0, 0.4),
    ]
    return life


def _flattened(pieces: tuple[Piece, ...]) -> list[Piece]:
    return [
        Piece(tuple((x * 1.25, y * 0.62) for x, y in piece.outline), piece.tones, piece.lift, lean=piece.lean)
        for piece in pieces
    ]


def _glow(day: Day) -> Cutout:
    """Soft light in the haze, without an edge."""
    small = pygame.Surface((48, 48), pygame.SRCALPHA, 32)
    small.fill((*day.sun, 0))
    for ring in range(24):
        share = (ring + 1) / 24
        pygame.draw.circle(small, (*day.sun, round(120 * share**2)), (24, 24), 24 - ring)
    return Cutout(pygame.transform.smoothscale(small, (_GLOW_PX, _GLOW_PX)), (_GLOW_PX / 2, _GLOW_PX / 2))
