import math
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.movement.circle import CircleTracker
from game.movement.circle_fit import fit_circle
from game.movement.events import Dropped, Repetition
from game.movement.learnt import Calibration, CalibrationRefused, Trouble
from game.movement.rest import stillness
from hardware.sample import Sample, Vector
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions, Session, simulated_session

RATE_HZ = 50.0


def learnt(session: Session) -> Calibration:
    before = [sample for sample in session.samples if sample.time_s < session.calibrated_s]
    rest = stillness([sample for sample in before if sample.time_s < session.still_s - 0.3])
    return fit_circle(before, rest, "circle")


def followed(known: Calibration, samples: list[Sample]) -> list[Repetition]:
    tracker = CircleTracker("blue", known)
    return [event for sample in samples for event in tracker.feed(sample) if isinstance(event, Repetition)]


def played(session: Session) -> list[Repetition]:
    later = [sample for sample in session.samples if sample.time_s >= session.calibrated_s]
    return followed(learnt(session), later)


def rolling(turns: float, *, size_deg: float = 10.0, round_s: float = 2.0, flat: float = 1.0) -> list[Sample]:
    """Up going round its middle at an even pace, anticlockwise for positive turns, after a second of rest.

    The loop goes through rest, so the middle has to be learnt. flat squeezes it to one side.
    """
    rng = random.Random(1)
    last_s = 1.0 + abs(turns) * round_s
    samples = []
    for index in range(int((last_s + 1.0) * RATE_HZ)):
        time_s = index / RATE_HZ
        angle = math.tau * math.copysign(1.0, turns) * (min(max(time_s, 1.0), last_s) - 1.0) / round_s
        x = math.radians(size_deg) * (math.cos(angle) - 1.0)
        y = math.radians(size_deg) * flat * math.sin(angle)
        accel: Vector = (x + rng.gauss(0, 0.003), y + rng.gauss(0, 0.003), math.sqrt(1 - x * x - y * y))
        samples.append(Sample(time_s, "blue", accel))
    return samples


def calibration(size_deg: float = 10.0, flat: float = 1.0) -> Calibration:
    samples = rolling(4.0, size_deg=size_deg, flat=flat)
    return fit_circle(samples, stillness(samples[: int(0.9 * RATE_HZ)]), "circle")


@pytest.mark.parametrize("severity", ["mild", "moderate", "severe"])
@pytest.mark.parametrize("place", ["left_foot", "right_foot"])
def test_simulated_ankle_rolls_are_counted_with_their_direction(severity: str, place: str) -> None:
    session = simulated_session(
        "ankle_circle", 12, seed=5, place=place, conditions=Conditions(severity=severity)
    )
    circles = played(session)
    assert len(circles) == 12
    assert [one.direction for one in circles] == [true.direction for true in session.repetitions]


@pytest.mark.parametrize(
    "conditions",
    [
        Conditions(speed=1.8, rest_s=0.4),
        Conditions(tremor_deg=1.0),
        Conditions(jerks_per_minute=6.0),
        Conditions(loss=0.02, burst_s=0.3),
        Conditions(sensor=Sensor(gyro_bias_dps=(14.0, -10.0, 10.0))),
        Conditions(sensor=Sensor(rate_hz=25.0)),
        Conditions(sensor=Sensor(gyroscope=False)),
    ],
    ids=["fast", "tremor", "spasms", "losses", "biased", "slow sensor", "no gyroscope"],
)
def test_circles_are_counted_whatever_troubles_the_limb_or_the_puck(conditions: Conditions) -> None:
    for seed in (1, 2):
        assert len(played(simulated_session("ankle_circle", 10, seed=seed, conditions=conditions))) == 10


def test_a_pedal_is_counted_though_it_tilts_one_way_only() -> None:
    pedalled = played(simulated_session("cycling", 10, seed=3))
    assert len(pedalled) == 10
    assert {one.direction for one in pedalled} == {None}


@settings(max_examples=25)
@given(st.integers(2, 6), st.sampled_from([1.0, -1.0]), st.floats(4.0, 25.0), st.floats(0.9, 4.0))
def test_rolling_on_and_on_counts_every_turn(
    turns: int, sense: float, size_deg: float, round_s: float
) -> None:
    known = calibration(size_deg)
    circles = followed(known, rolling(sense * turns, size_deg=size_deg, round_s=round_s))
    assert len(circles) == turns
    assert {one.direction for one in circles} == {"anticlockwise" if sense > 0 else "clockwise"}


def test_size_and_roundness_are_measured() -> None:
    known = calibration(10.0)
    small = followed(known, rolling(3, size_deg=5.0))
    same = followed(known, rolling(-3))
    oval = followed(known, rolling(3, flat=0.6))
    assert known.range_deg == pytest.approx(10.0, abs=0.7)
    assert [one.range_deg for one in oval] == pytest.approx([8.0] * 3, abs=0.7)
    assert [one.quality.roundness for one in oval] == pytest.approx([0.6] * 3, abs=0.1)
    assert [one.range for one in same] == pytest.approx([1.0] * 3, abs=0.1)
    assert all(not one.full for one in small)


def test_half_a_circle_and_back_is_none() -> None:
    there = rolling(0.6)
    back = [Sample(2 * there[-1].time_s - one.time_s, "blue", one.accel_g) for one in reversed(there[:-1])]
    assert followed(calibration(), there + back) == []


def test_a_foot_that_nods_draws_no_circle() -> None:
    assert followed(calibration(), rolling(6, flat=0.05)) == []


def test_a_circle_is_told_within_half_a_second() -> None:
    tracker = CircleTracker("blue", calibration())
    for sample in rolling(0.9):
        for event in tracker.feed(sample):
            if isinstance(event, Repetition):
                assert sample.time_s - event.end_s <= 0.5
                return
    pytest.fail("the circle was not told")


def test_a_lost_signal_drops_the_circle_under_way() -> None:
    tracker = CircleTracker("blue", calibration())
    for sample in rolling(0.6)[: int(2.0 * RATE_HZ)]:
        tracker.feed(sample)
    assert isinstance(tracker.skip(2.5)[0], Dropped)
    assert tracker.skip(2.6) == []


def test_where_the_limb_is_on_its_circle_is_shown_clockwise() -> None:
    tracker = CircleTracker("blue", calibration())
    turns = []
    for sample in rolling(-1.0):
        tracker.feed(sample)
        if 1.3 < sample.time_s < 2.7:
            turns.append(tracker.state.turn)
    forward = sum((after - before) % 1.0 < 0.5 for before, after in pairwise(turns))
    assert forward == len(turns) - 1


def test_too_little_to_learn_from_is_refused() -> None:
    still = rolling(0.0 + 1e-9)
    with pytest.raises(CalibrationRefused) as refused:
        fit_circle(still, stillness(still), "circle")
    assert refused.value.trouble is Trouble.TOO_SMALL
    once = rolling(1.0)
    with pytest.raises(CalibrationRefused) as refused:
        fit_circle(once, stillness(once[:40]), "circle")
    assert refused.value.trouble is Trouble.TOO_FEW
