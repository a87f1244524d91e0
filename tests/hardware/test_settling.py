"""The first lines of a puck wait for a prompt one, and are then laid out by it."""

import random

import pytest

from hardware.line_protocol import Reading, encode_reading
from hardware.puck_stream import PuckStream
from hardware.settling import LINES, SPAN_S

WRAP = 2**32


def line(index: int, period_s: float, start_us: int = 0) -> bytes:
    t_us = (start_us + round(index * period_s * 1e6)) % WRAP
    return encode_reading(Reading(t_us, "blue", index % 256, (0, 0, 1000)))


@pytest.mark.parametrize("start_us", [5_000, WRAP - 100_000])
@pytest.mark.parametrize("seed", range(5))
def test_the_first_instant_is_as_true_as_the_later_ones(seed: int, start_us: int) -> None:
    stream, chance = PuckStream(), random.Random(seed)
    heard = []
    for index in range(200):
        # A program that starts keeps lines waiting, but not all of them.
        late_s = chance.uniform(0.02, 0.038) if index < 6 else chance.uniform(0.002, 0.004)
        heard += stream.feed(line(index, 0.04, start_us), 50.0 + 0.04 * index + late_s)
    assert len(heard) == 200
    assert heard[0].time_s == pytest.approx(50.0, abs=0.005)
    assert heard[-1].time_s - heard[0].time_s == pytest.approx(199 * 0.04, abs=0.003)


def test_nothing_is_given_before_a_prompt_line_may_be_hoped_for() -> None:
    stream = PuckStream()
    given = [len(stream.feed(line(index, 0.01), 50.0 + 0.01 * index)) for index in range(LINES + 2)]
    assert given == [0] * (LINES - 1) + [LINES, 1, 1]


def test_a_slow_puck_does_not_wait_for_so_many_lines() -> None:
    stream = PuckStream()
    given = [len(stream.feed(line(index, 0.15), 50.0 + 0.15 * index)) for index in range(5)]
    assert given == [0, 0, 0, 4, 1]
    assert 2 * 0.15 < SPAN_S <= 3 * 0.15


def test_what_was_held_when_the_port_was_lost_is_void() -> None:
    stream = PuckStream()
    for index in range(LINES - 1):
        assert stream.feed(line(index, 0.01), 50.0 + 0.01 * index) == []
    stream.reconnected()
    given = [len(stream.feed(line(index, 0.01), 60.0 + 0.01 * index)) for index in range(LINES)]
    assert sum(given) == LINES
