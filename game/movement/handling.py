"""Which part of a recording is the exercise: before and after it a puck is handled and carried.

A limb that does one movement turns about one axis, so that "up" keeps its angle to that axis. A puck in hand
turns every way. From the stillness and the three movements that Prepare would have learnt from, the exercise
reaches as far to either side as up keeps to the movement; there it begins and ends at rest.
"""

from collections.abc import Sequence
from math import asin, degrees

import msgspec

from game.movement.events import MovementKind
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learner import LearnerStage, LimbLearner
from game.movement.learnt import Calibration
from game.movement.rest import stillness
from game.movement.vectors import angle_deg, dot
from hardware.sample import Puck, Sample, Vector

# Up leaves a movement when its angle to the axis changes by more than this (deg), or by so many times as much
# as in the three movements that were learnt from.
ASTRAY_DEG = 20.0
ASTRAY_SHARE = 2.0
# Home: this near to the rest that was learnt (deg), for so long (s) before the first movement; between two it
# may be shorter.
HOME_DEG = 15.0
BEFORE_S, AFTER_S = 1.0, 0.3
# The kinds that have one axis.
ABOUT_ONE_AXIS = ("swing", "two_way_swing", "still")


class Part(msgspec.Struct, frozen=True):
    """From when to when a puck is on the limb and does the exercise; whole where nothing tells."""

    from_s: float
    to_s: float
    whole: bool = True

    def holds(self, sample: Sample) -> bool:
        """Whether a sample belongs to it."""
        return self.from_s <= sample.time_s <= self.to_s


def exercise_part(samples: Sequence[Sample], kind: MovementKind) -> Part:
    """From the first rest of the exercise to its last, in the samples of one puck."""
    everything = Part(samples[0].time_s, samples[-1].time_s)
    if kind not in ABOUT_ONE_AXIS:
        return everything
    learner = LimbLearner(kind)
    learnt = 0
    for learnt, sample in enumerate(samples):  # noqa: B007  where it has learnt
        learner.feed(sample)
        if learner.stage is LearnerStage.DONE:
            break
    known, begun_s = learner.calibration, learner.begun_s
    if known is None or begun_s is None:
        return everything
    ups = _ups(samples, known)
    begun = next(index for index, sample in enumerate(samples) if sample.time_s >= begun_s)
    home_deg = _off_deg(known.rest_up, known.axis)
    off_deg = [abs(_off_deg(up, known.axis) - home_deg) for up in ups]
    most_deg = max(ASTRAY_DEG, ASTRAY_SHARE * max(off_deg[begun : learnt + 1]))
    astray = [one > most_deg for one in off_deg]
    before = next((index for index in range(begun, -1, -1) if astray[index]), None)
    after = next((index for index in range(learnt, len(samples)) if astray[index]), None)
    if before is None and after is None:
        return everything
    near = [angle_deg(up, known.rest_up) <= HOME_DEG for up in ups]
    first, last = 0, len(samples) - 1
    if before is not None:
        first = _home(samples, near, range(before, begun), BEFORE_S, still=True) or begun
    if after is not None:
        last = _home(samples, near, range(after, learnt, -1), AFTER_S) or learnt
    return Part(samples[first].time_s, samples[last].time_s, whole=False)


def of_exercise(samples: Sequence[Sample], kind: MovementKind) -> tuple[Sequence[Sample], dict[Puck, Part]]:
    """The samples that belong to the exercise, of every puck, and each puck's part."""
    by_puck: dict[Puck, list[Sample]] = {}
    for sample in samples:
        by_puck.setdefault(sample.puck, []).append(sample)
    parts = {puck: exercise_part(own, kind) for puck, own in by_puck.items()}
    if all(part.whole for part in parts.values()):
        return samples, parts
    return [sample for sample in samples if parts[sample.puck].holds(sample)], parts


def _ups(samples: Sequence[Sample], known: Calibration) -> list[Vector]:
    filtered: GyroUp | AccelUp = GyroUp(known.gyro_bias_dps) if known.has_gyro else AccelUp()
    return [filtered.update(one) for one in samples]


def _off_deg(up: Vector, axis: Vector) -> float:
    return degrees(asin(max(-1.0, min(1.0, dot(up, axis)))))


def _home(
    samples: Sequence[Sample], near: Sequence[bool], way: range, lasts_s: float, *, still: bool = False
) -> int | None:
    """The first index on the way from where the limb stays near its rest for so long.

    still: it has to stand still there as well; a puck that is turned slowly in a hand passes near any rest.
    """
    since: int | None = None
    for index in way:
        if not near[index]:
            since = None
            continue
        since = index if since is None else since
        if abs(samples[index].time_s - samples[since].time_s) >= lasts_s:
            if not still or stillness(samples[since : index + 1]).still:
                return since
            since = index
    return None
