"""Who lives in the harbour: the dockhand, the cat on its bollard, and a gull that watches."""

from __future__ import annotations

import math

import pygame

from game.minigames.harbour_ground import Ground
from game.minigames.harbour_hush import hushed
from game.ui.curves import Point, bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece, RotatingCutout, cut
from game.ui.scenery import Pieces
from game.ui.theme import CLOUD, CREAM, DARK_WOOD, INK, SKIN, SLATE, STONE, STRAW, Look, tones

_WALK_PX_S = 230.0
_SHIRT = tones((236, 226, 206))
_STRIPE = tones((176, 96, 104))
_TROUSERS = tones((86, 102, 112))
_FUR = tones((216, 146, 84))


class Dockhand:
    """Stands by the landing place, points the way up, cheers, and walks behind what he rolls ashore."""

    def __init__(self, ground: Ground, look: Look, home: Point) -> None:
        self.x = home[0]
        self._home = home
        self._ground = ground
        self._look = look
        self._walked = 0.0
        self._cheer_s = 9.0
        self._point = 0.0
        small = ground.pieces

        def turning(pieces: Pieces) -> RotatingCutout:
            return RotatingCutout(*hushed(small(pieces, turn=False), look), lift=3)

        self._body = cut(*hushed(small(_body(), turn=False), look), lift=7)
        self._legs, self._arms = turning(_leg()), turning(_arm())

    def cheer(self) -> None:
        """Both arms up."""
        self._cheer_s = 0.0

    def step(self, dt_s: float, goal_x: float | None, *, guiding: bool) -> None:
        """Walk towards a place, home if there is none. guiding: a limb is on its way up."""
        want = self._home[0] if goal_x is None else goal_x
        far = 1.6 if goal_x is not None else 1.0
        way = min(max(want - self.x, -_WALK_PX_S * far * dt_s), _WALK_PX_S * far * dt_s)
        self.x += way
        self._walked += abs(way)
        self._cheer_s += dt_s
        lift = 1.0 if guiding and goal_x is None and abs(want - self.x) < 2 else 0.0
        self._point += (lift - self._point) * min(1.0, dt_s * 6)

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Draw him where he is."""
        stride = math.sin(self._walked / 17)
        walking = abs(stride) * 4 if self._walked else 0.0
        breath = 0.0 if self._look.reduced_motion else 1.5 * math.sin(time_s * 1.8)
        place, y = self._ground, self._home[1] - walking
        facing = place.facing
        for side in (-1, 1):
            hip = place.at(self.x, y)
            at = (hip[0] + side * 13 * place.scale, hip[1] - 56 * place.scale)
            self._legs.draw(surface, at, side * 22 * stride if self._moving() else 0.0)
        self._body.draw(surface, place.at(self.x, y + breath))
        joy = max(0.0, 1 - self._cheer_s / 1.1)
        for side in (-1, 1):
            lift = 150 * min(1.0, joy * 3) + 10 * math.sin(self._cheer_s * 11) * joy
            if side == facing:
                wave = 0.0 if self._look.reduced_motion else 7 * math.sin(time_s * 5)
                lift = max(lift, (118 + wave) * self._point)
            at = place.at(self.x, y + breath)
            shoulder = (at[0] + side * 24 * place.scale, at[1] - 112 * place.scale)
            self._arms.draw(surface, shoulder, side * (12 + lift))

    def _moving(self) -> bool:
        return abs(self.x - self._home[0]) > 1


class Cat:
    """A cat on a bollard. Its tail has its own mind; it nods at a gentle landing."""

    def __init__(self, ground: Ground, look: Look, at: Point) -> None:
        self._ground, self._at, self._look = ground, at, look
        self._nod_s = 9.0
        self._bollard = cut(*hushed(ground.pieces(bollard(), turn=False), look), lift=7)
        self._body = cut(*hushed(ground.pieces(_cat_body()), look), lift=4)
        self._head = RotatingCutout(*hushed(ground.pieces(_cat_head()), look), lift=3)
        self._tail = RotatingCutout(*hushed(ground.pieces(_tail()), look), lift=3)

    def nod(self) -> None:
        """Something was done gently."""
        self._nod_s = 0.0

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._nod_s += dt_s

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Draw bollard and cat."""
        x, y = self._at
        place = self._ground
        still = self._look.reduced_motion
        tail = 0.0 if still else 14 * math.sin(time_s * 1.3) + 6 * math.sin(time_s * 2.9)
        self._bollard.draw(surface, place.at(x, y))
        self._tail.draw(surface, place.at(x - 18, y - 58), tail)
        self._body.draw(surface, place.at(x, y - 50))
        nod = _nodding(self._nod_s) * 16 + (0.0 if still else 4 * math.sin(time_s * 0.7))
        self._head.draw(surface, place.at(x + 8, y - 98), -nod * place.facing)


class PerchedGull:
    """A gull on a post. It nods when a crate is set down softly."""

    def __init__(self, ground: Ground, look: Look, at: Point) -> None:
        self._ground, self._at = ground, at
        self._nod_s = 9.0
        self._still = look.reduced_motion
        self._body = cut(*hushed(ground.pieces(_post() + _gull_body()), look), lift=5)
        self._head = RotatingCutout(*hushed(ground.pieces(_gull_head()), look), lift=2)

    def nod(self) -> None:
        """Something was done gently."""
        self._nod_s = 0.0

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._nod_s += dt_s

    def draw(self, surface: pygame.Surface, time_s: float) -> None:
        """Draw post and gull."""
        x, y = self._at
        self._body.draw(surface, self._ground.at(x, y))
        turn = _nodding(self._nod_s) * 26 + (0.0 if self._still else 5 * math.sin(time_s * 0.9))
        self._head.draw(surface, self._ground.at(x + 17, y - 122), -turn * self._ground.facing)


