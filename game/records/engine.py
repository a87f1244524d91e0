"""A connection to the records: explicit transactions, write-ahead log, foreign keys."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY_S = 0.25
"""How long to wait for another program that is writing; longer would be a frozen screen."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A commit survives the end of the program without waiting for the disk (power cuts: docs/records.md).
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    # The log is folded into the file between bouts, never in the frame in which a repetition is committed.
    "PRAGMA wal_autocheckpoint=0",
)


def connect(path: Path) -> Engine:
    """An engine on a SQLite file in which nothing is written outside an explicit transaction."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_S, "check_same_thread": False}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # A writer says so at once: a reader that turns writer half-way can be refused.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
