"""Who waits for the road: a cart that rolls across when the deck is down, its load still on it."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.minigames.drawbridge.bridge import DECK_PX, Leaf
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, clamped, nod, toward
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props import people, things
from game.ui.curves import Point
from game.ui.screen import SIZE

_PX_S, _HURRY_PX_S = 430.0, 900.0
_COMES_X, _WAITS_X, _GATE_X = -800.0, -176.0, -170.0
_RAISED = 0.04
_SIZE = 0.74


class Traffic:
    """The cart of one road, which runs over every leaf of the bridge from the first one's bank."""

    def __init__(self, kit: Kit, leaves: list[Leaf]) -> None:
        self._kit, self._leaves = kit, leaves
        self._place = leaves[0].place
        place = self._place
        self.crossed = 0
        self._due = 0
        room = SIZE[0] - place.origin[0] if place.facing > 0 else place.origin[0]
        self._end = room / place.scale + 160
        self._x = _WAITS_X
        self._rolled = 0.0
        self._soft = Age()
        small = replace(place, scale=place.scale * _SIZE)

        def walking(number: int, step: float) -> Picture:
            who = people.someone(number * 3 + 2, child=False)
            return kit.cut(small.pieces(people.person(who, "walking", step=step)), Role.NEAR)

        carts = [small.pieces(things.cart(things.PAPERS[n], load=n or 1)) for n in range(5)]
        self._carts = [kit.cut(pieces, Role.NEAR, turns=True) for pieces in carts]
        self._wheel = kit.cut(small.pieces(things.wheel()), Role.NEAR, lift=0, turns=True)
        self._pullers = [[walking(n, step) for step in (-0.9, 0.0, 0.9)] for n in range(5)]

    def go(self, *, soft: bool) -> None:
        """The deck is down: one more may cross. soft: it came down so softly that the puller bows."""
        self._due += 1
        if soft:
            self._soft.begin()

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        self._soft.step(dt_s)
        raised = any(leaf.lifted > _RAISED for leaf in self._leaves)
        on_deck = -20 < self._x < DECK_PX * len(self._leaves)
        goal = self._end if self._due else _WAITS_X
        if raised and self._x <= _GATE_X:
            goal = min(goal, _GATE_X)
        way = toward(self._x, goal, (_HURRY_PX_S if raised and on_deck else _PX_S) * dt_s) - self._x
        self._x += way
        self._rolled += way
        if self._x >= self._end:
            self.crossed += 1
            self._due -= 1
            self._x = _COMES_X

    def draw(self, surface: pygame.Surface) -> None:
        """The cart and who pulls it."""
        n = self.crossed % 5
        bow = 6 * nod(self._soft.s)
        (px, py), _ = self._on_road(self._x + 110)
        stride = int(self._rolled / 26) % 4
        self._pullers[n][(0, 1, 2, 1)[stride]].draw(surface, (px, py + bow))
        (x, y), turn = self._on_road(self._x)
        self._carts[n].draw(surface, (x, y), turn_deg=turn)
        for dx, dy in things.CART_AXLES:
            at = (x + dx * _SIZE * self._place.scale, y + dy * _SIZE * self._place.scale)
            self._wheel.draw(surface, at, turn_deg=-3 * round(self._rolled) % 60 * self._place.facing)

    def _on_road(self, x: float) -> tuple[Point, float]:
        """A point of the road, and how it slopes there."""
        flat = self._place.at(x, 8)
        for leaf in self._leaves:
            local = (flat[0] - leaf.place.origin[0]) * leaf.place.facing / leaf.place.scale
            if 0 < local < DECK_PX and leaf.lifted > 0.01:
                return leaf.point(clamped(local / DECK_PX), -8), leaf.angle_deg * leaf.place.facing
        return flat, 0.0
