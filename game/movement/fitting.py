"""From the samples of stillness and a few repetitions to a calibration: rest, axis, range, noise."""

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

import msgspec

from game.movement.across import lean_deg
from game.movement.curves import excursions, mostly_below, noise_of
from game.movement.events import MovementKind
from game.movement.excursion import NOISE_MARGIN, Excursion
from game.movement.gap import GAP_S, longest_piece
from game.movement.gauges import STILL_DPS, TurnGauge
from game.movement.gyro_trust import gyro_agrees
from game.movement.inclination import AccelUp, GyroUp
from game.movement.learnt import Calibration, CalibrationRefused, Sureness, Trouble
from game.movement.rest import Stillness, force_rests
from game.movement.vectors import (
    cross,
    difference,
    dot,
    mean,
    norm,
    principal,
    scaled,
    turn_deg,
    unit,
)
from hardware.sample import Sample, Vector

# Share of all turning that one axis must hold for the movements to have gone one way.
ONE_AXIS = 0.42
# An axis that leans less than 25 degrees from gravity (its cosine) turns what gravity cannot see: then the
# axis is sought in what it can.
VERTICAL = 0.9
# Without a gyroscope, turning is seen in steps so long (s): a part of the quickest way out.
TURN_S = 0.2
# The least a repetition must measure: in tilt (deg) more than a sitting or standing person sways, in force
# (share of full scale) more than a sensor creeps.
SMALLEST_DEG = 2.5
# Without a gyroscope it is more: a shove of 0.05 g looks like 3 degrees of tilt.
SMALLEST_BLIND_DEG = 5.0
SMALLEST_FORCE = 0.02
# A press is measured from the force of so long a rest before it (s).
REST_FORCE_S = 1.0
# A posture may be held so long (s) while it is learnt; who stays out of rest in a swing has sat down anew.
LONGEST_POSTURE_S = 120.0


def fit_tilt(samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int) -> Calibration:
    """Learn a swing, or a two-way swing, from samples of one puck that begin at rest and hold repetitions.

    rest is the stillness they begin with. Raises CalibrationRefused when fewer than at_least repetitions
    stand out, when they are no larger than the noise, or when they share no axis.
    """
    has_gyro = gyro_agrees(samples, rest.bias_dps)
    filtered: GyroUp | AccelUp = GyroUp(rest.bias_dps) if has_gyro else AccelUp()
    ups: list[Vector] = []
    rates: list[Vector] = []
    for sample in samples:
        ups.append(filtered.update(sample))
        if filtered.rate is not None:
            rates.append(filtered.rate)
    doubted = not has_gyro and all(sample.gyro_dps is not None for sample in samples)
    found: list[Calibration] = []
    refused: CalibrationRefused | None = None
    for axis in _axes(samples, ups, rates, rest):
        angles = [turn_deg(up, rest.rest_up, axis) for up in ups]
        told = Sureness(axis=_held_by(axis, rates or turns_of(samples, ups)), gyro_doubted=doubted)
        known = Calibration(kind, rest_up=rest.rest_up, axis=axis, has_gyro=has_gyro, sureness=told)
        try:
            leans = [lean_deg(dot(up, axis)) for up in ups]
            found.append(_measured(known, samples, angles, rest, at_least, leans=leans))
        except CalibrationRefused as error:
            refused = refused or error
        if at_least == 1:
            break
    if not found:
        assert refused is not None
        raise refused
    # Where the number was asked, the axis that tells more of them tells some of them twice.
    return min(found, key=lambda one: one.sureness.count or 0)


