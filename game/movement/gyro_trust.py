"""Whether a gyroscope deserves belief: does gravity end up where it says?"""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice
from math import exp, radians

from game.movement.gap import GAP_S
from game.movement.vectors import added, angle_deg, cross, difference, mean, norm, scaled, unit
from hardware.sample import Sample, Vector

# A limb is quiet while it turns slower than this (deg/s) and feels gravity within this (g), for so long (s).
QUIET_DPS = 20.0
QUIET_G = 0.06
QUIET_S = 0.3
# Both are smoothed over this time (s), so that a tremor passes for quiet.
SMOOTH_S = 0.1
# Moves smaller than this (deg) say nothing. Three repetitions make six moves; fewer than this many are no
# evidence.
MOVED_DEG = 3.0
EVIDENCE = 5
# Between two quiet moments the gyroscope may be wrong by this share of the move (root mean square). One with
# wrong axes or scale is wrong by most of it, a good one by a tenth.
WRONG = 0.6
# One that says less than this share of what gravity shows is dead: it holds zero, or stays as it is. The dead
# says nothing; the worst of a living one, on a shaken thigh, was two fifths.
SILENT = 0.25
# One whose readings spread by more than this (deg/s) is alive, whatever a trembling limb feels of itself:
# half a g of tremor moves the felt direction ten times as far as the limb turns. Noise spreads by less.
ALIVE_DPS = 2.0
# Gravity is asked at least so often (s): what the gyroscope forgets to say of a slow limb shows by then.
ASKED_S = 1.0


def gyro_agrees(samples: Sequence[Sample], bias_dps: Vector) -> bool:
    """Whether the gyroscope says anything, and what gravity does from one quiet moment to the next.

    One that is dead, whose axes are swapped, or whose scale is not what it claims, bends every angle; then
    gravity alone is the better witness. Without moves there is no evidence, and it is believed.
    """
    if not samples or any(sample.gyro_dps is None for sample in samples):
        return False
    return (_is_alive(samples) or _speaks(samples, bias_dps)) and _is_right(samples, bias_dps)


def is_stuck(samples: Sequence[Sample]) -> bool:
    """Whether the gyroscope repeats itself to the last digit: a living one is never so still."""
    return len({sample.gyro_dps for sample in samples}) == 1


def _is_alive(samples: Sequence[Sample]) -> bool:
    rates = [sample.gyro_dps for sample in samples if sample.gyro_dps is not None]
    middle = mean(rates)
    return sum(norm(difference(rate, middle)) ** 2 for rate in rates) > ALIVE_DPS**2 * len(rates)


def _speaks(samples: Sequence[Sample], bias_dps: Vector) -> bool:
    """Whether it turns at all where gravity does, moving or not: what a limb feels of itself is no matter."""
    told = felt = start = unit(samples[0].accel_g)
    start_s = last_s = samples[0].time_s
    said = moved = 0.0
    moves = 0
    for sample in samples[1:]:
        dt, last_s = sample.time_s - last_s, sample.time_s
        if dt > GAP_S:
            told = felt = start = unit(sample.accel_g)
            start_s = sample.time_s
            continue
        told = _turned(told, sample, bias_dps, dt)
        felt = added(felt, scaled(difference(sample.accel_g, felt), 1.0 - exp(-dt / SMOOTH_S)))
        now = unit(felt)
        move_deg = angle_deg(start, now)
        if move_deg > MOVED_DEG:
            said += angle_deg(start, told) ** 2
            moved += move_deg**2
            moves += 1
        elif sample.time_s - start_s < ASKED_S:
            continue
        told, start, start_s = now, now, sample.time_s
    return moves < EVIDENCE or said > SILENT**2 * moved


def _turned(up: Vector, sample: Sample, bias_dps: Vector, dt: float) -> Vector:
    rate = difference(sample.gyro_dps or bias_dps, bias_dps)
    return unit(difference(up, scaled(cross(rate, up), radians(dt))))


def _is_right(samples: Sequence[Sample], bias_dps: Vector) -> bool:
    """Whether gravity is, in quiet moments, where the gyroscope says.

    A limb that sets out feels its own start before it turns fast: an instant is quiet only if it is followed
    by as much quiet as smoothing takes to show.
    """
    told = felt = smooth = start = said = unit(samples[0].accel_g)
    turning: Vector = (0.0, 0.0, 0.0)
    quiet: deque[tuple[Sample, float, Vector, Vector]] = deque()
    quiet_from_s: float | None = None
    error = moved = 0.0
    moves = 0
    last_s = samples[0].time_s
    for sample in samples[1:]:
        dt, last_s = sample.time_s - last_s, sample.time_s
        if dt > GAP_S:
            told = felt = start = unit(sample.accel_g)
            quiet_from_s = None
            continue
        rate = difference(sample.gyro_dps or bias_dps, bias_dps)
        told = _turned(told, sample, bias_dps, dt)
        share = 1.0 - exp(-dt / SMOOTH_S)
        felt = added(felt, scaled(difference(sample.accel_g, felt), share))
        smooth = added(smooth, scaled(difference(felt, smooth), share))
        turning = added(turning, scaled(difference(rate, turning), share))
        if norm(turning) > QUIET_DPS or abs(norm(felt) - 1.0) > QUIET_G:
            if quiet:
                start = said = quiet[0][3]
                told = _turned(_carried(start, quiet, bias_dps), sample, bias_dps, dt)
            quiet_from_s = None
            quiet.clear()
            continue
        quiet_from_s = sample.time_s if quiet_from_s is None else quiet_from_s
        if sample.time_s - quiet_from_s < QUIET_S:
            continue
        quiet.append((sample, dt, told, unit(smooth)))
        while len(quiet) > 1 and sample.time_s - quiet[1][0].time_s >= SMOOTH_S:
            quiet.popleft()
        if sample.time_s - quiet[0][0].time_s < SMOOTH_S:
            continue
        now = quiet[0][3]
        # told goes on from said, which start was when it was felt
        now_told = unit(added(quiet[0][2], difference(start, said)))
        move_deg = max(angle_deg(start, now), angle_deg(start, now_told))
        if move_deg > MOVED_DEG:
            error += angle_deg(now_told, now) ** 2
            moved += move_deg**2
            moves += 1
        start, said = now, quiet[0][2]
    return moves < EVIDENCE or error < WRONG**2 * moved


def _carried(up: Vector, since: Iterable[tuple[Sample, float, Vector, Vector]], bias_dps: Vector) -> Vector:
    """Where up has gone, by the gyroscope, since the first of these instants."""
    for sample, dt, _, _ in islice(since, 1, None):
        up = _turned(up, sample, bias_dps, dt)
    return up
