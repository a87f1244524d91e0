"""Steps of a puck that may sit anywhere on a leg: whether on the foot or above it shows as the leg steps.

A foot stands still between its swings, a shank or a thigh never does. A puck is taken for one on a foot until
more of its strides went without standing than with it; after some strides that is decided for good.
"""

from math import inf

from game.movement.events import LimbState, MovementEvent, Repetition, Target
from game.movement.gait import (
    FIRST_STEP_LANDING_G,
    LONGEST_GAP_S,
    LONGEST_MOVEMENT_S,
    STEP_LANDING,
    Step,
    StepTracker,
)
from game.movement.learnt import Calibration
from game.movement.leg_steps import leg_step
from game.movement.leg_swing import LegSwing, LegTurn
from hardware.sample import Puck, Sample

# A foot stands for this share of a stride; where a puck sits is decided by so many strides.
STANCE_OF_STRIDE = 0.25
DECIDING_STRIDES = 12


class UnplacedStepTracker:
    """Follows one leg. Each Repetition is one swing, told as `StepTracker` tells it if the puck is on a foot,
    and as `LegStepTracker` does if it is above.

    is_foot: for which of them it is taken now. last: the last swing that counted.
    """

    def __init__(self, puck: Puck, calibration: Calibration | None = None) -> None:
        self.puck = puck
        self.is_foot = True
        self.last: Step | None = None
        self._foot = StepTracker(puck, calibration)
        self.state: LimbState = self._foot.state
        self._leg = LegSwing()
        self._before: LegTurn | None = None
        self._unsaid: list[Step] = []
        # Strides with standing less those without, a first one for the foot, and how many there were.
        self._stood, self._strides = 1, 0
        self._time_s = -inf
        self._stood_for_s = self._jolt_g = 0.0

    @property
    def place(self) -> str:
        """Where the puck sits: foot or ankle; "" until that is decided."""
        if self._strides < DECIDING_STRIDES:
            return ""
        return "foot" if self.is_foot else "ankle"

    def ask(self, target: Target) -> None:
        """What makes the next swing full: a share of the usual one."""
        self._foot.ask(target)

    def skip(self, time_s: float) -> list[MovementEvent]:
        """The signal was lost up to time_s: a step in the middle counts as nothing."""
        self._leg.break_off(time_s)
        return self._foot.skip(time_s)

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample; what has become certain with it."""
        foot = self._foot
        events = foot.feed(sample)
        if any(isinstance(event, Repetition) for event in events):
            self.last = foot.last
        dt_s, self._time_s = sample.time_s - self._time_s, max(sample.time_s, self._time_s)
        if (self._strides >= DECIDING_STRIDES and self.is_foot) or not 0.0 < dt_s <= LONGEST_GAP_S:
            return events
        self._jolt_g = max(self._jolt_g, foot.jerk_g)
        self._stood_for_s += foot.stands * dt_s
        (x, y, z), (bx, by, bz) = sample.gyro_dps or (0.0, 0.0, 0.0), foot.rest.bias_dps
        for turn in self._leg.feed(sample.time_s, (x - bx, y - by, z - bz), dt_s):
            events = events + self._turned(turn)
        return events

    def _turned(self, turn: LegTurn) -> list[MovementEvent]:
        """Take a swing of the leg. It counts at once where the puck never stands still.

        Until that is known those between which it has not stood are kept.
        """
        foot, before, self._before = self._foot, self._before, turn
        stride_s = turn.fastest_s - before.fastest_s if before else 0.0
        stood, self._stood_for_s = self._stood_for_s >= STANCE_OF_STRIDE * stride_s, 0.0
        if before is not None and stride_s < LONGEST_MOVEMENT_S and self._strides < DECIDING_STRIDES:
            stood = stood and foot.told_s > before.start_s
            self._stood += 1 if stood else -1
            self._strides += 1
            self.is_foot = foot.believed = self._stood >= 0
        jerk_g, self._jolt_g = self._jolt_g, 0.0
        met_floor = jerk_g >= (STEP_LANDING * foot.habit.jerk_g or FIRST_STEP_LANDING_G)
        self._unsaid = [*([] if stood else self._unsaid), *([leg_step(turn, jerk_g)] if met_floor else [])]
        if self.is_foot:
            return []
        told: list[MovementEvent] = []
        for step in self._unsaid:
            if step.left_s >= foot.told_s:
                foot.told_s, self.last = step.landed_s, step
                told.append(step.repetition(self.puck, self._leg.usual_deg, foot.target))
        self._unsaid = []
        foot.begin_anew()
        return told
