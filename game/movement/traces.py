"""A movement followed while it is still being learnt: how far from rest, and how often so far."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from game.movement.curves import excursions, mostly_below, noise_of
from game.movement.fitting import SMALLEST_DEG, SMALLEST_FORCE
from game.movement.foot import Foot
from game.movement.gap import GAP_S
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration, CalibrationRefused
from game.movement.rest import Stillness
from game.movement.tap_fit import find_taps
from game.movement.vectors import angle_deg, cross, difference, norm, principal, scaled, turn_deg
from hardware.sample import Sample, Vector

# A limb that is being learnt is looked at every so often (s), and has come to a stop after so long (s).
STEP_S = 0.04
SETTLED_S = 0.6
# Repetitions without a stop between them are counted so often (s).
COUNT_S = 1.0
# Back: less than this share of the way out is left; stopped: it moved less than this share of it.
BACK = 0.5
STOPPED = 0.2
# What stays below this share of the largest movement so far is none of the three.
STANDS_OUT = 1.0 / 3.0
# A foot that travels without turning counts as turned by so much (deg).
TRAVELS_DEG = 4.0


class Trace(ABC):
    """Distance from rest over time; each kind of movement has its own measure of it."""

    smallest: float

    def __init__(self, both_ways: bool = False, hold_s: float = 0.0) -> None:
        self._both_ways = both_ways
        self._hold_s = hold_s
        self.position = 0.0
        """0 at rest, 1 at the largest movement so far."""
        self.farthest = 0.0
        self.times: list[float] = []
        self._recent: list[tuple[float, float]] = []
        self._peak = 0.0

    @abstractmethod
    def measure(self, sample: Sample, keep: bool) -> float:
        """How far from rest, without sign; keep the sample's own reading for the curve if told to."""

    @abstractmethod
    def curve(self) -> Sequence[float]:
        """The kept readings as a signed curve."""

    def points_down(self, curve: Sequence[float]) -> bool:
        """Whether the way out is the negative one."""
        return -min(curve) > max(curve)

    def add(self, sample: Sample) -> bool:
        """Take one sample; true when the limb has just come back, so that counting is worth while."""
        time_s = sample.time_s
        keep = not self.times or time_s - self.times[-1] >= STEP_S
        far = self.measure(sample, keep)
        if keep:
            self.times.append(time_s)
            self._recent = [one for one in self._recent if one[0] > time_s - SETTLED_S] + [(time_s, far)]
        self.farthest = max(self.farthest, far)
        self._peak = max(self._peak, far)
        self.position = far / max(self.farthest, self.smallest)
        stands_out = self._peak > max(STANDS_OUT * self.farthest, self.smallest)
        stopped = all(abs(one - far) < STOPPED * self._peak for _, one in self._recent)
        if stands_out and stopped and far < BACK * self._peak:
            self._peak = 0.0
            return True
        return False

    def count(self) -> int:
        """Repetitions so far."""
        curve = self.curve()
        if self.points_down(curve):
            curve = [-value for value in curve]
        noise = noise_of(self.times, curve)
        return len(excursions(self.times, curve, noise, self._both_ways, self._hold_s))


class TiltTrace(Trace):
    """Angle between up now and up at rest (deg)."""

    smallest = SMALLEST_DEG

    def __init__(self, rest: Stillness, has_gyro: bool, both_ways: bool, hold_s: float = 0.0) -> None:
        """hold_s is how long it is right to stay out."""
        super().__init__(both_ways, hold_s)
        self._rest_up = rest.rest_up
        self._filter: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
        self._ups: list[Vector] = []

    def measure(self, sample: Sample, keep: bool) -> float:
        """Take one sample."""
        up = self._filter.update(sample)
        if keep:
            self._ups.append(up)
        return angle_deg(up, self._rest_up)

    def curve(self) -> Sequence[float]:
        """Turn about the axis that gravity's arc suggests so far."""
        axis, _ = principal(cross(up, self._rest_up) for up in self._ups)
        return [turn_deg(up, self._rest_up, axis) for up in self._ups]


