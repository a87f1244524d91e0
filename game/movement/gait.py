"""Steps: each swing of a foot, from the instant it leaves the ground to the instant it lands.

A standing foot does not travel. So in stance the puck learns which way is up and what its gyroscope says at
rest, and from the moment the foot begins to turn its velocity is integrated from zero, for one step only, too
short for drift to matter. The foot was in the air if it travelled and hit the ground: one that rocks on the
floor hits nothing, one that pivots goes nowhere. It left the ground when it gained a share of its speed, and
landed at the first hard jerk of the landing. None of this asks how the puck is strapped on or which way the
person walks.
"""

import math
from bisect import bisect_left
from collections import deque
from statistics import median

import msgspec

from game.movement.events import Began, Dropped, LimbState, MovementEvent, Phase, Quality, Repetition, Target
from game.movement.foot_motion import FootMotion, Rest, approach
from game.movement.learnt import Calibration
from game.movement.leg_swing import LegSwing, LegTurn
from game.movement.smoothness import smoothness
from game.movement.vectors import norm, scaled
from hardware.sample import Puck, Sample, Vector

# A foot on the ground turns slower than this share of the speed it reaches in this person's steps.
STANCE_TURNING = 0.12
# Before the first step, and for the smallest: the turning of a foot that bears a swaying body.
STANCE_TURNING_FLOOR_DPS = 4.0
# A foot on the ground is carried by gravity alone, give or take the shaking of the other foot's landing.
STANCE_ACCELERATION_G = 0.25
# Without a gyroscope this is the only sign, so it has to be a finer one.
STANCE_ACCELERATION_ALONE_G = 0.1
# A landing shakes the foot to and fro, which is no turning: what counts is the mean over this time.
SHAKING_S = 0.03
# Stance is believed once it has lasted longer than the pause between two shakes of one landing.
STANCE_S = 0.08
# In slow flight the foot may turn as little and weigh as much as on the ground. Stance is believed that
# soon only if it hit the ground with this share of the usual jerk, this recently; if not, once it has lasted
# longer than flight stays calm.
LANDING_SHARE = 0.3
LANDING_RECENT_S = 0.35
LONG_STANCE_S = 0.2
# A slow foot stays calm for longer where it turns round: this share of the person's usual swing, up to (s).
CALM_FLIGHT = 0.3
LONGEST_STANCE_S = 0.45
# A jerk is the change of acceleration over this time (s), or between two samples that are further apart.
JERK_S = 0.009
# A step reaches at least this share of the foot speed of this person's own steps; a shuffle on the spot less.
STEP_SPEED = 0.1
# And it lands with at least this share of the usual jerk; a foot that rocks on the floor turns smoothly.
STEP_LANDING = 0.04
# Half a second of integration with up known to a third of a degree mistakes this much for speed.
STEP_SPEED_FLOOR_MPS = 0.03
# While nothing is known of the person, shifting from foot to foot before the first step is slower than this.
FIRST_STEP_SPEED_MPS = 0.15
# And that weight comes down on the foot no harder than so much: a first landing has a harder jerk (g).
FIRST_STEP_LANDING_G = 0.1
# The share of its own top speed at which the foot is taken to have left the ground.
LEAVING_SPEED = 0.3
# The share of the hardest jerk of a landing which its first contact reaches.
LANDING_JERK = 0.35
# A foot that still moves so long after a contact had not landed with it: a swing is told within this time.
LONGEST_LANDING_S = 0.5
# A swing lasts at least this share of the person's usual one: anything shorter is the rebound of a landing.
LEAST_SWING = 0.3
# Who has shown natural steps before play shortens them no further than to this share: a spasm is shorter.
LEAST_LEARNT_SWING = 0.4
# A swing is begun for the eye when it has this share of the person's own speed.
SHOWN_SPEED = 0.3
# A silence longer than this in the middle of a step leaves nothing to measure it by.
LONGEST_GAP_S = 0.4
# A foot that has turned this long without standing is not walking.
LONGEST_MOVEMENT_S = 4.0
# Steps that make up what is usual for a person; what was learnt before play weighs as much as so many.
REMEMBERED_STEPS = 7
LEARNT_STEPS = 3
# Whether a puck stands still between swings is judged by so many strides: a foot does for this share of one.
STANCE_STRIDES = 4
STANCE_OF_STRIDE = 0.25


