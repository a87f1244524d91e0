"""How near two taps may be, what stands out, and what is a way."""

import math

import pytest

from game.movement.learnt import Calibration
from game.movement.tap import Impacts, find_taps
from hardware.sample import Sample
from tests.movement.legs import bump

KNOWN = Calibration("tap", has_gyro=True, range_deg=10.0, strength_g=1.0)


def foot(
    hits: dict[float, float], until_s: float, *, lifts_deg: float = 10.0, buzz_g: float = 0.003
) -> list[Sample]:
    """A foot that lifts for each hit (time: strength in g) and feels a buzz all the while."""
    made = []
    for index in range(int(until_s * 200)):
        time_s = index / 200
        tilt = lambda at: sum(lifts_deg * bump(at, hit_s - 0.4, 0.35, 0.1, 0.4) for hit_s in hits)  # noqa: E731
        rate_dps = (tilt(time_s + 1e-4) - tilt(time_s - 1e-4)) / 2e-4
        angle = math.radians(tilt(time_s))
        jolt = sum(size_g for hit_s, size_g in hits.items() if abs(time_s - hit_s) < 0.003)
        buzz = buzz_g * math.sin(1.9 * index)
        made.append(
            Sample(
                time_s, "blue", (0.0, math.sin(angle), math.cos(angle) + jolt + buzz), (rate_dps, 0.0, 0.0)
            )
        )
    return made


@pytest.mark.parametrize(("later_s", "hard"), [(0.04, True), (0.1, False)])
def test_the_hardest_instant_of_an_impact_is_soon_after_its_first(later_s: float, hard: bool) -> None:
    impacts = Impacts(0.3, KNOWN)
    found = [
        one
        for sample in foot({2.0: 0.8, 2.0 + later_s: 2.4}, 4.0, lifts_deg=5.0)
        if (one := impacts.feed(sample))
    ]
    assert (found[0].strength_g > 1.2) is hard


@pytest.mark.parametrize(("apart_s", "count"), [(0.2, 1), (0.45, 2)])
def test_two_taps_of_one_foot_are_a_third_of_a_second_apart(apart_s: float, count: int) -> None:
    impacts = Impacts(0.3, Calibration("tap", has_gyro=True, range_deg=10.0))
    found = [
        one
        for sample in foot({2.0: 2.0, 2.0 + apart_s: 2.0}, 4.0, lifts_deg=0.0)
        if (one := impacts.feed(sample))
    ]
    assert len(found) == count


@pytest.mark.parametrize(("buzz_g", "count"), [(0.05, 3), (0.3, 0)])
def test_a_tap_stands_out_from_what_is_felt_at_rest(buzz_g: float, count: int) -> None:
    assert len(find_taps(foot({2.0: 1.0, 4.0: 1.0, 6.0: 1.0}, 8.0, buzz_g=buzz_g), KNOWN)) == count


@pytest.mark.parametrize(("lifts_deg", "count"), [(0.7, 0), (1.6, 3)])
def test_a_foot_that_goes_nowhere_does_not_tap(lifts_deg: float, count: int) -> None:
    assert len(find_taps(foot({2.0: 1.0, 4.0: 1.0, 6.0: 1.0}, 8.0, lifts_deg=lifts_deg), KNOWN)) == count
