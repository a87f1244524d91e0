"""The lock of one leg: the chamber's water, the ship on it, and the tug that helps it up."""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.land import scaled
from game.minigames.kit.legs import Leg
from game.minigames.kit.light import sagging
from game.minigames.kit.motion import Age, between, clamped, ease, toward
from game.minigames.kit.now import NowMark
from game.minigames.kit.roles import Role, pale
from game.minigames.kit.rope import draw_rope
from game.minigames.kit.target import Line, TargetBand
from game.minigames.props import boats, people
from game.minigames.props.way import faced
from game.minigames.tug_and_ship import paper
from game.ui.curves import Point
from game.ui.theme import WHITE, leg_tones, towards

SHIP_X, SHIP_PX = -85.0, 300.0
MAST = (SHIP_X + 0.5 * SHIP_PX, -112.0)
"""Where the rope is made fast, above the ship's water."""
SIGN = (178.0, -62.0)
"""The end of the bowsprit, which carries the sign of the leg up beside the target."""
BOAT_X, BOAT_PX = -284.0, 66.0
TUG_X, TUG_PX, TUG_STERN = 466.0, 160.0, (-72.0, -30.0)
WINCH = (paper.RIGHT + paper.PIER / 2, paper.CREST - 130.0)
FOOT_Y = 1090.0
"""Below the picture's foot."""
_OUT_S = 0.5


def help_share(level: int, left_over: float) -> float:
    """How much the tug does: all at first, less with every level and with every repetition of the bout."""
    return (1.0 - 0.07 * (level - 1)) * (0.3 + 0.7 * left_over)


