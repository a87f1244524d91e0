"""The open database: transactions, failures told in sentences, the log, the backup at the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from game.records import backup, opening
from game.records import folder as places
from game.records.errors import DamagedError

UNREADABLE = (ValueError, TypeError, OverflowError)
"""What a value raises that is not of its column's kind."""


class Database:
    """The records file of a folder or, with a url, the server of a clinic (which makes its own backups)."""

    def __init__(self, folder: Path, now: datetime, url: str | None = None) -> None:
        self._folder = folder
        self._is_file = url is None
        if url is None:
            self._engine, self.notice = opening.open_folder(folder, now)
        else:
            self._engine, self.notice = opening.open_server(url), None
        self._writer = self._engine.execution_options(writing=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database."""
        with self._failures_told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed when the block ends, and undone if it fails."""
        with self._failures_told(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """A writing transaction that overwrites what it deletes, in the file and in the backups."""
        with self._failures_told(), self._writer.connect() as connection:
            if self._is_file:
                connection.connection.cursor().execute("PRAGMA secure_delete=ON")
            with connection.begin():
                yield connection

    def fold_log(self, mode: Literal["PASSIVE", "TRUNCATE"] = "PASSIVE") -> None:
        """Fold the write-ahead log into the file: between bouts, because it waits for the disk."""
        if self._is_file:
            with self._failures_told(), self._engine.connect() as connection:
                connection.connection.cursor().execute(f"PRAGMA wal_checkpoint({mode})")

    def replace_backups(self, now: datetime) -> None:
        """One new backup in place of all: the earlier ones know what was to be forgotten."""
        if self._is_file:
            self.fold_log("TRUNCATE")
            with self._failures_told():
                backup.start_over(self._folder, places.NEWEST_REVISION, now)

    def close(self, now: datetime) -> None:
        """Fold the log and, if anything was written since the last backup, make today's."""
        try:
            if self._is_file and not places.damage_mark(self._folder).exists():
                self.fold_log("TRUNCATE")
                with self._failures_told():
                    if backup.is_due(self._folder):
                        backup.back_up(self._folder, places.NEWEST_REVISION, now)
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close the connection as it is."""
        self._engine.dispose()

    @contextmanager
    def _failures_told(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except (DBAPIError, sqlite3.DatabaseError, OSError, *UNREADABLE) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            damage = isinstance(cause, sqlite3.DatabaseError) and opening.is_damage(cause)
            if not damage and not isinstance(cause, UNREADABLE):
                raise opening.out_of_reach(cause or error) from error
            places.damage_mark(self._folder).touch()
            raise DamagedError(
                "Footfall's records are damaged. Start Footfall again: it puts the damaged file aside and "
                "goes on from the newest backup."
            ) from error
