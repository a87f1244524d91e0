"""What is kept and how it is answered."""

import math
from datetime import date, timedelta

import pytest

from game.movement.events import Quality
from game.records.model import BoutEnd, BoutState, CheckIn, DiaryEntry, Player, Settings
from game.records.records import Records

TODAY = date(2026, 3, 5)


def test_a_repetition_comes_back_as_it_was_with_times_from_the_bouts_zero(records, anna, knee, repetition):
    bout = records.begin_bout(knee(anna, zero_s=100.0))
    done = repetition(at_s=107.0, quality=Quality(sparc=-1.5, ldlj=-6.0, compensated=True), direction="out")
    assert records.add_repetition(bout, done, "right") == 1
    (kept,) = records.repetitions(bout)
    assert (kept.number, kept.side) == (1, "right")
    assert (kept.repetition.start_s, kept.repetition.peak_s, kept.repetition.end_s) == (7.0, 8.0, 9.5)
    assert kept.repetition.asked == done.asked
    assert kept.repetition.quality == done.quality
    assert kept.repetition.direction == "out"
    assert kept.repetition.range_deg == 40.0


def test_without_a_zero_times_count_from_the_first_repetition(records, anna, knee, repetition):
    bout = records.begin_bout(knee(anna))
    for at_s in (5000.0, 5004.0):
        records.add_repetition(bout, repetition(at_s=at_s), "left")
    assert [kept.repetition.start_s for kept in records.repetitions(bout)] == [0.0, 4.0]


def test_a_bout_that_was_left_running_is_found_once_and_ended_with_its_last_repetition(
    records, anna, knee, repetition, calendar
):
    bout = records.begin_bout(knee(anna, zero_s=100.0))
    records.add_repetition(bout, repetition(at_s=104.0), "left")
    records.add_repetition(bout, repetition(False, at_s=110.0), "left")
    (left,) = records.cut_short()
    assert (left.id, left.state, left.full, left.partial) == (bout, BoutState.CUT_SHORT, 1, 1)
    assert left.active_s == 5.0
    assert left.ended == calendar() + timedelta(seconds=12.5)
    assert records.cut_short() == []
    assert records.totals(anna).repetitions == 2
    assert records.recent_bouts(anna) == [left]


def test_another_station_does_not_cut_a_running_bout_short(records, anna, knee, folder, calendar):
    records.begin_bout(knee(anna))
    with Records(folder, calendar, machine="ward 2") as elsewhere:
        assert elsewhere.cut_short() == []
    assert len(records.cut_short()) == 1


def test_a_repetition_with_a_number_that_could_not_be_measured_is_kept(records, anna, knee, repetition):
    bout = records.begin_bout(knee(anna))
    odd = repetition(peak_speed_dps=math.nan, range=math.inf, quality=Quality(sparc=math.nan))
    records.add_repetition(bout, odd, "left")
    (kept,) = records.repetitions(bout)
    assert kept.repetition.peak_speed_dps == 0.0
    assert kept.repetition.quality.sparc is None


def test_a_bout_counts_its_full_and_partial_repetitions(records, anna, knee, repetition):
    bout = records.begin_bout(knee(anna, goal=4))
    for full in (True, False, True):
        records.add_repetition(bout, repetition(full), "left")
    ended = records.end_bout(bout, BoutEnd(score=70, stars=2, active_s=33.0))
    assert (ended.full, ended.partial, ended.goal, ended.score, ended.stars) == (2, 1, 4, 70, 2)
    assert ended.state is BoutState.FINISHED
    assert records.bout(bout) == ended


def test_best_is_by_stars_then_score_and_apart_for_level_and_side(records, anna, knee):
    for level, stars, score in [(1, 2, 50), (1, 3, 40), (1, 2, 90), (2, 1, 99)]:
        records.end_bout(records.begin_bout(knee(anna, level)), BoutEnd(score=score, stars=stars))
    found = records.best(anna, "knee_extension", "left", 1)
    assert [(bout.stars, bout.score) for bout in found] == [(3, 40), (2, 90), (2, 50)]
    assert len(records.best(anna, "knee_extension", "left", 1, limit=1)) == 1
    assert records.best(anna, "knee_extension", "right", 1) == []
    assert records.stars_by_level(anna, "knee_extension", "left") == {1: 3, 2: 1}


