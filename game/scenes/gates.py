"""Cards that protect: asked before play, each one card, each line of it read out and shown.

What follows from an answer is decided by `asking`; a card only asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.scenes.house import House
from game.scenes.page import PageScene
from game.ui.choices import BACK, Item, beside
from game.ui.gate_pictures import PICTURES, picture, places

Card = Literal[
    "guest",
    "well",
    "dizzy",
    "calf",
    "doctor",
    "sees",
    "stand",
    "sit",
    "no_standing",
    "skin",
    "skin_red",
]

CHOICES: dict[Card, tuple[str, ...]] = {
    "guest": ("all_well", "not_now"),
    "well": ("well", "dizzy", "calf", "ill"),
    "dizzy": ("enough", "seated"),
    "calf": ("enough",),
    "doctor": ("not_yet", "agreed"),
    "sees": ("both_sides", "one_side", "not_sure"),
    "stand": ("not_now", "all_ready"),
    "sit": ("not_now", "sat"),
    "no_standing": ("enough",),
    "skin": ("skin_fine", "skin_red"),
    "skin_red": ("enough",),
}
"""What can be answered. Where someone could fall, the careful answer comes first."""
LINES: dict[Card, int] = {"guest": 3, "well": 0, "stand": 6}
USUAL_LINES = 2


def said(house: House, key: str) -> str:
    """What the voice says, as it stands on a card: without its full stop."""
    return house.words(f"voice.{key}").removesuffix(".")


def therapist_word(house: House) -> tuple[str, list[str], list[Item]]:
    """What is asked once before anything is done standing: title, lines, and the careful answer first."""
    lines = [house.words(f"choose.helper_{number}") for number in (1, 2, 3, 4)]
    answers = {"helper_no": "gate_not_yet", "helper_yes": "gate_agreed"}
    items = [Item(key, said(house, voice), voice=voice) for key, voice in answers.items()]
    return said(house, "line_gate_therapist"), lines, items


class GateScene(PageScene):
    """One card. `on_answer` hears the choice; to leave the card is to answer "stop"."""

    land = False

    def __init__(self, house: House, card: Card, on_answer: Callable[[str], None]) -> None:
        super().__init__(house)
        self.card = card
        self._on_answer = on_answer
        count = LINES.get(card, USUAL_LINES)
        self._spoken = [f"line_gate_{card}", *(f"line_gate_{card}_{n + 1}" for n in range(count))]
        items = [Item(key, said(house, f"gate_{key}"), voice=f"gate_{key}") for key in CHOICES[card]]
        lines = [house.words(f"voice.{key}") for key in self._spoken[1:]]
        self.ask(said(house, self._spoken[0]), items, lines=lines, back=False)
        both = house.look.better_side == "both"
        self._pictures = [picture(one, house.look) for one in PICTURES] if card == "stand" and both else []

    def enter(self) -> None:
        for key in self._spoken:
            self._house.speaker.say(key)

    def draw_beside(self, surface: pygame.Surface) -> None:
        for one, place in zip(self._pictures, places(beside(self.choices.area)), strict=False):
            one.draw(surface, place)

    def leave(self) -> None:
        self._house.speaker.hush()

    def taken(self, key: str) -> None:
        self._on_answer("stop" if key == BACK else key)
