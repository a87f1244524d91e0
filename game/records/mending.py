"""Rows that a whole file can still hold wrongly: found, mended where that can be, put aside where not.

One flipped byte in a date, a word or a number passes SQLite's own check and would end the game when read.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Boolean, Column, Date, Float, Integer, Table

from game.records.model import AssistanceName, BoutSide, BoutState, CheckIn, DiaryEntry, LimbSide, VisionSide
from game.records.schema import UtcDateTime, metadata
from hardware.sample import PUCKS

_WORDS: dict[str, tuple[str, ...]] = {
    "players.affected_side": get_args(LimbSide),
    "players.better_vision_side": get_args(VisionSide),
    "bouts.side": get_args(BoutSide),
    "bouts.assistance": get_args(AssistanceName),
    "bouts.state": tuple(BoutState),
    "repetitions.puck": PUCKS,
    "repetitions.side": get_args(LimbSide),
    "daily.side": get_args(LimbSide),
    "check_ins.moment": get_args(CheckIn.__annotations__["moment"]),
    "diary.entered_by": get_args(DiaryEntry.__annotations__["entered_by"]),
}
"""Columns that hold one of a few words."""
_DAY = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
_INSTANT = _DAY + " [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]"
LARGEST = 1e12
"""No number of the records is larger."""
_REBUILT = """
INSERT OR IGNORE INTO daily (player_id, day, exercise, side, way, repetitions, full,
                             range_sum, range_deg_sum, best_range_deg)
SELECT b.player_id, b.day, b.exercise, r.side,
       CASE WHEN b.modifier <> '' THEN b.modifier ELSE b.assistance END,
       count(*), sum(r.full), sum(r.range_share), sum(r.range_deg), max(r.range_deg)
FROM repetitions r JOIN bouts b ON b.id = r.bout_id WHERE b.player_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5
"""


def mend(database: Path, aside: Path, now: datetime) -> int:
    """Mend or put aside every row that cannot be read; returns how many. They are written to aside first.

    Raises sqlite3.DatabaseError where the file itself is damaged, OSError where aside cannot be written.
    """
    with closing(_opened(database)) as connection:
        broken = {table.name: list(_broken(connection, table)) for table in metadata.sorted_tables}
        astray = list(connection.execute("PRAGMA foreign_key_check"))
        if not astray and not any(broken.values()):
            _mend_indexes(connection)
            return 0
        _write_down(aside, broken)
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            for table in metadata.sorted_tables:
                _mend_table(connection, table, broken[table.name], now)
            _lead_back(connection)
            connection.execute(_REBUILT)
        connection.execute("REINDEX")
        return sum(map(len, broken.values())) + len(astray)


def _mend_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes anew where they say something else than the rows: some questions read them alone."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != b"ok":
        connection.execute("REINDEX")


def merge(damaged: Path, whole: Path) -> int:
    """Bring every row that can still be read in a damaged file into a whole one; returns how many."""
    merged = 0
    with closing(_opened(whole)) as target:
        for table in metadata.sorted_tables:
            rows = dict(_readable(damaged, table))
            marks = ", ".join("?" * len(table.columns))
            names = ", ".join(column.name for column in table.columns)
            target.executemany(
                f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({marks})",
                [[_text(value) for value in row] for row in rows.values()],
            )
            merged += len(rows)
        _lead_back(target)
        target.execute(_REBUILT)
        target.commit()
    return merged


def has_newest_tables(connection: sqlite3.Connection) -> bool:
    """Whether the tables are those that this program writes, whatever the file says of its schema."""
    for table in metadata.sorted_tables:
        there = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
        if there != [column.name for column in table.columns]:
            return False
    return True


def _opened(path: Path, mode: str = "rw") -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    connection.text_factory = bytes
    connection.create_function("unreadable", 1, _unreadable, deterministic=True)
    return connection


def _unreadable(raw: bytes) -> bool:
    try:
        return not bytes(raw).decode().replace("\n", " ").replace("\t", " ").isprintable()
    except UnicodeDecodeError:
        return True


def _readable(damaged: Path, table: Table) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Rows by their key, from both ends up to what cannot be read."""
    names = ", ".join(column.name for column in table.columns)
    keys = [column.name for column in table.primary_key.columns]
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{key} {way}" for key in keys)
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(_opened(damaged, "ro")) as connection:
            sound = f"SELECT {names} FROM {table.name} WHERE NOT ({_doubt(table)}) ORDER BY {order}"
            for row in connection.execute(sound):
                values = dict(zip([column.name for column in table.columns], row, strict=True))
                yield tuple(values[key] for key in keys), row


def _broken(connection: sqlite3.Connection, table: Table) -> Iterator[dict[str, Any]]:
    names = (
        ["rowid", *(c.name for c in table.columns)] if _has_rowid(table) else [c.name for c in table.columns]
    )
    for row in connection.execute(f"SELECT {', '.join(names)} FROM {table.name} WHERE {_doubt(table)}"):
        yield dict(zip(["rowid", *names[1:]] if _has_rowid(table) else names, row, strict=True))


def _has_rowid(table: Table) -> bool:
    return bool(table.dialect_options["sqlite"]["with_rowid"])


def _doubt(table: Table) -> str:
    """An SQL condition that is true of rows with a value that cannot be what it should."""
    return " OR ".join(_doubt_column(table.name, column) for column in table.columns)


