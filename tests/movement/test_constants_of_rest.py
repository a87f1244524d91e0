"""How much trembling passes for rest, and how long a gyroscope's bias takes to read."""

import math

import pytest

from game.movement.rest import quietest, stillness
from tests.movement.legs import samples


@pytest.mark.parametrize(("tremor_deg", "gyro", "still"), [(28.0, False, True), (48.0, False, False)])
def test_a_coarse_tremor_passes_for_rest_and_shaking_does_not(
    tremor_deg: float, gyro: bool, still: bool
) -> None:
    shaken = samples(lambda t: tremor_deg * math.sin(2 * math.pi * 5.0 * t), 3.0, gyro=gyro)
    assert stillness(shaken).still is still


@pytest.mark.parametrize(("tremor_deg", "still"), [(1.3, True), (2.7, False)])
def test_turning_to_and_fro_is_rest_up_to_the_speed_of_a_tremor(tremor_deg: float, still: bool) -> None:
    shaken = samples(lambda t: tremor_deg * math.sin(2 * math.pi * 5.0 * t), 3.0)
    assert stillness(shaken).still is still


@pytest.mark.parametrize(
    ("sway_deg", "gyro", "still"),
    [(5.0, False, True), (10.0, False, False), (2.0, True, True), (4.0, True, False)],
)
def test_swaying_once_a_second_is_rest_if_it_is_small_and_slow(
    sway_deg: float, gyro: bool, still: bool
) -> None:
    swaying = samples(lambda t: sway_deg * math.sin(2 * math.pi * t), 3.0, gyro=gyro)
    assert stillness(swaying).still is still


def test_two_seconds_of_quiet_anywhere_show_the_bias() -> None:
    for begin_s in (3.0, 3.3, 3.7):
        played = samples(
            lambda t, begin_s=begin_s: (
                0.0 if begin_s < t < begin_s + 2.2 else 20.0 * math.sin(2 * math.pi * (t - begin_s) / 2.2)
            ),
            9.0,
        )
        assert quietest(played).tremble_dps < 1.0
