"""One jerk while circles are learnt makes them hardly flatter."""

import pytest

from game.movement.circle_fit import fit_circle
from game.movement.rest import stillness
from hardware.sample import Sample
from tests.movement.test_circle import RATE_HZ, rolling


@pytest.mark.parametrize("way_g", [0.3, -0.3])
def test_a_jerk_leaves_a_round_circle_round(way_g: float) -> None:
    def jerked(one: Sample) -> Sample:
        x, y, z = one.accel_g
        return Sample(one.time_s, "blue", (x, y + way_g * (5.5 < one.time_s < 5.58), z))

    played = [jerked(one) for one in rolling(4.0)]
    assert fit_circle(played, stillness(played[: int(0.9 * RATE_HZ)]), "circle").roundness > 0.86