def test_the_mirror_and_position_sense_are_compared_with_nothing(records, anna, knee):
    for modifier in ("mirror", "position"):
        bout = records.begin_bout(knee(anna, modifier=modifier))
        records.end_bout(bout, BoutEnd(score=90, stars=3))
    assert records.best(anna, "knee_extension", "left", 1) == []
    assert records.stars_by_level(anna, "knee_extension", "left") == {}
    assert [bout.modifier for bout in records.recent_bouts(anna)] == ["position", "mirror"]


def test_a_running_bout_is_in_no_list_of_results(records, anna, knee):
    records.begin_bout(knee(anna))
    assert records.best(anna, "knee_extension", "left", 1) == []
    assert records.recent_bouts(anna) == []
    assert records.stars_by_level(anna, "knee_extension", "left") == {}


def test_recent_bouts_are_the_newest_first_and_of_one_exercise_if_asked(records, anna, knee, calendar):
    ids = []
    for _ in range(3):
        ids.append(records.begin_bout(knee(anna)))
        records.end_bout(ids[-1], BoutEnd(BoutState.STOPPED, reason="rest"))
        calendar.advance(days=1)
    assert [bout.id for bout in records.recent_bouts(anna, "knee_extension", limit=2)] == ids[:0:-1]
    assert [bout.id for bout in records.recent_bouts(anna, since=TODAY + timedelta(days=2))] == ids[2:]
    assert records.recent_bouts(anna, "heel_raise") == []


def test_an_unlocked_level_stays_open(records, anna):
    assert records.unlock(anna, "knee_extension", "left", 2)
    assert not records.unlock(anna, "knee_extension", "left", 2, opened_by="helper")
    records.unlock(anna, "knee_extension", "left", 3)
    assert records.unlocked(anna, "knee_extension", "left") == {2, 3}
    assert records.unlocked(anna, "knee_extension", "right") == frozenset()


def test_history_sums_days_legs_and_the_week(records, anna, knee, repetition, calendar):
    for full, degrees in [(True, 40.0), (False, 20.0)]:
        bout = records.begin_bout(knee(anna))
        records.add_repetition(bout, repetition(full, range_deg=degrees), "left")
        records.add_repetition(bout, repetition(full, range_deg=60.0), "right")
        records.end_bout(bout, BoutEnd(active_s=10.0))
        calendar.advance(days=1)
    history = records.history(anna, TODAY - timedelta(days=30))
    assert [(total.day, total.repetitions, total.full, total.active_s) for total in history.days] == [
        (TODAY, 2, 2, 10.0),
        (TODAY + timedelta(days=1), 2, 0, 10.0),
    ]
    assert history.days_this_week == 2
    assert history.repetitions_today == 0
    left, right = history.limbs
    assert (left.side, left.repetitions, left.full, left.days) == ("left", 2, 1, 2)
    assert (left.range_deg, left.best_range_deg) == (30.0, 40.0)
    assert right.range_deg == 60.0
    trend = history.trends["knee_extension", "left", "active"]
    assert [point.range_deg for point in trend] == [40.0, 20.0]
    assert records.totals(anna).repetitions == 4


def test_what_was_done_with_help_in_the_mirror_or_by_feeling_is_never_in_one_trend(
    records, anna, knee, repetition
):
    ways = [
        ("active", "", 50.0),
        ("assisted", "", 60.0),
        ("active", "mirror", 70.0),
        ("active", "position", 9.0),
    ]
    for assistance, modifier, degrees in ways:
        bout = records.begin_bout(knee(anna, assistance=assistance, modifier=modifier))
        records.add_repetition(bout, repetition(range_deg=degrees), "left")
    history = records.history(anna, TODAY)
    found = {key[2]: [point.range_deg for point in points] for key, points in history.trends.items()}
    assert found == {"active": [50.0], "assisted": [60.0]}
    assert [(one.assistance, one.repetitions) for one in history.limbs] == [("active", 1), ("assisted", 1)]
    assert history.repetitions_today == records.totals(anna).repetitions == 4


def test_the_week_begins_on_monday(records, anna, knee, repetition, calendar):
    records.add_repetition(records.begin_bout(knee(anna)), repetition(), "left")
    calendar.advance(days=4)
    assert calendar().weekday() == 0
    assert records.history(anna, TODAY).days_this_week == 0


