"""The device clock: even where arrivals are not, never in the future, never backwards."""

import random
from collections.abc import Callable
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.timebase import DeviceClock

WRAP = 2**32
PERIOD_S = 0.02
LATENCY_S = 0.001
SETTLED = 1000


def errors_s(
    drift: float, jitter: Callable[[random.Random], float], count: int = 15_000
) -> tuple[list[float], list[float]]:
    """How late arrivals are, and how far off the corrected times: a puck at 50 Hz for five minutes."""
    chance, clock = random.Random(1), DeviceClock()
    raw, corrected = [], []
    arrival_s = last_s = float("-inf")
    for i in range(count):
        true_s = 100 + i * PERIOD_S
        arrival_s = max(true_s + LATENCY_S + jitter(chance), arrival_s)
        clock_us = int(i * PERIOD_S * (1 + drift) * 1e6 + WRAP - 3_000_000) % WRAP
        time_s = clock.host_s([clock_us], arrival_s)[0]
        assert last_s <= time_s <= arrival_s
        last_s = time_s
        raw.append(arrival_s - true_s)
        corrected.append(time_s - true_s)
    assert clock.restarts == 0
    return raw[SETTLED:], corrected[SETTLED:]


@pytest.mark.parametrize("drift", [60e-6, -60e-6])
@pytest.mark.parametrize(
    ("jitter", "raw_ms", "corrected_ms"),
    [
        (lambda chance: chance.expovariate(1 / 0.0015), 1.3, 0.1),
        (lambda chance: chance.uniform(0, 0.016), 4.0, 0.3),
        (lambda chance: chance.uniform(0, 0.03) + 0.1 * (chance.random() < 0.02), 15.0, 0.5),
    ],
    ids=["usb", "ftdi", "radio"],
)
def test_jitter_is_taken_out_of_a_drifting_clock(
    drift: float, jitter: Callable[[random.Random], float], raw_ms: float, corrected_ms: float
) -> None:
    raw, corrected = errors_s(drift, jitter)
    assert pstdev(raw) * 1e3 > raw_ms
    assert pstdev(corrected) * 1e3 < corrected_ms


@pytest.mark.parametrize("drift", [-0.005, 0.005, -0.019])
def test_a_resonator_half_a_percent_off_does_not_make_the_puck_stale(drift: float) -> None:
    _, corrected = errors_s(drift, lambda chance: chance.uniform(0, 0.016))
    assert max(abs(error) for error in corrected) < 0.03


def test_the_clock_wraps_unnoticed() -> None:
    clock = DeviceClock()
    before = clock.host_s([WRAP - 10_000], 50.0)[0]
    after = clock.host_s([0], 50.01)[0]
    assert after - before == pytest.approx(0.01, abs=1e-5)
    assert clock.restarts == 0


@pytest.mark.parametrize("first_us", [60_000_000, WRAP - 60_000_000])
def test_a_restarted_puck_is_believed_at_once(first_us: int) -> None:
    clock = DeviceClock()
    clock.host_s([first_us], 50.0)
    clock.host_s([first_us + 10_000], 50.01)
    assert clock.host_s([500_000], 52.0) == [52.0]
    assert clock.host_s([510_000], 52.01)[0] == pytest.approx(52.01)
    assert clock.restarts == 1


def test_a_clock_that_slept_is_believed_within_half_a_second() -> None:
    clock = DeviceClock()
    clock.host_s([1_000_000], 50.0)
    for late_s in (0.0, 0.2, 0.4):
        clock.host_s([1_010_000 + int(late_s * 1e6)], 60.0 + late_s)
    assert clock.host_s([1_510_000], 60.5) == [60.5]
    assert clock.restarts == 1


@pytest.mark.parametrize("stall_s", [2.0, 4.6, 20.0])
@pytest.mark.parametrize("lines", [1, 90])
def test_what_waited_while_the_machine_stood_still_keeps_its_instants(stall_s: float, lines: int) -> None:
    clock = DeviceClock()
    for index in range(100):
        clock.host_s([index * 10_000], 50.0 + index / 100)
    waited = [1_000_000 + index * 10_000 for index in range(int(stall_s * 100))]
    at_s, times = 51.0 + stall_s, []
    for first in range(0, len(waited), lines):
        times += clock.host_s(waited[first : first + lines], at_s)
        at_s += 0.0001
    assert times == pytest.approx([50.0 + us * 1e-6 for us in waited], abs=0.01)
    assert clock.restarts == 0


def test_a_backlog_is_laid_out_in_the_past_not_piled_up_at_its_arrival() -> None:
    clock = DeviceClock()
    times = clock.host_s([1_000_000 + 10_000 * i for i in range(50)], 7.0)
    assert times[-1] == 7.0
    assert times[0] == pytest.approx(7.0 - 0.49, abs=1e-3)


@given(
    st.lists(
        st.tuples(st.lists(st.integers(0, WRAP - 1), min_size=1, max_size=5), st.floats(0, 10)), max_size=40
    )
)
def test_whatever_a_puck_says_time_neither_decreases_nor_lies_ahead(
    bursts: list[tuple[list[int], float]],
) -> None:
    clock = DeviceClock()
    arrival_s, last_s = 100.0, float("-inf")
    for clock_us, wait_s in bursts:
        arrival_s += wait_s
        for time_s in clock.host_s(clock_us, arrival_s):
            assert last_s <= time_s <= arrival_s
            last_s = time_s
