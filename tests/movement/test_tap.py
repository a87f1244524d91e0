"""A tap is an instant, a strength and a direction; a knock at home and the foot's return are none."""

import msgspec
import pytest

from game.movement.calibration import Calibration, Learner, LearnerStage, learn
from game.movement.engine import Movement
from game.movement.events import Repetition
from hardware.sample import Sample
from hardware.simulated_session import Conditions, Session, simulated_session
from tests.movement.feet import foot


def tapped(limb: str, place: str = "right_foot") -> tuple[Session, dict[str, Calibration], list[Repetition]]:
    session = simulated_session(limb, 12, seed=5, conditions=Conditions(severity="mild"), place=place)
    learner = Learner("tap", ["blue"])
    learner.feed([one for one in session.samples if one.time_s <= session.calibrated_s])
    assert learner.stage is LearnerStage.DONE
    events = Movement("tap", learner.calibrations).feed(
        [one for one in session.samples if one.time_s > session.calibrated_s]
    )
    return session, learner.calibrations, [one for one in events if isinstance(one, Repetition)]


@pytest.mark.parametrize("place", ["right_foot", "left_foot"])
def test_each_tap_counts_once_at_its_instant_and_from_its_direction(place: str) -> None:
    session, _, found = tapped("foot_taps", place)
    assert [one.peak_s for one in found] == pytest.approx(
        [one.peak_s for one in session.repetitions], abs=0.05
    )
    assert [one.direction for one in found] == [one.direction for one in session.repetitions]


def test_a_knock_on_a_foot_at_home_is_no_tap() -> None:
    _, known, _ = tapped("foot_taps")
    still = [Sample(i / 100, "blue", (0.0, 0.0, 1.0), (0.0, 0.0, 0.0)) for i in range(300)]
    still[200] = Sample(2.0, "blue", (0.0, 0.0, 3.0), (0.0, 0.0, 0.0))
    assert not [one for one in Movement("tap", known).feed(still) if isinstance(one, Repetition)]


@pytest.mark.parametrize("flat", [False, True])
def test_toes_that_fall_and_feet_that_travel_flat_count_once_each_landing(flat: bool) -> None:
    hits = dict.fromkeys([4.0 + 1.7 * index for index in range(9)], 1.0)
    samples = foot(hits, 20.0, lifts_deg=0.0 if flat else 12.0, push_g=0.3 if flat else 0.0, at_home=True)
    learner = Learner("tap", ["blue"])
    learner.feed(samples)
    assert learner.stage is LearnerStage.DONE
    found = [
        one for one in Movement("tap", learner.calibrations).feed(samples) if isinstance(one, Repetition)
    ]
    assert [one.peak_s for one in found] == pytest.approx(list(hits), abs=0.03)


def test_a_foot_that_trembles_before_play_is_found_at_home_all_the_same() -> None:
    session = simulated_session("foot_taps", 8, seed=0, conditions=Conditions(severity="severe", rest_s=1.0))
    known = learn([one for one in session.samples if one.time_s <= session.calibrated_s], "tap")
    played = [one for one in session.samples if one.time_s > session.calibrated_s]
    found = [one for one in Movement("tap", known).feed(played) if isinstance(one, Repetition)]
    assert len(found) == 8


def quality(severity: str, conditions: Conditions, limb: str) -> tuple[int, int, int]:
    """True taps, those counted at their instant, and all that were counted, over three people."""
    true = right = counted = 0
    for seed in range(700, 703):
        session = simulated_session(
            limb, 8, seed=seed, conditions=msgspec.structs.replace(conditions, severity=severity, natural=5)
        )
        learner = Learner("tap", ["blue"])
        learner.feed([one for one in session.samples if one.time_s <= session.calibrated_s])
        assert learner.stage is LearnerStage.DONE
        played = [one for one in session.samples if one.time_s > session.calibrated_s]
        found = [
            one for one in Movement("tap", learner.calibrations).feed(played) if isinstance(one, Repetition)
        ]
        true += len(session.repetitions)
        counted += len(found)
        right += sum(
            any(abs(one.peak_s - done.peak_s) < 0.15 for one in found) for done in session.repetitions
        )
    return true, right, counted


@pytest.mark.parametrize("limb", ["foot_taps", "toe_taps"])
def test_small_slow_taps_of_a_trembling_leg_are_told_from_its_trembling(limb: str) -> None:
    true, right, counted = quality("severe", Conditions(speed=0.8), limb)
    assert right >= 0.9 * true
    assert counted <= 1.05 * true


def test_a_foot_taps_once_on_each_way_out_and_home() -> None:
    true, right, counted = quality("moderate", Conditions(tremor_deg=0.4, tremor_hz=5.0), "toe_taps")
    assert counted <= 1.05 * true
    assert right >= 0.9 * true
