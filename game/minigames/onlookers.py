"""Who comes when the street is full: people at the windows, then balloons over the roofs."""

from __future__ import annotations

import math

import pygame

from game.minigames.followers import balloon
from game.minigames.gluing import Sprite
from game.minigames.musicians import waving
from game.minigames.village import Street
from game.ui.theme import Look

_BALLOONS = 14


class Onlookers:
    """All who watch the parade go by. Beyond what the village holds they are only counted."""

    def __init__(self, look: Look, street: Street) -> None:
        self._look = look
        self._street = street
        self._at_windows: list[tuple[Sprite, Sprite]] = []
        self._balloons: list[Sprite] = []

    def come(self) -> None:
        """One more."""
        if len(self._at_windows) < len(self._street.windows):
            self._at_windows.append(waving(len(self._at_windows), self._look))
        elif len(self._balloons) < _BALLOONS:
            self._balloons.append(balloon(len(self._balloons), self._look))

    def draw(self, target: pygame.Surface, time_s: float, walked_px: float) -> None:
        """Draw them where the parade now sees them."""
        for index, sprite in enumerate(self._balloons):
            x, y = self._street.above_roofs(index, walked_px)
            sprite.draw(
                target, (x + 4 * math.sin(time_s * 0.9 + index), y + 3 * math.sin(time_s * 1.3 + index))
            )
        for index, poses in enumerate(self._at_windows):
            x, y = self._street.window(index, walked_px)
            poses[math.sin(time_s * 3 + index) > 0].draw(target, (x, y - 8))
