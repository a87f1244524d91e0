"""A folder that cannot be used, a file that is damaged: said in a sentence, mended where it can be."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from game.records import backup
from game.records import folder as places
from game.records.errors import DamagedError, FolderError, RecordsError
from game.records.model import BoutEnd, Player
from game.records.records import Records


def play_an_evening(folder: Path, calendar, knee, repetition) -> None:
    with Records(folder, calendar) as records:
        player = records.players()[0].id if records.players() else None
        player = player or records.add_player(Player(None, "Anna", "left")).id
        bout = records.begin_bout(knee(player))
        for _ in range(20):
            records.add_repetition(bout, repetition(), "left")
        records.end_bout(bout, BoutEnd())


def damage(database: Path) -> None:
    """Overwrite every page but the first."""
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * (database.stat().st_size - 4096))


def damage_table(database: Path, table: str) -> None:
    """Overwrite the first page of one table."""
    with closing(sqlite3.connect(database)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    with database.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xaa" * 4096)


def test_a_folder_that_is_a_file_is_refused_with_a_sentence(tmp_path, calendar):
    (tmp_path / "taken").write_text("")
    with pytest.raises(FolderError, match="--data-dir"):
        Records(tmp_path / "taken", calendar)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_without_permission_is_refused_with_a_sentence(tmp_path, calendar):
    tmp_path.chmod(0o500)
    with pytest.raises(FolderError, match="writable"):
        Records(tmp_path / "new", calendar)


def test_a_folder_is_made_with_its_parents(tmp_path, calendar):
    with Records(tmp_path / "deep" / "er", calendar) as records:
        assert records.players() == []
        assert records.notice is None


def test_a_file_that_another_program_writes_is_refused_with_a_sentence(folder, calendar, monkeypatch):
    monkeypatch.setattr("game.records.engine.BUSY_S", 0.01)
    with closing(sqlite3.connect(places.database(folder))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordsError, match="Close other programs"):
            Records(folder, calendar)


def test_closing_makes_one_backup_a_day_and_keeps_a_week(folder, calendar, knee, repetition):
    for _ in range(9):
        play_an_evening(folder, calendar, knee, repetition)
        play_an_evening(folder, calendar, knee, repetition)
        calendar.advance(days=1)
    kept = backup.found(folder)
    assert len(kept) == 7
    assert kept[0].name.startswith("footfall-20260313-")
    with closing(sqlite3.connect(kept[0])) as copy:
        assert copy.execute("SELECT sum(repetitions) FROM daily").fetchone() == (18 * 20,)


def test_a_start_in_which_nothing_is_done_makes_no_backup(folder, calendar, knee, repetition):
    play_an_evening(folder, calendar, knee, repetition)
    calendar.advance(days=1)
    Records(folder, calendar).close()
    assert len(backup.found(folder)) == 1


@pytest.mark.parametrize("how", ["pages", "header", "not a database", "another program's"])
def test_a_damaged_file_is_put_aside_and_the_backup_taken(folder, calendar, knee, repetition, how):
    play_an_evening(folder, calendar, knee, repetition)
    database = places.database(folder)
    calendar.advance(days=1)
    if how == "pages":
        damage(database)
    elif how == "header":
        database.write_bytes(b"\0" * 100 + database.read_bytes()[100:])
    elif how == "not a database":
        database.write_text("a shopping list\n" * 400)
    else:
        database.unlink()
        with closing(sqlite3.connect(database)) as other:
            other.execute("CREATE TABLE shopping (id INTEGER)")
    broken = database.read_bytes()
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert (records.notice.kind, records.notice.day) == ("restored", date(2026, 3, 5))
        assert Path(records.notice.kept).read_bytes() == broken
        (anna,) = records.players()
        assert anna.id is not None
        assert records.totals(anna.id).repetitions == 20
    with Records(folder, calendar) as records:
        assert records.notice is None


def test_a_damaged_backup_is_passed_over(folder, calendar, knee, repetition):
    play_an_evening(folder, calendar, knee, repetition)
    calendar.advance(days=1)
    play_an_evening(folder, calendar, knee, repetition)
    damage(places.database(folder))
    damage(backup.found(folder)[0])
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert records.notice.day == date(2026, 3, 5)


def test_without_a_backup_the_records_begin_anew_and_the_damaged_file_stays(folder, calendar):
    damage(places.database(folder))
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert records.notice.kind == "emptied"
        assert records.players() == []
        assert Path(records.notice.kept).exists()


def test_damage_met_while_playing_is_told_and_mended_at_the_next_start(
    folder, calendar, knee, repetition, monkeypatch
):
    monkeypatch.setattr("game.records.opening.QUICK_TO_READ_BYTES", 0)
    play_an_evening(folder, calendar, knee, repetition)
    good = backup.found(folder)[0].read_bytes()
    calendar.advance(days=1)
    damage_table(places.database(folder), "daily")
    with Records(folder, calendar) as records:
        (anna,) = records.players()
        with pytest.raises(DamagedError, match="Start Footfall again"):
            records.totals(anna.id)
    assert backup.found(folder)[0].read_bytes() == good, "damage never replaces a good backup"
    with Records(folder, calendar) as records:
        assert records.notice is not None
        assert records.notice.kind == "restored"
        assert len(records.players()) == 1


def test_a_server_that_cannot_be_reached_is_told_in_a_sentence(tmp_path, calendar):
    with pytest.raises(RecordsError, match="cannot be opened"):
        Records(tmp_path, calendar, url="postgresql+nothing://clinic/footfall")


def test_the_tables_and_the_sums_can_be_put_into_postgresql():
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    from game.records import bouts
    from game.records.schema import metadata

    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        assert all(len(str(index.name)) <= 63 for index in table.indexes), "PostgreSQL's longest name"
    assert "CASE WHEN" in str(bouts._SUM.compile(dialect=dialect))


def test_an_engine_named_by_url_is_migrated_and_used(tmp_path, calendar):
    url = f"sqlite:///{tmp_path / 'clinic.sqlite3'}"
    for expected in (0, 1):
        with Records(tmp_path, calendar, machine="ward 2", url=url) as records:
            assert len(records.players()) == expected
            records.add_player(Player(None, "Anna", "left"))
