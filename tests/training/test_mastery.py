from hypothesis import given
from hypothesis import strategies as st

from game.training import catalogue
from game.training.assistance import Assistance
from game.training.mastery import (
    Mastery,
    PastSession,
    after_bout,
    after_session,
    next_assistance,
    open_exercises,
    open_setups,
)

CATALOGUE = catalogue.load()
GOOD, POOR = PastSession(0.85), PastSession(0.5)


def known(bouts, sessions=()):
    mastery = Mastery()
    for two_stars in bouts:
        mastery = after_bout(mastery, two_stars)
    for session in sessions:
        mastery = after_session(mastery, session)
    return mastery


def test_four_good_bouts_and_two_good_sessions_lead_on():
    assert not known([True] * 3, [GOOD, GOOD]).mastered
    assert known([True] * 4, [GOOD, GOOD]).mastered
    assert known([True] * 4, [GOOD, POOR, GOOD]).mastered
    assert not known([True] * 4, [GOOD, POOR, POOR]).mastered


def test_pain_or_compensation_waits():
    assert not known(
        [True] * 6, [GOOD, PastSession(0.95, pain=4), PastSession(0.95, compensated=True)]
    ).mastered


def test_only_the_last_three_sessions_are_asked():
    assert not known([True] * 6, [GOOD, GOOD, POOR, POOR]).mastered


@given(st.lists(st.booleans(), max_size=50))
def test_the_chance_stays_a_chance_and_success_never_lowers_it(outcomes):
    mastery = known(outcomes)
    assert 0.0 < mastery.known <= 1.0
    assert after_bout(mastery, True).known >= mastery.known - 1e-12
    assert after_bout(mastery, False).known <= after_bout(mastery, True).known


def test_a_newcomer_may_choose_sitting_and_lying_exercises():
    free = open_exercises(CATALOGUE)
    assert {"knee_extension", "seated_marching", "ankle_dorsiflexion"} <= free
    assert all(CATALOGUE[one].ability in ("L1", "L2") for one in free)


def test_mastery_opens_what_the_exercise_leads_to():
    assert "hip_abduction" in open_exercises(CATALOGUE, mastered=["hip_rotation"])


def test_standing_stays_closed_until_a_helper_confirms_the_precautions():
    assert "inverse_half_squat" not in open_exercises(CATALOGUE, mastered=["knee_extension"])
    confirmed = open_exercises(CATALOGUE, mastered=["knee_extension"], precautions_confirmed=True)
    assert "inverse_half_squat" in confirmed


def test_what_was_opened_stays_open_and_a_helper_can_open_anything():
    assert "walking" in open_exercises(CATALOGUE, opened=["walking"])
    assert "no_longer_there" not in open_exercises(CATALOGUE, opened=["no_longer_there"])


def test_a_standing_setup_waits_for_the_precautions():
    heel = CATALOGUE["heel_raise"]
    assert [one.id for one in open_setups(heel)] == ["sitting", "one_heel"]
    confirmed = open_setups(heel, precautions_confirmed=True)
    assert [one.id for one in confirmed] == ["sitting", "one_heel", "standing"]


def test_help_grows_less_after_two_good_sessions_and_resistance_is_chosen():
    assert next_assistance(Assistance.PASSIVE, [GOOD, GOOD]) is Assistance.ASSISTED
    assert next_assistance(Assistance.PASSIVE, [GOOD, POOR]) is Assistance.PASSIVE
    assert next_assistance(Assistance.ACTIVE, [GOOD, GOOD]) is Assistance.ACTIVE
