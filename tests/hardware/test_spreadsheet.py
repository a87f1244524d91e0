"""Our own CSV, saved again by a spreadsheet, gives the same samples."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardware.errors import RecordingError
from hardware.recording import HEADER, read_recording, row_of
from hardware.sample import Sample

NUMBERS = st.floats(-16.0, 16.0).map(lambda one: round(one, 6))
SAMPLES = st.lists(
    st.builds(
        lambda accel, gyro, force, touch: (accel, gyro, force, touch),
        st.tuples(NUMBERS, NUMBERS, NUMBERS),
        st.one_of(st.none(), st.tuples(NUMBERS, NUMBERS, NUMBERS)),
        st.one_of(st.none(), st.floats(0.0, 1.0)),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def resaved(text: str, separator: str, decimal: str, quoted: bool, named: bool, empty_rows: int) -> str:
    rows = []
    for line in text.strip().split("\n"):
        cells = [cell.replace(".", decimal) for cell in line.split(",")]
        must = quoted or (separator == "," and decimal == ",")
        rows.append(separator.join(f'"{cell}"' if must else cell for cell in cells))
    rows += [separator * 9] * empty_rows
    return "\r\n".join(([f"sep={separator}"] if named else []) + rows) + "\r\n"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=SAMPLES,
    separator=st.sampled_from(",;\t"),
    decimal=st.sampled_from(".,"),
    quoted=st.booleans(),
    named=st.booleans(),
    empty_rows=st.integers(0, 2),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_file_saved_again_gives_the_same_samples(
    tmp_path: Path, made, separator, decimal, quoted, named, empty_rows, encoding
) -> None:
    samples = [Sample(at / 50.0, "blue", *one[:3], touch=one[3]) for at, one in enumerate(made)]
    text = "\n".join([HEADER, *(row_of(one).strip() for one in samples)]) + "\n"
    plain, again = tmp_path / "plain.csv", tmp_path / "again.csv"
    plain.write_bytes(text.encode())
    again.write_bytes(resaved(text, separator, decimal, quoted, named, empty_rows).encode(encoding))
    assert read_recording(again).samples == read_recording(plain).samples


def test_what_a_spreadsheet_has_spoilt_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "leg.csv"
    header = HEADER.replace(",", ";")
    path.write_text(f"sep=;\n{header}\n0;blue;0;0;1;0;0;0;;0\n0,02;blue;01. Feb;0;1;0;0;0;;0\n")
    with pytest.raises(RecordingError, match=r"line 4: .*A spreadsheet has saved this file"):
        read_recording(path)


def test_a_spreadsheets_own_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "leg.csv"
    path.write_bytes(b"PK\x03\x04rest")
    with pytest.raises(RecordingError, match="save it as CSV"):
        read_recording(path)


@pytest.mark.parametrize(
    ("row", "expected"),
    [("1000000,blue,0,0,1,,,,,0", "within a day"), ("0.02,blue,1e200,0,1,,,,,0", "a sensor can give")],
)
def test_impossible_rows_are_refused_by_line(tmp_path: Path, row: str, expected: str) -> None:
    path = tmp_path / "leg.csv"
    path.write_text(f"{HEADER}\n0,blue,0,0,1,,,,,0\n{row}\n")
    with pytest.raises(RecordingError, match=f"line 3: .*{expected}"):
        read_recording(path)