def _doubt_column(table: str, column: Column[Any]) -> str:
    name, kind = column.name, column.type
    if isinstance(kind, Boolean):
        wrong = f"typeof({name}) <> 'integer' OR {name} NOT IN (0, 1)"
    elif isinstance(kind, Integer):
        wrong = f"typeof({name}) <> 'integer' OR abs({name}) > {LARGEST:.0f}"
    elif isinstance(kind, Float):
        wrong = f"typeof({name}) NOT IN ('real', 'integer') OR abs({name}) > {LARGEST:.0f}"
    elif isinstance(kind, Date):
        wrong = f"typeof({name}) <> 'text' OR {name} NOT GLOB '{_DAY}' OR date({name}) IS NOT {name}"
        wrong += f" OR {name} < '0001'"
    elif isinstance(kind, UtcDateTime):
        wrong = f"typeof({name}) <> 'text' OR {name} NOT GLOB '{_INSTANT}' OR {name} < '0002'"
        wrong += f" OR datetime({name}) IS NOT substr({name}, 1, 19)"
    elif words := _WORDS.get(f"{table}.{name}"):
        wrong = f"{name} NOT IN ({', '.join(repr(str(word)) for word in words)})"
    else:
        wrong = f"typeof({name}) <> 'text' OR unreadable(CAST({name} AS BLOB))"
    null = f"{name} IS NOT NULL AND " if column.nullable else f"{name} IS NULL OR "
    return f"({null}({wrong}))"


def _mend_table(
    connection: sqlite3.Connection, table: Table, rows: list[dict[str, Any]], now: datetime
) -> None:
    """Give broken values the nearest they can have been. A row whose key or body is broken goes."""
    if not rows:
        return
    if not _has_rowid(table):
        connection.execute(f"DELETE FROM {table.name} WHERE {_doubt(table)}")
        return
    for row in rows:
        fresh = {
            column.name: _likely(table.name, column, row, now)
            for column in table.columns
            if not column.primary_key
        }
        if "body" in fresh and _unreadable(row["body"] if isinstance(row["body"], bytes) else b"\0"):
            connection.execute(f"DELETE FROM {table.name} WHERE rowid = ?", (row["rowid"],))
            continue
        values = ", ".join(f"{name} = ?" for name in fresh)
        connection.execute(
            f"UPDATE OR REPLACE {table.name} SET {values} WHERE rowid = ?", (*fresh.values(), row["rowid"])
        )


def _likely(table: str, column: Column[Any], row: dict[str, Any], now: datetime) -> Any:
    value, kind = _text(row[column.name]), column.type
    if value is None and column.nullable:
        return None
    if isinstance(kind, Integer | Float | Boolean):
        usable = isinstance(value, int | float) and abs(value) <= LARGEST
        if isinstance(kind, Boolean):
            usable = value in (0, 1)
        return value if usable else (None if column.nullable else 0)
    if isinstance(kind, Date | UtcDateTime):
        return _likely_time(value, row, now, day=isinstance(kind, Date))
    words = _WORDS.get(f"{table}.{column.name}")
    if words:
        return _nearest(str(value), words)
    return "".join(letter if letter.isprintable() else "?" for letter in str(value or ""))


def _likely_time(value: Any, row: dict[str, Any], now: datetime, *, day: bool) -> str:
    """The value itself; else another time of the same row; else now."""
    others = [
        _text(row[name]) for name in ("started_at", "day", "last_at", "created_at", "at") if name in row
    ]
    for one in (value, *others):
        with suppress(TypeError, ValueError):
            found = datetime.fromisoformat(one)
            if found.year >= 2:
                return found.strftime("%Y-%m-%d") if day else found.strftime("%Y-%m-%d %H:%M:%S.%f")
    return now.strftime("%Y-%m-%d" if day else "%Y-%m-%d %H:%M:%S.000000")


def _nearest(value: str, words: tuple[str, ...]) -> str:
    """The word that differs in the fewest letters."""

    def apart(word: str) -> int:
        return sum(a != b for a, b in zip(word, value, strict=False)) + abs(len(word) - len(value))

    return str(min(words, key=apart))


def _lead_back(connection: sqlite3.Connection) -> None:
    """Lead a bout whose player or session is unreadable back to them; what still points at nothing goes."""
    known = "SELECT id FROM players"
    connection.execute(
        "UPDATE bouts SET player_id = (SELECT player_id FROM sessions WHERE id = session_id)"
        f" WHERE player_id NOT IN ({known})"
    )
    connection.execute(
        "UPDATE bouts SET session_id ="
        " (SELECT max(s.id) FROM sessions s WHERE s.player_id IS bouts.player_id)"
        " WHERE session_id NOT IN (SELECT id FROM sessions)"
        " AND EXISTS (SELECT 1 FROM sessions s WHERE s.player_id IS bouts.player_id)"
    )
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            name, there = key.parent.name, key.column.table.name
            connection.execute(
                f"DELETE FROM {table.name} WHERE {name} IS NOT NULL"
                f" AND {name} NOT IN (SELECT id FROM {there})"
            )


def _write_down(aside: Path, broken: dict[str, list[dict[str, Any]]]) -> None:
    aside.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("a", encoding="utf-8") as file:
        for table, rows in broken.items():
            for row in rows:
                readable = {name: _text(value) for name, value in row.items()}
                print(json.dumps({"table": table} | readable, default=str), file=file)


def _text(value: Any) -> Any:
    return value.decode(errors="replace") if isinstance(value, bytes) else value
