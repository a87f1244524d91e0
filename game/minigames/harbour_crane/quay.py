"""The quay beside a crane: its stack, crates on their way there, barrels, carts, and who works there."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.minigames.harbour_crane.berth import EDGE_X, LANDING, Berth
from game.minigames.kit.kit import Kit
from game.minigames.kit.locals import Cat, Dockhand, PerchedGull
from game.minigames.kit.motion import between, clamped, hop, toward
from game.minigames.kit.petals import Petals
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Role
from game.minigames.props import cargo
from game.ui.curves import Point
from game.ui.scenery import Pieces
from game.ui.theme import TARGET, tones

PITCH_PX = 88.0
CART_CRATES = 3
_ROLL_PX_S = 420.0
_HOP_S = 0.5
_SET_DOWN_S = 0.55
_HURRY = 1.9
_BARREL_PX_S = 310.0
_BARREL_LANE_Y = 50.0
_BARRELS_A_ROW = 7
_BARREL_ROWS = 3
_CART_PX_S = 260.0
_CART_Y = 84.0
_PLANK = ((1050.0, -4.0), (EDGE_X - 26, _BARREL_LANE_Y))
"""The gangplank, from the boat to the quay."""


@dataclass(slots=True)
class Crate:
    """A crate that was set down, on its way to its place. age_s: since it was let go."""

    number: int
    kind: str
    gentle: bool
    start: Point
    age_s: float = 0.0
    hop_s: float = -1.0
    at: Point = (0.0, 0.0)
    rolling: bool = False
    home: bool = False


@dataclass(slots=True)
class Barrel:
    """A barrel that is rolled ashore."""

    number: int
    x: float = _PLANK[0][0]
    home: bool = False


@dataclass(slots=True)
class Cart:
    """A cart that takes what the stack cannot hold."""

    x: float
    crates: list[Crate] = field(default_factory=list)
    leaving: bool = False


class Quay:
    """One quay, and what comes ashore there."""

    def __init__(self, kit: Kit, place: Place, room: Berth) -> None:
        self.place = place
        self.landed = self.gentle = self.rolled = 0
        self._kit = kit
        self._first_x = room.first_x
        self._room = room.base * (room.base + 1) // 2
        self._crates: list[Crate] = []
        self._barrels: list[Barrel] = []
        self._cart: Cart | None = None
        self._driven_off: list[Crate] = []
        self._finished = False
        self._petals = Petals(kit)
        self._cat = None if room.cat_x is None else Cat(kit, place, (room.cat_x, 86))
        self._gull = PerchedGull(kit, place, (EDGE_X - 26, 4))
        self._dockhand = Dockhand(kit, place, (room.dockhand_x, 72))
        self._barrel = kit.cut(place.pieces(cargo.barrel(), turn=False), Role.BUILT, lift=6, turns=True)
        self._cart_picture = kit.cut(place.pieces(cargo.cart()), Role.BUILT, lift=8)
        self._bow = self._cut(cargo.bow())
        self._dolly = self._cut(cargo.dolly())
        self._mats = tuple(self._cut(cargo.mat(paper)) for paper in (tones((206, 204, 186)), TARGET))
        self._pictures = {kind: self._cut(cargo.crate(kind)) for kind in cargo.KINDS}

    def land(self, kind: str, foot: Point, *, soft: bool) -> None:
        """A crate was let go with its foot at a local point: it stays."""
        self._crates.append(Crate(self.landed, kind, soft, foot, at=foot))
        self.landed += 1
        self.gentle += soft
        self._petals.throw(self.place.at(*LANDING), 12 if soft else 4, 0.8 * self.place.scale)
        if soft:
            if self._cat:
                self._cat.seen_soft.begin()
            self._gull.seen_soft.begin()
            self._dockhand.cheer()

    def roll(self) -> None:
        """A barrel comes ashore: the effort of a smaller movement."""
        self._barrels.append(Barrel(self.rolled))
        self.rolled += 1

    def finish(self) -> None:
        """No cart leaves any more; one that left comes back with its crates."""
        self._finished = True
        if self._cart is None and self._driven_off:
            self._cart = Cart(self._first_x - 320, self._driven_off)
        if self._cart:
            self._cart.leaving = False
        self._dockhand.cheer()

    @property
    def crates_at(self) -> list[Point]:
        """Where the crates are that can be seen, as local points of their feet."""
        return [crate.at for crate in self._crates]

    def step(self, dt_s: float, *, guiding: bool) -> None:
        """Move on what is on its way; at the end of the bout it hurries home."""
        hurried_s = dt_s * (_HURRY if self._finished else 1.0)
        for crate in self._crates:
            if not crate.home:
                self._move(crate, hurried_s)
        self._drive(dt_s)
        self._roll_on(hurried_s)
        rolling = [barrel.x for barrel in self._barrels if not barrel.home]
        behind = max(rolling, default=0.0) + 44
        goal = behind if rolling and behind < EDGE_X - 60 else None
        self._dockhand.step(dt_s, goal, guiding=guiding or self._finished)
        for one in (self._cat, self._gull):
            if one:
                one.seen_soft.step(dt_s)
        self._petals.step(dt_s)

    @property
    def stack_at(self) -> Point | None:
        """The middle of the stack, in the picture; None where nothing was set down."""
        here = [crate.at for crate in self._crates]
        if not here:
            return None
        x, y = (sum(way) / len(here) for way in zip(*here, strict=True))
        return self.place.at(x, y - cargo.CRATE_HEIGHT / 2)

    def draw_lit(self, surface: pygame.Surface, alpha: int) -> None:
        """What was built once more over the evening, in lantern light."""
        for crate in sorted(self._crates, key=lambda one: -one.at[1]):
            self._draw_crate(surface, crate, alpha)

    def draw_cargo(self, surface: pygame.Surface, *, expecting: bool) -> None:
        """The landing mat, the stack, and the crates on their way to it."""
        self._mats[expecting].draw(surface, self.place.at(*LANDING))
        on_cart = set(map(id, self._cart.crates)) if self._cart else set()
        for crate in sorted(self._crates, key=lambda one: (not one.home, -one.at[1])):
            if id(crate) not in on_cart:
                self._draw_crate(surface, crate)

    def draw_front(self, surface: pygame.Surface) -> None:
        """What stands before the crane: gull, barrels, dockhand, cart, cat, and the puff of a landing."""
        self._gull.draw(surface)
        for barrel in self._barrels:
            at = self.place.at(barrel.x, self._barrel_y(barrel))
            turn_deg = -self.place.facing * math.degrees(barrel.x / 26) % 360
            self._barrel.draw(surface, at, turn_deg=turn_deg)
        self._dockhand.draw(surface)
        if self._cart:
            for crate in self._cart.crates:
                self._draw_crate(surface, crate)
            self._cart_picture.draw(surface, self.place.at(self._cart.x, _CART_Y))
        if self._cat:
            self._cat.draw(surface)
        self._petals.draw(surface)

    def _slot(self, number: int) -> Point:
        """Where in the stack a crate belongs: each diagonal makes the pyramid one larger."""
        row = int((math.sqrt(8 * number + 1) - 1) / 2)
        up = number - row * (row + 1) // 2
        return (self._first_x + (row - up / 2) * PITCH_PX, -cargo.CRATE_HEIGHT * up)

    def _goal(self, crate: Crate) -> tuple[Point, float] | None:
        """Where a crate is to rest and the x it hops from, or None while it waits for a cart."""
        if crate.number < self._room:
            x, y = self._slot(crate.number)
            return (x, y), x if y == 0 else x + 1.5 * PITCH_PX
        if self._cart is None or self._cart.leaving or abs(self._cart.x - self._stand_x) > 2:
            return None
        if crate not in self._cart.crates and len(self._cart.crates) >= CART_CRATES:
            return None
        place = self._cart.crates.index(crate) if crate in self._cart.crates else len(self._cart.crates)
        return (self._stand_x + (place - 1) * PITCH_PX, _CART_Y - 38), self._stand_x + 3 * PITCH_PX

    def _move(self, crate: Crate, dt_s: float) -> None:
        """Down to the mat, along the quay, and up to its place."""
        crate.age_s += dt_s
        if crate.age_s < _SET_DOWN_S:
            crate.at = _settling(crate)
            return
        goal = self._goal(crate)
        if crate.hop_s < 0:
            stop = min(goal[1] if goal else self._first_x + 5.8 * PITCH_PX, LANDING[0])
            crate.at = (max(crate.at[0] - _ROLL_PX_S * dt_s, stop), LANDING[1] - 14)
            crate.rolling = crate.at[0] > stop
            if goal is None or crate.rolling:
                return
            crate.hop_s, crate.start = 0.0, crate.at
            if crate.number >= self._room and self._cart:
                self._cart.crates.append(crate)
        if goal:
            crate.hop_s += dt_s
            share = min(crate.hop_s / _HOP_S, 1.0)
            crate.home = share >= 1
            crate.at = hop(crate.start, goal[0], share)

    @property
    def _stand_x(self) -> float:
        return self._first_x + 190

    def _drive(self, dt_s: float) -> None:
        """Carts come when the stack is full and drive off when they are."""
        waiting = any(crate.number >= self._room and not crate.home for crate in self._crates)
        if self._cart is None:
            if waiting:
                self._cart = Cart(self._first_x - 320)
            return
        cart = self._cart
        full = len(cart.crates) == CART_CRATES and all(crate.home for crate in cart.crates)
        cart.leaving = cart.leaving or (full and not self._finished)
        before = cart.x
        want = self._first_x - 420 if cart.leaving and not self._finished else self._stand_x
        cart.x = toward(cart.x, want, _CART_PX_S * dt_s)
        for place, crate in enumerate(cart.crates):
            if crate.home:
                crate.at = (cart.x + (place - 1) * PITCH_PX, _CART_Y - 38)
        if cart.leaving and cart.x == before:
            self._driven_off = cart.crates
            gone = set(map(id, cart.crates))
            self._crates = [crate for crate in self._crates if id(crate) not in gone]
            self._cart = None

    def _roll_on(self, dt_s: float) -> None:
        for barrel in self._barrels:
            if not barrel.home:
                stop = self._barrel_stop(barrel.number)
                barrel.x = max(barrel.x - _BARREL_PX_S * dt_s, stop)
                barrel.home = barrel.x <= stop
        self._barrels = [one for one in self._barrels if one.x > self._first_x - 300]

    def _barrel_stop(self, number: int) -> float:
        row, column = _barrel_place(number)
        if row >= _BARREL_ROWS:
            return self._first_x - 320
        return self._first_x - 14 + (column + row / 2) * (cargo.BARREL_PX + 2)

    def _barrel_y(self, barrel: Barrel) -> float:
        (boat_x, boat_y), (quay_x, quay_y) = _PLANK
        share = clamped((boat_x - barrel.x) / (boat_x - quay_x))
        row, _ = _barrel_place(barrel.number)
        up = 46.0 * row if row < _BARREL_ROWS else 0.0
        near = clamped(1 - (barrel.x - self._barrel_stop(barrel.number)) / 60)
        return boat_y + (quay_y - boat_y) * share - up * math.sin(near * math.pi / 2)

    def _draw_crate(self, surface: pygame.Surface, crate: Crate, alpha: int = 255) -> None:
        x, y = crate.at
        if crate.rolling:
            self._dolly.draw(surface, self.place.at(x, y), alpha=alpha)
            y -= 16
        self._pictures[crate.kind].draw(surface, self.place.at(x, y), alpha=alpha)
        if crate.gentle:
            at = self.place.at(x - 26 * self.place.facing, y - cargo.CRATE_HEIGHT + 10)
            self._bow.draw(surface, at, alpha=alpha)

    def _cut(self, pieces: Pieces) -> Picture:
        place = self.place
        return self._kit.cut(place.pieces(pieces, turn=False), Role.BUILT, lift=7 * place.scale)


def _barrel_place(number: int) -> tuple[int, int]:
    """Row and column of a barrel: each row one shorter than the one below."""
    row, left = 0, number
    while row < _BARREL_ROWS and left >= _BARRELS_A_ROW - row:
        left -= _BARRELS_A_ROW - row
        row += 1
    return row, left


def _settling(crate: Crate) -> Point:
    """From where it was let go to the mat within 0.15 s, and a soft bounce."""
    share = min(crate.age_s / 0.15, 1.0)
    bounce = 9 * max(0.0, 1 - (crate.age_s - 0.15) / 0.25) * abs(math.sin((crate.age_s - 0.15) * 16))
    x, _ = between(crate.start, LANDING, share)
    _, y = between(crate.start, LANDING, share * share)
    return (x, y - (bounce if share >= 1 else 0.0))
