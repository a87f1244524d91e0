"""How near two taps may be, how hard and how far out, and how quick a foot can be."""

import pytest

from game.movement.engine import Movement
from game.movement.events import Repetition
from game.movement.learnt import Calibration
from game.movement.tap import Impact, Impacts
from hardware.sample import Sample
from tests.movement.feet import foot

KNOWN = Calibration("tap", has_gyro=True, range_deg=10.0, strength_g=2.0)
FLAT = Calibration("tap", has_gyro=True, range_deg=1.0, strength_g=2.0, tap_site="anywhere")


def impacts(samples: list[Sample], known: Calibration) -> list[Impact]:
    found = Impacts(0.5, known)
    return [one for sample in samples if (one := found.feed(sample))]


def taps(samples: list[Sample], known: Calibration) -> int:
    events = Movement("tap", {"blue": known}).feed(samples)
    return sum(isinstance(event, Repetition) for event in events)


@pytest.mark.parametrize(("later_s", "hard"), [(0.04, True), (0.1, False)])
def test_the_hardest_instant_of_an_impact_is_soon_after_its_first(later_s: float, hard: bool) -> None:
    found = impacts(foot({2.0: 0.8, 2.0 + later_s: 2.4}, 4.0, lifts_deg=5.0), KNOWN)
    assert (found[0].strength_g > 3.0) is hard


@pytest.mark.parametrize(("apart_s", "count"), [(0.2, 1), (0.45, 2)])
def test_two_taps_of_one_foot_are_a_third_of_a_second_apart(apart_s: float, count: int) -> None:
    travelling = foot({2.0: 2.0, 2.0 + apart_s: 2.0}, 4.0, lifts_deg=0.0, push_g=0.3)
    assert len(impacts(travelling, FLAT)) == count


@pytest.mark.parametrize(("hit_g", "count"), [(0.6, 1), (0.28, 0)])
def test_a_tap_is_nearly_half_as_hard_as_the_own(hit_g: float, count: int) -> None:
    assert taps(foot({2.0: hit_g}, 4.0), KNOWN) == count


@pytest.mark.parametrize(("lifts_deg", "count"), [(3.5, 1), (1.8, 0)])
def test_a_foot_has_gone_a_quarter_of_its_way(lifts_deg: float, count: int) -> None:
    assert taps(foot({2.0: 1.0}, 4.0, lifts_deg=lifts_deg), KNOWN) == count


@pytest.mark.parametrize(("leads_s", "count"), [(0.32, 1), (0.15, 0)])
def test_what_meets_a_foot_that_has_only_just_set_out_is_no_tap(leads_s: float, count: int) -> None:
    assert taps(foot({2.0: 1.0}, 4.0, lifts_deg=20.0, leads_s=leads_s), KNOWN) == count


@pytest.mark.parametrize(("waits_s", "count"), [(0.7, 1), (1.5, 0)])
def test_a_foot_that_travels_lands_within_a_second(waits_s: float, count: int) -> None:
    samples = foot({2.0: 0.0, 2.0 + waits_s: 2.0}, 5.0, lifts_deg=0.0)
    pushes = foot({2.0: 0.0}, 5.0, lifts_deg=0.0, push_g=0.3, buzz_g=0.0)
    both = [
        Sample(a.time_s, "blue", (b.accel_g[0], a.accel_g[1], a.accel_g[2]), a.gyro_dps)
        for a, b in zip(samples, pushes, strict=True)
    ]
    assert len(impacts(both, FLAT)) == count


@pytest.mark.parametrize(("noise", "count"), [(0.2, 1), (0.45, 0)])
def test_a_tap_of_a_trembling_foot_is_half_as_hard_again_as_its_trembling(noise: float, count: int) -> None:
    known = Calibration("tap", has_gyro=True, range_deg=10.0, strength_g=2.0, noise=noise)
    assert taps(foot({2.0: 0.6}, 4.0), known) == count


@pytest.mark.parametrize(("hit_g", "count"), [(0.95, 1), (0.8, 0)])
def test_however_much_a_foot_trembles_its_usual_tap_will_do(hit_g: float, count: int) -> None:
    known = Calibration("tap", has_gyro=True, range_deg=10.0, strength_g=2.0, noise=0.9)
    assert taps(foot({2.0: hit_g}, 4.0), known) == count