def _axes(
    samples: Sequence[Sample], ups: Sequence[Vector], rates: Sequence[Vector], rest: Stillness
) -> list[Vector]:
    """The axis about which the limb turns and that of where it stays; the first is the likelier.

    A short twist at the beginning and the end of a lift may hold more turning than the lift that lasts; but
    the limb does not stay there. Gravity's arc from its mean sees only the level part of an axis, so that the
    axis of turning comes first where both tell the same.
    """
    middle = unit(mean(ups))
    staying, share = principal([cross(up, middle) for up in ups])
    turning = _one_axis(rates) if rates else _one_axis(turns_of(samples, ups))
    if abs(dot(turning, rest.rest_up)) > VERTICAL:
        turning = _one_axis(turns_of(samples, ups))
    level = unit(difference(turning, scaled(rest.rest_up, dot(turning, rest.rest_up))))
    if share < ONE_AXIS:
        return [turning]
    # Less than half: more of the turning lies across the postures than along them.
    return [staying, turning] if 2.0 * dot(level, staying) ** 2 < 1.0 else [turning, staying]


def fit_turn(samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int) -> Calibration:
    """Learn a turn about an axis gravity cannot see, from the gyroscope alone. Raises as `fit_tilt`.

    Where the limb went in a gap cannot be known, so it is learnt from the longest part without one.
    """
    samples = _from_rest(longest_piece(samples), rest)
    rates = [difference(sample.gyro_dps, rest.bias_dps) for sample in samples if sample.gyro_dps is not None]
    if len(rates) < len(samples):
        raise CalibrationRefused(Trouble.NO_GYROSCOPE)
    axis = _one_axis(rates)
    told = Sureness(axis=_held_by(axis, rates))
    known = Calibration(kind, rest_up=rest.rest_up, axis=axis, has_gyro=True, sureness=told)
    gauge = TurnGauge(
        msgspec.structs.replace(
            known, range_deg=1.0, gyro_bias_dps=rest.bias_dps, tremble_dps=rest.tremble_dps
        )
    )
    angles: list[float] = []
    for sample in samples:
        gauge.read(sample)
        angles.append(gauge.position)
    return _measured(known, samples, angles, rest, at_least)


def _from_rest(piece: Sequence[Sample], rest: Stillness) -> Sequence[Sample]:
    """A part of a recording from its first rest on, or the whole of it if there is none."""
    begin = 0
    for end, sample in enumerate(piece):
        if norm(difference(sample.gyro_dps or rest.bias_dps, rest.bias_dps)) > STILL_DPS + rest.tremble_dps:
            begin = end + 1
        elif sample.time_s - piece[begin].time_s >= GAP_S:
            return piece[begin:]
    return piece


def fit_press(samples: Sequence[Sample], rest: Stillness, kind: MovementKind, at_least: int) -> Calibration:
    """Learn a press, or the unloading of a loaded sensor, from force. Raises as `fit_tilt`."""
    times = [sample.time_s for sample in samples if sample.force is not None]
    forces = [sample.force for sample in samples if sample.force is not None]
    if len(times) < 2:
        raise CalibrationRefused(Trouble.NO_FORCE)
    rest_force = _rest_force([sample for sample in samples if sample.force is not None])
    departures = [force - rest_force for force in forces]
    sign = -1.0 if mostly_below(times, departures) else 1.0
    departures = [sign * one for one in departures]
    noise = noise_of(times, departures)
    if max(departures) < max(SMALLEST_FORCE, 2.0 * NOISE_MARGIN * noise):
        raise CalibrationRefused(Trouble.TOO_SMALL)
    found = excursions(times, departures, noise)
    if len(found) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    most = median(height for height, _ in found)
    return Calibration(
        kind,
        rest_up=rest.rest_up,
        rest_force=rest_force,
        force_range=sign * most,
        noise=noise / most,
        rate_hz=_rate_hz(samples),
        repetition_s=median(one.end_s - one.start_s for _, one in found),
        sureness=Sureness(count=len(found)),
    )


def _rest_force(samples: Sequence[Sample]) -> float:
    """The force that samples with force begin with: over REST_FORCE_S if it rests so long, or at once."""
    begin_s = samples[0].time_s
    first = [one for one in samples if one.time_s - begin_s <= REST_FORCE_S]
    if not force_rests(first):
        first = [one for one in samples if one.time_s - begin_s <= REST_FORCE_S / 10.0]
    return median(one.force for one in first if one.force is not None)


