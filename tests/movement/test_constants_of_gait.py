"""What is usual for a foot, how soon that changes, and what a step must have."""

import math

import msgspec
import pytest

from game.movement.events import Began, Dropped, Phase
from game.movement.gait import Habit, Instant, Step, StepTracker, swing_among
from game.movement.learnt import Calibration
from hardware.sample import Sample
from hardware.simulated_session import Conditions
from tests.movement.test_gait import stepping

STEP = Step(
    left_s=1.0,
    fastest_s=1.3,
    landed_s=1.6,
    speed_mps=1.0,
    turning_dps=200.0,
    tilt_deg=40.0,
    jerk_g=2.0,
)
SMALL = msgspec.structs.replace(STEP, tilt_deg=20.0)
KNOWN = Calibration("step", range_deg=20.0, repetition_s=0.6, strength_g=2.0)


def habit(*steps: Step, known: Calibration | None = None) -> Habit:
    usual = Habit(known)
    for step in steps:
        usual.remember(step)
    return usual


def test_a_new_way_of_walking_is_usual_after_half_a_dozen_steps_and_not_after_three() -> None:
    assert habit(*[STEP] * 15, *[SMALL] * 5).tilt_deg == 20.0
    assert habit(*[STEP] * 15, *[SMALL] * 3).tilt_deg == 40.0


def test_two_large_steps_do_not_outweigh_what_was_learnt_and_four_do() -> None:
    assert habit(STEP, STEP, known=KNOWN).tilt_deg == 20.0
    assert habit(*[STEP] * 4, known=KNOWN).tilt_deg == 40.0


@pytest.mark.parametrize(("speed_mps", "counts"), [(0.07, False), (0.15, True)])
def test_a_shuffle_is_slower_than_a_tenth_of_the_usual(speed_mps: float, counts: bool) -> None:
    slow = msgspec.structs.replace(STEP, speed_mps=speed_mps)
    assert habit(*[STEP] * 3).is_step(slow) is counts


@pytest.mark.parametrize(("speed_mps", "counts"), [(0.1, False), (0.2, True)])
def test_shifting_from_foot_to_foot_is_no_first_step(speed_mps: float, counts: bool) -> None:
    assert habit().is_step(msgspec.structs.replace(STEP, speed_mps=speed_mps)) is counts


@pytest.mark.parametrize(("jerk_g", "counts"), [(0.07, False), (0.15, True)])
def test_weight_that_comes_down_softly_is_no_first_step(jerk_g: float, counts: bool) -> None:
    assert habit().is_step(msgspec.structs.replace(STEP, jerk_g=jerk_g)) is counts


@pytest.mark.parametrize(("jerk_g", "counts"), [(0.06, False), (0.12, True)])
def test_a_foot_that_rocks_does_not_land(jerk_g: float, counts: bool) -> None:
    assert habit(*[STEP] * 3).is_step(msgspec.structs.replace(STEP, jerk_g=jerk_g)) is counts


@pytest.mark.parametrize(("lasts_s", "counts"), [(0.13, False), (0.25, True)])
def test_a_rebound_is_briefer_than_a_third_of_a_swing(lasts_s: float, counts: bool) -> None:
    brief = msgspec.structs.replace(STEP, landed_s=1.0 + lasts_s)
    assert habit(*[STEP] * 3).is_step(brief) is counts


@pytest.mark.parametrize(("silent_s", "dropped"), [(0.3, 0), (0.6, 1)])
def test_a_short_silence_in_a_step_is_bridged_and_a_long_one_drops_it(silent_s: float, dropped: int) -> None:
    session = stepping("walk", Conditions(severity="mild"))
    middle_s = session.repetitions[5].start_s + 0.4 * (
        session.repetitions[5].end_s - session.repetitions[5].start_s
    )
    tracker, told = StepTracker("blue"), []
    for sample in session.samples:
        if not middle_s < sample.time_s < middle_s + silent_s:
            told = tracker.feed(sample)
            if sample.time_s >= middle_s + silent_s:
                break
    assert sum(isinstance(event, Dropped) for event in told) == dropped


def test_a_swing_is_shown_from_a_third_of_the_usual_speed() -> None:
    session = stepping("walk", Conditions(severity="mild"))
    tracker = StepTracker("blue")
    shown = [
        tracker.state.position
        for sample in session.samples
        if any(isinstance(event, Began) for event in tracker.feed(sample))
    ]
    assert len(shown) > 10
    assert 0.3 <= min(shown) < 0.5


