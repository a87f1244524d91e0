"""Copies of the records file: made whole, kept few, taken back when the file is damaged."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from game.records import folder as places

KEPT = 7
"""How many backups stay: a week of evenings."""


def back_up(folder: Path, revision: str, now: datetime) -> Path:
    """Copy the records file as it stands, one copy a day and schema. The copy appears whole or not at all.

    Raises sqlite3.Error where the file cannot be read whole: a damaged one never replaces a good copy.
    """
    kept = places.backups(folder)
    kept.mkdir(parents=True, exist_ok=True)
    target = kept / f"footfall-{now:%Y%m%d}-{revision}.sqlite3"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(places.database(folder))) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        check(copy)
    _sync(part)
    part.replace(target)
    _sync(kept)
    for old in found(folder)[KEPT:]:
        old.unlink()
    return target


def is_due(folder: Path) -> bool:
    """Whether the records file was written since the newest backup, by this run or an earlier one."""
    newest = found(folder)[:1]
    return not newest or newest[0].stat().st_mtime_ns < places.database(folder).stat().st_mtime_ns


def start_over(folder: Path, revision: str, now: datetime) -> None:
    """Make a new backup and throw away all earlier ones: they know what was to be forgotten."""
    newest = back_up(folder, revision, now)
    for old in found(folder):
        if old != newest:
            old.unlink()


def found(folder: Path) -> list[Path]:
    """The backups there are, newest first."""
    return sorted(places.backups(folder).glob("footfall-*.sqlite3"), reverse=True)


def put_aside(folder: Path, now: datetime) -> Path:
    """Move a damaged records file and its journal out of the way; nothing of it is thrown away."""
    database = places.database(folder)
    aside = places.damaged(folder) / f"{now:%Y%m%d-%H%M%S}"
    aside.mkdir(parents=True, exist_ok=True)
    for suffix in ("", *places.JOURNAL_SUFFIXES, places.DAMAGE_SUFFIX):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.replace(aside / part.name)
    return aside / database.name


def restore(folder: Path) -> date | None:
    """Put the newest backup that is whole in place of the records file; returns its day, None if none is."""
    for backup in found(folder):
        database = places.database(folder)
        part = database.with_suffix(".part")
        part.write_bytes(backup.read_bytes())
        try:
            with closing(sqlite3.connect(part)) as copy:
                check(copy)
        except sqlite3.DatabaseError:
            part.unlink()
            continue
        _sync(part)
        part.replace(database)
        return datetime.strptime(backup.name.split("-")[1], "%Y%m%d").date()
    return None


def check(connection: sqlite3.Connection) -> None:
    """Read the whole file. Raises sqlite3.DatabaseError if any page of it is damaged."""
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise sqlite3.DatabaseError(answer)


def _sync(path: Path) -> None:
    # A folder cannot be opened on Windows, where a rename is on the disk without it.
    with suppress(PermissionError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