def turns_of(samples: Sequence[Sample], ups: Sequence[Vector]) -> list[Vector]:
    """Rotations that gravity's arc shows between looks TURN_S apart; what turns about gravity is unseen.

    Steps and not distances from rest: rest itself creeps, and creeping is not the movement.
    """
    turns: list[Vector] = []
    begun_s, begun_up = samples[0].time_s, ups[0]
    for sample, up in zip(samples, ups, strict=True):
        if sample.time_s - begun_s > GAP_S:
            begun_s, begun_up = sample.time_s, up
        elif sample.time_s - begun_s >= TURN_S:
            turns.append(cross(up, begun_up))
            begun_s, begun_up = sample.time_s, up
    return turns


def _one_axis(turns: Sequence[Vector]) -> Vector:
    axis, share = principal(turns)
    if share == 0.0:
        raise CalibrationRefused(Trouble.MOTIONLESS)
    if share < ONE_AXIS:
        raise CalibrationRefused(Trouble.NO_CONSISTENT_AXIS)
    return axis


def _held_by(axis: Vector, turns: Sequence[Vector]) -> float:
    """The share of all turning (its square) that is about an axis."""
    return sum(dot(axis, turn) ** 2 for turn in turns) / sum(dot(turn, turn) for turn in turns)


def _measured(
    known: Calibration,
    samples: Sequence[Sample],
    angles: list[float],
    rest: Stillness,
    at_least: int,
    *,
    leans: Sequence[float] = (),
) -> Calibration:
    """Complete a calibration by its range, noise and tempo; the axis is turned so that out is positive.

    leans: the angle of the axis above the level (deg), for the angles; without them nothing goes across.
    """
    times = [sample.time_s for sample in samples]
    both_ways = known.kind == "two_way_swing"
    noise_deg = noise_of(times, angles)
    largest = max(abs(angle) for angle in angles)
    smallest_deg = SMALLEST_DEG if known.has_gyro else SMALLEST_BLIND_DEG
    if largest < max(smallest_deg, 2.0 * NOISE_MARGIN * noise_deg):
        raise CalibrationRefused(Trouble.TOO_SMALL)
    if _begins_below(angles, largest) if both_ways else -min(angles) > max(angles):
        known = msgspec.structs.replace(known, axis=scaled(known.axis, -1.0))
        angles = [-angle for angle in angles]
    hold_s = LONGEST_POSTURE_S if known.kind == "still" else 0.0
    found = excursions(times, angles, noise_deg, both_ways, hold_s)
    if len(found) < at_least:
        raise CalibrationRefused(Trouble.TOO_FEW)
    range_deg = median(height for height, _ in found)
    if range_deg < smallest_deg:
        raise CalibrationRefused(Trouble.TOO_SMALL)
    return msgspec.structs.replace(
        known,
        range_deg=range_deg,
        noise=noise_deg / range_deg,
        gyro_bias_dps=rest.bias_dps,
        tremble_dps=rest.tremble_dps,
        rate_hz=_rate_hz(samples),
        repetition_s=median(one.end_s - one.start_s for _, one in found),
        across=median(_across(times, leans, one) / height for height, one in found) if leans else 0.0,
        sureness=msgspec.structs.replace(
            known.sureness, count=len(found), rest=(rest.creep_deg + rest.sway_deg) / range_deg
        ),
    )


def _across(times: Sequence[float], leans: Sequence[float], done: Excursion) -> float:
    """How far the axis itself leaned while a repetition lasted (deg)."""
    begin = min(bisect_left(times, done.start_s), len(leans) - 1)
    out = leans[begin : max(begin + 1, bisect_left(times, done.end_s))]
    return max(abs(lean - out[0]) for lean in out)


def _begins_below(angles: Sequence[float], largest: float) -> bool:
    return next(angle for angle in angles if abs(angle) > 0.5 * largest) < 0.0


def _rate_hz(samples: Sequence[Sample]) -> float:
    return (len(samples) - 1) / max(samples[-1].time_s - samples[0].time_s, 1e-6)
