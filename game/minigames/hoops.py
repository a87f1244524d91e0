"""The hoop of flowers at each knee's target, the ring at its rest, and the drums on the ground."""

from __future__ import annotations

import math

import pygame

from game.minigames.gluing import Pieces, figure
from game.minigames.marching_leg import knee_at
from game.training.exercise import Side
from game.ui.curves import Outline, Point, box, oval, ribbon
from game.ui.paper import Piece, cut
from game.ui.theme import CREAM, DARK_WOOD, STRAW, TARGET, Look, Tones, leg_tones, tones

FLOWERS = 12
_POLE_X = 262
_POLE_TOP = -450
_RING, _HOLE, _FLOWER_RADIUS = 196, 156, 88
BLOOM = Tones((255, 250, 244), (232, 222, 226), (255, 255, 255))
_HEART = tones((168, 66, 112))
_EDGE = tones((66, 46, 78))
_STRIPE = tones((186, 232, 208))
_LIGHT = (255, 250, 236)
_WOOD = Tones((246, 236, 214), (214, 196, 176), (255, 250, 236))


class Hoop:
    """A pole beside one leg: a ring where the knee rests, a hoop of flowers where it is asked to come."""

    def __init__(self, side: Side, look: Look) -> None:
        self._side: Side = side
        self._way = -1 if side == "left" else 1
        self._pole = figure((_pole(side),), look, lift=6).pressed()
        self._ring = figure((_ring(),), look, lift=5).pressed()
        self._rest = figure((_rest_bar(self._way),), look, lift=3).pressed()
        self._arm = figure((_arm(74 * self._way),), look, lift=3).pressed()
        self._flower = cut(_flower(), look, lift=3)
        self._mark = figure((_mark(),), look, lift=3).pressed()
        self._glow = _glow()
        self.target = 0.6
        self.carried = 0.0

    def middle(self, ground: Point) -> Point:
        """Where the middle of the hoop is: at the target, or above it where the knee carries it."""
        x, y = knee_at(self._side, max(self.target, self.carried))
        return (ground[0] + x, ground[1] + y)

    def draw_pole(self, target: pygame.Surface, ground: Point, *, asked: bool) -> None:
        """Draw what stands behind the leg: for a leg that is asked also the heights of rest and target."""
        x = ground[0] + self._way * _POLE_X
        self._rest.draw(target, (x, ground[1] + knee_at(self._side, 0.0)[1]))
        if asked:
            self._arm.draw(target, (x, self.middle(ground)[1]))
        self._pole.draw(target, (x, ground[1] + 14))
        if asked:
            self._mark.draw(target, (x, ground[1] + knee_at(self._side, self.target)[1]))

    def draw_glow(self, target: pygame.Surface, ground: Point, held: float) -> None:
        """The light about the hoop, behind the knee."""
        if held <= 0:
            return
        x, y = self.middle(ground)
        self._glow.set_alpha(round(235 * min(held, 1.0)))
        target.blit(self._glow, self._glow.get_rect(center=(round(x), round(y))))

    def draw(self, target: pygame.Surface, ground: Point, held: float, *, swell: float) -> None:
        """Draw the hoop before the leg. held: share of the flowers that are open. swell: 0 to 1, a reward."""
        at = self.middle(ground)
        ring = self._ring
        (ring.scaled(1 + 0.09 * swell) if swell > 0.02 else ring).draw(target, at)
        radius = _FLOWER_RADIUS * (1 + 0.09 * swell)
        for index in range(math.ceil(min(held, 1.0) * FLOWERS - 1e-6)):
            turn = math.tau * index / FLOWERS - math.pi / 2
            self._flower.draw(target, (at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)))


class FootDrum:
    """The drum under a foot, for the puck on the floor: it gives when the foot lands, and a ring runs out."""

    def __init__(self, side: Side, look: Look) -> None:
        self._drum = figure((_drum(side),), look, lift=8).pressed()
        self._ripple = figure((_ripple(),), look, lift=0)
        self._way = -1 if side == "left" else 1

    def draw(self, target: pygame.Surface, ground: Point, age_s: float) -> None:
        """age_s: time since the foot last landed."""
        at = (ground[0] + self._way * 78, ground[1] + 2)
        if age_s < 0.6:
            self._ripple.scaled(1 + 0.5 * math.sqrt(age_s / 0.6)).draw(target, (at[0], at[1] + 22))
        give = 7 * math.exp(-age_s * 7) * math.cos(age_s * 22) if age_s < 1 else 0.0
        self._drum.draw(target, (at[0], at[1] + give))


