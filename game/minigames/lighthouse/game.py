"""The Lighthouse: the knees are the beam. Sweep it slowly from side to side, and the boats find home."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, distance, hill, scaled
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, approach, pop, soft
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.kit.target import Arc, Reversed, TargetBand
from game.minigames.lighthouse import paper
from game.minigames.lighthouse.beam import Beam
from game.ui.curves import Point
from game.ui.theme import DAYS, TimeOfDay, tones

WAY = Arc((0.0, 220.0), 850.0, 90.0, 58.0)
"""The way of the beam's end over the sea: rest is straight out, the own range to either side."""
LAMP: Point = (0.0, paper.LAMP_Y)
HORIZON = 318
SINKS_S = 0.25
SHORES = tones((44, 58, 102)), tones((34, 48, 90))
SIDES = (1, -1)


@dataclass(slots=True)
class Waiting:
    """A boat that waits on one side. way: 1 to the right. found: since the beam found the last one there."""

    way: int
    number: int
    found: Age


class Keeper:
    """The lamp of one leg: its beam, and a boat on either side."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.kit, self.leg = kit, leg
        place = leg.place
        self._beam = Beam(place.at(*LAMP), 640 * place.scale, 12.0, contrast=kit.look.contrast)
        self._targets = {
            1: TargetBand(kit, place, WAY, half_px=62),
            -1: TargetBand(kit, place, Reversed(WAY), half_px=62),
        }
        self._boats = {
            (number, found): kit.cut(
                scaled(paper.boat(number, found=found), place.scale),
                Role.ASKED if found else Role.NEAR,
                turns=True,
            )
            for number in range(3)
            for found in (True, False)
        }
        self._rooms = [kit.cut(place.pieces(paper.lamp_room(lit)), Role.BUILT, lift=3) for lit in (0.25, 1.0)]
        self.waiting = {way: Waiting(way, index, Age()) for index, way in enumerate(SIDES)}
        self._strength = 0.4
        self.side = 1

    @property
    def position(self) -> float:
        """Where the beam points, -1 to 1, giving softly beyond."""
        at = self.leg.position
        return math.copysign(soft(abs(at)), at)

    def boat_at(self, way: int) -> Point:
        """Where the boat of one side lies: at the place that is asked."""
        x, y = WAY.at(way * self.leg.target, 44.0)
        return self.leg.place.at(x, y)

    def follow(self) -> None:
        """The beam brightens as it nears a boat."""
        leg = self.leg
        if abs(leg.position) > 0.08:
            self.side = 1 if leg.position > 0 else -1
        near = min(abs(leg.position) / max(leg.target, 0.05), 1.0)
        goal = (0.45 + 0.55 * near) if leg.bright else 0.25
        self._strength = approach(self._strength, goal, 6.0, self.kit.dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """Boats, what is asked on both sides, the beam over them, the lamp."""
        leg, place = self.leg, self.leg.place
        for way, target in self._targets.items():
            target.draw(surface, leg, fills=way == self.side)
            self._draw_boat(surface, self.waiting[way])
        if not self.kit.over:
            tip, lamp = place.at(*WAY.at(self.position)), place.at(*LAMP)
            turn_deg = math.degrees(math.atan2(tip[0] - lamp[0], lamp[1] - tip[1]))
            self._beam.draw(surface, turn_deg, self._strength)
        self._rooms[leg.bright or self.kit.over].draw(surface, place.origin)

    def _draw_boat(self, surface: pygame.Surface, waiting: Waiting) -> None:
        if self.kit.over or waiting.found.s < SINKS_S:
            return
        found = self.side == waiting.way and abs(self.leg.position) >= 0.92 * self.leg.target
        x, y = self.boat_at(waiting.way)
        bob = 0.0 if self.kit.still else 3 * math.sin(self.kit.idle_s * 1.4 + waiting.way)
        grown = pop((waiting.found.s - SINKS_S) / 0.4)
        self._boats[waiting.number % 3, found].draw(surface, (x, y + bob), turn_deg=bob * 0.8, scale=grown)


class Lighthouse(Game):
    """Every full repetition brings a boat home to the quay; a partial one a rowing light."""

    card = Card(
        tunes=("beam_lullaby", "home_from_sea"),
        bed="night_sea",
        moves="wind",
        levels=(
            "boats", "village", "moon", "buoy", "fog",
            "fishing fleet", "stars", "far light", "steamer", "festival",
        ),
    )  # fmt: skip
    layout = Layout(one=Place((780, 1046)), half=Place((1290, 1046), 1, 0.62))

    def cut(self, kit: Kit) -> None:
        self.keepers = {side: Keeper(kit, leg) for side, leg in kit.legs.items()}
        self._half = kit.look.better_side != "both"
        self._scale = 0.5 if self._half else 0.8
        self._home = [
            kit.cut(scaled(paper.boat(n, found=True), self._scale), Role.BUILT, lift=4) for n in range(3)
        ]
        self._light = kit.cut(scaled(paper.buoy(), self._scale), Role.BUILT, lift=4)
        self.boats = Build(self._berths(), raised_px=34 * self._scale)
        self._comet = [kit.cut(paper.comet(), Role.FAR)]
        self._owl = [kit.cut(paper.owl(flap), Role.NEAR) for flap in (0.9, 0.2, -0.5, 0.2)]
        self._whale = [kit.cut(paper.whale(spouts), Role.FAR) for spouts in (False, False, True, True)]
        self._steamer = [kit.cut(paper.steamer(190), Role.FAR)]
        self._ripple = [kit.cut(paper.ripple(width), Role.NEAR, lift=0) for width in (90, 150, 220)]

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        towers = (
            Still(kit.cut(place.pieces(paper.tower()), Role.NEAR, lift=8), place.origin)
            for place in kit.places
        )
        return (
            distance(kit.look, DAYS[TimeOfDay.NIGHT], self._far(), sun=False),
            *self._near(),
            self._draw_ripples,
            *towers,
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        self.keepers[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("lamp_turn", 0.25, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        keeper = self.keepers[leg.side]
        waiting = keeper.waiting[keeper.side]
        picture = self._home[waiting.number % 3] if reward.full else self._light
        self.boats.add(picture, keeper.boat_at(keeper.side))
        if reward.full:
            waiting.number += 1
            waiting.found.begin()
        self.kit.sound("ship_answers", 0.6 if reward.full else 0.3, leg)

    def move(self, dt_s: float) -> None:
        self.boats.step(dt_s)
        for keeper in self.keepers.values():
            for waiting in keeper.waiting.values():
                waiting.found.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("comet", self._comet, y=90, lasts_s=30, bob_px=2),
            passing("owl", self._owl, y=250, lasts_s=20, bob_px=14, frames_a_second=5),
            passing("whale", self._whale, y=440, lasts_s=46, bob_px=10, frames_a_second=0.8, way=-1),
            passing("ferry", self._steamer, y=344, lasts_s=60, bob_px=1),
        )

    def finale(self) -> Finale:
        lamps = [Lamp(keeper.leg.place.at(*LAMP), 240) for keeper in list(self.keepers.values())[:1]]
        x, y = self.boats.newest_at
        return Finale(self.boats.draw, where=((x, y - 60),), lamps=tuple(lamps))

    def built(self) -> Mapping[str, float]:
        return {"boats": len(self.boats)}

    def _far(self) -> list[Thing]:
        kit = self.kit
        things = []
        if kit.has("moon"):
            things.append(Thing(paper.moon(), (420, 130)))
        things.append(Thing(paper.stars(3, 60 if kit.has("stars") else 16)))
        things += [
            Thing(hill(SHORES[0], 120, 60, seed=8, bumps=3), (0, HORIZON)),
            Thing(hill(SHORES[1], 64, 60, seed=3, bumps=5), (0, HORIZON + 8)),
        ]
        if kit.has("village"):
            things.append(Thing(paper.village(kit.has("festival")), (1010, HORIZON + 6)))
        if kit.has("far light"):
            things.append(Thing((*paper.tower(), *paper.lamp_room(1.0)), (250, HORIZON + 4), 0.22))
        things += [Thing(row, (0, HORIZON + 6 + 66 * n)) for n, row in enumerate(_sea())]
        if kit.has("fishing fleet"):
            things += [
                Thing(paper.boat(n, found=True), (380 + 260 * n, HORIZON + 26), 0.26) for n in range(4)
            ]
        if kit.has("steamer"):
            things.append(Thing(paper.steamer(150), (1420, HORIZON + 22)))
        return things

    def _near(self) -> list[Layer]:
        kit = self.kit
        layers: list[Layer] = []
        left = float(kit.stage.action.left)
        if kit.has("fog"):
            for n, (x, y) in enumerate(((left + 200, 520.0), (left + 1240, 600.0))):
                layers.append(Still(kit.cut(paper.fog(n + 2), Role.FAR, lift=2), (x, y)))
        if kit.has("buoy"):
            layers.append(Still(kit.cut(paper.buoy(), Role.NEAR), (left + 1420, 760)))
        (x, y), width = self._quay
        layers.append(Still(kit.cut(scaled(paper.quay(width / self._scale), self._scale), Role.NEAR), (x, y)))
        return layers

    @property
    def _quay(self) -> tuple[Point, float]:
        """Where the quay begins, and how long it is: beside the tower, in sight of the results."""
        left = float(self.kit.stage.action.left)
        if not self._half:
            return (left + 30.0, 1010.0), 520.0
        first = self.kit.places[0]
        x, width = first.at(-300 / 0.62)[0], 230.0
        return (x - (width if first.facing < 0 else 0.0), 1020.0), width

    def _berths(self) -> list[Point]:
        (x, y), width = self._quay
        count = max(2, int(width / (120 * self._scale)))
        step = width / count
        return [(x + step * (n + 0.5), y - 16 * self._scale) for n in range(count)]

    def _draw_ripples(self, surface: pygame.Surface) -> None:
        time_s = self.kit.idle_s
        for n in range(12):
            x = (157 * n * 1.9 + 14 * math.sin(time_s * 0.5 + n)) % 1920
            y = HORIZON + 60 + 48 * n + 3 * math.sin(time_s * 0.8 + 2 * n)
            self._ripple[n // 4].draw(surface, (x, y))

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.keepers[leg.side].draw(surface)
        self.boats.draw(surface)


def _sea() -> list[Pieces]:
    """Rows of a dark sea, the nearer the darker."""
    rows = []
    for n in range(11):
        near = n / 10
        tone = (round(72 - 42 * near), round(104 - 50 * near), round(150 - 62 * near))
        rows.append(hill(tones(tone), 10 + 8 * near, 120, seed=30 + n, bumps=10 - n // 2))
    return rows
