"""When a foot is home, when it has found a new one, and what pushes it along."""

import math
from collections.abc import Callable

import pytest

from game.movement.foot import Foot
from game.movement.learnt import Calibration
from hardware.sample import Sample

RATE_HZ = 200.0


def foot_after(
    until_s: float,
    turns_dps: Callable[[float], float] = lambda _: 0.0,
    push_g: Callable[[float], float] = lambda _: 0.0,
    tremble_dps: float = 0.0,
) -> Foot:
    """A foot that usually goes 10 degrees, after turning about the vertical and being pushed like this."""
    foot = Foot(Calibration("tap", has_gyro=True, range_deg=10.0, tremble_dps=tremble_dps))
    for index in range(int(until_s * RATE_HZ)):
        time_s = index / RATE_HZ
        foot.feed(Sample(time_s, "blue", (push_g(time_s), 0.0, 1.0), (0.0, 0.0, turns_dps(time_s))))
    return foot


@pytest.mark.parametrize(("turns_dps", "home"), [(2.0, True), (4.5, False)])
def test_a_foot_that_hardly_turns_is_home(turns_dps: float, home: bool) -> None:
    assert foot_after(1.5, lambda _: turns_dps).home is home


@pytest.mark.parametrize(
    ("hz", "most_dps", "tremble_dps"), [(5.0, 8.0, 0.0), (4.0, 14.0, 10.0), (4.0, 28.0, 20.0)]
)
def test_a_foot_that_trembles_as_it_did_at_rest_is_home(
    hz: float, most_dps: float, tremble_dps: float
) -> None:
    trembling = foot_after(2.0, lambda t: most_dps * math.sin(math.tau * hz * t), tremble_dps=tremble_dps)
    assert trembling.home


def out(time_s: float) -> float:
    return 20.0 if 1.0 < time_s < 1.4 else 0.0


def out_and_back(time_s: float) -> float:
    return out(time_s) - out(time_s - 0.4)


@pytest.mark.parametrize(("later_s", "home"), [(0.25, False), (0.5, True)])
def test_a_foot_is_home_again_soon(later_s: float, home: bool) -> None:
    assert foot_after(1.8 + later_s, out_and_back).home is home


@pytest.mark.parametrize(("later_s", "home"), [(1.3, False), (2.2, True)])
def test_a_foot_that_stays_out_there_has_a_new_home_in_two_seconds(later_s: float, home: bool) -> None:
    assert foot_after(1.4 + later_s, out).home is home


@pytest.mark.parametrize(("push_g", "travels"), [(0.035, False), (0.08, True)])
def test_a_foot_that_is_pushed_travels(push_g: float, travels: bool) -> None:
    pushed = foot_after(2.0, push_g=lambda t: push_g if 1.0 < t < 1.3 else 0.0)
    assert (pushed.pushed_s > 0.0) is travels


def test_an_impact_is_no_push() -> None:
    hit = foot_after(2.0, push_g=lambda t: 1.5 if 1.0 < t < 1.015 else 0.0)
    assert hit.pushed_s < 0.0
