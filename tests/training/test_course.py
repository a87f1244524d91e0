from datetime import date, timedelta

import msgspec
import pytest

from game.movement.events import Repetition
from game.training import catalogue
from game.training.ability import ability_of
from game.training.adaptation import SESSION_RANGE_STEP
from game.training.assistance import Assistance
from game.training.bout import Bout
from game.training.course import (
    Course,
    LegProgress,
    Progress,
    adaptation,
    hurt,
    keep_open,
    open_by_helper,
    played,
)
from game.training.difficulty import level_for
from game.training.exercise import LEVELS
from game.training.suggestions import suggest

CATALOGUE = catalogue.load()
KNEE = CATALOGUE["knee_extension"]
MONDAY = date(2026, 11, 16)


def play(course, full_share=1.0, level=1, today=MONDAY, assistance=Assistance.ACTIVE, exercise=KNEE):
    setup = exercise.setup()
    difficulty = adaptation(course, exercise, setup, level, ("left",), today=today, follows=assistance.adapts)
    wanted = exercise.level(level).repetitions
    bout = Bout(exercise, setup, level, ("left",), assistance=assistance, goal=wanted, difficulty=difficulty)
    for n in range(wanted):
        full = (n + 1) / wanted <= full_share + 1e-9
        bout.take("left", repetition(full, bout.ask.target, float(n)), float(n + 1))
    return played(course, exercise, bout.result(), bout.counted, difficulty, today=today)


def repetition(full, asked, start_s):
    return Repetition(
        puck="blue",
        start_s=start_s,
        peak_s=start_s + 0.4,
        end_s=start_s + 1.0,
        range_deg=30.0,
        range=asked.range,
        hold_s=asked.hold_s,
        out_s=0.4,
        back_s=0.4,
        peak_speed_dps=80.0,
        full=full,
        asked=asked,
    )


def test_tomorrow_begins_with_what_was_believed_today():
    course = play(Course())
    leg = course.legs["knee_extension/sitting/left"]
    assert leg.difficulty > KNEE.level(1).difficulty
    tomorrow = adaptation(course, KNEE, KNEE.setup(), 1, ("left",), today=MONDAY + timedelta(days=1))
    assert ability_of(tomorrow.belief("left")) == pytest.approx(ability_of(leg.believed(MONDAY)), abs=0.01)


def test_a_leg_kept_before_there_were_beliefs_goes_on_where_it_stood():
    old = msgspec.json.decode(
        b'{"difficulty":0.3,"first_day":"2026-11-01","day":"2026-11-15","asked":0.6}', type=LegProgress
    )
    course = Course({"knee_extension/sitting/left": old})
    now = adaptation(course, KNEE, KNEE.setup(), 4, ("left",), today=MONDAY)
    assert now.difficulty("left") == pytest.approx(0.3, abs=0.02)


def test_the_first_day_is_easier_than_those_after_it():
    course = play(Course(), full_share=0.6)
    same_day = adaptation(course, KNEE, KNEE.setup(), 1, ("left",), today=MONDAY)
    later = adaptation(course, KNEE, KNEE.setup(), 1, ("left",), today=MONDAY + timedelta(days=1))
    assert same_day.difficulty("left") < later.difficulty("left")


def test_the_asked_range_grows_slowly_from_day_to_day():
    course = play(Course())
    asked = course.legs["knee_extension/sitting/left"].asked
    tomorrow = adaptation(course, KNEE, KNEE.setup(), 10, ("left",), today=MONDAY + timedelta(days=1))
    assert tomorrow.target("left").range <= asked + SESSION_RANGE_STEP + 1e-9


def test_two_stars_open_a_level_and_a_poor_bout_closes_none():
    course = play(play(Course(), full_share=0.5), level=1)
    assert course.open_level("knee_extension", ("left",)) == 2
    assert play(course, full_share=0.0).open_level("knee_extension", ("left",)) == 2


def test_the_first_bout_opens_all_levels_up_to_where_the_leg_stands():
    course = play(Course())
    stood = course.legs["knee_extension/sitting/left"].difficulty
    assert course.open_level("knee_extension", ("left",)) == level_for(KNEE, stood, LEVELS) > 2


def test_a_bout_that_had_to_be_made_easier_than_its_level_opens_nothing():
    weak = play(Course(), full_share=0.5)
    hard = play(open_by_helper(weak, KNEE.id, 6), full_share=0.6, level=6)
    assert hard.open_level("knee_extension", ("left",)) == 6


