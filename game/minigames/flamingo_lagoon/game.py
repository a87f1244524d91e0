"""Flamingo Lagoon: a flamingo lifts its foot. While you are still the water calms and the fish come close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.flamingo_lagoon import paper
from game.minigames.flamingo_lagoon.bird import Bird
from game.minigames.kit.berths import berths, covered
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, ground, hazed, hill
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Role
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, plants, seaside, things
from game.ui.curves import Point
from game.ui.theme import DAYS, FOREST, HILL, MEADOW, TimeOfDay, towards

SHORE = 560
FLOCK_PX = 160.0
HOURS = (*(TimeOfDay.MORNING,) * 4, *(TimeOfDay.NOON,) * 3, *(TimeOfDay.EVENING,) * 3)


class FlamingoLagoon(Game):
    """A full stay calls a flamingo to the flock; a shorter one opens a water lily. Fish come for calm."""

    card = Card(
        tunes=("row_gently", "lamps_on_the_lake"),
        bed="lake",
        moves="water",
        levels=(
            "lagoon", "reeds", "willow", "heron", "poplars",
            "ducks", "canoe", "hut", "lanterns", "festival",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((820, 880), 1, 0.96),
        two=(Place((390, 880), 1, 0.84), Place((1090, 880), 1, 0.84)),
        half=Place((1262, 880), 1, 0.8),
    )

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self.birds = {side: Bird(kit, leg) for side, leg in kit.legs.items()}
        self._came = dict.fromkeys(self.birds, 0)
        self.fish = 0
        size = 1.0 if kit.look.better_side == "both" else 0.6
        self._one = kit.cut(paper.small_flamingo(FLOCK_PX * size), Role.BUILT, lift=4)
        self._lily = kit.cut(plants.lily_pad(112 * size, bloom=True), Role.BUILT, lift=2)
        keep_out = [*covered(kit.look), *(area for place in kit.places for area in _taken(place))]
        rows = ((710.0, 0.0), (780.0, 40.0))
        flock = [(70.0 + dx + 15 * n, y) for y, dx in rows for n in range(120)]
        self.flock = Build(berths(flock, self._one.rect((0, 0)), keep_out))
        pads = [(80.0 + 15 * n, y) for y in (800.0, 850.0) for n in range(120)]
        self.lilies = Build(berths(pads, self._lily.rect((0, 0)), keep_out))
        self._ducks = [kit.cut(animals.duck(drake=drake), Role.AFLOAT) for drake in (True, False)]
        self._gulls = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.9, 0.2, -0.6, 0.2)]
        self._swans = [kit.cut(animals.swan(), Role.AFLOAT)]

    def layers(self) -> Sequence[Layer]:
        kit, day = self.kit, self._day
        return (
            distance(kit.look, day, self._far()),
            *clouds(kit.look, day, haze=0.1, high=True),
            *(Slow(row) for row in sea(kit.look, day, horizon=SHORE + 34, foot=1100)),
            *self._near(),
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        """Each fish that comes is counted, and heard."""
        bird = self.birds[leg.side]
        bird.follow()
        came = bird.close
        if came > self._came[leg.side]:
            self.fish += came - self._came[leg.side]
            self.kit.sound("skim", 0.3, leg)
        if came > self._came[leg.side] or bird.calm <= 0.0:
            self._came[leg.side] = came

    def earned(self, leg: Leg, reward: Reward) -> None:
        if reward.full:
            self.flock.add(self._one, (leg.place.at(-300.0)[0], SHORE + 20.0))
        else:
            self.lilies.add(self._lily, leg.place.at(0.0, 60.0))
        self.kit.sound("splash", 0.3 if reward.soft else 0.45, leg)

    def move(self, dt_s: float) -> None:
        self.flock.step(dt_s)
        self.lilies.step(dt_s)
        for bird in self.birds.values():
            bird.move(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("gulls", self._gulls, y=230, lasts_s=28, frames_a_second=5),
            passing("a duck", self._ducks[:1], y=SHORE + 90, lasts_s=60, bob_px=3),
            passing("a swan", self._swans, y=SHORE + 110, lasts_s=70, bob_px=3),
        )

    def finale(self) -> Finale:
        lamps = tuple(Lamp(at, 100) for at in self._lights) if self.kit.has("lanterns") else ()
        x, y = self.flock.newest_at
        return Finale(self._draw_built, where=((x, y - 80),), lamps=lamps)

    def built(self) -> Mapping[str, float]:
        return {"flamingos": len(self.flock), "lilies": len(self.lilies), "fish": self.fish}

    @property
    def _left(self) -> float:
        """Where the bank's own things begin: beside the flamingo, not behind it."""
        return 1010.0 if self.kit.look.better_side == "left" else 50.0

    @property
    def _right(self) -> float:
        """Where they stand on the flamingo's other side."""
        if len(self.kit.places) > 1:
            return 760.0
        return {"both": 1180.0, "left": 1560.0, "right": 700.0}[self.kit.look.better_side]

    @property
    def _lights(self) -> tuple[Point, ...]:
        return tuple((self._left + dx, SHORE - 106.0) for dx in (150.0, 440.0))

    def _far(self) -> list[Thing]:
        kit, day, x, right = self.kit, self._day, self._left, self._right
        far: list[Thing] = [
            Thing(hill(towards(HILL, day.haze, 0.66), 210, 320, seed=4, bumps=3, fade=day.haze), (0, SHORE)),
            Thing(hill(towards(FOREST, day.haze, 0.6), 84, 320, seed=8, bumps=6), (0, SHORE + 6)),
            Thing(ground(towards(MEADOW, day.haze, 0.3), 90, seed=2), (0, SHORE + 12)),
        ]
        bank = (
            *(("poplars", plants.poplar(3 + n, 190 + 24 * n), right + 60 * n) for n in range(2)),
            ("hut", seaside.hut((226, 148, 104), 104), x + 230),
            ("willow", plants.willow(4, 230), x + 70),
            *(("lanterns", things.lantern(130), at) for at, _ in self._lights),
            ("festival", things.bunting((0, -128), (290, -128), 34), x + 150),
        )
        far += [Thing(hazed(p, day, 0.24), (at, SHORE + 20.0)) for name, p, at in bank if kit.has(name)]
        return far

    def _near(self) -> list[Layer]:
        x, right = self._left, self._right
        reeds = x + 6 if x < 900 else x + 240
        floats = (
            ("heron", animals.heron(), (right + 160, SHORE + 100)),
            ("ducks", animals.duck(), (x + 120, SHORE + 74)),
            ("ducks", animals.duckling(), (x + 40, SHORE + 80)),
            ("canoe", boats.canoe(150), (right + 20, SHORE + 74)),
            ("reeds", plants.reeds(3, 210), (reeds, 1084)),
            ("reeds", plants.reeds(6, 170), (reeds + 94, 1086)),
            ("reeds", plants.reeds(9, 190), (1810, 1086)),
        )
        return [
            Still(self.kit.cut(hazed(pieces, self._day, 0.1), Role.NEAR, lift=4), at)
            for name, pieces, at in floats
            if self.kit.has(name)
        ]

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.birds[leg.side].draw_water(surface)
        self._draw_built(surface)
        for leg in self.kit.seen:
            self.birds[leg.side].draw(surface)

    def _draw_built(self, surface: pygame.Surface, alpha: int = 255) -> None:
        self.flock.draw(surface, alpha)
        self.lilies.draw(surface, alpha)


def _taken(place: Place) -> list[pygame.Rect]:
    """What the flamingo and what is asked of it cover: neck and body above, the legs and the band below."""
    boxes = ((-250.0, -850.0, 330.0, -430.0), (-50.0, -430.0, 330.0, 170.0))
    areas = []
    for left, top, right, foot in boxes:
        (x0, y0), (x1, y1) = place.at(left, top), place.at(right, foot)
        areas.append(pygame.Rect(round(min(x0, x1)), round(y0), round(abs(x1 - x0)), round(y1 - y0)))
    return areas
