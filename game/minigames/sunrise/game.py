"""Sunrise: the reach lifts the sun out of the sea. While you are still it unfolds, and flowers open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.berths import berths, covered
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, ground, hazed, hill, scaled
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import clamped, toward
from game.minigames.kit.now import NowMark
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role, pale
from game.minigames.kit.target import Line, TargetBand
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, things
from game.minigames.sunrise import paper
from game.ui import scenery
from game.ui.curves import Point
from game.ui.screen import SIZE
from game.ui.theme import DAYS, HILL, MEADOW, TimeOfDay, towards

HORIZON = 720
WAY = Line(rest=(0.0, 0.0), top=(0.0, -450.0))
CALM_STEPS = 5
"""So many flowers open in one whole stay, one after the other."""
RAY_S = 0.07
"""When the sun goes down again its rays fold one by one."""
GLITTER = ((16.0, 0.0), (42.0, 0.15), (72.0, 0.35), (104.0, 0.6))
"""The strips of the sun's path: so far below the horizon, seen from this height on."""

BOAT_X = {"both": 1130.0, "left": 1010.0, "right": 890.0}
"""Where the sailing boat lies, clear of the sun and of the shore."""
GRASS = ((2, 150.0), (5, 480.0), (9, 730.0), (4, 1080.0), (7, 1420.0), (3, 1760.0))


