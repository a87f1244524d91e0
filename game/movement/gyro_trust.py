"""Whether a gyroscope deserves belief: does gravity end up where it says?"""

from collections.abc import Sequence
from math import exp, radians

from game.movement.vectors import added, angle_deg, cross, difference, norm, scaled, unit
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


def gyro_agrees(samples: Sequence[Sample], bias_dps: Vector) -> bool:
    """Whether, from one quiet moment to the next, gravity moves through the puck as the gyroscope says.

    A gyroscope whose axes are swapped, or whose scale is not what it claims, bends every angle; then gravity
    alone is the better witness. Without quiet moments there is no evidence, and it is believed.
    """
    if not samples or any(sample.gyro_dps is None for sample in samples):
        return False
    told = felt = start = unit(samples[0].accel_g)
    turning: Vector = (0.0, 0.0, 0.0)
    quiet_from_s: float | None = None
    error = moved = 0.0
    moves = 0
    last_s = samples[0].time_s
    for sample in samples[1:]:
        dt, last_s = sample.time_s - last_s, sample.time_s
        rate = difference(sample.gyro_dps or bias_dps, bias_dps)
        told = unit(difference(told, scaled(cross(rate, told), radians(dt))))
        share = 1.0 - exp(-dt / SMOOTH_S)
        felt = added(felt, scaled(difference(sample.accel_g, felt), share))
        turning = added(turning, scaled(difference(rate, turning), share))
        if norm(turning) > QUIET_DPS or abs(norm(felt) - 1.0) > QUIET_G:
            quiet_from_s = None
            continue
        quiet_from_s = sample.time_s if quiet_from_s is None else quiet_from_s
        if sample.time_s - quiet_from_s < QUIET_S:
            continue
        now = unit(felt)
        move_deg = max(angle_deg(start, now), angle_deg(start, told))
        if move_deg > MOVED_DEG:
            error += angle_deg(told, now) ** 2
            moved += move_deg**2
            moves += 1
        told = start = now
    return moves < EVIDENCE or error < WRONG**2 * moved
