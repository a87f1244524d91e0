"""Frame times, counted in bins."""

import sys

import pytest

from game.frames import FrameTimes


def test_median_and_share_are_those_of_the_frames() -> None:
    frames = FrameTimes()
    for index in range(1000):
        frames.add(index / 1e5)
    timings = frames.timings()
    assert timings.count == 1000
    assert timings.median_ms == pytest.approx(5.0, abs=0.02)
    assert timings.p99_ms == pytest.approx(9.9, abs=0.02)
    assert timings.late == 0


def test_late_frames_are_counted_however_late() -> None:
    frames = FrameTimes()
    for time_s in (0.001, 0.019, 0.021, 5.0):
        frames.add(time_s)
    assert frames.timings().late == 2
    assert frames.timings().p99_ms > 500.0


def test_without_frames_there_is_nothing_to_tell() -> None:
    assert (FrameTimes().timings().count, FrameTimes().timings().median_ms) == (0, 0.0)


def test_frames_of_a_whole_day_take_no_more_room_than_the_first() -> None:
    frames = FrameTimes()
    before = sys.getsizeof(frames._bins)
    for _ in range(10_000):
        frames.add(0.004)
    assert sys.getsizeof(frames._bins) == before
