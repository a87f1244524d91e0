"""Every exercise can be played from the command line, by a simulated patient, from Prepare to the report."""

import json
import shutil
from pathlib import Path

import pytest

import main
from game.clock import today
from game.records.model import Settings
from game.records.records import Records
from game.training import catalogue

EXERCISES = tuple(catalogue.load())


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose machine is set to high contrast: those pictures are the quickest to cut."""
    folder = tmp_path_factory.mktemp("data")
    with Records(folder, today) as records:
        records.save_settings(None, Settings(contrast="high", reduced_motion=True))
    return folder


@pytest.fixture(autouse=True)
def _no_coach(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees the coach here, and cutting it takes longer than all the rest."""
    monkeypatch.setattr("game.ui.coach.CoachFigure.draw", lambda *_: None)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_two_repetitions_of_its_first_setup(exercise: str, data_folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    shutil.copytree(data_folder, tmp_path / "data")
    words = ["play", "--exercise", exercise, "--headless", "--speed", "max", "--repetitions", "2"]
    words += ["--puck", "simulate:severity=mild,seed=2", "--seconds", "120"]
    words += ["--data-dir", str(tmp_path / "data"), "--report", str(report)]
    assert main.main(words) == 0
    found = json.loads(report.read_bytes())
    assert found["full"] + found["partial"] == len(found["repetitions"]) == 2
    assert found["duration_s"] < 120.0
