"""A calm place that is cut in a moment: sky, sun, two clouds, two hills."""

from __future__ import annotations

import pygame

from game.ui import scenery
from game.ui.landscape import HEIGHT, WIDTH, Drifter, Fixed, Landscape, Living, Strip
from game.ui.paper import cut
from game.ui.places import hill_strip, seen_through
from game.ui.theme import DAYS, HILL, MEADOW, Look, TimeOfDay, mix, towards

_HORIZON = 660
# Foot and width of each cloud, and how fast it drifts (px/s).
_CLOUDS = ((760.0, 330.0, 320.0, 7.0), (1500.0, 230.0, 240.0, 4.0))


class CalmPlace:
    """Far hills and a meadow under a quiet sky; plain and dark in high contrast."""

    def __init__(self, look: Look, time_of_day: TimeOfDay = TimeOfDay.MORNING) -> None:
        self._landscape = Landscape(
            [] if look.contrast else _layers(look, time_of_day),
            look,
            time_of_day=time_of_day,
            horizon=_HORIZON + 60,
        )

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Draw the whole place as it is at a time."""
        self._landscape.draw(surface, time_s)


def _layers(look: Look, time_of_day: TimeOfDay) -> list[Living]:
    day = DAYS[time_of_day]
    around = mix(day.sky[0], day.sky[1], 0.8)
    disc = cut(scenery.sun(day.sun, around), look, lift=0)
    life: list[Living] = [Fixed(disc, (day.sun_at[0] * WIDTH, day.sun_at[1] * HEIGHT), near=0.01)]
    for index, (x, y, width, speed) in enumerate(_CLOUDS):
        sheets = tuple(seen_through(p, day.haze, 0.1) for p in scenery.cloud(index + 4, width, day.haze))
        drift = 0.0 if look.reduced_motion else speed
        life.append(Drifter(cut(sheets, look, lift=8), (x, y), drift, near=0.05))
    far = hill_strip(
        look, towards(HILL, day.haze, 0.56), height=130, depth=220, seed=11, bumps=4, fade=day.haze
    )
    near = hill_strip(
        look,
        towards(MEADOW, day.haze, 0.36),
        height=90,
        depth=HEIGHT - 800 + 20,
        seed=12,
        bumps=2,
        fade=towards(MEADOW, day.haze, 0.12).base,
    )
    return [*life, Strip(far, _HORIZON, 0.1), Strip(near, 800, 0.3)]
