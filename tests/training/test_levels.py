"""Every file of levels/: complete, consistent, within its own bounds."""

import re

import pytest

from game.training.bout import Bout
from game.training.catalogue import load
from game.training.sides import SidesError, choices, seat
from hardware.limb import LIMBS

CATALOGUE = load()
AGREED = {
    *("hip_flexion_hold", "hip_rotation", "knee_extension", "seated_marching", "hip_abduction"),
    *("ankle_rolls", "hamstring_stretch", "inner_thigh_squeeze", "l_taps", "inverse_half_squat"),
    *("toe_taps", "knee_to_chest", "flamingo_stand", "side_leg_raise", "ankle_dorsiflexion"),
    *("assisted_toe_raise", "heel_raise", "ankle_adduction_abduction", "ankle_eversion", "leg_rotation"),
    *("side_leg_raise_lying", "stepping", "walking", "weight_shift", "cycling"),
    *("sit_to_stand", "bridge", "seated_reach"),
}
REFERENCE = re.compile(
    r"judgement|Merck|PMC\d+|ACSM 2021|Kouyoumdjian 2012|BMC Geriatrics|physio-pedia|sligococo|^published "
)
DRIVES = {
    "swing": {"swing"},
    "two_way": {"two_way_swing"},
    "circle": {"circle"},
    "press": {"press"},
    "tap": {"tap"},
    "still": {"still"},
    "step": {"step"},
}


def test_every_agreed_exercise_is_there_and_no_other():
    assert set(CATALOGUE) == AGREED


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=list(CATALOGUE))
class TestExercise:
    def test_leads_only_to_exercises_that_exist(self, exercise):
        assert set(exercise.leads_to) <= AGREED - {exercise.id}

    def test_every_clinical_number_has_its_source(self, exercise):
        facts = [*exercise.normal, *exercise.beginner, *exercise.advanced, *exercise.cap]
        for source in [exercise.dose.source, exercise.levels_source, *(fact.source for fact in facts)]:
            assert REFERENCE.search(source), source
        assert exercise.cap

    def test_its_limbs_are_known_and_move_as_its_kind(self, exercise):
        for setup in exercise.setups:
            drive = LIMBS[setup.limb].drive
            if setup.kind == "turn" or setup.limb == "hip_flexion_sole":
                assert drive == "swing"
            else:
                assert setup.kind in DRIVES[drive]

    def test_it_asks_for_what_its_kind_measures(self, exercise):
        for setup in exercise.setups:
            if setup.kind == "press":
                assert "force" in setup.needs
            elif setup.kind == "turn":
                assert "gyroscope" in setup.needs
            else:
                assert "accelerometer" in setup.needs

    def test_levels_never_ask_beyond_the_caps(self, exercise):
        cap = exercise.cap_in("share")
        assert cap is None or max(level.range for level in exercise.levels) <= cap

    def test_range_and_hold_never_fall_from_level_to_level(self, exercise):
        for easier, harder in zip(exercise.levels, exercise.levels[1:], strict=False):
            assert easier.range <= harder.range
            assert easier.hold_s <= harder.hold_s
            assert easier.repetitions <= harder.repetitions

    def test_the_coach_moves(self, exercise):
        for setup in exercise.setups:
            assert setup.coach.rest != setup.coach.top

    def test_standing_ones_warn_and_stand_in_a_level_that_is_gated(self, exercise):
        if exercise.setups[0].standing:
            assert exercise.standing
        if exercise.standing:
            assert exercise.words["en"].safety

    def test_it_can_be_seated_and_asked_on_every_choice(self, exercise):
        for setup in exercise.setups:
            for choice in choices(exercise, setup, pucks=2):
                seating = seat(exercise, setup, "left", chosen=choice)
                bout = Bout(exercise, setup, 1, seating.sides, goal=5)
                assert bout.ask.side in seating.sides
            allowed = setup.sides or exercise.sides.allowed
            for named, choice in (("left", "affected"), ("right", "other")):
                if choice in allowed or setup.central or setup.together:
                    assert seat(exercise, setup, "left", chosen=named).sides

    def test_one_puck_is_enough_for_it(self, exercise):
        for setup in exercise.setups:
            assert len(seat(exercise, setup, "right", pucks=["blue"]).place_of) == 1


