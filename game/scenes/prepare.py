"""Prepare: where the puck goes, how the leg moves today, sit still, move three times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.intentions import Intention, Meaning
from game.scene import Scene
from game.scenes.house import House
from game.scenes.live_bout import BoutPlan, SampleWriter
from game.scenes.setting_up import SettingUp, Stage
from game.ui.text import draw_text
from game.ui.theme import MENU, TITLE, theme
from hardware.sample import Sample


class PrepareScene(Scene):
    """Sets a bout up and hands the finished plan to `on_ready`."""

    limb_keys = True

    def __init__(
        self,
        house: House,
        plan: BoutPlan,
        on_ready: Callable[[BoutPlan], None],
        writer: SampleWriter | None = None,
    ) -> None:
        self._house = house
        self._plan = plan
        self._on_ready = on_ready
        self._writer = writer
        self._setting_up = SettingUp(plan.setup, plan.sides, house.hub)
        self._said: tuple[Stage, int] | None = None

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        if self._writer is not None:
            for sample in samples:
                self._writer.write(sample)
        self._setting_up.feed(samples, now_s)

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> None:
        if Intention.STOP in meanings or Intention.BACK in meanings:
            self._house.stack.pop()
            return
        self._say()
        if self._setting_up.stage is Stage.DONE:
            bound = self._setting_up.bound
            self._on_ready(replace(self._plan, pucks=bound, calibrations=self._setting_up.calibrations))

    def draw(self, surface: pygame.Surface) -> None:
        colours = theme(self._house.look)
        surface.fill(colours.ground)
        words = self._plan.exercise.words[self._house.words.language]
        draw_text(surface, words.name, (120, 80), self._house.look, TITLE, bold=True)
        stage = self._setting_up.stage
        text = self._house.words(f"prepare.{stage.value}", done=self._setting_up.repetitions)
        draw_text(surface, text, (120, 300), self._house.look, MENU)

    def _say(self) -> None:
        now = (self._setting_up.stage, self._setting_up.repetitions)
        if now == self._said:
            return
        self._said = now
        match now:
            case (Stage.STILL, _):
                self._house.speaker.say("sit_still")
            case (Stage.MOVE, 0):
                self._house.speaker.say("move_three_times")
            case (Stage.MOVE, 2):
                self._house.speaker.say("one_more")
