"""When the top of a movement is reached."""

import random

import pytest

from game.movement.top import Top


def reached_s(heights: list[float], step_s: float = 0.1) -> float:
    top = Top(0.0, 0.0)
    for index, height in enumerate(heights, start=1):
        top.rise(index * step_s, height)
    return top.reached_s


@pytest.mark.parametrize(("held_at", "at_s"), [(0.96, 1.0), (0.92, 1.95), (0.985, 0.98)])
def test_a_leg_held_within_a_twentieth_of_its_highest_point_is_at_the_top(
    held_at: float, at_s: float
) -> None:
    rising = [0.1 * step * held_at for step in range(1, 11)]
    assert reached_s([*rising, *[held_at] * 9, 1.0]) == pytest.approx(at_s, abs=0.04)


def test_the_top_lies_between_the_samples_where_the_leg_passed() -> None:
    assert reached_s([0.4, 0.9, 1.0]) == pytest.approx(0.25)


def test_the_last_digit_of_a_held_leg_does_not_move_its_top() -> None:
    rng = random.Random(3)
    rising = [0.1 * step for step in range(1, 11)]
    instants = [reached_s([*rising, *[1.0 + 0.001 * rng.random() for _ in range(50)]]) for _ in range(20)]
    assert max(instants) - min(instants) < 0.002
