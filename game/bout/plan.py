"""What is to be played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.bout.lead_in import LeadIn
from game.movement.learnt import Calibration
from game.training.adaptation import Adaptation
from game.training.assistance import AssistanceName
from game.training.exercise import Exercise, Setup, Side
from game.training.modifiers import Modifier, shown
from hardware.sample import Puck


@dataclass(frozen=True)
class BoutPlan:
    """What is to be played. goal None is free; seconds ends a bout by time; no calibrations ask for Prepare.

    sides: the legs in play. pucks: which leg each puck is on, known once Prepare has bound them. difficulty:
    what the target follows; without it the level is asked as it is written. most_s: seconds of play after
    which the day has had enough, and the bout ends well. patience_s: seconds without progress after which
    Prepare gives up, for a run in which nobody can press Stop. lead_in: what Prepare heard last.
    """

    exercise: Exercise
    setup: Setup
    level: int
    sides: tuple[Side, ...]
    assistance: AssistanceName = "active"
    goal: int | None = None
    seconds: float | None = None
    seed: int = 0
    record: Path | None = None
    pucks: Mapping[Puck, Side] = field(default_factory=dict)
    calibrations: Mapping[Puck, Calibration] = field(default_factory=dict)
    modifier: Modifier = ""
    difficulty: Adaptation | None = None
    most_s: float | None = None
    patience_s: float | None = None
    lead_in: LeadIn = LeadIn()  # noqa: RUF009  it cannot be changed

    @property
    def shown_sides(self) -> tuple[Side, ...]:
        """The legs that are seen to move: in the mirror the opposite of those that do."""
        return tuple(shown(side, self.modifier) for side in self.sides)