def test_a_leg_opens_levels_for_itself_alone():
    course = play(Course())
    assert course.open_level("knee_extension", ("left",)) > 1
    assert course.open_level("knee_extension", ("right",)) == 1
    assert course.open_level("knee_extension", ("left", "right")) == 1


def test_where_both_legs_play_each_opens_by_its_own_repetitions():
    setup = KNEE.setup()
    bout = Bout(KNEE, setup, 3, ("left", "right"), goal=12)
    for n in range(12):
        side = bout.ask.side
        bout.take(side, repetition(side == "right" or n < 4, bout.ask.target, float(n)), float(n + 1))
    assert bout.result().stars == 2
    kept = Course(exercises={KNEE.id: Progress(levels={"left": 3, "right": 3})})
    course = played(kept, KNEE, bout.result(), bout.counted, None, today=MONDAY)
    assert course.exercises[KNEE.id].levels == {"left": 3, "right": 4}


def test_levels_that_were_open_before_legs_had_their_own_stay_open_to_both():
    old = msgspec.json.decode(b'{"exercises":{"knee_extension":{"open_level":5}}}', type=Course)
    assert old.open_level("knee_extension", ("left", "right")) == 5
    assert play(old).open_level("knee_extension", ("left", "right")) == 5


def test_in_a_clinic_more_is_asked_than_at_home():
    course = play(Course(), full_share=0.6)
    tomorrow = MONDAY + timedelta(days=1)
    home, clinic = (
        adaptation(course, KNEE, KNEE.setup(), 1, ("left",), today=tomorrow, clinic=there)
        for there in (False, True)
    )
    assert clinic.difficulty("left") > home.difficulty("left")


def test_a_limb_that_is_moved_says_nothing_of_ability():
    dorsiflexion = CATALOGUE["ankle_dorsiflexion"]
    course = play(Course(), assistance=Assistance.PASSIVE, exercise=dorsiflexion)
    assert course.legs == {}
    assert course.exercises["ankle_dorsiflexion"].mastery.known == 0.25
    assert course.open_level("ankle_dorsiflexion", ("left",)) == 2


def test_mastery_over_days_opens_the_next_exercise_and_it_stays_open():
    rotation = CATALOGUE["hip_rotation"]
    course = Course()
    assert "hip_abduction" not in course.open_now(CATALOGUE)
    for day in range(3):
        for _ in range(2):
            course = play(course, today=MONDAY + timedelta(days=day), exercise=rotation)
    assert "hip_abduction" in course.open_now(CATALOGUE)
    course = keep_open(course, CATALOGUE)
    for day in range(3, 9):
        course = play(course, full_share=0.0, today=MONDAY + timedelta(days=day), exercise=rotation)
    assert "hip_abduction" in course.open_now(CATALOGUE)


def test_pain_keeps_an_exercise_from_leading_on_and_from_being_offered():
    rotation = CATALOGUE["hip_rotation"]
    course = Course()
    for day in range(3):
        for _ in range(2):
            course = play(course, today=MONDAY + timedelta(days=day), exercise=rotation)
        course = hurt(course, "hip_rotation", 5, MONDAY + timedelta(days=day))
    assert "hip_abduction" not in course.open_now(CATALOGUE)
    offered = suggest(CATALOGUE, course.past(CATALOGUE), MONDAY + timedelta(days=3))
    assert "hip_rotation" not in [one.exercise for one in offered]


def test_a_day_with_compensation_does_not_lead_on():
    setup = KNEE.setup()
    difficulty = adaptation(Course(), KNEE, setup, 1, ("left",), today=MONDAY)
    bout = Bout(KNEE, setup, 1, ("left",), goal=1, difficulty=difficulty)
    bout.take("left", repetition(True, bout.ask.target, 0.0), 1.0)
    for seen in (True, False):
        course = played(
            Course(), KNEE, bout.result(), bout.counted, difficulty, today=MONDAY, compensated=seen
        )
        assert course.exercises["knee_extension"].mastery_now.sessions[-1].good is not seen


def test_a_helper_opens_anything_and_standing_waits_for_the_precautions():
    assert "walking" in open_by_helper(Course(), "walking").open_now(CATALOGUE)
    assert "inverse_half_squat" not in Course().open_now(CATALOGUE)


def test_a_course_survives_being_kept():
    course = keep_open(hurt(play(Course()), "knee_extension", 2, MONDAY), CATALOGUE)
    assert msgspec.json.decode(msgspec.json.encode(course), type=Course) == course


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=list(CATALOGUE))
def test_every_exercise_can_be_followed(exercise):
    course = play(Course(), exercise=exercise, level=3, full_share=0.8)
    assert course.past(CATALOGUE)
    assert course.legs
