"""Open the records file: make it, migrate it, or put a damaged one aside. Alembic only when there is need."""

import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from game.records import backup, mending
from game.records import folder as places
from game.records.engine import connect
from game.records.errors import NewerSchemaError, RecordsError
from game.records.model import RecordsNotice

PASSING_CODES = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_PROTOCOL,
}
"""What is the matter with the disk or another program. Any other error is the file's own."""
OPENING_BUSY_S = 2.0
"""How long the start waits for another program that is writing."""
QUICK_TO_READ_BYTES = 16_000_000
"""A file up to this size is read whole at every start: some tens of milliseconds."""


def open_folder(folder: Path, now: datetime) -> tuple[Engine, RecordsNotice | None]:
    """The records of a data folder at the newest schema, and what the player should be told of it.

    Raises FolderError, NewerSchemaError, or RecordsError where another program holds the file.
    """
    places.make_writable(folder)
    try:
        backup.take_place(folder)
        try:
            return _open(folder, now)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # SQLite names a broken table in its own broken letters.
            if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                raise
        return _replace(folder, now)
    except (sqlite3.DatabaseError, OSError) as error:
        raise out_of_reach(error) from error


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
    """The schema a file was written with, None for a first start: no file, or one without tables.

    Where there are backups it is no first start. A number that the tables do not bear out is put right.
    Raises sqlite3.DatabaseError where the file is damaged or is no records file.
    """
    if not database.exists() or not database.stat().st_size:
        _refuse_first_start(database)
        return None
    with closing(sqlite3.connect(database, timeout=OPENING_BUSY_S)) as connection:
        if _doubted(database):
            backup.check(connection)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            _refuse_first_start(database)
            return None
        rows: list[tuple[Any]] = []
        if "alembic_version" in tables:
            with suppress(sqlite3.OperationalError):
                rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        told = rows[0][0] if len(rows) == 1 else None
        if _is_misread(told) and mending.has_newest_tables(connection):
            told = places.NEWEST_REVISION
            connection.execute(
                "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)"
            )
            connection.execute("DELETE FROM alembic_version")
            connection.execute("INSERT INTO alembic_version VALUES (?)", (told,))
            connection.commit()
        if not isinstance(told, str) or not re.fullmatch(r"\d{4}", told):
            raise sqlite3.DatabaseError("no records file")
        return told


def _is_misread(told: object) -> bool:
    """Whether this may be the newest schema's number with one letter broken, or no number at all."""
    if (
        told == places.NEWEST_REVISION
        or not isinstance(told, str)
        or len(told) != len(places.NEWEST_REVISION)
    ):
        return told != places.NEWEST_REVISION
    return sum(a != b for a, b in zip(told, places.NEWEST_REVISION, strict=True)) == 1


def _refuse_first_start(database: Path) -> None:
    if backup.found(database.parent):
        raise sqlite3.DatabaseError("the records are gone, their backups are there")


def _doubted(database: Path) -> bool:
    """Whether to read the whole file: it is small, was not closed in good order, or damage was met in it."""
    mark = places.damage_mark(database.parent)
    return mark.exists() or _was_torn(database) or database.stat().st_size <= QUICK_TO_READ_BYTES


def _was_torn(database: Path) -> bool:
    journal = database.with_name(database.name + places.JOURNAL_SUFFIXES[0])
    return journal.exists() and journal.stat().st_size > 0


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is broken, and not merely locked or out of reach."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return (code & 0xFF) not in PASSING_CODES


def out_of_reach(error: Exception) -> RecordsError:
    """The sentence for a file that is there but cannot be used now."""
    return RecordsError(
        f"Footfall's records cannot be opened or written just now ({error}). Close other programs that use "
        "them, or make room on the disk, and start again."
    )


def _open(folder: Path, now: datetime) -> tuple[Engine, RecordsNotice | None]:
    database = places.database(folder)
    revision = stored_revision(database)
    doubted = revision is not None and _doubted(database)
    if revision != places.NEWEST_REVISION:
        _refuse_newer(revision, str(folder))
        if revision is not None:
            backup.back_up(folder, revision, now)
        _upgrade(database)
    notice = None
    if doubted:
        aside = places.damaged(folder) / f"{now:%Y%m%d-%H%M%S}-rows.jsonl"
        if mending.mend(database, aside, now):
            notice = RecordsNotice("mended", str(aside))
    places.damage_mark(folder).unlink(missing_ok=True)
    return connect(database), notice


def _replace(folder: Path, now: datetime) -> tuple[Engine, RecordsNotice | None]:
    """Put the damaged file aside; the newest whole backup, with all that can still be read, is its successor.

    Until the successor is whole the damaged file keeps its place.
    """
    database = places.database(folder)
    kept = backup.put_aside(folder, now)
    part = database.with_suffix(".part")
    for suffix in ("", *places.JOURNAL_SUFFIXES):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    taken = backup.copy_newest(folder, part)
    _upgrade(part)
    merged = mending.merge(database, part) if database.exists() else 0
    mending.mend(part, kept.parent / "rows.jsonl", now)
    backup.finish(part, places.successor(folder))
    backup.take_place(folder)
    if taken is not None:
        return connect(database), RecordsNotice("restored", str(kept), backup.day_of(taken))
    return connect(database), RecordsNotice("mended" if merged else "emptied", str(kept))


def _upgrade(database: Path) -> None:
    from game.records.migration import upgrade

    try:
        upgrade(database)
    except DBAPIError as error:
        raise error.orig or error from error


def _refuse_newer(revision: str | None, where: str) -> None:
    if revision is not None and revision > places.NEWEST_REVISION:
        raise NewerSchemaError(
            f"The records in {where} were written by a newer Footfall. Install the newest version, "
            "or choose another folder with --data-dir."
        )
