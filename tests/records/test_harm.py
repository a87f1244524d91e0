"""Files that are gone, empty or hold a flipped byte: mended, said once, nothing readable lost."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from game.records import backup, opening
from game.records import folder as places
from game.records.glance import glance
from game.records.model import BoutEnd, CheckIn, Player, Settings
from game.records.records import Records
from hardware.sample import PUCKS


def play(folder: Path, calendar, knee, repetition, count: int = 5) -> None:
    with Records(folder, calendar) as records:
        met = records.players()
        player = met[0].id if met else records.add_player(Player(None, "Anna", "left")).id
        assert player is not None
        records.save_settings(player, Settings(text_size="largest"))
        bout = records.begin_bout(knee(player))
        for _ in range(count):
            records.add_repetition(bout, repetition(), "left")
        records.end_bout(bout, BoutEnd())
        records.check_in(CheckIn(player, "after", 1, 3, bout=bout))


def steps(records: Records) -> int:
    (anna,) = records.players()
    assert anna.id is not None
    return records.totals(anna.id).repetitions


@pytest.mark.parametrize("how", ["empty", "missing", "without tables"])
def test_no_first_start_where_there_are_backups(folder, calendar, knee, repetition, how):
    play(folder, calendar, knee, repetition)
    database = places.database(folder)
    database.unlink()
    if how == "empty":
        database.touch()
    elif how == "without tables":
        with closing(sqlite3.connect(database)) as bare:
            bare.execute("PRAGMA user_version = 1")
    assert glance(folder, calendar().date()) is None
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert records.notice.kind == "restored"
        assert steps(records) == 5


def test_a_kill_between_putting_aside_and_restoring_loses_nothing(
    folder, calendar, knee, repetition, monkeypatch
):
    play(folder, calendar, knee, repetition)
    database = places.database(folder)
    database.write_bytes(b"\0" * 100 + database.read_bytes()[100:])
    for step in ("copy_newest", "finish", "take_place"):
        with monkeypatch.context() as patch:
            patch.setattr(backup, step, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                Records(folder, calendar)
    with Records(folder, calendar) as records:
        assert steps(records) == 5
    with Records(folder, calendar) as records:
        assert records.notice is None
        assert steps(records) == 5


def test_a_backup_is_never_replaced_by_less_than_it_holds(folder, calendar, knee, repetition):
    play(folder, calendar, knee, repetition, 9)
    empty = places.database(folder)
    with closing(sqlite3.connect(empty)) as connection:
        connection.executescript("DELETE FROM daily; DELETE FROM repetitions")
        connection.commit()
    for _ in range(8):
        play(folder, calendar, knee, repetition, 1)
        calendar.advance(days=1)
    assert max(map(backup.repetitions_in, backup.found(folder))) == 9


def test_what_was_played_after_the_backup_is_read_out_of_a_damaged_file(folder, calendar, knee, repetition):
    play(folder, calendar, knee, repetition)
    records = Records(folder, calendar)
    (anna,) = records.players()
    records.add_repetition(records.begin_bout(knee(anna.id)), repetition(), "left")
    records._database.fold_log("TRUNCATE")
    records._database.let_go()
    with closing(sqlite3.connect(places.database(folder))) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_bouts_state'"
        page = connection.execute(query).fetchone()[0]
    with places.database(folder).open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xaa" * 4096)
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert steps(records) == 6


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE bouts SET day = '2026-0x-05'",
        "UPDATE bouts SET started_at = 'soon'",
        "UPDATE daily SET day = '2026-13-05'",
        "UPDATE players SET nickname = CAST(x'416eff61' AS TEXT)",
        "UPDATE players SET affected_side = 'lefu'",
        "UPDATE settings SET body = CAST(x'ff' AS TEXT)",
        "UPDATE check_ins SET pain = 'none'",
        "UPDATE alembic_version SET version_num = '0007'",
        "UPDATE alembic_version SET version_num = CAST(x'30ff3033' AS TEXT)",
        "DELETE FROM alembic_version",
        "UPDATE bouts SET state = 'finishee'",
        "UPDATE bouts SET player_id = 77",
    ],
)
def test_a_broken_value_is_mended_and_said_once(folder, calendar, knee, repetition, harm):
    play(folder, calendar, knee, repetition)
    with closing(sqlite3.connect(places.database(folder))) as connection:
        connection.execute(harm)
        connection.commit()
    glance(folder, calendar().date())
    with Records(folder, calendar) as records:
        assert (records.notice is not None) == ("alembic" not in harm)
        assert steps(records) == 5
        (anna,) = records.players()
        assert anna.affected_side == "left"
        (bout,) = records.recent_bouts(anna.id)
        assert (bout.full, bout.day) == (5, calendar().date())
        records.history(anna.id, calendar().date())
        records.check_ins(anna.id, calendar().date())
    with Records(folder, calendar) as records:
        assert records.notice is None


def test_what_either_puck_told_stays_when_a_file_is_mended(folder, calendar, knee, repetition):
    with Records(folder, calendar) as records:
        anna = records.add_player(Player(None, "Anna", "left")).id
        bout = records.begin_bout(knee(anna))
        for puck in PUCKS:
            records.add_repetition(bout, structs.replace(repetition(), puck=puck), "left")
        records.end_bout(bout, BoutEnd())
    with closing(sqlite3.connect(places.database(folder))) as connection:
        connection.execute("UPDATE players SET affected_side = 'lefu'")
        connection.commit()
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert {one.repetition.puck for one in records.repetitions(bout)} == set(PUCKS)


def test_flipped_bytes_end_in_no_traceback_and_lose_nothing_readable(folder, calendar, knee, repetition):
    play(folder, calendar, knee, repetition)
    whole = places.database(folder).read_bytes()
    chance = random.Random(7)
    used = [at for at, byte in enumerate(whole) if byte]
    for _ in range(25):
        harmed = bytearray(whole)
        harmed[chance.choice(used)] ^= 1 << chance.randrange(8)
        places.database(folder).write_bytes(harmed)
        glance(folder, calendar().date())
        play(folder, calendar, knee, repetition, 1)
        with Records(folder, calendar) as records:
            assert records.notice is None
            assert steps(records) == 6
        for kept in backup.found(folder):
            kept.unlink()
        (folder / "backups" / "footfall-20260305-0003-000001.sqlite3").write_bytes(whole)


def test_an_index_that_says_something_else_than_its_rows_is_made_anew(folder, calendar, knee, repetition):
    """Some questions read the index alone: the days of play came from it, and failed at every start."""
    play(folder, calendar, knee, repetition)
    with closing(sqlite3.connect(places.database(folder))) as connection:
        names = "SELECT rootpage, name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'bouts'"
        pages = dict(connection.execute(names).fetchall())
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    harmed = bytearray(places.database(folder).read_bytes())
    broken = 0
    for page in pages:
        at = harmed.find(b"2026-03-05", (page - 1) * size, page * size)
        if at >= 0:
            harmed[at + 5] = ord("q")
            broken += 1
    assert broken
    places.database(folder).write_bytes(harmed)
    with Records(folder, calendar) as records:
        (anna,) = records.players()
        assert [day.repetitions for day in records.history(anna.id, calendar().date()).days] == [5]
        assert [bout.full for bout in records.recent_bouts(anna.id, since=calendar().date())] == [5]


def test_backups_are_in_the_order_they_were_made_whatever_the_clock_says(folder, calendar, knee, repetition):
    calendar.time = datetime(2036, 1, 1, 18, tzinfo=UTC)
    play(folder, calendar, knee, repetition, 1)
    calendar.time = datetime(2026, 3, 5, 18, tzinfo=UTC)
    for _ in range(9):
        play(folder, calendar, knee, repetition, 1)
        calendar.advance(days=1)
    newest = backup.found(folder)[0]
    assert backup.day_of(newest) == calendar().date().replace(day=13)
    assert backup.repetitions_in(newest) == 10
    assert len(backup.found(folder)) == 7


def test_who_was_chosen_last_plays_though_the_clock_was_once_ahead(records, calendar):
    calendar.time = datetime(2030, 1, 1, tzinfo=UTC)
    anna = records.add_player(Player(None, "Anna", "left"))
    calendar.time = datetime(2026, 3, 5, tzinfo=UTC)
    ben = records.add_player(Player(None, "Ben", "left"))
    assert records.players()[0] == ben
    records.choose_player(anna.id)
    assert records.players()[0] == anna
    records.choose_player(ben.id)
    assert records.players()[0] == ben


def test_only_the_disk_and_other_programs_are_no_damage():
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    assert not opening.is_damage(error)


@pytest.mark.parametrize("year", [2000, 2038])
def test_a_leap_of_the_date_takes_no_recording_and_no_backup_away(folder, calendar, knee, repetition, year):
    play(folder, calendar, knee, repetition)
    with Records(folder, calendar) as records:
        (anna,) = records.players()
        records.save_settings(anna.id, Settings(retention_days=30))
        path = records.recording_path(records.begin_bout(knee(anna.id)))
        path.write_text("samples")
        records.cut_short()
    for day in (1, 2):
        calendar.time = datetime(year, 1, day, 18, tzinfo=UTC)
        with Records(folder, calendar) as records:
            later = records.recording_path(records.begin_bout(knee(anna.id)))
            later.write_text("samples")
            records.cut_short()
            records.tidy_recordings()
        assert any(path.parent.iterdir())
        assert any(later.parent.iterdir())
        assert backup.day_of(backup.found(folder)[0]) == calendar().date()