class Step(msgspec.Struct, frozen=True):
    """One swing as measured. jerk_g: the hardest change of acceleration between samples as it landed."""

    left_s: float
    fastest_s: float
    landed_s: float
    speed_mps: float
    turning_dps: float
    tilt_deg: float
    jerk_g: float
    quality: Quality

    def repetition(self, puck: Puck, usual_deg: float, asked: Target) -> Repetition:
        """The step as it is told: full if it has the share asked of what is usual."""
        share = self.tilt_deg / usual_deg if usual_deg else 1.0
        return Repetition(
            puck=puck,
            start_s=self.left_s,
            peak_s=self.fastest_s,
            end_s=self.landed_s,
            range_deg=self.tilt_deg,
            range=share,
            hold_s=0.0,
            out_s=self.fastest_s - self.left_s,
            back_s=self.landed_s - self.fastest_s,
            peak_speed_dps=self.turning_dps,
            full=share >= asked.range,
            asked=asked,
            quality=self.quality,
        )


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
        quality=Quality(),
    )


class Habit:
    """What is usual for this person's foot: medians over the last few steps, 0 while nothing is known."""

    def __init__(self, known: Calibration | None) -> None:
        self.calibrated = known is not None
        self.speed_mps = self.turning_dps = self.tilt_deg = self.jerk_g = self.swing_s = 0.0
        self._steps: deque[Step] = deque(maxlen=REMEMBERED_STEPS)
        self._learnt: list[Calibration] = []
        self._least_swing = LEAST_SWING
        if known is not None and known.repetition_s > 0.0:
            self._learnt = LEARNT_STEPS * [known]
            self._least_swing = LEAST_LEARNT_SWING
            self._settle()

    @property
    def last(self) -> Step:
        """The latest step that counted. IndexError before the first."""
        return self._steps[-1]

    def remember(self, step: Step) -> None:
        """Take a step that counts."""
        if len(self._steps) + len(self._learnt) == REMEMBERED_STEPS and self._learnt:
            self._learnt.pop()
        self._steps.append(step)
        self.speed_mps = median(each.speed_mps for each in self._steps)
        self._settle()

    def _settle(self) -> None:
        """Medians over what was learnt and what was done; foot speed is known of the latter only."""
        learnt, steps = self._learnt, self._steps
        # out and back within a swing, as a sine
        turnings_dps = [math.pi * known.range_deg / known.repetition_s for known in learnt]
        self.turning_dps = median([*turnings_dps, *(each.turning_dps for each in steps)])
        self.tilt_deg = median([*(known.range_deg for known in learnt), *(each.tilt_deg for each in steps)])
        self.jerk_g = median([*(known.strength_g for known in learnt), *(each.jerk_g for each in steps)])
        swings_s = [each.landed_s - each.left_s for each in steps]
        self.swing_s = median([*(known.repetition_s for known in learnt), *swings_s])

    def is_step(self, step: Step) -> bool:
        """Whether a movement is a step of this person, and not a shuffle, a rocking or a rebound."""
        known = self.calibrated or self.speed_mps > 0.0
        least_mps = STEP_SPEED_FLOOR_MPS if known else FIRST_STEP_SPEED_MPS
        least_g = STEP_LANDING * self.jerk_g if known else FIRST_STEP_LANDING_G
        return (
            step.speed_mps >= max(least_mps, STEP_SPEED * self.speed_mps)
            and step.jerk_g >= least_g
            and step.landed_s - step.left_s >= self._least_swing * self.swing_s
        )