def settled_after_s(jolt_g: float, hit_s: float) -> float:
    """How long a foot that turned until 1.5 s and met the floor so hard is calm until it stands."""
    tracker = StepTracker("blue", KNOWN)
    for index in range(300):
        time_s = index / 100
        hit = jolt_g if time_s == hit_s else 0.0
        turning_dps = 150.0 + 40.0 * math.sin(0.8 * index) if 1.0 <= time_s < 1.5 else 0.0
        tracker.feed(Sample(time_s, "blue", (0.0, 0.0, 1.0 + hit), (turning_dps, 0.0, 0.0)))
        if time_s > 1.5 and tracker.state.phase is Phase.REST:
            return time_s - 1.5
    return float("inf")


@pytest.mark.parametrize(
    ("jolt_g", "hit_s", "after_s"),
    [(0.0, 1.48, 0.21), (0.4, 1.48, 0.21), (0.9, 1.48, 0.09), (0.9, 1.32, 0.09), (0.9, 1.1, 0.21)],
    ids=["no contact", "brushed the floor", "landed", "a moment ago", "long ago"],
)
def test_a_foot_stands_sooner_after_a_landing_than_where_it_may_be_calm_in_flight(
    jolt_g: float, hit_s: float, after_s: float
) -> None:
    assert settled_after_s(jolt_g, hit_s) == pytest.approx(after_s, abs=0.03)


@pytest.mark.parametrize(
    ("felt_g", "gyro", "stands"),
    [(1.16, True, True), (1.25, True, True), (1.7, True, False), (1.07, False, True), (1.15, False, False)],
)
def test_a_standing_foot_is_carried_by_gravity_however_its_sensor_scales_it(
    felt_g: float, gyro: bool, stands: bool
) -> None:
    tracker = StepTracker("blue")
    turning_dps = (0.0, 0.0, 0.0) if gyro else None
    for index in range(100):
        tracker.feed(Sample(index / 100, "blue", (0.0, 0.0, felt_g), turning_dps))
    assert (tracker.state.phase is Phase.REST) is stands


def test_a_foot_that_turns_for_four_seconds_is_not_walking() -> None:
    tracker = StepTracker("blue")
    dropped_s = [
        index / 100
        for index in range(700)
        for event in tracker.feed(
            Sample(
                index / 100,
                "blue",
                (0.2, 0.0, 1.0),
                (0.0, 0.0, (index > 100) * (90.0 + 30.0 * math.sin(0.8 * index))),
            )
        )
        if isinstance(event, Dropped)
    ]
    assert dropped_s[0] == pytest.approx(5.0, abs=0.2)


def on_its_way(count: int, jerks_g: dict[int, float], turn: float) -> list[Instant]:
    """A foot tilted by 30 degrees that travels at a metre a second and feels these jerks."""
    return [
        (
            index / 100,
            1.0,
            math.cos(math.radians(30.0)),
            jerks_g.get(index, 0.01),
            100.0 * math.sin(index / turn),
        )
        for index in range(count)
    ]


def test_a_landing_is_the_first_hard_contact_and_no_brush_before_it() -> None:
    step = swing_among(on_its_way(60, {30: 0.5, 34: 1.0, 38: 2.0}, 20))
    assert step is not None
    assert step.landed_s == pytest.approx(0.34)


def test_a_foot_that_moves_on_for_half_a_second_had_not_landed() -> None:
    step = swing_among(on_its_way(111, {45: 2.0, 75: 1.0}, 37))
    assert step is not None
    assert step.landed_s == pytest.approx(0.75)


def test_swings_too_brief_again_and_again_are_the_usual_ones() -> None:
    long = msgspec.structs.replace(STEP, landed_s=1.0 + 4.0 * 0.6)
    usual = habit(*[long] * 7)
    assert [usual.takes(STEP) for _ in range(4)] == [False, False, True, True]


def test_a_rebound_after_each_swing_stays_a_rebound() -> None:
    rebound = msgspec.structs.replace(STEP, landed_s=1.1)
    usual = habit(*[STEP] * 3)
    assert [usual.takes(one) for _ in range(5) for one in (rebound, STEP)] == 5 * [False, True]


def test_what_a_foot_feels_in_flight_is_not_how_long_gravity_is() -> None:
    """A fast foot hardly turns for an instant of its swing, while it feels three times gravity."""
    tracker = StepTracker("blue")
    for index in range(1000):
        in_swing = index % 100 < 40
        calm = index % 100 in (20, 21, 22)
        turning_dps = (400.0 + index % 7) * in_swing * (not calm)
        tracker.feed(Sample(index / 100, "blue", (0.0, 0.0, 3.0 if calm else 1.0), (turning_dps, 0.0, 0.0)))
    assert tracker.rest.gravity_g == pytest.approx(1.0, abs=0.02)
