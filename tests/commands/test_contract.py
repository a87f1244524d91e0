"""The command line as another program uses it: every promise that `test_play.py` does not hold yet."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import main
from game.clock import today
from game.records.model import Settings
from game.records.records import Records
from hardware import ports
from hardware.line_protocol import encode_reading, reading_of
from hardware.recording import HEADER, read_recording, row_of
from hardware.sample import Sample
from tests.commands.test_play import recorded
from tests.hardware.pseudo_terminal import PATIENCE_S, Plug

ROOT = Path(__file__).parents[2]
KNEE = ["--exercise", "knee_extension"]
FAST = ["--headless", "--speed", "max"]


@pytest.fixture(scope="module")
def calibrate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("legs") / "calibrate.csv", 3, 1.0)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("legs") / "session.csv", 3, 0.8)


@pytest.fixture(scope="module")
def quick_look(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records of a machine set to high contrast: those pictures are the quickest to cut."""
    folder = tmp_path_factory.mktemp("records")
    with Records(folder, today) as records:
        records.save_settings(None, Settings(contrast="high", reduced_motion=True))
    return folder


@pytest.fixture
def data(quick_look: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(quick_look, tmp_path / "data"))


@pytest.fixture(autouse=True)
def _nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees the coach or the finished picture here, and cutting and showing them takes longest."""
    monkeypatch.setattr("game.scenes.play.FINALE_S", 0.0)
    monkeypatch.setattr("game.ui.coach.CoachFigure.draw", lambda *_, **__: None)


def play(data: Path, *words: str) -> dict[str, Any]:
    report = data.parent / "report.json"
    assert main.main(["play", *KNEE, *words, "--data-dir", str(data), "--report", str(report)]) == 0
    found: dict[str, Any] = json.loads(report.read_bytes())
    return found


def analysed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What `analyse --json` prints: one line of JSON and nothing else on stdout."""
    capsys.readouterr()
    assert main.main(["analyse", *words, "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    found: dict[str, Any] = json.loads(out)
    return found


def cut(path: Path, source: Path, until_s: float) -> Path:
    """A recording broken off."""
    samples = [sample for sample in read_recording(source).samples if sample.time_s <= until_s]
    path.write_text("\n".join([HEADER, *(row_of(sample).strip() for sample in samples)]) + "\n")
    return path


# The end of a recording


def test_a_repetition_done_at_the_very_end_is_listed_and_an_unfinished_one_is_not(
    session: Path, calibrate: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ["--calibrate", str(calibrate)]
    whole = analysed(capsys, str(session), *KNEE, *known)["reps"]
    assert len(whole) == 3
    last = whole[-1]
    ends = {
        "at the top": (last["peak_s"], 2),
        "nearly back": (last["peak_s"] + 0.9 * (last["end_s"] - last["peak_s"]), 3),
        "just back": (last["end_s"], 3),
    }
    for name, (end_s, count) in ends.items():
        short = cut(data.parent / f"{name}.csv", session, end_s)
        assert analysed(capsys, str(short), *KNEE, *known)["count"] == count, name
        report = play(data, *FAST, "--puck", f"replay:{short}", *known, "--repetitions", "free")
        assert len(report["repetitions"]) == count, name
        assert all(one["end_s"] <= report["duration_s"] for one in report["repetitions"])


@pytest.mark.parametrize("more", [[], ["--seconds", "5"], ["--repetitions", "free"]])
def test_a_recording_too_short_to_prepare_from_is_bad_input(
    more: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = recorded(data.parent / "short.csv", 1, 0.8)
    words = ["play", *KNEE, *FAST, "--puck", f"replay:{short}", "--data-dir", str(data)]
    assert main.main([*words, *more]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--calibrate" in said.err


def test_nobody_at_the_keys_is_not_waited_for_for_ever(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a window someone may yet come; without one nobody can."""
    monkeypatch.setattr("game.commands.play.WallClock", Hurried)
    monkeypatch.setattr("game.commands.play.PATIENCE_S", 2.0)
    words = ["play", *KNEE, "--headless", "--puck", "keyboard", "--data-dir", str(data)]
    assert main.main(words) == 2
    assert "Prepare" in capsys.readouterr().err


class Hurried:
    """A wall clock in a hurry."""

    def __init__(self) -> None:
        self._now_s = 0.0

    def now_s(self) -> float:
        return self._now_s

    def wait_until(self, time_s: float) -> None:
        self._now_s = max(self._now_s + 1 / 60, time_s)


# Sources


def test_two_recordings_of_one_puck_each_are_two_legs(calibrate: Path, session: Path, data: Path) -> None:
    pucks = ["--puck", f"replay:{calibrate}", "--puck", f"replay:{session}"]
    report = play(data, *FAST, *pucks, "--side", "both", "--repetitions", "free")
    assert report["side"] == "both"


def test_serial_auto_without_a_puck_says_so(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "candidates", lambda seen: [])
    words = ["play", *KNEE, "--headless", "--puck", "serial:auto", "--data-dir", str(data)]
    assert main.main(words) == 2
    said = capsys.readouterr()
    assert said.err.startswith("No puck is plugged in.")
    assert said.err.count("\n") == 1


def test_a_port_that_vanishes_ends_with_its_seconds_and_keeps_what_was_done(
    calibrate: Path, session: Path, data: Path
) -> None:
    plug = Plug()

    def speak() -> None:
        plug.heard(b"hello")
        begun_s = time.monotonic()
        for number, sample in enumerate(read_recording(session).samples):
            # The first repetition, at four times its speed.
            if sample.time_s > 9.0:
                break
            time.sleep(max(0.0, begun_s + sample.time_s / 4 - time.monotonic()))
            plug.say(encode_reading(reading_of(hurried(sample), number)))
        plug.pull()

    puck = threading.Thread(target=speak, daemon=True)
    puck.start()
    words = ["--headless", "--puck", f"serial:{plug.name}", "--calibrate", str(calibrate)]
    report = play(data, *words, "--repetitions", "free", "--seconds", "3")
    puck.join(PATIENCE_S)
    assert len(report["repetitions"]) == 1
    assert report["duration_s"] == 3.0


def hurried(sample: Sample) -> Sample:
    """A sample of a leg four times as fast."""
    assert sample.gyro_dps is not None
    x, y, z = sample.gyro_dps
    return Sample(sample.time_s / 4, sample.puck, sample.accel_g, (4 * x, 4 * y, 4 * z))


# What is written


def test_timings_and_pictures_are_written_apart(calibrate: Path, session: Path, data: Path) -> None:
    timings, shots = data.parent / "timings.json", data.parent / "shots"
    words = [*FAST, "--puck", f"replay:{session}", "--calibrate", str(calibrate), "--seconds", "1.2"]
    report = play(data, *words, "--timings", str(timings), "--screenshots", str(shots), "--every", "0.5")
    assert set(json.loads(timings.read_bytes())) == {"count", "median_ms", "p99_ms", "late"}
    assert not {"count", "median_ms", "p99_ms", "late"} & set(report)
    assert [path.name for path in sorted(shots.iterdir())] == ["0000.00.png", "0000.50.png", "0001.00.png"]


def test_analyse_takes_the_setup_that_the_recording_names(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Marching is played by thighs that swing or by feet that stamp; the JSON beside the samples tells."""
    record = tmp_path / "stomp.csv"
    words = ["play", "--exercise", "seated_marching", "--setup", "stomp", *FAST, "--data-dir", str(data)]
    words += ["--puck", "simulate:severity=mild,seed=2", "--side", "right", "--repetitions", "3"]
    assert main.main([*words, "--record", str(record)]) == 0
    found = analysed(capsys, str(record), "--exercise", "seated_marching")
    assert found["count"] >= 3
    assert all(rep["range_deg"] == 0.0 for rep in found["reps"]), "a press has no angle"


# Interruptions


def started(*words: str) -> subprocess.Popen[bytes]:
    env = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "main", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        cwd=ROOT,
    )


def wait_for(true: Callable[[], bool], run: subprocess.Popen[bytes]) -> None:
    end_s = time.monotonic() + 20.0
    while not true():
        assert run.poll() is None, run.communicate()[1].decode()
        assert time.monotonic() < end_s
        time.sleep(0.02)


@pytest.fixture
def bout(calibrate: Path, data: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """A bout that has no end of its own, well under way, and what it records."""
    record = data.parent / "record.csv"
    words = ["play", *KNEE, *FAST, "--puck", "simulate:severity=mild", "--calibrate", str(calibrate)]
    run = started(*words, "--repetitions", "free", "--data-dir", str(data), "--record", str(record))
    wait_for(lambda: record.exists() and record.stat().st_size > 40_000, run)
    yield run, record
    run.kill()


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_bout_ends_with_130_and_leaves_all_it_has_whole(
    by: signal.Signals, bout: tuple[subprocess.Popen[bytes], Path], data: Path
) -> None:
    run, record = bout
    run.send_signal(by)
    out, err = run.communicate(timeout=20.0)
    assert (run.returncode, out, err) == (130, b"", b"")
    assert read_recording(record).dropped_rows == 0
    with closing(sqlite3.connect(data / "footfall.sqlite3")) as kept:
        assert kept.execute("pragma integrity_check").fetchone() == ("ok",)
    with Records(data, today) as records:
        (cut_short,) = records.cut_short()
        assert cut_short.full + cut_short.partial > 0


def test_the_menus_are_interrupted_without_a_word(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = data.parent / "first.png"
    monkeypatch.setenv("FOOTFALL_FIRST_PICTURE", str(first))
    run = started("--data-dir", str(data))
    wait_for(first.exists, run)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=20.0)
    assert (run.returncode, err) == (130, b"")


def test_watching_pucks_is_interrupted_without_a_word() -> None:
    run = started("pucks", "--watch")
    assert run.stdout is not None
    assert run.stdout.readline()
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=20.0)
    assert (run.returncode, err) == (130, b"")


def test_the_records_are_closed_where_a_source_is_refused(data: Path) -> None:
    words = ["play", *KNEE, "--headless", "--puck", "serial:/nowhere/ttyUSB9", "--data-dir", str(data)]
    assert main.main(words) == 2
    assert not list(data.glob("*-wal"))
