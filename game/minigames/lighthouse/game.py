"""The Lighthouse: the knees are the beam. Sweep it slowly from side to side, and the boats find home."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.garland import PAPERS, paper_lantern
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, distance, hill, scaled
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, approach, between, pop, soft
from game.minigames.kit.now import NowMark
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Role
from game.minigames.kit.sky import gulls
from game.minigames.kit.target import Arc, Reversed, TargetBand
from game.minigames.lighthouse import paper
from game.minigames.lighthouse.beam import Beam
from game.minigames.props import animals, people, plants
from game.ui.curves import Point
from game.ui.theme import CREAM, DAYS, Day, Rgb, TimeOfDay, leg_tones, mix, tones

WAY = Arc((0.0, 220.0), 850.0, 90.0, 58.0)
"""The way of the beam's end over the sea: rest is straight out, the own range to either side."""
LAMP: Point = (0.0, paper.LAMP_Y)
HORIZON = 300
SINKS_S = 0.25
HOURS = (*(0,) * 3, *(1,) * 3, *(2,) * 4)
"""Which of the hours below a level is in: afterglow, night, deep night."""
SKIES: tuple[tuple[Rgb, ...], ...] = (
    ((40, 46, 92), (78, 70, 122), (158, 104, 128), (232, 156, 122)),
    ((20, 30, 66), (34, 50, 94), (58, 78, 124), (92, 110, 148)),
    ((12, 16, 44), (24, 28, 70), (44, 48, 98), (76, 84, 130)),
)
SEAS = (((98, 92, 140), (34, 48, 92)), ((66, 98, 146), (28, 52, 88)), ((48, 72, 122), (18, 34, 70)))
"""Of each hour: the water at the horizon and the nearest."""
SHORES = (
    (tones((96, 82, 132)), tones((62, 60, 108)), tones((38, 44, 84))),
    (tones((52, 66, 112)), tones((40, 54, 98)), tones((28, 42, 78))),
    (tones((38, 44, 92)), tones((30, 36, 78)), tones((20, 28, 60))),
)
SIDES = (1, -1)
LIT_DEG, SEAL_DEG = 14.0, 30.0
"""So near to its middle the beam lights the water; from there on it wakes the seal."""
WAVES_S = 1.6
ROWS: tuple[tuple[float, float, tuple[float, ...]], ...] = (
    (850, 0.74, (110, 250, 390, 530)), (1020, 0.88, (76, 226, 376)), (705, 0.6, (70, 200, 330, 460, 590)),
    (800, 0.7, (1000, 1120)), (930, 0.8, (1040,)),
)  # fmt: skip
"""Where boats lie: how far down, how large, and how far across each."""
KEEPER = people.Person(coat=people.COATS[6], hat="sou'wester", hat_tones=people.COATS[6])


@dataclass(slots=True)
class Waiting:
    """A boat that waits on one side. way: 1 to the right. found: since the beam found the last one there."""

    way: int
    number: int
    found: Age


