"""Ropes, strings and chains: drawn as lines, for their ends are never twice at the same place."""

from __future__ import annotations

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.ui.curves import Point
from game.ui.theme import INK, SLATE, WHITE, mix

_DARK = mix(INK, SLATE.base, 0.4)


def draw_rope(surface: pygame.Surface, kit: Kit, leg: Leg, ends: tuple[Point, Point], width: float) -> None:
    """A rope of the leg's actor between two points of the picture, width local px thick."""
    colour = _DARK
    if kit.look.contrast:
        colour = WHITE if leg.bright else SLATE.base
    pygame.draw.aaline(surface, colour, *ends, max(2, round(width * leg.place.scale)))