def _pole(side: Side) -> Pieces:
    way = -1 if side == "left" else 1
    stripes = []
    for index in range(7):
        y = -40 - index * 54
        stripes.append(Piece(((-9, y), (9, y - 20), (9, y - 40), (-9, y - 20)), TARGET, lift=0))
    pennant: Outline = ((way * 6, _POLE_TOP + 4), (way * 46, _POLE_TOP + 26), (way * 6, _POLE_TOP + 48))
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
    stripes = tuple(Piece(stripe, _STRIPE, lift=0, lean=0.0) for stripe in _stripes())
    inner, outer = oval((0, 0), _HOLE - 12, _HOLE - 12, 72), oval((0, 0), _RING + 14, _RING + 14, 72)
    return (
        Piece(outer, tones(CREAM), lift=3, holes=(inner,)),
        Piece(oval((0, 0), _RING, _RING, 72), TARGET, lift=2, holes=(oval((0, 0), _HOLE, _HOLE, 72),)),
        *stripes,
    )


def _stripes() -> list[Outline]:
    """Slanted stripes across the ring, between the places of the flowers."""
    stripes: list[Outline] = []
    for index in range(2 * FLOWERS):
        turn = math.tau * (index + 0.5) / (2 * FLOWERS) - math.pi / 2
        ends = (
            (_HOLE / 2, turn - 0.06),
            (_RING / 2, turn + 0.02),
            (_RING / 2, turn + 0.10),
            (_HOLE / 2, turn + 0.02),
        )
        stripes.append(tuple((r * math.cos(a), r * math.sin(a)) for r, a in ends))
    return stripes


def _rest_bar(way: int) -> Pieces:
    """A bar at the height where the knee rests, as in the gauge."""
    return (Piece(box(min(0, -way * 132), -8, 132, 16, 8), DARK_WOOD, lift=3),)


def _flower() -> Pieces:
    """White on a dark edge, so that the hold is seen on any leg and in grey."""
    turns = [math.tau * index / 6 for index in range(6)]

    def petals(size: float, paper: Tones) -> Pieces:
        return tuple(
            Piece(oval((11 * math.cos(turn), 11 * math.sin(turn)), size, size, 20), paper, lift=1)
            for turn in turns
        )

    return (*petals(27, _EDGE), *petals(18, BLOOM), Piece(oval((0, 0), 15, 15, 20), _HEART, lift=1))


def _glow() -> pygame.Surface:
    """A soft disc of light."""
    small = pygame.Surface((32, 32), pygame.SRCALPHA, 32)
    small.fill((*_LIGHT, 0))
    for ring in range(8):
        share = (ring + 1) / 8
        pygame.draw.circle(small, (*_LIGHT, round(250 * share**1.3)), (16, 16), 15 * (1.08 - share))
    return pygame.transform.smoothscale(small, (340, 340))


def _drum(side: Side) -> Pieces:
    """A low drum seen from above: shell, rim, skin, and a rim line in the leg's colour."""
    shell = tones((190, 104, 74))
    side_wall = (*((x, y) for x, y in oval((0, 26), 176, 64) if y >= 26), (-88, 0), (88, 0))
    wall = sorted(side_wall, key=lambda p: math.atan2(p[1] - 14, p[0]))
    return (
        Piece(tuple(wall), shell, lift=2),
        Piece(oval((0, 2), 180, 66), leg_tones(side), lift=3),
        Piece(oval((0, 0), 156, 52), tones((252, 246, 230)), lift=1),
        Piece(oval((0, 0), 96, 30), tones((238, 226, 202)), lift=0),
    )


def _ripple() -> Pieces:
    return (Piece(oval((0, 0), 200, 78, 64), tones(CREAM), lift=0, holes=(oval((0, 0), 186, 68, 64),)),)
