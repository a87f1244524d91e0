"""Gauges: from one puck's samples to a position between rest (0) and the person's own range (1)."""

from math import degrees, exp, radians, sqrt
from typing import ClassVar, Protocol

from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration
from game.movement.vectors import added, angle_deg, difference, dot, norm, scaled, turn_deg, unit
from hardware.sample import Sample, Vector

# A puck that turns about the vertical is still while its turning changes by no more than this (deg/s) or by
# this share of its tremble, three times what smoothing leaves of a slow tremor; so long still (s), and what
# the gyroscope shows is its bias, learnt over (s).
STILL_DPS = 1.5
STILL_TREMBLE = 0.4
STILL_S = 0.4
BIAS_S = 1.0
# Tremor is smoothed away over this time (s), twice in a row, before stillness is judged.
SMOOTHING_S = 0.1
# What a gyroscope's bias may creep in a second (deg/s): cheap sensors warming up.
BIAS_CREEP_DPS = 0.02


# Sitting, lying and standing differ by more than this (deg); a shift in the chair by less.
OTHER_POSTURE_DEG = 50.0
# Rest is averaged over some ten samples before it is judged.
REST_SHARE = 0.1
# So many repetitions' worth of turning are judged at once. Of it, this share is about the axis in the own
# movement, and this share in one that is strange to it.
ENOUGH = 1.0
OWN = 0.5
STRANGE = 0.25
# A movement about another axis still counts what it shows of its own, but is doubted so much.
DOUBTFUL = 0.1


class Gauge(Protocol):
    """Reads a position off samples."""

    position: float
    sureness: float
    turning_dps: float | None
    rise: float
    """The part of up along the axis: it stays as it is while the limb moves about the axis."""
    remembers: ClassVar[bool]
    """Whether a position after a gap means what it meant before."""

    def read(self, sample: Sample) -> bool:
        """Take one sample; true if the position (share of range) is new."""

    def rests(self) -> None:
        """The limb is at rest in the last sample: judge whether that still looks like the rest of before."""

    def bridge(self) -> None:
        """Samples were lost for long: do not carry anything across the gap."""


class TiltGauge:
    """The tilt of a segment about the axis that was learnt.

    How sure it is falls when movements are no longer about that axis, as when the puck has turned on its
    strap, and is 0 while the limb rests in another posture than the one that was learnt.
    """

    remembers: ClassVar[bool] = True

    def __init__(self, known: Calibration) -> None:
        self.position = 0.0
        self.sureness = 1.0
        self.turning_dps: float | None = None
        self.rise = 0.0
        self._known = known
        self._filter: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
        self._last_s: float | None = None
        self._rest_up: Vector | None = None
        self._about_axis = self._in_all = 0.0

    def read(self, sample: Sample) -> bool:
        """Take one sample."""
        known = self._known
        if known.has_gyro and sample.gyro_dps is None:
            return False
        up = self._filter.update(sample)
        self.position = turn_deg(up, known.rest_up, known.axis) / known.range_deg
        self.rise = dot(up, known.axis)
        rate = self._filter.rate
        dt = 0.0 if self._last_s is None else sample.time_s - self._last_s
        self._last_s = sample.time_s
        if rate is not None:
            along = dot(rate, known.axis)
            self._about_axis += along * along * dt
            self._in_all += dot(rate, rate) * dt
            self.turning_dps = degrees(norm(rate))
        return True

    def rests(self) -> None:
        """Compare rest with the rest that was learnt, and the movement before it with the axis."""
        known, up = self._known, self._filter.up
        self._rest_up = (
            up
            if self._rest_up is None
            else added(self._rest_up, scaled(difference(up, self._rest_up), REST_SHARE))
        )
        if angle_deg(unit(self._rest_up), known.rest_up) > OTHER_POSTURE_DEG:
            self.sureness = 0.0
            return
        # A repetition turns about its range twice, in about its time: so much turning is worth judging.
        worth = (2.0 * radians(known.range_deg)) ** 2 / max(known.repetition_s, 1.0)
        if self._in_all > ENOUGH * worth:
            share = self._about_axis / self._in_all
            self.sureness = min(1.0, max(DOUBTFUL, (share - STRANGE) / (OWN - STRANGE)))
            self._about_axis, self._in_all = 0.5 * self._about_axis, 0.5 * self._in_all
        elif self.sureness == 0.0:
            self.sureness = 1.0

    def bridge(self) -> None:
        """The filter itself trusts gravity again after a gap."""
        self._last_s = None


