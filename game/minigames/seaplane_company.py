"""Who greets a landing: dolphins or flying fish after a gentle one, a splash after any other."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.minigames.seaplane_craft import Lane
from game.minigames.seaplane_paper import facing
from game.training.counted import FALLS, SOFT
from game.ui.curves import bezier, leaf, oval, smooth
from game.ui.paper import Piece, RotatingCutout, cut, placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, SKY_BLUE, WHITE, Look, Tones, mix, tones

_LEAP_S = 1.5
_SPLASH_S = 0.7


@dataclass
class Leap:
    """One animal in the air: when it starts, where, how far and high it goes, how large."""

    who: str
    wait_s: float
    x: float
    far: float
    high: float
    size: float
    age_s: float = 0.0


class Company:
    """Animals and foam about one lane."""

    def __init__(self, lane: Lane, look: Look) -> None:
        self._lane = lane
        self._look = look
        self._leaps: list[Leap] = []
        self._splash_s = 9.0
        self._high = 1.0
        self._animals = {
            "dolphin": RotatingCutout(placed(facing(dolphin(), lane.way), (0, 0), lane.scale), look, lift=6),
            "fish": RotatingCutout(placed(facing(flying_fish(), lane.way), (0, 0), lane.scale), look, lift=4),
        }
        self._crown = cut(placed(crown(), (0, 0), lane.scale), look, lift=3)

    @property
    def seen(self) -> int:
        """Animals in the air or about to leap."""
        return len(self._leaps)

    def land(self, gentle: float) -> None:
        """The floats touch the water."""
        self._splash_s = 0.0
        self._high = 1.0 if gentle < FALLS else 0.55
        x, way = self._lane.x, self._lane.way
        if gentle >= SOFT:
            self._leaps += [
                Leap("dolphin", 0.05, x + way * 220, 260, 210, 1.1),
                Leap("dolphin", 0.35, x + way * 290, 260, 170, 0.9),
            ]
        elif gentle >= FALLS:
            self._leaps += [
                Leap("fish", 0.12 * i, x + way * (200 + 60 * i), 220, 90 + 20 * i, 1.0) for i in range(3)
            ]
        self._leaps = self._leaps[-6:]

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._splash_s += dt_s
        for leap in self._leaps:
            leap.age_s += dt_s
        self._leaps = [leap for leap in self._leaps if leap.age_s < leap.wait_s + _LEAP_S]

    def draw(self, surface: pygame.Surface) -> None:
        """Animals in the air; the next row of waves hides where they leave the water."""
        scale = self._lane.scale
        for leap in self._leaps:
            share = (leap.age_s - leap.wait_s) / _LEAP_S
            if share < 0:
                continue
            if self._look.reduced_motion:
                share = 0.5
            rise = 0.55 if self._look.reduced_motion else 4 * share * (1 - share)
            x = leap.x + self._lane.way * leap.far * (share - 0.5) * scale
            y = self._lane.water_y + (70 - (leap.high + 70) * rise) * scale
            slope = math.degrees(math.atan2((leap.high + 70) * 4 * (1 - 2 * share), leap.far))
            self._animals[leap.who].draw(
                surface, (x, y), self._lane.way * round(slope * 0.8 / 4) * 4, leap.size
            )

    def draw_splash(self, surface: pygame.Surface) -> None:
        """Foam before and behind the floats, higher after a hard landing; waves hide its foot."""
        share = self._splash_s / _SPLASH_S
        if share >= 1:
            return
        rise = math.sin(math.pi * min(0.25 + share, 1.0)) * self._high
        alpha = round(255 * (1 - share * share))
        for x in (-150, 178):
            sunk = self._lane.water_y + (38 - 44 * rise) * self._lane.scale
            self._crown.draw(surface, (self._lane.x + self._lane.way * x * self._lane.scale, sunk), alpha)


def dolphin() -> Pieces:
    """A dolphin about its middle, leaping right."""
    skin = Tones((92, 128, 158), (62, 92, 128), (146, 178, 198))
    body = smooth(
        (
            (104, 4),
            (86, -12),
            (58, -30),
            (10, -40),
            (-44, -28),
            (-92, 2),
            (-88, 14),
            (-40, 12),
            (10, 16),
            (58, 14),
            (88, 12),
        )
    )
    belly = (*bezier((96, 8), (60, 18), (0, 22), (-60, 8)), *bezier((-60, 8), (0, 6), (50, 4), (96, 8)))
    return (
        Piece(leaf((-84, 8), (-128, -14), 24), skin, lift=2),
        Piece(leaf((-84, 6), (-122, 34), 22), skin, lift=2),
        Piece(smooth(((6, -36), (-16, -66), (-34, -66), (-28, -34))), skin, lift=2),
        Piece(body, skin, lift=3),
        Piece(belly, tones((222, 232, 232)), lift=1),
        Piece(leaf((30, 4), (-2, 40), 20), Tones(skin.shade, skin.shade, skin.base), lift=3),
        Piece(oval((72, -10), 7, 7, 14), tones((30, 40, 60)), lift=0),
    )


def flying_fish() -> Pieces:
    """A flying fish about its middle, wings spread."""
    skin = tones(mix(SKY_BLUE, (60, 120, 160), 0.35))
    wing = Tones((226, 242, 244), (178, 208, 220), WHITE)
    return (
        Piece(((-34, 0), (-58, -18), (-50, 0), (-58, 16)), skin, lift=2),
        Piece(leaf((4, -2), (-44, -46), 20), wing, lift=2),
        Piece(leaf((42, 2), (-42, 0), 28), skin, lift=3),
        Piece(leaf((8, 2), (-30, 34), 16), wing, lift=2),
        Piece(oval((27, -3), 6, 6, 14), tones((30, 40, 60)), lift=0),
    )


def crown() -> Pieces:
    """A low crown of foam."""
    foam = tones(mix(CREAM, WHITE, 0.7))
    drops = tuple(
        Piece(oval((x, y), size, size * 1.2, 16), foam, lift=1)
        for x, y, size in ((-34, -34, 9), (-12, -50, 11), (16, -42, 8), (38, -28, 8))
    )
    body = smooth(
        ((-52, 10), (-44, -14), (-26, -4), (-12, -28), (4, -6), (22, -22), (32, -2), (50, -10), (54, 10))
    )
    return (Piece(body, foam, lift=2), *drops)
