"""What goes wrong with sensors, done to a recording: turned, resampled, biased, knocked, lost."""

import math
import random
from collections.abc import Sequence

import msgspec

from hardware.sample import Sample, Vector

Rows = tuple[Vector, Vector, Vector]


def turned(played: Sequence[Sample], seed: int) -> list[Sample]:
    """The sensor strapped on at random: every vector through one uniformly random rotation."""
    rows = random_rotation(seed)
    return [
        msgspec.structs.replace(
            one,
            accel_g=_applied(rows, one.accel_g),
            gyro_dps=None if one.gyro_dps is None else _applied(rows, one.gyro_dps),
        )
        for one in played
    ]


def random_rotation(seed: int) -> Rows:
    """A rotation matrix drawn uniformly, through a random unit quaternion."""
    rng = random.Random(seed)
    w, x, y, z = (rng.gauss(0.0, 1.0) for _ in range(4))
    n = math.sqrt(w * w + x * x + y * y + z * z)
    w, x, y, z = w / n, x / n, y / n, z / n
    return (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )


def resampled(played: Sequence[Sample], rate_hz: float) -> list[Sample]:
    """The same signal at another rate, by straight lines between samples."""
    made: list[Sample] = []
    index = 0
    for step in range(int((played[-1].time_s - played[0].time_s) * rate_hz)):
        time_s = played[0].time_s + step / rate_hz
        while played[index + 1].time_s < time_s:
            index += 1
        a, b = played[index], played[index + 1]
        share = (time_s - a.time_s) / (b.time_s - a.time_s)
        gyro = None
        if a.gyro_dps is not None and b.gyro_dps is not None:
            gyro = _between(a.gyro_dps, b.gyro_dps, share)
        made.append(Sample(time_s, a.puck, _between(a.accel_g, b.accel_g, share), gyro))
    return made


def biased(played: Sequence[Sample], bias_dps: Vector) -> list[Sample]:
    """A gyroscope that says it turns when it does not."""
    return [
        msgspec.structs.replace(one, gyro_dps=_sum(one.gyro_dps, bias_dps)) if one.gyro_dps else one
        for one in played
    ]


def knocked(played: Sequence[Sample], per_minute: float, strength_g: float, seed: int) -> list[Sample]:
    """Single samples hit from random directions."""
    rng = random.Random(seed)
    chance = per_minute / 60.0 * (played[-1].time_s - played[0].time_s) / len(played)
    made: list[Sample] = []
    for one in played:
        if rng.random() < chance:
            hit = (rng.gauss(0, strength_g), rng.gauss(0, strength_g), rng.gauss(0, strength_g))
            shake = tuple(rng.gauss(0.0, 100.0) for _ in range(3))
            gyro = one.gyro_dps and _sum(one.gyro_dps, (shake[0], shake[1], shake[2]))
            made.append(msgspec.structs.replace(one, accel_g=_sum(one.accel_g, hit), gyro_dps=gyro))
        else:
            made.append(one)
    return made


def without_gyro(played: Sequence[Sample]) -> list[Sample]:
    """What a puck without a gyroscope would have said."""
    return [msgspec.structs.replace(one, gyro_dps=None) for one in played]


def thinned(played: Sequence[Sample], share: float, seed: int) -> list[Sample]:
    """This share of the samples lost one by one."""
    rng = random.Random(seed)
    return [one for one in played if rng.random() >= share]


def interrupted(played: Sequence[Sample], burst_s: float, per_minute: float, seed: int) -> list[Sample]:
    """Bursts of samples lost, at random instants, with as much heard between two."""
    rng = random.Random(seed)
    first_s, last_s = played[0].time_s, played[-1].time_s
    drawn = sorted(rng.uniform(first_s, last_s) for _ in range(round((last_s - first_s) / 60.0 * per_minute)))
    bursts: list[float] = []
    for begin in drawn:
        if not bursts or begin - bursts[-1] > 2.0 * burst_s:
            bursts.append(begin)
    return [one for one in played if not any(0.0 <= one.time_s - begin < burst_s for begin in bursts)]


def _applied(rows: Rows, v: Vector) -> Vector:
    a, b, c = rows
    return (
        a[0] * v[0] + a[1] * v[1] + a[2] * v[2],
        b[0] * v[0] + b[1] * v[1] + b[2] * v[2],
        c[0] * v[0] + c[1] * v[1] + c[2] * v[2],
    )


def _between(a: Vector, b: Vector, share: float) -> Vector:
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2]))


def _sum(a: Vector, b: Vector) -> Vector:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])
