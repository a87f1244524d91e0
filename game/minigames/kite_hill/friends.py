"""Who joins: every full repetition a friend with a kite, every partial one a pinwheel in the grass."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, between, ease_out, pop
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.kite_hill.meadow import ridge_y
from game.minigames.props import kites, people, things
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.screen import SIZE
from game.ui.theme import INK, SLATE, WHITE, mix

_RISES_S = 1.8
_SLOTS, _DEEPER_PX = 11, 46.0
"""So many find room side by side; every other one stands a little nearer."""
_OVER_HAND_PX = 84.0
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


@dataclass(frozen=True)
class Room:
    """From where to where friends stand, and from where to where their kites fly, at which
    heights: clear of who plays and of the way of that kite, and beside the results card."""

    stands: tuple[float, float]
    flies: tuple[float, float]
    heights: tuple[float, ...]


_ROOM = Room((46.0, 446.0), (78.0, 720.0), (176.0, 330.0, 484.0))
_BETWEEN = Room((610.0, 850.0), (320.0, 1260.0), (112.0, 210.0))
_HALF = Room((974.0, 1190.0), (990.0, 1204.0), (170.0, 290.0, 410.0))


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
        kite = 1.0 if kit.look.better_side == "both" else 0.84
        kit.random.shuffle(shapes)
        shapes.sort(key=lambda shape: shape[0] != newest)
        self._kites = [
            kit.cut(self._small(shape, kite), Role.BUILT, lift=5, turns=True) for _, shape in shapes
        ]
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
        self._slots = list(range(_SLOTS))
        kit.random.shuffle(self._slots)
        self._room = _ROOM if len(kit.places) == 1 else _BETWEEN
        if kit.look.better_side != "both":
            self._room = _HALF if kit.look.better_side == "right" else _mirrored(_HALF)
        self.waiting = self._next()

    def _small(self, pieces: Pieces, size: float = 1.0) -> Pieces:
        return placed(pieces, (0, 0), self._size * size)

    def _next(self) -> Friend:
        """Who waits on the ridge, the kite over the hand."""
        n = len(self.friends)
        room, slot, lap = self._room, self._slots[n % _SLOTS], n // _SLOTS
        share = (slot + 0.5 * (lap % 2)) / _SLOTS
        x = room.stands[0] + (room.stands[1] - room.stands[0]) * share
        stands = (x, ridge_y(x) + 8 + _DEEPER_PX * self._size * (slot % 2) + 10 * lap)
        flies = (
            room.flies[0] + (room.flies[1] - room.flies[0]) * share,
            room.heights[slot % len(room.heights)] + 24.0 * lap,
        )
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
        at = leg_place.at(-90 + 56 * (n % 6) + 14 * (n // 6), 118 + 20 * (n // 6 % 2))
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

    def _kite_at(self, index: int, friend: Friend) -> Point:
        """Where a kite is; it sways in the wind when it is up."""
        idle_s = self._kit.idle_s
        share = 0.0 if friend is self.waiting else ease_out(friend.age.s / _RISES_S)
        start = (friend.hand[0] + 6, friend.hand[1] - _OVER_HAND_PX * self._size)
        x, y = between(start, friend.flies, share)
        sway = math.sin(idle_s * 0.9 + index)
        return (x + 9 * sway * share, y + 5 * math.sin(idle_s * 1.3 + 2 * index) * share)

    def draw(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """Friends on the ridge, their strings and kites; pinwheels that turn in the wind."""
        kit = self._kit
        colour = mix(INK, SLATE.base, 0.6)
        if kit.look.contrast:
            colour = mix(SLATE.base, WHITE, 0.2)
        here = self.friends if kit.over else [*self.friends, self.waiting]
        here = sorted(here, key=lambda friend: friend.stands[1])
        kites = [self._kite_at(index, friend) for index, friend in enumerate(here)]
        for friend, at in zip(here, kites, strict=True):
            pygame.draw.aaline(surface, colour, friend.hand, at)
        for friend in here:
            friend.who.draw(surface, friend.stands, alpha=alpha)
        for index, (friend, at) in enumerate(zip(here, kites, strict=True)):
            grown = 1.0 if kit.still or friend is self.waiting else pop(friend.age.share(0.3))
            turn_deg = 3 * round((-10 + 7 * math.sin(kit.idle_s * 0.9 + index)) / 3)
            friend.kite.draw(surface, at, scale=grown, turn_deg=turn_deg, alpha=alpha)
        for index, pinwheel in enumerate(self.pinwheels):
            x, y = pinwheel.at
            self._stick.draw(surface, (x, y), alpha=alpha)
            turn_deg = 6 * round((kit.idle_s * 70 + 40 * index) / 6) % 180
            grown = 1.0 if kit.still else pop(pinwheel.age.share(0.3))
            pinwheel.picture.draw(
                surface, (x, y - 64 * self._size), turn_deg=turn_deg, scale=grown, alpha=alpha
            )


def _mirrored(room: Room) -> Room:
    """The same room in the other half."""
    (a, b), (c, d) = room.stands, room.flies
    return replace(room, stands=(SIZE[0] - b, SIZE[0] - a), flies=(SIZE[0] - d, SIZE[0] - c))
