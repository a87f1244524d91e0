"""A gap in the signal costs what happened in it, and nothing else: every range stays true."""

import random
from functools import cache

import msgspec
import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import MovementKind, Repetition
from game.movement.learnt import Calibration
from hardware.line_protocol import encode_reading, reading_of
from hardware.puck_stream import PuckStream
from hardware.sample import Puck, Sample
from tests.movement.legs import samples, series

RANGE_DEG, BEGIN_S, LASTS_S, EVERY_S = 50.0, 4.0, 2.2, 3.4
BEGINS_S = [BEGIN_S + EVERY_S * number for number in range(10)]
# Cut on the way out, at the top, on the way back, at rest; short and long; some end in mid-lift.
CUTS = [(0.45, 0.6), (0.45, 3.4), (1.0, 2.0), (1.0, 5.2), (1.7, 3.0), (2.6, 1.0), (2.9, 5.0), (0.2, 20.0)]


@cache
def leg(kind: MovementKind, gyro: bool) -> list[Sample]:
    tilt_deg, until_s = series([RANGE_DEG] * 10, out_s=0.9, hold_s=0.3, back_s=1.0, pause_s=1.2)
    made = samples(tilt_deg, until_s, gyro=gyro, bias_dps=(1.0, -2.0, 0.5))
    if kind == "press":
        return [
            msgspec.structs.replace(one, accel_g=(0.0, 0.0, 1.0), force=0.05 + tilt_deg(one.time_s) / 100.0)
            for one in made
        ]
    if kind == "turn":
        return [_turned(one) for one in made]
    return made


def _turned(one: Sample) -> Sample:
    gx, gy, gz = one.gyro_dps or (0.0, 0.0, 0.0)
    return msgspec.structs.replace(one, accel_g=(0.0, 0.0, 1.0), gyro_dps=(gy, gz, gx))


def without(made: list[Sample], from_s: float, lasts_s: float) -> list[Sample]:
    return [one for one in made if not from_s <= one.time_s < from_s + lasts_s]


def slept(made: list[Sample], from_s: float, lasts_s: float) -> list[Sample]:
    """The machine was suspended: the limb goes on where it was, much later."""
    return [
        one if one.time_s < from_s else msgspec.structs.replace(one, time_s=one.time_s + lasts_s)
        for one in made
    ]


@cache
def taught_by(kind: MovementKind, gyro: bool) -> dict[Puck, Calibration]:
    """What ten whole movements teach."""
    return learn(leg(kind, gyro), kind)


def counted(kind: MovementKind, taught: dict[Puck, Calibration], played: list[Sample]) -> list[Repetition]:
    movement = Movement(kind, taught)
    return [one for one in movement.feed(played) + movement.finish() if isinstance(one, Repetition)]


def only_the_gap_is_missing(found: list[Repetition], whole_s: list[float]) -> None:
    for begin_s in whole_s:
        assert sum(abs(one.start_s - begin_s) < 0.8 for one in found) == 1
    # One that was nearly back when the gap came may count, and one that was met before its top.
    assert len(found) <= len(whole_s) + 2
    assert [one.range for one in found] == pytest.approx([1.0] * len(found), abs=0.08)


OTHERS: list[tuple[MovementKind, bool]] = [
    ("swing", False),
    ("two_way_swing", True),
    ("turn", True),
    ("press", True),
]


@pytest.mark.parametrize(
    ("kind", "gyro", "after_s", "lasts_s"),
    [("swing", True, *cut) for cut in CUTS] + [(*kind, *cut) for kind in OTHERS for cut in CUTS[1::3]],
)
def test_lost_samples_cost_only_the_repetitions_among_them(
    kind: MovementKind, gyro: bool, after_s: float, lasts_s: float
) -> None:
    made, from_s = leg(kind, gyro), BEGINS_S[2] + after_s
    whole = [at for at in BEGINS_S if at + LASTS_S < from_s or at > from_s + lasts_s]
    played = without(made, from_s, lasts_s)
    only_the_gap_is_missing(counted(kind, taught_by(kind, gyro), played), whole)
    only_the_gap_is_missing(counted(kind, learn(played, kind), played), whole)


@pytest.mark.parametrize(("after_s", "lasts_s"), [*CUTS, (2.0, 40.0)])
@pytest.mark.parametrize("kind", ["swing", "turn"])
def test_a_suspended_machine_costs_only_the_repetition_under_way(
    kind: MovementKind, after_s: float, lasts_s: float
) -> None:
    made, from_s = leg(kind, True), BEGINS_S[2] + after_s
    whole = [at for at in BEGINS_S if at + LASTS_S < from_s]
    whole += [at + lasts_s for at in BEGINS_S if at > from_s]
    only_the_gap_is_missing(counted(kind, taught_by(kind, True), slept(made, from_s, lasts_s)), whole)


def test_a_line_that_fails_again_and_again_invents_nothing() -> None:
    made, rng = leg("swing", True), random.Random(7)
    played, cuts = made, []
    for _ in range(5):
        cuts.append((rng.uniform(BEGIN_S, made[-1].time_s - 3.0), rng.uniform(0.6, 3.0)))
        played = without(played, *cuts[-1])
    whole = [
        at
        for at in BEGINS_S
        if all(at + LASTS_S < from_s or at > from_s + lasts_s for from_s, lasts_s in cuts)
    ]
    found = counted("swing", taught_by("swing", True), played)
    assert all(any(abs(one.start_s - at) < 0.8 for one in found) for at in whole)
    assert len(found) <= 10
    assert [one.range for one in found] == pytest.approx([1.0] * len(found), abs=0.08)


@pytest.mark.parametrize("rest_deg", [12.0, 25.0, -20.0])
def test_who_sits_otherwise_after_the_gap_is_measured_from_there(rest_deg: float) -> None:
    tilt_deg, until_s = series([RANGE_DEG] * 10, out_s=0.9, hold_s=0.3, back_s=1.0, pause_s=1.2)
    back_s = BEGINS_S[5] - 1.0
    made = samples(lambda time_s: tilt_deg(time_s) + (rest_deg if time_s > back_s - 2.6 else 0.0), until_s)
    found = counted("swing", taught_by("swing", True), without(made, back_s - 2.6, 2.6))
    assert len(found) == 9
    assert [one.range for one in found] == pytest.approx([1.0] * 9, abs=0.08)


@pytest.mark.parametrize(("after_s", "lasts_s"), [(0.45, 3.4), (1.0, 2.0), (2.9, 5.0)])
def test_a_port_that_falls_silent_costs_no_more(after_s: float, lasts_s: float) -> None:
    made, from_s = leg("swing", True), BEGINS_S[2] + after_s
    stream, heard = PuckStream(), list[Sample]()
    for number, one in enumerate(made):
        if not from_s <= one.time_s < from_s + lasts_s:
            heard += stream.feed(encode_reading(reading_of(one, number % 256)), one.time_s + 0.004)
    whole = [at for at in BEGINS_S if at + LASTS_S < from_s or at > from_s + lasts_s]
    only_the_gap_is_missing(counted("swing", taught_by("swing", True), heard), whole)
