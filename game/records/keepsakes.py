"""What is kept as JSON about a player: calibrations, plans, notes. And the levels that are open."""

from datetime import datetime, timedelta
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, func, insert, select, update

from game.records.model import PlayerId
from game.records.schema import calibrations, notes, plans, unlocks

T = TypeVar("T")


def save_calibration(
    connection: Connection,
    player: PlayerId,
    *,
    exercise: str,
    setup: str,
    side: str,
    learned: object,
    now: datetime,
) -> None:
    """Keep what was learned of a movement; earlier ones stay, so that a change can be seen."""
    connection.execute(
        insert(calibrations).values(
            player_id=player,
            exercise=exercise,
            setup=setup,
            side=side,
            body=_json(learned),
            learned_at=now,
        )
    )


def calibration(
    connection: Connection, player: PlayerId, *, exercise: str, setup: str, side: str, kind: type[T]
) -> tuple[T, datetime] | None:
    """The newest calibration and when it was learned; None if there is none that can still be read."""
    row = connection.execute(
        select(calibrations.c.body, calibrations.c.learned_at)
        .where(
            calibrations.c.player_id == player,
            calibrations.c.exercise == exercise,
            calibrations.c.setup == setup,
            calibrations.c.side == side,
        )
        .order_by(calibrations.c.id.desc())
        .limit(1)
    ).first()
    if row is None or (learned := _parse(row.body, kind)) is None:
        return None
    return learned, row.learned_at


def save_plan(connection: Connection, player: PlayerId, name: str, plan: object, now: datetime) -> None:
    """Keep a plan under its name; the one before it is replaced."""
    last = connection.scalar(select(func.max(plans.c.saved_at)).where(plans.c.player_id == player))
    at = now if last is None or last < now else last + timedelta(microseconds=1)
    _save_named(connection, plans, player, name, {"body": _json(plan), "saved_at": at})


def read_plans(connection: Connection, player: PlayerId, kind: type[T]) -> dict[str, T]:
    """A player's plans by name, the newest first. One that cannot be read is left out."""
    rows = connection.execute(
        select(plans.c.name, plans.c.body)
        .where(plans.c.player_id == player)
        .order_by(plans.c.saved_at.desc(), plans.c.id.desc())
    )
    parsed = {row.name: _parse(row.body, kind) for row in rows}
    return {name: plan for name, plan in parsed.items() if plan is not None}


def delete_plan(connection: Connection, player: PlayerId, name: str) -> None:
    """Take a plan out."""
    connection.execute(delete(plans).where(plans.c.player_id == player, plans.c.name == name))


def save_note(connection: Connection, player: PlayerId, name: str, note: object, now: datetime) -> None:
    """Keep anything JSON can hold about a player under a name."""
    _save_named(connection, notes, player, name, {"body": _json(note), "at": now})


def read_note(connection: Connection, player: PlayerId, name: str, kind: type[T]) -> T | None:
    """A note kept before; None if there is none that can still be read."""
    body = connection.scalar(select(notes.c.body).where(notes.c.player_id == player, notes.c.name == name))
    return None if body is None else _parse(body, kind)


def unlock(
    connection: Connection,
    player: PlayerId,
    exercise: str,
    side: str,
    *,
    level: int,
    opened_by: str,
    now: datetime,
) -> bool:
    """Open a level; False if it was open already. Nothing locks again."""
    if level in unlocked(connection, player, exercise, side):
        return False
    connection.execute(
        insert(unlocks).values(
            player_id=player, exercise=exercise, side=side, level=level, opened_by=opened_by, at=now
        )
    )
    return True


def unlocked(connection: Connection, player: PlayerId, exercise: str, side: str) -> frozenset[int]:
    """The levels opened so far."""
    rows = connection.scalars(
        select(unlocks.c.level).where(
            unlocks.c.player_id == player, unlocks.c.exercise == exercise, unlocks.c.side == side
        )
    )
    return frozenset(int(level) for level in rows)


def _save_named(
    connection: Connection, table: Table, player: PlayerId, name: str, values: dict[str, Any]
) -> None:
    here = update(table).where(table.c.player_id == player, table.c.name == name)
    if not connection.execute(here.values(**values)).rowcount:
        connection.execute(insert(table).values(player_id=player, name=name, **values))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _parse(body: str, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError:
        return None
