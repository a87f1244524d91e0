"""A place seen in depth: strips of paper that drift past each other, and what lives in it."""

import math
from dataclasses import dataclass
from typing import Protocol

import pygame

from game.ui.curves import Point
from game.ui.paper import Cutout, gradient
from game.ui.theme import DAYS, NIGHT, Look, TimeOfDay

WIDTH, HEIGHT = 1920, 1080
# Strips repeat after this many px: wider than the picture, and a multiple of the fibre's own period.
PERIOD = 2048
# The slow sway of the whole picture when nothing else moves it.
_SWAY_PX = 26.0
_SWAY_S = 40.0


class Living(Protocol):
    """Something of a landscape that moves by itself."""

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it as it is at a time, seen from camera_x px to the right of the start."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A layer that repeats every PERIOD px. y: where its anchor lies. near: 0 stays like the sky, 1 passes as
    fast as the camera. drift_px_s: it moves by itself (waves)."""

    cutout: Cutout
    y: float
    near: float
    drift_px_s: float = 0.0
    bob_px: float = 0.0

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Blit it once or twice, whatever is needed to fill the width."""
        x = (self.drift_px_s * time_s - camera_x * self.near) % PERIOD - PERIOD
        y = round(self.y - self.cutout.anchor[1] + self.bob_px * math.sin(time_s * 0.9 + self.y))
        while x < WIDTH:
            if x + PERIOD > 0:
                self.cutout.lay(surface, (round(x), y))
            x += PERIOD


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that stands where it stands: the sun, a quay, a house."""

    cutout: Cutout
    at: Point
    near: float = 1.0

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it, moved only by the camera."""
        del time_s
        self.cutout.draw(surface, (self.at[0] - camera_x * self.near, self.at[1]))


@dataclass(frozen=True, slots=True)
class Drifter:
    """A cloud or a boat that crosses the picture slowly and comes back on the other side."""

    cutout: Cutout
    start: Point
    speed_px_s: float
    near: float = 0.1
    bob_px: float = 0.0

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it where it has drifted to."""
        width = self.cutout.surface.get_width()
        path = WIDTH + 2 * width
        x = (self.start[0] + self.speed_px_s * time_s - camera_x * self.near + width) % path - width
        self.cutout.draw(surface, (x, self.start[1] + self.bob_px * math.sin(time_s * 1.1 + self.start[0])))


@dataclass(frozen=True, slots=True)
class Gull:
    """A gull that glides on a slow loop and beats its wings now and then. wings: cut-outs from down to up."""

    wings: tuple[Cutout, ...]
    middle: Point
    reach: Point
    round_s: float
    start: float

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        """Draw it on its loop."""
        turn = 2 * math.pi * (time_s / self.round_s + self.start)
        x = self.middle[0] + self.reach[0] * math.sin(turn) - camera_x * 0.1
        y = self.middle[1] + self.reach[1] * math.sin(2 * turn + 1)
        beats = max(0.0, math.sin(turn * 3))
        lifted = 0.25 + 0.75 * beats * math.sin(time_s * 7 + self.start * 9)
        last = len(self.wings) - 1
        self.wings[round((lifted + 1) / 2 * last) if lifted > -1 else 0].draw(surface, (x % WIDTH, y))


class Landscape:
    """Depth layers of a place, drawn far to near. In high contrast there is a plain dark ground instead.

    front: layers that lie before the play. horizon: where the sky ends; the layers must cover all below it.
    """

    def __init__(
        self,
        layers: list[Living],
        look: Look,
        *,
        time_of_day: TimeOfDay = TimeOfDay.MORNING,
        front: list[Living] | None = None,
        horizon: int = HEIGHT,
    ) -> None:
        self.layers = layers
        self.front = front or []
        self.look = look
        plain = (NIGHT, NIGHT)
        height = HEIGHT if look.contrast else horizon
        self._sky = gradient((WIDTH, height), plain if look.contrast else DAYS[time_of_day].sky)

    def draw(self, surface: pygame.Surface, time_s: float, camera_x: float = 0.0) -> None:
        """Draw all that lies behind the play. camera_x: how far the view has moved, where a place scrolls."""
        surface.blit(self._sky, (0, 0))
        self._draw(self.layers, surface, time_s, camera_x)

    def draw_front(self, surface: pygame.Surface, time_s: float, camera_x: float = 0.0) -> None:
        """Draw what lies before the play."""
        self._draw(self.front, surface, time_s, camera_x)

    def _draw(self, layers: list[Living], surface: pygame.Surface, time_s: float, camera_x: float) -> None:
        if self.look.contrast:
            return
        if self.look.reduced_motion:
            camera_x = 0.0
        else:
            camera_x += _SWAY_PX * math.sin(2 * math.pi * time_s / _SWAY_S)
        for layer in layers:
            layer.draw(surface, time_s, camera_x)
