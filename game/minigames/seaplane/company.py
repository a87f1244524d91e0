"""Who greets a landing: dolphins or flying fish after a gentle one, a splash after any other."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.minigames.contract import Reward
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, clamped
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role
from game.minigames.props import animals, seaside
from game.ui.curves import Point

_LEAP_S, _SPLASH_S = 1.5, 0.7
_HIGH_SPLASH, _LOW_SPLASH = 1.0, 0.55
_SPLASHES = (-150.0, 178.0)
_SUNK_PX, _UNDER_PX = 70.0, 14
"""So deep is an animal when it leaves the water, and so far below the line of the water it is seen."""
_DOLPHIN_NOSE_DEG = 30.0
"""How far its nose is up as it was cut."""


@dataclass(slots=True)
class _Leap:
    """One animal: when it leaves the water, at what local x, how far and high it leaps, how large it is."""

    dolphin: bool
    wait_s: float
    x: float
    far: float
    high: float
    size: float = 1.0
    age: Age = field(default_factory=lambda: Age(0.0))

    @property
    def share(self) -> float:
        """How far it has come."""
        return (self.age.s - self.wait_s) / _LEAP_S


class Company:
    """Animals and foam about one place on the water."""

    def __init__(self, kit: Kit, place: Place) -> None:
        self._kit, self._place = kit, place
        self._leaps: list[_Leap] = []
        self._splash, self._high = Age(), _HIGH_SPLASH
        self._animals: dict[bool, Picture] = {
            is_dolphin: kit.cut(place.pieces(pieces), Role.NEAR, lift=6, turns=True)
            for is_dolphin, pieces in ((True, animals.dolphin()), (False, animals.flying_fish()))
        }
        self._crown = kit.cut(place.pieces(seaside.crown()), Role.NEAR, lift=3)

    @property
    def seen(self) -> int:
        """Animals in the air or about to leap."""
        return len(self._leaps)

    def land(self, reward: Reward) -> None:
        """The floats touch the water."""
        self._splash.begin()
        self._high = _HIGH_SPLASH if reward.falls else _LOW_SPLASH
        if reward.soft:
            self._leaps += [_Leap(True, 0.05, 250, 260, 210, 1.1), _Leap(True, 0.35, 330, 260, 170, 0.9)]
        elif not reward.falls:
            self._leaps += [_Leap(False, 0.12 * i, 235 + 70 * i, 220, 90 + 20 * i) for i in range(3)]
        self._leaps = self._leaps[-6:]

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._splash.step(dt_s)
        for leap in self._leaps:
            leap.age.step(dt_s)
        self._leaps = [leap for leap in self._leaps if leap.share < 1]

    def draw(self, surface: pygame.Surface) -> None:
        """Animals and foam, as far as they are out of the water."""
        whole = surface.get_clip()
        surface.set_clip(whole.clip((0, 0, surface.get_width(), round(self._place.origin[1]) + _UNDER_PX)))
        for leap in self._leaps:
            if leap.share >= 0:
                self._draw_leap(surface, leap)
        share = self._splash.share(_SPLASH_S)
        if share < 1:
            rise = math.sin(math.pi * clamped(0.25 + share)) * self._high
            for x in _SPLASHES:
                at = self._place.at(x, 38 - 44 * rise)
                self._crown.draw(surface, at, alpha=round(255 * (1 - share * share)))
        surface.set_clip(whole)

    def _draw_leap(self, surface: pygame.Surface, leap: _Leap) -> None:
        share = leap.share
        high = leap.high + _SUNK_PX
        at: Point = self._place.at(
            leap.x + leap.far * (share - 0.5), _SUNK_PX - high * 4 * share * (1 - share)
        )
        slope = 0.8 * math.degrees(math.atan2(high * 4 * (1 - 2 * share), leap.far))
        turn = round((slope - (_DOLPHIN_NOSE_DEG if leap.dolphin else 0.0)) / 4) * 4
        picture = self._animals[leap.dolphin]
        picture.draw(surface, at, turn_deg=self._place.facing * turn, scale=leap.size)
