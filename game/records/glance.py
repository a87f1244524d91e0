"""Enough of the records for the first picture, read with sqlite3 alone.

SQLAlchemy takes a good part of a second to load on a small machine; the home screen does not wait for it.
"""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import msgspec

from game.records import folder as places
from game.records.model import Player, PlayerId, Settings, parse_settings


class Glance(msgspec.Struct, frozen=True):
    """The current player and how far they have come.

    steps: repetitions ever, each a step of the coast path. days_this_week counts from Monday.
    """

    player: Player
    settings: Settings
    steps: int
    days_this_week: int
    repetitions_today: int
    cut_short: bool


def glance(folder: Path, today: date, machine: str = "here") -> Glance | None:
    """What the home screen needs. None where nobody plays yet, or the file must first be made or mended."""
    database = places.database(folder)
    if not database.exists():
        return None
    try:
        # Read-only, so that closing leaves the log of an unfinished evening for the real opening to see.
        address = f"{database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0.2)) as connection:
            return _read(connection, today, machine)
    except (sqlite3.Error, TypeError, ValueError):
        return None


def _read(connection: sqlite3.Connection, today: date, machine: str) -> Glance | None:
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision is None or revision[0] != places.NEWEST_REVISION:
        return None
    row = connection.execute(
        "SELECT id, nickname, affected_side, better_vision_side, avatar, colour FROM players"
        " ORDER BY chosen_at DESC, id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    # A word that is none of those known is mended when the records open.
    player = msgspec.convert(Player(PlayerId(row[0]), *row[1:]), Player, from_attributes=True)
    monday = today - timedelta(days=today.weekday())
    steps, days, done_today = connection.execute(
        "SELECT coalesce(sum(repetitions), 0),"
        " count(DISTINCT CASE WHEN day >= :monday AND day <= :today THEN day END),"
        " coalesce(sum(CASE WHEN day = :today THEN repetitions END), 0)"
        " FROM daily WHERE player_id = :player",
        {"player": player.id, "monday": monday.isoformat(), "today": today.isoformat()},
    ).fetchone()
    running = connection.execute(
        "SELECT 1 FROM bouts WHERE state = 'running' AND machine = ? LIMIT 1", (machine,)
    ).fetchone()
    return Glance(
        player, _settings(connection, row[0], machine), steps, days, done_today, running is not None
    )


def _settings(connection: sqlite3.Connection, player: int, machine: str) -> Settings:
    """Chosen as game.records.players.read_settings chooses."""
    row = connection.execute(
        "SELECT body FROM settings WHERE player_id = :player OR (player_id IS NULL AND machine = :machine)"
        " ORDER BY player_id IS NULL, machine <> :machine, saved_at DESC LIMIT 1",
        {"player": player, "machine": machine},
    ).fetchone()
    return Settings() if row is None else parse_settings(row[0])
