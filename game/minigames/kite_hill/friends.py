"""Who joins: every full repetition a friend with a kite, every partial one a pinwheel in the grass."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, between, ease_out, pop
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.kite_hill.flyer import WAY
from game.minigames.kite_hill.meadow import ridge_y
from game.minigames.props import kites, people, things
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.theme import INK, SLATE, WHITE, mix

_RISES_S = 1.8
_SKY = (190.0, 316.0, 442.0, 560.0)
_CLEAR_PX = 178.0
"""Kites of friends keep so far from the way of the player's kite."""
_KINDS: tuple[tuple[str, tuple[Pieces, ...]], ...] = (
    (
        "kites",
        tuple(
            kites.kite(100, a, b, face=n % 2 == 0)
            for n, (a, b) in enumerate(zip(things.PAPERS, things.PAPERS[3:] + things.PAPERS[:3], strict=True))
        ),
    ),
    (
        "round",
        (
            kites.round_kite(92, things.PAPERS[0], things.PAPERS[1], face=True),
            kites.round_kite(92, things.PAPERS[3], things.PAPERS[4]),
        ),
    ),
    ("fish", (kites.fish(116, things.PAPERS[1]), kites.fish(116, things.PAPERS[0]))),
    ("birds", (kites.bird(104, things.PAPERS[5]), kites.bird(104, things.PAPERS[3]))),
    ("box", (kites.box_kite(104, things.PAPERS[1]), kites.box_kite(104, things.PAPERS[0]))),
    ("dragon", (kites.dragon(104),)),
)
"""What friends fly, and from which name of the card's levels on."""


@dataclass(slots=True)
class Friend:
    """Stands at one place, the kite at another."""

    kite: Picture
    who: Picture
    stands: Point
    hand: Point
    flies: Point
    age: Age = field(default_factory=lambda: Age(0.0))


@dataclass(slots=True)
class Pinwheel:
    """A toy windmill in the grass."""

    at: Point
    picture: Picture
    age: Age = field(default_factory=lambda: Age(0.0))


class Friends:
    """All who came in this bout."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._size = 1.0 if kit.look.better_side == "both" else 0.66
        shapes = [(name, shape) for name, some in _KINDS if kit.has(name) for shape in some]
        newest = shapes[-1][0]
        kit.random.shuffle(shapes)
        shapes.sort(key=lambda shape: shape[0] != newest)
        self._kites = [kit.cut(self._small(shape), Role.BUILT, lift=5, turns=True) for _, shape in shapes]
        self._people = [
            kit.cut(self._small(people.person(people.someone(n + 3), "pointing"), 0.72), Role.BUILT, lift=3)
            for n in range(10)
        ]
        self._vanes = [
            kit.cut(self._small(kites.pinwheel(58, a, things.PAPERS[4])), Role.BUILT, lift=2, turns=True)
            for a in things.PAPERS[:3]
        ]
        self._stick = kit.cut(self._small(kites.pinwheel_stick(64)), Role.BUILT, lift=2)
        self.friends: list[Friend] = []
        self.pinwheels: list[Pinwheel] = []
        self._slots = self._free_sky()
        self.waiting = self._next()

    def _small(self, pieces: Pieces, size: float = 1.0) -> Pieces:
        return placed(pieces, (0, 0), self._size * size)

    def _free_sky(self) -> list[Point]:
        """Where friends' kites may fly: clear of the player's, and beside the card at the end."""
        kit = self._kit
        if kit.look.better_side == "both":
            xs = [110.0 + 128 * n for n in range(11)]
        else:
            xs = [1006.0 + 66 * n for n in range(4)]
            xs = xs if kit.look.better_side == "right" else [1920 - x for x in xs]
        spots = [(x + (31 * row) % 64 * self._size, y) for row, y in enumerate(_SKY) for x in xs]
        free = [
            at
            for at in spots
            if all(_distance(place, at) > _CLEAR_PX * place.scale + 40 for place in kit.places)
        ]
        kit.random.shuffle(free)
        free.sort(key=lambda at: at[0] > 1180 and kit.look.better_side == "both")
        return free

    def _next(self) -> Friend:
        """Who waits on the ridge, a kite in the hand."""
        n = len(self.friends)
        at, lap = self._slots[n % len(self._slots)], n // len(self._slots)
        x = at[0] - 64 * self._size
        stands = (x, ridge_y(x) + 8 + 15 * (n % 3))
        flies = (at[0] + 20 * lap, at[1])
        reach = self._size * people.someone(n % 10 + 3).size
        hand = (stands[0] + 41 * reach, stands[1] - 82 * reach)
        return Friend(self._kites[n % len(self._kites)], self._people[n % 10], stands, hand, flies)

    def join(self) -> None:
        """The one who waited lets the kite fly; another comes."""
        self.waiting.age.begin()
        self.friends.append(self.waiting)
        self.waiting = self._next()

    def plant(self, leg_place: Place) -> None:
        """A pinwheel by the flyer's feet."""
        n = len(self.pinwheels)
        at = leg_place.at(-90 + 56 * (n % 6) + 14 * (n // 6), 96 + 26 * (n // 6 % 2))
        self.pinwheels.append(Pinwheel(at, self._vanes[n % 3]))

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        for friend in self.friends:
            friend.age.step(dt_s)
        for pinwheel in self.pinwheels:
            pinwheel.age.step(dt_s)

    def middles(self) -> tuple[Point, ...]:
        """The middle of where they stand."""
        if not self.friends:
            return ()
        spots = [friend.stands for friend in self.friends]
        return ((sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots) - 40),)

    def draw(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """Friends on the ridge, their strings and kites; pinwheels that turn in the wind."""
        kit = self._kit
        colour = mix(INK, SLATE.base, 0.6)
        if kit.look.contrast:
            colour = mix(SLATE.base, WHITE, 0.2)
        here = self.friends if kit.over else [*self.friends, self.waiting]
        for index, friend in enumerate(sorted(here, key=lambda friend: friend.stands[1])):
            share = 0.0 if friend is self.waiting else ease_out(friend.age.s / _RISES_S)
            sway = math.sin(kit.idle_s * 0.9 + index)
            x, y = between(friend.hand, friend.flies, share)
            x, y = x + 9 * sway * share, y + 5 * math.sin(kit.idle_s * 1.3 + 2 * index) * share
            pygame.draw.aaline(surface, colour, friend.hand, (x, y))
            friend.who.draw(surface, friend.stands, alpha=alpha)
            grown = 1.0 if kit.still or friend is self.waiting else pop(friend.age.share(0.3))
            turn_deg = 3 * round((-10 + 7 * sway) / 3)
            friend.kite.draw(surface, (x, y), scale=grown, turn_deg=turn_deg, alpha=alpha)
        for index, pinwheel in enumerate(self.pinwheels):
            x, y = pinwheel.at
            self._stick.draw(surface, (x, y), alpha=alpha)
            turn_deg = 6 * round((kit.idle_s * 70 + 40 * index) / 6) % 180
            grown = 1.0 if kit.still else pop(pinwheel.age.share(0.3))
            pinwheel.picture.draw(
                surface, (x, y - 64 * self._size), turn_deg=turn_deg, scale=grown, alpha=alpha
            )


def _distance(place: Place, at: Point) -> float:
    """How far a point lies from the way of a kite, string and all."""
    a, b = place.at(*WAY.rest), place.at(*WAY.top)
    dx, dy = b[0] - a[0], b[1] - a[1]
    share = min(max(((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / (dx * dx + dy * dy), 0.0), 1.0)
    return math.dist(at, (a[0] + dx * share, a[1] + dy * share))
