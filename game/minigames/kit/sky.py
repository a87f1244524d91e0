"""The sky over a place: a low sun, a few thin clouds, gulls that circle."""

from __future__ import annotations

from collections.abc import Sequence

from game.minigames.kit.layers import Layer, Slow, Still
from game.ui import places, scenery
from game.ui.curves import Point, oval
from game.ui.landscape import Drifter, Gull, Living
from game.ui.paper import Cutout, Piece, cut, gradient
from game.ui.screen import SIZE
from game.ui.theme import DAYS, NIGHT, WHITE, Day, Look, Rgb, TimeOfDay, Tones, mix

MORNING: tuple[Rgb, ...] = ((150, 190, 210), (188, 212, 214), (222, 224, 208), (246, 228, 200))
NOON: tuple[Rgb, ...] = ((124, 182, 216), (164, 206, 222), (204, 226, 224), (236, 238, 220))
MIST: tuple[Rgb, ...] = ((186, 198, 206), (204, 212, 214), (220, 222, 216), (234, 230, 218))
LATE: tuple[Rgb, ...] = ((148, 172, 204), (196, 196, 204), (238, 206, 178), (250, 202, 150))
CLOUDS = ((420.0, 168.0, 250.0), (1130.0, 262.0, 190.0), (1560.0, 120.0, 280.0))
"""Where clouds begin, and how wide they are."""
_SUN_PX = 112.0
_HAZE_DARK: Rgb = (20, 27, 42)
_STREAK = 0.55
"""Clouds are drawn out: so much of their usual height."""


def day_of(look: Look, colours: tuple[Rgb, ...] = MORNING) -> Day:
    """The light of a sky of these colours, from the top down; in high contrast a night without a sun."""
    morning = DAYS[TimeOfDay.MORNING]
    if look.contrast:
        return Day((NIGHT, NIGHT, _HAZE_DARK), _HAZE_DARK, _HAZE_DARK, morning.sun_at)
    return Day(colours, morning.haze, (255, 240, 196), morning.sun_at)


def sky(
    look: Look,
    day: Day,
    *,
    horizon: int,
    sun: Point | None = None,
    clouds: Sequence[tuple[float, float, float]] = CLOUDS,
) -> list[Layer]:
    """The bare sky down to the horizon, the sun and the clouds. Below the horizon something must cover it."""
    layers: list[Layer] = [Still(gradient((SIZE[0], horizon + 20), day.sky))]
    if look.contrast:
        return layers
    if sun is not None:
        layers.append(Still(_sun(look, day), sun))
    for index, (x, y, width) in enumerate(clouds):
        sheets = tuple(
            places.seen_through(
                Piece(tuple((px, py * _STREAK) for px, py in p.outline), p.tones, lift=3, lean=0.2),
                day.haze,
                0.35,
            )
            for p in scenery.cloud(index + 11, width, day.haze)
        )
        layers.append(Slow(Drifter(cut(sheets, look, lift=5, keep=False), (x, y), 3.0 + index, near=0.0)))
    return layers


def _sun(look: Look, day: Day) -> Cutout:
    disc = Tones(day.sun, mix(day.sun, day.haze, 0.4), mix(day.sun, WHITE, 0.5))
    halo = Tones(*(mix(mix(day.sky[-2], day.sky[-1], 0.6), day.sun, 0.45),) * 3)
    pieces = (
        Piece(oval((0, 0), 1.5 * _SUN_PX, 1.5 * _SUN_PX, 96), halo, lift=0, lean=0.0),
        Piece(oval((0, 0), _SUN_PX, _SUN_PX, 96), disc, lift=0, lean=0.0),
    )
    return cut(pieces, look, lift=0, keep=False)


def gulls(look: Look, middle: Point, count: int = 2) -> list[Living]:
    """Gulls that circle about a point of the sky. None in high contrast."""
    if look.contrast:
        return []
    wings = tuple(cut(scenery.gull(flap), look, lift=5) for flap in (-0.8, -0.4, 0.0, 0.4, 0.8, 1.0))
    x, y = middle
    return [
        Gull(wings, (x + 130 * i, y + 80 * i), (230 - 30 * i, 44 - 8 * i), 48.0 + 13 * i, 0.4 * i)
        for i in range(count)
    ]
