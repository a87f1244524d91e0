"""Adaptation: the asked target follows the person, inside the level's window.

After each repetition it is believed anew what the leg is able to do (`ability`), and the next one is asked
where the wished share of repetitions is full. Sure of itself it moves in small steps; after misses that
surprise, in large ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import degrees
from typing import Any, Literal

import msgspec
import numpy as np

from game.movement.events import Target
from game.training.ability import Numbers, ability_of, believe, easier_by, learn
from game.training.difficulty import Demand, demand
from game.training.exercise import Exercise, Side

RESCUE_AFTER = 2
"""Misses in a row before a repetition is made easier, and then each one until one is full."""

RESCUE = 0.08
"""By how much it is easier, in difficulty: nine of ten are then full (judgement)."""

EASE = 0.15
"""By how much everything is easier after pain or a sign of tiredness, in difficulty (judgement)."""

SHIN_CM = 42.0
"""From the knee to the floor, of an adult of 1.7 m (Drillis and Contini 1966)."""

SESSION_RANGE_STEP = 0.05
"""The asked range grows by at most this share of the own range from session to session (judgement)."""

CAP_ROOM = 0.8
"""At most this share of a cap in degrees is asked: from there to the cap one can be full (judgement)."""

Where = Literal["first session", "home", "clinic"]
GOALS: dict[Where, float] = {"first session": 0.90, "home": 0.80, "clinic": 0.75}
"""The share of full repetitions that is aimed at (judgement, from 60 to 80 % in a review, ajjms v3i2)."""


@dataclass(frozen=True, eq=False)
class Standing:
    """Where a leg stands: what is believed of its ability, and how many repetitions in a row were partial.

    below: misses have shown that the level is too hard for it now, so that it may be asked for less than the
    level's window. With arrays, where many legs stand at once.
    """

    belief: Numbers
    misses: Any = 0
    below: Any = False

    @cached_property
    def ability(self) -> Numbers:
        """The ability that is believed in."""
        return ability_of(self.belief)


@dataclass(frozen=True, eq=False)
class Rule:
    """The goal, and the window of the level that is played; numbers, or arrays for many legs at once."""

    goal: float
    low: Any
    high: Any

    def wished(self, standing: Standing) -> Any:
        """Where the goal is met, whatever the level."""
        return np.clip(standing.ability - easier_by(self.goal), 0.0, 1.0)

    def difficulty(self, standing: Standing) -> Any:
        """Where the goal is met, as far as the window goes; below it once misses have asked for that."""
        low = np.where(standing.below, 0.0, self.low)
        return np.clip(self.wished(standing), low, self.high)

    def asked(self, standing: Standing) -> Any:
        """The difficulty of the next repetition. A rescue may go below the level's window."""
        difficulty = self.difficulty(standing)
        easier = np.maximum(0.0, difficulty - RESCUE)
        return np.where(np.asarray(standing.misses) >= RESCUE_AFTER, easier, difficulty)

    def after(self, standing: Standing, full: Any) -> Standing:
        """Where the leg stands once it is known how the repetition ended."""
        belief = learn(standing.belief, self.asked(standing), full)
        misses = np.where(full, 0, np.asarray(standing.misses) + 1)
        return Standing(belief, misses, np.asarray(standing.below) | (misses >= RESCUE_AFTER))


def range_limit(exercise: Exercise, own_range_deg: float | None = None, before: float | None = None) -> float:
    """The largest share of the own range that may be asked.

    own_range_deg: the calibrated range, for caps in degrees and in cm of the foot. before: the largest share
    asked in the last session; it grows slowly, however well the evening goes.
    """
    limits = [1.0]
    cap_share, cap_deg, cap_cm = (exercise.cap_in(unit) for unit in ("share", "deg", "cm"))
    if cap_share is not None:
        limits.append(cap_share)
    if cap_cm is not None and own_range_deg:
        limits.append(degrees(cap_cm / SHIN_CM) / own_range_deg)
    if cap_deg is not None and own_range_deg:
        limits.append(CAP_ROOM * cap_deg / own_range_deg)
    if before is not None:
        limits.append(max(before, exercise.level(1).range) + SESSION_RANGE_STEP)
    return min(limits)


class Adaptation:
    """The difficulty of a bout, one standing for each leg. Fits `bout.Difficulty`.

    starts: what is believed of each leg; one of which nothing is known begins in the middle of the level, and
    is followed beyond its window, so that its first bout finds where it stands.
    limits: the largest share of the own range to ask of each leg (`range_limit`). least_tempo_s: the shortest
    time in which a repetition of each leg is led (`own_tempo`).
    """

    def __init__(
        self,
        exercise: Exercise,
        level: int,
        sides: tuple[Side, ...],
        *,
        goal: float = GOALS["home"],
        starts: Mapping[Side, Numbers] | None = None,
        limits: Mapping[Side, float] | None = None,
        follows: bool = True,
        least_tempo_s: Mapping[Side, float] | None = None,
    ) -> None:
        window = exercise.level(level).window
        middle = exercise.level(level).difficulty
        self._exercise = exercise
        self._limits = dict(limits or {})
        self._follows = follows
        self._least_tempo_s = dict(least_tempo_s or {})
        self._eased = False
        known = starts or {}
        low, high = window
        self._rules = {side: Rule(goal, low, high if side in known else 1.0) for side in sides}
        unknown = believe(middle + easier_by(goal))
        self._standing = {side: Standing(known.get(side, unknown)) for side in sides}

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
        """Where a leg stands on the scale. What happens when tired does not count."""
        return float(self._rules[side].difficulty(self._standing[side]))

    def stands(self, side: Side) -> float:
        """Where the goal is met for a leg, whatever the level that is played."""
        return float(self._rules[side].wished(self._standing[side]))

    def belief(self, side: Side) -> Numbers:
        """What is believed of a leg, to begin with next time."""
        return self._standing[side].belief

    def demand(self, side: Side) -> Demand:
        """What is asked next of a leg, on every axis."""
        if self._eased:
            asked = max(0.0, self.difficulty(side) - EASE)
        else:
            asked = float(self._rules[side].asked(self._standing[side]))
        wished = demand(self._exercise, asked)
        limited = min(wished.range, self._limits.get(side, 1.0))
        tempo_s = wished.tempo_s
        if tempo_s is not None:
            tempo_s = max(tempo_s, self._least_tempo_s.get(side, 0.0))
        return msgspec.structs.replace(wished, range=limited, tempo_s=tempo_s)

    def target(self, side: Side) -> Target:
        """What makes the next repetition of a leg full."""
        return self.demand(side).target

    def tempo_s(self, side: Side) -> float | None:
        """Seconds a repetition where the game leads."""
        return self.demand(side).tempo_s

    def distraction(self, side: Side) -> float:
        """How much else goes on meanwhile."""
        return self.demand(side).distraction

    def take(self, side: Side, full: bool | None) -> None:
        """Hear how a repetition ended. One that went too far, a leg that is moved, tired or in pain teach
        nothing."""
        if full is None or side not in self._standing or self._eased or not self._follows:
            return
        self._standing[side] = self._rules[side].after(self._standing[side], full)
