"""Whether what a puck feels of gravity can be gravity: units, scale, gravity taken off."""

from collections.abc import Iterable
from statistics import median

from game.movement.learnt import CalibrationRefused, Trouble
from game.movement.vectors import norm
from hardware.sample import Puck, Sample

# A puck at rest shows 1 g; the worst scale that was met on a person reads 1.28.
LEAST_G, MOST_G = 0.6, 1.6
# One g in metres a second squared, as read by as bad a scale.
METRES = (6.0, 16.0)
# Gravity has been taken off where less than this is left (g).
TAKEN_OFF_G = 0.3


def magnitude_trouble(samples: Iterable[Sample]) -> Trouble | None:
    """What is wrong with the size of the acceleration of one puck, by its median; None if nothing is."""
    felt = median(norm(sample.accel_g) for sample in samples)
    if LEAST_G <= felt <= MOST_G:
        return None
    if felt < TAKEN_OFF_G:
        return Trouble.NO_GRAVITY
    return Trouble.METRES if METRES[0] <= felt <= METRES[1] else Trouble.WRONG_SCALE


def refuse_impossible(samples: Iterable[Sample]) -> None:
    """Raise CalibrationRefused for a recording in which a puck shows what no gravity is."""
    by_puck: dict[Puck, list[Sample]] = {}
    for sample in samples:
        by_puck.setdefault(sample.puck, []).append(sample)
    for own in by_puck.values():
        trouble = magnitude_trouble(own)
        if trouble is not None:
            raise CalibrationRefused(trouble)
