"""What a puck has to say while someone plays: a battery soon empty, its own words. Once, at the top."""

from __future__ import annotations

from collections import deque

import pygame

from game.scenes.house import House
from game.ui.caption import draw_caption
from game.ui.choices import beside, card_area
from hardware.notice import MOST, Notice
from hardware.sample import Puck

LOW_PERCENT = 15
"""Some ten minutes and more are left then: enough to finish what was begun (judgement)."""
CHARGED_PERCENT = 30
"""From here on an emptier battery is news again."""
AGAIN_AFTER_S = 900.0
"""An old battery's reading jumps between empty and full: it is not told more often than this."""
LOOK_EVERY_S = 1.0
STANDS_S = 10.0
TOP_PX = 215


class PuckNews:
    """Asks the hub once a second, and shows one sentence at a time over whatever screen is on."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._low: set[Puck] = set()
        self._low_told_s: dict[Puck, float] = {}
        self._told: set[Notice] = set()
        self._waiting: deque[str] = deque(maxlen=MOST)
        self._looked_s = float("-inf")
        self._until_s = float("-inf")
        self.text = ""

    def step(self, now_s: float) -> None:
        """Look for news, and let what was shown go."""
        if now_s - self._looked_s >= LOOK_EVERY_S:
            self._looked_s = now_s
            self._look(now_s)
        if now_s >= self._until_s:
            self.text = self._waiting.popleft() if self._waiting else ""
            self._until_s = now_s + STANDS_S if self.text else float("-inf")

    def tell(self, text: str) -> None:
        """Show a sentence of the program's own; one that stands or waits already is not told twice."""
        if text != self.text and text not in self._waiting:
            self._waiting.append(text)

    def draw(self, surface: pygame.Surface) -> None:
        """The sentence at the upper edge, where no card stands."""
        if self.text:
            height = round(TOP_PX * self._house.look.text_scale)
            free = beside(card_area(self._house.look))
            draw_caption(surface, self.text, self._house.look, pygame.Rect(free.left, 0, free.width, height))

    def _look(self, now_s: float) -> None:
        words, hub = self._house.words, self._house.hub
        for notice in hub.notices():
            if notice not in self._told and len(self._told) < MOST:
                self._told.add(notice)
                puck = words(f"puck.{notice.puck}")
                self._waiting.append(words(f"puck.{notice.kind}", puck=puck, text=notice.text))
        for puck, info in hub.pucks.items():
            percent = info.battery_percent
            if percent is None:
                continue
            if info.charging or percent >= CHARGED_PERCENT:
                self._low.discard(puck)
            elif percent <= LOW_PERCENT and puck not in self._low:
                self._low.add(puck)
                if now_s - self._low_told_s.get(puck, float("-inf")) < AGAIN_AFTER_S:
                    continue
                self._low_told_s[puck] = now_s
                self._waiting.append(words("puck.battery_low", puck=words(f"puck.{puck}"), percent=percent))
