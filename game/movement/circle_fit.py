"""What a person's own circles are like: their middle, their size, how round."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from game.movement.circle import FLAT, OPEN, CircleTracker, Plane
from game.movement.events import MovementKind, Repetition
from game.movement.fitting import SMALLEST_DEG
from game.movement.gyro_trust import gyro_agrees
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.rest import Stillness
from game.movement.vectors import angle_deg, difference, mean, principal
from hardware.sample import Sample, Vector

# Widths leave out this share of the places visited at either end: one jerk does not make a circle large.
JERKS = 0.03


def fit_circle(
    samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int = 3
) -> Calibration:
    """Learn circles from samples of one puck that begin at rest and hold some.

    rest is the stillness they begin with; it need not lie in the middle of the circles. Raises
    CalibrationRefused when fewer than at_least circles stand out or when they are no larger than the noise.
    """
    has_gyro = gyro_agrees(samples, rest.bias_dps)
    filtered: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
    ups = [filtered.update(sample) for sample in samples]
    away = [angle_deg(up, rest.rest_up) for up in ups]
    furthest = max(away)
    if furthest < SMALLEST_DEG:
        raise CalibrationRefused(Trouble.TOO_SMALL)
    moving = [index for index, angle in enumerate(away) if angle >= OPEN * furthest]
    first, last = moving[0], moving[-1]
    known = Calibration(
        kind=kind,
        gyro_bias_dps=rest.bias_dps,
        tremble_dps=rest.tremble_dps,
        has_gyro=has_gyro,
        rate_hz=(len(samples) - 1) / max(samples[-1].time_s - samples[0].time_s, 1e-6),
        noise=rest.tremble_deg / furthest,
    )
    known = _shaped(known, [ups[index] for index in moving], samples[first].time_s, samples[last].time_s)
    circles = _circles(samples, known)
    if len(circles) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    return msgspec.structs.replace(
        known,
        range_deg=median(circle.range_deg for circle in circles),
        repetition_s=median(circle.end_s - circle.start_s for circle in circles),
    )


def _shaped(known: Calibration, ups: Sequence[Vector], first_s: float, last_s: float) -> Calibration:
    """Middle, main direction, size and roundness of the places up has visited."""
    about = mean(ups)
    along, _ = principal(difference(up, about) for up in ups)
    plane = Plane(about, along)
    places = [plane.read(up) for up in ups]
    (x, wide), (y, narrow) = (_width([place[part] for place in places]) for part in (0, 1))
    plane = plane.shifted(x, y)
    roundness = narrow / wide if wide else 0.0
    crossings = sum((a[0] - x) * (b[0] - x) < 0.0 for a, b in pairwise(places))
    return msgspec.structs.replace(
        known,
        rest_up=plane.middle,
        axis=plane.along,
        range_deg=max(wide if roundness < FLAT else (wide + narrow) / 2, SMALLEST_DEG / 2),
        roundness=roundness,
        # two crossings of the middle a circle
        repetition_s=(last_s - first_s) / max(crossings / 2, 1.0),
    )


def _width(values: list[float]) -> tuple[float, float]:
    values.sort()
    aside = int(JERKS * (len(values) - 1))
    low, high = values[aside], values[-1 - aside]
    return (low + high) / 2, (high - low) / 2


def _circles(samples: Sequence[Sample], known: Calibration) -> list[Repetition]:
    tracker = CircleTracker(samples[0].puck, known)
    return [event for sample in samples for event in tracker.feed(sample) if isinstance(event, Repetition)]
