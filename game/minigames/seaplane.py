"""The Seaplane: toes up, nose up. Fly through the garlands along the coast, and glide gently down again."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.bout.play import Happened, Happening, Play
from game.minigames.coast_flight import CRUISE_PX_S, ROWS, CoastFlight, row_top
from game.minigames.passers_by import PassersBy
from game.minigames.seaplane_banner import Banner, BannerPapers
from game.minigames.seaplane_bay import HomeBay
from game.minigames.seaplane_company import Company
from game.minigames.seaplane_craft import TAIL, Craft, Lane
from game.minigames.seaplane_garland import FlowerRing, GarlandPapers
from game.minigames.seaplane_lanterns import Chain
from game.minigames.stage import MiniGame, Stage
from game.training.exercise import Side
from game.ui.curves import Point
from game.ui.screen import SIZE
from game.ui.theme import Look

_FLIES_ROW, _WAITS_ROW, _CHAIN_ROW = 3, 6, 5
"""The rows of waves that hide the feet of the plane that flies, of the one that waits, and of the buoys."""
_CHAIN_Y = 816.0
_OWN_X = 1010
_ASIDE_PX = 62
"""From the middle of plane and ring to the plane."""
_LAUNCH_PX = 470.0
_BESIDE_LAUNCH_PX, _BESIDE_CHAIN_Y = 440.0, 806.0
"""For who sees one half better the launch sails beside the HUD, so that its buoys swim in that half."""
_BESIDE_WAITS_PX = 48.0
"""There the other plane waits so much lower, below the buoys."""


class Flight:
    """One leg's plane with its next ring and its company."""

    def __init__(self, craft: Craft, look: Look, rings: GarlandPapers) -> None:
        self.craft = craft
        self.garland = FlowerRing(craft, look, rings)
        self.company = Company(craft.flies, look)

    def draw(self, surface: pygame.Surface, banner: Banner | None) -> None:
        """Everything of it that is above the water, far to near; the sign of the leg on top."""
        self.company.draw(surface)
        self.garland.draw_far(surface)
        if banner is not None:
            banner.draw(surface)
        self.craft.draw(surface)
        self.garland.draw_near(surface)
        self.craft.draw_sign(surface)
        self.company.draw_splash(surface)


