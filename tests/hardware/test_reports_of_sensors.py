"""Public reports of people who strap sensors on people, each tried with a small input."""

from itertools import pairwise
from pathlib import Path

import pytest

from hardware.errors import RecordingError
from hardware.line_protocol import Reading, encode_reading
from hardware.puck_stream import PuckStream
from hardware.recording import HEADER, read_recording
from hardware.sample import Sample

PERIOD_US = 10_000


def heard(t_us: list[int]) -> tuple[list[Sample], PuckStream]:
    stream, got = PuckStream(), list[Sample]()
    for number, t in enumerate(t_us):
        line = encode_reading(Reading(t % 2**32, "blue", number % 256, (0, 0, 1000), (0, 0, 0)))
        got += stream.feed(line, 5.0 + number * PERIOD_US * 1e-6)
    return got, stream


def never_backwards(samples: list[Sample]) -> bool:
    return all(one.time_s <= other.time_s for one, other in pairwise(samples))


def test_a_clock_that_leaps_to_another_era_for_two_seconds_and_back_loses_nothing() -> None:
    usual = [3_000_000_000 + n * PERIOD_US for n in range(900)]
    usual[300:500] = [45_000_000 + n * PERIOD_US for n in range(200)]
    samples, stream = heard(usual)
    assert len(samples) == 900
    assert never_backwards(samples)
    assert samples[-1].time_s - samples[0].time_s == pytest.approx(8.99, abs=0.05)
    assert stream.notices() == []


def test_two_readings_of_one_instant_are_both_kept() -> None:
    samples, stream = heard([1_000_000 + (n - n % 2) * PERIOD_US for n in range(600)])
    assert never_backwards(samples)
    assert len(samples) >= 599, "only the very first waits for one that follows it"
    assert len(samples) + stream.dropped_lines == 600


def test_a_clock_that_steps_back_a_little_costs_that_reading_and_no_other() -> None:
    samples, stream = heard([1_000_000 + n * PERIOD_US - 13_000 * (n % 10 == 7) for n in range(600)])
    assert never_backwards(samples)
    assert len(samples) + stream.dropped_lines == 600
    assert len(samples) == 540
    assert samples[-1].time_s - samples[0].time_s == pytest.approx(5.99, abs=0.05)


def test_a_recording_with_nothing_but_its_first_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "walk.csv"
    file.write_text(HEADER + "\n", encoding="ascii")
    with pytest.raises(RecordingError, match=r"walk\.csv holds no samples"):
        read_recording(file)


def test_another_programs_log_is_refused_in_words_and_never_in_silence(tmp_path: Path) -> None:
    file = tmp_path / "camera.gcsv"
    file.write_text("GYROFLOW IMU LOG\nversion,1.3\nt,gx,gy,gz,ax,ay,az\n0,39,4294967281,1,2,3,4\n")
    with pytest.raises(RecordingError, match=r"camera\.gcsv is not a recording"):
        read_recording(file)
