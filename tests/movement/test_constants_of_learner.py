"""How patient the learning is, and what a recording must show."""

import math

import pytest

from game.movement.calibration import Learner, LearnerStage, Trouble, learn
from game.movement.learner import beginning
from game.movement.vectors import angle_deg
from tests.movement.legs import bump, samples, series


def test_who_has_moved_is_told_so_until_a_second_of_rest() -> None:
    learner = Learner("swing", ["blue"])
    told: dict[bool, set[Trouble | None]] = {True: set(), False: set()}
    for sample in samples(lambda t: 25.0 * math.sin(3.0 * t) if t < math.pi else 0.0, 6.0):
        learner.feed([sample])
        if sample.time_s > 3.5 and (0.55 < learner.still_s < 0.95 or 1.05 < learner.still_s < 1.95):
            told[learner.still_s > 1.0].add(learner.trouble)
    assert told == {False: {Trouble.MOVING}, True: {None}}


def test_after_a_minute_without_a_movement_it_begins_again() -> None:
    learner = Learner("swing", ["blue"])
    stages = {}
    for sample in samples(lambda _: 0.0, 80.0, rate_hz=25.0):
        learner.feed([sample])
        stages[round(sample.time_s, 2)] = (learner.stage, learner.trouble)
    assert stages[45.0] == (LearnerStage.REPETITIONS, None)
    assert Trouble.TOO_SMALL in {trouble for _, trouble in stages.values()}


@pytest.mark.parametrize(("other_deg", "limbs"), [(11.0, {"blue"}), (21.0, {"blue", "yellow"})])
def test_a_leg_that_moves_a_third_as_far_rides_along(other_deg: float, limbs: set[str]) -> None:
    both = samples(*series([30.0] * 3)) + samples(*series([other_deg] * 3), puck="yellow", seed=2)
    assert set(learn(sorted(both, key=lambda one: one.time_s), "swing")) == limbs


@pytest.mark.parametrize(("together", "limbs"), [(1, {"blue", "yellow"}), (2, {"blue"})])
def test_a_leg_that_moves_little_but_by_itself_works_too(together: int, limbs: set[str]) -> None:
    def small(time_s: float) -> float:
        return sum(10.0 * bump(time_s, 4.0 + 4.0 * k, 0.8, 0.6, 0.8) for k in range(5))

    def working(time_s: float) -> float:
        beside = sum(30.0 * bump(time_s, 30.0 + 4.0 * k, 0.8, 0.6, 0.8) for k in range(3))
        return beside + sum(30.0 * bump(time_s, 4.0 + 4.0 * k, 0.8, 0.6, 0.8) for k in range(5 - together, 5))

    both = samples(working, 43.0, rate_hz=50.0) + samples(small, 43.0, rate_hz=50.0, puck="yellow", seed=2)
    assert set(learn(sorted(both, key=lambda one: one.time_s), "swing")) == limbs


@pytest.mark.parametrize(
    ("sways_hz", "sway_deg", "bias_dps"), [(5.0, 0.8, 8.0), (1.0, 0.8, 8.0), (1.0, 2.0, 0.0)]
)
def test_a_gyroscope_is_known_from_a_recording_that_is_steady_somewhere(
    sways_hz: float, sway_deg: float, bias_dps: float
) -> None:
    tilt, until_s = series([30.0] * 3)
    played = samples(
        lambda t: tilt(t) + sway_deg * math.sin(2 * math.pi * sways_hz * t), until_s, bias_dps=(8.0, 0.0, 0.0)
    )
    assert learn(played, "swing")["blue"].gyro_bias_dps[0] == pytest.approx(bias_dps, abs=1.0)


def tilted_deg(curve, until_s: float) -> float:
    """The tilt that is taken for rest at the beginning of a recording."""
    up = beginning(samples(curve, until_s)).rest_up
    return math.copysign(angle_deg(up, (0.0, 0.0, 1.0)), up[1])


@pytest.mark.parametrize(("lead_s", "rest_deg"), [(0.3, 40.0), (0.9, 0.0)])
def test_stillness_that_begins_late_may_be_a_hold(lead_s: float, rest_deg: float) -> None:
    assert tilted_deg(lambda t: 40.0 * bump(t, -0.01, lead_s, 9.0, 1.0), 8.0) == pytest.approx(
        rest_deg, abs=5.0
    )


def test_without_stillness_the_first_instant_is_rest() -> None:
    assert tilted_deg(lambda t: 60.0 * math.sin(2.0 * t), 6.0) < 9.0


def test_half_a_second_of_stillness_is_rest_though_the_leg_trembles() -> None:
    def trembling(time_s: float) -> float:
        return 3.0 * math.cos(2 * math.pi * 6.0 * time_s) + 40.0 * math.sin(2.0 * max(0.0, time_s - 0.65))

    assert abs(tilted_deg(trembling, 6.0)) < 1.0
