import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import RecordingError
from hardware.recording import HEADER, blocks, read_recording, row_of
from hardware.recording_rows import RowReader
from hardware.sample import Sample

numbers = st.floats(-50.0, 50.0)
vectors = st.tuples(numbers, numbers, numbers)


@given(
    st.lists(st.tuples(st.floats(0.0, 9.0), vectors, st.booleans()), min_size=1, max_size=20),
    vectors | st.none(),
    st.floats(0.0, 1.0) | st.none(),
)
def test_a_block_holds_what_its_rows_hold(told, gyro_dps, force) -> None:
    times = sorted(time_s for time_s, _, _ in told)
    rows = [
        row_of(Sample(time_s, "blue" if touch else "yellow", accel, gyro_dps, force, touch))
        for time_s, (_, accel, touch) in zip(times, told, strict=True)
    ]
    one_by_one = RowReader()
    assert RowReader().block("".join(rows)) == [one_by_one.row(row.rstrip()) for row in rows]


@pytest.mark.parametrize(
    "second",
    [
        "0.9,blue,0,0,1,0,0,0,,0",
        "90000.0,blue,0,0,1,0,0,0,,0",
        "1.0,green,0,0,1,0,0,0,,0",
        "1.0,blue,0,0,2e5,0,0,0,,0",
        "1.0,blue,0,0,nan,0,0,0,,0",
        "1.0,blue,0,0,1,0,,0,,0",
        "1.0,blue,0,0,1,0,0,0,1.5,0",
        "1.0,blue,0,0,1,0,0,0,,2",
        "1.0,blue,0,0,1,0,0,0,0",
        ",blue,0,0,1,0,0,0,,0",
    ],
)
def test_a_block_with_a_row_that_is_refused_is_read_row_by_row(second: str) -> None:
    rows = f"1.0,blue,0,0,1,0,0,0,,0\n{second}\n"
    assert RowReader().block(rows) is None


def recording(folder: Path, *rows: str) -> Path:
    path = folder / "some.csv"
    path.write_text("\n".join([HEADER, *rows, ""]))
    return path


PLAIN = [f"{index / 100:.6f},blue,0,0,1,0,0,0,,0" for index in range(9000)]


def test_the_blocks_of_a_recording_are_the_recording(tmp_path: Path) -> None:
    path = recording(tmp_path, *PLAIN)
    packed = tmp_path / "packed.csv.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    for one in (path, packed):
        found = list(blocks(one))
        assert len(found) > 1
        assert tuple(sample for block in found for sample in block) == read_recording(one).samples


def test_rows_that_are_odd_are_read_all_the_same_and_once(tmp_path: Path) -> None:
    path = recording(tmp_path, *PLAIN, "99.0,blue,+.1,0,1,,,,,")
    samples = [sample for block in blocks(path) for sample in block]
    assert len(samples) == 9001
    assert samples[-1].accel_g == (0.1, 0.0, 1.0)


def test_a_wrong_row_is_named_once_it_is_reached(tmp_path: Path) -> None:
    found = blocks(recording(tmp_path, *PLAIN, "1.0,blue,0,0,1,0,0,0,,0"))
    assert next(found)[0].time_s == 0.0
    with pytest.raises(RecordingError, match="line 9002"):
        list(found)
