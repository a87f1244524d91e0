"""The Harbour Crane: the shin is the jib.

Lift a crate out of the boat, hold while the trolley runs ashore with it, lower it softly onto the quay.
"""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.bout.play import Happened, Happening, Play
from game.minigames.harbour import GROUND_Y, Harbour
from game.minigames.harbour_berth import Berth
from game.minigames.harbour_cargo import KINDS
from game.minigames.harbour_ground import FACING, NARROW, WIDE, Ground
from game.minigames.harbour_hoist import Hoist
from game.minigames.passers_by import PassersBy
from game.minigames.stage import MiniGame, Stage
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.screen import SIZE

_BOAT_X = 1216.0
"""The middle of the boat with one crane, from its ground; with two it lies in the middle."""
_ASIDE_PX = 74.0
"""One crane stands so far from the landward edge: what it lifts and where to lies beside the HUD."""
_HALF_SCALE, _HALF_PX = 0.58, 1254.0
"""For who sees one half better crane, boat and stack are small enough for that half; from its edge."""
_TWO_SCALE = 0.7
_TWO_PX = (-273.0, 1533.0)
"""With two cranes both stacks stand where the results card leaves them in sight."""


class HarbourCrane(MiniGame):
    """Every full repetition sets a crate on the quay; a partial one rolls a barrel ashore."""

    tunes = ("cargo_song", "morning_tide")
    bed = "sea"
    moves = "motor"

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
        self._last: Side = stage.sides[0]
        grounds = _grounds(stage)
        self._shared = len(stage.sides) > 1 and len(set(grounds.values())) == 1
        two = len(set(grounds.values())) > 1
        quays = {
            ground: Berth(ground, stage.look, FACING if two else WIDE if ground.scale == 1 else NARROW)
            for ground in dict.fromkeys(grounds.values())
        }
        self.berths = {side: quays[ground] for side, ground in grounds.items()}
        self._quays = tuple(quays.values())
        self.hoists = {side: Hoist(side, ground, stage.look) for side, ground in grounds.items()}
        for index, hoist in enumerate(self.hoists.values()):
            hoist.kind = self._kinds[index]
        first = next(iter(grounds.values()))
        middle = sum(_TWO_PX) / 2 if two else first.at(_BOAT_X)[0]
        self._passers_by = PassersBy(stage)
        self._harbour = Harbour(stage.look, tuple(quays), middle)

    def rehearse(self) -> None:
        """Cut what the evening will need."""
        self._harbour.rehearse()

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
        self._passers_by.step(dt_s, 0.0 if self._finished else play.distraction)
        for side, hoist in self.hoists.items():
            if self._finished:
                hoist.park(dt_s)
            elif side in play.limbs:
                hoist.step(dt_s, play.limbs[side])
        self._count = max(self._count, play.count)
        for berth in self._quays:
            lifting = any(
                play.limbs[side].phase in {Phase.OUT, Phase.TOP}
                for side in self.berths
                if self.berths[side] is berth and side in play.limbs
            )
            berth.step(dt_s, guiding=lifting)
        if play.beat is not None and self._beat is not None and play.beat < self._beat - 0.5:
            self._ring()
        self._beat = play.beat
        self._harbour.step(dt_s, play.beat)

    def draw(self, surface: pygame.Surface) -> None:
        time_s = self._time_s
        self._harbour.draw_back(surface, time_s)
        self._passers_by.draw(surface)
        hoists = self._seen()
        for side, hoist in hoists.items():
            hoist.draw_tower(surface)
            self.berths[side].draw_cargo(surface, expecting=hoist.held)
        self._harbour.draw_boat(surface, time_s, self._aboard)
        for hoist in hoists.values():
            if hoist.asked and not self._finished:
                hoist.draw_target(surface, time_s, self._beat)
                hoist.draw_load(surface)
            hoist.draw_jib(surface)
        self._harbour.draw_front(surface, time_s)
        for berth in self._quays:
            berth.draw_front(surface, time_s)
        self._harbour.draw_evening(surface)
        for berth in self._quays:
            berth.draw_lit(surface, self._harbour.light(surface, berth.stack_at))

    @classmethod
    def faces(cls, stage: Stage, side: Side) -> Side:
        """The coach's shin swings the way the jib does."""
        return "right" if _grounds(stage)[side].facing > 0 else "left"

    def _seen(self) -> dict[Side, Hoist]:
        """The cranes to draw: where one crane serves both legs, the jib is that of the leg that is asked."""
        if self._shared:
            asked = next((side for side, hoist in self.hoists.items() if hoist.asked), None)
            self._last = asked or self._last
            return {self._last: self.hoists[self._last]}
        return self.hoists

    def _ring(self) -> None:
        """The bell buoy sounds the beat."""
        if not self._finished:
            self.stage.sounds.play("harbour_bell", 0.3)

    def finish(self) -> None:
        self._finished = True
        for hoist in self.hoists.values():
            hoist.rest()
        self._harbour.finish()
        for berth in self._quays:
            berth.finish()
        self.stage.sounds.play("harbour_bell", 0.7)

    def state(self) -> Mapping[str, float]:
        berths = self._quays
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
    """One berth, the boat's side beside the HUD, or two that face each other.

    Who sees one half better has one crane in it for both legs.
    """
    better = stage.look.better_side
    if better == "left":
        return dict.fromkeys(stage.sides, Ground((_HALF_PX, GROUND_Y), -1, _HALF_SCALE))
    if better == "right":
        return dict.fromkeys(stage.sides, Ground((SIZE[0] - _HALF_PX, GROUND_Y), 1, _HALF_SCALE))
    if len(stage.sides) == 1:
        return dict.fromkeys(stage.sides, Ground((_ASIDE_PX, GROUND_Y)))
    return {
        "left": Ground((_TWO_PX[0], GROUND_Y), 1, _TWO_SCALE),
        "right": Ground((_TWO_PX[1], GROUND_Y), -1, _TWO_SCALE),
    }
