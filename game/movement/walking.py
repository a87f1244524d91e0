"""Walking: what the swings of one or both feet say together, and what is learnt of them beforehand."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from statistics import median

from game.movement.events import MovementKind, Repetition
from game.movement.gait import Step
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.rest import Stillness
from game.movement.step_places import step_tracker
from game.movement.symmetry import symmetry_percent
from game.movement.unplaced_steps import UnplacedStepTracker
from hardware.sample import Puck, Sample

# Step times over which cadence and symmetry are the median: some ten seconds of walking.
REMEMBERED_STEPS = 10
# A landing that comes later than so many usual steps ends a pause, not a step.
PAUSE_STEPS = 3.0
# Swings of one puck that show what is usual for a person: more of them change the medians no more.
ENOUGH_SWINGS = 20


class Walking:
    """Cadence and the symmetry of step times, from the swings of one or two feet in the order they ended."""

    def __init__(self) -> None:
        self.steps: dict[Puck, int] = {}
        self._last: Repetition | None = None
        self._step_times_s: dict[Puck, deque[float]] = {}
        self._stride_times_s: dict[Puck, deque[float]] = {}
        self._landed_s: dict[Puck, float] = {}

    def take(self, swing: Repetition) -> None:
        """Take one swing."""
        puck, last = swing.puck, self._last
        self.steps[puck] = self.steps.get(puck, 0) + 1
        if puck in self._landed_s:
            _remember(self._stride_times_s, puck, swing.end_s - self._landed_s[puck])
        if last is not None and last.puck != puck:
            _remember(self._step_times_s, puck, swing.end_s - last.end_s)
        self._landed_s[puck] = swing.end_s
        self._last = swing

    @property
    def cadence_spm(self) -> float | None:
        """Steps of both feet a minute; from one foot alone, two for each of its strides. None before two."""
        strides_s = [median(times) for times in self._stride_times_s.values()]
        return 120.0 * len(strides_s) / sum(strides_s) if strides_s else None

    def step_time_s(self, puck: Puck) -> float | None:
        """From the landing of the other foot to the landing of this one."""
        times_s = self._step_times_s.get(puck)
        return median(times_s) if times_s else None

    def symmetry_percent(self, affected: Puck) -> float | None:
        """The symmetry index of the step times: 0 is symmetric, negative a longer affected step.

        None until both feet have stepped.
        """
        own_s = self.step_time_s(affected)
        others_s = [self.step_time_s(puck) for puck in self._step_times_s if puck != affected]
        if own_s is None or not others_s or others_s[0] is None:
            return None
        return symmetry_percent(others_s[0], own_s)


def _remember(times_s: dict[Puck, deque[float]], puck: Puck, time_s: float) -> None:
    known = times_s.setdefault(puck, deque(maxlen=REMEMBERED_STEPS))
    if known and time_s > PAUSE_STEPS * median(known):
        return
    known.append(time_s)


def fit_step(
    samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int = 3, place: str = ""
) -> Calibration:
    """Learn what is usual for one foot from samples that begin in stance and hold at least some steps.

    rest is the stillness they begin with. range_deg becomes the usual tilt of the foot in a step,
    repetition_s the usual swing, strength_g the usual jerk of the landing, place where it seems to sit if
    nobody knows. Raises CalibrationRefused when fewer than at_least steps stand out.
    """
    place = place or _place(samples)
    has_gyro = samples[0].gyro_dps is not None
    seed = Calibration(
        kind=kind, rest_up=rest.rest_up, gyro_bias_dps=rest.bias_dps, has_gyro=has_gyro, place=place
    )
    steps = _steps(samples, seed)
    if len(steps) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    # What moved before the first step is smaller than the steps.
    steps = sorted(steps, key=lambda step: step.turning_dps)[-max(at_least, len(steps) // 2) :]
    return Calibration(
        kind=kind,
        rest_up=rest.rest_up,
        gyro_bias_dps=rest.bias_dps,
        has_gyro=has_gyro,
        place=place,
        range_deg=median(step.tilt_deg for step in steps),
        repetition_s=median(step.landed_s - step.left_s for step in steps),
        strength_g=median(step.jerk_g for step in steps),
        rate_hz=(len(samples) - 1) / max(samples[-1].time_s - samples[0].time_s, 1e-6),
    )


def until_walked(samples: Iterable[Sample]) -> list[Sample]:
    """The beginning of a recording, until one of its pucks has shown enough; all of it if none does."""
    trackers: dict[Puck, UnplacedStepTracker] = {}
    swings: Counter[Puck] = Counter()
    taken: list[Sample] = []
    for sample in samples:
        taken.append(sample)
        tracker = trackers.get(sample.puck)
        if tracker is None:
            tracker = trackers[sample.puck] = UnplacedStepTracker(sample.puck)
        swings[sample.puck] += sum(isinstance(event, Repetition) for event in tracker.feed(sample))
        if swings[sample.puck] >= ENOUGH_SWINGS:
            break
    return taken


def _place(samples: Iterable[Sample]) -> str:
    tracker = UnplacedStepTracker("blue")
    for sample in samples:
        tracker.feed(sample)
    return tracker.place


def _steps(samples: Sequence[Sample], seed: Calibration) -> list[Step]:
    tracker = step_tracker(samples[0].puck, seed)
    return [
        tracker.last
        for sample in samples
        if any(isinstance(event, Repetition) for event in tracker.feed(sample)) and tracker.last is not None
    ]
