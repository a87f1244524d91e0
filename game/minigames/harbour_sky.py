"""The sky over the harbour: a low sun half behind the hill, a few thin clouds, gulls."""

from __future__ import annotations

import pygame

from game.ui import places, scenery
from game.ui.curves import oval
from game.ui.landscape import Drifter, Fixed, Gull, Living
from game.ui.paper import Piece, cut, gradient
from game.ui.screen import SIZE
from game.ui.theme import DAYS, NIGHT, WHITE, Day, Look, Rgb, TimeOfDay, Tones, mix

HORIZON = 560
_SUN_PX, _SUN_Y = 112.0, 452.0
_CLOUDS = ((420.0, 168.0, 250.0), (1130.0, 262.0, 190.0), (1560.0, 120.0, 280.0))
_HAZE_DARK: Rgb = (20, 27, 42)
_STREAK = 0.55
"""Clouds over the harbour are drawn out: so much of their usual height."""


def day_of(look: Look) -> Day:
    """A quiet early hour; in high contrast a night without a sun."""
    morning = DAYS[TimeOfDay.MORNING]
    if look.contrast:
        return Day((NIGHT, NIGHT, _HAZE_DARK), _HAZE_DARK, _HAZE_DARK, morning.sun_at)
    sky = ((150, 190, 210), (188, 212, 214), (222, 224, 208), (246, 228, 200))
    return Day(sky, morning.haze, (255, 240, 196), morning.sun_at)


def ground_of(day: Day) -> pygame.Surface:
    """The bare sky down to the horizon."""
    return gradient((SIZE[0], HORIZON + 20), day.sky)


def far_life(look: Look, day: Day, sun_x: float) -> list[Living]:
    """The sun and the clouds, the farthest first."""
    if look.contrast:
        return []
    disc = Tones(day.sun, mix(day.sun, day.haze, 0.4), mix(day.sun, WHITE, 0.5))
    halo_at = mix(day.sky[2], day.sky[3], 0.6)
    halo = Tones(*(mix(halo_at, day.sun, 0.45),) * 3)
    sun = cut(
        (
            Piece(oval((0, 0), 1.5 * _SUN_PX, 1.5 * _SUN_PX, 96), halo, lift=0, lean=0.0),
            Piece(oval((0, 0), _SUN_PX, _SUN_PX, 96), disc, lift=0, lean=0.0),
        ),
        look,
        lift=0,
    )
    life: list[Living] = [Fixed(sun, (sun_x, _SUN_Y), near=0.02)]
    for index, (x, y, width) in enumerate(_CLOUDS):
        sheets = tuple(
            places.seen_through(
                Piece(tuple((px, py * _STREAK) for px, py in p.outline), p.tones, lift=3, lean=0.2),
                day.haze,
                0.35,
            )
            for p in scenery.cloud(index + 11, width, day.haze)
        )
        drift = 0.0 if look.reduced_motion else 3.0 + index
        life.append(Drifter(cut(sheets, look, lift=5), (x, y), drift, near=0.04))
    return life


def gulls_of(look: Look, middle_x: float) -> list[Gull]:
    """Two gulls that circle over the land, away from what is lifted. None in high contrast."""
    if look.contrast:
        return []
    wings = tuple(cut(scenery.gull(flap), look, lift=5) for flap in (-0.8, -0.4, 0.0, 0.4, 0.8, 1.0))
    return [
        Gull(wings, (middle_x, 250), (230, 44), 48.0, 0.0),
        Gull(wings, (middle_x + 130, 330), (200, 36), 61.0, 0.4),
    ]
