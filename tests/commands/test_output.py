"""The command line as another program uses it: where its output goes, and what it must not write over."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import main
from hardware.recording import HEADER, read_recording
from tests.commands.test_contract import FAST, KNEE, ROOT, calibrate, data, play, quick_look, session

__all__ = ["calibrate", "data", "quick_look", "session"]


@pytest.fixture(autouse=True)
def _nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.scenes.play.FINALE_S", 0.0)
    monkeypatch.setattr("game.ui.coach.CoachFigure.draw", lambda *_, **__: None)


LINES = [sys.executable, "-m", "main"]


def shell(command: str) -> tuple[int, str, str]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "MAIN": shlex.join(LINES)}
    done = subprocess.run(
        ["bash", "-c", command], check=False, capture_output=True, text=True, env=env, cwd=ROOT, timeout=30
    )
    return done.returncode, done.stdout, done.stderr


def test_a_reader_that_has_heard_enough_is_no_error(session: Path) -> None:
    words = f"analyse {shlex.quote(str(session))} --exercise knee_extension --json"
    code, _, err = shell(f"$MAIN {words} | true; exit ${{PIPESTATUS[0]}}")
    assert (code, err.count("\n")) == (0, 1), err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", ["pucks", "analyse"])
def test_output_that_cannot_be_written_is_one_plain_line(verb: str, session: Path) -> None:
    words = (
        "pucks"
        if verb == "pucks"
        else f"analyse {shlex.quote(str(session))} --movement swing --calibrate {session}"
    )
    code, _, err = shell(f"$MAIN {words} > /dev/full")
    assert (code, err.count("\n")) == (2, 1), err
    assert "No space left" in err


def test_notes_never_end_up_among_the_numbers(session: Path) -> None:
    """With stderr closed, what is printed to it must not come out at stdout."""
    code, out, _ = shell(f"$MAIN analyse {shlex.quote(str(session))} --movement swing --json 2>&-")
    assert code == 0
    assert json.loads(out)["count"] == 3


def test_analysing_what_cannot_be_learnt_from_says_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    still = tmp_path / "still.csv"
    still.write_text("\n".join([HEADER, *(f"{n / 50:.6f},blue,0,0,1,0,0,0,,0" for n in range(500))]) + "\n")
    assert main.main(["analyse", str(still), *KNEE, "--json"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("option", ["--report", "--timings", "--record"])
def test_a_full_disk_is_told_in_one_line(
    option: str, session: Path, calibrate: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["play", *KNEE, *FAST, "--puck", f"replay:{session}", "--calibrate", str(calibrate)]
    # The JSON beside a recording may be written where the samples may not.
    full = data.parent / "full.csv"
    full.symlink_to("/dev/full")
    assert main.main([*words, "--seconds", "2", "--data-dir", str(data), option, str(full)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1), said.err


def test_a_start_that_is_refused_leaves_no_files(data: Path) -> None:
    files = [data.parent / name for name in ("report.json", "timings.json", "samples.csv")]
    words = ["play", *KNEE, "--headless", "--puck", "serial:/nowhere/ttyUSB9", "--data-dir", str(data)]
    for option, path in zip(("--report", "--timings", "--record"), files, strict=True):
        words += [option, str(path)]
    assert main.main(words) == 2
    assert not any(path.exists() for path in files)


def test_nothing_is_written_over_what_is_read_or_written(
    session: Path, calibrate: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = session.read_bytes()
    words = ["play", *KNEE, *FAST, "--puck", f"replay:{session}", "--data-dir", str(data)]
    words += ["--calibrate", str(calibrate)]
    own = str(data.parent / "own")
    for more in (
        ["--record", str(session)],
        ["--record", str(calibrate)],
        ["--report", str(session.with_suffix(".json"))],
        ["--record", f"{own}.csv", "--report", f"{own}.json"],
        ["--timings", f"{own}.json", "--report", f"{own}.json"],
    ):
        assert main.main([*words, *more]) == 2, more
        assert capsys.readouterr().err.count("\n") == 1
    assert session.read_bytes() == before


def test_a_recording_keeps_what_the_device_said_of_itself(data: Path) -> None:
    record = data.parent / "record.csv"
    play(
        data,
        *FAST,
        "--puck",
        "simulate:severity=mild",
        "--side",
        "left",
        "--repetitions",
        "1",
        "--record",
        str(record),
    )
    about = read_recording(record).about
    assert about is not None
    assert set(about.hello["blue"].capabilities) >= {"A", "G"}


def test_a_machine_without_a_screen_says_so(data: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env |= {"SDL_VIDEODRIVER": "", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [*LINES, "--data-dir", str(data)],
        check=False,
        capture_output=True,
        text=True,
        env=env,
        cwd=ROOT,
        timeout=20,
    )
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "no screen" in run.stderr
