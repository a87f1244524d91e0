"""An impact bends acceleration; a tremor, a movement and a lost sample do not."""

import math

import pytest

from game.movement.jolt import Jolt


def bend(hz: float, rate_hz: float, lost: bool = False) -> float:
    jolt = Jolt()
    times = [index / rate_hz for index in range(int(2 * rate_hz)) if not (lost and index % 10 < 3)]
    return max(jolt.feed(time_s, (0.0, 0.0, math.sin(math.tau * hz * time_s))) for time_s in times)


@pytest.mark.parametrize("rate_hz", [100.0, 200.0, 400.0])
def test_a_ringing_impact_bends_acceleration_and_a_tremor_hardly(rate_hz: float) -> None:
    assert bend(22.0, rate_hz) == pytest.approx(1.65, abs=0.25)
    assert bend(5.0, rate_hz) < 0.12
    assert bend(1.5, rate_hz) < 0.02


@pytest.mark.parametrize("rate_hz", [50.0, 100.0])
def test_a_lost_sample_is_no_impact(rate_hz: float) -> None:
    assert bend(3.0, rate_hz, lost=True) < 1.2 * bend(3.0, rate_hz)


def test_three_samples_are_needed_and_forgotten_when_samples_are_lost() -> None:
    jolt = Jolt()
    hits = [jolt.feed(index / 100, (0.0, 0.0, float(index % 2))) for index in range(5)]
    assert hits[:2] == [0.0, 0.0]
    assert min(hits[2:]) == pytest.approx(2.0)
    jolt.restart()
    assert jolt.feed(1.0, (0.0, 0.0, 5.0)) == 0.0
