"""Who lives in the harbour: the dockhand, the cat on its bollard, and a gull that watches."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, approach, clamped, nod
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role
from game.ui.curves import Point, bezier, box, leaf, oval, ribbon, smooth
from game.ui.paper import Piece
from game.ui.scenery import Pieces
from game.ui.theme import CLOUD, CREAM, DARK_WOOD, INK, SKIN, SLATE, STONE, STRAW, tones

_WALK_PX_S = 230.0
_SHIRT = tones((236, 226, 206))
_STRIPE = tones((176, 96, 104))
_TROUSERS = tones((86, 102, 112))
_FUR = tones((216, 146, 84))


class Dockhand:
    """Stands by the landing place, points the way up, cheers, and walks behind what he rolls ashore."""

    def __init__(self, kit: Kit, place: Place, home: Point) -> None:
        self.x = home[0]
        self._kit, self._place, self._home = kit, place, home
        self._walked = self._point = 0.0
        self._cheer = Age()
        self._body = kit.cut(place.pieces(_body(), turn=False), Role.NEAR, lift=7)
        self._limb = {
            part: kit.cut(place.pieces(part(), turn=False), Role.NEAR, lift=3, turns=True)
            for part in (_leg, _arm)
        }

    def cheer(self) -> None:
        """Both arms up."""
        self._cheer.begin()

    def step(self, dt_s: float, goal_x: float | None, *, guiding: bool) -> None:
        """Walk towards a place, home if there is none. guiding: a limb is on its way up."""
        want = self._home[0] if goal_x is None else goal_x
        most = _WALK_PX_S * (1.6 if goal_x is not None else 1.0) * dt_s
        way = clamped(want - self.x, -most, most)
        self.x += way
        self._walked += abs(way)
        self._cheer.step(dt_s)
        points = guiding and goal_x is None and abs(want - self.x) < 2
        self._point = approach(self._point, float(points), 6, dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw him where he is."""
        stride = math.sin(self._walked / 17)
        y = self._home[1] - (abs(stride) * 4 if self._walked else 0.0)
        time_s, place = self._kit.idle_s, self._place
        breath = 1.5 * math.sin(time_s * 1.8)
        moving = abs(self.x - self._home[0]) > 1
        for side in (-1, 1):
            hip = place.at(self.x, y)
            at = (hip[0] + side * 13 * place.scale, hip[1] - 56 * place.scale)
            self._limb[_leg].draw(surface, at, turn_deg=side * 22 * stride if moving else 0.0)
        self._body.draw(surface, place.at(self.x, y + breath))
        age_s = self._cheer.s
        joy = max(0.0, 1 - age_s / 1.1)
        for side in (-1, 1):
            lift = 150 * min(1.0, joy * 3) + 10 * math.sin(age_s * 11) * joy
            if side == place.facing:
                lift = max(lift, (118 + 7 * math.sin(time_s * 5)) * self._point)
            at = place.at(self.x, y + breath)
            shoulder = (at[0] + side * 24 * place.scale, at[1] - 112 * place.scale)
            self._limb[_arm].draw(surface, shoulder, turn_deg=side * (12 + lift))


class Cat:
    """A cat on a bollard. Its tail has its own mind; it nods at a gentle landing."""

    def __init__(self, kit: Kit, place: Place, at: Point) -> None:
        self._kit, self._place, self._at = kit, place, at
        self.seen_soft = Age()
        self._bollard = kit.cut(place.pieces(bollard(), turn=False), Role.NEAR, lift=7)
        self._body = kit.cut(place.pieces(_cat_body()), Role.NEAR)
        self._head = kit.cut(place.pieces(_cat_head()), Role.NEAR, lift=3, turns=True)
        self._tail = kit.cut(place.pieces(_tail()), Role.NEAR, lift=3, turns=True)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw bollard and cat."""
        (x, y), place, time_s = self._at, self._place, self._kit.idle_s
        self._bollard.draw(surface, place.at(x, y))
        tail = 14 * math.sin(time_s * 1.3) + 6 * math.sin(time_s * 2.9)
        self._tail.draw(surface, place.at(x - 18, y - 58), turn_deg=tail)
        self._body.draw(surface, place.at(x, y - 50))
        turn_deg = nod(self.seen_soft.s) * 16 + 4 * math.sin(time_s * 0.7)
        self._head.draw(surface, place.at(x + 8, y - 98), turn_deg=-turn_deg * place.facing)


class PerchedGull:
    """A gull on a post. It nods when a crate is set down softly."""

    def __init__(self, kit: Kit, place: Place, at: Point) -> None:
        self._kit, self._place, self._at = kit, place, at
        self.seen_soft = Age()
        self._body = kit.cut(place.pieces(_post() + _gull_body()), Role.NEAR, lift=5)
        self._head = kit.cut(place.pieces(_gull_head()), Role.NEAR, lift=2, turns=True)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw post and gull."""
        (x, y), place = self._at, self._place
        self._body.draw(surface, place.at(x, y))
        turn_deg = nod(self.seen_soft.s) * 26 + 5 * math.sin(self._kit.idle_s * 0.9)
        self._head.draw(surface, place.at(x + 17, y - 122), turn_deg=-turn_deg * place.facing)


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
