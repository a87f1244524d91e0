"""Copies of the records file: made whole, kept few, taken back when the file is damaged."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from game.records import folder as places

KEPT = 7
"""How many backups stay: a week of evenings."""


def back_up(folder: Path, revision: str, now: datetime) -> Path:
    """Copy the records file as it stands. The copy appears whole or not at all.

    The newest of the same day and schema is replaced, unless it holds more. Raises sqlite3.Error where the
    file cannot be read whole: a damaged one never replaces a good copy.
    """
    kept = places.backups(folder)
    kept.mkdir(parents=True, exist_ok=True)
    before = found(folder)
    number = sequence(before[0]) + 1 if before else 1
    target = kept / f"footfall-{now:%Y%m%d}-{revision}-{number:06d}.sqlite3"
    part = kept / "footfall.part"
    for unfinished in kept.glob("*.part"):
        unfinished.unlink()
    written_ns = places.database(folder).stat().st_mtime_ns
    with closing(sqlite3.connect(places.database(folder))) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        check(copy)
    _sync(part)
    os.utime(part, ns=(written_ns, written_ns))
    part.replace(target)
    _sync(kept)
    holds = repetitions_in(target)
    same = before[:1] if before and _day_and_schema(before[0]) == _day_and_schema(target) else []
    fullest = max(before, key=repetitions_in, default=target)
    for old in same:
        if repetitions_in(old) <= holds:
            old.unlink()
    for old in found(folder)[KEPT:]:
        if old != fullest or repetitions_in(old) <= holds:
            old.unlink()
    return target


def is_due(folder: Path) -> bool:
    """Whether the records file was written since the newest backup, by this run or an earlier one.

    A backup has the file's own time of change, so that a clock that is set back hides nothing.
    """
    newest = found(folder)[:1]
    return not newest or newest[0].stat().st_mtime_ns != places.database(folder).stat().st_mtime_ns


def start_over(folder: Path, revision: str, now: datetime) -> None:
    """Make a new backup and throw away all earlier ones: they know what was to be forgotten."""
    newest = back_up(folder, revision, now)
    for old in places.backups(folder).iterdir():
        if old != newest:
            with suppress(OSError):
                old.unlink()


def found(folder: Path) -> list[Path]:
    """The backups there are, newest first: by their number, for a date may be wrong."""
    every = places.backups(folder).glob("footfall-*.sqlite3")
    return sorted(every, key=lambda path: (sequence(path), path.name), reverse=True)


def sequence(backup: Path) -> int:
    """The number of a backup, 0 where its name has none: those were made before there were numbers."""
    last = backup.stem.split("-")[3:]
    return int(last[0]) if last and last[0].isdecimal() else 0


def day_of(backup: Path) -> date | None:
    """The day in a backup's name."""
    try:
        return datetime.strptime(backup.name.split("-")[1], "%Y%m%d").date()
    except (IndexError, ValueError):
        return None


def repetitions_in(database: Path) -> int:
    """How many repetitions of players a records file holds; 0 where that cannot be read."""
    try:
        address = f"{database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return int(connection.execute("SELECT coalesce(sum(repetitions), 0) FROM daily").fetchone()[0])
    except (sqlite3.Error, TypeError, ValueError):
        return 0


def put_aside(folder: Path, now: datetime) -> Path:
    """Copy a damaged records file and its journal out of the way; nothing of it is thrown away.

    The file itself stays until its successor takes its place, so that no kill leaves a folder without one.
    """
    database = places.database(folder)
    aside = places.damaged(folder) / f"{now:%Y%m%d-%H%M%S}"
    number = 1
    while aside.exists():
        number += 1
        aside = aside.with_name(f"{now:%Y%m%d-%H%M%S}-{number}")
    aside.mkdir(parents=True)
    for suffix in ("", *places.JOURNAL_SUFFIXES, places.DAMAGE_SUFFIX):
        part = database.with_name(database.name + suffix)
        if part.exists():
            shutil.copy2(part, aside / part.name)
    return aside / database.name


def copy_newest(folder: Path, target: Path) -> Path | None:
    """Copy the newest backup that is whole to target; returns which it is, None if none is."""
    for backup in found(folder):
        shutil.copyfile(backup, target)
        try:
            with closing(sqlite3.connect(target)) as copy:
                check(copy)
                copy.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            target.unlink()
            continue
        return backup
    return None


def take_place(folder: Path) -> None:
    """Let the finished successor, if there is one, take the place of the records file."""
    successor = places.successor(folder)
    if not successor.exists():
        return
    database = places.database(folder)
    for suffix in (*places.JOURNAL_SUFFIXES, places.DAMAGE_SUFFIX):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    successor.replace(database)
    _sync(folder)


def finish(part: Path, successor: Path) -> None:
    """A part is written to its end: from now on it is the successor, whatever happens."""
    _sync(part)
    part.replace(successor)
    _sync(successor.parent)


def _day_and_schema(backup: Path) -> list[str]:
    return backup.stem.split("-")[1:3]


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
