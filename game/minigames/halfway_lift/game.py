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
from game.minigames.kit.now import NowMark
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
WAY = Line((-184.0, -120.0), (-184.0, -120.0 - RISE_PX))
"""Along the left post of the shaft; the sign of the leg is fixed to the cabin there."""
LANDING_X = 152.0
WAITS_X, BOARDS_X = 108.0, 40.0
"""Where a guest waits on the half-floor, and where the gate is, from the landing's left end."""
STEPS_IN_S, CHEERS_S = 0.28, 1.4
HOURS = (*(TimeOfDay.MORNING,) * 4, *(TimeOfDay.NOON,) * 2, *(TimeOfDay.EVENING,) * 4)
HALL_X, HALL_PX = 162.0, 620.0
"""Where the hall beside the shaft begins, and how high it is."""
FLOORS = (0.0, 0.25, 0.5, 0.75, 1.0)


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
        self._cheers = kit.cut(place.pieces(paper.lift_boy(cheers=True)), Role.BUILT, lift=3)
        wide = _hall_px(kit, place) - LANDING_X + HALL_X
        self._landing = kit.cut(place.pieces(paper.landing(wide)), Role.NEAR, lift=6)
        self._bulbs = [
            kit.cut(place.pieces(paper.bulb(lit=lit)), Role.BUILT, lift=2) for lit in (False, True)
        ]
        self._wheel = kit.cut(place.pieces(paper.wheel()), Role.NEAR, lift=3, turns=True)
        self._guests = {
            (number, walking): kit.cut(
                place.pieces(paper.traveller(number, walking=walking)), Role.BUILT, lift=3
            )
            for number in range(4)
            for walking in (False, True)
        }
        self._bracket = kit.cut(place.pieces(paper.bracket(frame)), Role.ASKED, lift=4)
        self._weight = kit.cut(place.pieces(paper.weight()), Role.NEAR, lift=3)
        self._target = TargetBand(kit, place, WAY, half_px=54)
        self._mark = NowMark(kit, leg, 92)
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
        self._draw_cable(surface, place.at(0, y - 268), place.at(0, 2 - SHAFT_PX))
        self._draw_cable(surface, place.at(64, -SHAFT_PX + 60 - y), place.at(64, 2 - SHAFT_PX))
        self._weight.draw(surface, place.at(64, -SHAFT_PX + 130 - y))
        self._wheel.draw(surface, place.at(0, -SHAFT_PX - 50), turn_deg=-300 * leg.lifted * place.facing)
        for share in FLOORS:
            lit = leg.lifted >= share - 0.03 and not kit.over
            self._bulbs[lit].draw(surface, place.at(149, -120 - RISE_PX * share))
        landing_y = -RISE_PX * leg.target
        if not kit.over:
            self._landing.draw(surface, place.at(LANDING_X, landing_y))
        self._cabin[leg.bright or kit.over].draw(surface, place.at(0, y))
        boy = self._cheers if leg.reached.s < CHEERS_S else self._boy
        boy.draw(surface, place.at(0, y))
        held = leg.holding or (leg.bright and leg.held > 0 and leg.lifted >= leg.target - 0.02)
        self._gates[held].draw(surface, place.at(0, y))
        if kit.over:
            return
        self._draw_guest(surface, landing_y)
        self._target.draw(surface, leg)
        at = place.at(WAY.rest[0], WAY.rest[1] + y)
        self._bracket.draw(surface, at)
        self._mark.draw(surface, at)

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


