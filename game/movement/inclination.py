"""Which way is up, as seen from a puck: the one direction a motion sensor can know without drifting."""

from math import exp, radians, sqrt

from game.movement.clipping import LostTurn, turned_by
from game.movement.gap import GAP_S
from hardware.sample import Sample, Vector

# How fast gravity pulls the estimate back while the limb is quiet (1/s).
QUIET_GAIN_PER_S = 2.0
# Share of that pull that is taken as gyroscope bias (1/s): a bias is learnt over some ten seconds.
BIAS_GAIN_PER_S = 0.15
# A limb that turns faster than this feels its own motion as well as gravity, and gravity is believed less.
QUIET_SPEED_RAD_S = radians(15.0)
# What shakes the felt direction faster than the estimate follows is tremor or impact, not tilt; so much of it
# (rad) passes for sensor noise, and it is remembered for so long (s).
SHAKE_RAD = 0.03
SHAKE_S = 0.5
# Without a gyroscope: smoothing of gravity (s), twice in a row. One-second repetitions still pass.
SMOOTHING_S = 0.08


class GyroUp:
    """Up in the puck's own axes, from gyroscope and accelerometer.

    The gyroscope turns the estimate and gravity pulls it back: a complementary filter after Mahony et al.
    2008, on the sphere of directions. The pull is strong while the limb is quiet and weaker the more its own
    motion, or a tremor, bends what the accelerometer feels. The pull that remains is the gyroscope's bias.
    After a gap it begins anew with the bias it has learnt.
    """

    __slots__ = (
        "_begun_s",
        "_bias",
        "_error",
        "_gyro",
        "_lost",
        "_shake",
        "_speed2",
        "_time_s",
        "rate",
        "up",
    )

    def __init__(self, bias_dps: Vector = (0.0, 0.0, 0.0)) -> None:
        """bias_dps is where the bias starts from: what a still calibration has shown."""
        self.up: Vector = (0.0, 0.0, 1.0)
        self.rate: Vector = (0.0, 0.0, 0.0)
        """Angular rate in rad/s, bias taken off."""
        self._bias = (radians(bias_dps[0]), radians(bias_dps[1]), radians(bias_dps[2]))
        self._gyro: Vector = (0.0, 0.0, 0.0)
        self._begun_s = 0.0
        self._lost = LostTurn()
        self._speed2 = 0.0
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
        if last_s is None or sample.time_s - last_s > GAP_S:
            self._gyro, self._begun_s = self.rate, sample.time_s
            self._error, self._shake, self._speed2 = (0.0, 0.0, 0.0), 0.0, 0.0
            self._lost.restart()
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
        missed = self._lost.update(sample.time_s, sample.gyro_dps or self.rate, self.rate, sample.clipped)
        if missed is not None:
            ux, uy, uz = turned_by((ux, uy, uz), missed)

        mx, my, mz = ax, ay, az
        ex, ey, ez = uy * mz - uz * my, uz * mx - ux * mz, ux * my - uy * mx
        share = min(1.0, dt / SHAKE_S)
        lx, ly, lz = self._error
        lx, ly, lz = ex - lx, ey - ly, ez - lz
        self._shake += share * (lx * lx + ly * ly + lz * lz - self._shake)
        self._error = (ex - (1.0 - share) * lx, ey - (1.0 - share) * ly, ez - (1.0 - share) * lz)
        self._speed2 = max(gx * gx + gy * gy + gz * gz, (1.0 - share) * self._speed2)
        doubt = sqrt(1.0 + self._speed2 / QUIET_SPEED_RAD_S**2 + self._shake / SHAKE_RAD**2)
        gain = min(1.0, QUIET_GAIN_PER_S * dt / doubt)
        begun_s = sample.time_s - self._begun_s
        if begun_s * QUIET_GAIN_PER_S < 1.0:
            # At the beginning every sample counts alike: the first may be anywhere.
            gain = max(gain, dt / (begun_s + dt))
        ux, uy, uz = ux + gain * (mx - ux), uy + gain * (my - uy), uz + gain * (mz - uz)
        step = BIAS_GAIN_PER_S * min(gain, QUIET_GAIN_PER_S * dt)
        self._bias = (bx + step * ex, by + step * ey, bz + step * ez)
        length = sqrt(ux * ux + uy * uy + uz * uz) or 1.0
        self.up = (ux / length, uy / length, uz / length)
        return self.up


class AccelUp:
    """Up in the puck's own axes from the accelerometer alone: gravity, smoothed, knocks weighted down.

    After a gap it begins anew.
    """

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
        if last_s is None or sample.time_s - last_s > GAP_S:
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
