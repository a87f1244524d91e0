"""Steps of a puck on a leg, above the foot: each swing as soon as the leg comes back from it.

Where the puck is known to be on the leg nothing has to be found out first: every swing counts from the first,
if it met the floor.
"""

import math

from game.movement.events import Began, Dropped, LimbState, MovementEvent, Phase, Target
from game.movement.foot_motion import Rest
from game.movement.gait import (
    FIRST_STEP_LANDING_G,
    LONGEST_GAP_S,
    SHOWN_SPEED,
    STEP_LANDING,
    Step,
)
from game.movement.learnt import Calibration
from game.movement.leg_swing import FIRST_TURN_DEG, FIRST_TURN_DPS, LegSwing, LegTurn
from hardware.sample import Puck, Sample


class LegStepTracker:
    """Follows one leg. Each Repetition is one swing, told once the leg comes back.

    state.position is how fast the leg turns as a share of its own usual; range_deg how far it swung. Needs no
    calibration; one lets the very first steps be smaller.
    """

    def __init__(self, puck: Puck, calibration: Calibration | None = None) -> None:
        self.puck = puck
        self.target = Target()
        self.state = LimbState()
        self.last: Step | None = None
        self._landing_g = FIRST_STEP_LANDING_G
        self._known = (0.0, 0.0)
        if calibration is not None:
            self._landing_g = STEP_LANDING * calibration.strength_g
            # Asked to step, a leg of which no more is known does no less than a share of a first turn.
            self._known = (FIRST_TURN_DEG, FIRST_TURN_DPS)
            if calibration.repetition_s > 0.0:
                # one way, as half a sine
                fastest_dps = math.pi / 2 * calibration.range_deg / calibration.repetition_s
                self._known = (calibration.range_deg, fastest_dps)
        self._rest = Rest(calibration.gyro_bias_dps if calibration else (0.0, 0.0, 0.0))
        self._leg = LegSwing(*self._known)
        self._before: Sample | None = None
        self._jolt_g = 0.0
        self._shown = False

    def ask(self, target: Target) -> None:
        """What makes the next swing full: a share of the usual one."""
        self.target = target

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this leg; what has become certain with it."""
        before = self._before
        dt_s = sample.time_s - before.time_s if before is not None else 0.0
        if dt_s <= 0.0 and before is not None:
            return []
        self._before = sample
        if before is None or sample.gyro_dps is None:
            return []
        if dt_s > LONGEST_GAP_S:
            return self.skip(sample.time_s)
        self._rest.feed(sample.time_s, sample.gyro_dps, sample.accel_g)
        self._jolt_g = max(self._jolt_g, math.dist(sample.accel_g, before.accel_g))
        x, y, z = sample.gyro_dps
        bx, by, bz = self._rest.bias_dps
        turns = self._leg.feed(sample.time_s, (x - bx, y - by, z - bz), dt_s)
        events = self._show(sample.time_s, dt_s)
        return events + self._turned(turns) if turns else events

    def skip(self, time_s: float) -> list[MovementEvent]:
        """The signal was lost up to time_s: a step in the middle counts as nothing."""
        dropped: list[MovementEvent] = [Dropped(self.puck, time_s)] if self._shown else []
        self._leg.break_off(time_s)
        self._shown, self._jolt_g = False, 0.0
        return dropped

    def _turned(self, turns: list[LegTurn]) -> list[MovementEvent]:
        jerk_g, self._jolt_g = self._jolt_g, 0.0
        self._shown = False
        if jerk_g < self._landing_g:
            return []
        steps = [leg_step(turn, jerk_g) for turn in turns]
        self.last = steps[-1]
        return [step.repetition(self.puck, self._leg.usual_deg, self.target) for step in steps]

    def _show(self, time_s: float, dt_s: float) -> list[MovementEvent]:
        """Keep the state for drawing; say when a swing begins."""
        state, leg = self.state, self._leg
        swings = leg.rate_dps * leg.swing_way > 0.0
        position = abs(leg.rate_dps) / max(leg.usual_dps, FIRST_TURN_DPS) if swings else 0.0
        state.speed = (position - state.position) / dt_s
        state.phase = Phase.REST
        if position >= SHOWN_SPEED:
            state.phase = Phase.OUT if position >= state.position else Phase.BACK
        inside = position >= self.target.range
        state.hold(self.target, reached=inside, in_band=inside)
        state.position, state.time_s = position, time_s
        if not self._shown and position >= SHOWN_SPEED:
            self._shown = True
            return [Began(self.puck, time_s)]
        return []


def leg_step(turn: LegTurn, jerk_g: float) -> Step:
    """A swing of the leg as a step. jerk_g: the hardest jerk since the swing before."""
    return Step(
        left_s=turn.start_s,
        fastest_s=turn.fastest_s,
        landed_s=turn.end_s,
        speed_mps=0.0,
        turning_dps=turn.top_dps,
        tilt_deg=turn.size_deg,
        jerk_g=jerk_g,
    )
