"""The Marching Band: the drum major's knees are the player's; each step leads the parade on."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pygame

from game.bout.play import REWARD_S, Happened, Happening, LimbView, Play
from game.minigames.band import Band, eased, popped
from game.minigames.bandstand import Square
from game.minigames.drum_major import DrumMajor
from game.minigames.gluing import Sprite, ground_shadow
from game.minigames.hoops import FootDrum, Hoop
from game.minigames.marching_leg import knee_at, lift_of
from game.minigames.onlookers import Onlookers
from game.minigames.passers_by import PassersBy
from game.minigames.petals import Petals
from game.minigames.stage import MiniGame, Stage
from game.minigames.village import FOOT_Y, Street
from game.movement.events import Phase
from game.training.exercise import Side
from game.ui.curves import Point

GROUND_Y = 934.0
"""Where the drum major stands; below it there is room for a caption."""
STEP_PX = {Happening.FULL: 168.0, Happening.PARTIAL: 84.0}
"""How far a repetition brings the parade."""
_SLOW = 0.8
"""A knee comes down slowly below this speed, in own ranges a second."""
_STREW_EVERY_S = 0.1
_BANDSTAND_X = 560
_MAJOR_PX, _MAJOR_Y, _MAJOR_SIZE = -440.0, 980.0, 0.5
"""From the bandstand to the drum major at the end, where she stands, and how large."""
_ON_STEPS_Y, _ON_STEPS_SIZE = 702.0, 0.33
"""For who sees one half better she stands on the steps of the bandstand, with the band before her."""
_STRIDE_S = 0.9
_EVENING_S = 1.1
_ON_THIGHS = "thighs"


class MarchingBand(MiniGame):
    """Left, right: each repetition is a step, and somebody joins the band."""

    tunes = ("harbour_parade", "lantern_march")
    bed = "village"
    moves = "rope"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        look = stage.look
        self._ground: Point = (float(stage.focus_x(780)), GROUND_Y)
        self._street = Street(look, stage.seed)
        away = {"left": 1, "right": -1, "both": 0}[look.better_side]
        self._bandstand_x = float(stage.built_x(_BANDSTAND_X))
        square_x = self._bandstand_x - (15.0 if away == 0 else 0.0)
        self._band = Band(look, self._ground[0], square_x, FOOT_Y + 8.0, away=away)
        self._major = DrumMajor(look, stage.sides)
        self._hoops = {side: Hoop(side, look) for side in stage.sides}
        on_floor = stage.setup != _ON_THIGHS
        self._drums = {side: FootDrum(side, look) for side in stage.sides} if on_floor else {}
        self._petals = Petals(look, stage.random())
        self._limbs: dict[Side, LimbView] = {side: LimbView() for side in stage.sides}
        self._reached_age_s: dict[Side, float] = dict.fromkeys(stage.sides, 10.0)
        self._landed_age_s: dict[Side, float] = dict.fromkeys(stage.sides, 10.0)
        self._time_s = 0.0
        self._beat: float | None = None
        self._strewn_s = 0.0
        self._from_px = self._to_px = 0.0
        self._stride_age_s = _STRIDE_S
        self._passers_by = PassersBy(stage)
        self._onlookers = Onlookers(look, self._street)
        self._square: Square | None = None
        self._portrait: Sprite | None = None
        self._square_ready = False
        self._parting: pygame.Surface | None = None
        self._over = False
        self._evening = 0.0

    def rehearse(self) -> None:
        """Everybody who may join, and the square at dusk."""
        self._band.rehearse()
        while not self._square_ready:
            self._build_square()

    def step(self, dt_s: float, play: Play) -> None:
        self._time_s += dt_s
        self._limbs = {side: play.limbs[side] for side in self.stage.sides if side in play.limbs}
        for happened in play.happened:
            self._take(happened)
        if play.paused:
            return
        self._beat = play.beat
        self._passers_by.step(dt_s, play.distraction)
        self._stride_age_s += dt_s
        for ages in (self._reached_age_s, self._landed_age_s):
            for side in ages:
                ages[side] += dt_s
        for side, limb in self._limbs.items():
            hoop = self._hoops[side]
            hoop.target += (limb.target - hoop.target) * min(1.0, dt_s * 5)
            caught = limb.asked and limb.held > 0 and limb.position > limb.target
            hoop.carried = lift_of(limb.position) if caught else 0.0
        self._scatter(dt_s)
        self._band.step(dt_s)
        self._petals.step(dt_s)
        if all(limb.position < 0.05 for limb in self._limbs.values()):
            self._major.warm()
        if self._over:
            self._step_evening(dt_s)

    def draw(self, surface: pygame.Surface) -> None:
        if self._evening <= 0:
            self._draw_street(surface)
        elif self._evening < 1:
            self._draw_parting(surface)
        if self._square is not None and self._evening > 0:
            self._square.draw(surface, self._time_s, eased(self._evening))
        playing = 3.5 * abs(math.sin(self._time_s * 2.6)) if self._evening >= 1 else 0.0
        lilt = playing if not self.stage.look.reduced_motion else 0.0
        if self._beat is not None:
            lilt += 3 * (0.5 + 0.5 * math.cos(math.tau * self._beat))
        self._band.gather(eased(self._evening))
        if self._evening <= 0:
            self._band.draw(surface, self._time_s, lilt)
            self._draw_major(surface)
        else:
            self._draw_evening(surface, lilt)
        self._petals.draw(surface)

    def finish(self) -> None:
        self._over = True

    def state(self) -> Mapping[str, float]:
        return {
            "musicians": float(self._band.musicians),
            "followers": float(self._band.followers),
            "walked_px": self._to_px,
        }

    def _take(self, happened: Happened) -> None:
        side = happened.side
        if side not in self._limbs:
            return
        pan = -0.4 if side == "left" else 0.4
        if happened.what is Happening.REACHED:
            self._reached_age_s[side] = 0.0
            self.stage.sounds.play("reached", 0.4, pan)
        elif happened.what in STEP_PX:
            self._land(side, happened, pan)

    def _land(self, side: Side, happened: Happened, pan: float) -> None:
        """A repetition is done: the parade takes its step, somebody joins, a soft foot is heard and seen."""
        self._landed_age_s[side] = 0.0
        self._from_px = self._walked_px
        self._to_px += STEP_PX[happened.what]
        self._stride_age_s = 0.0
        self._band.march(side)
        if happened.soft:
            self.stage.sounds.play("drum", 0.35 + 0.4 * min(happened.gentle, 1.0), pan)
            foot = (self._ground[0] + knee_at(side, 0.0)[0], self._ground[1] - 12)
            self._petals.throw(foot, round(6 + 12 * min(happened.gentle, 1.0)))
        if happened.what is Happening.FULL:
            self.stage.sounds.play("musician_joins", 0.5, pan)
            door = self._band.join()
        else:
            door = self._band.run_along()
        if door is None:
            self._onlookers.come()
        else:
            self._petals.throw((door[0], door[1] - 90), 5, 0.8)

    def _scatter(self, dt_s: float) -> None:
        """A knee that is lowered slowly strews petals on its way."""
        for side, limb in self._limbs.items():
            if limb.phase is not Phase.BACK or not 0.02 < -limb.speed < _SLOW:
                continue
            self._strewn_s += dt_s
            if self._strewn_s >= _STREW_EVERY_S:
                self._strewn_s = 0.0
                x, y = knee_at(side, lift_of(limb.position))
                self._petals.throw((self._ground[0] + x, self._ground[1] + y + 60), 1, 0.5)

    @property
    def _walked_px(self) -> float:
        """Where the parade is now, on its way through the last stride."""
        share = eased(self._stride_age_s / _STRIDE_S)
        return self._from_px + (self._to_px - self._from_px) * share

    @property
    def _sway(self) -> float:
        """What leads: the beat if there is one, else only the air."""
        if self._beat is not None:
            return math.cos(math.tau * self._beat)
        return 0.12 * math.sin(self._time_s * 0.8)

    def _draw_street(self, surface: pygame.Surface) -> None:
        walked = 0.0 if self.stage.look.reduced_motion else self._walked_px
        self._street.draw(surface, self._time_s, walked)
        self._passers_by.draw(surface)
        self._onlookers.draw(surface, self._time_s, walked)
        self._street.draw_bunting(surface, self._time_s, walked, self._sway)

    def _draw_parting(self, surface: pygame.Surface) -> None:
        """The street as it was when the evening came: it stands while it fades."""
        if self._parting is not None:
            surface.blit(self._parting, (0, 0))
            return
        self._draw_street(surface)
        self._draw_major(surface)
        self._parting = surface.copy()

    def _draw_major(self, surface: pygame.Surface) -> None:
        """From back to front: poles, drums, shadows, the drum major, and the hoop before her knee."""
        ground = self._ground
        bright = {side: limb.asked and limb.live for side, limb in self._limbs.items()}
        for side, hoop in self._hoops.items():
            hoop.draw_pole(surface, ground, asked=bright.get(side, False))
        for side, drum in self._drums.items():
            drum.draw(surface, ground, self._landed_age_s[side])
        lifts = {side: lift_of(limb.position) for side, limb in self._limbs.items()}
        if not self._drums and not self.stage.look.contrast:
            for side in ("left", "right"):
                rise = max(0.0, lifts.get(side, 0.0))
                shadow = ground_shadow(188 - 4 * round(10 * rise), 44)
                shadow.draw(surface, (ground[0] + knee_at(side, 0)[0] * 1.04 + 8, ground[1] - 2))
        self._major.draw(
            surface,
            ground,
            lifts,
            bright,
            breath=2.0 + 2.0 * math.sin(self._time_s * 1.4),
            mace_deg=self._mace_deg(lifts),
            between=lambda: self._draw_behind_legs(surface, bright),
        )
        for side, hoop in self._hoops.items():
            if bright.get(side, False):
                hoop.draw(surface, ground, self._limbs[side].held, swell=self._swell(side))
        self._major.draw_signs(surface, ground, lifts, bright)

    def _draw_behind_legs(self, surface: pygame.Surface, bright: Mapping[Side, bool]) -> None:
        """The light of the hoop that is asked for."""
        for side, hoop in self._hoops.items():
            if bright.get(side, False):
                hoop.draw_glow(surface, self._ground, self._limbs[side].held)

    def _swell(self, side: Side) -> float:
        """How much the asked hoop has grown: it breathes while the knee rests, and greets the knee."""
        if self.stage.look.reduced_motion:
            return 0.0
        greeting = max(0.0, 1 - self._reached_age_s[side] / REWARD_S)
        resting = self._limbs[side].position < 0.1
        return max(greeting, 0.35 + 0.35 * math.sin(self._time_s * 2.4) if resting else 0.0)

    def _mace_deg(self, lifts: Mapping[Side, float]) -> float:
        """The mace swings with a led beat; without one it rises with the knee."""
        if self._beat is not None:
            return 11 * math.cos(math.tau * self._beat)
        return 6 - 12 * max(0.0, *lifts.values(), 0.0) + 1.2 * math.sin(self._time_s * 1.4)

    def _step_evening(self, dt_s: float) -> None:
        if self._square_ready:
            self._evening = min(1.0, self._evening + dt_s / _EVENING_S)
        else:
            self._build_square()

    def _build_square(self) -> None:
        """The next piece of work on the square; the portrait with the last."""
        if self._square is None:
            self._square = Square(self.stage.look, self._bandstand_x)
        self._square_ready = self._square.build(self._street.far(), self._street.ground)
        if self._square_ready:
            self._portrait = self._major.portrait(_ON_STEPS_SIZE if self._on_steps else _MAJOR_SIZE)

    def _draw_evening(self, surface: pygame.Surface, lilt: float) -> None:
        """The band comes together; the drum major stands beside it, or on the steps behind it."""
        if self._on_steps:
            self._draw_portrait(surface, (self._bandstand_x, _ON_STEPS_Y), lilt)
        self._band.draw(surface, self._time_s, lilt)
        if not self._on_steps:
            self._draw_portrait(surface, (self._bandstand_x + _MAJOR_PX, _MAJOR_Y), lilt)

    def _draw_portrait(self, surface: pygame.Surface, at: Point, lilt: float) -> None:
        come = (self._evening - 0.5) * _EVENING_S
        if self._portrait is None or come <= 0:
            return
        size = 1.0 if self.stage.look.reduced_motion else popped(come)
        x, y = at
        if not self.stage.look.contrast:
            share = size * (_ON_STEPS_SIZE / _MAJOR_SIZE if self._on_steps else 1.0)
            ground_shadow(round(240 * share), round(44 * share)).draw(surface, (x + 6, y - 4))
        portrait = self._portrait if size == 1.0 else self._portrait.scaled(size)
        portrait.draw(surface, (x, y - lilt))

    @property
    def _on_steps(self) -> bool:
        return self.stage.look.better_side != "both"