class Seaplane(MiniGame):
    """Every full repetition hangs a flag on the plane's tail and lights a buoy; a partial one a ribbon."""

    tunes = ("over_the_bay", "evening_flight")
    bed = "wind"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        look, flies = stage.look, _flies(stage)
        waits = _waits(stage, flies) if len(stage.sides) > 1 else None
        self._way = flies.way
        self._world = CoastFlight(look, stage.seed, flies.way)
        rings = GarlandPapers(look, flies.way)
        self._flights = {side: Flight(Craft(side, flies, look, waits), look, rings) for side in stage.sides}
        self._leads: Side = stage.sides[0]
        self._started = False
        self._banner = Banner(self._tail, flies, look, BannerPapers(look, flies.scale))
        self._chain = Chain(look, _launch_at(stage, flies), flies.way)
        self._bay = HomeBay(stage)
        self._passers_by = PassersBy(stage)
        self._time_s = 0.0
        self._camera_x = 0.0
        self._finished_s: float | None = None

    def rehearse(self) -> None:
        """Turn every plane to all its angles, and compose the last picture."""
        crafts = [flight.craft for flight in self._flights.values()]
        for craft in crafts:
            while craft.prepare():
                pass
        self._bay.prepare(self._world, crafts, self.stage.goal)

    def step(self, dt_s: float, play: Play) -> None:
        own_s = 0.0 if self.stage.look.reduced_motion else dt_s
        self._time_s += own_s
        if self._finished_s is not None:
            self._finished_s += dt_s
            self._bay.step(dt_s)
            return
        any(flight.craft.prepare() for flight in self._flights.values())
        self._follow_turns(play)
        for happened in play.happened:
            self._take(happened)
        for side, flight in self._flights.items():
            limb = play.limbs.get(side)
            if limb is not None:
                flight.craft.step(dt_s, limb, leads=side == self._leads)
                if not play.paused:
                    flight.garland.step(dt_s, limb, holding=play.hold_s > 0, beat=play.beat)
            if not play.paused:
                flight.company.step(dt_s)
        if not play.paused:
            self._passers_by.step(dt_s, play.distraction)
            self._banner.step(dt_s)
            self._chain.step(dt_s)
            self._camera_x += self._way * CRUISE_PX_S * own_s

    def _follow_turns(self, play: Play) -> None:
        """The plane of the leg that is asked flies; the other one waits."""
        asked = next((side for side, limb in play.limbs.items() if limb.asked), self._leads)
        if asked in self._flights:
            self._leads = asked
        if not self._started:
            self._started = True
            for side, flight in self._flights.items():
                flight.craft.start(leads=side == self._leads)

    def _tail(self) -> Point:
        """Where the flags are tied on: at the plane that flies, and between the two while they change."""
        crafts = [flight.craft for flight in self._flights.values()]
        whole = sum(craft.near for craft in crafts) or 1.0
        tails = [(craft.point(TAIL), craft.near / whole) for craft in crafts]
        return (sum(at[0] * share for at, share in tails), sum(at[1] * share for at, share in tails))

    def _take(self, happened: Happened) -> None:
        flight = self._flights.get(happened.side)
        if flight is None:
            return
        match happened.what:
            case Happening.REACHED:
                flight.garland.take()
                self._sound("ring_passed", 0.7, flight)
            case Happening.HELD:
                flight.garland.tow()
                self._sound("held", 0.5, flight)
            case Happening.FULL:
                self._chain.carry(flight.garland.release())
                self._banner.add(full=True)
                self._land(happened, flight)
            case Happening.PARTIAL:
                flight.garland.put_back()
                self._banner.add(full=False)
                self._land(happened, flight)
            case Happening.BEGAN:
                pass

    def _land(self, happened: Happened, flight: Flight) -> None:
        gentle = min(max(happened.gentle, 0.0), 1.0)
        flight.company.land(gentle)
        self._sound("skim" if happened.soft else "splash", 0.45, flight)

    def _sound(self, name: str, volume: float, flight: Flight) -> None:
        area = self.stage.action
        self.stage.sounds.play(name, volume, 0.5 * (flight.craft.flies.x - area.centerx) / area.width)

    def draw(self, surface: pygame.Surface) -> None:
        if self._finished_s is not None and self._bay.covers:
            self._bay.draw(surface)
            return
        if not self._bay.draw_parting(surface):
            self._draw_flight(surface)
        if self._finished_s is not None:
            self._bay.draw(surface)

    def _draw_flight(self, surface: pygame.Surface) -> None:
        world, time_s, camera_x = self._world, self._time_s, self._camera_x
        world.draw_far(surface, time_s, camera_x)
        self._passers_by.draw(surface)
        for row in range(ROWS):
            if row == _CHAIN_ROW:
                self._chain.draw(surface)
            here = [(side, one) for side, one in self._flights.items() if one.craft.lane.row == row]
            for side, flight in here:
                flight.draw(surface, self._banner if side == self._leads else None)
            world.draw_row(surface, time_s, camera_x, row)
            for _, flight in here:
                flight.craft.draw_water(surface)
        self._chain.draw_carried(surface)

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """The coach's toes rise the way the plane's nose does."""
        del side
        return "right" if _flies(stage).way > 0 else "left"

    def finish(self) -> None:
        if self._finished_s is not None:
            return
        self._finished_s = 0.0
        flights = self._flights.values()
        self._bay.open(
            self._world,
            [flight.craft for flight in flights],
            self._banner,
            self._chain,
        )

    def state(self) -> Mapping[str, float]:
        kept = self._banner.kept
        return {"flags": kept.count(True), "ribbons": kept.count(False), "lamps": self._chain.lit}


def _flies(stage: Stage) -> Lane:
    """Where the plane of the asked leg flies: towards the HUD, so that its flags trail to the other side."""
    way = -1 if stage.look.better_side == "left" else 1
    x = stage.focus_x(_OWN_X) - way * _ASIDE_PX
    return Lane(x, row_top(_FLIES_ROW) + 9, 0.85, 400, _FLIES_ROW, way)


def _launch_at(stage: Stage, flies: Lane) -> Point:
    """Where the launch sails that tows the buoys."""
    if stage.look.better_side == "both":
        return (flies.x - flies.way * _LAUNCH_PX, _CHAIN_Y)
    near = _BESIDE_LAUNCH_PX
    return (near if stage.look.better_side == "left" else SIZE[0] - near, _BESIDE_CHAIN_Y)


def _waits(stage: Stage, flies: Lane) -> Lane:
    """Where the other plane waits: below, small, far from the ring."""
    x = stage.focus_x(_OWN_X) - flies.way * 60
    up = 52 if stage.look.better_side == "both" else 52 - _BESIDE_WAITS_PX
    return Lane(x, row_top(_WAITS_ROW) - up, 0.5, 60, _WAITS_ROW, flies.way)
