import math
from collections.abc import Callable

import pytest

from game.movement.events import Began, Dropped, Held, MovementEvent, Phase, Reached, Repetition, Target
from game.movement.fitting import fit_tilt
from game.movement.learnt import Calibration
from game.movement.rest import stillness
from game.movement.stillness import StillTracker
from hardware.sample import Sample
from hardware.simulated_puck import Sensor
from hardware.simulated_session import Conditions, Session, simulated_session
from tests.movement.legs import bump, samples

KNOWN = Calibration(
    kind="still", axis=(1.0, 0.0, 0.0), range_deg=40.0, noise=0.005, has_gyro=True, repetition_s=5.0
)
ASKED = Target(range=0.6, hold_s=5.0)


def stay(hold_s: float, height_deg: float = 36.0) -> Callable[[float], float]:
    return lambda time_s: height_deg * bump(time_s, 2.0, 1.0, hold_s, 1.0)


def run(tilt_deg: Callable[[float], float], until_s: float, asked: Target = ASKED) -> list[MovementEvent]:
    tracker = StillTracker("blue", KNOWN)
    tracker.ask(asked)
    return [event for sample in samples(tilt_deg, until_s) for event in tracker.feed(sample)]


def postures(events: list[MovementEvent]) -> list[Repetition]:
    return [event for event in events if isinstance(event, Repetition)]


def test_a_posture_held_as_long_as_asked_is_told_step_by_step() -> None:
    events = run(stay(7.0), 14.0)
    assert [type(event) for event in events] == [Began, Reached, Held, Repetition]
    [posture] = postures(events)
    assert posture.full
    assert posture.hold_s == pytest.approx(7.5, abs=0.6)
    assert posture.range_deg == pytest.approx(36.0, abs=1.5)
    assert posture.quality.steadiness is not None
    assert posture.quality.steadiness > 0.85


def test_one_left_too_soon_counts_as_partial() -> None:
    [posture] = postures(run(stay(2.0), 9.0))
    assert not posture.full
    assert 1.5 < posture.hold_s < 3.5


def test_one_not_reached_counts_as_partial_without_hold() -> None:
    [posture] = postures(run(stay(4.0, height_deg=16.0), 10.0))
    assert (posture.full, posture.hold_s) == (False, 0.0)


def test_shifting_in_the_chair_is_no_posture() -> None:
    assert run(stay(4.0, height_deg=4.0), 10.0) == []


def test_rest_follows_whoever_sits_down_differently() -> None:
    shifted = run(lambda time_s: 4.0 + stay(7.0)(time_s - 8.0), 24.0)
    [posture] = postures(shifted)
    assert posture.range_deg == pytest.approx(36.0, abs=2.0)


def test_sway_lowers_steadiness_before_it_breaks_the_posture() -> None:
    def wobbling(size_deg: float) -> Callable[[float], float]:
        def tilt_deg(time_s: float) -> float:
            sways = 4.0 < time_s < 10.0
            return stay(8.0)(time_s) + sways * size_deg * math.sin(math.tau * 0.75 * time_s)

        return tilt_deg

    calm, uneasy = (postures(run(wobbling(size), 15.0))[0] for size in (0.5, 3.0))
    assert calm.quality.steadiness is not None
    assert uneasy.quality.steadiness is not None
    assert calm.quality.steadiness > uneasy.quality.steadiness + 0.15
    assert uneasy.full


def test_when_it_broke_and_since_when_it_holds_are_known() -> None:
    def sagging(time_s: float) -> float:
        return stay(14.0)(time_s) - 19.0 * bump(time_s, 7.0, 0.4, 1.6, 0.4)

    tracker = StillTracker("blue", KNOWN)
    tracker.ask(Target(range=0.6, hold_s=10.0))
    held_while_broken = 0.0
    for sample in samples(sagging, 12.0):
        tracker.feed(sample)
        if abs(sample.time_s - 8.5) < 0.006:
            held_while_broken = tracker.state.held_s
            assert tracker.since_s is None
            assert tracker.state.phase is Phase.BACK
    assert tracker.broke_s == pytest.approx(7.2, abs=0.4)
    assert tracker.since_s is not None
    assert tracker.since_s > 8.9
    assert tracker.state.held_s > held_while_broken > 3.5


def test_a_lost_signal_drops_the_posture() -> None:
    tracker = StillTracker("blue", KNOWN)
    for sample in samples(stay(7.0), 6.0):
        tracker.feed(sample)
    late = Sample(7.0, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
    assert isinstance(tracker.feed(late)[0], Dropped)


def simulated(limb: str, conditions: Conditions, seed: int) -> tuple[Session, list[Repetition]]:
    session = simulated_session(limb, 4, seed=seed, place="right_thigh", conditions=conditions)
    before = [sample for sample in session.samples if sample.time_s < session.calibrated_s]
    rest = stillness([sample for sample in before if sample.time_s < session.still_s - 0.3])
    tracker = StillTracker("blue", fit_tilt(before, rest, "still", 3))
    tracker.ask(Target(range=0.5, hold_s=4.0))
    later = [sample for sample in session.samples if sample.time_s >= session.calibrated_s]
    return session, postures([event for sample in later for event in tracker.feed(sample)])


@pytest.mark.parametrize("limb", ["leg_lift_still", "chest_lean"])
@pytest.mark.parametrize(
    "conditions",
    [
        Conditions(severity="mild", hold_s=5.0),
        Conditions(severity="severe", hold_s=5.0),
        Conditions(hold_s=5.0, tremor_deg=1.0),
        Conditions(hold_s=5.0, sensor=Sensor(gyro_bias_dps=(15.0, -10.0, 8.0))),
        Conditions(hold_s=5.0, sensor=Sensor(rate_hz=25.0)),
        Conditions(hold_s=5.0, sensor=Sensor(gyroscope=False)),
        Conditions(hold_s=5.0, loss=0.02, burst_s=0.3),
    ],
    ids=["mild", "severe", "tremor", "bias", "slow sensor", "no gyroscope", "losses"],
)
def test_simulated_postures_are_each_counted_once(limb: str, conditions: Conditions) -> None:
    session, counted = simulated(limb, conditions, seed=4)
    assert len(counted) == len(session.repetitions)
    for posture, true in zip(counted, session.repetitions, strict=True):
        assert posture.start_s < true.end_s
        assert posture.end_s > true.start_s
