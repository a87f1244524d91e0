"""No bout twice the same: a deck of visitors and small events, dealt by the seed and the day.

They ask nothing of the player, and where motion is reduced none comes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

EVERY = 20
"""About one in so many repetitions."""
_FIRST = (2, 7)


@dataclass(frozen=True)
class Visitor:
    """One who passes, or a small event. lasts_s: how long it is seen. draw: the surface, and how far along
    it is (0 to 1). level: from this level on."""

    name: str
    lasts_s: float
    draw: Callable[[pygame.Surface, float], None]
    level: int = 1


class Deck:
    """Deals the cards of one bout: shuffled anew for each, the first early, then about one in twenty
    repetitions."""

    def __init__(self, cards: Sequence[Visitor], chance: random.Random, *, level: int, still: bool) -> None:
        self._cards = [] if still else [card for card in cards if card.level <= level]
        chance.shuffle(self._cards)
        self._chance = chance
        self._due = chance.randint(*_FIRST)
        self._on: tuple[Visitor, float] | None = None
        self.dealt: list[str] = []

    def repetition(self) -> None:
        """One more was done."""
        self._due -= 1
        if self._due <= 0 and self._cards and self._on is None:
            card = self._cards.pop(0)
            self._cards.append(card)
            self._on = (card, 0.0)
            self.dealt.append(card.name)
            self._due = EVERY + self._chance.randint(-5, 5)

    def step(self, dt_s: float) -> None:
        """Who is here moves on."""
        if self._on is not None:
            card, age_s = self._on
            self._on = (card, age_s + dt_s) if age_s + dt_s < card.lasts_s else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw who is here."""
        if self._on is not None:
            card, age_s = self._on
            card.draw(surface, age_s / card.lasts_s)
