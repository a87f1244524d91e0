"""Setting up before a bout: find the pucks, sit still, move three times, and know which puck is on which leg.

Knows no pygame: the Prepare screen draws it. A puck is bound by moving it, so it never matters which one was
strapped to which leg.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from game.bout.lead_in import LeadIn, Listening
from game.movement.learner import REPETITIONS, LearnerStage, LimbLearner
from game.movement.learnt import Calibration, Trouble
from game.movement.rest import STILL_S
from game.training.exercise import Setup, Side
from hardware.hub import Hub, Signal
from hardware.sample import PUCKS, Puck, Sample
from hardware.source import Cue

CUE_REST_S = 1.0
"""A simulated limb is asked for its next natural repetition this long after the last."""
CUE_AGAIN_S = 5.0


class SetupStage(StrEnum):
    """Where setting up has got to."""

    SIGNAL = "signal"
    STILL = "still"
    MOVE = "move"
    DONE = "done"


class SettingUp:
    """Learns one leg after the other. `side` is the leg that is asked now."""

    def __init__(self, setup: Setup, sides: Sequence[Side], hub: Hub) -> None:
        self._setup = setup
        self._sides = tuple(sides)
        self._hub = hub
        self._learners: dict[Puck, LimbLearner] = {}
        self.bound: dict[Puck, Side] = {}
        self._learnt_s: dict[Puck, float] = {}
        self._heard = Listening()
        self._cued_s = float("-inf")
        self._counted = 0
        self._begun = False

    @property
    def stage(self) -> SetupStage:
        """The step the person is at."""
        if len(self.bound) == len(self._sides):
            return SetupStage.DONE
        if not self._learners:
            return SetupStage.SIGNAL
        waiting = [learner for puck, learner in self._learners.items() if puck not in self.bound]
        return (
            SetupStage.STILL
            if any(one.stage in {LearnerStage.WAITING, LearnerStage.STILL} for one in waiting)
            else SetupStage.MOVE
        )

    @property
    def side(self) -> Side:
        """The leg that should move next."""
        return self._sides[min(len(self.bound), len(self._sides) - 1)]

    @property
    def still_share(self) -> float:
        """How much of the stillness that is needed has been seen, 0 to 1."""
        return min((one.still_s for one in self._learners.values()), default=0.0) / STILL_S

    @property
    def repetitions(self) -> int:
        """Natural repetitions seen of the leg that is asked, 0 to 3."""
        return self._mover().repetitions if self._learners else 0

    @property
    def position(self) -> float:
        """About where the leg is, 0 at rest and 1 at the furthest it has been."""
        return self._mover().position if self._learners else 0.0

    @property
    def trouble(self) -> Trouble | None:
        """Why it does not go on, None while all is well."""
        return self._mover().trouble if self._learners else None

    @property
    def calibrations(self) -> dict[Puck, Calibration]:
        """What has been learned of the pucks that are bound."""
        learned = {puck: self._learners[puck].calibration for puck in self.bound}
        return {puck: known for puck, known in learned.items() if known is not None}

    @property
    def lead_in(self) -> LeadIn:
        """What a bout that begins now should know of the moments before."""
        return LeadIn(tuple(self._heard.samples), dict(self._learnt_s))

    def feed(self, samples: Sequence[Sample], now_s: float) -> None:
        """Take the samples of a frame."""
        self._heard.feed(samples)
        if self.stage is SetupStage.SIGNAL:
            self._find_pucks(now_s)
        for sample in samples:
            learner = self._learners.get(sample.puck)
            if learner is not None and sample.puck not in self.bound and self.stage is not SetupStage.DONE:
                learner.feed(sample)
                if learner.stage is LearnerStage.DONE:
                    self.bound[sample.puck] = self.side
                    self._learnt_s[sample.puck] = sample.time_s
        if self._learners and self.stage is not SetupStage.DONE:
            if any(self._hub.signal(puck, now_s) is Signal.LOST for puck in self._learners):
                self._learners = {}
                self.bound = {}
            self._cue(now_s)

    def _find_pucks(self, now_s: float) -> None:
        """Start to learn once there is a live puck for every leg; tell simulated limbs where they sit."""
        if not self._begun:
            self._begun = True
            self._cue_places(now_s)
        live = [puck for puck in PUCKS if self._hub.signal(puck, now_s) is Signal.LIVE]
        if len(live) >= len(self._sides):
            self._learners = {puck: LimbLearner(self._setup.kind, self._setup.place) for puck in live}

    def _mover(self) -> LimbLearner:
        """The learner of the puck that has moved most among those not bound."""
        waiting = [one for puck, one in self._learners.items() if puck not in self.bound]
        return max(waiting or list(self._learners.values()), key=lambda one: (one.repetitions, one.position))

    def _simulated(self, side: Side) -> Puck:
        """The puck a simulated limb of that side carries: blue left and yellow right, a single one blue."""
        return "yellow" if len(self._sides) > 1 and side == "right" else "blue"

    def _cue_places(self, now_s: float) -> None:
        for side in self._sides:
            self._hub.cue(
                Cue(self._simulated(side), self._setup.place_of(side), self._setup.limb, 0.0, 0.0, now_s)
            )

    def _cue(self, now_s: float) -> None:
        if self.stage is not SetupStage.MOVE:
            self._cued_s = now_s - CUE_AGAIN_S + CUE_REST_S
            return
        done = len(self.bound) * REPETITIONS + self.repetitions
        if done != self._counted:
            self._counted = done
            self._cued_s = now_s - CUE_AGAIN_S + CUE_REST_S
        if now_s - self._cued_s >= CUE_AGAIN_S:
            self._cued_s = now_s
            puck = self._simulated(self.side)
            self._hub.cue(Cue(puck, self._setup.place_of(self.side), self._setup.limb, 1.0, 0.0, now_s))
