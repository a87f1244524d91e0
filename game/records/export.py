"""Everything kept about one player as files that any program reads: CSV and JSON in one zip."""

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, Select, Table, select

from game.records import folder as places
from game.records import recordings, schema
from game.records.model import PlayerId

CSV_TABLES = (schema.sessions, schema.bouts, schema.daily, schema.check_ins, schema.diary, schema.unlocks)
JSON_TABLES = (schema.settings, schema.calibrations, schema.plans, schema.notes)

ABOUT = {
    "times": "instants are UTC; day is the player's local day; _s are seconds, since the bout's start in "
    "repetitions.csv",
    "angles": "_deg are degrees from rest, _dps degrees a second; range_share is the share of the person's "
    "own range, which was 1 when it was learned",
    "full": "the repetition reached asked_range and held it for asked_hold_s; the others count as partial",
    "compensated": "1 where a limb that should have rested moved too, 0 where it rested, empty where no puck "
    "could tell",
    "recordings": "raw samples of bouts that still have them, CSV compressed with gzip, a JSON beside each",
}
"""What a reader of the files must know, in words."""


def export(
    connection: Connection,
    player: PlayerId,
    folder: Path,
    target: Path,
    *,
    now: datetime,
    told: Callable[[float], None],
) -> None:
    """Write the zip; told hears the share done, 0 to 1. It appears whole or not at all.

    Raises LookupError for an unknown player, OSError.
    """
    row = connection.execute(select(schema.players).where(schema.players.c.id == player)).first()
    if row is None:
        raise LookupError(f"There is no player {player}.")
    part = target.with_name(target.name + ".part")
    try:
        _write(connection, dict(row._mapping), folder, part, now=now, told=told)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _write(
    connection: Connection,
    known: dict[str, Any],
    folder: Path,
    part: Path,
    *,
    now: datetime,
    told: Callable[[float], None],
) -> None:
    player = PlayerId(known["id"])
    with ZipFile(part, "w", ZIP_DEFLATED) as archive:
        about = {"written": now.isoformat(), "schema": places.NEWEST_REVISION, "reading": ABOUT}
        _write_json(archive, "about", about | {"player": known})
        for table in JSON_TABLES:
            _write_json(
                archive, table.name, [_opened(one) for one in connection.execute(_rows(table, player))]
            )
        for table in CSV_TABLES:
            _write_csv(archive, connection, table.name, _rows(table, player))
        played = select(schema.bouts.c.id).where(schema.bouts.c.player_id == player)
        done = select(schema.repetitions).where(schema.repetitions.c.bout_id.in_(played))
        _write_csv(archive, connection, "repetitions", done)
        told(0.3)
        raw = recordings.files(folder, player)
        for index, recording in enumerate(raw):
            told(0.3 + 0.7 * index / len(raw))
            archive.write(recording, recording.relative_to(folder).as_posix())


def _rows(table: Table, player: PlayerId) -> Select[Any]:
    return select(table).where(table.c.player_id == player)


def _opened(row: Any) -> dict[str, Any]:
    """A row whose body is JSON, as one JSON."""
    values = dict(row._mapping)
    return values | {"body": json.loads(values["body"])}


def _write_json(archive: ZipFile, name: str, value: object) -> None:
    archive.writestr(f"{name}.json", json.dumps(value, indent=1, ensure_ascii=False, default=str))


def _write_csv(archive: ZipFile, connection: Connection, name: str, rows: Select[Any]) -> None:
    with archive.open(f"{name}.csv", "w") as raw, io.TextIOWrapper(raw, "utf-8", newline="") as text:
        writer = csv.writer(text)
        answer = connection.execute(rows.execution_options(yield_per=10_000))
        writer.writerow(answer.keys())
        writer.writerows(answer)
