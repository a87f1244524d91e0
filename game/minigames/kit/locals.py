"""Who may live in a place, in parts that move: a dockhand, a cat on its bollard, a gull that watches."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, approach, clamped, nod
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role
from game.minigames.props import harbour_folk as folk
from game.ui.curves import Point

_WALK_PX_S = 230.0


class Dockhand:
    """Stands by the landing place, points the way up, cheers, and walks behind what he rolls ashore."""

    def __init__(self, kit: Kit, place: Place, home: Point) -> None:
        self.x = home[0]
        self._kit, self._place, self._home = kit, place, home
        self._walked = self._point = 0.0
        self._cheer = Age()
        self._body = kit.cut(place.pieces(folk.dockhand_body(), turn=False), Role.NEAR, lift=7)
        self._limb = {
            part: kit.cut(place.pieces(part(), turn=False), Role.NEAR, lift=3, turns=True)
            for part in (folk.dockhand_leg, folk.dockhand_arm)
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
            self._limb[folk.dockhand_leg].draw(surface, at, turn_deg=side * 22 * stride if moving else 0.0)
        self._body.draw(surface, place.at(self.x, y + breath))
        age_s = self._cheer.s
        joy = max(0.0, 1 - age_s / 1.1)
        for side in (-1, 1):
            lift = 150 * min(1.0, joy * 3) + 10 * math.sin(age_s * 11) * joy
            if side == place.facing:
                lift = max(lift, (118 + 7 * math.sin(time_s * 5)) * self._point)
            at = place.at(self.x, y + breath)
            shoulder = (at[0] + side * 24 * place.scale, at[1] - 112 * place.scale)
            self._limb[folk.dockhand_arm].draw(surface, shoulder, turn_deg=side * (12 + lift))


class Cat:
    """A cat on a bollard. Its tail has its own mind; it nods at a gentle landing."""

    def __init__(self, kit: Kit, place: Place, at: Point) -> None:
        self._kit, self._place, self._at = kit, place, at
        self.seen_soft = Age()
        self._bollard = kit.cut(place.pieces(folk.bollard(), turn=False), Role.NEAR, lift=7)
        self._body = kit.cut(place.pieces(folk.cat_body()), Role.NEAR)
        self._head = kit.cut(place.pieces(folk.cat_head()), Role.NEAR, lift=3, turns=True)
        self._tail = kit.cut(place.pieces(folk.cat_tail()), Role.NEAR, lift=3, turns=True)

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
        self._body = kit.cut(place.pieces(folk.post() + folk.gull_body()), Role.NEAR, lift=5)
        self._head = kit.cut(place.pieces(folk.gull_head()), Role.NEAR, lift=2, turns=True)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw post and gull."""
        (x, y), place = self._at, self._place
        self._body.draw(surface, place.at(x, y))
        turn_deg = nod(self.seen_soft.s) * 26 + 5 * math.sin(self._kit.idle_s * 0.9)
        self._head.draw(surface, place.at(x + 17, y - 122), turn_deg=-turn_deg * place.facing)
