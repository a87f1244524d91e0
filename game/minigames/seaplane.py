"""The Seaplane: toes up, nose up. Fly through the garlands along the coast, and glide gently down again."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.minigames.coast_flight import CRUISE_PX_S, ROWS, CoastFlight, row_top
from game.minigames.seaplane_banner import Banner, BannerPapers
from game.minigames.seaplane_bay import HomeBay
from game.minigames.seaplane_company import GENTLE, Company
from game.minigames.seaplane_craft import Craft, Lane
from game.minigames.seaplane_garland import Garland, GarlandPapers
from game.minigames.seaplane_lanterns import Chain
from game.minigames.stage import Happened, Happening, MiniGame, Play, Side, Stage

_FAR_ROW, _NEAR_ROW = 2, 5
"""The rows of waves that hide the feet of the far and the near plane's floats."""


class Flight:
    """One leg's plane with its next ring, its tail and its company."""

    def __init__(self, side: Side, lane: Lane, stage: Stage, rings: GarlandPapers) -> None:
        self.craft = Craft(side, lane, stage.look)
        self.garland = Garland(self.craft, stage.look, rings)
        self.banner = Banner(self.craft, stage.look, BannerPapers(stage.look, lane.scale))
        self.company = Company(lane, stage.look)

    def draw(self, surface: pygame.Surface) -> None:
        """Everything of it that is above the water, far to near."""
        self.company.draw(surface)
        self.garland.draw_far(surface)
        self.banner.draw(surface)
        self.craft.draw(surface)
        self.garland.draw_near(surface)
        self.company.draw_splash(surface)


class Seaplane(MiniGame):
    """Every full repetition hangs a flag on the plane's tail and lights a buoy; a partial one a ribbon."""

    tunes = ("over_the_bay", "evening_flight")
    bed = "wind"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._world = CoastFlight(stage.look, stage.seed)
        rings = GarlandPapers(stage.look)
        self._flights = {side: Flight(side, lane, stage, rings) for side, lane in _lanes(stage).items()}
        self._chain_row = _FAR_ROW if len(stage.sides) == 1 else _FAR_ROW + 1
        self._chain = Chain(stage.look, (stage.action.left + 1330.0, row_top(self._chain_row) + 10))
        self._bay = HomeBay(stage)
        self._time_s = 0.0
        self._camera_x = 0.0
        self._finished_s: float | None = None

    def step(self, dt_s: float, play: Play) -> None:
        self._time_s += dt_s
        if self._finished_s is not None:
            self._finished_s += dt_s
            self._bay.step(dt_s)
            return
        any(flight.craft.prepare() for flight in self._flights.values())
        for happened in play.happened:
            self._take(happened)
        for side, flight in self._flights.items():
            limb = play.limbs.get(side)
            if limb is not None:
                flight.craft.step(dt_s, limb)
                if not play.paused:
                    flight.garland.step(dt_s, limb, holding=play.hold_s > 0, beat=play.beat)
            if not play.paused:
                flight.banner.step(dt_s)
                flight.company.step(dt_s)
        if not play.paused:
            self._chain.step(dt_s)
            self._camera_x += CRUISE_PX_S * dt_s

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
                flight.banner.add(full=True)
                self._land(happened, flight)
            case Happening.PARTIAL:
                flight.garland.put_back()
                flight.banner.add(full=False)
                self._land(happened, flight)
            case Happening.BEGAN:
                pass

    def _land(self, happened: Happened, flight: Flight) -> None:
        gentle = min(max(happened.gentle, 0.0), 1.0)
        flight.company.land(gentle)
        self._sound("skim" if gentle >= GENTLE else "splash", 0.45, flight)

    def _sound(self, name: str, volume: float, flight: Flight) -> None:
        area = self.stage.action
        self.stage.sounds.play(name, volume, 0.5 * (flight.craft.lane.x - area.centerx) / area.width)

    def draw(self, surface: pygame.Surface) -> None:
        if self._finished_s is not None and self._bay.covers:
            self._bay.draw(surface)
            return
        self._draw_flight(surface)
        if self._finished_s is not None:
            self._bay.draw(surface)

    def _draw_flight(self, surface: pygame.Surface) -> None:
        world, time_s, camera_x = self._world, self._time_s, self._camera_x
        world.draw_far(surface, time_s, camera_x)
        by_row = {flight.craft.lane.row: flight for flight in self._flights.values()}
        for row in range(ROWS):
            if row == self._chain_row:
                self._chain.draw(surface)
            flight = by_row.get(row)
            if flight is not None:
                flight.draw(surface)
            world.draw_row(surface, time_s, camera_x, row)
            if flight is not None:
                flight.craft.draw_water(surface)
        self._chain.draw_carried(surface)

    def finish(self) -> None:
        if self._finished_s is not None:
            return
        self._finished_s = 0.0
        flights = self._flights.values()
        self._bay.open(
            self._world,
            [flight.craft for flight in flights],
            [flight.banner for flight in flights],
            self._chain,
        )

    def state(self) -> Mapping[str, float]:
        kept = [full for flight in self._flights.values() for full in flight.banner.kept]
        return {"flags": kept.count(True), "ribbons": kept.count(False), "lamps": self._chain.lit}


def _lanes(stage: Stage) -> dict[Side, Lane]:
    """One plane: in the middle of the near water. Two: the first farther out, the other nearer."""
    left = stage.action.left
    if len(stage.sides) == 1:
        return {stage.sides[0]: Lane(left + 715, row_top(_NEAR_ROW) + 9, 1.05, 520, _NEAR_ROW)}
    far = Lane(left + 950, row_top(_FAR_ROW) + 6, 0.76, 330, _FAR_ROW)
    near = Lane(left + 585, row_top(_NEAR_ROW) + 10, 0.84, 460, _NEAR_ROW)
    return {"left": far, "right": near}