class TurnGauge:
    """The turn of a segment about an axis gravity cannot see, from the gyroscope alone.

    Integrates the rate about the learnt axis. The bias is learnt anew whenever the puck is still; how sure
    the position is falls with the time since then.
    """

    remembers: ClassVar[bool] = False

    def __init__(self, known: Calibration) -> None:
        self.position = 0.0
        self.sureness = 1.0
        self.turning_dps: float | None = None
        self.rise = 0.0
        self._known = known
        self._bias = known.gyro_bias_dps
        self._smooth = self._smoother = known.gyro_bias_dps
        self._still_dps = max(STILL_DPS, STILL_TREMBLE * known.tremble_dps)
        self._still_from_s: float | None = None
        self._sure_s: float | None = None
        self._last_s: float | None = None
        self._last_rate = 0.0

    def read(self, sample: Sample) -> bool:
        """Take one sample."""
        if sample.gyro_dps is None:
            return False
        gx, gy, gz = sample.gyro_dps
        bx, by, bz = self._bias
        turning = (gx - bx, gy - by, gz - bz)
        self.turning_dps = norm(turning)
        rate = dot(turning, self._known.axis) / self._known.range_deg
        if self._last_s is not None:
            dt = sample.time_s - self._last_s
            self.position += 0.5 * (rate + self._last_rate) * dt
            self._learn_bias(sample.gyro_dps, sample.time_s, dt)
        self._last_s, self._last_rate = sample.time_s, rate
        since_s = sample.time_s - (self._sure_s if self._sure_s is not None else sample.time_s)
        drift = BIAS_CREEP_DPS * since_s * sqrt(since_s) / self._known.range_deg
        self.sureness = 1.0 / (1.0 + (10.0 * drift) ** 2)
        return True

    def _learn_bias(self, gyro_dps: Vector, time_s: float, dt: float) -> None:
        share = 1.0 - exp(-dt / SMOOTHING_S)
        self._smooth = added(self._smooth, scaled(difference(gyro_dps, self._smooth), share))
        self._smoother = added(self._smoother, scaled(difference(self._smooth, self._smoother), share))
        off = difference(self._smoother, self._bias)
        if norm(off) > self._still_dps:
            self._still_from_s = None
            return
        if self._still_from_s is None:
            self._still_from_s = time_s
        if time_s - self._still_from_s >= STILL_S:
            step = scaled(off, 1.0 - exp(-dt / BIAS_S))
            self._bias = (self._bias[0] + step[0], self._bias[1] + step[1], self._bias[2] + step[2])
            self._sure_s = time_s

    def rests(self) -> None:
        """Gravity says nothing about this rest."""

    def bridge(self) -> None:
        """Where the limb went while nothing was heard cannot be known: the next position is called rest."""
        self._last_s, self._last_rate, self.position = None, 0.0, 0.0


class ForceGauge:
    """Force as a share of the person's own maximum; upside down where the movement unloads the sensor."""

    remembers: ClassVar[bool] = True

    def __init__(self, known: Calibration) -> None:
        self.position = 0.0
        self.sureness = 1.0
        self.turning_dps: float | None = None
        self.rise = 0.0
        self._known = known

    def read(self, sample: Sample) -> bool:
        """Take one sample."""
        if sample.force is None:
            return False
        self.position = (sample.force - self._known.rest_force) / self._known.force_range
        return True

    def rests(self) -> None:
        """A force has no posture."""

    def bridge(self) -> None:
        """Force remembers nothing."""
