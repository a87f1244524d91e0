"""What stands out, what is a way, which impacts belong together, and where a foot taps."""

import pytest

from game.movement.learnt import Calibration
from game.movement.rest import stillness
from game.movement.tap_fit import find_taps, fit_tap
from hardware.sample import Sample
from tests.movement.feet import foot

KNOWN = Calibration("tap", has_gyro=True)
THREE = (2.0, 4.0, 6.0)


@pytest.mark.parametrize(("buzz_g", "count"), [(0.02, 3), (0.08, 0)])
def test_a_tap_stands_out_from_what_is_felt_at_rest(buzz_g: float, count: int) -> None:
    _, taps = find_taps(foot(dict.fromkeys(THREE, 0.45), 8.0, buzz_g=buzz_g), KNOWN)
    assert len(taps) == count


@pytest.mark.parametrize(("lifts_deg", "count"), [(0.7, 0), (1.6, 3)])
def test_a_foot_that_goes_nowhere_does_not_tap(lifts_deg: float, count: int) -> None:
    _, taps = find_taps(foot(dict.fromkeys(THREE, 1.0), 8.0, lifts_deg=lifts_deg), KNOWN)
    assert len(taps) == count


@pytest.mark.parametrize(("soft_g", "count"), [(0.7, 4), (0.35, 3)])
def test_a_touch_far_softer_than_the_taps_is_none_of_them(soft_g: float, count: int) -> None:
    _, taps = find_taps(foot({**dict.fromkeys(THREE, 1.0), 8.0: soft_g}, 10.0), KNOWN)
    assert len(taps) == count


@pytest.mark.parametrize(("home_g", "site"), [(1.2, "away"), (2.0, "home")])
def test_a_foot_taps_at_home_if_it_comes_home_far_harder(home_g: float, site: str) -> None:
    hits = dict.fromkeys(THREE, 1.0) | {at_s + 0.45: home_g for at_s in THREE}
    ways = foot(dict.fromkeys(THREE, 0.0), 8.0, buzz_g=0.0)
    floor = foot(hits, 8.0, lifts_deg=0.0)
    joined = [
        Sample(a.time_s, "blue", (a.accel_g[0], a.accel_g[1], a.accel_g[2] + b.accel_g[2] - 1.0), a.gyro_dps)
        for a, b in zip(ways, floor, strict=True)
    ]
    assert find_taps(joined, KNOWN)[0] == site


def test_toes_that_lift_and_fall_tap_at_home() -> None:
    samples = foot(dict.fromkeys(THREE, 1.0), 8.0, at_home=True)
    known = fit_tap(samples, stillness(samples[:200]), "tap", at_least=3)
    assert known.tap_site == "home"
    assert known.range_deg == pytest.approx(10.0, abs=1.5)


def test_a_foot_that_travels_flat_is_learnt_wherever_it_lands() -> None:
    samples = foot(dict.fromkeys(THREE, 1.0), 8.0, lifts_deg=0.0, push_g=0.3)
    known = fit_tap(samples, stillness(samples[:200]), "tap", at_least=3)
    assert known.tap_site == "anywhere"
