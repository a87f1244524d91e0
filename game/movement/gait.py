"""Steps: each swing of a foot, from the instant it leaves the ground to the instant it lands.

A standing foot does not travel. So in stance the puck learns which way is up and what its gyroscope says at rest,
and from the moment the foot begins to turn its velocity is integrated from zero, for one step only, too short for
drift to matter. The foot was in the air if it travelled: a foot that pivots on the floor turns as fast and goes
nowhere. It left the ground when it gained a share of its speed, and landed at the first hard jerk of the landing.
None of this asks how the puck is strapped on or which way the person walks.
"""

import math
from collections import deque
from statistics import median

from game.movement.events import Began, Dropped, LimbState, MovementEvent, Phase, Repetition, Target
from hardware.sample import Puck, Sample, Vector

STANDARD_GRAVITY_MPS2 = 9.80665

# A foot on the ground turns slower than this share of the speed it reaches in this person's steps.
STANCE_TURNING = 0.12
# Before the first step, and for the slowest: the turning of a foot that bears a swaying body.
STANCE_TURNING_FLOOR_DPS = 15.0
# A foot on the ground is carried by gravity alone, give or take the shaking of the other foot's landing.
STANCE_ACCELERATION_G = 0.25
# Stance is believed once it has lasted this long: longer than the pause between two shakes of one landing.
STANCE_S = 0.06
# How quickly stance takes over what it learns: gravity at once, the gyroscope's rest over several shakes.
UP_TIME_S = 0.1
BIAS_TIME_S = 0.5
# Readings of the gyroscope that stay together within this, so long, are its rest whatever they say.
REST_SPREAD_DPS = 5.0
REST_S = 0.3
# A step reaches at least this share of the foot speed of this person's own steps; a shuffle on the spot less.
STEP_SPEED = 0.15
# What one second of integration can mistake for speed, with up known to a degree.
STEP_SPEED_FLOOR_MPS = 0.15
# The share of its own top speed at which the foot is taken to have left the ground.
LEAVING_SPEED = 0.3
# The share of the hardest jerk of a landing which its first contact reaches.
LANDING_JERK = 0.35
# A foot stands at least this share of the person's usual swing before it leaves again: anything sooner is the
# rebound of a landing. And a swing lasts at least the other share: anything shorter is a shake.
LEAST_STANCE = 0.4
LEAST_SWING = 0.3
# A swing is begun for the eye when it is this share of the person's own speed.
SHOWN_SPEED = 0.3
# A silence longer than this in the middle of a step leaves nothing to measure it by.
LONGEST_GAP_S = 0.4
# Steps that make up what is usual for a person.
REMEMBERED_STEPS = 7
# A foot that has turned this long without standing is not walking.
LONGEST_MOVEMENT_S = 4.0


class FootMotion:
    """Which way is up and how fast the foot travels, in the puck's own axes."""

    def __init__(self) -> None:
        self.up: Vector | None = None
        self.stance_up: Vector = (0.0, 0.0, 1.0)
        self.velocity: Vector = (0.0, 0.0, 0.0)

    def stand(self, accel_g: Vector, dt_s: float) -> None:
        """Learn up from a foot that stands."""
        x, y, z = self.up or accel_g
        share = min(1.0, dt_s / UP_TIME_S)
        x += share * (accel_g[0] - x)
        y += share * (accel_g[1] - y)
        z += share * (accel_g[2] - z)
        length = math.sqrt(x * x + y * y + z * z) or 1.0
        self.up = self.stance_up = (x / length, y / length, z / length)
        self.velocity = (0.0, 0.0, 0.0)

    def travel(self, accel_g: Vector, turning_dps: Vector, dt_s: float) -> float:
        """Carry up and velocity over one sample; the speed in m/s. Strapdown integration in the body frame."""
        ux, uy, uz = self.up or accel_g
        vx, vy, vz = self.velocity
        ax, ay, az = accel_g
        wx, wy, wz = (math.radians(rate) * dt_s for rate in turning_dps)
        gained = STANDARD_GRAVITY_MPS2 * dt_s
        ux, uy, uz = ux + uy * wz - uz * wy, uy + uz * wx - ux * wz, uz + ux * wy - uy * wx
        length = math.sqrt(ux * ux + uy * uy + uz * uz) or 1.0
        ux, uy, uz = ux / length, uy / length, uz / length
        vx, vy, vz = (
            vx + vy * wz - vz * wy + gained * (ax - ux),
            vy + vz * wx - vx * wz + gained * (ay - uy),
            vz + vx * wy - vy * wx + gained * (az - uz),
        )
        self.up, self.velocity = (ux, uy, uz), (vx, vy, vz)
        return math.sqrt(vx * vx + vy * vy + vz * vz)

    @property
    def tilt_deg(self) -> float:
        """How far the foot is tilted from how it stood."""
        ux, uy, uz = self.up or self.stance_up
        sx, sy, sz = self.stance_up
        return math.degrees(math.acos(max(-1.0, min(1.0, ux * sx + uy * sy + uz * sz))))


