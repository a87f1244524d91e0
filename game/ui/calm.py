"""A calm place that is cut in a moment: sky, sun, clouds, two hills.

It lies out of focus behind cards and the coach, so it is cut at half its size and enlarged.
"""

from __future__ import annotations

import pygame

from game.ui import scenery
from game.ui.curves import scaled
from game.ui.landscape import HEIGHT, WIDTH
from game.ui.paper import Cutout, Piece, cut, gradient
from game.ui.places import seen_through, skyline
from game.ui.theme import DAYS, HILL, MEADOW, NIGHT, Look, TimeOfDay, mix, towards

_HALF = 0.5
_HORIZON = 720
_SUN_PX = 30
# How far each hill rises, where its foot lies, and how far it is seen through haze.
_FAR, _NEAR = (130.0, 660.0, 0.56), (90.0, 800.0, 0.36)
# Foot and width of each cloud, and how fast it drifts (px/s).
_CLOUDS = ((760.0, 300.0, 320.0, 7.0), (1500.0, 190.0, 240.0, 4.0))


class CalmPlace:
    """Far hills and a meadow under a quiet sky; plain and dark in high contrast."""

    def __init__(self, look: Look, time_of_day: TimeOfDay = TimeOfDay.MORNING) -> None:
        self._still = look.reduced_motion
        self._clouds: list[Cutout] = []
        if look.contrast:
            self._ground = pygame.Surface((WIDTH, HEIGHT))
            self._ground.fill(NIGHT)
            return
        day = DAYS[time_of_day]
        self._ground = _ground(look, time_of_day)
        for index, (_, _, width, _) in enumerate(_CLOUDS):
            sheets = tuple(seen_through(p, day.haze, 0.1) for p in scenery.cloud(index + 4, width, day.haze))
            self._clouds.append(cut(sheets, look, lift=8))

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Draw the whole place as it is at a time."""
        surface.blit(self._ground, (0, 0))
        for cloud, (x, y, width, speed) in zip(self._clouds, _CLOUDS, strict=False):
            drift = 0.0 if self._still else speed * time_s
            cloud.draw(surface, ((x + drift + width) % (WIDTH + 2 * width) - width, y))


def _ground(look: Look, time_of_day: TimeOfDay) -> pygame.Surface:
    """All that does not move, on one sheet."""
    day = DAYS[time_of_day]
    small = pygame.Surface((round(WIDTH * _HALF), round(HEIGHT * _HALF)))
    small.blit(gradient((small.get_width(), round(_HORIZON * _HALF)), day.sky), (0, 0))
    around = mix(day.sky[0], day.sky[1], 0.8)
    # The outermost of its rings is left out: with all three it is the largest thing in the picture.
    sun = cut(scenery.sun(day.sun, around, _SUN_PX)[1:], look, lift=0)
    sun.draw(small, (day.sun_at[0] * small.get_width(), day.sun_at[1] * small.get_height()))
    for paper, (height, foot, hazed), seed in ((HILL, _FAR, 11), (MEADOW, _NEAR, 12)):
        top = scaled(skyline(height, seed, 3), _HALF)
        # Only what is seen is cut: the far hill ends behind the near one.
        depth = (HEIGHT - foot if paper is MEADOW else 220.0) * _HALF
        edge = ((-40, depth + 60), *top, (small.get_width() + 100, depth + 60))
        high = height * _HALF + 20
        window = pygame.Rect(0, -round(high), small.get_width(), round(high + depth))
        seen = towards(paper, day.haze, hazed)
        fade = towards(paper, day.haze, hazed / 2).base
        hill = cut((Piece(edge, seen, fade=fade, lean=0.0),), look, lift=6, window=window)
        hill.draw(small, (0, foot * _HALF))
    large = pygame.transform.smoothscale(small, (WIDTH, HEIGHT))
    return large.convert() if pygame.display.get_surface() else large