class Lock:
    """level: how high the water stands, 0 lower to 1 upper."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self._kit, self.leg, self.level = kit, leg, 0.0
        self.kind, self.next, self.out = 0, Age(), False
        self._out = Age()
        place = leg.place
        ship = place.pieces((*boats.cargo_ship(leg_tones(leg.side), SHIP_PX), *boats.wake(284)))
        spar = place.pieces(boats.bowsprit(MAST[0] - SHIP_X - 4, SIGN[0] - SHIP_X, SIGN[1]))
        tug = place.pieces((*boats.tug(width=TUG_PX), *boats.wake(150)))
        self._ship = {True: kit.cut(ship, Role.ASKED, lift=7), False: kit.cut(pale(ship), Role.ASKED, lift=7)}
        self._spar = {on: kit.cut(spar if on else pale(spar), Role.ASKED, lift=5) for on in (True, False)}
        self._tug = {True: kit.cut(tug, Role.BUILT, lift=6), False: kit.cut(pale(tug), Role.BUILT, lift=6)}
        self._foot = (FOOT_Y - place.origin[1]) / place.scale
        deep = paper.RISE_PX + self._foot
        back = towards(paper.WATER, WHITE, 0.22)
        self._back = kit.cut(place.pieces(paper.water(back, 80)), Role.NEAR)
        self._front = kit.cut(place.pieces(paper.water(paper.WATER, deep)), Role.NEAR)
        self._mark = NowMark(kit, leg, 92)
        self._winch = kit.cut(place.pieces(paper.winch()), Role.NEAR, turns=True)
        self._puffs = [kit.cut(place.pieces(paper.puff(22 + 9 * n)), Role.AFLOAT) for n in range(3)]
        self._bubbles = [kit.cut(place.pieces(paper.bubble(12 + 6 * n)), Role.AFLOAT) for n in range(3)]
        self._fish = [kit.cut(place.pieces(faced(paper.fish(), way)), Role.NEAR) for way in (1, -1)]
        self._boats = [
            kit.cut(place.pieces(paper.little_boat(n, BOAT_PX), turn=False), Role.BUILT, lift=4)
            for n in range(len(paper.SAILS))
        ]
        keeper = people.Person(hat="captain", coat=people.COATS[5], hat_tones=people.COATS[5])
        self._keeper = {
            pose: kit.cut(place.pieces(scaled(people.person(keeper, pose), 0.72)), Role.NEAR)
            for pose in ("standing", "cheering")
        }
        way = Line(SIGN, (SIGN[0], SIGN[1] - paper.RISE_PX))
        self._target = TargetBand(kit, place, way, half_px=74)

    @property
    def helps(self) -> float:
        """How much the tug does just now."""
        return help_share(self._kit.stage.level, self._kit.left_over)

    @property
    def boat_at(self) -> Point:
        """Where the boat is that comes up with the water; on the upper water once the target was reached."""
        ride = (BOAT_X, -paper.RISE_PX * self.level + 4)
        if not self.out:
            return self.leg.place.at(*ride)
        shore = (BOAT_X + 6, paper.CREST - 14)
        return self.leg.place.at(*between(ride, shore, ease(self._out.share(_OUT_S))))

    def let_out(self) -> None:
        """The water is high enough: the boat slips out on the upper water."""
        if not self.out:
            self.out = True
            self._out.begin()

    def next_boat(self, number: int) -> None:
        """The boat has sailed: another comes."""
        self.out, self.kind = False, number
        self.next.begin()

    def follow(self) -> None:
        """The water stands as high as the toes."""
        self.level = self.leg.lifted

    def move(self, dt_s: float) -> None:
        """Time passes; in the evening the ship lies on the upper water."""
        self.next.step(dt_s)
        self._out.step(dt_s)
        if self._kit.evening.begun:
            self.level = toward(self.level, 0.94, 0.5 * dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        """The chamber, the farthest first, then the tug and its rope."""
        place, leg, kit = self.leg.place, self.leg, self._kit
        y = -paper.RISE_PX * self.level
        drift = (14 * kit.idle_s + 120 * self.level) % paper.WAVE_PX
        bob = 2.0 * math.sin(kit.idle_s * 1.7)
        before = surface.get_clip()
        surface.set_clip(self._chamber().clip(before))
        self._back.draw(surface, place.at(drift - 20, y - 12))
        surface.set_clip(before)
        bright = leg.bright or kit.evening.begun
        self._ship[bright].draw(surface, place.at(SHIP_X, y + bob))
        if not self.out and self.next.s > 0.3 and not kit.evening.begun:
            self._boats[self.kind % len(self._boats)].draw(surface, self.boat_at)
        surface.set_clip(self._chamber().clip(before))
        self._front.draw(surface, place.at(-drift, y + 5))
        self._draw_fish(surface, y)
        self._draw_bubbles(surface, y)
        surface.set_clip(before)
        self._draw_upper(surface, bright, y + bob)
        self._target.draw(surface, leg)
        self._spar[bright].draw(surface, place.at(SHIP_X, y + bob))
        self._mark.draw(surface, place.at(SIGN[0], y + bob + SIGN[1]))

    def _chamber(self) -> pygame.Rect:
        place = self.leg.place
        (a, top), (b, foot) = place.at(paper.LEFT, -700), place.at(paper.RIGHT, self._foot)
        return pygame.Rect(round(min(a, b)), round(top), round(abs(b - a)), round(foot - top))

    def _draw_fish(self, surface: pygame.Surface, y: float) -> None:
        """Two fish go to and fro; they keep below the waves."""
        for n, deep in enumerate((84.0, 190.0)):
            turn = self._kit.idle_s / (13 + 5 * n) + 0.3 * n
            x = -30 - 210 * math.cos(math.tau * turn)
            way = 0 if math.sin(math.tau * turn) > 0 else 1
            self._fish[way].draw(surface, self.leg.place.at(x, max(y + 70, y + deep * self.level + 60)))

    def _draw_bubbles(self, surface: pygame.Surface, y: float) -> None:
        """The sluice foams as long as the water rises, and a little more the higher it stands."""
        place = self.leg.place
        for n in range(8):
            rise = (self.level * 2.6 + n / 8) % 1.0
            if self.level < 0.05 or y + 20 > 90 - 150 * rise:
                continue
            x = paper.RIGHT - 26 - 70 * ((n * 0.37) % 1.0) * rise - 8 * (n % 3)
            self._bubbles[n % 3].draw(surface, place.at(x, 90 - 150 * rise), alpha=255 * (1 - rise))

    def _draw_upper(self, surface: pygame.Surface, bright: bool, ship_y: float) -> None:
        """The tug pulls over the winch: as the ship rises it gains rope."""
        place, kit = self.leg.place, self._kit
        helps = self.helps
        mast = (MAST[0], ship_y + MAST[1])
        x = TUG_X + clamped(0.4 * paper.RISE_PX * self.level * helps, 0, 110)
        y = -paper.RISE_PX + 3 + 2 * math.sin(kit.idle_s * 1.3 + 1)
        stern = (x + TUG_STERN[0], y + TUG_STERN[1])
        end, over = (MAST[0], WINCH[1] - 10), (WINCH[0], WINCH[1] - 30)
        self._rope(surface, stern, (WINCH[0] + 30, WINCH[1]), 4 + 10 * (1 - helps))
        self._rope(surface, over, (end[0], over[1]), 0)
        self._rope(surface, (end[0], over[1]), mast, 0)
        self._winch.draw(surface, place.at(*WINCH), turn_deg=-300 * self.level * place.facing)
        for n in range(1 + round(2 * helps)):
            rise = (self.level * 1.6 + n / 3 + kit.idle_s * 0.12) % 1.0
            if not kit.evening.begun and (self.level > 0.04 or not kit.still):
                at = place.at(x - 28 - 50 * rise, y - 100 - 56 * rise)
                self._puffs[min(int(rise * 3), 2)].draw(surface, at, alpha=220 * (1 - rise))
        self._tug[bright].draw(surface, place.at(x, y))
        if kit.has("keeper"):
            pose = "cheering" if self.leg.reached.s < 1.6 else "standing"
            self._keeper[pose].draw(surface, place.at(paper.LEFT - paper.PIER / 2, paper.CREST - 12))
        if self.out:
            self._boats[self.kind % len(self._boats)].draw(surface, self.boat_at)

    def _rope(self, surface: pygame.Surface, start: Point, end: Point, sag_px: float) -> None:
        path = [self.leg.place.at(*sagging(start, end, sag_px, i / 8)) for i in range(9)]
        for ends in pairwise(path):
            draw_rope(surface, self._kit, self.leg, ends, 5)
