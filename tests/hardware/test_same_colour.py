"""Two pucks that both say blue behind one receiver: one plays, and a person is told so."""

import random

import pytest

from hardware.line_protocol import LineTrouble, Reading, encode_reading, encode_trouble
from hardware.notice import MOST, Notice, Noticeboard
from hardware.puck_stream import PuckStream


def readings(count: int, seq: int, t_us: int, x: int, period_us: int = 10_000) -> list[Reading]:
    return [
        Reading((t_us + n * period_us) % 2**32, "blue", (seq + n) % 256, (x, 0, 1000), (0, 0, 0))
        for n in range(count)
    ]


def heard(lines: list[Reading]) -> tuple[list[int], PuckStream]:
    stream = PuckStream()
    got = []
    for number, line in enumerate(lines):
        got += stream.feed(encode_reading(line), number * 0.005)
    return [round(sample.accel_g[0] * 1000) for sample in got], stream


@pytest.mark.parametrize("run", [1, 2, 3])
def test_one_of_two_pucks_of_one_colour_plays_and_it_is_said_once(run: int) -> None:
    first, second = readings(600, 3, 5_000, 1), readings(600, 140, 90_000_000, 2)
    lines = [
        line
        for n in range(0, 600, run)
        for pair in (first[n : n + run], second[n : n + run])
        for line in pair
    ]
    got, stream = heard(lines)
    assert max(got.count(1), got.count(2)) > 590
    assert min(got.count(1), got.count(2)) <= run
    assert stream.notices() == [Notice("same_colour", "blue")]
    assert stream.notices() == []


def test_doubled_swapped_and_lost_lines_of_one_puck_are_no_second_one() -> None:
    chance = random.Random(5)
    lines = readings(2000, 0, 4_294_000_000, 1)
    lines = [line for line in lines if chance.random() > 0.1]
    for n in range(0, len(lines) - 1, 2):
        if chance.random() < 0.5:
            lines[n], lines[n + 1] = lines[n + 1], lines[n]
    lines = [line for line in lines for _ in range(1 + (chance.random() < 0.3))]
    _, stream = heard(lines)
    assert stream.notices() == []


def test_a_puck_that_restarts_is_heard_from_its_first_line_on_and_is_no_second_one() -> None:
    before, after = readings(300, 0, 5_000_000, 1), readings(300, 0, 1_000, 2)
    got, stream = heard(before + after)
    assert (got.count(1), got.count(2)) == (300, 300)
    assert stream.notices() == []


def test_a_puck_that_complains_without_end_is_quoted_once() -> None:
    stream = PuckStream()
    for n in range(2000):
        stream.feed(encode_trouble(LineTrouble("blue", "sensor lost")), n * 0.001)
    assert [str(one) for one in stream.notices()] == ["blue: sensor lost"]
    board = Noticeboard()
    for n in range(1000):
        board.put(Notice("says", "blue", str(n)))
    assert len(board.take()) == MOST
