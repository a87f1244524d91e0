"""Marble Table: lift the outer edge and the table turns; the marble rolls home, and the board fills."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.build import Build
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.land import Thing, distance, hill, scaled
from game.minigames.kit.layers import Layer, Still
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import Lamp
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.marble_table import paper
from game.minigames.marble_table.table import Table
from game.minigames.props import animals, boats, people, room, things
from game.ui import scenery
from game.ui.curves import Point
from game.ui.screen import SIZE
from game.ui.theme import DAYS, FOREST, HILL, MEADOW, TimeOfDay, towards

HOURS = (*(TimeOfDay.MORNING,) * 3, *(TimeOfDay.NOON,) * 3, *(TimeOfDay.EVENING,) * 4)
BENCH_Y = 916.0
WINDOW = (420.0, 330.0)
RINGS = (2, 0, 5, 1)
"""The glass of each ring of the board, from its middle outwards."""


class MarbleTable(Game):
    """Every full repetition lays a glass marble on the board; a partial one a marble of clay."""

    card = Card(
        tunes=("marble_run", "toymakers_clock"),
        bed="workshop",
        moves="wind",
        levels=(
            "bench", "cat", "jars", "boat", "clock",
            "flowers", "evening", "lamp", "toymaker", "bunting",
        ),
    )  # fmt: skip
    layout = Layout(
        one=Place((800, 670), 1, 1.06),
        two=(Place((426, 756), -1, 0.68), Place((1134, 756), 1, 0.68)),
        half=Place((1214, 792), 1, 0.56),
    )

    def cut(self, kit: Kit) -> None:
        self._day = DAYS[HOURS[kit.stage.level - 1]]
        self.tables = {side: Table(kit, leg) for side, leg in kit.legs.items()}
        self._board_at, self._size = self._board()
        self._spots = paper.board_places()
        (x, y), size = self._board_at, self._size
        self.marbles = Build([(x + dx * size, y + dy * size) for (dx, dy), _ in self._spots], raised_px=0)
        small = 47.0 * size
        self._glass = [
            kit.cut((*paper.marble(kind, small), *paper.glint(small)), Role.BUILT, lift=2) for kind in RINGS
        ]
        self._clay = kit.cut(paper.clay_marble(small), Role.BUILT, lift=2)
        self._pendulum = kit.cut(room.pendulum(), Role.NEAR, lift=0, turns=True)
        size = 1.6 if len(kit.places) > 1 else 2.2
        maker = people.Person(hair=people.HAIRS[3], coat=people.COATS[3], hat="none")
        self._maker = {
            pose: kit.cut(scaled(people.person(maker, pose), size), Role.NEAR)
            for pose in ("standing", "cheering")
        }
        self._mouse = [kit.cut(paper.mouse(step), Role.FAR) for step in (1.0, 0.3, -1.0, -0.3)]

        self._duck = [kit.cut(animals.duck(drake=True), Role.FAR)]
        self._butterfly = [kit.cut(animals.butterfly(spread=spread), Role.FAR) for spread in (1.0, 0.3)]
        self._mobile = kit.cut(room.mobile(), Role.FAR, lift=3, turns=True)

    def layers(self) -> Sequence[Layer]:
        return (distance(self.kit.look, self._day, self._outside()), *self._room(), self._draw_play)

    def follow(self, leg: Leg) -> None:
        self.tables[leg.side].follow()

    def began(self, leg: Leg) -> None:
        self.kit.sound("marble_roll", 0.4, leg)

    def reached(self, leg: Leg) -> None:
        self.tables[leg.side].bring_home()

    def earned(self, leg: Leg, reward: Reward) -> None:
        table = self.tables[leg.side]
        ring = self._spots[len(self.marbles) % len(self._spots)][1]
        self.marbles.add(self._glass[ring] if reward.full else self._clay, table.marble_at)
        table.next_marble(reward.number)
        self.kit.sound("marble_home", 0.7 if reward.full else 0.4, leg)

    def move(self, dt_s: float) -> None:
        self.marbles.step(dt_s)
        for table in self.tables.values():
            table.move(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        mouse = passing(
            "clockwork mouse", self._mouse, y=BENCH_Y + 104, lasts_s=16, bob_px=0, frames_a_second=9
        )
        duck = passing("toy duck", self._duck, y=BENCH_Y + 120, lasts_s=22, bob_px=0, level=3)
        butterfly = passing("butterfly", self._butterfly, y=500, lasts_s=20, bob_px=46, way=-1)
        return (mouse, duck, butterfly)

    def finale(self) -> Finale:
        x, y = self._board_at
        lamps = [Lamp((x, y), round(250 * self._size), 0.3)]
        if self.kit.has("lamp"):
            lamps.append(Lamp((self._lamp_x, 116), 190))
        return Finale(self.marbles.draw, where=(self._board_at,), lamps=tuple(lamps))

    def built(self) -> Mapping[str, float]:
        return {"marbles": len(self.marbles)}

    def _board(self) -> tuple[Point, float]:
        """The middle of the board on the wall, and its size."""
        first = self.kit.places[0]
        if self.kit.look.better_side != "both":
            return (first.at(-240)[0], 300.0), 0.62
        return ((780.0, 262.0), 0.9) if len(self.kit.places) > 1 else ((330.0, 262.0), 1.0)

    @property
    def _window_x(self) -> float:
        if self.kit.look.better_side != "both":
            return 480.0 if self.kit.places[0].facing > 0 else 1020.0
        return 90.0 if len(self.kit.places) > 1 else 760.0

    @property
    def _lamp_x(self) -> float:
        if self.kit.look.better_side != "both":
            return self._window_x + 0.5 * WINDOW[0]
        return 300.0 if len(self.kit.places) > 1 else 640.0

    @property
    def _mobile_x(self) -> float:
        if self.kit.look.better_side != "both":
            return 1300.0 if self.kit.places[0].facing > 0 else 620.0
        return 552.0 if len(self.kit.places) > 1 else 1532.0

    def _outside(self) -> list[Thing]:
        day, x = self._day, self._window_x
        return [
            Thing(hill(towards(HILL, day.haze, 0.5), 220, 300, seed=5, fade=day.haze), (0, 410)),
            Thing(hill(towards(MEADOW, day.haze, 0.2), 100, 300, seed=2, bumps=5), (0, 450)),
            Thing(scenery.house(3, 84), (x + 300, 420)),
            *(Thing(scenery.tree(n, 110, FOREST), (x + 60 + 66 * n, 432)) for n in range(3)),
        ]

    def _room(self) -> list[Layer]:
        kit, x = self.kit, self._window_x
        wide, high = WINDOW
        frame = paper.window_frame(wide, high, flowers=kit.has("flowers"))
        wall = kit.cut(paper.wall((x, 100.0, wide, high)), Role.FAR, lift=0)
        layers: list[Layer] = [
            Still(wall),
            self._still(frame, (x, 100.0)),
            self._still(scaled(paper.board(), self._size), self._board_at),
        ]
        if kit.has("bunting"):
            left = float(kit.stage.action.left)
            layers.append(
                self._still(things.bunting((left + 20, 26), (left + 1540, 26), 44, size=28), (0, 0))
            )
        layers += [self._still(thing, at) for name, thing, at in self._things() if kit.has(name)]
        layers.append(self._still(paper.bench(180), (0, BENCH_Y)))
        layers += [self._still(thing, at) for name, thing, at in self._on_the_bench() if kit.has(name)]
        return layers

    def _things(self) -> list[tuple[str, Pieces, Point]]:
        x = self._shelf_x
        return [
            ("bench", paper.shelf(270), (x, 236)),
            ("jars", paper.jar(1, 104), (x - 78, 236)),
            ("jars", paper.jar(3, 84), (x + 4, 236)),
            ("boat", boats.sailing_boat(width=132), (x - 46, 392)),
            ("boat", boats.tug(width=96), (x + 78, 395)),
            ("boat", paper.shelf(270), (x, 398)),
            ("clock", room.clock(), self._clock_at),
            ("lamp", room.hanging_lamp(), (self._lamp_x, 110)),
        ]

    @property
    def _shelf_x(self) -> float:
        if self.kit.look.better_side != "both":
            return 170.0 if self.kit.places[0].facing > 0 else 1750.0
        return 1410.0 if len(self.kit.places) > 1 else 1370.0

    @property
    def _clock_at(self) -> Point:
        if self.kit.look.better_side != "both":
            return (1430.0, 300.0) if self.kit.places[0].facing > 0 else (490.0, 300.0)
        return (1130.0, 240.0) if len(self.kit.places) > 1 else (640.0, 356.0)

    def _on_the_bench(self) -> list[tuple[str, Pieces, Point]]:
        first, last = self.kit.places[0], self.kit.places[-1]
        half = self.kit.look.better_side != "both"
        cat = (first.at(-560)[0] if half else last.at(236)[0], BENCH_Y + 34)
        basket_x, cart_x = 256.0, 470.0
        if half:
            basket_x, cart_x = first.at(-820)[0], first.at(-1150)[0]
        elif len(self.kit.places) > 1:
            basket_x, cart_x = 780.0, SIZE[0] + 400.0
        return [
            ("bench", things.basket(120, apples=4), (basket_x, BENCH_Y + 60)),
            ("bench", scaled(things.rolling_cart(load=2), 1.15), (cart_x, BENCH_Y + 76)),
            ("cat", scaled(animals.cat(), 1.4 if first.scale > 1 or half else 1.0), cat),
        ]

    @property
    def _maker_at(self) -> Point:
        """Where the toymaker stands, behind the bench."""
        if self.kit.look.better_side != "both":
            return (self.kit.places[0].at(-1000)[0], BENCH_Y + 70)
        return (780.0 if len(self.kit.places) > 1 else 128.0, BENCH_Y + 70)

    def _still(self, pieces: Pieces, at: Point) -> Still:
        return Still(self.kit.cut(pieces, Role.NEAR, lift=7), at)

    def _draw_play(self, surface: pygame.Surface) -> None:
        kit = self.kit
        self._mobile.draw(surface, (self._mobile_x, 0.0), turn_deg=4 * math.sin(kit.idle_s * 1.1))
        if kit.has("clock"):
            x, y = self._clock_at
            self._pendulum.draw(surface, (x, y + 70), turn_deg=round(9 * math.sin(kit.idle_s * 2.6)))
        if kit.has("toymaker"):
            glad = any(leg.reached.s < 1.6 for leg in kit.legs.values())
            before = surface.get_clip()
            surface.set_clip(before.clip((0, 0, SIZE[0], round(BENCH_Y))))
            self._maker["cheering" if glad else "standing"].draw(surface, self._maker_at)
            surface.set_clip(before)
        self.marbles.draw(surface)
        for leg in kit.seen:
            self.tables[leg.side].draw(surface)
