"""How long a resting limb's place and its straying are remembered."""

import pytest

from game.movement.compensation import RestingLimb
from tests.movement.legs import bump, samples


def test_who_sits_differently_for_half_a_minute_takes_no_part() -> None:
    limb = RestingLimb()
    for sample in samples(lambda time_s: 8.0 * bump(time_s, 2.0, 1.0, 60.0, 1.0), 31.0, rate_hz=50.0):
        limb.feed(sample)
    assert limb.took_part(0.0, 10.0, range_deg=6.0)
    assert not limb.took_part(28.0, 31.0, range_deg=6.0)


def test_a_limb_that_helped_at_the_beginning_of_a_long_hold_took_part() -> None:
    limb = RestingLimb()
    for sample in samples(lambda time_s: 10.0 * bump(time_s, 5.0, 0.5, 0.5, 0.5), 28.0, rate_hz=50.0):
        limb.feed(sample)
    assert limb.took_part(5.0, 27.0, range_deg=30.0)


@pytest.mark.parametrize(("strays_deg", "took_part"), [(5.0, False), (10.0, True)])
def test_a_shaken_limb_takes_no_part_and_one_that_goes_a_third_of_the_way_does(
    strays_deg: float, took_part: bool
) -> None:
    limb = RestingLimb()
    for sample in samples(lambda time_s: strays_deg * bump(time_s, 3.0, 0.5, 0.5, 0.5), 6.0, rate_hz=50.0):
        limb.feed(sample)
    assert limb.took_part(2.0, 6.0, range_deg=30.0) is took_part
