"""The table of one leg: it turns about its middle as the foot's edge lifts, and a marble rolls along it."""

from __future__ import annotations

import math

import pygame

from game.minigames.kit.kit import Kit
from game.minigames.kit.legs import Leg
from game.minigames.kit.motion import Age, approach, between, clamped, ease, pop, toward
from game.minigames.kit.now import NowMark
from game.minigames.kit.picture import Picture
from game.minigames.kit.roles import Pieces, Role, pale
from game.minigames.kit.target import Arc, TargetBand
from game.minigames.marble_table import paper
from game.ui.curves import Point
from game.ui.theme import STRAW, WOOD, leg_tones

REST_DEG, TOP_DEG = -17.0, 27.0
"""The table's tilt at rest and at the own range: its knob hangs low, then stands high."""
START, HOME = 330.0, -384.0
"""Where the marble waits and where the cup is, along the table."""
_PULL, _FRICTION, _BOUNCE = 2600.0, 0.7, 0.32
_KNOB = paper.HALF_PX + 74.0
_STAND_PX = 290.0


class Table:
    """along: where the marble is, px from the pivot towards the knob. home: it lies in the cup."""

    def __init__(self, kit: Kit, leg: Leg) -> None:
        self._kit, self.leg = kit, leg
        self.along, self._speed, self.home, self.kind = START, 0.0, False, 0
        self._tilt, self._rolled_deg, self.fresh = REST_DEG, 0.0, Age()
        place = leg.place
        colours = leg_tones(leg.side)
        halves = [place.pieces(paper.plank(colours, way)) for way in (-1, 1)]
        self._plank = {
            True: [self._turning(half) for half in halves],
            False: [self._turning(pale(half)) for half in halves],
        }
        self._post = self._turning(place.pieces(paper.post()))
        self._knob = kit.cut(place.pieces(paper.knob()), Role.ASKED)
        self._cup_back = kit.cut(place.pieces(paper.cup_back()), Role.ASKED)
        self._cup_front = kit.cut(place.pieces(paper.cup_front()), Role.ASKED)
        self._hub = kit.cut(place.pieces(paper.hub()), Role.BUILT)
        self._stand = kit.cut(place.pieces(paper.stand(_STAND_PX)), Role.NEAR, lift=7)
        self._cogs = [
            kit.cut(place.pieces(paper.cog(*cog)), Role.NEAR, lift=0, turns=True)
            for cog in ((104.0, 12, STRAW), (70.0, 8, WOOD))
        ]
        self._marbles = [
            kit.cut(place.pieces(paper.marble(kind)), Role.ASKED, lift=0, turns=True) for kind in range(6)
        ]
        self._glint = kit.cut(place.pieces(paper.glint()), Role.ASKED, lift=0)
        way = Arc((0.0, 4.0), _KNOB, REST_DEG, TOP_DEG)
        self._way = way
        self._target = TargetBand(kit, place, way, half_px=60)
        self._now = NowMark(kit, leg)

    def _turning(self, pieces: Pieces) -> Picture:
        return self._kit.cut(pieces, Role.ASKED, lift=0, turns=True)

    @property
    def tilt_deg(self) -> float:
        """How far the table is turned, counter-clockwise; level at 0."""
        return self._tilt

    @property
    def marble_at(self) -> Point:
        """The middle of the marble in the picture."""
        radius = paper.MARBLE_PX / 2
        x, y = self._cup_at
        inside = (x, y - (radius + 6) * self.leg.place.scale)
        rolling = self._turned(self.along, paper.TOP_Y - 1 - radius)
        return between(rolling, inside, ease((HOME + 90 - self.along) / 70))

    @property
    def _cup_at(self) -> Point:
        return self._turned(HOME, paper.TOP_Y + 8)

    def bring_home(self) -> None:
        """The edge is high enough: the marble finds the cup."""
        self.home = True

    def next_marble(self, number: int) -> None:
        """Another marble waits at the low end."""
        self.home, self.kind, self.along, self._speed = False, number % 6, START, 0.0
        self.fresh.begin()

    def follow(self) -> None:
        """The table lies as the foot does, and the marble answers it."""
        leg = self.leg
        self._tilt = REST_DEG + (TOP_DEG - REST_DEG) * leg.lifted
        before = self.along
        if self._kit.still:
            share = 1.0 if self.home else ease(clamped(leg.lifted / max(leg.target, 0.05)))
            self.along = START + (HOME - START) * share
        elif self._kit.dt_s > 0:
            self._roll(self._kit.dt_s)
        self._rolled_deg -= math.degrees((self.along - before) / (paper.MARBLE_PX / 2))

    def move(self, dt_s: float) -> None:
        """Time passes; in the evening the table comes to lie level."""
        self.fresh.step(dt_s)
        if self._kit.evening.begun:
            self._tilt = toward(self._tilt, 0.0, 16 * dt_s)

    def _roll(self, dt_s: float) -> None:
        if self.home:
            # While it is held the marble rocks in its cup, less and less.
            rocks = 9.0 * (1 - self.leg.held) * math.sin(self._kit.idle_s * 8)
            self.along, self._speed = approach(self.along, HOME + rocks, 9.0, dt_s), 0.0
            return
        self._speed -= _PULL * math.sin(math.radians(self._tilt)) * dt_s
        self._speed *= max(0.0, 1 - _FRICTION * dt_s)
        self.along += self._speed * dt_s
        low = HOME + 118
        if not low <= self.along <= START:
            self.along = clamped(self.along, low, START)
            self._speed *= -_BOUNCE

    def draw(self, surface: pygame.Surface) -> None:
        """Stand, table, marble, what is asked."""
        place, leg, kit = self.leg.place, self.leg, self._kit
        turn = self._tilt * place.facing
        pivot = place.origin
        self._stand.draw(surface, pivot)
        for cog, (x, y), ratio in zip(self._cogs, ((0.0, 74.0), (58.0, 130.0)), (3.0, -4.5), strict=True):
            cog.draw(surface, place.at(x, y), turn_deg=round(turn * ratio / 3) * 3 % 90)
        self._target.draw(surface, leg)
        for half in self._plank[leg.bright or kit.evening.begun]:
            half.draw(surface, pivot, turn_deg=turn)
        self._post.draw(surface, pivot, turn_deg=turn)
        self._knob.draw(surface, self._turned(_KNOB, 4))
        self._cup_back.draw(surface, self._cup_at)
        self._hub.draw(surface, pivot)
        if leg.asked and not kit.evening.begun:
            at = self.marble_at
            grown = max(0.2, pop(self.fresh.share(0.35)))
            rolled = round(self._rolled_deg * place.facing / 6) * 6 % 360
            self._marbles[self.kind].draw(surface, at, turn_deg=rolled, scale=grown)
            self._glint.draw(surface, at)
        self._cup_front.draw(surface, self._cup_at)
        self._now.draw(surface, place.at(*self._way.at(leg.lifted)))

    def _turned(self, x: float, y: float) -> Point:
        turn = math.radians(self._tilt)
        return self.leg.place.at(
            x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) + y * math.cos(turn)
        )