def test_totals_of_someone_who_has_not_played_are_nothing(records, anna):
    assert records.totals(anna).repetitions == 0
    assert records.history(anna, TODAY).days == []


def test_two_players_do_not_mix(records, anna, knee, repetition):
    other = records.add_player(Player(None, "Ben", "right")).id
    records.add_repetition(records.begin_bout(knee(anna)), repetition(), "left")
    records.unlock(anna, "knee_extension", "left", 2)
    assert records.totals(other).repetitions == 0
    assert records.unlocked(other, "knee_extension", "left") == frozenset()


def test_the_player_chosen_last_comes_first(records, anna, calendar):
    ben = records.add_player(Player(None, "Ben", "right"))
    assert [player.nickname for player in records.players()] == ["Ben", "Anna"]
    calendar.advance(minutes=1)
    records.choose_player(anna)
    assert [player.nickname for player in records.players()] == ["Anna", "Ben"]
    records.change_player(Player(ben.id, "Benno", "left"))
    assert records.players()[1] == Player(ben.id, "Benno", "left")


def test_settings_belong_to_a_player_and_a_machine(records, anna, folder, calendar):
    assert records.settings(anna) == Settings()
    records.save_settings(None, Settings(text_size="largest"))
    assert records.settings(anna).text_size == "largest", "a new player starts with the machine's"
    records.save_settings(anna, Settings(contrast="high", keys={"yes": "return"}))
    records.save_settings(anna, Settings(contrast="high", keys={"yes": "space"}))
    assert records.settings(anna).keys == {"yes": "space"}
    assert records.settings(None).contrast == "normal"
    with Records(folder, calendar, machine="ward 2") as elsewhere:
        assert elsewhere.settings(anna).contrast == "high", "at another machine theirs come along"
        elsewhere.save_settings(anna, Settings(contrast="normal"))
    assert records.settings(anna).contrast == "high"


def test_calibrations_plans_and_notes_come_back_as_the_kind_asked(records, anna, calendar):
    key = {"setup": "ankle", "side": "left"}
    assert records.calibration(anna, "knee_extension", kind=Settings, **key) is None
    records.save_calibration(anna, "knee_extension", calibration=Settings(scan_s=3.0), **key)
    records.save_calibration(anna, "knee_extension", calibration=Settings(scan_s=4.0), **key)
    assert records.calibration(anna, "knee_extension", kind=Settings, **key) == (
        Settings(scan_s=4.0),
        calendar(),
    )
    assert records.calibration(anna, "knee_extension", kind=int, **key) is None, (
        "no longer readable: learn anew"
    )
    records.save_plan(anna, "Mondays", [1, 2])
    records.save_plan(anna, "Mondays", [1, 2, 3])
    assert records.plans(anna, list[int]) == {"Mondays": [1, 2, 3]}
    records.delete_plan(anna, "Mondays")
    assert records.plans(anna, list[int]) == {}
    records.save_note(anna, "precautions", {"confirmed": True})
    assert records.note(anna, "precautions", dict[str, bool]) == {"confirmed": True}
    assert records.note(anna, "other", dict[str, bool]) is None


def test_check_ins_come_back_in_order(records, anna, knee, calendar):
    bout = records.begin_bout(knee(anna))
    before, after = CheckIn(anna, "before", pain=1), CheckIn(anna, "after", 2, 5, "knee_extension", bout)
    records.check_in(before)
    records.check_in(after)
    assert [said for _, said in records.check_ins(anna, TODAY)] == [before, after]
    assert records.check_ins(anna, TODAY + timedelta(days=1)) == []


def test_a_bout_that_does_not_exist_is_a_lookup_error(records):
    with pytest.raises(LookupError):
        records.bout(99)


def test_the_diary_comes_back_in_its_order_and_the_last_entry_can_be_taken_back(records, anna):
    walk, bike = DiaryEntry(TODAY, "walk", "stick", 20), DiaryEntry(TODAY, "bike", "", 10, "therapist")
    records.write_diary(anna, walk)
    records.write_diary(anna, bike)
    assert records.diary(anna, TODAY) == [walk, bike]
    assert records.diary(anna, TODAY + timedelta(days=1)) == []
    records.take_back_diary(anna)
    assert records.diary(anna, TODAY) == [walk]
