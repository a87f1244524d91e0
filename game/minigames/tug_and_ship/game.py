"""Tug and Ship: the toes are the water of the lock. It lifts the ship; the tug helps, less and less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, ground, hazed, hill, scaled
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, houses, plants, things
from game.minigames.tug_and_ship import paper
from game.minigames.tug_and_ship.lock import FOOT_Y, MAST, WINCH, Lock
from game.ui import scenery
from game.ui.curves import Point, box
from game.ui.paper import Piece
from game.ui.theme import DAYS, HILL, MEADOW, TimeOfDay, towards

HORIZON = 316
SUN_AT = (0.12, 0.13)
HOURS = (*(TimeOfDay.MORNING,) * 3, *(TimeOfDay.NOON,) * 3, *(TimeOfDay.EVENING,) * 4)
SCALES = (0.42, 0.54, 0.64)
"""Of the boats in each row of the lake, the farthest first."""


class TugAndShip(Game):
    """Every full repetition lets a sailing boat out on the lake; a partial one a rowing boat."""

    card = Card(
        tunes=("tug_march", "through_the_lock"),
        bed="lock",
        moves="water",
        levels=(
            "lock", "keeper", "house", "mill", "ducks",
            "chapel", "evening", "lamps", "willow", "bunting",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((566, 962), 1, 1.1),
        two=(Place((450, 905), -1, 0.72), Place((1096, 905), 1, 0.72)),
        half=Place((1212, 905), 1, 0.66),
    )

    def cut(self, kit: Kit) -> None:
        self._day = msgspec.structs.replace(DAYS[HOURS[kit.stage.level - 1]], sun_at=SUN_AT)
        self.locks = {side: Lock(kit, leg) for side, leg in kit.legs.items()}
        first = kit.places[0]
        self._crest = first.at(0, paper.CREST)[1]
        self._moored = self._moorings()
        self._sails = [
            [kit.cut(paper.little_boat(n, 92 * scale), Role.BUILT, lift=3) for n in range(5)]
            for scale in SCALES
        ]
        self._rowing = [
            kit.cut(boats.rowing_boat(boats.HULLS[1], 84 * scale), Role.BUILT, lift=3) for scale in SCALES
        ]
        self.fleet = Build([spot for spot, _ in self._moored], raised_px=0)
        self._sails_of_mill = kit.cut(hazed(houses.mill_sails(120), self._day, 0.25), Role.FAR, turns=True)
        self._swan = [kit.cut(scaled(animals.swan(), 0.42), Role.NEAR)]
        self._duck = [kit.cut(scaled(animals.duck(), 0.5), Role.NEAR)]
        self._gull = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.8, 0.2, -0.5, 0.2)]
        self._ferry = [kit.cut(scaled(boats.ferry(), 0.28), Role.FAR)]

    def layers(self) -> Sequence[Layer]:
        kit = self.kit
        lake = sea(kit.look, self._day, horizon=HORIZON, foot=round(self._crest) + 40)
        return (
            distance(kit.look, self._day, self._far()),
            *clouds(kit.look, self._day, high=True),
            *(Slow(row) for row in lake),
            *self._dike(),
            *self._walls(),
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        self.locks[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("lock_water", 0.3, leg)

    def reached(self, leg: Leg) -> None:
        self.locks[leg.side].let_out()
        self.kit.sound("tug_horn", 0.3, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        lock = self.locks[leg.side]
        row = self._moored[len(self.fleet) % len(self._moored)][1]
        boat = self._sails[row][lock.kind % 5] if reward.full else self._rowing[row]
        self.fleet.add(boat, lock.boat_at)
        lock.next_boat(reward.number)

    def move(self, dt_s: float) -> None:
        self.fleet.step(dt_s)
        for lock in self.locks.values():
            lock.move(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        ferry = passing("ferry", self._ferry, y=HORIZON + 18, lasts_s=52, bob_px=2)
        y = (HORIZON + 92 + self._crest) / 2
        return (
            ferry,
            passing("swan", self._swan, y=y, lasts_s=44, bob_px=2),
            passing("duck", self._duck, y=y, lasts_s=36, bob_px=2, way=1),
            passing("gull", self._gull, y=190, lasts_s=22, bob_px=20, frames_a_second=5),
        )

    def finale(self) -> Finale:
        lamps = [Lamp((x, y - 24), 60, 0.6) for x, y in self.fleet.places[:12]]
        if self.kit.has("lamps"):
            lamps += [Lamp(spot, 110) for spot in self._lamp_places()]
        return Finale(self.fleet.draw, where=(self.fleet.newest_at,), lamps=tuple(lamps))

    def built(self) -> Mapping[str, float]:
        return {"boats": len(self.fleet)}

    def _moorings(self) -> list[tuple[Point, int]]:
        """Where boats lie on the lake, and in which row each: at first where they are seen best."""
        if self.kit.look.better_side != "both":
            half = [
                (1000.0 + 68 * n + 14 * row, 372.0 + 62 * row, row) for row in (2, 1, 0) for n in range(4)
            ]
            right = self.kit.look.better_side == "right"
            return [((x if right else 1920 - x, y), row) for x, y, row in half]
        xs = [self._left + 80.0 + 112 * ((7 * n + 8) % 10) for n in range(10)]
        return [one for x in xs for one in (((x, 404.0), 2), ((x + 56, 370.0), 0))]

    def _far(self) -> list[Thing]:
        day, left, foot = self._day, self._left, HORIZON + 6
        town = [
            Thing(hazed(scenery.house(4 + n, 66 + 8 * (n % 2)), day, 0.34), (left + 1030 + 84 * n, foot))
            for n in range(4)
        ]
        more = [
            ("mill", Thing(hazed(houses.mill(120), day, 0.3), self._mill)),
            ("chapel", Thing(hazed(houses.chapel(150), day, 0.3), (left + 900, foot))),
        ]
        trees = [
            Thing(hazed(plants.poplar(n, 76 + 12 * (n % 3)), day, 0.4), (40 + 46 * n + 260 * (n // 6), foot))
            for n in range(18)
        ]
        return [
            Thing(hill(towards(HILL, day.haze, 0.62), 118, 300, seed=8, fade=day.haze), (0, 292)),
            Thing(hill(towards(HILL, day.haze, 0.45), 80, 200, seed=3, bumps=5), (0, HORIZON + 8)),
            *trees,
            *town,
            *(thing for name, thing in more if self.kit.has(name)),
        ]

    def _dike(self) -> list[Layer]:
        kit, y = self.kit, self._crest + 14
        layers: list[Layer] = []
        if kit.has("willow"):
            layers.append(self._still(plants.willow(3, 330), (self._left + 1490, y + 30)))
        if kit.has("house"):
            layers.append(self._still(scenery.house(2, 130), (self._aside, y + 14)))
        scale = kit.places[0].scale
        lamps = self._lamp_places() if kit.has("lamps") else []
        layers += [self._still(things.lantern(128 * scale), (x, ly + 108 * scale)) for x, ly in lamps]
        low, (left, right) = kit.places[0].at(0, -4)[1], self._low_side
        side = (Piece(box(0, 0, right - left, low - y), MEADOW, lift=0, lean=0.0, fade=MEADOW.shade),)
        river = paper.river(right - left, FOOT_Y - low)
        sheep = [
            self._still(
                scaled(animals.sheep(n, grazing=n == 1), 0.9), kit.places[0].at(x, paper.CREST + 130 + 30 * n)
            )
            for n, x in enumerate((-760.0, -1010.0))
        ]
        return [
            *layers,
            self._still(ground(MEADOW, 64, seed=6), (0, y)),
            self._still(side, (left, y + 30), 0),
            self._still(river, (left, low)),
            *(sheep if kit.look.better_side != "both" else ()),
        ]

    @property
    def _low_side(self) -> tuple[float, float]:
        """From where to where the lower water is seen."""
        walls = sorted(place.at(paper.LEFT)[0] for place in self.kit.places)
        if len(walls) > 1:
            return walls[0], walls[-1]
        return (-40.0, walls[0]) if self.kit.places[0].facing > 0 else (walls[0], 1960.0)

    @property
    def _aside(self) -> float:
        """Beside the lock, over the lower water."""
        places = self.kit.places
        return sum(p.at(-410)[0] for p in places) / 2 if len(places) > 1 else places[0].at(-452)[0]

    def _walls(self) -> list[Layer]:
        kit = self.kit
        layers: list[Layer] = []
        for place in kit.places:
            foot = (FOOT_Y - place.origin[1]) / place.scale
            edge = 1990 if place.facing > 0 else -70
            wide = (edge - place.origin[0]) * place.facing / place.scale - paper.RIGHT - paper.PIER
            sheets: list[tuple[Pieces, float]] = [
                (paper.upper_bank(wide, foot), 8),
                (paper.chamber(foot), 6),
                (paper.pier(paper.LEFT - paper.PIER, foot), 9),
                (paper.pier(paper.RIGHT, foot), 9),
                (paper.gate(paper.LEFT - paper.PIER / 2, -150, foot), 6),
                (paper.gate(paper.RIGHT + paper.PIER / 2, -paper.RISE_PX - 8, -20), 6),
            ]
            layers += [self._still(place.pieces(pieces), place.origin, lift) for pieces, lift in sheets]
            layers.append(self._still(place.pieces(things.gallows(WINCH[0] - MAST[0])), place.at(*WINCH)))
            layers += [
                self._still(place.pieces(plants.daisies(n, 110)), place.at(430 + 190 * n, -40 + 44 * (n % 2)))
                for n in range(3)
            ]
        if kit.has("bunting"):
            layers += [
                self._still(things.bunting((a, 22), (b, 22), 60, size=44), (0, 0))
                for a, b in pairwise((-40.0, 960.0, 1960.0))
            ]
        if kit.has("ducks"):
            x, y = self._pond
            layers += [
                self._still(scaled(duck, 0.8), (x - 42 * n, y + 6 * (n % 2)))
                for n, duck in enumerate((animals.duck(), animals.duckling(), animals.duckling()))
            ]
        return layers

    @property
    def _pond(self) -> Point:
        """Where ducks swim: on the upper water beyond the tug, or on the lower water away from the wall."""
        if self.kit.look.better_side == "both":
            return self._left + 1480.0, self.kit.places[0].at(0, 14 - paper.RISE_PX)[1]
        x = self._aside + (6 if self.kit.places[0].facing > 0 else 130)
        return x, self.kit.places[0].at(0, 26)[1] + 26

    def _still(self, pieces: Pieces, at: Point, lift: float = 6) -> Still:
        return Still(self.kit.cut(pieces, Role.NEAR, lift=lift), at)

    @property
    def _left(self) -> float:
        return float(self.kit.stage.action.left)

    def _lamp_places(self) -> list[Point]:
        """The light of each lamp on the walls."""
        return [
            place.at(x, paper.CREST - 122)
            for place in self.kit.places
            for x in (paper.LEFT + 46, paper.RIGHT + paper.PIER + 270)
        ]

    @property
    def _mill(self) -> Point:
        return (self._left + 540.0, HORIZON + 6.0)

    def _draw_play(self, surface: pygame.Surface) -> None:
        if self.kit.has("mill"):
            x, y = self._mill
            self._sails_of_mill.draw(surface, (x, y - 98), turn_deg=-round(12 * self.kit.idle_s) % 360)
        self.fleet.draw(surface)
        for leg in self.kit.seen:
            self.locks[leg.side].draw(surface)
