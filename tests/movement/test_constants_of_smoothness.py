"""Which shaking counts, where a phase begins and how few readings have no smoothness."""

import numpy as np
import pytest

from game.movement.smoothness import smoothness, sparc, trimmed
from tests.movement.test_smoothness import RATE_HZ, bell


@pytest.mark.parametrize(("shaken_hz", "rougher"), [(7.0, True), (16.0, False)])
def test_a_tremor_counts_and_a_faster_buzz_does_not(shaken_hz: float, rougher: bool) -> None:
    time_s = np.arange(-1.0, 1.0, 1.0 / RATE_HZ)
    shaken = bell() * (1.0 + 0.4 * np.sin(2 * np.pi * shaken_hz * time_s))
    assert (sparc(shaken, RATE_HZ) < sparc(bell(), RATE_HZ) - 0.1) is rougher


@pytest.mark.parametrize(("share", "belongs"), [(0.05, False), (0.1, True)])
def test_a_phase_begins_at_a_fourteenth_of_its_speed(share: float, belongs: bool) -> None:
    led = np.concatenate([np.full(50, share), np.ones(100)])
    assert (len(trimmed(led)) == 150) is belongs


@pytest.mark.parametrize(("count", "told"), [(6, False), (12, True)])
def test_half_a_dozen_readings_have_no_smoothness_and_a_dozen_have(count: int, told: bool) -> None:
    speed = [0.2 + np.sin(np.pi * (index + 0.5) / count) for index in range(count)]
    assert (smoothness([index / 50 for index in range(count)], speed) is not None) is told
