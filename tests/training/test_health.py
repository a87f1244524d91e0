"""What health hides, and what a person can do."""

from datetime import date, timedelta

import pytest

from game.training import catalogue
from game.training.health import (
    CONDITIONS,
    GROUPS,
    PRECAUTIONS,
    Scores,
    bends_hip,
    cares,
    hidden,
    needs_doctor,
    sore_places,
    stands,
    walking_waits,
    walks,
    ways_of_help,
)

CATALOGUE = catalogue.load()
SETUPS = [(one, setup) for one in CATALOGUE.values() for setup in one.setups]
TODAY = date(2026, 3, 4)


def shown(*conditions, clinic=False):
    return {one.id for one, setup in SETUPS if hidden(one, setup, conditions, clinic=clinic) is None}


def test_every_condition_is_asked_and_has_its_rule():
    assert sum(GROUPS, ()) == CONDITIONS
    assert set(PRECAUTIONS) == set(CONDITIONS)
    assert shown() == set(CATALOGUE)


def test_a_new_hip_hides_crossed_legs_the_hamstring_reach_and_lifts_above_a_right_angle():
    for exercise, setup in SETUPS:
        gone = hidden(exercise, setup, ["new_hip"]) == "new_hip"
        if setup.posture == "crossed" or bends_hip(setup):
            assert gone, setup
    left = shown("new_hip")
    assert not left & {"hamstring_stretch", "hip_flexion_hold", "seated_marching", "knee_to_chest"}
    assert {"knee_extension", "ankle_dorsiflexion", "side_leg_raise"} <= left
    crossed = CATALOGUE["ankle_dorsiflexion"].setup("crossed")
    assert hidden(CATALOGUE["ankle_dorsiflexion"], crossed, ["new_hip"])


def test_a_clot_or_a_break_waits_for_a_doctor_and_then_hides_what_stretches_or_loads():
    assert needs_doctor({"clot"})
    assert needs_doctor({"fracture"})
    assert not needs_doctor({"heart", "thin_bones"})
    assert not shown("clot") & {"heel_raise", "hamstring_stretch", "cycling"}
    assert not any(
        stands(CATALOGUE[one], setup) and hidden(CATALOGUE[one], setup, ["fracture"]) is None
        for one in CATALOGUE
        for setup in CATALOGUE[one].setups
    )


def test_no_puck_lies_on_a_chest_with_a_pacemaker():
    assert not [
        one.id for one, setup in SETUPS if setup.place == "chest" and not hidden(one, setup, ["pacemaker"])
    ]


@pytest.mark.parametrize("condition", ["heart", "pressure", "seizures"])
def test_walking_waits_for_the_clinic(condition):
    walking = {one.id for one in CATALOGUE.values() if walks(one)}
    assert walking
    assert not walking & shown(condition)
    assert walking <= shown(condition, clinic=True)


def test_nobody_with_a_weak_heart_pushes_against_a_hand():
    assert ways_of_help(("passive", "active", "resisted"), ["heart"]) == ("passive", "active")
    assert ways_of_help(("passive", "active", "resisted"), ["numb_skin"]) == ("passive", "active", "resisted")


@pytest.mark.parametrize(
    ("scores", "sees", "waits"),
    [
        (Scores(berg=42), True, True),
        (Scores(berg=43), True, False),
        (Scores(fac=2), True, True),
        (Scores(fac=3), True, False),
        (Scores(), False, True),
        (Scores(), None, False),
    ],
)
def test_a_berg_of_42_or_a_side_that_is_missed_keeps_walking_to_the_clinic(scores, sees, waits):
    assert walking_waits(scores, sees, clinic=False) is waits
    assert not walking_waits(scores, sees, clinic=True)


def test_a_sore_place_rests_for_two_days():
    sore = {"knee": TODAY}
    assert sore_places(sore, TODAY + timedelta(days=2)) == {"knee"}
    assert not sore_places(sore, TODAY + timedelta(days=3))
    assert not sore_places(sore, TODAY - timedelta(days=1))


def test_reminders_take_turns():
    assert cares([], turn=4) == ()
    assert cares(["clot", "heart"], turn=0) == ("heart", "clot")
    many = ["heart", "pressure", "clot"]
    assert {one for turn in range(3) for one in cares(many, turn=turn)} == set(many)
