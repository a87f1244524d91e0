from datetime import date

import pytest

from game.training.dose import (
    HARD_CAP_MIN,
    MOST_SITTINGS,
    REST_S,
    SITTING_BREAK_MIN,
    TIRED_REST_S,
    DoseRoom,
    days_this_week,
    repetitions_today,
    rest_s,
    room,
    sitting_left_s,
    todays_plan,
)
from game.training.fatigue import Sign


def test_a_day_is_about_twenty_minutes_of_blocks_and_rests():
    plan = todays_plan(["knee_extension", "seated_marching"])
    minutes = sum(block.minutes + block.rest_s / 60 for block in plan)
    assert minutes == pytest.approx(20, abs=2)
    assert [block.exercise for block in plan[:3]] == ["knee_extension", "seated_marching", "knee_extension"]
    assert all(2 <= block.minutes <= 3 and block.rest_s >= 60 for block in plan)


def test_what_was_played_today_is_taken_off_and_nothing_is_planned_past_the_cap():
    assert len(todays_plan(["knee_extension"], active_s=600)) < len(todays_plan(["knee_extension"]))
    assert todays_plan(["knee_extension"], active_s=20 * 60) == ()
    assert todays_plan([]) == ()
    longest = todays_plan(["knee_extension"], minutes=300)
    assert sum(block.minutes + block.rest_s / 60 for block in longest) <= HARD_CAP_MIN + 2


def test_the_caps_end_a_day():
    assert room(399, 0) is DoseRoom.OPEN
    assert room(400, 0) is DoseRoom.ENOUGH
    assert room(100, HARD_CAP_MIN * 60) is DoseRoom.DONE


def test_rests_grow_with_tiredness():
    assert rest_s(Sign.NONE, 45) == REST_S
    assert rest_s(Sign.NONE, 90) == 90
    assert rest_s(Sign.REST, 60) == TIRED_REST_S


def test_repetitions_grow_over_the_weeks():
    assert repetitions_today(0) == (60, 100)
    assert repetitions_today(4) == repetitions_today(40) == (200, 300)


def test_days_of_this_week_are_counted_once_from_monday():
    friday = date(2026, 11, 20)
    days = [date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 20)]
    assert days_this_week(days, friday) == 2


def test_a_sitting_lasts_45_minutes_and_a_therapist_may_allow_several_a_day():
    assert room(0, HARD_CAP_MIN * 60) is DoseRoom.DONE
    assert room(0, HARD_CAP_MIN * 60, sittings=2) is DoseRoom.OPEN
    assert room(0, HARD_CAP_MIN * 120, sittings=2) is DoseRoom.DONE
    assert sitting_left_s(HARD_CAP_MIN * 60, 60.0) == 0.0
    assert sitting_left_s(HARD_CAP_MIN * 60, SITTING_BREAK_MIN * 60) == HARD_CAP_MIN * 60
    assert sitting_left_s(600.0, -3600.0) == HARD_CAP_MIN * 60 - 600.0
    assert MOST_SITTINGS * HARD_CAP_MIN == 180.0
