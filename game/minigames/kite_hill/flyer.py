"""Who flies the kite, and the kite: the leg.

Local coordinates: the flyer stands at (0, 0); the kite climbs along WAY.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, approach, clamped, nod
from game.minigames.kit.now import NowMark
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.rope import draw_rope
from game.minigames.kit.target import Line, TargetBand
from game.minigames.props import animals, kites, people, plants, things
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.scenery import Pieces
from game.ui.theme import CREAM, Tones, leg_tones, tones

KITE_PX = 210.0
WAY = Line(rest=(300.0, -130.0), top=(500.0, -640.0))
"""The way of the kite's middle."""
_LONG_PX = math.dist(WAY.rest, WAY.top)
_HAND: Point = (72.0, -142.0)
_SIZE = 1.25
_BOWS, _APART_PX = 6, 36.0
_LEAN_DEG = -14.0
"""A kite leans into the wind."""
_TUFTS = (-330.0, -250.0, -160.0, 70.0, 150.0, 240.0, 330.0, 420.0)
_DOG_X = -120.0


class Flyer:
    """One leg's flyer and kite."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self.leg, self.place, self._kit = leg, leg.place, kit
        self.lifted = 0.0
        self._gust = self._lean_deg = 0.0
        self._cheer = Age()
        self._tail: list[Point] = []
        place = leg.place
        self._kites = {
            bright: kit.cut(
                place.pieces(_kite(leg, bright=bright), turn=False),
                Role.ASKED if bright else Role.NEAR,
                lift=0,
                turns=True,
            )
            for bright in (True, False)
        }
        self._bows = [
            kit.cut(place.pieces(things.bow(40, paper)), Role.ASKED, lift=2, turns=True)
            for paper in (tones(CREAM), things.PAPERS[1])
        ]
        who = people.Person(
            skin=people.SKINS[1],
            hair=people.HAIRS[1],
            cut="long" if leg.side == "left" else "curls",
            coat=leg_tones(leg.side),
            hat="bobble" if leg.side == "left" else "cap",
            hat_tones=people.COATS[4],
            scarf=people.COATS[1],
        )
        self._poses = {
            pose: kit.cut(place.pieces(placed(people.person(who, pose), (0, 0), _SIZE)), Role.NEAR, lift=7)
            for pose in ("pointing", "cheering")
        }
        self._dog = kit.cut(place.pieces(animals.dog(sitting=True)), Role.NEAR, lift=5)
        self._tufts = [
            kit.cut(place.pieces(plant), Role.NEAR, lift=3, turns=True)
            for plant in (_tuft(3), _tuft(8), _tuft(12))
        ]
        self._now = NowMark(kit, leg, 84)
        self._target = TargetBand(kit, place, WAY, half_px=128, before=0.5 * KITE_PX / _LONG_PX)

    @property
    def middle(self) -> Point:
        """Where the kite is, in the picture."""
        idle = self._kit.idle_s
        x, y = WAY.at(self.lifted)
        return self.place.at(x + 5 * math.sin(idle * 1.1), y + 4 * math.sin(idle * 1.7))

    def follow(self) -> None:
        """Follow the limb in this very step; tail, lean and grass come after it."""
        leg, dt_s = self.leg, self._kit.dt_s
        self.lifted = leg.lifted
        idle = self._kit.idle_s
        speed = 0.0 if self._kit.still else clamped(leg.speed, -1.5, 1.5)
        self._gust = approach(self._gust, abs(speed), 5, dt_s)
        want = _LEAN_DEG - 16 * speed + 3 * math.sin(idle * 1.4)
        self._lean_deg = want if self._kit.still else approach(self._lean_deg, want, 7, dt_s)
        self._drag(dt_s)

    def cheer(self) -> None:
        """Both arms up, and the dog jumps."""
        self._cheer.begin()

    def step(self, dt_s: float) -> None:
        """Move on by dt_s; when all is over the kite comes down to the grass."""
        self._cheer.step(dt_s)
        if self._kit.over:
            self.lifted = approach(self.lifted, 0.0, 1.2, dt_s)
            self._drag(dt_s)

    def draw_ground(self, surface: pygame.Surface) -> None:
        """The flyer, the dog and the grass about them."""
        place = self.place
        for index, x in enumerate(_TUFTS):
            lean = 4 * math.sin(self._kit.idle_s * 1.5 + x) + 16 * self._gust
            turn_deg = -2 * round(lean / 2) * place.facing
            self._tufts[index % 3].draw(surface, place.at(x, 34 + 22 * (index % 3)), turn_deg=turn_deg)
        jump = 34 * nod(self._cheer.s) * place.scale
        x, y = place.at(_DOG_X, 6)
        self._dog.draw(surface, (x, y - jump))
        pose = "cheering" if self._cheer.s < 0.9 and not self.leg.on_its_way else "pointing"
        self._poses[pose].draw(surface, place.at(0, 0))

    def draw_kite(self, surface: pygame.Surface) -> None:
        """What is asked, the string, the tail, the kite."""
        self._target.draw(surface, self.leg)
        bright = self.leg.bright or self._kit.over
        turn_deg = 1.5 * round(self._lean_deg / 1.5) * self.place.facing
        self._draw_string(surface)
        for index in range(len(self._tail) - 1, -1, -1):
            before = self._tail[index - 1] if index else self._foot()
            at = self._tail[index]
            draw_rope(surface, self._kit, self.leg, (before, at), 3)
            bend = math.degrees(math.atan2(at[0] - before[0], at[1] - before[1]))
            self._bows[index % 2].draw(surface, at, turn_deg=6 * round(bend / 6))
        self._kites[bright].draw(surface, self.middle, turn_deg=turn_deg)
        self._now.draw(surface, self.middle)

    def _foot(self) -> Point:
        """Where the tail is tied."""
        turn = math.radians(self._lean_deg * self.place.facing)
        x, y = self.middle
        reach = KITE_PX * (things.KITE_TAIL if self.leg.side == "right" else 0.5) * self.place.scale
        return (x + reach * math.sin(turn), y + reach * math.cos(turn))

    def _drag(self, dt_s: float) -> None:
        """The tail comes after the kite, each bow after the one before it, blown a little by the wind."""
        place, idle = self.place, self._kit.idle_s
        last = self._foot()
        apart = _APART_PX * place.scale
        tail = []
        for index in range(_BOWS):
            sway = 0.5 * math.sin(idle * 2.3 - index * 0.8)
            turn = (0.35 + 0.08 * index + 0.4 * sway) * place.facing
            want = (last[0] + apart * math.sin(turn), last[1] + apart * math.cos(turn))
            if self._tail and not self._kit.still:
                x, y = self._tail[index]
                rate = 16.0 - 1.6 * index
                x, y = approach(x, want[0], rate, dt_s), approach(y, want[1], rate, dt_s)
                long = math.hypot(x - last[0], y - last[1]) or 1.0
                want = (last[0] + (x - last[0]) * apart / long, last[1] + (y - last[1]) * apart / long)
            want = (want[0], min(want[1], place.at(0, 84 + 8 * index)[1]))
            tail.append(want)
            last = want
        self._tail = tail

    def _draw_string(self, surface: pygame.Surface) -> None:
        hand = self.place.at(*_HAND)
        slack = 46 * self.place.scale * (1 - 0.7 * clamped(self.lifted)) * (1 - 0.5 * min(self._gust, 1.0))
        line = things.sagging(hand, self.middle, slack, 6)
        for a, b in pairwise(line):
            draw_rope(surface, self._kit, self.leg, (a, b), 4)


def _kite(leg: Leg, *, bright: bool) -> Pieces:
    """The kite of a leg: blue and round, or yellow and pointed."""
    paper = leg_tones(leg.side)
    make = kites.round_kite if leg.side == "left" else kites.kite
    whole = make(KITE_PX, paper, Tones(paper.light, paper.base, CREAM))
    return whole if bright else pale(whole, 0.5)


def _tuft(seed: int) -> Pieces:
    return plants.meadow_tuft(seed, 74) if seed % 2 else plants.daisies(seed, 70)
