"""What a standing foot learns of up and of its gyroscope, and how soon."""

import math

import pytest

from game.movement.foot_motion import FootMotion, Rest

STEP_S = 0.01


def test_the_trembling_of_a_loaded_leg_hardly_tilts_the_foot() -> None:
    speeds = []
    for stood_s in range(200, 220):
        motion = FootMotion()
        for index in range(stood_s):
            motion.stand((0.1 * math.sin(2 * math.pi * 5.0 * index * STEP_S), 0.0, 1.0), STEP_S)
        speeds.append(max(motion.travel((0.0, 0.0, 1.0), 1.0, (0.0, 0.0, 0.0), STEP_S)[0] for _ in range(30)))
    assert max(speeds) < 0.12


def rested(sway_dps: float, lasts_s: float, rolls_dps: float = 0.0, gravity_g: float = 1.0) -> float:
    """What a gyroscope is taken to read at rest, having read 12 or so while gravity rolls."""
    rest = Rest((0.0, 0.0, 0.0))
    for index in range(round(lasts_s / STEP_S)):
        sway = sway_dps * math.sin(2 * math.pi * 2.0 * index * STEP_S)
        angle = math.radians(rolls_dps * index * STEP_S)
        weight_g = (0.0, gravity_g * math.sin(angle), gravity_g * math.cos(angle))
        rest.feed(index * STEP_S, (12.0 + sway, 0.0, 0.0), weight_g)
    return rest.bias_dps[0]


@pytest.mark.parametrize(("sway_dps", "rests"), [(4.0, True), (9.0, False)])
def test_a_standing_foot_sways_and_a_rocking_one_does_not_rest(sway_dps: float, rests: bool) -> None:
    assert (rested(sway_dps, 1.5) > 6.0) is rests


@pytest.mark.parametrize(("lasts_s", "rests"), [(0.35, False), (0.7, True)])
def test_an_even_turn_in_flight_is_no_rest(lasts_s: float, rests: bool) -> None:
    assert (rested(0.0, lasts_s) == pytest.approx(12.0, abs=0.5)) is rests


@pytest.mark.parametrize("gravity_g", [1.0, 1.26, 0.9])
@pytest.mark.parametrize(("rolls_dps", "rests"), [(3.0, True), (9.0, False), (12.0, False)])
def test_a_foot_that_rolls_over_in_stance_is_no_bias(rolls_dps: float, rests: bool, gravity_g: float) -> None:
    assert (rested(0.0, 1.5, rolls_dps, gravity_g) > 6.0) is rests


def test_a_calm_puck_weighs_gravity_within_the_error_of_a_sensor() -> None:
    rest = Rest((0.0, 0.0, 0.0))
    for _ in range(200):
        rest.weigh(1.25, STEP_S)
    assert rest.gravity_g == pytest.approx(1.25, abs=0.01)
    for _ in range(200):
        rest.weigh(2.0, STEP_S)
    assert rest.gravity_g == pytest.approx(1.35)
