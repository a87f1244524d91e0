"""Calibration: what is learnt of a person, and how. The one place the rest of the game imports it from."""

from collections.abc import Iterable

from game.movement import learner
from game.movement.events import MovementKind
from game.movement.handling import of_exercise
from game.movement.learner import Learner, LearnerStage
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.magnitude import refuse_impossible
from hardware.sample import Puck, Sample

__all__ = ["Calibration", "CalibrationRefused", "Learner", "LearnerStage", "Trouble", "learn"]


def learn(samples: Iterable[Sample], kind: MovementKind, place: str = "") -> dict[Puck, Calibration]:
    """Learn every limb that works in a recording; what was done with the puck before and after is left out.

    place: where on the body the pucks sit, if known. Raises CalibrationRefused when no limb can be learnt.
    """
    samples = list(samples)
    refuse_impossible(samples)
    return learner.learn(of_exercise(samples, kind)[0], kind, place)
