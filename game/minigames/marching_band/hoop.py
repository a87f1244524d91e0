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
from game.training.exercise import Side
from game.ui.curves import Outline, Point, box, oval, ribbon
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, DARK_WOOD, STRAW, TARGET, Tones, leg_tones, tones

FLOWERS = 12
_POLE_X, _POLE_TOP = 262, -450
_RING, _HOLE, _FLOWER_RADIUS = 196, 156, 88
_BLOOM = Tones((255, 250, 244), (232, 222, 226), (255, 255, 255))
_HEART = tones((168, 66, 112))
_EDGE = tones((66, 46, 78))
_STRIPE = tones((186, 232, 208))
_WOOD = Tones((246, 236, 214), (214, 196, 176), (255, 250, 236))


class Hoop:
    """A pole beside one leg: a bar where the knee rests, a hoop of flowers where it is asked to come."""

    def __init__(self, kit: Kit, leg: Leg, ground: Point) -> None:
        self._kit, self._leg, self._ground = kit, leg, ground
        way = way_of(leg.side)
        self._x = ground[0] + way * _POLE_X
        self._pole = kit.cut(_pole(leg.side), Role.NEAR, lift=6)
        self._ring = kit.cut(_ring(), Role.ASKED, lift=5, turns=True)
        self._rest = kit.cut((Piece(box(min(0, -way * 132), -8, 132, 16, 8), DARK_WOOD),), Role.ASKED, lift=3)
        self._arm = kit.cut(_arm(74 * way), Role.BUILT, lift=3)
        self._flower = kit.cut(_flower(), Role.ASKED, lift=3)
        self._mark = kit.cut(_mark(), Role.ASKED, lift=3)
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
        self._drum = kit.cut(_drum(side), Role.NEAR, lift=8)
        self._ripple = kit.cut(_ripple(), Role.NEAR, lift=0, turns=True)
        self._at = (ground[0] + way_of(side) * 78, ground[1] + 2)

    def draw(self, surface: pygame.Surface, landed: Age) -> None:
        """landed: since the foot last came down."""
        x, y = self._at
        if landed.s < 0.6:
            self._ripple.draw(surface, (x, y + 22), scale=1 + 0.5 * math.sqrt(landed.share(0.6)))
        give = 7 * math.exp(-landed.s * 7) * math.cos(landed.s * 22) if landed.s < 1 else 0.0
        self._drum.draw(surface, (x, y + give))


def _pole(side: Side) -> Pieces:
    way = way_of(side)
    pennant: Outline = ((way * 6, _POLE_TOP + 4), (way * 46, _POLE_TOP + 26), (way * 6, _POLE_TOP + 48))
    stripes = [
        Piece(((-9, y), (9, y - 20), (9, y - 40), (-9, y - 20)), TARGET, lift=0)
        for y in range(-40, -418, -54)
    ]
    return (
        Piece(pennant, leg_tones(side), lift=4),
        Piece(ribbon(((0, 0), (0, _POLE_TOP)), 19), _WOOD, lift=3),
        *stripes,
        Piece(oval((0, _POLE_TOP - 6), 36, 36), STRAW, lift=3),
        Piece(oval((0, -4), 86, 30), _WOOD, lift=3),
        Piece(oval((0, -10), 56, 22), TARGET, lift=2),
    )


def _arm(length: float) -> Pieces:
    return (
        Piece(ribbon(((0, 0), (-length, 0)), 12, 9), _WOOD, lift=2),
        Piece(oval((0, 0), 30, 30), STRAW, lift=3),
    )


def _mark() -> Pieces:
    """The target's height on the pole."""
    return (Piece(oval((0, 0), 44, 44), tones(CREAM), lift=3), Piece(oval((0, 0), 30, 30), TARGET, lift=2))


def _ring() -> Pieces:
    """The hoop: a green ring, striped like the band of the gauge, open where the knee will be."""
    stripes = []
    for index in range(2 * FLOWERS):
        turn = math.tau * (index + 0.5) / (2 * FLOWERS) - math.pi / 2
        inner, outer = _HOLE / 2, _RING / 2
        ends = ((inner, turn - 0.06), (outer, turn + 0.02), (outer, turn + 0.10), (inner, turn + 0.02))
        edge = tuple((reach * math.cos(a), reach * math.sin(a)) for reach, a in ends)
        stripes.append(Piece(edge, _STRIPE, lift=0, lean=0.0))
    rim = oval((0, 0), _RING + 14, _RING + 14, 72)
    return (
        Piece(rim, tones(CREAM), lift=3, holes=(oval((0, 0), _HOLE - 12, _HOLE - 12, 72),)),
        Piece(oval((0, 0), _RING, _RING, 72), TARGET, lift=2, holes=(oval((0, 0), _HOLE, _HOLE, 72),)),
        *stripes,
    )


def _flower() -> Pieces:
    """White on a dark edge, so that the hold is seen on any leg and in grey."""
    at = [(11 * math.cos(math.tau * i / 6), 11 * math.sin(math.tau * i / 6)) for i in range(6)]
    petals = [
        Piece(oval(one, size, size, 20), paper, lift=1)
        for size, paper in ((27, _EDGE), (18, _BLOOM))
        for one in at
    ]
    return (*petals, Piece(oval((0, 0), 15, 15, 20), _HEART, lift=1))


def _drum(side: Side) -> Pieces:
    """A low drum seen from above: shell, rim in the leg's colour, skin."""
    low = [(x, y) for x, y in oval((0, 26), 176, 64) if y >= 26]
    wall = sorted((*low, (-88, 0), (88, 0)), key=lambda p: math.atan2(p[1] - 14, p[0]))
    return (
        Piece(tuple(wall), tones((190, 104, 74)), lift=2),
        Piece(oval((0, 2), 180, 66), leg_tones(side), lift=3),
        Piece(oval((0, 0), 156, 52), tones((252, 246, 230)), lift=1),
        Piece(oval((0, 0), 96, 30), tones((238, 226, 202)), lift=0),
    )


def _ripple() -> Pieces:
    return (Piece(oval((0, 0), 200, 78, 64), tones(CREAM), lift=0, holes=(oval((0, 0), 186, 68, 64),)),)