class Sunrise(Game):
    """Each part of a stay opens a daisy; each repetition a sunflower, a small one where it was partial."""

    card = Card(
        tunes=("over_the_bay", "morning_tide"),
        bed="hill",
        moves="wind",
        levels=(
            "sea", "sailing boat", "pines", "bench", "lighthouse",
            "village", "cat", "bunting", "lanterns", "festival",
        ),
    )  # fmt: skip
    layout = Layout(one=Place((800, HORIZON)), half=Place((1280, HORIZON), 1, 0.9))

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[TimeOfDay.DAWN]
        place = kit.places[0]
        self._suns = {
            bright: kit.cut(place.pieces(paper.sun() if bright else pale(paper.sun())), Role.ASKED, lift=6)
            for bright in (True, False)
        }
        self._halo = kit.cut(place.pieces(paper.halo(self._day)), Role.NEAR, lift=0)
        self._ray = [kit.cut(place.pieces(paper.ray(n)), Role.ASKED, turns=True) for n in range(2)]
        self._glitter = [
            kit.cut(place.pieces(paper.glitter(n)), Role.BUILT, lift=0) for n in range(len(GLITTER))
        ]
        self._target = TargetBand(kit, place, WAY, half_px=128, before=0.12)
        self._marks = {side: NowMark(kit, leg) for side, leg in kit.legs.items()}
        size = 1.0 if kit.look.better_side == "both" else 0.7
        self._tall = kit.cut(paper.sunflower(104 * size), Role.BUILT, lift=5)
        self._small = kit.cut(paper.sunflower(72 * size), Role.BUILT, lift=4)
        self._daisy = kit.cut(scaled(paper.daisy(), size), Role.BUILT, lift=3)
        self._plant(size)
        self._calm = 0
        self._rays = 0.0
        self._gull = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.9, 0.3, -0.5, 0.3)]
        self._swallow = [kit.cut(animals.swallow(flap), Role.FAR) for flap in (0.8, -0.4)]
        self._ship = [kit.cut(hazed(boats.ferry(width=240), self._day, 0.3), Role.FAR)]

    def _plant(self, size: float) -> None:
        """Where flowers stand: a row of tall ones, or two of small ones, and daisies between them."""
        keep_out = covered(self.kit.look)
        rows = (1062.0,) if size == 1.0 else (1062.0, 966.0)
        step = 200 if size == 1.0 else 20
        tall = [(70.0 + step * n, y) for y in rows for n in range(1820 // step)]
        places = berths(tall, self._tall.rect((0, 0)), keep_out)
        taken = [self._tall.rect(at) for at in places]
        low = [(40.0 + 10 * n, y) for y in (1068.0, 992.0) for n in range(190)]
        between = berths(low, self._daisy.rect((0, 0)), (*keep_out, *taken))
        loose = tuple(at for start in range(3) for at in between[start::3])
        self.flowers, self.daisies = Build(places), Build(loose)

    def layers(self) -> Sequence[Layer]:
        kit, day = self.kit, self._day
        return (
            distance(kit.look, day, self._far(), sun=False),
            *clouds(kit.look, day, haze=0.2, high=True),
            *(Slow(row) for row in sea(kit.look, day, horizon=HORIZON, foot=930)),
            *self._near(),
            *(self._still(scenery.grass(seed, 76), (x, 956.0)) for seed, x in GRASS),
            self._draw_play,
        )

    def follow(self, leg: Leg) -> None:
        """Calm is rewarded as it comes, and what it opened stays open: a wobble takes nothing back."""
        if not leg.asked:
            return
        self._rays = max(self._rays, clamped(leg.held) * paper.RAYS)
        steps = int(clamped(leg.held) * CALM_STEPS + 1e-6)
        if steps > self._calm:
            self.kit.sound("apple_pick", 0.3)
        for _ in range(self._calm, steps):
            self.daisies.add(self._daisy, self.daisies.next_at)
        self._calm = max(steps, self._calm) if leg.held > 0.0 else 0

    def earned(self, leg: Leg, reward: Reward) -> None:
        self.flowers.add(self._tall if reward.full else self._small, self.sun_at(leg))
        self.kit.sound("star", 0.5 if reward.full else 0.3)

    def move(self, dt_s: float) -> None:
        self.flowers.step(dt_s)
        self.daisies.step(dt_s)
        for leg in self.kit.legs.values():
            if leg.asked and leg.held <= 0.0 and not leg.holding:
                self._rays = toward(self._rays, 0.0, dt_s / RAY_S)
            if self.kit.evening.begun:
                leg.position = toward(leg.position, 0.1, 0.5 * dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("gulls", self._gull, y=330, lasts_s=30, frames_a_second=5),
            passing("swallow", self._swallow, y=430, lasts_s=18, way=-1, frames_a_second=6),
            passing("ferry", self._ship, y=HORIZON + 12, lasts_s=60, bob_px=2),
        )

    def finale(self) -> Finale:
        lamps = tuple(Lamp((x, 742.0), 110) for x in self._lanterns) if self.kit.has("lanterns") else ()
        return Finale(self._draw_flowers, where=(self._middle,), lamps=lamps)

    def built(self) -> Mapping[str, float]:
        return {"sunflowers": len(self.flowers), "daisies": len(self.daisies)}

    def sun_at(self, leg: Leg) -> Point:
        """The middle of the sun."""
        return leg.place.at(*WAY.at(max(leg.lifted, -0.05)))

    @property
    def _middle(self) -> Point:
        x, y = self.flowers.newest_at
        return (x, y - 60)

    @property
    def _aside(self) -> float:
        """The left end of what stands on the shore, away from the sun and the HUD."""
        better = self.kit.look.better_side
        return 1090.0 if better == "left" else 60.0

    @property
    def _lanterns(self) -> tuple[float, ...]:
        return tuple(self._aside + x for x in (360.0, 470.0))

    def _far(self) -> list[Thing]:
        day = self._day
        return [
            Thing(hill(towards(HILL, day.haze, 0.7), 150, 20, seed=11, bumps=2), (0, HORIZON + 16)),
            Thing(hill(towards(HILL, day.haze, 0.5), 84, 20, seed=5, fade=day.haze), (0, HORIZON + 16)),
        ]

    def _near(self) -> list[Layer]:
        kit, x, day = self.kit, self._aside, self._day
        layers: list[Layer] = []
        shore = [
            ("pines", scenery.pine(2, 250), (x + 60, 870)),
            ("pines", scenery.pine(5, 200), (x + 150, 874)),
            ("lighthouse", scenery.lighthouse(330), (x + 250, 872)),
            ("village", paper.village(), (x + 380, 884)),
        ]
        for name, pieces, at in shore:
            if kit.has(name):
                layers.append(self._still(hazed(pieces, day, 0.2), at))
        if kit.has("sailing boat"):
            boat = hazed(boats.sailing_boat(width=150), day, 0.15)
            layers.append(self._still(boat, (BOAT_X[kit.look.better_side], HORIZON + 70)))
        layers.append(
            self._still(ground(towards(MEADOW, day.haze, 0.1), 240, seed=6, fade=MEADOW.shade), (0, 884))
        )
        more: list[tuple[str, Pieces, Point]] = [
            ("bench", things.bench(150), (x + 640, 914)),
            ("cat", animals.cat(), (x + 540, 918)),
            ("bunting", paper.bunting(330), (x + 10, 908)),
            *(("lanterns", things.lantern(170), (at, 910.0)) for at in self._lanterns),
            ("festival", paper.guests(), (x + 130, 914)),
        ]
        return layers + [self._still(pieces, at) for name, pieces, at in more if kit.has(name)]

    def _still(self, pieces: Pieces, at: Point) -> Still:
        return Still(self.kit.cut(pieces, Role.NEAR, lift=6), at)

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self._draw_sun(surface, leg)
        self._draw_flowers(surface)

    def _draw_sun(self, surface: pygame.Surface, leg: Leg) -> None:
        at, bright = self.sun_at(leg), leg.bright or self.kit.over
        for picture, (y, height) in zip(self._glitter, GLITTER, strict=True):
            if leg.lifted >= height:
                picture.draw(surface, leg.place.at(0.0, y))
        before = surface.get_clip()
        surface.set_clip(before.clip((0, 0, SIZE[0], HORIZON + 4)))
        self._halo.draw(surface, at)
        for n in range(round(self._rays)):
            self._ray[n % 2].draw(surface, at, turn_deg=-360.0 * n / paper.RAYS)
        surface.set_clip(before)
        self._target.draw(surface, leg)
        surface.set_clip(before.clip((0, 0, SIZE[0], HORIZON + 4)))
        self._suns[bright].draw(surface, at)
        surface.set_clip(before)
        self._marks[leg.side].draw(surface, at)

    def _draw_flowers(self, surface: pygame.Surface, alpha: int = 255) -> None:
        self.flowers.draw(surface, alpha)
        self.daisies.draw(surface, alpha)
