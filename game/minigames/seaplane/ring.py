"""The next ring: a garland of flowers under two balloons, and the row of small hoops ahead for a hold."""

from __future__ import annotations

import math
from enum import StrEnum

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import approach, between, clamped, ease, toward
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Pieces, Role
from game.minigames.props import hoops
from game.minigames.seaplane.plane import TRAVEL_PX, Craft
from game.ui.curves import Point, leaf
from game.ui.paper import Piece
from game.ui.seaplane import FLOAT_PX
from game.ui.theme import (
    Rgb,
    tones,
)

HOOPS = 3
"""Small hoops that a hold lights one by one."""
_AHEAD_PX = 336.0
_NOSE_PX = 140.0
"""Where the ring goes once it is reached: round the nose, clear of the sign on the tail."""
_HOOPS_PX, _HOOP_PX = 282.0, 56.0
_CENTRE_DY = -16.0
_TAKE_S, _RETURN_S, _COME_S, _TOW_S = 0.3, 0.6, 0.9, 0.5
_LEFT_SHARE = 0.55
"""Below this share of the target a ring that was not held is left behind."""
_COME_PX, _TOW_PX = 620.0, 390.0
_BEAT_PX = 40.0
_PETALS, _PETALS_FROM, _PETALS_LONG = 9, 78.0, 366.0
_PETAL_PAPERS: tuple[Rgb, ...] = ((255, 250, 240), (236, 150, 188), (255, 214, 92))


class Stand(StrEnum):
    """Where a garland stands in its life."""

    AWAY = "away"
    WAITING = "waiting"
    TAKEN = "taken"
    TOWED = "towed"


