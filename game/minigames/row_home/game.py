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
from game.minigames.kit.now import NowMark
from game.minigames.kit.passing import passing
from game.minigames.kit.picture import Picture
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role, pale
from game.minigames.kit.target import Arc, TargetBand
from game.minigames.kit.water import sea
from game.minigames.props import animals, boats, houses, plants, things
from game.minigames.row_home import paper
from game.ui.curves import Point
from game.ui.theme import DAYS, HILL, TimeOfDay, leg_tones, towards

ROWLOCK: Point = (-20.0, -68.0)
SEAT: Point = (-142.0, -46.0)
SHOULDER: Point = (20.0, -76.0)
"""Of who rows, from the seat."""
BLADE_PX = 212.0
REST_DEG, TOP_DEG = 318.0, 226.0
"""Where the blade points, counter-clockwise from the bow: ahead at rest, astern at the own range."""
LEAN_DEG = (-8.0, 16.0)
UPPER_PX, FORE_PX, GRIP_PX = 58.0, 66.0, 84.0
"""The two halves of the arm, and how far the grip is from the rowlock."""
HORIZON, FOOT = 470, 1090
HOURS = (*(TimeOfDay.MORNING,) * 4, *(TimeOfDay.NOON,) * 2, *(TimeOfDay.EVENING,) * 4)


