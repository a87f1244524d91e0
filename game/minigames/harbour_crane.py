"""The Harbour Crane: the shin is the jib.

Lift a crate out of the boat, hold while the trolley runs ashore with it, lower it softly onto the quay.
"""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.minigames.harbour import GROUND_Y, Harbour
from game.minigames.harbour_berth import Berth
from game.minigames.harbour_cargo import KINDS
from game.minigames.harbour_folk import HoldingGull
from game.minigames.harbour_ground import Ground
from game.minigames.harbour_hoist import Hoist
from game.minigames.stage import Happened, Happening, MiniGame, Play, Side, Stage
from game.movement.events import Phase

_BOAT_X = 1268.0
"""The middle of the boat with one crane; with two it lies in the middle."""
_TWO_SCALE = 0.7
_TWO_SHIFT_PX = 176.0
"""With two cranes the stacks are narrower, and each berth moves this far landward, in its own px."""


class HarbourCrane(MiniGame):
    """Every full repetition sets a crate on the quay; a partial one rolls a barrel ashore."""

    tunes = ("cargo_song", "morning_tide")
    bed = "sea"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._time_s = 0.0
        self._finished = False
        self._count = 0
        self._goal = stage.goal
        self._kinds = list(KINDS)
        stage.random().shuffle(self._kinds)
        self._landed = 0
        self._beat: float | None = None
        grounds = _grounds(stage)
        two = len(grounds) > 1
        self.berths = {
            side: Berth(ground, stage.look, first_x=222.0 if two else 62.0, base=4 if two else 6)
            for side, ground in grounds.items()
        }
        self.hoists = {side: Hoist(side, ground, stage.look) for side, ground in grounds.items()}
        for index, hoist in enumerate(self.hoists.values()):
            hoist.kind = self._kinds[index]
        middle = stage.action.centerx if two else stage.action.left + _BOAT_X
        self._harbour = Harbour(stage.look, tuple(grounds.values()), middle, stage.seed)
        self._gulls = {side: HoldingGull(ground, stage.look) for side, ground in grounds.items()}

    def step(self, dt_s: float, play: Play) -> None:
        for happened in play.happened:
            if happened.side in self.hoists:
                self._take(happened)
        if play.paused:
            self._time_s += dt_s * 0.3
            for side, hoist in self.hoists.items():
                if side in play.limbs:
                    hoist.heed(play.limbs[side])
            return
        self._time_s += dt_s
        for side, hoist in self.hoists.items():
            if side in play.limbs and not self._finished:
                hoist.step(dt_s, play.limbs[side])
        self._count = max(self._count, play.count)
        for side, berth in self.berths.items():
            lifting = side in play.limbs and play.limbs[side].phase in {Phase.OUT, Phase.TOP}
            berth.step(dt_s, guiding=lifting)
        if play.beat is not None and self._beat is not None and play.beat < self._beat - 0.5:
            self._ring()
        self._beat = play.beat
        self._harbour.step(dt_s, play.beat)

    def draw(self, surface: pygame.Surface) -> None:
        time_s = self._time_s
        self._harbour.draw_back(surface, time_s)
        for side, berth in self.berths.items():
            berth.draw_cargo(surface, expecting=self.hoists[side].held)
            self.hoists[side].draw_tower(surface)
        self._harbour.draw_boat(surface, time_s, self._aboard)
        for side, hoist in self.hoists.items():
            if hoist.asked and not self._finished:
                hoist.draw_target(surface, time_s, self._beat)
                self._gulls[side].draw(surface, hoist.garland_end(), time_s)
                hoist.draw_load(surface)
            hoist.draw_jib(surface)
        self._harbour.draw_front(surface, time_s)
        for berth in self.berths.values():
            berth.draw_front(surface, time_s)
        self._harbour.draw_evening(surface)

    def _ring(self) -> None:
        """The bell buoy sounds the beat."""
        if not self._finished:
            self.stage.sounds.play("harbour_bell", 0.3)

    def finish(self) -> None:
        self._finished = True
        for hoist in self.hoists.values():
            hoist.rest()
        self._harbour.finish()
        for berth in self.berths.values():
            berth.finish()
        self.stage.sounds.play("harbour_bell", 0.7)

    def state(self) -> Mapping[str, float]:
        berths = self.berths.values()
        return {
            "crates": sum(berth.landed for berth in berths),
            "gentle": sum(berth.gentle for berth in berths),
            "barrels": sum(berth.rolled for berth in berths),
        }

    @property
    def _aboard(self) -> float:
        """The share of the boat's cargo that is still aboard."""
        if self._finished:
            return 0.0
        return 1.0 if self._goal is None else max(0.0, 1 - self._count / max(self._goal, 1))

    def _take(self, happened: Happened) -> None:
        hoist, berth, sounds = self.hoists[happened.side], self.berths[happened.side], self.stage.sounds
        pan = 0.0 if len(self.hoists) == 1 else -0.5 * hoist.ground.facing
        match happened.what:
            case Happening.BEGAN:
                hoist.held = False
                sounds.play("winch", 0.35)
            case Happening.REACHED:
                hoist.reach()
                sounds.play("reached", 0.6)
            case Happening.HELD:
                hoist.held = True
                sounds.play("held", 0.6)
            case Happening.FULL:
                self._landed += 1
                kind = hoist.kind
                foot = hoist.release(self._kinds[(self._landed + len(self.hoists) - 1) % len(self._kinds)])
                berth.land(kind, foot, gentle=happened.gentle)
                sounds.play("crate_land", 0.5 if happened.gentle > 0.6 else 0.8, pan)
            case Happening.PARTIAL:
                hoist.held = False
                berth.roll()
                sounds.play("crate_land", 0.25, pan)


def _grounds(stage: Stage) -> dict[Side, Ground]:
    """One berth at the left, or two that face each other."""
    action = stage.action
    if len(stage.sides) == 1:
        return {stage.sides[0]: Ground((action.left, GROUND_Y))}
    shift = _TWO_SHIFT_PX * _TWO_SCALE
    return {
        "left": Ground((action.left - shift, GROUND_Y), 1, _TWO_SCALE),
        "right": Ground((action.right + shift, GROUND_Y), -1, _TWO_SCALE),
    }
