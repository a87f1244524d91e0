"""Which way is up, as seen from a puck: the one direction a motion sensor can know without drifting."""

from math import exp, radians, sqrt

from hardware.sample import Sample, Vector

# How fast gravity pulls the estimate back while the limb is quiet (1/s).
QUIET_GAIN_PER_S = 2.0
# Share of that pull that is taken as gyroscope bias (1/s): a bias is learnt over some five seconds.
BIAS_GAIN_PER_S = 0.15
# A shin of 0.4 m turning at 30 deg/s feels 0.01 g of its own motion: above that, gravity is believed less.
QUIET_SPEED_RAD_S = radians(30.0)
# Acceleration that is not gravity bends the felt direction by as many radians as it has g.
QUIET_ACCEL_G = 0.05
# What shakes the felt direction faster than the estimate follows is tremor or impact, not tilt; so much of it
# (rad) passes for sensor noise, and it is remembered for so long (s).
SHAKE_RAD = 0.03
SHAKE_S = 0.5
# Trust in one second of gravity (rad^2 s); only its ratio to what a lost sample costs matters.
GRAVITY_VARIANCE = 4e-4
# The mean of two rates misses (2 pi f dt)^2 / 12 of a swing at f; legs swing at about 1 Hz (1/s^2).
GAP_ERROR_PER_S2 = 3.3
# Without a gyroscope: smoothing of gravity (s), twice in a row. One-second repetitions still pass.
SMOOTHING_S = 0.08


class GyroUp:
    """Up in the puck's own axes, from gyroscope and accelerometer.

    The gyroscope turns the estimate, gravity pulls it back (a complementary filter after Mahony et al. 2008
    on the sphere of directions, with a gain that follows a scalar variance as a Kalman filter does): strongly
    when the limb is quiet, weakly when its own motion bends what the accelerometer feels, strongly again
    after samples were lost. The pull that remains is the gyroscope's bias.
    """

    __slots__ = ("_bias", "_error", "_gyro", "_shake", "_time_s", "_variance", "rate", "up")

    def __init__(self, bias_dps: Vector = (0.0, 0.0, 0.0)) -> None:
        """bias_dps is where the bias starts from: what a still calibration has shown."""
        self.up: Vector = (0.0, 0.0, 1.0)
        self.rate: Vector = (0.0, 0.0, 0.0)
        """Angular rate in rad/s, bias taken off."""
        self._bias = (radians(bias_dps[0]), radians(bias_dps[1]), radians(bias_dps[2]))
        self._gyro: Vector = (0.0, 0.0, 0.0)
        self._variance = 1.0
        self._error: Vector = (0.0, 0.0, 0.0)
        self._shake = 0.0
        self._time_s: float | None = None

    def update(self, sample: Sample) -> Vector:
        """Take one sample with a gyroscope reading; return the unit vector that points up."""
        ax, ay, az = sample.accel_g
        norm = sqrt(ax * ax + ay * ay + az * az)
        gx, gy, gz = sample.gyro_dps or (0.0, 0.0, 0.0)
        bx, by, bz = self._bias
        gx, gy, gz = radians(gx) - bx, radians(gy) - by, radians(gz) - bz
        self.rate = (gx, gy, gz)
        last_s, self._time_s = self._time_s, sample.time_s
        if norm < 1e-6:
            return self.up
        if last_s is None:
            self._gyro = self.rate
            self.up = (ax / norm, ay / norm, az / norm)
            return self.up
        dt = sample.time_s - last_s
        if dt <= 0.0:
            return self.up
        wx, wy, wz = self._gyro
        wx, wy, wz = 0.5 * (wx + gx), 0.5 * (wy + gy), 0.5 * (wz + gz)
        self._gyro = self.rate
        ux, uy, uz = self.up
        # d(up)/dt = -rate x up, to second order so that 25 Hz and fast kicks stay on the sphere's right place
        cx, cy, cz = wy * uz - wz * uy, wz * ux - wx * uz, wx * uy - wy * ux
        half = 0.5 * dt * dt
        ux += -cx * dt + (wy * cz - wz * cy) * half
        uy += -cy * dt + (wz * cx - wx * cz) * half
        uz += -cz * dt + (wx * cy - wy * cx) * half

        mx, my, mz = ax / norm, ay / norm, az / norm
        ex, ey, ez = uy * mz - uz * my, uz * mx - ux * mz, ux * my - uy * mx
        share = min(1.0, dt / SHAKE_S)
        lx, ly, lz = self._error
        lx, ly, lz = ex - lx, ey - ly, ez - lz
        self._shake += share * (lx * lx + ly * ly + lz * lz - self._shake)
        self._error = (ex - (1.0 - share) * lx, ey - (1.0 - share) * ly, ez - (1.0 - share) * lz)
        speed2 = gx * gx + gy * gy + gz * gz
        doubt = (
            1.0
            + speed2 / QUIET_SPEED_RAD_S**2
            + ((norm - 1.0) / QUIET_ACCEL_G) ** 2
            + self._shake / SHAKE_RAD**2
        )
        lost = dt * sqrt(speed2) * (1.0 if sample.clipped else min(1.0, GAP_ERROR_PER_S2 * dt * dt))
        variance = self._variance + QUIET_GAIN_PER_S**2 * GRAVITY_VARIANCE * dt + lost * lost
        gain = variance / (variance + GRAVITY_VARIANCE * doubt / dt)
        self._variance = variance * (1.0 - gain)
        ux, uy, uz = ux + gain * (mx - ux), uy + gain * (my - uy), uz + gain * (mz - uz)
        step = BIAS_GAIN_PER_S * min(gain, QUIET_GAIN_PER_S * dt)
        self._bias = (bx + step * ex, by + step * ey, bz + step * ez)
        length = sqrt(ux * ux + uy * uy + uz * uz) or 1.0
        self.up = (ux / length, uy / length, uz / length)
        return self.up


class AccelUp:
    """Up in the puck's own axes from the accelerometer alone: gravity, smoothed, knocks weighted down."""

    __slots__ = ("_first", "_second", "_time_s", "rate", "up")

    def __init__(self) -> None:
        self.up: Vector = (0.0, 0.0, 1.0)
        self.rate: Vector | None = None
        self._first: Vector = (0.0, 0.0, 0.0)
        self._second: Vector = (0.0, 0.0, 0.0)
        self._time_s: float | None = None

    def update(self, sample: Sample) -> Vector:
        """Take one sample; return the unit vector that points up."""
        ax, ay, az = sample.accel_g
        norm = sqrt(ax * ax + ay * ay + az * az)
        last_s, self._time_s = self._time_s, sample.time_s
        if norm < 1e-6:
            return self.up
        if last_s is None:
            self._first = self._second = self.up = (ax / norm, ay / norm, az / norm)
            return self.up
        dt = max(sample.time_s - last_s, 0.0)
        share = 1.0 - exp(-dt / SMOOTHING_S)
        weight = share / (1.0 + (2.0 * (norm - 1.0)) ** 2)
        fx, fy, fz = self._first
        fx, fy, fz = fx + weight * (ax - fx), fy + weight * (ay - fy), fz + weight * (az - fz)
        sx, sy, sz = self._second
        sx, sy, sz = sx + share * (fx - sx), sy + share * (fy - sy), sz + share * (fz - sz)
        self._first, self._second = (fx, fy, fz), (sx, sy, sz)
        length = sqrt(sx * sx + sy * sy + sz * sz) or 1.0
        self.up = (sx / length, sy / length, sz / length)
        return self.up
