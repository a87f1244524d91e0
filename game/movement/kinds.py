"""Which way each kind of movement is learnt."""

from collections.abc import Callable, Sequence
from typing import Protocol

from game.movement.events import MovementKind
from game.movement.fitting import Stillness, TiltTrace, fit_swing
from game.movement.learnt import Calibration
from hardware.sample import Sample


class Trace(Protocol):
    """A movement followed while it is still being learnt."""

    position: float

    def add(self, sample: Sample) -> bool:
        """Take one sample; true when the limb has just come back, so that counting is worth while."""

    def count(self) -> int:
        """Repetitions so far."""


_FITS: dict[MovementKind, Callable[[Sequence[Sample], Stillness, MovementKind, int], Calibration]] = {
    "swing": fit_swing,
}


def fit(kind: MovementKind, samples: Sequence[Sample], rest: Stillness, at_least: int) -> Calibration:
    """Learn one limb from samples that begin at rest and hold repetitions. Raises CalibrationRefused."""
    return _FITS[kind](samples, rest, kind, at_least)


def trace_for(sample: Sample, rest: Stillness) -> Trace:
    """Begin to follow a limb whose rest is known; sample shows what the puck can measure."""
    return TiltTrace(rest, has_gyro=sample.gyro_dps is not None)
