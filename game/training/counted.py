"""A repetition that has been counted: its number in the bout, what it pays, how gently it came back.

The one shape of a repetition between the bout that counts it and the records that keep it. What is gentle is
said here alone: points, pictures and words all ask here.
"""

import msgspec

from game.movement.events import Repetition
from game.training.exercise import Side

FULL_POINTS = 10
"""Points of a full repetition: always the same, so that no evening pays less than another."""

MOST_PARTIAL_POINTS = 9
"""Points of the best partial repetition; the least is 1, for any effort moves something."""

GENTLE_POINTS = 2
"""Points for a soft return."""

SLOW = 1.5
"""A return is fully gentle where it takes so many times as long as the way out (dose A: 2 s and 3 s)."""

SOFT = 1.0 / SLOW
"""From this gentleness on a return is soft: at least as slow as the way out."""

FALLS = 0.5 / SLOW
"""Below this gentleness a limb is let fall: it comes back in less than half of the time."""


class Counted(msgspec.Struct, frozen=True):
    """number: its place in the bout, from 1. side: the leg that did it."""

    number: int
    side: Side
    repetition: Repetition

    @property
    def full(self) -> bool:
        """Whether it reached the target and held it."""
        return self.repetition.full

    @property
    def gentle(self) -> float:
        """How gently it came back, 0 to 1."""
        return gentleness(self.repetition)

    @property
    def soft(self) -> bool:
        """Whether it came back softly."""
        return self.gentle >= SOFT

    @property
    def points(self) -> int:
        """What it adds to the score."""
        return points_of(self.repetition) + GENTLE_POINTS * self.soft


def gentleness(repetition: Repetition) -> float:
    """How slow the way back was beside the way out, 0 to 1; 0 where the way out took no time."""
    if repetition.out_s <= 0:
        return 0.0
    return min(1.0, repetition.back_s / repetition.out_s / SLOW)


def points_of(repetition: Repetition) -> int:
    """10 for a full repetition; 1 to 9 for a partial one by how far it went and how long it stayed."""
    if repetition.full:
        return FULL_POINTS
    asked = repetition.asked
    done = min(1.0, repetition.range / asked.range) if asked.range > 0 else 1.0
    if asked.hold_s > 0:
        done = (done + min(1.0, repetition.hold_s / asked.hold_s)) / 2
    return max(1, min(MOST_PARTIAL_POINTS, int(FULL_POINTS * done)))