class FlowerRing:
    """The ring of one plane. It waits at the asked height, and comes to the plane once that is reached."""

    def __init__(self, kit: Kit, plane: Craft) -> None:
        self._kit, self._plane = kit, plane
        self.stand = Stand.AWAY
        self._arrival = self._taken = self._towed = self._held = 0.0
        self._target, self._reached = 0.6, False
        place = plane.leg.place

        def turning(pieces: Pieces, lift: float, kept_mb: int) -> Picture:
            seen = place.pieces(pieces)
            return kit.cut(seen, Role.ASKED, lift=lift, turns=True, kept_mb=kept_mb)

        self._far = turning((*hoops.two_balloons(), *hoops.half_garland(near=False)), 6, 12)
        self._near = turning(hoops.half_garland(near=True), 6, 8)
        self._hoop = {
            lit: kit.cut(place.pieces(hoops.small_hoop(lit=lit)), Role.ASKED) for lit in (False, True)
        }
        petal = leaf((-16, 3), (16, -3), 19)
        self._petals = [kit.cut((Piece(petal, tones(paper)),), Role.ASKED, lift=3) for paper in _PETAL_PAPERS]

    def follow(self) -> None:
        """Nothing here may run ahead of the limb."""
        leg, kit = self._plane.leg, self._kit
        if self.stand is Stand.AWAY and leg.asked:
            self.stand, self._target = Stand.WAITING, leg.target
        elif self.stand is Stand.WAITING and not leg.asked:
            self.stand = Stand.AWAY
        elif self.stand is Stand.TAKEN and leg.position < _LEFT_SHARE * leg.target:
            self.stand = Stand.WAITING
        elif self.stand is Stand.WAITING and self._reached and leg.position >= leg.target:
            self.stand = Stand.TAKEN
        self._target = leg.target if kit.still else approach(self._target, leg.target, 5, kit.dt_s)
        taken = self.stand in {Stand.TAKEN, Stand.TOWED}
        self._arrival = self._toward(self._arrival, self.stand is not Stand.AWAY, _COME_S)
        self._taken = self._toward(self._taken, taken, _TAKE_S if taken else _RETURN_S)
        self._towed = self._toward(self._towed, self.stand is Stand.TOWED, _TOW_S)
        held = leg.held if self.stand is Stand.TAKEN else float(self.stand is Stand.TOWED)
        self._held = held if kit.still else toward(self._held, held, kit.dt_s * 6)

    def take(self) -> None:
        """The asked height is reached: it comes to the plane."""
        self._reached = True
        if self.stand is not Stand.TOWED:
            self.stand = Stand.TAKEN
            self._arrival = max(self._arrival, 0.6)

    def tow(self) -> None:
        """The hold is done: it hangs on the tail on the way down."""
        if self.stand is not Stand.AWAY:
            self.stand = Stand.TOWED

    def release(self) -> Point:
        """It is carried off, and the next one comes. Returns where it was."""
        where = self.centre
        self.stand, self._reached = Stand.AWAY, False
        self._arrival = self._taken = self._towed = self._held = 0.0
        return where

    def put_back(self) -> None:
        """It was not kept this time: it waits again."""
        self._reached = False
        if self.stand is not Stand.AWAY:
            self.stand = Stand.WAITING

    @property
    def home(self) -> Point:
        """Where it waits; with a led beat it comes nearest on the beat."""
        place, beat = self._plane.leg.place, self._kit.beat
        away = 0.0 if beat is None else _BEAT_PX * (0.5 - 0.5 * math.cos(math.tau * beat))
        above = _COME_PX * (1 - ease(self._arrival))
        x, y = place.at(_AHEAD_PX, _CENTRE_DY - FLOAT_PX - TRAVEL_PX * self._target)
        return (x + place.facing * away, y + 5 * math.sin(self._kit.idle_s * 1.3) - above)

    @property
    def centre(self) -> Point:
        """The middle of the ring."""
        ahead = _NOSE_PX - _TOW_PX * ease(self._towed)
        return between(self.home, self._plane.point((ahead, _CENTRE_DY)), ease(self._taken))

    def hoops(self) -> list[tuple[Point, bool]]:
        """The small hoops ahead of the nose, first to last, and whether each is lit. Without a hold none."""
        if self.stand is not Stand.TAKEN or self._taken < 0.5 or not self._kit.hold_s:
            return []
        at = (self._plane.point((_HOOPS_PX + _HOOP_PX * index, _CENTRE_DY)) for index in range(HOOPS))
        return [(point, self._held * HOOPS >= index + 0.9) for index, point in enumerate(at)]

    def draw_far(self, surface: pygame.Surface) -> None:
        """What lies behind the plane: petals on the way, the far half of the ring and its balloons."""
        if self._arrival <= 0.0:
            return
        if self.stand is Stand.WAITING:
            self._draw_petals(surface)
        self._far.draw(surface, self.centre, turn_deg=self._swing_deg, scale=self._size)

    def draw_near(self, surface: pygame.Surface) -> None:
        """What lies before the plane."""
        if self._arrival <= 0.0:
            return
        for at, lit in self.hoops():
            self._hoop[lit].draw(surface, at)
        self._near.draw(surface, self.centre, turn_deg=self._swing_deg, scale=self._size)

    def _toward(self, value: float, goal: bool, over_s: float) -> float:
        return float(goal) if self._kit.still else toward(value, float(goal), self._kit.dt_s / over_s)

    @property
    def _size(self) -> float:
        """It swells a little on the beat, and as it lands about the plane."""
        landing = math.sin(math.pi * clamped((self._taken - 0.4) / 0.6))
        beat = self._kit.beat
        near_beat = 0.0 if beat is None else max(0.0, math.cos(math.tau * beat))
        return 1 + 0.06 * near_beat + 0.1 * landing

    @property
    def _swing_deg(self) -> float:
        return 1.6 * math.sin(self._kit.idle_s * 1.1)

    def _draw_petals(self, surface: pygame.Surface) -> None:
        """Petals of the garland blow back along the asked height: so high the plane shall fly."""
        x, y = self.centre
        place, idle_s = self._plane.leg.place, self._kit.idle_s
        for index in range(_PETALS):
            along = (index * _PETALS_LONG / _PETALS + idle_s * 26) % _PETALS_LONG
            at = (x - place.facing * (_PETALS_FROM + along), y + 7 * math.sin(idle_s * 2 + index * 2.3))
            seen = min(1.0, along / 60, (_PETALS_LONG - along) / 200)
            self._petals[index % len(self._petals)].draw(surface, at, alpha=round(235 * seen))
