"""Visitors that cross the picture: balloons, birds, boats."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.minigames.kit.deck import Visitor
from game.minigames.kit.picture import Picture
from game.ui.screen import SIZE

_MARGIN_PX = 240.0


def passing(
    name: str,
    frames: Sequence[Picture],
    *,
    y: float,
    lasts_s: float = 26.0,
    bob_px: float = 6.0,
    frames_a_second: float = 3.0,
    way: int = 1,
    level: int = 1,
) -> Visitor:
    """One that comes in at one edge and leaves at the other. way: 1 to the right, -1 to the left."""

    def draw(surface: pygame.Surface, share: float) -> None:
        along = share if way > 0 else 1.0 - share
        x = -_MARGIN_PX + (SIZE[0] + 2 * _MARGIN_PX) * along
        age_s = share * lasts_s
        picture = frames[int(age_s * frames_a_second) % len(frames)]
        picture.draw(surface, (x, y + bob_px * math.sin(age_s * 1.6)))

    return Visitor(name, lasts_s, draw, level)
