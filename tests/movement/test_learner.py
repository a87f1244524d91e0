"""The Prepare screen is told what is missing, and refuses what cannot be learnt from."""

import math

import msgspec
import pytest

from game.movement.calibration import Calibration, CalibrationRefused, Learner, LearnerStage, Trouble, learn
from game.movement.learnt import Sureness
from hardware.errors import FootfallError
from tests.movement.legs import samples, series


def test_without_a_signal_it_says_so() -> None:
    learner = Learner("swing", ["blue"])
    assert learner.stage is LearnerStage.WAITING
    assert learner.trouble is Trouble.NO_SIGNAL


def test_a_leg_that_never_rests_is_told_to() -> None:
    learner = Learner("swing", ["blue"])
    learner.feed(samples(lambda t: 25.0 * math.sin(2.0 * t), 10.0))
    assert learner.stage is LearnerStage.STILL
    assert learner.trouble is Trouble.MOVING


def test_a_tremor_is_forgiven() -> None:
    tilt, until_s = series([20.0] * 3)
    learner = Learner("swing", ["blue"])
    learner.feed(samples(lambda t: tilt(t) + 0.6 * math.sin(2 * math.pi * 5.0 * t), until_s + 1.0))
    assert learner.stage is LearnerStage.DONE
    assert learner.calibrations["blue"].range_deg == pytest.approx(20.0, abs=2.0)


def test_a_twitch_costs_only_the_time_before_it() -> None:
    tilt, _ = series([8.0], begin_s=1.0, out_s=0.2, hold_s=0.0, back_s=0.2)
    learner = Learner("swing", ["blue"])
    learner.feed(samples(tilt, 5.5))
    assert learner.stage is LearnerStage.REPETITIONS


def test_repetitions_are_counted_and_shown_as_they_are_made() -> None:
    learner = Learner("swing", ["blue"])
    seen: list[int] = []
    farthest = 0.0
    for sample in samples(*series([20.0] * 3)):
        learner.feed([sample])
        farthest = max(farthest, learner.position)
        if learner.repetitions not in seen:
            seen.append(learner.repetitions)
    assert seen == [0, 1, 2, 3]
    assert farthest == pytest.approx(1.0)


def test_two_legs_are_learnt_in_any_order() -> None:
    left = samples(*series([40.0] * 3, begin_s=12.0))
    right = samples(*series([15.0] * 3, begin_s=4.0), puck="yellow", seed=2)
    learner = Learner("swing", ["blue", "yellow"])
    learner.feed(sorted(left + right, key=lambda one: one.time_s))
    assert learner.stage is LearnerStage.DONE
    assert learner.calibrations["blue"].range_deg == pytest.approx(40.0, abs=2.0)
    assert learner.calibrations["yellow"].range_deg == pytest.approx(15.0, abs=2.0)


def test_a_leg_that_swayed_at_rest_is_asked_for_one_more() -> None:
    tilt, until_s = series([5.0] * 6)
    learner = Learner("swing", ["blue"])
    troubles = set()
    for sample in samples(
        lambda t: tilt(t) + (2.5 * math.sin(1.2 * math.pi * t) if t < 4.0 else 0.0), until_s
    ):
        learner.feed([sample])
        troubles.add(learner.trouble)
    assert Trouble.ONCE_MORE in troubles
    known = learner.calibrations["blue"]
    assert not known.sureness.sure
    assert known.sureness.count == known.sureness.seen == 4


def test_a_leg_that_moves_alike_is_not_asked_again_and_known_surely() -> None:
    learner = Learner("swing", ["blue"])
    learner.feed(samples(*series([30.0] * 3)))
    sureness = learner.calibrations["blue"].sureness
    assert sureness.sure
    assert (sureness.count, sureness.seen) == (3, 3)
    assert sureness.axis == pytest.approx(1.0, abs=0.02)
    assert not sureness.gyro_doubted


@pytest.mark.parametrize(
    ("told", "sure"),
    [
        (Sureness(), True),
        (Sureness(axis=0.9, count=3, seen=3, rest=0.1, gyro_doubted=True), True),
        (Sureness(axis=0.45), False),
        (Sureness(rest=0.6), False),
        (Sureness(count=6, seen=3), False),
    ],
)
def test_what_speaks_for_asking_once_more(told: Sureness, sure: bool) -> None:
    assert told.sure is sure


def test_a_calibration_is_kept_as_json() -> None:
    known = learn(samples(*series([30.0] * 3)), "swing")["blue"]
    assert msgspec.json.decode(msgspec.json.encode(known), type=Calibration) == known


def test_a_refusal_is_a_sentence_that_says_what_to_do() -> None:
    with pytest.raises(FootfallError) as refused:
        learn([], "swing")
    assert isinstance(refused.value, CalibrationRefused)
    assert str(refused.value).endswith(".")


def test_three_sizes_and_speeds_in_one_recording_give_the_range_between() -> None:
    known = learn(samples(*series([60.0, 60.0, 60.0, 55.0, 55.0, 55.0, 25.0, 25.0, 25.0])), "swing")["blue"]
    assert 50.0 <= known.range_deg <= 61.0
