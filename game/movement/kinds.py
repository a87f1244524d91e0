"""Which way each kind of movement is learnt and followed."""

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Protocol

from game.movement.beginning import Beginning
from game.movement.circle import CircleTracker
from game.movement.circle_fit import fit_circle
from game.movement.events import LimbState, MovementEvent, MovementKind, Target
from game.movement.fitting import LONGEST_POSTURE_S, fit_press, fit_tilt, fit_turn
from game.movement.gauges import ForceGauge, TiltGauge, TurnGauge
from game.movement.gyro_trust import is_stuck
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.rest import Stillness
from game.movement.step_places import step_tracker
from game.movement.stillness import StillTracker
from game.movement.tap import TapTracker
from game.movement.tap_fit import fit_tap
from game.movement.traces import FitTrace, ForceTrace, TapTrace, TiltTrace, Trace, TurnTrace
from game.movement.tracker import BothWays, OutAndBack
from game.movement.walking import fit_step
from hardware.sample import Puck, Sample


class Tracker(Protocol):
    """Follows one limb of one kind of movement."""

    state: LimbState

    def feed(self, sample: Sample) -> list[MovementEvent]:
        """Take one sample of this puck; return what happened."""

    def ask(self, target: Target) -> None:
        """What makes the next repetition full."""

    def skip(self, time_s: float) -> list[MovementEvent]:
        """Give up what is under way: the signal is lost."""


class Fit(Protocol):
    """Learns one limb."""

    def __call__(
        self, samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int
    ) -> Calibration:
        """Learn from samples that begin at rest and hold repetitions. Raises CalibrationRefused."""


_FITS: dict[MovementKind, Fit] = {
    "swing": fit_tilt,
    "two_way_swing": fit_tilt,
    "turn": fit_turn,
    "press": fit_press,
    "tap": fit_tap,
    "circle": fit_circle,
    "still": fit_tilt,
    "step": fit_step,
}


def fit(
    kind: MovementKind, samples: Sequence[Sample], rest: Stillness, at_least: int, place: str = ""
) -> Calibration:
    """Learn one limb from samples that begin at rest and hold repetitions. Raises CalibrationRefused.

    place: where on the body the puck sits, if that is known.
    """
    if kind == "step":
        return fit_step(samples, rest, kind, at_least, place)
    return _FITS[kind](samples, rest, kind, at_least)


def trace_for(kind: MovementKind, still: Sequence[Sample], rest: Stillness, place: str = "") -> Trace:
    """Begin to follow a limb that has been still for so many samples. Raises CalibrationRefused.

    place: as in `fit`.
    """
    has_gyro = all(sample.gyro_dps is not None for sample in still)
    if kind == "press":
        forces = [sample.force for sample in still if sample.force is not None]
        if not forces:
            raise CalibrationRefused(Trouble.NO_FORCE)
        return ForceTrace(median(forces))
    if kind == "turn":
        if not has_gyro:
            raise CalibrationRefused(Trouble.NO_GYROSCOPE)
        return TurnTrace(rest)
    if kind == "tap":
        return TapTrace(rest, has_gyro)
    if kind == "circle":
        return FitTrace(rest, has_gyro, partial(fit_circle, rest=rest, kind=kind))
    if kind == "step":
        return FitTrace(rest, has_gyro, partial(fit_step, rest=rest, kind=kind, place=place))
    believed = has_gyro and not is_stuck(still)
    hold_s = LONGEST_POSTURE_S if kind == "still" else 0.0
    return TiltTrace(rest, believed, both_ways=kind == "two_way_swing", hold_s=hold_s)


def _swing(puck: Puck, known: Calibration) -> Tracker:
    return Beginning(
        OutAndBack(puck, known, TiltGauge(known)),
        OutAndBack(puck, known, TiltGauge(known), rest_known=True),
    )


def _two_way_swing(puck: Puck, known: Calibration) -> Tracker:
    return Beginning(
        BothWays(puck, known, TiltGauge(known)),
        BothWays(puck, known, TiltGauge(known), rest_known=True),
    )


def _turn(puck: Puck, known: Calibration) -> Tracker:
    return OutAndBack(puck, known, TurnGauge(known))


def _press(puck: Puck, known: Calibration) -> Tracker:
    return Beginning(
        OutAndBack(puck, known, ForceGauge(known)),
        OutAndBack(puck, known, ForceGauge(known), rest_known=True),
    )


_TRACKERS: dict[MovementKind, Callable[[Puck, Calibration], Tracker]] = {
    "swing": _swing,
    "two_way_swing": _two_way_swing,
    "turn": _turn,
    "circle": CircleTracker,
    "press": _press,
    "tap": TapTracker,
    "still": StillTracker,
    "step": step_tracker,
}


def tracker_for(kind: MovementKind, puck: Puck, known: Calibration) -> Tracker:
    """What follows a limb that has been learnt."""
    return _TRACKERS[kind](puck, known)
