"""Steps: each swing of a foot, from the instant it leaves the ground to the instant it lands.

A standing foot does not travel. So in stance the puck learns which way is up and what its gyroscope says at
rest, and from the moment the foot begins to turn its velocity is integrated from zero, for one step only, too
short for drift to matter. The foot was in the air if it travelled and hit the ground: one that rocks on the
floor hits nothing, one that pivots goes nowhere. It left the ground when it gained a share of its speed, and
landed at the first hard jerk of the landing. None of this asks how the puck is strapped on or which way the
person walks.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from math import acos, degrees, dist, inf, pi, sqrt
from statistics import median

import msgspec

from game.movement.events import Began, Dropped, LimbState, MovementEvent, Phase, Quality, Repetition, Target
from game.movement.foot_motion import FootMotion, Rest
from game.movement.learnt import Calibration
from game.movement.smoothness import smoothness
from hardware.sample import Puck, Sample, Vector

# A foot on the ground turns slower than this share of the speed it reaches in this person's steps.
STANCE_TURNING = 0.12
# Before the first step, and for the smallest: the turning of a foot that bears a swaying body.
STANCE_TURNING_FLOOR_DPS = 4.0
# A foot on the ground is carried by gravity alone, give or take the shaking of the other foot's landing.
STANCE_ACCELERATION_G = 0.25
# Without a gyroscope this is the only sign, so it has to be a finer one.
STANCE_ACCELERATION_ALONE_G = 0.1
# Stance is believed once it has lasted longer than the pause between two shakes of one landing.
STANCE_S = 0.08
# In slow flight the foot may turn as little and weigh as much as on the ground. Stance is believed that
# soon only if it hit the ground with this share of the usual jerk, this recently; if not, once it has lasted
# longer than flight stays calm.
LANDING_SHARE = 0.3
LANDING_RECENT_S = 0.35
LONG_STANCE_S = 0.2
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


NOT_JUDGED = Quality()


class Step(msgspec.Struct, frozen=True):
    """One swing as measured. jerk_g: the hardest change of acceleration between samples as it landed."""

    left_s: float
    fastest_s: float
    landed_s: float
    speed_mps: float
    turning_dps: float
    tilt_deg: float
    jerk_g: float

    def repetition(
        self, puck: Puck, usual_deg: float, asked: Target, quality: Quality = NOT_JUDGED
    ) -> Repetition:
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
            quality=quality,
        )


class Habit:
    """What is usual for this person's foot: medians over the last few steps, 0 while nothing is known."""

    def __init__(self, known: Calibration | None) -> None:
        self.calibrated = known is not None
        self.speed_mps = self.turning_dps = self.tilt_deg = self.jerk_g = self.swing_s = 0.0
        self._steps: deque[Step] = deque(maxlen=REMEMBERED_STEPS)
        self._brief = 0
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
        turnings_dps = [pi * known.range_deg / known.repetition_s for known in learnt]
        self.turning_dps = median([*turnings_dps, *(each.turning_dps for each in steps)])
        self.tilt_deg = median([*(known.range_deg for known in learnt), *(each.tilt_deg for each in steps)])
        self.jerk_g = median([*(known.strength_g for known in learnt), *(each.jerk_g for each in steps)])
        swings_s = [each.landed_s - each.left_s for each in steps]
        self.swing_s = median([*(known.repetition_s for known in learnt), *swings_s])

    def takes(self, step: Step) -> bool:
        """Whether a movement is a step of this person, which is remembered then.

        Movements that are too brief, again and again, are swings: what seemed usual was two taken for one.
        """
        if self.is_step(step):
            self._brief = 0
        elif not self._travels_and_lands(step):
            return False
        elif self._brief + 1 < LEARNT_STEPS:
            self._brief += 1
            return False
        else:
            self._brief, self._learnt = 0, []
            self._steps.clear()
        self.remember(step)
        return True

    def is_step(self, step: Step) -> bool:
        """Whether a movement is a step of this person, and not a shuffle, a rocking or a rebound."""
        lasted_s = step.landed_s - step.left_s
        return self._travels_and_lands(step) and lasted_s >= self._least_swing * self.swing_s

    def _travels_and_lands(self, step: Step) -> bool:
        known = self.calibrated or self.speed_mps > 0.0
        least_mps = STEP_SPEED_FLOOR_MPS if known else FIRST_STEP_SPEED_MPS
        least_g = STEP_LANDING * self.jerk_g if known else FIRST_STEP_LANDING_G
        return step.speed_mps >= max(least_mps, STEP_SPEED * self.speed_mps) and step.jerk_g >= least_g


