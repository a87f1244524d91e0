"""From the samples of stillness and a few repetitions to a calibration: rest, axis, range, noise."""

from collections.abc import Sequence
from math import radians, sqrt
from statistics import median

import msgspec

from game.movement.events import MovementKind
from game.movement.excursion import NOISE_MARGIN, Excursion, ExcursionDetector
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.vectors import angle_deg, cross, dot, mean, norm, principal, scaled, turn_deg, unit
from hardware.sample import Sample, Vector

# How long a limb should be still before it moves (s): long enough to average tremor out.
STILL_S = 3.0
# Over the still time posture may creep by so much (deg): what a sitting person sways.
CREEP_DEG = 2.5
# Tremor passes for stillness up to this spread of the felt direction (deg) and of turning (deg/s).
TREMBLE_DEG = 8.0
TREMBLE_DPS = 40.0
# A gyroscope is believed when gravity moves as it says: correlation over the whole learning time.
GYRO_AGREES = 0.75
# Share of all turning that one axis must hold for the movements to have gone one way.
ONE_AXIS = 0.55
# The least a repetition must measure (deg): below it a puck cannot tell a limb from its own noise.
SMALLEST_DEG = 2.0
# A limb that is being learnt is looked at every so often (s), and has come to a stop after so long (s).
TRACE_STEP_S = 0.04
SETTLED_S = 0.3


class Stillness(msgspec.Struct, frozen=True):
    """A limb at rest: where up is, what the gyroscope shows though nothing turns, the spread of both."""

    rest_up: Vector
    bias_dps: Vector
    creep_deg: float
    tremble_deg: float
    tremble_dps: float

    @property
    def still(self) -> bool:
        """Whether this is rest, tremor included."""
        return (
            self.creep_deg <= CREEP_DEG + self.tremble_deg / 2.0
            and self.tremble_deg <= TREMBLE_DEG
            and self.tremble_dps <= TREMBLE_DPS
        )


