"""Loads every file of levels/ and checks that the words, sounds, poses and places it names exist."""

import re
import tomllib
from math import isfinite
from pathlib import Path
from typing import get_args

import pytest

from game.minigames import minigame_for
from game.training.catalogue import load
from game.training.exercise import LEVELS, WORDS_PER_LINE, Place
from game.ui.island import SPOTS
from game.ui.skeleton import blend, skeleton
from game.ui.words import Words

CATALOGUE = load()
SOUNDS = Path(__file__).parents[2] / "sounds"
TUNES = tomllib.loads((SOUNDS / "tunes.toml").read_text(encoding="utf-8"))
FILES = sorted((Path(__file__).parents[2] / "levels").glob("*.toml"))


def test_every_file_is_loaded():
    assert sorted(CATALOGUE) == [file.stem for file in FILES]


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=list(CATALOGUE))
def test_the_words_sounds_poses_and_places_of_a_file_exist(exercise):
    assert len(exercise.levels) == LEVELS
    lines = exercise.words["en"].lines()
    assert all(0 < len(line.split()) <= WORDS_PER_LINE for line in lines)
    assert set(exercise.words["en"].setups) == {setup.id for setup in exercise.setups}
    assert set(exercise.words["en"].tips) == set(exercise.compensations)
    assert f"voice.{exercise.id}" in Words.load("en")
    assert (SOUNDS / "voice" / "en" / f"{exercise.id}.ogg").exists()
    game = minigame_for(exercise.minigame)
    assert set(game.tunes) <= set(TUNES)
    assert (SOUNDS / "beds" / f"{game.bed}.ogg").exists()
    assert exercise.place in SPOTS
    for setup in exercise.setups:
        assert setup.place in get_args(Place)
        facing = "front" if setup.coach.view == "front" else "side"
        for share in (0.0, 0.5, 1.0):
            bones = skeleton(blend(setup.coach.rest, setup.coach.top, share), setup.posture, facing)
            numbers = [float(one) for one in re.findall(r"-?\d+\.?\d*|nan|inf", repr(bones))]
            assert numbers
            assert all(isfinite(one) for one in numbers)
