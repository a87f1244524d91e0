"""Follows docs/adding-an-exercise.md, from a blank file to a bout that has been played."""

import json
import re
from pathlib import Path

import pytest

import main
from game.movement.events import Repetition
from game.training import catalogue
from game.training.bout import Bout
from game.training.catalogue import load
from game.training.content import ContentError
from game.training.exercise import Exercise
from game.training.sides import seat
from hardware.limb import LIMBS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-an-exercise.md"
TEXT = PAGE.read_text(encoding="utf-8")
PARTS = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "heel_slide.toml"


def loaded(file: Path) -> Exercise:
    return load(file.parent)["heel_slide"]


def test_the_blank_file_is_refused_as_the_page_says(file):
    file.touch()
    with pytest.raises(ContentError) as refusal:
        loaded(file)
    assert f"    {refusal.value}\n" in TEXT


def test_every_step_but_the_last_still_misses_something(file):
    for written in range(1, len(PARTS)):
        file.write_text("\n".join(PARTS[:written]), encoding="utf-8")
        with pytest.raises(ContentError, match=r"heel_slide\.toml: .*but it is missing"):
            loaded(file)


def test_the_file_that_the_page_makes_is_played(file):
    file.write_text("\n".join(PARTS), encoding="utf-8")
    exercise = loaded(file)
    setup = exercise.setup("towel")
    assert setup.limb in LIMBS
    seating = seat(exercise, setup, "right", chosen="alternate")
    bout = Bout(exercise, setup, 6, seating.sides, goal=4)
    for n in range(4):
        ask = bout.ask
        puck = seating.puck_of(ask.side)
        bout.take(ask.side, repetition(puck, 3.0 * n, ask), 3.0 * (n + 1))
    result = bout.result()
    assert (result.full, result.stars, result.sides) == (4, 3, ("right", "left"))


def test_a_simulated_patient_plays_it_by_its_name(file, tmp_path, monkeypatch):
    file.write_text("\n".join(PARTS), encoding="utf-8")
    monkeypatch.setattr(catalogue, "LEVELS_FOLDER", file.parent)
    report = tmp_path / "report.json"
    words = ["--puck", "simulate:severity=mild,seed=3", "--speed", "max", "--headless", "--repetitions", "4"]
    kept = ["--data-dir", str(tmp_path / "data"), "--report", str(report)]
    assert main.main(["play", "--exercise", "heel_slide", *words, *kept]) == 0
    found = json.loads(report.read_bytes())
    assert found["exercise"] == "heel_slide"
    assert len(found["repetitions"]) == 4


def repetition(puck, start_s, ask) -> Repetition:
    return Repetition(
        puck=puck,
        start_s=start_s,
        peak_s=start_s + 1.0,
        end_s=start_s + 3.0,
        range_deg=40.0,
        range=0.9,
        hold_s=ask.target.hold_s,
        out_s=1.0,
        back_s=1.0,
        peak_speed_dps=60.0,
        full=True,
        asked=ask.target,
    )