def stillness(samples: Sequence[Sample]) -> Stillness:
    """What one or more samples of one puck show, read as rest."""
    ups = [unit(sample.accel_g) for sample in samples]
    rest_up = unit(mean(sample.accel_g for sample in samples))
    third = max(1, len(samples) // 3)
    creep = angle_deg(unit(mean(ups[:third])), unit(mean(ups[-third:])))
    tremble = sqrt(sum(angle_deg(up, rest_up) ** 2 for up in ups) / len(ups))
    rates = [sample.gyro_dps for sample in samples if sample.gyro_dps is not None]
    bias: Vector = mean(rates) if rates else (0.0, 0.0, 0.0)
    spread = sqrt(sum(norm(_minus(rate, bias)) ** 2 for rate in rates) / len(rates)) if rates else 0.0
    return Stillness(rest_up, bias, creep, tremble, spread)


def fit_swing(
    samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int = 3
) -> Calibration:
    """Learn a swing from samples of one puck that begin at rest and hold repetitions.

    rest is the stillness they begin with. Raises CalibrationRefused when fewer than at_least repetitions
    stand out, when they are no larger than the noise, or when they share no axis.
    """
    has_gyro = gyro_agrees(samples, rest.bias_dps)
    filtered: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
    ups: list[Vector] = []
    rates: list[Vector] = []
    for sample in samples:
        ups.append(filtered.update(sample))
        if filtered.rate is not None:
            rates.append(filtered.rate)
    turns = rates if has_gyro else [cross(up, rest.rest_up) for up in ups]
    axis, share = principal(turns)
    if share < ONE_AXIS:
        raise CalibrationRefused(Trouble.NO_CONSISTENT_AXIS)
    angles = [turn_deg(up, rest.rest_up, axis) for up in ups]
    if abs(min(angles)) > max(angles):
        axis, angles = scaled(axis, -1.0), [-angle for angle in angles]
    times = [sample.time_s for sample in samples]
    noise_deg = tremor_deg(times, angles)
    if max(angles) < max(SMALLEST_DEG, 2.0 * NOISE_MARGIN * noise_deg):
        raise CalibrationRefused(Trouble.TOO_SMALL)
    found = excursions(times, angles, noise_deg)
    if len(found) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    range_deg = median(peak for peak, _ in found)
    return Calibration(
        kind=kind,
        rest_up=rest.rest_up,
        axis=axis,
        range_deg=range_deg,
        noise=noise_deg / range_deg,
        gyro_bias_dps=rest.bias_dps,
        has_gyro=has_gyro,
        rate_hz=(len(times) - 1) / max(times[-1] - times[0], 1e-6),
        repetition_s=median(lasted for _, lasted in found),
    )


def excursions(times: Sequence[float], values: Sequence[float], noise: float) -> list[tuple[float, float]]:
    """Peak (unit of values) and duration (s) of each repetition in a curve whose range is not yet known.

    The largest value is a first guess of the range; the median of what that finds is the next.
    """
    scale = max(values)
    found: list[tuple[float, float]] = []
    for _ in range(3):
        done = _detect(times, values, scale, noise)
        if not done:
            break
        found = [(one.peak * scale, one.end_s - one.start_s) for one in done]
        scale = median(peak for peak, _ in found)
    return found


def _detect(times: Sequence[float], values: Sequence[float], scale: float, noise: float) -> list[Excursion]:
    detector = ExcursionDetector(noise / scale)
    done: list[Excursion] = []
    last_s, last, speed = times[0], values[0], 0.0
    for time_s, value in zip(times, values, strict=True):
        dt = time_s - last_s
        if dt > 0.0:
            speed += ((value - last) / scale / dt - speed) * min(1.0, dt / 0.1)
        last_s, last = time_s, value
        done += [one for what, one in detector.update(time_s, value / scale, speed) if what == "ended"]
    return done


def tremor_deg(times: Sequence[float], values: Sequence[float]) -> float:
    """Standard deviation about its mean of the quietest second of a curve."""
    best = float("inf")
    start = 0
    for end in range(len(times)):
        if times[end] - times[start] >= 1.0:
            part = values[start : end + 1]
            middle = sum(part) / len(part)
            best = min(best, sqrt(sum((value - middle) ** 2 for value in part) / len(part)))
            start = end
    return 0.0 if best == float("inf") else best


def gyro_agrees(samples: Sequence[Sample], bias_dps: Vector) -> bool:
    """Whether gravity moves through the puck's axes as the gyroscope says it should.

    Compares, over steps of about a quarter of a second, the change of the felt direction with -rate x up. A
    gyroscope whose axes or scale are wrong would bend every angle; then gravity alone is the better witness.
    """
    if not samples or any(sample.gyro_dps is None for sample in samples):
        return False
    told = felt = both = 0.0
    for first, last, turn in _steps(samples, bias_dps):
        change = _minus(last, first)
        predicted = scaled(cross(turn, first), -1.0)
        told += dot(predicted, predicted)
        felt += dot(change, change)
        both += dot(predicted, change)
    return told > 0.0 and felt > 0.0 and both / sqrt(told * felt) >= GYRO_AGREES


def _steps(samples: Sequence[Sample], bias_dps: Vector) -> list[tuple[Vector, Vector, Vector]]:
    """(felt up before, felt up after, rotation vector in rad between) for steps of a quarter second."""
    steps: list[tuple[Vector, Vector, Vector]] = []
    before, turn, begun_s = unit(samples[0].accel_g), (0.0, 0.0, 0.0), samples[0].time_s
    last_s = begun_s
    for sample in samples[1:]:
        dt = radians(sample.time_s - last_s)
        last_s = sample.time_s
        rate = _minus(sample.gyro_dps or bias_dps, bias_dps)
        turn = (turn[0] + rate[0] * dt, turn[1] + rate[1] * dt, turn[2] + rate[2] * dt)
        if sample.time_s - begun_s >= 0.25:
            after = unit(sample.accel_g)
            steps.append((before, after, turn))
            before, turn, begun_s = after, (0.0, 0.0, 0.0), sample.time_s
    return steps


def _minus(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


class TiltTrace:
    """The tilt of a limb that is still being learnt: unsigned at first, signed once it has gone somewhere."""

    def __init__(self, rest: Stillness, has_gyro: bool) -> None:
        self.position = 0.0
        self._rest = rest
        self._filter: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
        self._times: list[float] = []
        self._ups: list[Vector] = []
        self._farthest = SMALLEST_DEG
        self._peak = 0.0

    def add(self, sample: Sample) -> bool:
        """Take one sample; true when the limb has come half of its way back since it was last true."""
        up = self._filter.update(sample)
        tilt = angle_deg(up, self._rest.rest_up)
        if not self._times or sample.time_s - self._times[-1] >= TRACE_STEP_S:
            self._times.append(sample.time_s)
            self._ups.append(up)
        self._farthest = max(self._farthest, tilt)
        self._peak = max(self._peak, tilt)
        self.position = tilt / self._farthest
        if self._peak > self._farthest / 3.0 and self._is_back(tilt):
            self._peak = 0.0
            return True
        return False

    def _is_back(self, tilt: float) -> bool:
        recent = self._times[-1] - SETTLED_S
        return tilt < 0.5 * self._peak and all(
            angle_deg(up, self._ups[-1]) < 0.1 * self._peak
            for time_s, up in zip(reversed(self._times), reversed(self._ups), strict=True)
            if time_s > recent
        )

    def count(self) -> int:
        """Repetitions so far, about the axis that gravity's arc suggests so far."""
        axis, _ = principal(cross(up, self._rest.rest_up) for up in self._ups)
        angles = [turn_deg(up, self._rest.rest_up, axis) for up in self._ups]
        if abs(min(angles)) > max(angles):
            angles = [-angle for angle in angles]
        return len(excursions(self._times, angles, tremor_deg(self._times, angles)))
