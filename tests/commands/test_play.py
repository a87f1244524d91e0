"""`play`: a contract that other programs rely on."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

import main
from hardware.patient import PatientSource
from hardware.recording import RecordingWriter
from hardware.sample import Sample
from hardware.source import Cue

LEG = ("right_ankle", "knee_extension")


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A calibration (stillness and three movements) and a session of eight, of one simulated person."""
    folder = tmp_path_factory.mktemp("recordings")
    return recorded(folder / "calibrate.csv", 3, 1.0), recorded(folder / "session.csv", 8, 0.8)


def recorded(path: Path, repetitions: int, target: float) -> Path:
    source = PatientSource(severity="mild", seed=4)
    source.open(0.0)
    source.cue(Cue("blue", *LEG, 0.0, 0.0, 0.0))
    with RecordingWriter(path) as writer:
        for number in range(repetitions):
            for sample in source.read(4.0 + 6.0 * number):
                writer.write(sample)
            source.cue(Cue("blue", *LEG, target, 0.5, 4.0 + 6.0 * number))
        for sample in source.read(4.0 + 6.0 * repetitions):
            writer.write(sample)
    return path


def play(tmp_path: Path, *words: str) -> dict[str, Any]:
    report = tmp_path / "report.json"
    base = ["play", "--exercise", "knee_extension", "--headless", "--speed", "max"]
    code = main.main([*base, "--data-dir", str(tmp_path / "data"), "--report", str(report), *words])
    assert code == 0
    found: dict[str, Any] = json.loads(report.read_bytes())
    return found


def test_a_recorded_session_is_counted_and_the_end_of_the_recording_ends_the_bout(
    tmp_path: Path, recordings: tuple[Path, Path]
) -> None:
    calibrate, session = recordings
    words = ["--puck", f"replay:{session}", "--calibrate", str(calibrate), "--repetitions", "free"]
    report = play(tmp_path, *words)
    assert report["full"] + report["partial"] == len(report["repetitions"]) == 8
    assert report["duration_s"] == pytest.approx(52.0, abs=0.1)
    assert set(report) == {
        "exercise", "level", "side", "assistance", "duration_s", "repetitions",
        "full", "partial", "score", "stars", "dropped_lines",
    }  # fmt: skip
    first = report["repetitions"][0]
    assert set(first) == {"puck", "start_s", "peak_s", "end_s", "range_deg", "range", "hold_s", "full"}
    assert 4.0 < first["start_s"] < first["peak_s"] < first["end_s"] < 10.0


def test_a_second_puck_on_the_resting_leg_counts_nothing_and_is_recorded(
    tmp_path: Path, recordings: tuple[Path, Path]
) -> None:
    calibrate, session = recordings
    other = tmp_path / "other.csv"
    with RecordingWriter(other) as writer:
        for index in range(52 * 50):
            angle = math.radians(30.0 * math.sin(1.5 * math.pi * index / 50))
            writer.write(Sample(index / 50, "yellow", (0.0, math.sin(angle), math.cos(angle))))
    pucks = ["--puck", f"replay:{session}", "--puck", f"replay:{other}", "--side", "right"]
    words = [*pucks, "--calibrate", str(calibrate), "--repetitions", "free"]
    report = play(tmp_path, *words, "--record", str(tmp_path / "both.csv"))
    assert [one["puck"] for one in report["repetitions"]] == ["blue"] * 8
    again = ["--puck", f"replay:{tmp_path / 'both.csv'}", "--side", "right", *words[6:]]
    assert play(tmp_path, *again)["repetitions"] == report["repetitions"]


def test_the_same_replay_twice_gives_the_same_bytes(tmp_path: Path, recordings: tuple[Path, Path]) -> None:
    calibrate, session = recordings
    bytes_written = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        play(folder, "--puck", f"replay:{session}", "--calibrate", str(calibrate), "--repetitions", "free")
        bytes_written.append((folder / "report.json").read_bytes())
    assert bytes_written[0] == bytes_written[1]


def test_prepare_needs_no_key_with_a_simulated_patient(tmp_path: Path) -> None:
    report = play(tmp_path, "--puck", "simulate:severity=mild,seed=2", "--side", "left")
    assert report["side"] == "left"
    assert len(report["repetitions"]) == 10


def test_both_legs_take_turns_with_two_simulated_limbs(tmp_path: Path) -> None:
    report = play(
        tmp_path, "--puck", "simulate:severity=mild", "--side", "both", "--repetitions", "6", "--level", "3"
    )
    assert report["side"] == "both"
    assert [one["puck"] for one in report["repetitions"][:4]] in (
        ["blue", "yellow", "blue", "yellow"],
        ["yellow", "blue", "yellow", "blue"],
    )


def test_seconds_end_a_free_bout(tmp_path: Path, recordings: tuple[Path, Path]) -> None:
    calibrate, session = recordings
    words = [
        "--puck",
        f"replay:{session}",
        "--calibrate",
        str(calibrate),
        "--repetitions",
        "free",
        "--seconds",
        "20",
    ]
    report = play(tmp_path, *words)
    assert report["duration_s"] == 20.0
    assert all(one["end_s"] <= 20.0 for one in report["repetitions"])


def test_a_recorded_bout_can_be_replayed_to_the_same_count(tmp_path: Path) -> None:
    record = tmp_path / "mine.csv"
    report = play(tmp_path, "--puck", "simulate:severity=mild", "--side", "right", "--record", str(record))
    about = json.loads(record.with_suffix(".json").read_bytes())
    assert about["exercise"] == "knee_extension"
    assert about["places"] == {"blue": "right_ankle"}
    assert about["bout_start_s"] > 3.0
    again = play(tmp_path, "--puck", f"replay:{record}", "--side", "right")
    assert len(again["repetitions"]) == len(report["repetitions"])


BAD = {
    "an unknown exercise": ["play", "--exercise", "juggling"],
    "no such level": ["play", "--exercise", "knee_extension", "--level", "11"],
    "no such set-up": ["play", "--exercise", "knee_extension", "--setup", "upside_down"],
    "no such file": ["play", "--exercise", "knee_extension", "--puck", "replay:/nowhere/at/all.csv"],
    "no such port": ["play", "--exercise", "knee_extension", "--puck", "serial:/nowhere/ttyUSB9"],
    "no such puck": ["play", "--exercise", "knee_extension", "--puck", "telepathy"],
    "a keyboard at full speed": [
        "play",
        "--exercise",
        "knee_extension",
        "--puck",
        "keyboard",
        "--speed",
        "max",
    ],
    "a report nobody may write": ["play", "--exercise", "knee_extension", "--report", "/nowhere/at/all.json"],
    "no calibration there": ["play", "--exercise", "knee_extension", "--calibrate", "/nowhere/at/all.csv"],
    "no recording to analyse": ["analyse", "/nowhere/at/all.csv", "--exercise", "knee_extension"],
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD.keys())
def test_bad_input_ends_with_one_plain_line_and_code_2(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extra = ["--headless", "--data-dir", str(tmp_path)] if words[0] == "play" else []
    assert main.main([*words, *extra]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "shopping.csv"
    text.write_text("milk\neggs\n")
    words = ["play", "--exercise", "knee_extension", "--headless", "--data-dir", str(tmp_path), "--puck"]
    assert main.main([*words, f"replay:{text}"]) == 2
    assert "shopping.csv" in capsys.readouterr().err


def test_a_data_folder_that_cannot_be_made_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    words = ["play", "--exercise", "knee_extension", "--headless", "--puck", "simulate", "--data-dir"]
    assert main.main([*words, str(blocked / "data")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
