"""Prepare: how the leg moves today, where the puck goes, sit still, move three times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.intentions import Intention, Meaning
from game.minigames.stage import SIZE
from game.scene import Scene
from game.scenes.house import House
from game.scenes.live_bout import BoutPlan, SampleWriter
from game.scenes.setting_up import REPETITIONS, SettingUp, Stage
from game.training.assistance import AssistanceName
from game.ui import places
from game.ui.coach import CoachFigure
from game.ui.hud import shown_position
from game.ui.menu import Menu
from game.ui.paper import card, cut
from game.ui.progress import Stones, StillRing
from game.ui.scenery import side_mark
from game.ui.text import draw_text, text_size
from game.ui.theme import BODY, MENU, TITLE, TimeOfDay, theme
from hardware.sample import Sample

MARGIN = 60
COACH_WIDTH = 820
READY_S = 1.0
"""The last movement is seen to count before the game begins."""
ASKED: tuple[AssistanceName, ...] = ("active", "assisted", "passive", "resisted")


class PrepareScene(Scene):
    """Sets a bout up and hands the finished plan to `on_ready`. ask: whether to ask how the leg moves today."""

    def __init__(
        self,
        house: House,
        plan: BoutPlan,
        on_ready: Callable[[BoutPlan], None],
        writer: SampleWriter | None = None,
        *,
        ask: bool = False,
    ) -> None:
        self._house = house
        self._plan = plan
        self._on_ready = on_ready
        self._writer = writer
        self._setting_up = SettingUp(plan.setup, plan.sides, house.hub)
        self._place = places.coast(house.look, TimeOfDay.MORNING)
        self._coach_rect, self._text_rect = _halves(house.look.better_side == "left")
        sides = plan.sides
        self._figures = {side: CoachFigure(plan.setup.coach, plan.setup.posture, plan.setup.place, sides=(side,), look=house.look) for side in sides}
        self._menu = self._question() if ask else None
        self._stones = Stones(house.look, REPETITIONS)
        self._ring = StillRing(house.look)
        self._time_s = 0.0
        self._ready_s: float | None = None
        self._said: tuple[Stage, int] | None = None
        self.limb_keys = not ask

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        if self._menu is not None:
            return
        if self._writer is not None:
            for sample in samples:
                self._writer.write(sample)
        self._setting_up.feed(samples, now_s)