class RowingBoat:
    """The boat of one leg: who rows leans with the oar, and the boat surges with each stroke."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.kit, self.leg, self.stroke = kit, leg, Age()
        place, coat = leg.place, leg_tones(leg.side)
        self._inside = kit.cut(place.pieces(paper.inside()), Role.NEAR, lift=4)
        self._hull = kit.cut(place.pieces(paper.hull(boats.HULLS[1])), Role.NEAR, lift=7)
        self._rower, self._upper, self._fore, self._oar = (
            self._both(pieces)
            for pieces in (paper.rower(coat), *paper.arm(coat, UPPER_PX, FORE_PX), paper.oar(BLADE_PX, coat))
        )
        self._mark = NowMark(kit, leg, 72)
        self._foam = [kit.cut(place.pieces(paper.foam(wide)), Role.NEAR, lift=0) for wide in (30, 46, 62)]
        self._way = Arc(ROWLOCK, BLADE_PX, REST_DEG, TOP_DEG)
        self._target = TargetBand(kit, place, self._way, half_px=72)
        self._surge = 0.0

    @property
    def blade_at(self) -> Point:
        """Where the blade is in the water."""
        x, y = self._way.at(self.leg.lifted)
        return self.leg.place.at(x + self._surge, y + self._bob)

    def follow(self) -> None:
        """The boat runs forward a little as the oar is drawn, and settles back."""
        goal = 26.0 * self.leg.lifted
        self._surge = goal if self.kit.still else approach(self._surge, goal, 5.0, self.kit.dt_s)

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
        self._draw_arm(surface, turn, lean * place.facing, bright=bright)
        if 0.1 < lifted < 0.95 and abs(leg.speed) > 0.05:
            self._foam[min(2, int(abs(leg.speed) * 2))].draw(surface, self.blade_at)
        self._mark.draw(surface, self.blade_at)

    def _draw_arm(self, surface: pygame.Surface, turn: int, lean: int, *, bright: bool) -> None:
        """From the shoulder over the elbow, which hangs, to the grip of the oar."""
        rad, grip = math.radians(lean), math.radians(turn + 180.0)
        sx = SEAT[0] + SHOULDER[0] * math.cos(rad) + SHOULDER[1] * math.sin(rad)
        sy = SEAT[1] + SHOULDER[1] * math.cos(rad) - SHOULDER[0] * math.sin(rad)
        gx, gy = ROWLOCK[0] + GRIP_PX * math.cos(grip), ROWLOCK[1] - GRIP_PX * math.sin(grip)
        long = min(max(math.dist((sx, sy), (gx, gy)), 20.0), UPPER_PX + FORE_PX - 2)
        reach = math.atan2(gy - sy, gx - sx)
        bend = math.acos((UPPER_PX**2 + long**2 - FORE_PX**2) / (2 * UPPER_PX * long))
        ex, ey = sx + UPPER_PX * math.cos(reach + bend), sy + UPPER_PX * math.sin(reach + bend)
        self._draw_bone(surface, self._upper[bright], (sx, sy), (ex, ey))
        self._draw_bone(surface, self._fore[bright], (ex, ey), (gx, gy))

    def _draw_bone(self, surface: pygame.Surface, bone: Picture, start: Point, end: Point) -> None:
        """A part of the arm, cut hanging down."""
        place = self.leg.place
        turn = math.degrees(math.atan2(end[0] - start[0], end[1] - start[1])) * place.facing
        at = place.at(start[0] + self._surge, start[1] + self._bob)
        bone.draw(surface, at, turn_deg=round(turn / 2) * 2)

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
            "home", "ducks", "reeds", "mill", "lily pads",
            "willow", "evening", "chapel", "swans", "festival",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((820, 762), 1, 1.25),
        two=(Place((400, 720), 1, 0.86), Place((1080, 850), 1, 0.94)),
        half=Place((1335, 820), 1, 0.74),
    )

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self.boats = {side: RowingBoat(kit, leg) for side, leg in kit.legs.items()}
        self._slots = _waters(kit)
        sizes = sorted({size for _, size in self._slots})
        self._lights = {
            (n, size): kit.cut(scaled(paper.floating(n), size), Role.BUILT, lift=4)
            for n in range(3)
            for size in sizes
        }
        self._rose = {size: kit.cut(scaled(paper.water_rose(), size), Role.BUILT, lift=3) for size in sizes}
        self.lights = Build([at for at, _ in self._slots], raised_px=0.0)
        self._sails = kit.cut(hazed(houses.mill_sails(180), self._day, 0.2), Role.FAR, turns=True)
        self._fish = [kit.cut(paper.leaping(turn), Role.NEAR) for turn in (34, 0, -34)]
        self._swan = [kit.cut(scaled(animals.swan(), 0.5), Role.AFLOAT)]
        self._ducks = [kit.cut(scaled(animals.duck(), 0.7), Role.AFLOAT)]
        self._gull = [kit.cut(animals.gull(flap), Role.FAR) for flap in (0.8, 0.2, -0.5, 0.2)]
        self._sail = [kit.cut(boats.sailing_boat(width=64), Role.FAR)]

    def layers(self) -> Sequence[Layer]:
        kit, day = self.kit, self._day
        rows = [Slow(row) for row in sea(kit.look, day, horizon=HORIZON, foot=FOOT)]
        return (
            distance(kit.look, day, self._far()),
            *clouds(kit.look, day, high=True),
            *rows,
            *self._shore(),
            self._draw_alive,
            self._draw_play,
            *self._near(),
        )

    def follow(self, leg: Leg) -> None:
        self.boats[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("oar_stroke", 0.3, leg)

    def earned(self, leg: Leg, reward: Reward) -> None:
        boat = self.boats[leg.side]
        size = self._slots[len(self.lights) % len(self._slots)][1]
        picture = self._lights[reward.number % 3, size] if reward.full else self._rose[size]
        self.lights.add(picture, boat.blade_at)
        self.kit.sound("splash", 0.35 if reward.full else 0.2, leg)

    def move(self, dt_s: float) -> None:
        self.lights.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("swan", self._swan, y=522, lasts_s=54, bob_px=2),
            passing("duck", self._ducks, y=518, lasts_s=40, bob_px=3),
            passing("gull", self._gull, y=210, lasts_s=24, bob_px=22, frames_a_second=5, way=1),
            passing("sail", self._sail, y=508, lasts_s=60, bob_px=2),
        )

    def finale(self) -> Finale:
        x, y = self.lights.newest_at
        lamps = tuple(Lamp((px, py - 30), 90, 0.7) for px, py in self.lights.places[:10])
        return Finale(self.lights.draw, where=((x, y - 40),), lamps=lamps)

    def built(self) -> Mapping[str, float]:
        return {"lights": len(self.lights)}

    def _far(self) -> list[Thing]:
        day, kit = self._day, self.kit
        home = self._home_x
        found = [
            Thing(hill(towards(HILL, day.haze, 0.55), 200, 200, seed=15, fade=day.haze), (0, HORIZON - 30)),
            Thing(hill(towards(HILL, day.haze, 0.34), 110, 160, seed=4, bumps=4), (0, HORIZON - 8)),
        ]
        if kit.has("mill"):
            found.append(Thing(hazed(houses.mill(180), day, 0.3), self._mill))
        if kit.has("chapel"):
            found.append(Thing(hazed(houses.chapel(190), day, 0.3), (self._mill[0] + 480, HORIZON - 56)))
        found.append(Thing(hazed(paper.shore(6), day, 0.2), (0, HORIZON)))
        if kit.has("willow"):
            found.append(Thing(plants.willow(3, 250), (home + 150, HORIZON + 10)))
        found += [
            Thing(paper.bank(430), (home, HORIZON + 12)),
            Thing(houses.row_house(4, 128, 150, lit=kit.has("evening")), (home, HORIZON + 6)),
        ]
        return found

    @property
    def _left(self) -> float:
        return float(self.kit.stage.action.left)

    @property
    def _home_x(self) -> float:
        """Where home stands on the far shore: before the bow, in sight."""
        if len(self.kit.places) > 1:
            return 760.0
        return self.kit.places[0].at(104.0 if self.kit.look.better_side != "both" else 96.0)[0]

    @property
    def _mill(self) -> Point:
        return (self._left + (130.0 if self.kit.look.better_side != "left" else 900.0), HORIZON - 92.0)

    def _shore(self) -> list[Layer]:
        kit = self.kit
        far = 420.0 if kit.look.better_side == "right" else self._left + 1380.0
        found = [
            ("home", scaled(paper.jetty(), 0.72), (self._home_x - 126, HORIZON + 42)),
            ("festival", things.bunting((-40, 26), (1960, 26), 84, size=46), (0.0, 0.0)),
            ("ducks", scaled(animals.duck(), 0.8), (far - 60, 640.0)),
            ("ducks", scaled(animals.duckling(), 0.8), (far - 118, 646.0)),
            ("ducks", scaled(animals.duckling(), 0.8), (far - 160, 650.0)),
            ("swans", scaled(animals.swan(), 0.9), (far + 80, 720.0)),
            ("lily pads", plants.lily_pad(150, bloom=True), (far - 30, 826.0)),
            ("lily pads", plants.lily_pad(110), (far - 166, 858.0)),
        ]
        return [Still(kit.cut(one, Role.NEAR, lift=5), at) for name, one, at in found if kit.has(name)]

    def _near(self) -> list[Layer]:
        kit = self.kit
        reeds = [(plants.reeds(3, 230), 40.0), (plants.reeds(8, 190), 1450.0), (plants.reeds(5, 150), 1366.0)]
        if kit.look.better_side != "both" or not kit.has("reeds"):
            return []
        return [Still(kit.cut(one, Role.NEAR, lift=7), (self._left + x, 1086.0)) for one, x in reeds]

    def _draw_alive(self, surface: pygame.Surface) -> None:
        """The mill turns, a fish leaps where there is room, lights float."""
        time_s = self.kit.idle_s
        if self.kit.has("mill"):
            x, y = self._mill
            self._sails.draw(surface, (x, y - 148), turn_deg=round(time_s * 14) % 360)
        leap = time_s % 9.0
        if not self.kit.still and not self.kit.over and leap < 0.9:
            at = self._left + 1290.0 if self.kit.look.better_side != "right" else 620.0
            rise = 4 * leap / 0.9 * (1 - leap / 0.9)
            self._fish[int(leap / 0.301)].draw(surface, (at + 100 * leap, 740 - 70 * rise))
        self.lights.draw(surface)

    def _draw_play(self, surface: pygame.Surface) -> None:
        for leg in self.kit.seen:
            self.boats[leg.side].draw(surface)


def _waters(kit: Kit) -> list[tuple[Point, float]]:
    """Where lights float and how large each is: astern of the boat, free of it, in sight of the results."""
    if len(kit.places) > 1:
        between = [((x, 600.0 + 76 * row), 0.6) for row in range(5) for x in (690.0, 772.0)]
        return [*between, *(((60.0, 600.0 + 76 * row), 0.6) for row in range(5))]
    if kit.look.better_side == "both":
        rows = (
            (690.0, 0.72, 44.0, 98),
            (600.0, 0.54, 70.0, 84),
            (800.0, 0.86, 78.0, 120),
            (930.0, 1.0, 150.0, 130),
        )
        counts = (5, 5, 4, 3)
        return [
            ((x + step * n, y), size)
            for (y, size, x, step), count in zip(rows, counts, strict=True)
            for n in range(count)
        ]
    spots = [(996.0 + 56 * n, 590.0 + 70 * row) for row in range(6) for n in range(3 if row < 4 else 2)]
    return [((x if kit.look.better_side == "right" else 1920 - x, y), 0.52) for x, y in spots]
