"""Steps of a puck that is known to be on the leg."""

import math

import pytest

from game.movement.calibration import learn
from game.movement.engine import Movement
from game.movement.events import Began, Dropped, Repetition
from game.movement.gait import StepTracker
from game.movement.leg_steps import LegStepTracker
from game.movement.step_places import step_tracker
from game.movement.unplaced_steps import UnplacedStepTracker
from hardware.sample import Sample
from hardware.simulated_session import Conditions, Session, simulated_session
from tools import accuracy_steps


def walked(conditions: Conditions, steps: int = 15) -> Session:
    return simulated_session("walk", steps, seed=1, place="right_ankle", conditions=conditions)


def swings(samples: list[Sample], tracker: StepTracker | LegStepTracker) -> list[Repetition]:
    return [event for sample in samples for event in tracker.feed(sample) if isinstance(event, Repetition)]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("ankle", LegStepTracker),
        ("thigh", LegStepTracker),
        ("foot", StepTracker),
        ("", UnplacedStepTracker),
    ],
)
def test_the_place_says_how_steps_are_found(place: str, kind: type) -> None:
    assert isinstance(step_tracker("blue", place=place), kind)


@pytest.mark.parametrize(
    "conditions",
    [Conditions(severity="mild"), Conditions(severity="moderate", speed=1.5, rest_s=0.6)],
    ids=["plain", "quick"],
)
def test_every_step_counts_from_the_first(conditions: Conditions) -> None:
    session = walked(conditions)
    true = [(one.start_s, one.end_s) for one in (*session.calibration, *session.repetitions)]
    found = [(one.start_s, one.end_s) for one in swings(session.samples, LegStepTracker("blue"))]
    pairs = accuracy_steps.matched(true, found)
    assert len(pairs) == len(true)
    assert pairs[0] == (0, 0)
    assert len(found) <= len(true) + 1


def test_what_is_learnt_at_a_place_is_followed_there() -> None:
    session = walked(Conditions(severity="mild"))
    known = learn(session.samples, "step", "ankle")
    (own,) = known.values()
    assert own.place == "ankle"
    events = Movement("step", known).feed(session.samples)
    count = sum(isinstance(event, Repetition) for event in events)
    assert abs(count - len(session.calibration) - len(session.repetitions)) <= 1
    # of the very first swing it is not known which way it goes until it is over
    assert sum(isinstance(event, Began) for event in events) >= count - 1


@pytest.mark.parametrize(
    ("stance", "strides", "place"),
    [(0.45, 20, "foot"), (0.32, 20, "foot"), (0.16, 20, "ankle"), (0.45, 9, "")],
)
def test_a_puck_that_stands_for_a_quarter_of_each_stride_is_on_a_foot(
    stance: float, strides: int, place: str
) -> None:
    tracker = UnplacedStepTracker("blue")
    for index in range(100 * strides):
        phase = (index % 100) / 100
        swing = max(0.0, phase - stance) / (1.0 - stance)
        turning_dps = 250.0 * math.sin(2 * math.pi * swing)
        hit_g = 1.0 if index % 100 == 97 else 0.0
        tracker.feed(Sample(index / 100, "blue", (0.0, 0.0, 1.0 + hit_g), (turning_dps, 0.0, 0.0)))
    assert tracker.place == place


def test_who_stands_does_not_step() -> None:
    standing = [one for one in walked(Conditions()).samples if one.time_s < 3.0]
    assert swings(standing, LegStepTracker("blue")) == []


def test_a_step_cut_by_silence_is_dropped() -> None:
    session = walked(Conditions(severity="mild"))
    tracker = LegStepTracker("blue")
    for sample in session.samples:
        if any(isinstance(event, Began) for event in tracker.feed(sample)) and sample.time_s > 10.0:
            break
    last_s = sample.time_s
    assert isinstance(tracker.skip(last_s + 0.5)[0], Dropped)
    assert tracker.skip(last_s + 0.6) == []
