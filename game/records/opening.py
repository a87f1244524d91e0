"""Open the records file: make it, migrate it, or put a damaged one aside. Alembic only when there is need."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from game.records import backup
from game.records import folder as places
from game.records.engine import BUSY_S, connect
from game.records.errors import NewerSchemaError, RecordsError
from game.records.model import RecordsNotice

DAMAGE_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
QUICK_TO_READ_BYTES = 16_000_000
"""A file up to this size is read whole at every start: some tens of milliseconds."""


def open_folder(folder: Path, now: datetime) -> tuple[Engine, RecordsNotice | None]:
    """The records of a data folder at the newest schema, and what the player should be told of it.

    Raises FolderError, NewerSchemaError, or RecordsError where another program holds the file.
    """
    places.make_writable(folder)
    try:
        return _open(folder, now), None
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise out_of_reach(error) from error
    kept = backup.put_aside(folder, now)
    day = backup.restore(folder)
    return _open(folder, now), RecordsNotice("restored" if day else "emptied", str(kept), day)


def open_server(url: str) -> Engine:
    """The records on a database server, brought to the newest schema. Raises RecordsError."""
    try:
        engine = create_engine(url)
        with engine.connect() as connection:
            known = inspect(connection).has_table("alembic_version")
            query = text("SELECT version_num FROM alembic_version")
            revision = connection.scalar(query) if known else None
        if revision != places.NEWEST_REVISION:
            _refuse_newer(revision, str(engine.url))
            from game.records.migration import upgrade_engine

            upgrade_engine(engine)
    except (SQLAlchemyError, ImportError) as error:
        raise out_of_reach(error) from error
    return engine


def stored_revision(database: Path) -> str | None:
    """The schema a file was written with, None for no file or an empty one.

    The whole file is read if it is small, was not closed in good order, or damage was met in it before.
    Raises sqlite3.DatabaseError where it is damaged or is no records file.
    """
    if not database.exists() or not database.stat().st_size:
        return None
    mark = places.damage_mark(database.parent)
    doubted = mark.exists() or _was_torn(database) or database.stat().st_size <= QUICK_TO_READ_BYTES
    with closing(sqlite3.connect(database, timeout=BUSY_S)) as connection:
        if doubted:
            backup.check(connection)
            mark.unlink(missing_ok=True)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise sqlite3.DatabaseError("no records file")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def _was_torn(database: Path) -> bool:
    journal = database.with_name(database.name + places.JOURNAL_SUFFIXES[0])
    return journal.exists() and journal.stat().st_size > 0


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is broken, and not merely locked or out of reach."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return (code & 0xFF) in DAMAGE_CODES


def out_of_reach(error: Exception) -> RecordsError:
    """The sentence for a file that is there but cannot be used now."""
    return RecordsError(
        f"Footfall's records cannot be opened or written just now ({error}). Close other programs that use "
        "them, or make room on the disk, and start again."
    )


def _open(folder: Path, now: datetime) -> Engine:
    database = places.database(folder)
    revision = stored_revision(database)
    if revision != places.NEWEST_REVISION:
        _refuse_newer(revision, str(folder))
        if revision is not None:
            backup.back_up(folder, revision, now)
        from game.records.migration import upgrade

        try:
            upgrade(database)
        except DBAPIError as error:
            raise error.orig or error from error
    return connect(database)


def _refuse_newer(revision: str | None, where: str) -> None:
    if revision is not None and revision > places.NEWEST_REVISION:
        raise NewerSchemaError(
            f"The records in {where} were written by a newer Footfall. Install the newest version, "
            "or choose another folder with --data-dir."
        )
