"""The Seaplane: toes up, nose up. Fly through the garlands along the coast, and glide gently down again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.minigames.contract import Card, Finale, Game, Reward
from game.minigames.kit.deck import Visitor
from game.minigames.kit.kit import Kit
from game.minigames.kit.layers import Layer
from game.minigames.kit.legs import Leg
from game.minigames.kit.passing import passing
from game.minigames.kit.place import Layout, Place
from game.minigames.kit.roles import Pieces, Role
from game.minigames.props import things
from game.minigames.seaplane.bay import HomeBay
from game.minigames.seaplane.chain import Chain
from game.minigames.seaplane.coast import EDGES, Coast
from game.minigames.seaplane.company import Company
from game.minigames.seaplane.plane import TAIL, Craft
from game.minigames.seaplane.ring import FlowerRing
from game.minigames.seaplane.tail import Tail
from game.training.exercise import Side
from game.ui import scenery
from game.ui.curves import Point
from game.ui.paper import placed
from game.ui.screen import SIZE

_FLIES_Y, _WAITS_UP_PX, _ASIDE_UP_PX = EDGES[3] + 9, 52.0, 4.0
_FAR_ROW, _NEAR_ROW = 3, 5
"""The rows of waves before which the buoys of the bay are drawn, and its jetty or the launch."""
_ON_THE_WAVE_PX = 16.0
"""What floats so little below the crests of a row is hidden by them."""
_LAUNCH_AT, _ASIDE_LAUNCH_AT = (-470.0, 816.0), (1480.0, 806.0)
"""The launch is far behind the plane; for who sees the right half better, beside the HUD."""


class Seaplane(Game):
    """Every full repetition hangs a flag on the plane's tail and lights a buoy; a partial one a ribbon."""

    card = Card(tunes=("over_the_bay", "evening_flight"), bed="wind", moves="wind")
    layout = Layout(one=Place((948, _FLIES_Y), 1, 0.85), half=Place((1188, _FLIES_Y), 1, 0.85))

    def cut(self, kit: Kit) -> None:
        flies = kit.places[0]
        self._coast = Coast(kit, flies.facing)
        self._leads: Side = kit.stage.sides[0]
        self._first = True
        self.planes: dict[Side, Craft] = {}
        self._tied = flies.at(*TAIL)
        self.tail = Tail(kit, lambda: self._tied)
        self.chain = Chain(kit, _launch_at(kit), flies.facing)
        self._bay = HomeBay(kit, self.tail, self.chain, flies.facing)
        moorings = self._bay.moorings(len(kit.legs), flies.scale)
        waits = _waits(kit) if kit.shared else None
        for (side, leg), moors in zip(kit.legs.items(), moorings, strict=True):
            self.planes[side] = Craft(kit, leg, moors, waits)
        self.rings = {side: FlowerRing(kit, plane) for side, plane in self.planes.items()}
        self.company = Company(kit, flies)
        self._balloon = [kit.cut(things.balloon(80, things.PAPERS[2]), Role.FAR)]
        self._kite = [kit.cut(things.kite(80, face=True), Role.FAR)]
        self._geese = [kit.cut(_geese(flap), Role.FAR) for flap in (0.8, 0.2, -0.4, 0.2)]

    def layers(self) -> Sequence[Layer]:
        return (*self._coast.layers(), self._draw_play)

    def follow(self, leg: Leg) -> None:
        if leg.asked:
            self._leads = leg.side
        if leg.side == self.kit.stage.sides[-1]:
            for side, plane in self.planes.items():
                plane.follow(leads=side == self._leads, first=self._first)
                self.rings[side].follow()
            self._first = False
            self._tied = self._tied_at()
            self.tail.follow()

    def reached(self, leg: Leg) -> None:
        self.rings[leg.side].take()
        self.kit.sound("ring_passed", 0.7, leg)

    def held(self, leg: Leg) -> None:
        self.rings[leg.side].tow()

    def earned(self, leg: Leg, reward: Reward) -> None:
        ring = self.rings[leg.side]
        if reward.full:
            self.chain.carry(ring.release())
        else:
            ring.put_back()
        self.tail.add(full=reward.full)
        self.company.land(reward)
        self.kit.sound("skim" if reward.soft else "splash", 0.45, leg)

    def move(self, dt_s: float) -> None:
        self._coast.step(dt_s)
        for plane in self.planes.values():
            plane.step(dt_s)
        self.tail.step(dt_s)
        self.chain.step(dt_s)
        self.company.step(dt_s)
        self._bay.step(dt_s)

    def visitors(self) -> Sequence[Visitor]:
        return (
            passing("balloon", self._balloon, y=330, lasts_s=34, bob_px=14),
            passing("lost kite", self._kite, y=190, lasts_s=22, bob_px=30),
            passing("geese", self._geese, y=150, lasts_s=30, way=-1),
        )

    def ended(self) -> None:
        for plane in self.planes.values():
            plane.moor()
        self._bay.open()
        self._coast.ended()
        self.backdrop.redraw(self.kit.idle_s)

    def finale(self) -> Finale:
        return Finale(self._draw_lit, where=(self._bay.middle,), lamps=self._bay.lamps)

    def built(self) -> Mapping[str, float]:
        kept = self.tail.kept
        return {"flags": kept.count(True), "ribbons": kept.count(False), "lamps": self.chain.lit}

    def _tied_at(self) -> Point:
        """Where the flags are tied on: at the plane that flies, and between the two while they change."""
        whole = sum(plane.near for plane in self.planes.values()) or 1.0
        tails = [(plane.point(TAIL), plane.near / whole) for plane in self.planes.values()]
        return (sum(at[0] * share for at, share in tails), sum(at[1] * share for at, share in tails))

    def _draw_play(self, surface: pygame.Surface) -> None:
        rows, over = len(EDGES) - 1, self.kit.over
        for row in range(rows + 1):
            if row == _FAR_ROW and over:
                self._bay.draw_buoys(surface)
            if row == _NEAR_ROW:
                (self._bay.draw_jetty if over else self.chain.draw)(surface)
            here = [side for side, plane in self.planes.items() if _row_of(plane.place) == row]
            for side in here:
                self._draw_flight(surface, side)
            if row < rows:
                self._coast.draw_row(surface, row)
            for side in here:
                self.planes[side].draw_water(surface)
        if not over:
            self.chain.draw_carried(surface)

    def _draw_flight(self, surface: pygame.Surface, side: Side) -> None:
        """One plane and what is about it, far to near; the sign of the leg on top."""
        plane, ring, over = self.planes[side], self.rings[side], self.kit.over
        if not over:
            if side == self._leads:
                self.company.draw(surface)
            ring.draw_far(surface)
            if side == self._leads:
                self.tail.draw(surface)
        plane.draw(surface)
        if not over:
            ring.draw_near(surface)
        plane.draw_sign(surface)

    def _draw_lit(self, surface: pygame.Surface, alpha: int) -> None:
        self._coast.draw_windows(surface, alpha)
        self._bay.draw_lit(surface, alpha)


def _geese(flap: float) -> Pieces:
    """Five of them in a wedge, to the left."""
    places = ((0, 0), (58, -30), (56, 34), (118, -58), (114, 66))
    return tuple(piece for at in places for piece in placed(scenery.gull(flap), at, 0.5))


def _row_of(place: Place) -> int:
    """The row of waves that hides the feet of what floats there."""
    return next(row for row, y in enumerate(EDGES) if y >= place.origin[1] - _ON_THE_WAVE_PX)


def _launch_at(kit: Kit) -> Point:
    """Where the launch sails that tows the buoys."""
    if kit.look.better_side == "both":
        return (kit.places[0].origin[0] + _LAUNCH_AT[0], _LAUNCH_AT[1])
    x, y = _ASIDE_LAUNCH_AT
    return (x if kit.look.better_side == "right" else SIZE[0] - x, y)


def _waits(kit: Kit) -> Place:
    """Where the other plane waits: below, small, far from the ring."""
    flies = kit.places[0]
    up = _WAITS_UP_PX if kit.look.better_side == "both" else _ASIDE_UP_PX
    return Place((flies.at(2.4)[0], EDGES[6] - up), flies.facing, 0.5)
