"""How a curve is read whose range nobody knows yet."""

import math

import pytest

from game.movement.curves import excursions, mostly_below, noise_of
from tests.movement.legs import bump

TIMES_S = [index / 50 for index in range(2000)]


def test_small_repetitions_are_found_though_one_was_three_times_their_size() -> None:
    sizes = (100.0, 30.0, 30.0, 30.0, 10.0)
    values = [
        sum(size * bump(t, 2.0 + 4.0 * k, 0.8, 0.5, 0.8) for k, size in enumerate(sizes)) for t in TIMES_S
    ]
    assert len(excursions(TIMES_S, values, 0.0)) == 5


def test_the_noise_of_a_tremor_is_that_of_its_whole_swing() -> None:
    tremor = [math.sin(2 * math.pi * 2.0 * t) for t in TIMES_S]
    assert noise_of(TIMES_S, tremor) == pytest.approx(math.sqrt(0.5), abs=0.08)


def test_a_rest_of_seven_tenths_of_a_second_shows_the_noise() -> None:
    moving = [
        0.0 if (t - 1.0) % 2.0 < 0.7 else 30.0 * math.sin(math.pi * ((t - 1.7) % 2.0) / 1.3) for t in TIMES_S
    ]
    assert noise_of(TIMES_S, moving) < 0.5


def test_a_stamp_unloads_however_hard_it_lands() -> None:
    def stamping(weight: float, lasts_s: float) -> list[float]:
        return [
            -bump(t % 2.0, 0.2, 0.3, 0.2, 0.3) + weight * bump(t % 2.0, 1.1, lasts_s / 2, 0.0, lasts_s / 2)
            for t in TIMES_S
        ]

    assert mostly_below(TIMES_S, stamping(7.0, 0.08))
    assert not mostly_below(TIMES_S, stamping(2.5, 0.4))
