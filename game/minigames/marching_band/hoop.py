"""The hoop of flowers at each knee's target, the bar at its rest, and the drums on the ground."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import glow, shine
from game.minigames.kit.motion import LANDS_S, Age, approach
from game.minigames.kit.roles import Role
from game.minigames.marching_band.leg import knee_at, way_of
from game.minigames.props import hoops
from game.training.exercise import Side
from game.ui.curves import Point, box
from game.ui.paper import Piece
from game.ui.theme import DARK_WOOD

FLOWERS = 12
_POLE_X = 262
_RING, _HOLE, _FLOWER_RADIUS = 196, 156, 88


class Hoop:
    """A pole beside one leg: a bar where the knee rests, a hoop of flowers where it is asked to come."""

    def __init__(self, kit: Kit, leg: Leg, ground: Point) -> None:
        self._kit, self._leg, self._ground = kit, leg, ground
        way = way_of(leg.side)
        self._x = ground[0] + way * _POLE_X
        self._pole = kit.cut(hoops.pole(leg.side), Role.NEAR, lift=6)
        ring = hoops.striped_ring(_RING, _RING, (_HOLE, _HOLE), 2 * FLOWERS)
        self._ring = kit.cut(ring, Role.ASKED, lift=5, turns=True)
        self._rest = kit.cut((Piece(box(min(0, -way * 132), -8, 132, 16, 8), DARK_WOOD),), Role.ASKED, lift=3)
        self._arm = kit.cut(hoops.bracket(74 * way), Role.BUILT, lift=3)
        self._flower = kit.cut(hoops.bloom(), Role.ASKED, lift=3)
        self._mark = kit.cut(hoops.mark(), Role.ASKED, lift=3)
        self._glow = glow(150)
        self.target = leg.target

    def follow(self) -> None:
        """A new target is not jumped to."""
        still = self._kit.still
        self.target = (
            self._leg.target if still else approach(self.target, self._leg.target, 5, self._kit.dt_s)
        )

    @property
    def middle(self) -> Point:
        """At the target, or above it where a knee that holds carries the hoop."""
        leg = self._leg
        caught = leg.asked and leg.held > 0 and leg.position > leg.target
        x, y = knee_at(leg.side, max(self.target, leg.position if caught else 0.0))
        return (self._ground[0] + x, self._ground[1] + y)

    def draw_pole(self, surface: pygame.Surface) -> None:
        """Draw what stands behind the leg: for a leg that is asked also the heights of rest and target."""
        leg, y = self._leg, self._ground[1]
        self._rest.draw(surface, (self._x, y + knee_at(leg.side, 0.0)[1]))
        if leg.bright:
            self._arm.draw(surface, (self._x, self.middle[1]))
        self._pole.draw(surface, (self._x, y + 14))
        if leg.bright:
            self._mark.draw(surface, (self._x, y + knee_at(leg.side, self.target)[1]))

    def draw_glow(self, surface: pygame.Surface) -> None:
        """The light about a hoop that is held, behind the knee."""
        if self._leg.bright and not self._kit.look.contrast:
            shine(surface, self.middle, 0.6 * min(self._leg.held, 1.0), self._glow)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the hoop before the leg; its flowers open while the hold is done."""
        if not self._leg.bright:
            return
        at, swell = self.middle, 0.09 * self._swell
        self._ring.draw(surface, at, scale=1 + swell)
        radius = _FLOWER_RADIUS * (1 + swell)
        for index in range(math.ceil(min(self._leg.held, 1.0) * FLOWERS - 1e-6)):
            turn = math.tau * index / FLOWERS - math.pi / 2
            self._flower.draw(surface, (at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)))

    @property
    def _swell(self) -> float:
        """How much it has grown: it breathes while the knee rests, and greets the knee."""
        if self._kit.still:
            return 0.0
        greeting = 1 - self._leg.reached.share(LANDS_S)
        resting = self._leg.position < 0.1
        return max(greeting, 0.35 + 0.35 * math.sin(self._kit.idle_s * 2.4) if resting else 0.0)


class FootDrum:
    """The drum under a foot, for the puck on the floor: it gives when the foot lands, and a ring runs out."""

    def __init__(self, kit: Kit, side: Side, ground: Point) -> None:
        self._drum = kit.cut(hoops.foot_drum(side), Role.NEAR, lift=8)
        self._ripple = kit.cut(hoops.ripple(), Role.NEAR, lift=0, turns=True)
        self._at = (ground[0] + way_of(side) * 78, ground[1] + 2)

    def draw(self, surface: pygame.Surface, landed: Age) -> None:
        """landed: since the foot last came down."""
        x, y = self._at
        if landed.s < 0.6:
            self._ripple.draw(surface, (x, y + 22), scale=1 + 0.5 * math.sqrt(landed.share(0.6)))
        give = 7 * math.exp(-landed.s * 7) * math.cos(landed.s * 22) if landed.s < 1 else 0.0
        self._drum.draw(surface, (x, y + give))
