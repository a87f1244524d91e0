"""Row Home: the knee is the oar. Draw it in, let it down slowly, and the lake fills with lights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, clouds, distance, hazed, hill, scaled
from game.minigames.kit.layers import Layer, Slow, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.motion import Age, approach
from game.minigames.kit.passing import passing
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role, pale
from game.minigames.kit.target import Arc, TargetBand
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, plants
from game.minigames.row_home import paper
from game.ui.curves import Point
from game.ui.theme import DAYS, HILL, TimeOfDay, leg_tones, towards

ROWLOCK: Point = (-20.0, -68.0)
SEAT: Point = (-110.0, -46.0)
SHOULDER: Point = (20.0, -76.0)
"""Of who rows, from the seat."""
BLADE_PX = 212.0
REST_DEG, TOP_DEG = 318.0, 226.0
"""Where the blade points, counter-clockwise from the bow: ahead at rest, astern at the own range."""
LEAN_DEG = (-12.0, 14.0)
HORIZON, FOOT = 470, 1090
HOURS = (*(TimeOfDay.MORNING,) * 4, *(TimeOfDay.NOON,) * 2, *(TimeOfDay.EVENING,) * 4)


class RowingBoat:
    """The boat of one leg: who rows leans with the oar, and the boat surges with each stroke."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.kit, self.leg, self.stroke = kit, leg, Age()
        place, coat = leg.place, leg_tones(leg.side)
        self._inside = kit.cut(place.pieces(paper.inside()), Role.NEAR, lift=4)
        self._hull = kit.cut(place.pieces(paper.hull(boats.HULLS[1])), Role.NEAR, lift=7)
        self._rower, self._arm, self._oar = (
            self._both(pieces) for pieces in (paper.rower(coat), paper.arm(coat), paper.oar(BLADE_PX))
        )
        self._foam = [kit.cut(place.pieces(paper.foam(wide)), Role.NEAR, lift=0) for wide in (30, 46, 62)]
        self._way = Arc(ROWLOCK, BLADE_PX, REST_DEG, TOP_DEG)
        self._target = TargetBand(kit, place, self._way, half_px=58)
        self._surge = 0.0

    @property
    def blade_at(self) -> Point:
        """Where the blade is in the water."""
        x, y = self._way.at(self.leg.lifted)
        return self.leg.place.at(x + self._surge, y + self._bob)

    def follow(self) -> None:
        """The boat runs forward a little as the oar is drawn, and settles back."""
        self._surge = approach(self._surge, 26.0 * self.leg.lifted, 5.0, self.kit.dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """Boat, who rows, what is asked, the oar."""
        leg, place, bright = self.leg, self.leg.place, self.leg.bright or self.kit.over
        dx, dy = self._surge, self._bob
        lifted = leg.lifted
        lean = round(LEAN_DEG[0] + (LEAN_DEG[1] - LEAN_DEG[0]) * lifted) * place.facing
        self._inside.draw(surface, place.at(dx, dy))
        self._rower[bright].draw(surface, place.at(SEAT[0] + dx, SEAT[1] + dy), turn_deg=lean)
        self._hull.draw(surface, place.at(dx, dy))
        self._target.draw(surface, leg)
        turn = round(REST_DEG + (TOP_DEG - REST_DEG) * lifted)
        self._oar[bright].draw(
            surface, place.at(ROWLOCK[0] + dx, ROWLOCK[1] + dy), turn_deg=(turn - 270.0) * place.facing
        )
        self._draw_arm(surface, turn, lean, bright=bright)
        if 0.1 < lifted < 0.95 and abs(leg.speed) > 0.05:
            self._foam[min(2, int(abs(leg.speed) * 2))].draw(surface, self.blade_at)

    def _draw_arm(self, surface: pygame.Surface, turn: int, lean: int, *, bright: bool) -> None:
        """From the shoulder to the grip of the oar."""
        place = self.leg.place
        rad = math.radians(lean * place.facing)
        sx = SEAT[0] + SHOULDER[0] * math.cos(rad) + SHOULDER[1] * math.sin(rad)
        sy = SEAT[1] + SHOULDER[1] * math.cos(rad) - SHOULDER[0] * math.sin(rad)
        grip = math.radians(turn + 180.0)
        gx, gy = ROWLOCK[0] + 84 * math.cos(grip), ROWLOCK[1] - 84 * math.sin(grip)
        long = math.dist((sx, sy), (gx, gy))
        down = math.degrees(math.atan2(gx - sx, gy - sy)) * place.facing
        at = place.at(sx + self._surge, sy + self._bob)
        self._arm[bright].draw(
            surface,
            at,
            turn_deg=round(down / 2) * 2,
            scale=round(min(1.25, max(0.6, long / 104.0)) * 20) / 20,
        )

    @property
    def _bob(self) -> float:
        return 0.0 if self.kit.still else 4.0 * math.sin(self.kit.idle_s * 1.2)

    def _both(self, pieces: Pieces) -> dict[bool, Picture]:
        seen = self.leg.place.pieces(pieces)
        return {
            True: self.kit.cut(seen, Role.ASKED, lift=0, turns=True),
            False: self.kit.cut(pale(seen), Role.ASKED, lift=0, turns=True),
        }


class RowHome(Game):
    """Every full repetition leaves a lantern on the lake; a partial one a water lily."""

    card = Card(
        tunes=("row_gently", "lamps_on_the_lake"),
        bed="lake",
        moves="water",
        levels=(
            "lake", "ducks", "reeds", "jetty", "lily pads",
            "willow", "evening", "cottage", "swans", "festival",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((820, 800), 1, 1.25),
        two=(Place((400, 720), 1, 0.86), Place((1080, 850), 1, 0.94)),
        half=Place((1330, 820), 1, 0.74),
    )

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self.boats = {side: RowingBoat(kit, leg) for side, leg in kit.legs.items()}
        half = kit.look.better_side != "both"
        scale = 0.6 if half else 0.9
        self._lights = [kit.cut(scaled(paper.floating(n), scale), Role.BUILT, lift=4) for n in range(3)]
        self._rose = kit.cut(scaled(paper.water_rose(), scale), Role.BUILT, lift=3)
        self.lights = Build(self._waters(half=half, scale=scale), raised_px=-26 * scale)
        self._swan = [kit.cut(animals.swan(), Role.AFLOAT)]
        self._ducks = [kit.cut(animals.duck(), Role.AFLOAT)]
        self._gull = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.8, 0.2, -0.5, 0.2)]
        self._sail = [kit.cut(boats.sailing_boat(width=150), Role.FAR)]
        self._pads = [kit.cut(plants.lily_pad(120, bloom=n == 1), Role.NEAR) for n in range(2)]

    def layers(self) -> Sequence[Layer]:
        kit, day = self.kit, self._day
        rows = [Slow(row) for row in sea(kit.look, day, horizon=HORIZON, foot=FOOT)]
        return (
            distance(kit.look, day, self._far()),
            *clouds(kit.look, day),
            *rows,
            *self._shore(),
            self._draw_lights,
            self._draw_play,
            *self._near(),
        )

    def follow(self, leg: Leg) -> None:
        self.boats[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("oar_stroke", 0.3, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        boat = self.boats[leg.side]
        picture = self._lights[reward.number % 3] if reward.full else self._rose
        self.lights.add(picture, boat.blade_at)
        self.kit.sound("splash", 0.35 if reward.full else 0.2, leg)

    def move(self, dt_s: float) -> None:
        self.lights.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("swan", self._swan, y=640, lasts_s=54, bob_px=2),
            passing("duck", self._ducks, y=590, lasts_s=40, bob_px=3),
            passing("gull", self._gull, y=230, lasts_s=24, bob_px=22, frames_a_second=5, way=1),
            passing("sail", self._sail, y=500, lasts_s=60, bob_px=2),
        )

    def finale(self) -> Finale:
        x, y = self.lights.newest_at
        lamps = tuple(Lamp((px, py - 30), 90, 0.7) for px, py in self.lights.places[:6])
        return Finale(self.lights.draw, where=((x, y - 40),), lamps=lamps)

    def built(self) -> Mapping[str, float]:
        return {"lights": len(self.lights)}

    def _far(self) -> list[Thing]:
        day, kit = self._day, self.kit
        things = [
            Thing(hill(towards(HILL, day.haze, 0.55), 200, 200, seed=15, fade=day.haze), (0, HORIZON - 30)),
            Thing(hill(towards(HILL, day.haze, 0.34), 110, 160, seed=4, bumps=4), (0, HORIZON - 8)),
            Thing(hazed(paper.shore(6), day, 0.2), (0, HORIZON)),
        ]
        if kit.has("cottage"):
            things.append(Thing(paper.cottage(), (kit.stage.action.left + 1240, HORIZON + 6)))
        if kit.has("festival"):
            lanterns = [paper.floating(n) for n in range(3)]
            things += [Thing(lanterns[n % 3], (140 + 150 * n, HORIZON + 22), 0.34) for n in range(11)]
        return things

    def _shore(self) -> list[Layer]:
        kit, left = self.kit, float(self.kit.stage.action.left)
        found = [
            ("jetty", paper.jetty(), (left + 1130, 560.0)),
            ("willow", scaled(paper.willow(), 0.56), (left + 1440, 506.0)),
            ("ducks", animals.duck(), (left + 210, 560.0)),
            ("ducks", animals.duckling(), (left + 150, 566.0)),
            ("swans", animals.swan(), (left + 1000, 540.0)),
            ("lily pads", plants.lily_pad(130, bloom=True), (left + 520, 590.0)),
            ("lily pads", plants.lily_pad(100), (left + 620, 610.0)),
        ]
        return [Still(kit.cut(one, Role.NEAR, lift=5), at) for name, one, at in found if kit.has(name)]

    def _near(self) -> list[Layer]:
        kit, left = self.kit, float(self.kit.stage.action.left)
        found: list[tuple[str, Pieces, Point]] = []
        if kit.look.better_side == "both":
            found = [
                ("reeds", plants.reeds(3, 220), (left + 60, 1084.0)),
                ("reeds", plants.reeds(8, 180), (left + 1500, 1084.0)),
            ]
        return [Still(kit.cut(one, Role.NEAR, lift=7), at) for name, one, at in found if kit.has(name)]

    def _waters(self, *, half: bool, scale: float) -> list[Point]:
        """Where lights float: behind the boat, in sight of the results."""
        if half:
            first = self.kit.places[0]
            middle = first.at(-300.0)[0]
            return [(middle - 80 + 66 * (n % 3), 640.0 + 62 * (n // 3) + 12 * (n % 2)) for n in range(6)]
        left = self.kit.stage.action.left
        return [(left + 90.0 + 148 * n, 628.0 + 26 * ((n * 2) % 3) * scale) for n in range(7)]

    def _draw_lights(self, surface: pygame.Surface) -> None:
        self.lights.draw(surface)

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.boats[leg.side].draw(surface)
