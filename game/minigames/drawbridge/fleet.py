"""The boats: one waits behind the bridge, passes while it is held open, and moors before it for good."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game.minigames.drawbridge.bridge import DECK_PX, LANE_X, Leaf
from game.minigames.drawbridge.river import WATER_Y
from game.minigames.kit.berths import berths, covered
from game.minigames.kit.kit import Kit
from game.minigames.kit.motion import Age, between, clamped, ease, ease_out, pop, toward
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Role
from game.minigames.props import oncoming
from game.minigames.props.things import PAPERS, flag
from game.ui.curves import Point
from game.ui.screen import SIZE

_KINDS = (
    ("boats", oncoming.sloop), ("boats", oncoming.fisher), ("tug", oncoming.tug),
    ("houseboat", oncoming.houseboat), ("ferry", oncoming.ferry), ("swan", oncoming.swan),
    ("clipper", oncoming.clipper), ("festival", oncoming.lantern_barge),
)  # fmt: skip
"""What comes by, and from which name of the card's levels on."""
_FAR, _WAITS, _PASSED = 0.0, 1.0, 2.0
_COMES_S, _MOORS_S = 2.6, 1.8
_ROWS, _HALF_ROWS = (976.0, 912.0, 1054.0), (936.0, 1056.0)
"""The water of the rows of moorings; what is low lies in the last."""
_MOORED, _HALF_MOORED = 0.58, 0.49
_OPEN = 0.28
"""A boat passes only where the bridge is open so far."""


@dataclass(slots=True)
class Boat:
    """along: 0 far out, 1 behind the bridge, 2 before it. mooring: where it lies in the end."""

    picture: Picture
    small: bool = False
    along: float = _FAR
    mooring: Point | None = None
    start: tuple[Point, float] | None = None
    moored: Age = field(default_factory=Age)