def _hall_px(kit: Kit, place: Place) -> float:
    """How wide the hall is: to the end of the front, or to the HUD."""
    return 182.0 if kit.look.better_side != "both" else 420.0 / place.scale


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
    layout = Layout(one=Place((930, 1000), 1, 0.98), half=Place((1320, 1000), 1, 0.7))

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self._half = kit.look.better_side != "both"
        self._scale = 0.41 if self._half else 0.84
        self.cabins = {side: Cabin(kit, leg) for side, leg in kit.legs.items()}
        self._guests = [kit.cut(scaled(paper.guest(n), self._scale), Role.BUILT, lift=4) for n in range(4)]
        self._lit = [kit.cut(scaled(paper.lit(n), self._scale), Role.BUILT, lift=4) for n in range(3)]
        self.rooms = Build(self._windows(), raised_px=0.0)
        self._balloon = [kit.cut(things.balloon(90), Role.FAR)]
        self._flags = [kit.cut(things.flag(110, wave=wave), Role.FAR) for wave in (0.2, 0.6, 1.0, 0.6)]
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
            *(
                Still(
                    kit.cut(place.pieces(paper.hall(_hall_px(kit, place), HALL_PX)), Role.FAR),
                    place.at(HALL_X),
                )
                for place in kit.places
            ),
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
            passing("balloon", self._balloon, y=214, lasts_s=46),
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
        wide, high = (600.0, 500.0) if self._half else (1450.0, 700.0)
        at = (self._front_x, 1000.0)
        layers: list[Layer] = [Still(kit.cut(paper.front(wide, high), Role.FAR, lift=8), at)]
        dark = kit.cut(scaled(paper.window(), self._scale), Role.NEAR, lift=2)
        layers += [Still(dark, window) for window in self._windows()]
        if kit.has("flower boxes"):
            boxes = kit.cut(scaled(paper.flower_box(), self._scale), Role.NEAR, lift=2)
            layers += [Still(boxes, (x, y + 8 * self._scale)) for x, y in self._windows()]
        return layers

    @property
    def _front_x(self) -> float:
        """The left end of the hotel's front."""
        if not self._half:
            return self._left + 60.0
        return 958.0 if self.kit.look.better_side == "right" else 362.0

    def _near(self) -> list[Layer]:
        kit, left = self.kit, self._left
        hedges = [
            Still(kit.cut(plants.hedge(n, 430), Role.NEAR, lift=6), (left + x, 1092.0))
            for n, x in enumerate((-40.0, 392.0, 1150.0, 1582.0))
        ]
        if self._half:
            return list(hedges)
        found = [
            ("palms", paper.palm(), (left + 1134, 1000.0)),
            ("palms", paper.palm(), (left + 1462, 1000.0)),
            ("sign", scaled(paper.sign(), 0.9), (left + 1420, 226.0)),
            ("cat", animals.cat(), (left + 690, 1004.0)),
            ("lamps", things.lantern(230), (left + 36, 1040.0)),
            ("lamps", things.lantern(230), (left + 640, 1040.0)),
            ("piano", paper.piano(), (left + 1300, 1000.0)),
            ("chandelier", paper.chandelier(), kit.places[0].at(HALL_X + 180, 18 - HALL_PX)),
            ("festival", things.bunting((left + 60, 292), (left + 770, 292), 18, size=40), (0.0, 0.0)),
        ]
        return [
            *(Still(kit.cut(one, Role.NEAR, lift=6), at) for name, one, at in found if kit.has(name)),
            *hedges,
        ]

    def _windows(self) -> list[Point]:
        """The sills of the windows, the highest floor last."""
        if not self._half:
            x = self._left + 146.0
            return [(x + 138 * c, 892.0 - 146 * row) for row in range(4) for c in range(4)]
        spots = [(996.0 + 54 * c, 900.0 - 96 * row) for row in range(4) for c in range(3)]
        return [(x if self.kit.look.better_side == "right" else 1920 - x, y) for x, y in spots]

    def _draw_play(self, surface: pygame.Surface) -> None:
        wave = int(self.kit.idle_s * 3)
        for n, x in enumerate((150.0, 450.0) if self._half else (384.0, 1330.0)):
            self._flags[(wave + n) % 4].draw(surface, (self._front_x + x, 344.0 if self._half else 142.0))
        self.rooms.draw(surface)
        for leg in self.kit.seen:
            self.cabins[leg.side].draw(surface)