class FootStretch:
    """What a foot did between two stances, kept until it is known whether it was a step."""

    def __init__(self, time_s: float) -> None:
        self.begun_s = time_s
        self.top_turning_dps = 0.0
        self._times_s: list[float] = []
        self._speeds_mps: list[float] = []
        self._tilts_deg: list[float] = []
        self._jerks_g: list[float] = []
        self._turnings_dps: list[float] = []

    def add(
        self, time_s: float, speed_mps: float, tilt_deg: float, jerk_g: float, turning_dps: float
    ) -> None:
        """Take what one sample says."""
        self.top_turning_dps = max(self.top_turning_dps, turning_dps)
        self._times_s.append(time_s)
        self._speeds_mps.append(speed_mps)
        self._tilts_deg.append(tilt_deg)
        self._jerks_g.append(jerk_g)
        self._turnings_dps.append(turning_dps)

    def hardest_jerk_g(self, since_s: float) -> float:
        """The hardest jerk from an instant on."""
        return max(self._jerks_g[bisect_left(self._times_s, since_s) :], default=0.0)

    def step(self) -> Step | None:
        """The stretch read as one swing; None if it is too short to be one.

        The heel rises first: the tilt away from stance grows until push-off. The landing is looked for past
        the first third of what follows, which belongs to the leaving.
        """
        count = len(self._times_s)
        if count < 4:
            return None
        early = self._tilts_deg[: max(2, count * 6 // 10)]
        pushed_off = early.index(max(early))
        settling = bisect_left(self._times_s, self._times_s[-1] - LONGEST_LANDING_S)
        late = max(pushed_off + (count - pushed_off) // 3, settling)
        contact_g = LANDING_JERK * max(self._jerks_g[late:])
        landed = next(index for index in range(late, count) if self._jerks_g[index] >= contact_g)
        fastest = max(range(landed + 1), key=self._speeds_mps.__getitem__)
        leaving_mps = LEAVING_SPEED * self._speeds_mps[fastest]
        left = next(index for index in range(fastest + 1) if self._speeds_mps[index] >= leaving_mps)
        if left >= landed:
            return None
        return Step(
            left_s=self._times_s[left],
            fastest_s=self._times_s[fastest],
            landed_s=self._times_s[landed],
            speed_mps=self._speeds_mps[fastest],
            turning_dps=max(self._turnings_dps[left : landed + 1]),
            tilt_deg=max(self._tilts_deg[: landed + 1]),
            jerk_g=max(self._jerks_g[landed:]),
            quality=self._quality(left, landed),
        )

    def _quality(self, left: int, landed: int) -> Quality:
        measured = smoothness(self._times_s[left : landed + 1], self._turnings_dps[left : landed + 1])
        return Quality(*measured) if measured else Quality()


class StepTracker:
    """Follows one foot. Each Repetition is one swing: start_s the foot leaves, end_s it lands.

    Needs no calibration: what is usual is learned from the person's own steps; a calibration (see
    `game.movement.walking.fit_step`) only lets the very first ones be smaller. A swing is told once the foot
    stands again, about 0.2 s after it landed. state.position is the speed of the foot as a share of the
    person's own; range_deg of a swing is how far the foot tilted.
    """

    def __init__(self, puck: Puck, calibration: Calibration | None = None) -> None:
        self.puck = puck
        self.target = Target()
        self.state = LimbState()
        self.habit = Habit(calibration)
        self._motion = FootMotion()
        self._rest = Rest(calibration.gyro_bias_dps if calibration else (0.0, 0.0, 0.0))
        self._last: Sample | None = None
        self._recent: deque[Sample] = deque()
        self._weight_g: Vector = (0.0, 0.0, 1.0)
        self._turning_dps: Vector = (0.0, 0.0, 0.0)
        self._stretch: FootStretch | None = None
        self._calm_since_s: float | None = None
        self._shown = False
        self._leg = LegSwing()
        self._before: LegTurn | None = None
        self.last: Step | None = None
        self._unsaid: list[Step] = []
        self._stood: deque[bool] = deque([True], STANCE_STRIDES)
        self._told_s = -math.inf
        self._jolt_g = self._stood_for_s = 0.0

    def ask(self, target: Target) -> None:
        """What makes the next swing full: a share of the person's own usual tilt of the foot."""
        self.target = target

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this foot; what has become certain with it."""
        last, self._last = self._last, sample
        if last is None:
            self._weight_g = sample.accel_g
            self._recent.append(sample)
            return []
        if sample.time_s <= last.time_s:
            return []
        dt_s = sample.time_s - last.time_s
        earlier = self._earlier(sample)
        if dt_s > LONGEST_GAP_S:
            return self.skip(sample.time_s)
        gyro_dps = sample.gyro_dps or (0.0, 0.0, 0.0)
        self._rest.feed(sample.time_s, gyro_dps, self._weight_g)
        bias_dps = self._rest.bias_dps
        turning_dps = (gyro_dps[0] - bias_dps[0], gyro_dps[1] - bias_dps[1], gyro_dps[2] - bias_dps[2])
        share = min(1.0, dt_s / SHAKING_S)
        self._weight_g = approach(self._weight_g, sample.accel_g, share)
        self._turning_dps = approach(self._turning_dps, turning_dps, share)
        stands = self._stands(dt_s, sample.gyro_dps is None)
        jerk_g = math.dist(sample.accel_g, earlier.accel_g)
        self._jolt_g = max(self._jolt_g, jerk_g)
        turns = self._leg.feed(sample.time_s, turning_dps, dt_s)
        self._stood_for_s += stands * dt_s
        events = [event for turn in turns for event in self._turned(turn)]
        if self._stretch is None and stands:
            self._motion.stand(sample.accel_g, dt_s)
            return events + self._show(sample.time_s, 0.0)
        if self._stretch is None:
            self._stretch = FootStretch(sample.time_s)
        stretch = self._stretch
        accel_g = scaled(sample.accel_g, 1.0 / self._rest.gravity_g)
        speed_mps = self._motion.travel(accel_g, turning_dps, dt_s)
        stretch.add(sample.time_s, speed_mps, self._motion.tilt_deg, jerk_g, norm(turning_dps))
        return events + self._show(sample.time_s, speed_mps) + self._settle(stretch, sample.time_s, stands)

    def _earlier(self, sample: Sample) -> Sample:
        """The latest sample at least JERK_S before this one, or the one just before it."""
        recent = self._recent
        recent.append(sample)
        while len(recent) > 2 and sample.time_s - recent[1].time_s >= JERK_S:
            recent.popleft()
        return recent[0]

    def skip(self, time_s: float) -> list[MovementEvent]:
        """The signal was lost up to time_s: a step in the middle counts as nothing."""
        dropped: list[MovementEvent] = [Dropped(self.puck, time_s)] if self._shown else []
        self._begin_anew()
        return dropped

    def _begin_anew(self) -> None:
        self._stretch, self._calm_since_s, self._shown = None, None, False
        self._motion = FootMotion()

    def _stands(self, dt_s: float, without_gyroscope: bool) -> bool:
        usual_dps = max(self.habit.turning_dps, self._stretch.top_turning_dps if self._stretch else 0.0)
        within_g = STANCE_ACCELERATION_ALONE_G if without_gyroscope else STANCE_ACCELERATION_G
        if norm(self._turning_dps) >= max(STANCE_TURNING_FLOOR_DPS, STANCE_TURNING * usual_dps):
            return False
        if not without_gyroscope:
            self._rest.weigh(self._weight_g, dt_s)
        return abs(norm(self._weight_g) - self._rest.gravity_g) < within_g

    @property
    def stands(self) -> bool:
        """Whether the puck stands still between swings: on a foot it does, on a shank not."""
        return 2 * sum(self._stood) >= len(self._stood)

    def _turned(self, turn: LegTurn) -> list[MovementEvent]:
        """Take a swing of the leg. It counts at once where the puck never stands still.

        Until that is known those between which it has not stood are kept.
        """
        before, self._before = self._before, turn
        stride_s = turn.fastest_s - before.fastest_s if before else 0.0
        stood, self._stood_for_s = self._stood_for_s >= STANCE_OF_STRIDE * stride_s, 0.0
        if before is not None and stride_s < LONGEST_MOVEMENT_S:
            stood = stood and self._told_s > before.start_s
            self._stood.append(stood)
        step = self._leg_step(turn)
        self._unsaid = [*([] if stood else self._unsaid), *([step] if step else [])]
        if self.stands:
            return []
        told = [event for step in self._unsaid for event in self._tell(step)]
        self._unsaid = []
        self._begin_anew()
        return told

    def _leg_step(self, turn: LegTurn) -> Step | None:
        """A swing of the leg as a step; None if it met no floor."""
        jerk_g, self._jolt_g = self._jolt_g, 0.0
        if jerk_g < (STEP_LANDING * self.habit.jerk_g or FIRST_STEP_LANDING_G):
            return None
        return leg_step(turn, jerk_g)

    def _tell(self, step: Step) -> list[MovementEvent]:
        """The step as a repetition; none if it began before the last one had ended."""
        if step.left_s < self._told_s:
            return []
        self._told_s, self.last = step.landed_s, step
        usual_deg = self._leg.usual_deg if step.speed_mps == 0.0 else self.habit.tilt_deg
        return [step.repetition(self.puck, usual_deg, self.target)]

    def _settle(self, stretch: FootStretch, time_s: float, stands: bool) -> list[MovementEvent]:
        """Close the stretch once the foot stands for good."""
        if not stands:
            self._calm_since_s = None
            return self.skip(time_s) if time_s - stretch.begun_s > LONGEST_MOVEMENT_S else []
        if self._calm_since_s is None:
            self._calm_since_s = time_s
        landed = stretch.hardest_jerk_g(time_s - LANDING_RECENT_S) >= LANDING_SHARE * self.habit.jerk_g
        calm_flight_s = min(max(LONG_STANCE_S, CALM_FLIGHT * self.habit.swing_s), LONGEST_STANCE_S)
        if time_s - self._calm_since_s < (STANCE_S if landed else calm_flight_s):
            return []
        dropped = self.skip(time_s)
        self._motion.land(self._weight_g)
        step = stretch.step()
        if not self.stands or step is None or not self.habit.is_step(step):
            return dropped
        self.habit.remember(step)
        return self._tell(step) or dropped

    def _show(self, time_s: float, speed_mps: float) -> list[MovementEvent]:
        """Keep the state for drawing; say when a swing begins."""
        state, position = self.state, speed_mps / max(self.habit.speed_mps, FIRST_STEP_SPEED_MPS)
        dt_s = time_s - state.time_s
        state.speed = (position - state.position) / dt_s if 0.0 < dt_s < LONGEST_GAP_S else 0.0
        state.phase = Phase.REST
        if self._stretch is not None:
            state.phase = Phase.OUT if position >= state.position else Phase.BACK
        inside = position >= self.target.range
        state.hold(self.target, reached=inside, in_band=inside)
        state.position, state.time_s = position, time_s
        if not self._shown and self._stretch is not None and position >= SHOWN_SPEED:
            self._shown = True
            return [Began(self.puck, time_s)]
        return []