def test_easier_exercises_lead_to_every_standing_one():
    reached = {target for one in CATALOGUE.values() for target in one.leads_to}
    gated = {one.id for one in CATALOGUE.values() if one.standing}
    assert gated <= reached


def test_places_and_game_names_are_their_own():
    places = [one.place for one in CATALOGUE.values()]
    games = [one.words["en"].game for one in CATALOGUE.values()]
    assert len(set(places)) == len(places)
    assert len(set(games)) == len(games)


def test_a_squeeze_never_asks_for_more_than_sixty_percent_and_says_to_breathe() -> None:
    squeeze = CATALOGUE["inner_thigh_squeeze"]
    assert squeeze.cap_in("share") == 0.6
    assert max(level.range for level in squeeze.levels) <= 0.6
    assert any("breath" in line.lower() for line in squeeze.words["en"].safety)


HOLDS = {"flamingo_stand", "hamstring_stretch", "inner_thigh_squeeze", "weight_shift"}
"""What is asked of these is time in a posture, not a number of movements."""


@pytest.mark.parametrize("exercise_id", sorted(AGREED - HOLDS))
def test_level_1_asks_for_ten_repetitions_at_least(exercise_id: str) -> None:
    assert CATALOGUE[exercise_id].level(1).repetitions >= 10


@pytest.mark.parametrize("exercise_id", sorted(AGREED - {"inner_thigh_squeeze"}))
def test_who_cannot_move_the_leg_yet_may_have_it_moved(exercise_id: str) -> None:
    """A squeeze is the one exception: the puck feels the force, and nobody can squeeze for someone."""
    exercise = CATALOGUE[exercise_id]
    if not exercise.standing:
        assert "passive" in exercise.assistance


@pytest.mark.parametrize("exercise_id", sorted(AGREED))
def test_no_line_sends_a_hand_to_a_calf_that_may_hold_a_clot(exercise_id: str) -> None:
    lines = " ".join(CATALOGUE[exercise_id].words["en"].lines()).lower()
    for word in ("massage", "rub", "stretch gently"):
        assert word not in lines


def test_an_l_is_tapped_at_the_side_first() -> None:
    words = CATALOGUE["l_taps"].words["en"]
    move = words.setups["sitting"].move
    assert "side" in move[0] and "front" in move[-1]
    assert CATALOGUE["l_taps"].setup().order("right") == ({"3"}, {"12"})
    assert CATALOGUE["l_taps"].setup().order("left") == ({"9"}, {"12"})
    assert words.tips["wrong_order"].lower().index("side") < words.tips["wrong_order"].lower().index("front")


def test_a_stretch_lasts_twenty_seconds_from_the_first_level() -> None:
    assert CATALOGUE["hamstring_stretch"].level(1).hold_s >= 20.0


def test_the_flamingo_stands_on_the_leg_that_is_trained() -> None:
    """The puck sits on the leg that is lifted, so the weak one stands when the other is offered first."""
    assert CATALOGUE["flamingo_stand"].sides.default == "other"


def test_the_weak_foot_never_lifts_the_strong_one() -> None:
    exercise = CATALOGUE["assisted_toe_raise"]
    under = exercise.setup("foot_over_foot")
    assert choices(exercise, under, pucks=2) == ("affected",)
    assert under.usual == "assisted"
    with pytest.raises(SidesError):
        seat(exercise, under, "left", chosen="other")
    with pytest.raises(SidesError):
        seat(exercise, under, "left", chosen="right")


@pytest.mark.parametrize("exercise_id", sorted(AGREED))
def test_every_set_up_with_help_says_who_or_what_helps(exercise_id: str) -> None:
    exercise = CATALOGUE[exercise_id]
    for words in exercise.words["en"].setups.values():
        assert bool(words.help) is ("assisted" in exercise.assistance)
