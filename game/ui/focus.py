"""Which of a screen's choices is meant: by arrows, by scanning with one switch, by mouse.

One rule for every screen: one choice is always in focus, YES takes it, and a second press within the debounce
time is the same press.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.intentions import Intention, Meaning, Point

SCAN_S = 2.0
"""How long scanning stays on one choice if nobody has set it (clinical practice: 1 to 4 s)."""
TREMOR_S = 0.25
"""Where a tremor is set, a second step within this time is the same step (judgement)."""
DEBOUNCE_S = 0.3
"""A trembling hand presses twice; within this time it is one press."""

DIRECTIONS = {
    Intention.UP: (0, -1),
    Intention.DOWN: (0, 1),
    Intention.LEFT: (-1, 0),
    Intention.RIGHT: (1, 0),
}


@dataclass(frozen=True)
class Steering:
    """How a person reaches a choice. scanning: choices come in turn, each for scan_s."""

    scanning: bool = False
    scan_s: float = SCAN_S
    tremor: bool = False


BY_HAND = Steering()


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: its key, and where it stands on the picture."""

    key: str
    rect: pygame.Rect


class Focus:
    """The choice in focus, and how it moves."""

    def __init__(
        self, choices: Sequence[Choice], start: str | None = None, steering: Steering = BY_HAND
    ) -> None:
        self.choices = list(choices)
        self.scanning = steering.scanning
        self._steering = steering
        self._step_quiet_s = 0.0
        self._index = next((i for i, choice in enumerate(self.choices) if choice.key == start), 0)
        self._scan_s = 0.0
        self._quiet_s = 0.0

    @property
    def key(self) -> str:
        """The key of the choice in focus."""
        return self.choices[self._index].key

    @property
    def scan_share(self) -> float:
        """How much of the scanning time of this choice has gone, 0 to 1; 0 without scanning."""
        return min(self._scan_s / self._steering.scan_s, 1.0) if self.scanning else 0.0

    def step(self, dt_s: float, meanings: Sequence[Meaning]) -> str | None:
        """Move on; the key of the choice that was taken in this step, or None."""
        self._quiet_s = max(0.0, self._quiet_s - dt_s)
        self._step_quiet_s = max(0.0, self._step_quiet_s - dt_s)
        self._scan(dt_s)
        for meaning in meanings:
            taken = self._point(meaning) if isinstance(meaning, Point) else self._mean(meaning)
            if taken and self._quiet_s <= 0.0:
                self._quiet_s = DEBOUNCE_S
                return self.key
        return None

    def _scan(self, dt_s: float) -> None:
        if not self.scanning:
            return
        self._scan_s += dt_s
        if self._scan_s >= self._steering.scan_s:
            self._move_to((self._index + 1) % len(self.choices))

    def _point(self, point: Point) -> bool:
        for index, choice in enumerate(self.choices):
            if choice.rect.collidepoint(point.x, point.y):
                self._move_to(index)
                return point.chosen
        return False

    def _mean(self, intention: Intention) -> bool:
        if intention is Intention.YES:
            return True
        if intention is not Intention.NEXT and intention not in DIRECTIONS:
            return False
        if self._step_quiet_s > 0.0:
            return False
        self._step_quiet_s = TREMOR_S if self._steering.tremor else 0.0
        if intention is Intention.NEXT:
            self._move_to((self._index + 1) % len(self.choices))
        else:
            self._move_to(self._towards(*DIRECTIONS[intention]))
        return False

    def _move_to(self, index: int) -> None:
        self._index = index
        self._scan_s = 0.0

    def _towards(self, dx: int, dy: int) -> int:
        """The nearest choice in a direction; sideways distance counts double. Stays where there is none."""
        here = self.choices[self._index].rect
        best, best_distance = self._index, float("inf")
        for index, choice in enumerate(self.choices):
            ahead = (choice.rect.centerx - here.centerx) * dx + (choice.rect.centery - here.centery) * dy
            aside = abs((choice.rect.centerx - here.centerx) * dy) + abs(
                (choice.rect.centery - here.centery) * dx
            )
            if ahead > 0 and ahead + 2 * aside < best_distance:
                best, best_distance = index, ahead + 2 * aside
        return best
