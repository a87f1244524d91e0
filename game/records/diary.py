"""The diary of what was done beside play."""

from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from game.records.model import DiaryEntry, PlayerId
from game.records.schema import diary


def add(connection: Connection, player: PlayerId, entry: DiaryEntry, now: datetime) -> None:
    """Write an entry down."""
    connection.execute(
        insert(diary).values(
            player_id=player,
            day=entry.day,
            kind=entry.kind,
            detail=entry.detail,
            minutes=entry.minutes,
            entered_by=entry.entered_by,
            at=now,
        )
    )


def entries(connection: Connection, player: PlayerId, since: date) -> list[DiaryEntry]:
    """What was written down from a day on, the oldest first."""
    rows = connection.execute(
        select(diary).where(diary.c.player_id == player, diary.c.day >= since).order_by(diary.c.id)
    )
    return [DiaryEntry(row.day, row.kind, row.detail, row.minutes, row.entered_by) for row in rows]


def forget_last(connection: Connection, player: PlayerId) -> None:
    """Take the newest entry back."""
    newest = select(diary.c.id).where(diary.c.player_id == player).order_by(diary.c.id.desc()).limit(1)
    connection.execute(delete(diary).where(diary.c.id == newest.scalar_subquery()))