class Fleet:
    """All boats of a bout."""

    def __init__(self, kit: Kit, leaves: dict[object, Leaf]) -> None:
        self._kit, self._leaves = kit, leaves
        self.size = 0.72 if kit.look.better_side != "both" else 0.86 if len(kit.places) > 1 else 1.12
        kinds = [make for name, make in _KINDS if kit.has(name)]
        newest = kinds[-1]
        kit.random.shuffle(kinds)
        kinds.sort(key=lambda make: make is not newest)
        self._kinds = [kit.cut(make(), Role.AFLOAT, lift=0, turns=True) for make in kinds]
        self._dinghies = [kit.cut(oncoming.dinghy(n), Role.AFLOAT, lift=0, turns=True) for n in range(4)]
        self._pennant = kit.cut(flag(96, PAPERS[4], 0.5), Role.BUILT, lift=3, turns=True)
        self._sent = 0
        self._half = kit.look.better_side != "both"
        self._moored_size = _step((_HALF_MOORED if self._half else _MOORED) * self.size)
        self._lanes = [leaf.place.at(LANE_X)[0] for leaf in leaves.values()]
        self.moored: list[Boat] = []
        self.waiting: dict[object, Boat] = {place: self._next(_WAITS) for place in leaves}

    def _next(self, along: float) -> Boat:
        self._sent += 1
        return Boat(self._kinds[(self._sent - 1) % len(self._kinds)], along=along)

    def _spots(self, rows: tuple[float, ...]) -> list[Point]:
        """Where a boat may moor, the best first: row by row, from the lane to both sides."""
        lane = SIZE[0] / 2 if self._half else min(self._lanes)
        xs = sorted((float(x) for x in range(40, 1890, 10)), key=lambda x: abs(x - lane))
        return [(x, y) for y in rows for x in xs]

    def _clear(self) -> tuple[pygame.Rect, ...]:
        """What boats may not cover: the lanes, the bridges with their lamps, where the decks rest."""
        boxes = []
        for leaf in self._leaves.values():
            place = leaf.place
            lane, tip = place.at(LANE_X)[0], place.at(DECK_PX - 30)[0]
            a, b = sorted((place.at(-30)[0], place.at(DECK_PX + 10)[0]))
            wide, aside = 180 * self.size, 90 * place.scale
            boxes += [
                pygame.Rect(round(lane - wide / 2), 0, round(wide), SIZE[1]),
                pygame.Rect(round(a), 0, round(b - a), round(place.at(0, 82)[1])),
                pygame.Rect(round(tip - aside), 0, round(2 * aside), round(place.at(0, 30)[1])),
            ]
        return tuple(boxes)

    def _berth(self, boat: Boat) -> Point:
        """The best place that is free; beside the results card while there is one."""
        box = _box(boat.picture, (0.0, 0.0), self._moored_size)
        taken = [_box(one.picture, one.mooring, self._moored_size) for one in self.moored if one.mooring]
        hud, card, *unseen = covered(self._kit.look)
        rows = _HALF_ROWS if self._half else _ROWS
        spots = self._spots(rows[::-1] if boat.small else rows)
        for kept in ((hud, card, *unseen), (hud, *unseen)):
            free = berths(spots, box, (*taken, *self._clear(), *kept), most=1)
            if free:
                return free[0]
        return (spots[7 * len(taken) % 30][0], rows[0] + len(taken) % 9)

    def pass_under(self, leaf: Leaf) -> None:
        """Follow the hold: the boat passes while the bridge is held open."""
        boat = self.waiting[leaf.place]
        if boat.along < _WAITS:
            return
        want = _WAITS + (1.0 if leaf.leg.holding else clamped(leaf.leg.held))
        if leaf.lifted > _OPEN and want > boat.along:
            boat.along = toward(boat.along, want, 1.6 * self._kit.dt_s)

    def moor(self, leaf: Leaf) -> None:
        """A full repetition: the boat makes for its mooring, its pennant up; the next one comes."""
        boat = self.waiting[leaf.place]
        self._settle(boat, self._lane(leaf, boat))
        self.waiting[leaf.place] = self._next(_FAR)

    def row(self, leaf: Leaf) -> None:
        """A partial one: a rowing boat slips under the bridge."""
        boat = Boat(self._dinghies[len(self.moored) % 4], small=True, along=1.6)
        self._settle(boat, self._lane(leaf, boat))

    def _settle(self, boat: Boat, start: tuple[Point, float]) -> None:
        boat.mooring, boat.start = self._berth(boat), start
        boat.moored.begin()
        self.moored.append(boat)

    def step(self, dt_s: float) -> None:
        """Move on by dt_s."""
        for boat in self.waiting.values():
            if boat.along < _WAITS and not self._kit.over:
                boat.along = min(boat.along + dt_s / _COMES_S, _WAITS)
        for boat in self.moored:
            boat.moored.step(dt_s)

    def _lane(self, leaf: Leaf, boat: Boat) -> tuple[Point, float]:
        """Where a boat of the lane is, and how large it is seen."""
        x = leaf.place.at(LANE_X)[0]
        far = ((x * 0.6 + 0.4 * leaf.place.at(300)[0], 556.0), 0.24)
        waits, passed = ((x, WATER_Y - 46), 0.78), ((x, WATER_Y + 96), 1.0)
        a, b, share = (
            (far, waits, ease_out(boat.along)) if boat.along < 1 else (waits, passed, ease(boat.along - 1))
        )
        return between(a[0], b[0], share), _step((a[1] + (b[1] - a[1]) * share) * self.size)

    def draw_behind(self, surface: pygame.Surface) -> None:
        """The boats behind the bridge."""
        for place, boat in self.waiting.items():
            if boat.along < 1.5 and not self._kit.over:
                self._draw_lane(surface, self._leaves[place], boat)

    def draw_before(self, surface: pygame.Surface) -> None:
        """The boats before the bridge: those that are moored, the far rows first, and one that passes."""
        self.draw_lit(surface)
        for place, boat in self.waiting.items():
            if boat.along >= 1.5:
                self._draw_lane(surface, self._leaves[place], boat)

    def draw_lit(self, surface: pygame.Surface, alpha: int = 255) -> None:
        """What is moored, the far rows first, and before all the one that makes for its mooring."""
        rows = sorted(self.moored, key=lambda boat: boat.mooring[1] if boat.mooring else 0.0)
        for boat in sorted(rows, key=lambda boat: boat.moored.s < _MOORS_S):
            self._draw_moored(surface, boat, alpha)

    @property
    def middles(self) -> tuple[Point, ...]:
        """The middle of what is moored to the left of the lane, and to its right."""
        xs = [boat.mooring[0] for boat in self.moored if boat.mooring]
        lane = min(self._lanes)
        sides = ([x for x in xs if x < lane], [x for x in xs if x >= lane])
        return tuple((sum(side) / len(side), 920.0) for side in sides if side)

    def _bob(self, x: float) -> float:
        return 4 * math.sin(self._kit.idle_s * 1.3 + x * 0.013)

    def _draw_lane(self, surface: pygame.Surface, leaf: Leaf, boat: Boat) -> None:
        (x, y), scale = self._lane(leaf, boat)
        boat.picture.draw(surface, (x, y + self._bob(x)), scale=scale)

    def _draw_moored(self, surface: pygame.Surface, boat: Boat, alpha: int = 255) -> None:
        if boat.mooring is None or boat.start is None:
            return
        share = ease(boat.moored.share(_MOORS_S))
        x, y = between(boat.start[0], boat.mooring, share)
        scale = _step(boat.start[1] + (self._moored_size - boat.start[1]) * share)
        y += self._bob(x) + 40 * math.sin(math.pi * share)
        if not boat.small and alpha == 255:
            grown = 1.0 if self._kit.still else pop(boat.moored.share(0.3))
            self._pennant.draw(surface, (x - 30 * scale, y - 58 * scale), scale=max(0.1, grown * scale))
        boat.picture.draw(surface, (x, y), scale=scale, alpha=alpha)


def _box(picture: Picture, at: Point, size: float) -> pygame.Rect:
    """What a boat covers at a size, but for the ends of its oars and its foam."""
    left, top, wide, tall = picture.rect((0, 0))
    box = pygame.Rect(round(left * size), round(top * size), round(wide * size), round(tall * size))
    return box.move(round(at[0]), round(at[1])).inflate(-8, -14)


def _step(size: float) -> float:
    """Sizes in steps, so that the pictures of a boat are few."""
    return round(size * 40) / 40
