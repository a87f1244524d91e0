"""A swing is counted as often as it was made, whatever its size, speed, puck and rate."""

import msgspec
import pytest

from game.movement.calibration import Learner, LearnerStage, learn
from game.movement.engine import Movement
from game.movement.events import Began, Dropped, Held, Reached, Repetition, Target
from hardware.sample import Sample
from tests.movement.legs import samples, series

CALIBRATION = series([30.0, 32.0, 28.0])


def counted(played: list[Sample], target: Target | None = None, learnt_from: list[Sample] | None = None):
    movement = Movement("swing", learn(learnt_from or samples(*CALIBRATION), "swing"))
    if target:
        movement.ask("blue", target)
    return movement.feed(played)


def repetitions(events: list) -> list[Repetition]:
    return [event for event in events if isinstance(event, Repetition)]


@pytest.mark.parametrize("rate_hz", [25.0, 50.0, 100.0, 200.0, 400.0])
@pytest.mark.parametrize("gyro", [True, False])
def test_every_repetition_counts_at_every_rate(rate_hz: float, gyro: bool) -> None:
    played = samples(*series([30, 30, 12, 30, 10, 30]), rate_hz=rate_hz, gyro=gyro)
    learnt_from = samples(*CALIBRATION, rate_hz=rate_hz, gyro=gyro)
    found = repetitions(counted(played, learnt_from=learnt_from))
    assert len(found) == 6
    assert [one.full for one in found] == [True, True, False, True, False, True]
    assert all(
        abs(one.range_deg - true) < 3.0 for one, true in zip(found, [30, 30, 12, 30, 10, 30], strict=True)
    )


def test_ten_degrees_are_enough() -> None:
    small = samples(*series([10.0, 9.0, 10.0]))
    played = samples(*series([10.0, 4.0, 10.0]))
    found = repetitions(counted(played, learnt_from=small))
    assert len(found) == 3
    assert found[0].range == pytest.approx(1.0, abs=0.1)


def test_times_and_durations_are_those_of_the_leg() -> None:
    (one,) = repetitions(counted(samples(*series([30.0], hold_s=2.0))))
    assert one.start_s == pytest.approx(4.0, abs=0.25)
    assert one.end_s == pytest.approx(7.6, abs=0.3)
    assert one.out_s == pytest.approx(0.8, abs=0.3)
    assert one.back_s == pytest.approx(0.8, abs=0.3)
    assert one.peak_speed_dps == pytest.approx(59.0, rel=0.1)


def test_a_hold_is_full_only_when_held() -> None:
    asked = Target(range=0.8, hold_s=1.5)
    short = counted(samples(*series([30.0], hold_s=0.5)), asked)
    long = counted(samples(*series([30.0], hold_s=2.5)), asked)
    assert [one.full for one in repetitions(short)] == [False]
    assert [one.full for one in repetitions(long)] == [True]
    assert [type(event) for event in long] == [Began, Reached, Held, Repetition]


def test_a_fidget_is_no_repetition() -> None:
    assert repetitions(counted(samples(*series([4.0, 5.0, 4.0, 5.0])))) == []


def test_a_first_reading_bent_by_tremor_is_no_rest() -> None:
    tilt, until_s = series([8.0] * 4)
    played = samples(tilt, until_s)
    known = learn(played, "swing")
    bent = [msgspec.structs.replace(one, accel_g=(0.0, -0.1, 1.0)) for one in played[:3]] + played[3:]
    found = repetitions(Movement("swing", known).feed(bent))
    assert [one.peak_s for one in found] == pytest.approx(
        [one.peak_s for one in repetitions(Movement("swing", known).feed(played))], abs=0.1
    )


def test_a_gap_longer_than_half_a_second_drops_the_movement() -> None:
    played = [s for s in samples(*series([30.0, 30.0], hold_s=2.0)) if not 5.0 < s.time_s < 6.0]
    events = counted(played)
    assert sum(isinstance(event, Dropped) for event in events) == 1


def test_the_learner_asks_for_stillness_then_three_repetitions() -> None:
    learner = Learner("swing", ["blue"])
    seen = [learner.stage]
    for sample in samples(*CALIBRATION):
        learner.feed([sample])
        if learner.stage is not seen[-1]:
            seen.append(learner.stage)
    assert seen == list(LearnerStage)
    assert learner.calibrations["blue"].range_deg == pytest.approx(30.0, abs=1.5)
