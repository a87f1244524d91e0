"""Open the records file: make it, migrate it, or put a damaged one aside. Alembic only when there is need."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from game.records import backup
from game.records import folder as places
from game.records.engine import connect
from game.records.errors import NewerSchemaError, RecordsError
from game.records.model import Notice

DAMAGE_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def open_folder(folder: Path, now: datetime) -> tuple[Engine, Notice | None]:
    """The records of a data folder at the newest schema, and what the player should be told of it.

    Raises FolderError, NewerSchemaError, or RecordsError where another program holds the file.
    """
    places.make_writable(folder)
    notice = None
    try:
        revision = stored_revision(places.database(folder))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise busy(error) from error
        kept = backup.put_aside(folder, now)
        day = backup.restore(folder)
        notice = Notice("restored" if day else "emptied", str(kept), day)
        revision = stored_revision(places.database(folder))
    if revision != places.NEWEST_REVISION:
        _migrate(folder, revision, now)
    return connect(places.database(folder)), notice


def stored_revision(database: Path) -> str | None:
    """The schema a file was written with, None for no file or an empty one.

    A file that was not closed in good order, or in which damage was met, is read whole.
    Raises sqlite3.DatabaseError where the file is damaged or is no records file.
    """
    if not database.exists() or not database.stat().st_size:
        return None
    journal = database.with_name(database.name + places.JOURNAL_SUFFIXES[0])
    torn = journal.exists() and journal.stat().st_size > 0
    doubted = torn or places.damage_mark(database.parent).exists()
    with closing(sqlite3.connect(database)) as connection:
        if doubted:
            backup.check(connection)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise sqlite3.DatabaseError("no records file")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is broken, and not merely locked or out of reach."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return (code & 0xFF) in DAMAGE_CODES


def busy(error: Exception) -> RecordsError:
    """The sentence for a file that is there but cannot be used now."""
    return RecordsError(
        f"Footfall's records cannot be opened or written just now ({error}). Close other programs that use "
        "them, or make room on the disk, and start again."
    )


def _migrate(folder: Path, revision: str | None, now: datetime) -> None:
    if revision is not None:
        if revision > places.NEWEST_REVISION:
            raise NewerSchemaError(
                f"The records in {folder} were written by a newer Footfall. Install the newest version, "
                "or choose another folder with --data-dir."
            )
        backup.back_up(folder, revision, now)
    from game.records.migration import upgrade

    upgrade(places.database(folder))
