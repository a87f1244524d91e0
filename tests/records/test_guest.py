"""A guest leaves no trace; a deleted player neither."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from game.records import backup
from game.records import folder as places
from game.records.model import BoutEnd, CheckIn, Player
from game.records.records import Records

TODAY = date(2026, 3, 5)


def counts(records: Records) -> dict[str, int]:
    """Rows of every table."""
    with closing(sqlite3.connect(places.database(records.folder))) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def play(records, knee, repetition, player):
    bout = records.begin_bout(knee(player))
    records.recording_path(bout).write_text("time_s\n1\n")
    records.add_repetition(bout, repetition(), "left")
    records.end_bout(bout, BoutEnd(score=99, stars=3, active_s=5.0))
    records.check_in(CheckIn(player, "after", pain=1, bout=bout))
    return bout


def test_a_guests_bout_is_kept_for_the_result_but_in_nobodys_progress(records, anna, knee, repetition):
    before = (records.totals(anna), records.history(anna, TODAY), records.players())
    bout = play(records, knee, repetition, None)
    assert len(records.repetitions(bout)) == 1
    assert (records.totals(anna), records.history(anna, TODAY), records.players()) == before
    assert records.best(anna, "knee_extension", "left", 1) == []
    assert records.recent_bouts(anna) == []


def test_the_next_guest_takes_the_guest_before_away(records, anna, knee, repetition):
    play(records, knee, repetition, anna)
    before = counts(records)
    play(records, knee, repetition, None)
    assert counts(records) != before
    records.begin_guest()
    assert counts(records) == before
    assert not list(places.recordings(records.folder).glob("guest/*"))
    assert list(places.recordings(records.folder).glob("player-*/*/*.csv"))


def test_a_guest_is_forgotten_after_a_day(records, knee, repetition, calendar):
    bout = play(records, knee, repetition, None)
    calendar.advance(hours=23)
    with Records(records.folder, calendar) as again:
        assert again.bout(bout).full == 1
    calendar.advance(hours=2)
    with Records(records.folder, calendar) as again:
        assert counts(again)["bouts"] == counts(again)["repetitions"] == counts(again)["check_ins"] == 0


def test_a_deleted_player_is_in_no_table_no_recording_and_no_backup(
    records, anna, knee, repetition, calendar
):
    ben = records.add_player(Player(None, "Benedikta", "right")).id
    for player in (anna, ben):
        play(records, knee, repetition, player)
        records.unlock(player, "knee_extension", "left", 2)
        records.save_note(player, "precautions", True)
    with Records(records.folder, calendar) as other:
        other.choose_player(ben)
    calendar.advance(days=1)
    records.delete_player(ben)
    assert [player.nickname for player in records.players()] == ["Anna"]
    assert all(
        counts(records)[name] == 1 for name in ("bouts", "repetitions", "daily", "unlocks", "check_ins")
    )
    assert records.totals(anna).repetitions == 1
    assert [path.name for path in places.recordings(records.folder).glob("*/*")] == [TODAY.isoformat()]
    (only,) = backup.found(records.folder)
    assert b"Benedikta" not in only.read_bytes()
    assert b"Benedikta" not in places.database(records.folder).read_bytes()


def test_a_session_is_an_evening(records, anna, knee, repetition, calendar):
    for pause in (timedelta(minutes=30), timedelta(hours=3), timedelta(days=1)):
        play(records, knee, repetition, anna)
        calendar.advance(seconds=pause.total_seconds())
    play(records, knee, repetition, None)
    assert counts(records)["sessions"] == 3, "the first pause is short, and a guest's session is apart"
