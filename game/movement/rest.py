"""A limb at rest: where up is, what the gyroscope shows though nothing turns, how much it trembles."""

from collections.abc import Sequence
from math import sqrt
from statistics import median

import msgspec

from game.movement.vectors import angle_deg, difference, mean, norm, unit
from hardware.sample import Sample, Vector

# How long a limb should be still before it moves (s): long enough to average tremor out.
STILL_S = 3.0
# Over the still time posture may creep by so much (deg): what a sitting person sways.
CREEP_DEG = 2.5
# Tremor is averaged away over this time (s): a swing of the slowest. What is left may stray by so much (deg)
# and turn by so much (deg/s).
SWING_S = 0.25
SWAY_DEG = 6.0
SWAY_DPS = 12.0
# Tremor itself passes for stillness up to this spread of the felt direction (deg) and of turning (deg/s).
TREMBLE_DEG = 30.0
TREMBLE_DPS = 50.0
# And a force at rest may creep by so much (share of full scale): a standing person's sway.
CREEP_FORCE = 0.03
# The gyroscope's bias is read off the quietest stretch of a recording, so long (s).
QUIET_S = 1.0


class Stillness(msgspec.Struct, frozen=True):
    """A limb at rest: where up is, what the gyroscope shows though nothing turns, the spread of both.

    tremble is the spread of single readings, sway that of their means over a swing of a tremor.
    """

    rest_up: Vector
    bias_dps: Vector
    creep_deg: float
    tremble_deg: float
    tremble_dps: float
    sway_deg: float = 0.0
    sway_dps: float = 0.0

    @property
    def still(self) -> bool:
        """Whether this is rest, tremor included."""
        return (
            self.creep_deg <= CREEP_DEG + self.tremble_deg / 3.0
            and self.sway_deg <= SWAY_DEG
            and self.sway_dps <= SWAY_DPS
            and self.tremble_deg <= TREMBLE_DEG
            and self.tremble_dps <= TREMBLE_DPS
        )


def stillness(samples: Sequence[Sample]) -> Stillness:
    """What one or more samples of one puck show, read as rest."""
    third = max(1, len(samples) // 3)
    parts = [samples[:third], samples[third : 2 * third] or samples, samples[2 * third :] or samples]
    means = [unit(mean(sample.accel_g for sample in part)) for part in parts]
    spread = [
        angle_deg(unit(s.accel_g), middle) for part, middle in zip(parts, means, strict=True) for s in part
    ]
    rates = [sample.gyro_dps for sample in samples if sample.gyro_dps is not None]
    bias: Vector = mean(rates) if rates else (0.0, 0.0, 0.0)
    shakes = [norm(difference(rate, bias)) for rate in rates]
    rest_up = unit(mean(sample.accel_g for sample in samples))
    swings = _swings(samples)
    return Stillness(
        rest_up=rest_up,
        bias_dps=bias,
        creep_deg=max(angle_deg(means[0], means[1]), angle_deg(means[0], means[2])),
        tremble_deg=_rms(spread),
        tremble_dps=_rms(shakes),
        sway_deg=_rms([angle_deg(unit(mean(s.accel_g for s in swing)), rest_up) for swing in swings]),
        sway_dps=_rms(_turning(swings, bias)),
    )


def _swings(samples: Sequence[Sample]) -> list[list[Sample]]:
    """The samples in pieces of SWING_S; a rest at the end is left out, unless there is nothing else."""
    pieces: list[list[Sample]] = [[]]
    for sample in samples:
        if pieces[-1] and sample.time_s - pieces[-1][0].time_s >= SWING_S:
            pieces.append([])
        pieces[-1].append(sample)
    return pieces[:-1] or pieces


def _turning(swings: Sequence[Sequence[Sample]], bias_dps: Vector) -> list[float]:
    rates = [[sample.gyro_dps for sample in swing if sample.gyro_dps is not None] for swing in swings]
    return [norm(difference(mean(one), bias_dps)) for one in rates if one]


def force_rests(samples: Sequence[Sample]) -> bool:
    """Whether the force of a puck stays the same: one that nobody moves may be pressed all the same."""
    forces = [sample.force for sample in samples if sample.force is not None]
    third = max(1, len(forces) // 3)
    levels = [
        median(part) for part in (forces[:third], forces[third : 2 * third], forces[2 * third :]) if part
    ]
    return not levels or max(levels) - min(levels) <= CREEP_FORCE


def quietest(samples: Sequence[Sample]) -> Stillness:
    """The second of the samples of one puck in which it turns least: it shows the gyroscope's bias."""
    best: Stillness | None = None
    begin = 0
    for end, sample in enumerate(samples):
        if sample.time_s - samples[begin].time_s >= QUIET_S:
            found = stillness(samples[begin : end + 1])
            if best is None or found.sway_dps + found.creep_deg < best.sway_dps + best.creep_deg:
                best = found
            begin = end
    return best or stillness(samples)


def _rms(values: Sequence[float]) -> float:
    return sqrt(sum(value * value for value in values) / len(values)) if values else 0.0