class Beacon:
    """The lamp of one leg: its beam, and a boat on either side. side: where a boat is asked now; whoever goes
    to the other finds it there."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.kit, self.leg = kit, leg
        place = leg.place
        self._beam = Beam(place.at(*LAMP), 760 * place.scale, 15.0, contrast=kit.look.contrast)
        self._targets = {
            1: TargetBand(kit, place, WAY, half_px=66),
            -1: TargetBand(kit, place, Reversed(WAY), half_px=66),
        }
        self._mark = NowMark(kit, leg, 84)
        self._boats = {
            (number, found): kit.cut(
                scaled(paper.boat(number, found=found), place.scale),
                Role.ASKED if found else Role.AFLOAT,
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

    @property
    def beam(self) -> tuple[Point, float]:
        """Where the lamp is, and the way the beam points: degrees to the right of straight up."""
        tip, lamp = self.leg.place.at(*WAY.at(self.position)), self.leg.place.at(*LAMP)
        return lamp, math.degrees(math.atan2(tip[0] - lamp[0], lamp[1] - tip[1]))

    def boat_at(self, way: int) -> Point:
        """Where the boat of one side lies: just beyond the place that is asked."""
        return self.leg.place.at(*WAY.at(way * self.leg.target, 134.0))

    def follow(self) -> None:
        """The beam brightens as it nears a boat."""
        leg = self.leg
        if abs(leg.position) > 0.12:
            self.side = 1 if leg.position > 0 else -1
        near = min(abs(leg.position) / max(leg.target, 0.05), 1.0)
        goal = (0.75 + 0.25 * near) if leg.bright else 0.3
        self._strength = approach(self._strength, goal, 6.0, self.kit.dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """The beam, boats and what is asked in its light, then where it points now, and the lamp."""
        leg, place = self.leg, self.leg.place
        if not self.kit.over:
            self._beam.draw(surface, self.beam[1], self._strength)
        for way in SIDES:
            self._draw_boat(surface, self.waiting[way])
        self._targets[self.side].draw(surface, leg)
        self._rooms[leg.bright or self.kit.over].draw(surface, place.origin)
        if not self.kit.over:
            self._draw_now(surface)

    def _draw_now(self, surface: pygame.Surface) -> None:
        """A bright line from the lamp to the sign of the leg."""
        leg, place = self.leg, self.leg.place
        tip, lamp = place.at(*WAY.at(self.position)), place.at(*LAMP)
        from_lamp = between(lamp, tip, 30 * place.scale / math.dist(lamp, tip))
        for colour, width in ((CREAM, 12.0), (leg_tones(leg.side).base, 7.0)):
            pygame.draw.aaline(surface, colour, from_lamp, tip, max(3, round(width * place.scale)))
        self._mark.draw(surface, tip)

    def _draw_boat(self, surface: pygame.Surface, waiting: Waiting) -> None:
        if self.kit.over or waiting.found.s < SINKS_S:
            return
        found = self.side == waiting.way and abs(self.leg.position) >= 0.92 * self.leg.target
        x, y = self.boat_at(waiting.way)
        bob = 0.0 if self.kit.still else 3 * math.sin(self.kit.idle_s * 1.4 + waiting.way)
        grown = pop((waiting.found.s - SINKS_S) / 0.4) * (1.0 if self.side == waiting.way else 0.7)
        self._boats[waiting.number % 3, found].draw(surface, (x, y + bob), turn_deg=bob * 0.8, scale=grown)


class Lighthouse(Game):
    """Every full repetition brings a boat home; a partial one a buoy."""

    card = Card(
        tunes=("beam_lullaby", "home_from_sea"),
        bed="night_sea",
        moves="wind",
        levels=(
            "boats", "village", "moon", "buoy", "fog",
            "fishing fleet", "stars", "far light", "steamer", "festival",
        ),
    )  # fmt: skip
    layout = Layout(one=Place((780, 1092)), half=Place((1250, 1075), 1, 0.64))

    def cut(self, kit: Kit) -> None:
        self.beacons = {side: Beacon(kit, leg) for side, leg in kit.legs.items()}
        self._half, self._hour = kit.look.better_side != "both", HOURS[kit.stage.level - 1]
        self._berths = _berths(kit)
        sizes = sorted({size for _, size in self._berths})
        self._home = {
            (n, size): kit.cut(scaled(paper.boat(n, found=True), size), Role.BUILT, lift=4)
            for n in range(3)
            for size in sizes
        }
        self._lights = {size: kit.cut(scaled(paper.buoy(), size), Role.BUILT, lift=4) for size in sizes}
        self.boats = Build([at for at, _ in self._berths], raised_px=0.0)
        self._keeper = {
            pose: kit.cut(scaled(people.person(KEEPER, pose), 0.9 * kit.places[0].scale), Role.NEAR)
            for pose in ("standing", "waving")
        }
        self._seal = [kit.cut(animals.seal(looks=looks), Role.NEAR) for looks in (False, True)]
        self._home_s = Age()
        self._comet = [kit.cut(paper.comet(), Role.FAR)]
        self._owl = [kit.cut(paper.owl(flap), Role.NEAR) for flap in (0.9, 0.2, -0.5, 0.2)]
        self._whale = [kit.cut(paper.whale(spouts), Role.FAR) for spouts in (False, False, True, True)]
        self._steamer = [kit.cut(paper.steamer(190), Role.FAR)]
        self._ripple = {
            (n, lit): kit.cut(paper.ripple(width, lit=lit), Role.BUILT if lit else Role.NEAR, lift=0)
            for n, width in enumerate((90, 150, 220))
            for lit in (False, True)
        }

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        towers = (
            Still(kit.cut(place.pieces(paper.tower(), turn=False), Role.NEAR, lift=8), place.origin)
            for place in kit.places
        )
        return (
            distance(kit.look, self._day, self._far(), sun=False),
            *self._near(),
            self._draw_ripples,
            *(kit.alive(gull) for gull in gulls(kit.look, (kit.stage.action.left + 620.0, 120.0))),
            *towers,
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        self.beacons[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("lamp_turn", 0.25, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        beacon = self.beacons[leg.side]
        waiting = beacon.waiting[beacon.side]
        size = self._berths[len(self.boats) % len(self._berths)][1]
        picture = self._home[waiting.number % 3, size] if reward.full else self._lights[size]
        self.boats.add(picture, beacon.boat_at(beacon.side))
        if reward.full:
            waiting.number += 1
            waiting.found.begin()
        beacon.side = -beacon.side
        self._home_s.begin()
        self.kit.sound("ship_answers", 0.6 if reward.full else 0.3, leg)

    def move(self, dt_s: float) -> None:
        self.boats.step(dt_s)
        self._home_s.step(dt_s)
        for beacon in self.beacons.values():
            for waiting in beacon.waiting.values():
                waiting.found.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("comet", self._comet, y=46, lasts_s=30, bob_px=2),
            passing("owl", self._owl, y=84, lasts_s=20, bob_px=14, frames_a_second=5),
            passing("whale", self._whale, y=440, lasts_s=46, bob_px=10, frames_a_second=0.8, way=-1),
            passing("ferry", self._steamer, y=344, lasts_s=60, bob_px=1),
        )

    def finale(self) -> Finale:
        lamps = [Lamp(self.kit.places[0].at(*LAMP), 240)]
        x, y = self.boats.newest_at
        lamps += [Lamp((px, py - 60), 70, 0.5) for px, py in self.boats.places[:12]]
        return Finale(self.boats.draw, where=((x, y - 60),), lamps=tuple(lamps))

    def built(self) -> Mapping[str, float]:
        return {"boats": len(self.boats)}

    @property
    def _day(self) -> Day:
        return msgspec.structs.replace(DAYS[TimeOfDay.NIGHT], sky=SKIES[self._hour])

    def _far(self) -> list[Thing]:
        kit, left = self.kit, float(self.kit.stage.action.left)
        shores = SHORES[self._hour]
        things = [Thing(paper.stars(3, 150 if kit.has("stars") else 14))]
        if kit.has("moon"):
            things.append(Thing(paper.moon(), (left + 250, 130), 1.15))
        if kit.has("festival"):
            things += [
                Thing(paper_lantern(PAPERS[n % 5]), (left + 470 + 130 * n, 60 + 44 * (n * 3 % 4)), 0.9)
                for n in range(8)
            ]
        things += [
            Thing(hill(shores[0], 130, 60, seed=8, bumps=3), (0, HORIZON)),
            Thing(hill(shores[1], 84, 60, seed=3, bumps=5), (0, HORIZON + 4)),
            *(
                Thing(
                    plants.poplar(n % 5, 62 + 16 * (n % 4), shores[2]),
                    (190 * (n // 4) + 30 * (n % 4), HORIZON + 12),
                )
                for n in range(38)
            ),
            Thing(hill(shores[2], 20, 60, seed=12, bumps=6), (0, HORIZON + 12)),
        ]
        if kit.has("village"):
            things.append(Thing(paper.village(kit.has("festival")), (left + 930, HORIZON + 8), 1.15))
        if kit.has("far light"):
            things.append(Thing((*paper.tower(), *paper.lamp_room(1.0)), (left + 84, HORIZON + 10), 0.32))
        far, near = SEAS[self._hour]
        things += [
            Thing(hill(tones(mix(far, near, n / 7)), 12 + 6 * n, 560, seed=30 + n, bumps=9 - n // 2), (0, y))
            for n, y in enumerate(HORIZON + 10 + 14.0 * n * (n + 4) / 2 for n in range(8))
        ]
        if kit.has("moon"):
            things.append(Thing(paper.moon_path(), (left + 250, HORIZON + 4)))
        if kit.has("fishing fleet"):
            things += [
                Thing(paper.boat(n, found=True), (left + 60 + 190 * n, HORIZON + 42 + 8 * (n % 2)), 0.36)
                for n in range(7)
            ]
        if kit.has("steamer"):
            things.append(Thing(paper.steamer(300), (left + 660, HORIZON + 70)))
        return things

    def _near(self) -> list[Layer]:
        kit, left = self.kit, float(self.kit.stage.action.left)
        layers: list[Layer] = []
        if kit.has("fog"):
            for n, at in enumerate(((left + 240, 420.0), (left + 1260, 452.0))):
                layers.append(Still(kit.cut(paper.fog(n + 2), Role.FAR, lift=0), at))
        if kit.has("buoy"):
            layers.append(Still(kit.cut(scaled(paper.buoy(), 1.3), Role.NEAR), (self._aside + 140, 700)))
        return layers

    @property
    def _aside(self) -> float:
        """Where the seal lies: beside the tower, where there is most room."""
        return 420.0 if self.kit.look.better_side == "right" else self.kit.stage.action.left + 1300.0

    def _draw_ripples(self, surface: pygame.Surface) -> None:
        """Lines of light drift on the water, and shine where the beam is."""
        time_s = self.kit.idle_s
        beams = [] if self.kit.over else [self.beacons[leg.side].beam for leg in self.kit.seen]
        for n in range(12):
            x = (157 * n * 1.9 + 14 * math.sin(time_s * 0.5 + n)) % 1920
            y = HORIZON + 60 + 58 * n + 3 * math.sin(time_s * 0.8 + 2 * n)
            lit = any(
                abs(math.degrees(math.atan2(x - at[0], at[1] - y)) - turn_deg) < LIT_DEG
                for at, turn_deg in beams
            )
            self._ripple[n // 4, lit].draw(surface, (x, y))

    def _draw_play(self, surface: pygame.Surface) -> None:
        place = self.kit.places[0]
        way = -1 if self._aside < place.origin[0] else 1
        looks = any(self.beacons[leg.side].beam[1] * way > SEAL_DEG for leg in self.kit.seen)
        self._seal[looks].draw(surface, (self._aside, 940.0))
        pose = "waving" if self._home_s.s < WAVES_S or self.kit.over else "standing"
        self._keeper[pose].draw(surface, place.at(112, -36))
        self.boats.draw(surface)
        for leg in self.kit.seen:
            self.beacons[leg.side].draw(surface)


def _berths(kit: Kit) -> list[tuple[Point, float]]:
    """Where each boat lies and how large it is: in rows before the tower, in sight of the results."""
    if kit.look.better_side == "both":
        return [((x, y), size) for y, size, xs in ROWS for x in xs]
    spots = [(1000.0 + 56 * n + 14 * (row % 2), 830.0 + 74 * row) for row in range(4) for n in range(4)]
    free = [(x, y) for x, y in spots if x < 1190 - 0.62 * max(0.0, y - 860)]
    return [((x if kit.look.better_side == "right" else 1920 - x, y), 0.33) for x, y in free]