# What one sample says of a foot on its way: time_s, speed_mps, the cosine of its tilt from how it stood,
# jerk_g, turning_dps.
Instant = tuple[float, float, float, float, float]


def swing_among(instants: Sequence[Instant]) -> Step | None:
    """What a foot did between two stances, read as one swing; None if it is too short to be one.

    The heel rises first: the tilt away from stance grows until push-off. The landing is looked for past the
    first third of what follows, which belongs to the leaving.
    """
    count = len(instants)
    if count < 4:
        return None
    times_s, speeds_mps, levels, jerks_g, turnings_dps = zip(*instants, strict=True)
    early = levels[: max(2, count * 6 // 10)]
    pushed_off = early.index(min(early))
    settling = bisect_left(times_s, times_s[-1] - LONGEST_LANDING_S)
    late = max(pushed_off + (count - pushed_off) // 3, settling)
    contact_g = LANDING_JERK * max(jerks_g[late:])
    landed = next(index for index in range(late, count) if jerks_g[index] >= contact_g)
    fastest = max(range(landed + 1), key=speeds_mps.__getitem__)
    leaving_mps = LEAVING_SPEED * speeds_mps[fastest]
    left = next(index for index in range(fastest + 1) if speeds_mps[index] >= leaving_mps)
    if left >= landed:
        return None
    return Step(
        left_s=times_s[left],
        fastest_s=times_s[fastest],
        landed_s=times_s[landed],
        speed_mps=speeds_mps[fastest],
        turning_dps=max(turnings_dps[left : landed + 1]),
        tilt_deg=degrees(acos(max(-1.0, min(1.0, *levels[: landed + 1])))),
        jerk_g=max(jerks_g[landed:]),
    )


def _quality(instants: Sequence[Instant], step: Step) -> Quality:
    swing = [instant for instant in instants if step.left_s <= instant[0] <= step.landed_s]
    measured = smoothness([instant[0] for instant in swing], [instant[4] for instant in swing])
    return Quality(*measured) if measured else NOT_JUDGED


class StepTracker:
    """Follows one foot. Each Repetition is one swing: start_s the foot leaves, end_s it lands.

    Needs no calibration: what is usual is learned from the person's own steps; a calibration (see
    `game.movement.walking.fit_step`) only lets the very first ones be smaller. A swing is told once the foot
    stands again, about 0.2 s after it landed. state.position is the speed of the foot as a share of the
    person's own; range_deg of a swing is how far the foot tilted.

    stands, jerk_g: at this instant. believed: whether the swings it finds count. told_s: when the last swing
    that counted had landed.
    """

    def __init__(self, puck: Puck, calibration: Calibration | None = None) -> None:
        self.puck = puck
        self.target = Target()
        self.state = LimbState()
        self.habit = Habit(calibration)
        self.rest = Rest(calibration.gyro_bias_dps if calibration else (0.0, 0.0, 0.0))
        self.last: Step | None = None
        self.stands = False
        self.jerk_g = 0.0
        self.believed = True
        self.told_s = -inf
        self._time_s: float | None = None
        self._recent: deque[tuple[float, Vector]] = deque()
        self._calm_s = 0.0
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget the movement that is under way."""
        self._motion = FootMotion()
        self._instants: list[Instant] = []
        self._under_way = self._shown = False
        self._hit_s = -inf
        self._calm_since_s: float | None = None
        self._expect(self.habit.turning_dps)

    def _expect(self, usual_dps: float) -> None:
        """Below which turning the foot may stand, and how hard it lands."""
        self._usual_dps = usual_dps
        self._calm_dps = max(STANCE_TURNING_FLOOR_DPS, STANCE_TURNING * usual_dps)

    def ask(self, target: Target) -> None:
        """What makes the next swing full: a share of the person's own usual tilt of the foot."""
        self.target = target

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this foot; what has become certain with it."""
        time_s, accel_g = sample.time_s, sample.accel_g
        dt_s = time_s - self._time_s if self._time_s is not None else 0.0
        if not 0.0 < dt_s <= LONGEST_GAP_S:
            return self._interrupted(time_s, accel_g, dt_s)
        self._time_s = time_s
        self.jerk_g = jerk_g = dist(accel_g, self._earlier(time_s, accel_g))
        gyro_dps = sample.gyro_dps or (0.0, 0.0, 0.0)
        self.rest.feed(time_s, gyro_dps, accel_g)
        (x, y, z), (bx, by, bz) = gyro_dps, self.rest.bias_dps
        turning_dps = x, y, z = x - bx, y - by, z - bz
        rate_dps = sqrt(x * x + y * y + z * z)
        self.stands = stands = self._is_calm(accel_g, rate_dps, dt_s, sample.gyro_dps is None)
        if not self._under_way:
            if stands:
                self._motion.stand(accel_g, dt_s)
                return self._show(time_s, dt_s, 0.0)
            self._under_way = True
        speed_mps, level = self._motion.travel(accel_g, self.rest.gravity_g, turning_dps, dt_s)
        self._instants.append((time_s, speed_mps, level, jerk_g, rate_dps))
        if rate_dps > self._usual_dps:
            self._expect(rate_dps)
        if jerk_g >= LANDING_SHARE * self.habit.jerk_g:
            self._hit_s = time_s
        began = self._show(time_s, dt_s, speed_mps)
        if stands or time_s - self._instants[0][0] > LONGEST_MOVEMENT_S:
            return began + self._settle(time_s, accel_g, stands)
        self._calm_since_s = None
        return began

    def _interrupted(self, time_s: float, accel_g: Vector, dt_s: float) -> list[MovementEvent]:
        """The first sample, one after a silence, or one that is no later than the last."""
        if self._time_s is not None and dt_s <= 0.0:
            return []
        first, self._time_s = self._time_s is None, time_s
        self._earlier(time_s, accel_g)
        return [] if first else self.skip(time_s)

    def _earlier(self, time_s: float, accel_g: Vector) -> Vector:
        """The latest acceleration at least JERK_S before this one, or the one just before it."""
        recent = self._recent
        recent.append((time_s, accel_g))
        while len(recent) > 2 and time_s - recent[1][0] >= JERK_S:
            recent.popleft()
        return recent[0][1]

    def _is_calm(self, accel_g: Vector, rate_dps: float, dt_s: float, without_gyroscope: bool) -> bool:
        """Whether the foot hardly turns and is carried by gravity alone."""
        if rate_dps >= self._calm_dps:
            self._calm_s = 0.0
            return False
        self._calm_s += dt_s
        ax, ay, az = accel_g
        felt_g = sqrt(ax * ax + ay * ay + az * az)
        if without_gyroscope:
            return abs(felt_g - 1.0) < STANCE_ACCELERATION_ALONE_G
        if self._calm_s > STANCE_S:
            # In flight a foot hardly turns for an instant, and feels up to three times gravity.
            self.rest.weigh(felt_g, dt_s)
        return abs(felt_g - self.rest.gravity_g) < STANCE_ACCELERATION_G

    def skip(self, time_s: float) -> list[MovementEvent]:
        """The signal was lost up to time_s: a step in the middle counts as nothing."""
        dropped: list[MovementEvent] = [Dropped(self.puck, time_s)] if self._shown else []
        self.begin_anew()
        return dropped

    def _settle(self, time_s: float, accel_g: Vector, stands: bool) -> list[MovementEvent]:
        """End the movement once the foot stands for good, or has not stood for too long."""
        if not stands:
            return self.skip(time_s)
        if self._calm_since_s is None:
            self._calm_since_s = time_s
        landed = time_s - self._hit_s <= LANDING_RECENT_S
        if time_s - self._calm_since_s < (STANCE_S if landed else LONG_STANCE_S):
            return []
        instants = self._instants
        step = swing_among(instants)
        dropped = self.skip(time_s)
        self._motion.land(accel_g)
        if not self.believed or step is None or not self.habit.takes(step):
            return dropped
        self._expect(self.habit.turning_dps)
        if step.left_s < self.told_s:
            return dropped
        self.told_s, self.last = step.landed_s, step
        quality = _quality(instants, step)
        return [step.repetition(self.puck, self.habit.tilt_deg, self.target, quality)]

    def _show(self, time_s: float, dt_s: float, speed_mps: float) -> list[MovementEvent]:
        """Keep the state for drawing; say when a swing begins."""
        state = self.state
        state.time_s = time_s
        before = state.position
        if not self._under_way and before == 0.0:
            state.phase, state.speed = Phase.REST, 0.0
            return []
        usual_mps = self.habit.speed_mps
        state.position = position = speed_mps / (
            usual_mps if usual_mps > FIRST_STEP_SPEED_MPS else FIRST_STEP_SPEED_MPS
        )
        state.speed = (position - before) / dt_s
        if not self._under_way:
            state.phase = Phase.REST
        else:
            state.phase = Phase.OUT if position >= before else Phase.BACK
        state.in_band = inside = position >= self.target.range
        state.held = 1.0 if inside else 0.0
        if self._shown or position < SHOWN_SPEED or not self._under_way:
            return []
        self._shown = True
        return [Began(self.puck, time_s)]