class GyroscopeRest:
    """What the gyroscope reads when nothing turns: up to 20 degrees a second in cheap pucks."""

    def __init__(self) -> None:
        self.bias: Vector = (0.0, 0.0, 0.0)
        self._middle: Vector | None = None
        self._since_s = 0.0

    def feed(self, time_s: float, gyro_dps: Vector) -> None:
        """Take readings that have stayed together for REST_S as rest."""
        middle = self._middle
        if middle is None or math.dist(gyro_dps, middle) > REST_SPREAD_DPS:
            self._middle, self._since_s = gyro_dps, time_s
            return
        self._middle = approach(middle, gyro_dps, 0.1)
        if time_s - self._since_s >= REST_S:
            self.bias = self._middle

    def stand(self, gyro_dps: Vector, dt_s: float) -> None:
        """A standing foot turns as far one way as the other: what is left over is bias."""
        self.bias = approach(self.bias, gyro_dps, min(1.0, dt_s / BIAS_TIME_S))


def approach(old: Vector, new: Vector, share: float) -> Vector:
    """The vector that lies this share of the way from old to new."""
    return (
        old[0] + share * (new[0] - old[0]),
        old[1] + share * (new[1] - old[1]),
        old[2] + share * (new[2] - old[2]),
    )


class Movement:
    """One stretch between two stances, kept until it is known whether it was a step."""

    def __init__(self) -> None:
        self.times_s: list[float] = []
        self.speeds_mps: list[float] = []
        self.tilts_deg: list[float] = []
        self.jerks_g: list[float] = []
        self.turning_dps: list[float] = []

    def add(self, time_s: float, speed_mps: float, tilt_deg: float, jerk_g: float, turning_dps: float) -> None:
        self.times_s.append(time_s)
        self.speeds_mps.append(speed_mps)
        self.tilts_deg.append(tilt_deg)
        self.jerks_g.append(jerk_g)
        self.turning_dps.append(turning_dps)

    def instants(self) -> tuple[int, int, int] | None:
        """Where in the stretch the foot left, was fastest, and landed; None if it is too short to say.

        The heel rises first: the tilt away from stance grows until push-off. Landing is looked for after that,
        past the first third of what is left, which belongs to the leaving.
        """
        count = len(self.times_s)
        if count < 4:
            return None
        early = self.tilts_deg[: max(2, count * 6 // 10)]
        pushed_off = early.index(max(early))
        late = pushed_off + (count - pushed_off) // 3
        contact = LANDING_JERK * max(self.jerks_g[late:])
        landed = next(index for index in range(late, count) if self.jerks_g[index] >= contact)
        fastest = max(range(landed + 1), key=self.speeds_mps.__getitem__)
        leaving = LEAVING_SPEED * self.speeds_mps[fastest]
        left = next(index for index in range(fastest + 1) if self.speeds_mps[index] >= leaving)
        return (left, fastest, landed) if left < landed else None


class StepTracker:
    """Follows one foot. Each Repetition is one swing: start_s the foot leaves, end_s it lands.

    Needs no calibration: what is usual is learned from the person's own steps. A swing is told at the next stance,
    about 0.2 s after it landed. state.position is the speed of the foot as a share of the person's own.
    """

    def __init__(self, puck: Puck) -> None:
        self.puck = puck
        self.target = Target()
        self.state = LimbState()
        self._motion = FootMotion()
        self._rest = GyroscopeRest()
        self._last: Sample | None = None
        self._movement: Movement | None = None
        self._calm_since_s: float | None = None
        self._shown = False
        self._landed_s = -math.inf
        self._peak_turning_dps = 0.0
        self._turnings_dps: deque[float] = deque(maxlen=REMEMBERED_STEPS)
        self._swings_s: deque[float] = deque(maxlen=REMEMBERED_STEPS)
        self._speeds_mps: deque[float] = deque(maxlen=REMEMBERED_STEPS)
        self._tilts_deg: deque[float] = deque(maxlen=REMEMBERED_STEPS)

    def ask(self, target: Target) -> None:
        """What makes the next swing full: a share of the person's own usual tilt of the foot."""
        self.target = target

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this foot; what has become certain with it."""
        last, self._last = self._last, sample
        if last is None or sample.time_s <= last.time_s:
            return []
        dt_s = sample.time_s - last.time_s
        if dt_s > LONGEST_GAP_S:
            return self.skip(sample.time_s)
        gyro_dps = sample.gyro_dps or (0.0, 0.0, 0.0)
        self._rest.feed(sample.time_s, gyro_dps)
        bias = self._rest.bias
        turning = (gyro_dps[0] - bias[0], gyro_dps[1] - bias[1], gyro_dps[2] - bias[2])
        turning_dps = math.sqrt(turning[0] ** 2 + turning[1] ** 2 + turning[2] ** 2)
        stands = self._stands(sample, turning_dps)
        if self._movement is None and stands:
            self._motion.stand(sample.accel_g, dt_s)
            self._rest.stand(gyro_dps, dt_s)
            return self._show(sample.time_s, 0.0)
        if self._movement is None:
            self._movement, self._peak_turning_dps = Movement(), 0.0
        self._peak_turning_dps = max(self._peak_turning_dps, turning_dps)
        speed_mps = self._motion.travel(sample.accel_g, turning, dt_s)
        jerk_g = math.dist(sample.accel_g, last.accel_g)
        self._movement.add(sample.time_s, speed_mps, self._motion.tilt_deg, jerk_g, turning_dps)
        return self._show(sample.time_s, speed_mps) + self._settle(sample.time_s, stands)

    def skip(self, time_s: float) -> list[MovementEvent]:
        """The signal was lost up to time_s: a step in the middle counts as nothing."""
        dropped: list[MovementEvent] = [Dropped(self.puck, time_s)] if self._shown else []
        self._stop()
        return dropped

    def _stands(self, sample: Sample, turning_dps: float) -> bool:
        usual_dps = median(self._turnings_dps) if self._turnings_dps else 0.0
        within_dps = max(usual_dps, self._peak_turning_dps if self._movement else 0.0)
        weight_g = math.sqrt(sum(part * part for part in sample.accel_g))
        return (
            turning_dps < max(STANCE_TURNING_FLOOR_DPS, STANCE_TURNING * within_dps)
            and abs(weight_g - 1.0) < STANCE_ACCELERATION_G
        )

    def _settle(self, time_s: float, stands: bool) -> list[MovementEvent]:
        """Close the movement once the foot has stood for STANCE_S."""
        movement = self._movement
        if movement is None:
            return []
        if not stands:
            self._calm_since_s = None
            if time_s - movement.times_s[0] > LONGEST_MOVEMENT_S:
                return self.skip(time_s)
            return []
        if self._calm_since_s is None:
            self._calm_since_s = time_s
        if time_s - self._calm_since_s < STANCE_S:
            return []
        swing = self._swing(movement)
        shown = self._shown
        self._stop()
        if swing is not None:
            return [swing]
        return [Dropped(self.puck, time_s)] if shown else []

    def _swing(self, movement: Movement) -> Repetition | None:
        """The swing in this movement, if the foot travelled as in a step; it then counts to what is usual."""
        instants = movement.instants()
        if instants is None:
            return None
        left, fastest, landed = instants
        times_s, top_mps = movement.times_s, movement.speeds_mps[fastest]
        usual_mps = median(self._speeds_mps) if self._speeds_mps else 0.0
        if top_mps < max(STEP_SPEED_FLOOR_MPS, STEP_SPEED * usual_mps):
            return None
        swing_s = times_s[landed] - times_s[left]
        usual_s = median(self._swings_s) if self._swings_s else swing_s
        if swing_s < LEAST_SWING * usual_s or times_s[left] - self._landed_s < LEAST_STANCE * usual_s:
            return None
        self._landed_s = times_s[landed]
        range_deg = max(movement.tilts_deg[: landed + 1])
        peak_dps = max(movement.turning_dps[left : landed + 1])
        self._swings_s.append(swing_s)
        self._speeds_mps.append(top_mps)
        self._turnings_dps.append(peak_dps)
        self._tilts_deg.append(range_deg)
        share = range_deg / (median(self._tilts_deg) or 1.0)
        return Repetition(
            puck=self.puck,
            start_s=times_s[left],
            peak_s=times_s[fastest],
            end_s=times_s[landed],
            range_deg=range_deg,
            range=share,
            hold_s=0.0,
            out_s=times_s[fastest] - times_s[left],
            back_s=times_s[landed] - times_s[fastest],
            peak_speed_dps=peak_dps,
            full=share >= self.target.range,
            asked=self.target,
        )

    def _show(self, time_s: float, speed_mps: float) -> list[MovementEvent]:
        """Keep the state for drawing; say when a swing begins."""
        usual_mps = max(median(self._speeds_mps) if self._speeds_mps else 1.0, STEP_SPEED_FLOOR_MPS)
        state, position = self.state, speed_mps / usual_mps
        dt_s = time_s - state.time_s
        state.speed = (position - state.position) / dt_s if 0.0 < dt_s < LONGEST_GAP_S else 0.0
        state.phase = Phase.REST
        if self._movement is not None:
            state.phase = Phase.OUT if position >= state.position else Phase.BACK
        state.position, state.time_s = position, time_s
        if not self._shown and self._movement is not None and position >= SHOWN_SPEED:
            self._shown = True
            return [Began(self.puck, time_s)]
        return []

    def _stop(self) -> None:
        self._movement, self._calm_since_s, self._shown = None, None, False