def _nodding(since_s: float) -> float:
    """Two nods that die away."""
    return 0.0 if since_s > 1.2 else math.sin(since_s / 1.2 * 2 * math.pi) ** 2 * (1.2 - since_s)


def bollard() -> Pieces:
    """A stout iron bollard with a turn of rope."""
    return (
        Piece(box(-24, -10, 48, 14, 6), SLATE),
        Piece(box(-17, -50, 34, 48, 6), tones((74, 84, 104)), lift=3),
        Piece(box(-25, -58, 50, 18, 9), tones((92, 102, 122)), lift=4),
        *(Piece(ribbon(((-18, y), (0, y + 4), (18, y)), 6), STRAW, lift=2) for y in (-26, -18)),
    )


def _body() -> Pieces:
    head = -148.0
    stripes = tuple(Piece(box(-25, y, 50, 7, 3), _STRIPE, lift=0) for y in (-112, -98, -84))
    cap = (*bezier((-22, head - 6), (-22, head - 30), (22, head - 30), (22, head - 6)), (26, head - 4))
    return (
        Piece(box(-26, -124, 52, 66, 16), _SHIRT),
        *stripes,
        Piece(box(-26, -76, 52, 28, 10), _TROUSERS, lift=2),
        *(Piece(box(x, -120, 8, 50, 4), _TROUSERS, lift=1) for x in (-18, 10)),
        Piece(oval((0, head), 42, 46), SKIN, lift=3),
        Piece(
            smooth(
                (
                    (-19, head + 2),
                    (-15, head + 24),
                    (0, head + 32),
                    (15, head + 24),
                    (19, head + 2),
                    (0, head + 12),
                )
            ),
            tones((206, 196, 190)),
            lift=1,
        ),
        *(Piece(oval((x, head - 1), 5, 6, 16), tones(INK), lift=0) for x in (-8, 8)),
        Piece(oval((0, head + 7), 10, 9, 20), tones((212, 150, 124)), lift=1),
        Piece(cap, tones((70, 96, 118)), lift=2),
        Piece(box(-25, head - 11, 50, 8, 4), tones((54, 74, 96)), lift=1),
    )


def _leg() -> Pieces:
    return (
        Piece(ribbon(((0, 0), (0, 46)), 22, 19), _TROUSERS),
        Piece(box(-13, 44, 26, 14, 6), DARK_WOOD, lift=2),
    )


def _arm() -> Pieces:
    return (
        Piece(ribbon(((0, 0), (0, 42)), 17, 14), _SHIRT),
        Piece(oval((0, 50), 17, 17, 24), SKIN, lift=1),
        Piece(box(-8, 24, 16, 7, 2), _STRIPE, lift=0),
    )


def _cat_body() -> Pieces:
    sit = smooth(((-24, 0), (-26, -22), (-12, -44), (8, -52), (18, -40), (20, -16), (22, 0), (0, 3)))
    return (
        Piece(sit, _FUR),
        Piece(smooth(((4, -2), (4, -24), (12, -36), (18, -24), (18, -2))), tones((246, 222, 188)), lift=1),
        Piece(oval((14, 0), 18, 10, 24), _FUR, lift=1),
    )


def _cat_head() -> Pieces:
    return (
        *(Piece(((x - 9, -9), (x * 1.35, -29), (x + 9, -9)), _FUR) for x in (-11, 11)),
        Piece(oval((0, 0), 44, 36), _FUR, lift=2),
        Piece(oval((4, 7), 20, 13, 24), tones((246, 222, 188)), lift=0),
        *(Piece(oval((x, -2), 6, 8, 20), tones(INK), lift=0) for x in (-6, 12)),
        Piece(((1, 3), (8, 3), (4.5, 7)), tones((180, 96, 92)), lift=0),
    )


def _tail() -> Pieces:
    path = bezier((0, 0), (-34, 6), (-40, 36), (-14, 44))
    return (Piece(ribbon(path, 12, 8), _FUR),)


def _post() -> Pieces:
    return (
        Piece(ribbon(((0, 4), (0, -84)), 24, 22), DARK_WOOD),
        Piece(oval((0, -86), 26, 11), tones((176, 130, 96)), lift=1),
        *(Piece(ribbon(((-13, y), (13, y + 3)), 7), STRAW, lift=2) for y in (-50, -41)),
    )


def _gull_body() -> Pieces:
    return (
        *(Piece(ribbon(((x, -88), (x, -98)), 4), STRAW, lift=0) for x in (-3, 6)),
        Piece(leaf((28, -116), (-36, -100), 34), CLOUD, lift=2),
        Piece(leaf((16, -114), (-44, -102), 20), STONE, lift=2),
    )


def _gull_head() -> Pieces:
    return (
        Piece(oval((3, -4), 25, 22), CLOUD),
        Piece(leaf((12, -5), (30, 0), 9), tones((240, 176, 60)), lift=1),
        Piece(oval((7, -8), 5, 5, 16), tones(INK), lift=0),
        Piece(oval((-2, 2), 8, 5, 16), tones(CREAM), lift=0),
    )
