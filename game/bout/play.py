"""What is told of a bout in each step: to the game that shows it, the HUD beside it, the voice.

It knows movement, not pucks: who reads it could not tell a keyboard from a leg.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.movement.events import Phase
from game.training.counted import FALLS, SOFT
from game.training.exercise import Side

REWARD_S = 0.3
"""A reward lands within this time of what earned it."""


@dataclass(slots=True)
class LimbView:
    """One limb in this step.

    position: 0 at rest, 1 at the person's own range, may pass either. speed: positions a second, positive on
    the way out. held: share of the asked hold done so far, 0 to 1 (1 at once where no hold is asked). target:
    the share of own range asked of it. asked: the next repetition is this limb's. live: fresh samples arrive.
    turn: where on its circle it is, in turns clockwise. steadiness: 1 without sway. direction: where its last
    repetition went, if that can be told; count: its repetitions.
    """

    position: float = 0.0
    speed: float = 0.0
    phase: Phase = Phase.REST
    held: float = 0.0
    target: float = 0.6
    asked: bool = False
    live: bool = True
    turn: float = 0.0
    steadiness: float = 1.0
    direction: str | None = None
    count: int = 0


class Happening(StrEnum):
    """What can happen in a step, once each."""

    BEGAN = "began"
    REACHED = "reached"
    HELD = "held"
    FULL = "full"
    PARTIAL = "partial"
    ANOTHER = "another"
    """Another movement than the one taught: not counted."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened to one limb, the one that is seen to move. range, gentle (0 to 1: how gently it came
    back), number (1 for the first repetition of the bout) and too_far (beyond what the exercise allows) are
    meant for FULL and PARTIAL."""

    what: Happening
    side: Side
    range: float = 0.0
    gentle: float = 0.0
    number: int = 0
    too_far: bool = False

    @property
    def soft(self) -> bool:
        """Whether the limb came back softly."""
        return self.gentle >= SOFT

    @property
    def falls(self) -> bool:
        """Whether the limb was let fall."""
        return self.gentle < FALLS


@dataclass(slots=True)
class Play:
    """All that is told in a step.

    limbs: those in play, one or two. count and goal: repetitions of this bout so far, and of how many (None:
    free). full: how many of them were full. hold_s: hold asked of the limb that is asked. beat: phase 0 to 1
    of a led tempo with 0 on the beat, None where the person leads. paused: the world stands still (it may
    breathe, nothing may advance); what is earned meanwhile is told all the same, once. hidden: position sense
    is practised; until the limb is back its position is told as 0, and the gauge is closed. over: the bout
    has come to its end, nothing is asked any more. distraction: how much else goes on around what is played,
    0 to 1. left_s: seconds left of a block by the clock, None where there is none.
    """

    limbs: dict[Side, LimbView]
    happened: list[Happened] = field(default_factory=list)
    count: int = 0
    goal: int | None = None
    full: int = 0
    hold_s: float = 0.0
    beat: float | None = None
    paused: bool = False
    hidden: bool = False
    over: bool = False
    distraction: float = 0.0
    left_s: float | None = None

    @property
    def limb(self) -> LimbView:
        """The limb that is asked, or the only one."""
        return next((limb for limb in self.limbs.values() if limb.asked), next(iter(self.limbs.values())))