class TurnTrace(Trace):
    """Rotation since rest by the gyroscope (deg)."""

    smallest = SMALLEST_DEG

    def __init__(self, rest: Stillness) -> None:
        super().__init__()
        self._bias = rest.bias_dps
        self._turn: Vector = (0.0, 0.0, 0.0)
        self._last_s: float | None = None
        self._turns: list[Vector] = []

    def measure(self, sample: Sample, keep: bool) -> float:
        """Take one sample."""
        dt = sample.time_s - self._last_s if self._last_s is not None else 0.0
        self._last_s = sample.time_s
        if dt > GAP_S:
            dt, self._turn = 0.0, (0.0, 0.0, 0.0)
        step = scaled(difference(sample.gyro_dps or self._bias, self._bias), dt)
        self._turn = (self._turn[0] + step[0], self._turn[1] + step[1], self._turn[2] + step[2])
        if keep:
            self._turns.append(self._turn)
        return norm(self._turn)

    def curve(self) -> Sequence[float]:
        """Turn along its main direction."""
        axis, _ = principal(self._turns)
        return [turn[0] * axis[0] + turn[1] * axis[1] + turn[2] * axis[2] for turn in self._turns]


class ForceTrace(Trace):
    """Departure from the force at rest (share of full scale)."""

    smallest = SMALLEST_FORCE

    def __init__(self, rest_force: float) -> None:
        super().__init__()
        self._rest_force = rest_force
        self._forces: list[float] = []
        self._last = 0.0

    def measure(self, sample: Sample, keep: bool) -> float:
        """Take one sample."""
        if sample.force is not None:
            self._last = sample.force - self._rest_force
        if keep:
            self._forces.append(self._last)
        return abs(self._last)

    def curve(self) -> Sequence[float]:
        """The departure with its sign."""
        return self._forces

    def points_down(self, curve: Sequence[float]) -> bool:
        """A foot that stamps unloads for longer than it lands."""
        return mostly_below(self.times, curve)


class TapTrace(Trace):
    """The turning of a foot, and the taps in it (deg)."""

    smallest = SMALLEST_DEG

    def __init__(self, rest: Stillness, has_gyro: bool) -> None:
        super().__init__()
        self._known = Calibration(
            "tap",
            rest_up=rest.rest_up,
            has_gyro=has_gyro,
            gyro_bias_dps=rest.bias_dps,
            tremble_dps=rest.tremble_dps,
        )
        self._foot = Foot(self._known)
        self._samples: list[Sample] = []

    def measure(self, sample: Sample, keep: bool) -> float:  # noqa: ARG002
        """Take one sample; all are kept, an impact is shorter than a step of the curve."""
        self._samples.append(sample)
        foot = self._foot
        foot.feed(sample)
        travels = sample.time_s - foot.pushed_s < SETTLED_S
        return max(foot.turned_deg, TRAVELS_DEG if travels else 0.0)

    def curve(self) -> Sequence[float]:
        """Taps are found in the samples themselves."""
        return []

    def count(self) -> int:
        """Taps so far."""
        return len(find_taps(self._samples, self._known)[1])


class FitTrace(Trace):
    """The tilt of a limb that need not stop between repetitions (deg); they are counted every second."""

    smallest = SMALLEST_DEG

    def __init__(self, rest: Stillness, has_gyro: bool, fit: Callable[..., Calibration]) -> None:
        """fit learns from samples and at_least repetitions, or raises CalibrationRefused."""
        super().__init__()
        self._rest_up = rest.rest_up
        self._fit = fit
        self._filter: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
        self._samples: list[Sample] = []
        self._counted_s = float("-inf")

    def add(self, sample: Sample) -> bool:
        """Take one sample; true once a second while the limb has gone anywhere."""
        super().add(sample)
        if self.farthest < self.smallest or sample.time_s - self._counted_s < COUNT_S:
            return False
        self._counted_s = sample.time_s
        return True

    def measure(self, sample: Sample, keep: bool) -> float:
        """Take one sample."""
        if keep:
            self._samples.append(sample)
        return angle_deg(self._filter.update(sample), self._rest_up)

    def curve(self) -> Sequence[float]:
        """Repetitions are found in the samples themselves."""
        return []

    def count(self) -> int:
        """The largest number of repetitions, up to three, that can be learnt from."""
        for number in (3, 2, 1):
            try:
                self._fit(self._samples, at_least=number)
            except CalibrationRefused:
                continue
            return number
        return 0
