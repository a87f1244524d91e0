import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.movement.smoothness import even, ldlj, smoothness, sparc, trimmed

RATE_HZ = 100.0


def bell(rate_hz: float = RATE_HZ, width: float = 5.0) -> np.ndarray:
    time_s = np.arange(-1.0, 1.0, 1.0 / rate_hz)
    return np.exp(-width * time_s**2)


def test_reference_values_of_a_bell() -> None:
    assert sparc(bell(), RATE_HZ) == pytest.approx(-1.41403, abs=5e-6)
    assert ldlj(bell(), RATE_HZ) == pytest.approx(-5.81636, abs=5e-6)


@given(st.floats(1e-3, 1e4))
def test_neither_depends_on_how_fast_the_limb_is(scale: float) -> None:
    assert sparc(scale * bell(), RATE_HZ) == pytest.approx(sparc(bell(), RATE_HZ))
    assert ldlj(scale * bell(), RATE_HZ) == pytest.approx(ldlj(bell(), RATE_HZ))


def test_a_movement_in_two_pushes_is_less_smooth_than_one() -> None:
    pushes = np.concatenate([bell()[50:150], bell()[50:150]])
    assert sparc(pushes, RATE_HZ) < sparc(bell(), RATE_HZ) - 0.1
    assert ldlj(pushes, RATE_HZ) < ldlj(bell(), RATE_HZ) - 0.5


def test_tremor_makes_it_less_smooth() -> None:
    time_s = np.arange(-1.0, 1.0, 1.0 / RATE_HZ)
    shaken = np.abs(bell() * (1.0 + 0.3 * np.sin(2 * np.pi * 5.0 * time_s)))
    assert sparc(shaken, RATE_HZ) < sparc(bell(), RATE_HZ) - 0.1
    assert ldlj(shaken, RATE_HZ) < ldlj(bell(), RATE_HZ) - 0.5


def test_the_rate_of_the_puck_hardly_matters() -> None:
    assert sparc(bell(400.0), 400.0) == pytest.approx(sparc(bell(50.0), 50.0), abs=0.02)
    assert ldlj(bell(400.0), 400.0) == pytest.approx(ldlj(bell(50.0), 50.0), abs=0.1)


def test_trimming_takes_the_pauses_off_both_ends() -> None:
    paused = np.concatenate([np.zeros(300), bell(), np.zeros(300)])
    assert sparc(trimmed(paused), RATE_HZ) == pytest.approx(sparc(trimmed(bell()), RATE_HZ))
    assert len(trimmed(paused)) < len(bell())


def test_uneven_times_are_laid_on_an_even_grid() -> None:
    rng = np.random.default_rng(3)
    time_s = np.sort(rng.uniform(-1.0, 1.0, 300))
    values, rate_hz = even(time_s, np.exp(-5.0 * time_s**2))
    assert sparc(values, rate_hz) == pytest.approx(sparc(bell(), RATE_HZ), abs=0.05)


def test_of_too_few_readings_it_says_nothing() -> None:
    assert smoothness([0.0, 0.1, 0.2], [0.0, 5.0, 0.0]) is None
    assert smoothness([index / 10 for index in range(20)], [0.0] * 20) is None
    with pytest.raises(ValueError, match="no smoothness"):
        sparc([1.0, 2.0], RATE_HZ)
    with pytest.raises(ValueError, match="no smoothness"):
        even([1.0] * 20, [1.0] * 20)
