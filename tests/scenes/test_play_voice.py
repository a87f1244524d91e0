"""What is said while a bout is played, and that every line of an exercise reaches the person."""

import pytest

from game.bout.plan import BoutPlan
from game.bout.play import Happened, Happening, LimbView, Play
from game.scenes.play_voice import SELDOM, PlayVoice
from game.training.catalogue import load
from game.training.spoken import line_key, play_lines, tips
from game.ui.words import Words

CATALOGUE = load()
SETUPS = [(exercise, setup) for exercise in CATALOGUE.values() for setup in exercise.setups]
IDS = [f"{exercise.id} {setup.id}" for exercise, setup in SETUPS]


def voice_of(exercise_id: str, setup_id: str | None = None) -> tuple[PlayVoice, list[str]]:
    said: list[str] = []
    exercise = CATALOGUE[exercise_id]
    plan = BoutPlan(exercise, exercise.setup(setup_id), 1, ("left",))
    return PlayVoice(plan, Words.load(), said.append), said


def step(voice: PlayVoice, *whats: Happening, hold_s: float = 0.0, gentle: float = 1.0) -> None:
    play = Play({"left": LimbView()}, hold_s=hold_s)
    play.happened = [Happened(what, "left", 0.8, gentle, 1) for what in whats]
    voice.step(play)


def lines(said: list[str]) -> list[str]:
    return [key for key in said if key.startswith("line_")]


@pytest.mark.parametrize("exercise_id", CATALOGUE)
def test_at_most_one_line_in_five_repetitions(exercise_id: str) -> None:
    voice, said = voice_of(exercise_id)
    for number in range(1, 31):
        step(voice, Happening.FULL)
        assert len(lines(said)) == number // SELDOM


@pytest.mark.parametrize(("exercise", "setup"), SETUPS, ids=IDS)
def test_every_way_of_moving_and_every_tip_is_heard_in_play(exercise, setup) -> None:  # type: ignore[no-untyped-def]
    voice, said = voice_of(exercise.id, setup.id)
    own = exercise.words["en"]
    wanted = [*own.setups[setup.id].move, *tips(own, setup).values(), own.helps_with]
    for _ in range(SELDOM * len(wanted)):
        step(voice, Happening.FULL)
    assert set(said) == {line_key(line) for line in wanted}


WRONG_FOR = {
    "crossed": ("heel on the floor", "feet flat"),
    "sitting": ("stay over your feet", "push straight up", "knee snap back", "stand tall"),
    "lying": ("stand tall", "on the chair", "over your feet"),
    "standing": ("on the bed", "on the chair"),
}
"""What no one should hear in a posture."""


@pytest.mark.parametrize(("exercise", "setup"), SETUPS, ids=IDS)
def test_what_is_said_fits_the_set_up(exercise, setup) -> None:  # type: ignore[no-untyped-def]
    own = exercise.words["en"]
    said = " ".join([*own.setups[setup.id].posture, *play_lines(own, setup)]).lower()
    assert not [wrong for wrong in WRONG_FOR[setup.posture] if wrong in said]
    if setup.place == "sole":
        assert "strap" not in own.setups[setup.id].puck.lower()
        assert "above" not in own.setups[setup.id].puck.lower()
    if setup.id == "towel":
        assert "off the floor" not in said


def test_a_foot_that_presses_the_floor_is_not_told_to_breathe_out() -> None:
    for exercise_id, setup_id in (("seated_marching", "stomp"), ("weight_shift", "standing")):
        voice, said = voice_of(exercise_id, setup_id)
        step(voice, Happening.BEGAN)
        assert said == []


def test_breathing_out_is_said_at_each_squeeze() -> None:
    voice, said = voice_of("inner_thigh_squeeze")
    for _ in range(4):
        step(voice, Happening.BEGAN, Happening.REACHED, Happening.HELD, Happening.FULL, hold_s=3.0)
    assert said == ["breathe_out"] * 4


def test_breathing_out_is_said_at_each_hold() -> None:
    voice, said = voice_of("hip_flexion_hold")
    for _ in range(3):
        step(voice, Happening.REACHED, hold_s=2.0)
    assert said == ["hold_and_breathe"] * 3


def test_lowering_gently_is_said_once_in_five_and_never_at_a_squeeze_or_a_tap() -> None:
    voice, said = voice_of("knee_extension")
    for _ in range(10):
        step(voice, Happening.HELD, Happening.FULL, hold_s=0.5)
    assert said.count("lower_gently") == 2
    for exercise_id in ("inner_thigh_squeeze", "toe_taps"):
        voice, said = voice_of(exercise_id)
        step(voice, Happening.HELD, hold_s=0.5)
        assert "lower_gently" not in said


def test_a_limb_that_goes_too_far_is_told_gently_and_not_each_time() -> None:
    voice, said = voice_of("knee_extension")
    for number in range(1, SELDOM + 2):
        voice.step(Play({"left": LimbView()}, [Happened(Happening.PARTIAL, "left", 1.5, 1.0, number, True)]))
    assert [said[0], said[-1]] == ["not_so_far"] * 2
    assert said.count("not_so_far") == 2


def test_another_movement_is_told_once_in_five() -> None:
    voice, said = voice_of("knee_extension")
    for _ in range(SELDOM + 1):
        step(voice, Happening.ANOTHER)
    assert said == ["another_movement"] * 2


def test_a_limb_that_is_let_fall_hears_how_to_lower_it() -> None:
    voice, said = voice_of("knee_extension")
    for _ in range(SELDOM):
        step(voice, Happening.FULL, gentle=0.2)
    assert said == [line_key("Lower your foot slowly.")]
