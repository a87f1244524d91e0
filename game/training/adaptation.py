"""Adaptation: the asked target follows the person, inside the level's window.

Weighted up-down: a full repetition makes the next a little harder, a partial one makes it more than that
easier, in the proportion that settles where the wished share of repetitions is full (Kaernbach 1991;
Garcia-Perez 1998: the ratio of the steps decides where it settles).
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from game.movement.events import Target
from game.training.difficulty import Demand, demand
from game.training.exercise import Exercise, Side

UP = 0.02
"""Step after a full repetition, in difficulty. Larger steps miss high goals (simulated)."""

RESCUE_AFTER = 2
"""Misses in a row before one repetition is made easier."""

RESCUE = 0.15
"""By how much it is easier, in difficulty."""

SESSION_RANGE_STEP = 0.05
"""The asked range grows by at most this share of the own range from session to session (judgement)."""

Where = Literal["first session", "home", "clinic"]
GOALS: dict[Where, float] = {"first session": 0.90, "home": 0.80, "clinic": 0.75}
"""The share of full repetitions that is aimed at (judgement, from 60 to 80 % in a review, ajjms v3i2)."""


class Rule(msgspec.Struct, frozen=True):
    """The goal, the step up, and the window of the level that is played."""

    goal: float
    low: float
    high: float
    up: float = UP

    @property
    def down(self) -> float:
        """The step after a miss that settles at the goal: up * p / (1 - p)."""
        return self.up * self.goal / (1.0 - self.goal)


class Standing(msgspec.Struct, frozen=True):
    """Where a leg stands: its difficulty, and how many repetitions in a row were partial."""

    difficulty: float
    misses: int = 0

    @property
    def rescued(self) -> bool:
        """Whether the next repetition is made easier."""
        return self.misses > 0 and self.misses % RESCUE_AFTER == 0

    @property
    def asked(self) -> float:
        """The difficulty of the next repetition. A rescue may go below the level's window."""
        return max(0.0, self.difficulty - RESCUE) if self.rescued else self.difficulty


def after(standing: Standing, full: bool, rule: Rule) -> Standing:
    """Where a leg stands after a repetition.

    A rescue that is missed too says that ability has dropped: the difficulty stays down there.
    """
    if full:
        return Standing(_inside(standing.difficulty + rule.up, rule))
    start = standing.asked if standing.rescued else standing.difficulty
    return Standing(_inside(start - rule.down, rule), standing.misses + 1)


def _inside(difficulty: float, rule: Rule) -> float:
    return min(max(difficulty, rule.low), rule.high)


def range_limit(exercise: Exercise, own_range_deg: float | None = None, before: float | None = None) -> float:
    """The largest share of the own range that may be asked.

    own_range_deg: the calibrated range, for caps in degrees. before: the largest share asked in the last
    session; it grows slowly, however well the evening goes.
    """
    limits = [1.0]
    cap_share, cap_deg = exercise.cap_in("share"), exercise.cap_in("deg")
    if cap_share is not None:
        limits.append(cap_share)
    if cap_deg is not None and own_range_deg:
        limits.append(cap_deg / own_range_deg)
    if before is not None:
        limits.append(max(before, exercise.level(1).range) + SESSION_RANGE_STEP)
    return min(limits)


class Adaptation:
    """The difficulty of a bout, one standing for each leg. Fits `bout.Difficulty`.

    starts: where each leg stood at the end of its last session; a leg without one begins in the middle of the
    level. limits: the largest share of the own range to ask of each leg (`range_limit`).
    """

    def __init__(
        self,
        exercise: Exercise,
        level: int,
        sides: tuple[Side, ...],
        *,
        goal: float = GOALS["home"],
        starts: Mapping[Side, float] | None = None,
        limits: Mapping[Side, float] | None = None,
        follows: bool = True,
    ) -> None:
        window = exercise.level(level).window
        middle = exercise.level(level).difficulty
        self._exercise = exercise
        self._rule = Rule(goal, *window)
        self._limits = dict(limits or {})
        self._follows = follows
        self._eased = False
        known = starts or {}
        self._standing = {side: Standing(_inside(known.get(side, middle), self._rule)) for side in sides}

    @property
    def eased(self) -> bool:
        """Whether pain or fatigue has paused adaptation."""
        return self._eased

    def ease(self) -> None:
        """Pain or tiredness: everything is asked easier, and nothing of this lowers what was reached."""
        self._eased = True

    def resume(self) -> None:
        """Rested: go on from what was reached."""
        self._eased = False

    def difficulty(self, side: Side) -> float:
        """Where a leg stands, to begin with next time. What happens when tired does not count."""
        return self._standing[side].difficulty

    def demand(self, side: Side) -> Demand:
        """What is asked next of a leg, on every axis."""
        standing = self._standing[side]
        asked = max(0.0, standing.difficulty - RESCUE) if self._eased else standing.asked
        wished = demand(self._exercise, asked)
        limited = min(wished.range, self._limits.get(side, 1.0))
        return msgspec.structs.replace(wished, range=limited)

    def target(self, side: Side) -> Target:
        """What makes the next repetition of a leg full."""
        return self.demand(side).target

    def tempo_s(self, side: Side) -> float | None:
        """Seconds a repetition where the game leads."""
        return self.demand(side).tempo_s

    def take(self, side: Side, full: bool) -> None:
        """Hear how a repetition ended. A leg that is moved, tired or in pain teaches nothing."""
        if side not in self._standing or self._eased or not self._follows:
            return
        self._standing[side] = after(self._standing[side], full, self._rule)
