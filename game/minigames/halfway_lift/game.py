"""The Halfway Lift: the body is the cabin. Stop at the half-floor, hold the door, and a guest comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.halfway_lift import paper
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, ground, hill, scaled
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, approach, ease
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.target import Line, TargetBand
from game.minigames.props import animals, plants, things
from game.ui.curves import Point
from game.ui.theme import DAYS, HILL, INK, SLATE, TimeOfDay, leg_tones, mix, tones, towards

RISE_PX = 430.0
"""From the ground floor to the own range."""
SHAFT_PX = 800.0
WAY = Line((-176.0, -120.0), (-176.0, -120.0 - RISE_PX))
LANDING_X = 152.0
WAITS_X, BOARDS_X = 150.0, 44.0
"""Where a guest waits on the half-floor, and where the gate is, from the landing's left end."""
STEPS_IN_S = 0.28
HOURS = (*(TimeOfDay.MORNING,) * 4, *(TimeOfDay.NOON,) * 2, *(TimeOfDay.EVENING,) * 4)
COLUMNS, ROWS = 4, 3


class Cabin:
    """The cabin of one leg in its shaft, the half-floor it is asked to, and the guest who waits there."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.kit, self.leg, self.number, self.boarded = kit, leg, 0, Age()
        place, frame = leg.place, leg_tones(leg.side)
        seen = place.pieces(paper.cabin(frame))
        self._cabin = {
            True: kit.cut(seen, Role.ASKED, lift=6),
            False: kit.cut(pale(seen), Role.ASKED, lift=6),
        }
        self._gates = [
            kit.cut(place.pieces(paper.gate(open_=wide)), Role.BUILT, lift=2) for wide in (False, True)
        ]
        self._boy = kit.cut(place.pieces(paper.lift_boy()), Role.BUILT, lift=3)
        self._landing = kit.cut(place.pieces(paper.landing(470)), Role.NEAR, lift=6)
        self._guests = {
            (number, walking): kit.cut(
                place.pieces(paper.traveller(number, walking=walking)), Role.BUILT, lift=3
            )
            for number in range(4)
            for walking in (False, True)
        }
        self._pointer = kit.cut(place.pieces(paper.pointer(frame)), Role.ASKED, lift=4)
        self._weight = kit.cut(place.pieces(paper.weight()), Role.NEAR, lift=3)
        self._target = TargetBand(kit, place, WAY, half_px=54)
        self._near = 0.0

    @property
    def floor_y(self) -> float:
        """Where the cabin's floor is, from the ground."""
        return -RISE_PX * self.leg.lifted

    @property
    def half_floor(self) -> Point:
        """Where the guest stands who boards next."""
        return self.leg.place.at(LANDING_X + WAITS_X, -RISE_PX * self.leg.target)

    def follow(self) -> None:
        """The guest comes forward as the cabin comes near."""
        near = 1.0 if self.leg.lifted >= 0.7 * self.leg.target else 0.0
        self._near = approach(self._near, near, 5.0, self.kit.dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """Counterweight, cable, half-floor, guest, cabin and gate."""
        kit, leg, place = self.kit, self.leg, self.leg.place
        y = self.floor_y
        self._draw_cable(surface, place.at(0, y - 268), place.at(0, 50 - SHAFT_PX))
        self._weight.draw(surface, place.at(-122, -SHAFT_PX + 130 - y))
        landing_y = -RISE_PX * leg.target
        if not kit.over:
            self._landing.draw(surface, place.at(LANDING_X, landing_y))
        self._cabin[leg.bright or kit.over].draw(surface, place.at(0, y))
        self._boy.draw(surface, place.at(0, y))
        held = leg.holding or (leg.bright and leg.held > 0 and leg.lifted >= leg.target - 0.02)
        self._gates[held].draw(surface, place.at(0, y))
        if kit.over:
            return
        self._draw_guest(surface, landing_y)
        self._target.draw(surface, leg)
        at = place.at(WAY.rest[0] - 6, WAY.rest[1] + y)
        self._pointer.draw(surface, at)

    def _draw_guest(self, surface: pygame.Surface, landing_y: float) -> None:
        if self.boarded.s < STEPS_IN_S:
            return
        arrives = ease((self.boarded.s - STEPS_IN_S) / 0.5)
        x = LANDING_X + WAITS_X + 170 * (1 - arrives) - (WAITS_X - BOARDS_X) * self._near
        walking = arrives < 1 or 0.1 < self._near < 0.9
        self._guests[self.number % 4, walking].draw(surface, self.leg.place.at(x, landing_y - 4))

    def _draw_cable(self, surface: pygame.Surface, low: Point, high: Point) -> None:
        colour = mix(INK, SLATE.base, 0.3)
        for dx in (-10, 10):
            pygame.draw.aaline(surface, colour, (low[0] + dx, low[1]), (high[0] + dx, high[1]), 3)


class HalfwayLift(Game):
    """Every full repetition brings a guest to a window of the hotel; a partial one lights a window."""

    card = Card(
        tunes=("lift_waltz", "third_floor"),
        bed="hall",
        moves="motor",
        levels=(
            "hotel", "palms", "sign", "cat", "lamps",
            "piano", "evening", "chandelier", "flower boxes", "festival",
        ),
    )  # fmt: skip
    layout = Layout(one=Place((930, 1000), 1, 0.98), half=Place((1390, 1000), 1, 0.64))

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self._half = kit.look.better_side != "both"
        self._scale = 0.62 if self._half else 0.94
        self.cabins = {side: Cabin(kit, leg) for side, leg in kit.legs.items()}
        self._guests = [kit.cut(scaled(paper.guest(n), self._scale), Role.BUILT, lift=4) for n in range(4)]
        self._lit = [kit.cut(scaled(paper.lit(n), self._scale), Role.BUILT, lift=4) for n in range(3)]
        self.rooms = Build(self._windows(), raised_px=0.0)
        self._balloon = [kit.cut(things.balloon(90), Role.FAR)]
        self._gull = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.8, 0.2, -0.5, 0.2)]
        self._butterfly = [kit.cut(animals.butterfly(spread=wide), Role.FAR) for wide in (1.0, 0.4)]
        self._dog = [kit.cut(animals.dog(step=step), Role.NEAR) for step in (1.0, 0.0, -1.0, 0.0)]

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        shafts = [
            Still(kit.cut(place.pieces(paper.shaft(SHAFT_PX)), Role.NEAR, lift=6), place.origin)
            for place in kit.places
        ]
        return (
            distance(kit.look, self._day, self._far()),
            *clouds(kit.look, self._day),
            *self._house(),
            *shafts,
            *self._near(),
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        self.cabins[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("lift_door", 0.3, leg)

    def reached(self, leg: Leg) -> None:
        self.kit.sound("lift_bell", 0.4, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        cabin = self.cabins[leg.side]
        picture = self._guests[cabin.number % 4] if reward.full else self._lit[reward.number % 3]
        self.rooms.add(picture, cabin.half_floor if reward.full else leg.place.at(0, cabin.floor_y - 100))
        if reward.full:
            cabin.number += 1
            cabin.boarded.begin()
        self.kit.sound("lift_door", 0.5 if reward.full else 0.25, leg)

    def move(self, dt_s: float) -> None:
        self.rooms.step(dt_s)
        for cabin in self.cabins.values():
            cabin.boarded.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("balloon", self._balloon, y=96, lasts_s=46),
            passing("gull", self._gull, y=110, lasts_s=24, bob_px=18, frames_a_second=5),
            passing("dog", self._dog, y=1066, lasts_s=18, bob_px=0, frames_a_second=6),
            passing("butterfly", self._butterfly, y=940, lasts_s=30, bob_px=30, frames_a_second=4),
        )

    def finale(self) -> Finale:
        x, y = self.rooms.newest_at
        lamps = tuple(Lamp((px, py - 70 * self._scale), 80, 0.6) for px, py in self.rooms.places[:8])
        return Finale(self.rooms.draw, where=((x, y - 70 * self._scale),), lamps=lamps)

    def built(self) -> Mapping[str, float]:
        return {"rooms": len(self.rooms)}

    @property
    def _left(self) -> float:
        return float(self.kit.stage.action.left)

    def _far(self) -> list[Thing]:
        day = self._day
        trees = [plants.poplar(4, 300), plants.poplar(9, 260)]
        return [
            Thing(hill(towards(HILL, day.haze, 0.5), 240, 400, seed=11, fade=day.haze), (0, 720)),
            *(Thing(trees[n % 2], (30 + 178 * n, 900)) for n in range(11)),
            Thing(ground(tones((196, 190, 178)), 300, seed=5), (0, 930)),
        ]

    def _house(self) -> list[Layer]:
        """The hotel's front and its dark windows, each of which waits for a guest."""
        kit = self.kit
        if self._half:
            first = kit.places[0]
            at, size = (first.at(-660)[0] if first.facing > 0 else first.at(240)[0], 1000.0), (610.0, 640.0)
        else:
            at, size = (self._left + 60.0, 1000.0), (1450.0, 800.0)
        layers: list[Layer] = [Still(kit.cut(paper.front(*size), Role.FAR, lift=8), at)]
        dark = kit.cut(scaled(paper.window(), self._scale), Role.NEAR, lift=2)
        return [*layers, *(Still(dark, window) for window in self._windows())]

    def _near(self) -> list[Layer]:
        kit = self.kit
        if self._half:
            return []
        left = self._left
        found = [
            ("palms", paper.palm(), (left + 1120, 1000.0)),
            ("palms", paper.palm(), (left + 1470, 1000.0)),
            ("sign", paper.sign(), (left + 1330, 300.0)),
            ("cat", animals.cat(), (left + 1210, 1000.0)),
            ("lamps", things.lantern(210), (left + 40, 1010.0)),
            ("lamps", things.lantern(210), (left + 700, 1010.0)),
            ("piano", paper.piano(), (left + 1330, 1000.0)),
            ("chandelier", paper.chandelier(), (left + 1240, 392.0)),
            ("flower boxes", plants.daisies(4, 200), (left + 200, 1010.0)),
            ("flower boxes", plants.daisies(7, 200), (left + 460, 1010.0)),
            ("festival", things.bunting((left + 70, 226), (left + 740, 226), 46), (0.0, 0.0)),
        ]
        return [Still(kit.cut(one, Role.NEAR, lift=6), at) for name, one, at in found if kit.has(name)]

    def _windows(self) -> list[Point]:
        """The sills of the windows, the highest floor last."""
        if self._half:
            first = self.kit.places[0]
            middle = first.at(-430)[0]
            return [(middle + 92 * (c - 1), 900.0 - 150 * r) for r in range(3) for c in range(3)]
        x = self._left + 146.0
        return [(x + 148 * c, 882.0 - 208 * r) for r in range(ROWS) for c in range(COLUMNS)]

    def _draw_play(self, surface: pygame.Surface) -> None:
        self.rooms.draw(surface)
        for leg in self.kit.seen:
            self.cabins[leg.side].draw(surface)
