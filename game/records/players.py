"""Players and how the game meets them."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from game.records.model import Player, PlayerId, Settings, parse_settings
from game.records.schema import players, sessions, settings


def add(connection: Connection, player: Player, now: datetime) -> Player:
    """Keep a new player and make them the current one; returns them with their id."""
    query = insert(players).values(**_columns(player), created_at=now, chosen_at=_after_all(connection, now))
    added = connection.scalar(query.returning(players.c.id))
    return msgspec.structs.replace(player, id=PlayerId(int(added)))


def change(connection: Connection, player: Player) -> None:
    """Keep a player's changed name, sides or looks."""
    connection.execute(update(players).where(players.c.id == player.id).values(**_columns(player)))


def choose(connection: Connection, player: PlayerId, now: datetime) -> None:
    """Make a player the current one."""
    at = _after_all(connection, now)
    connection.execute(update(players).where(players.c.id == player).values(chosen_at=at))


def everyone(connection: Connection) -> list[Player]:
    """All players, the one who played last first."""
    query = select(players).order_by(players.c.chosen_at.desc(), players.c.id.desc())
    return [_player(row) for row in connection.execute(query)]


def remove(connection: Connection, player: PlayerId) -> None:
    """Take out a player and everything kept about them."""
    connection.execute(delete(players).where(players.c.id == player))


def remove_guests(connection: Connection, machine: str, before: datetime | None = None) -> None:
    """Take out the guests of this machine: all, or those whose session ended before an instant."""
    gone = delete(sessions).where(sessions.c.player_id.is_(None), sessions.c.machine == machine)
    connection.execute(gone if before is None else gone.where(sessions.c.last_at < before))


def read_settings(connection: Connection, player: PlayerId | None, machine: str) -> Settings:
    """A player's settings here; else theirs from another machine; else this machine's; else the defaults."""
    own = settings.c.player_id == player
    queries = [
        select(settings.c.body).where(own, settings.c.machine == machine),
        select(settings.c.body).where(own).order_by(settings.c.saved_at.desc()),
        select(settings.c.body).where(settings.c.player_id.is_(None), settings.c.machine == machine),
    ]
    for query in queries[2 if player is None else 0 :]:
        body = connection.scalar(query.limit(1))
        if body is not None:
            return parse_settings(body)
    return Settings()


def save_settings(
    connection: Connection, player: PlayerId | None, machine: str, changed: Settings, now: datetime
) -> None:
    """Keep settings of a player on a machine, or with None those of the machine itself."""
    same = settings.c.player_id == player if player is not None else settings.c.player_id.is_(None)
    values = {"body": msgspec.json.encode(changed).decode(), "saved_at": now}
    here = update(settings).where(same, settings.c.machine == machine)
    if not connection.execute(here.values(**values)).rowcount:
        connection.execute(insert(settings).values(player_id=player, machine=machine, **values))


def _after_all(connection: Connection, now: datetime) -> datetime:
    """Now, or just after the last choice where a clock was once ahead: the order is that of the choices."""
    last = connection.scalar(select(func.max(players.c.chosen_at)))
    return now if last is None or last < now else last + timedelta(microseconds=1)


def _columns(player: Player) -> dict[str, Any]:
    return {
        "nickname": player.nickname,
        "affected_side": player.affected_side,
        "better_vision_side": player.better_vision_side,
        "avatar": player.avatar,
        "colour": player.colour,
    }


def _player(row: Row[*tuple[Any, ...]]) -> Player:
    return Player(
        id=PlayerId(row.id),
        nickname=row.nickname,
        affected_side=row.affected_side,
        better_vision_side=row.better_vision_side,
        avatar=row.avatar,
        colour=row.colour,
    )
