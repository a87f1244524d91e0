"""Recordings: written as samples come, read back exactly, refused with file and line where they are none."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import RecordingError, SourceError
from hardware.recording import (
    HEADER,
    About,
    Device,
    RecordingWriter,
    ReplaySource,
    device_of,
    read_recording,
    row_of,
)
from hardware.sample import PUCKS, Capability, PuckInfo, Sample

GOOD = "0.000000,blue,0.000000,0.000000,1.000000,,,,,0"


def write(path: Path, *rows: str, end: str = "\n") -> Path:
    path.write_text("\n".join((HEADER, *rows)) + end)
    return path


numbers = st.integers(-4_000_000_000, 4_000_000_000).map(lambda millionths: millionths / 1e6)
vectors = st.tuples(numbers, numbers, numbers)
streams = st.lists(
    st.builds(
        Sample,
        st.integers(0, 86_400 * 10**6).map(lambda us: us / 1e6),
        st.sampled_from(PUCKS),
        vectors,
        st.none() | vectors,
        st.none() | st.integers(0, 10**6).map(lambda millionths: millionths / 1e6),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
).map(lambda samples: sorted(samples, key=lambda sample: sample.time_s))


@given(streams)
def test_what_is_written_is_read_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, samples: list[Sample]
) -> None:
    path = tmp_path_factory.mktemp("recording") / "bout.csv"
    with RecordingWriter(path, start_s=0.0) as writer:
        for sample in samples:
            writer.write(sample)
    assert read_recording(path).samples == tuple(samples)


def test_zero_is_the_first_sample_unless_said_otherwise(tmp_path: Path) -> None:
    for start_s, first_s in ((None, 0.0), (40.0, 2.5)):
        with RecordingWriter(tmp_path / "bout.csv", start_s) as writer:
            writer.write(Sample(42.5, "blue", (0, 0, 1)))
        assert read_recording(tmp_path / "bout.csv").samples[0].time_s == first_s


def test_what_the_samples_cannot_say_stands_beside_them(tmp_path: Path) -> None:
    puck = PuckInfo("blue", "shoe", frozenset({Capability.GYROSCOPE, Capability.ACCELEROMETER}), 100.0)
    about = About(
        exercise="knee_extension",
        level=3,
        side="left",
        assistance="active",
        places={"blue": "left_ankle"},
        hello={"blue": device_of(puck)},
        calibration={"blue": {"range_deg": 41.5}},
        bout_start_s=12.25,
        software="0.1.0",
    )
    with RecordingWriter(tmp_path / "bout.csv") as writer:
        writer.write(Sample(1.0, "blue", (0, 0, 1)))
        writer.about = about
    assert read_recording(tmp_path / "bout.csv").about == about
    assert about.hello["blue"] == Device("shoe", "AG", 100.0)


def test_a_csv_alone_still_reads(tmp_path: Path) -> None:
    recording = read_recording(write(tmp_path / "bout.csv", GOOD))
    assert recording.about is None
    assert recording.samples == (Sample(0.0, "blue", (0.0, 0.0, 1.0)),)


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bout.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\n{GOOD}\r\n".encode())
    assert len(read_recording(path).samples) == 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("0.1,green,0,0,1,,,,,0", "blue or yellow"),
        ("0.1,blue,0,0,1,,,,0", "10 fields"),
        ("0.1,blue,0,0,up,,,,,0", "numbers"),
        ("0.1,blue,,,,,,,,0", "numbers"),
        ("0.1,blue,0,0,1,4,,,,0", "numbers"),
        ("0.1,blue,0,0,nan,,,,,0", "finite"),
        ("0.1,blue,0,0,1,,,inf,,0", "numbers"),
        ("0.1,blue,0,0,1,,,,1.5,0", "force from 0 to 1"),
        ("0.1,blue,0,0,1,,,,,yes", "0 or 1"),
        ("-0.1,blue,0,0,1,,,,,0", "0.000000 or later"),
    ],
)
def test_a_bad_row_is_refused_with_file_line_and_expectation(tmp_path: Path, row: str, expected: str) -> None:
    path = write(tmp_path / "bout.csv", GOOD, row, GOOD.replace("0.0", "9.0", 1))
    with pytest.raises(RecordingError) as refusal:
        read_recording(path)
    assert f"{path}, line 3" in str(refusal.value)
    assert expected in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "not a recording"),
        (b"\xff\xd8\xff", "not text"),
        (b"a,b\n1,2\n", "first line"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_recording_is_refused(tmp_path: Path, content: bytes | None, expected: str) -> None:
    path = tmp_path / "bout.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecordingError, match=expected):
        read_recording(path)
    with pytest.raises(SourceError, match=expected):
        ReplaySource(path).open(0.0)


def test_a_recording_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no samples"):
        read_recording(write(tmp_path / "bout.csv"))


def test_a_bad_json_is_refused_by_name_and_key(tmp_path: Path) -> None:
    path = write(tmp_path / "bout.csv", GOOD)
    (tmp_path / "bout.json").write_text('{"level": "three"}')
    with pytest.raises(RecordingError, match=r"bout\.json.*level"):
        read_recording(path)


def test_a_row_cut_short_by_a_power_cut_is_passed_over_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "bout.csv", GOOD, "0.010000,blue,0.0", end="")
    recording = read_recording(path)
    assert (len(recording.samples), recording.dropped_rows) == (1, 1)
    replay = ReplaySource(path)
    replay.open(0.0)
    assert replay.dropped_lines == 1


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordingError, match="cannot be written"):
        RecordingWriter(tmp_path / "file" / "bout.csv")


def test_a_replay_falls_on_the_instant_of_opening_and_keeps_its_distances(tmp_path: Path) -> None:
    path = write(
        tmp_path / "bout.csv",
        "5.000000,blue,0,0,1,,,,,0",
        "5.020000,yellow,0,0,1,,,,,0",
        "5.010000,blue,0,0,1,,,,,1",
        "6.000000,blue,0,0,1,,,,,0",
    )
    replay = ReplaySource(path)
    replay.open(100.0)
    assert [(s.time_s, s.puck) for s in replay.read(100.5)] == [
        (100.0, "blue"),
        (pytest.approx(100.01), "blue"),
        (pytest.approx(100.02), "yellow"),
    ]
    assert not replay.ended
    assert len(replay.read(200.0)) == 1
    assert replay.ended
    assert Capability.TOUCH in replay.pucks["blue"].capabilities
    assert Capability.TOUCH not in replay.pucks["yellow"].capabilities


def test_ten_minutes_of_two_pucks_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = [
        row_of(Sample(i * 0.01, puck, (0.123456, -0.98, 0.2), (1.5, -2.25, 300.125), 0.5))
        for i in range(60_000)
        for puck in PUCKS
    ]
    path.write_text(HEADER + "\n" + "".join(rows))
    assert len(read_recording(path).samples) == 120_000


def test_a_compressed_recording_reads_as_before(tmp_path: Path) -> None:
    plain = tmp_path / "bout.csv"
    with RecordingWriter(plain, about=About(exercise="knee_extension")) as writer:
        for i in range(50):
            writer.write(Sample(i * 0.02, "blue", (0.0, 0.0, 1.0)))
    before = read_recording(plain)
    packed = tmp_path / "bout.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    after = read_recording(packed)
    assert after.samples == before.samples
    assert after.about == before.about
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(RecordingError, match="damaged"):
        read_recording(packed)
