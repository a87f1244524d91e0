"""What a player has done so far, answered from the daily sums: quick after ten years too."""

from datetime import date, timedelta
from typing import Any, get_args

from sqlalchemy import Connection, Row, func, select

from game.records.bouts import chosen
from game.records.model import (
    AssistanceName,
    BoutState,
    DayTotal,
    History,
    KeptBout,
    LimbSide,
    LimbTotal,
    PlayerId,
    RangePoint,
    Totals,
)
from game.records.schema import bouts, daily

_PLAINLY = daily.c.way.in_(get_args(AssistanceName))
"""Neither in the mirror nor by feeling."""
RECENT_DAYS = 28
"""How far back the sums per exercise and leg look."""


def best(
    connection: Connection, player: PlayerId, exercise: str, side: str, *, level: int, limit: int
) -> list[KeptBout]:
    """The best bouts of one level, most stars first, then the highest score, then the newest; done plainly,
    for the mirror and position sense are something else.
    """
    ids = (
        select(bouts.c.id)
        .where(
            bouts.c.player_id == player,
            bouts.c.exercise == exercise,
            bouts.c.side == side,
            bouts.c.level == level,
            bouts.c.modifier == "",
            bouts.c.state != BoutState.RUNNING,
        )
        .order_by(bouts.c.stars.desc(), bouts.c.score.desc(), bouts.c.id.desc())
        .limit(limit)
    )
    order = list(connection.scalars(ids))
    found = {bout.id: bout for bout in chosen(connection, select(bouts).where(bouts.c.id.in_(order)))}
    return [found[bout] for bout in order]


def stars_by_level(connection: Connection, player: PlayerId, exercise: str, side: str) -> dict[int, int]:
    """The most stars reached on each level that was played."""
    rows = connection.execute(
        select(bouts.c.level, func.max(bouts.c.stars))
        .where(bouts.c.player_id == player, bouts.c.exercise == exercise, bouts.c.side == side)
        .where(bouts.c.state != BoutState.RUNNING, bouts.c.modifier == "")
        .group_by(bouts.c.level)
    )
    return {int(level): int(stars) for level, stars in rows}


def recent(
    connection: Connection, player: PlayerId, exercise: str | None, since: date | None, limit: int
) -> list[KeptBout]:
    """The newest bouts of a player, ended ones only."""
    query = select(bouts).where(bouts.c.player_id == player, bouts.c.state != BoutState.RUNNING)
    if exercise is not None:
        query = query.where(bouts.c.exercise == exercise)
    if since is not None:
        query = query.where(bouts.c.day >= since)
    return chosen(connection, query.limit(limit))


def totals(connection: Connection, player: PlayerId) -> Totals:
    """Everything a player ever did."""
    done = connection.execute(
        select(
            func.sum(daily.c.repetitions),
            func.sum(daily.c.full),
            func.count(daily.c.day.distinct()),
            func.min(daily.c.day),
            func.max(daily.c.day),
        ).where(daily.c.player_id == player)
    ).one()
    played = connection.execute(
        select(func.count(), func.sum(bouts.c.active_s)).where(bouts.c.player_id == player)
    ).one()
    return Totals(
        repetitions=done[0] or 0,
        full=done[1] or 0,
        days=done[2],
        bouts=played[0],
        active_s=played[1] or 0.0,
        first_day=done[3],
        last_day=done[4],
    )


def history(connection: Connection, player: PlayerId, since: date, today: date) -> History:
    """What the progress screen draws."""
    days = _days(connection, player, since)
    monday = today - timedelta(days=today.weekday())
    week = days if since <= monday else _days(connection, player, monday)
    return History(
        days=days,
        days_this_week=sum(monday <= total.day <= today and total.repetitions > 0 for total in week),
        repetitions_today=sum(total.repetitions for total in week if total.day == today),
        limbs=_limbs(connection, player, today - timedelta(days=RECENT_DAYS - 1)),
        trends=_trends(connection, player, since),
    )


def _days(connection: Connection, player: PlayerId, since: date) -> list[DayTotal]:
    played = connection.execute(
        select(bouts.c.day, func.sum(bouts.c.active_s).label("active_s"))
        .where(bouts.c.player_id == player, bouts.c.day >= since)
        .group_by(bouts.c.day)
    )
    active = {row.day: row.active_s for row in played}
    rows = connection.execute(
        select(daily.c.day, func.sum(daily.c.repetitions), func.sum(daily.c.full))
        .where(daily.c.player_id == player, daily.c.day >= since)
        .group_by(daily.c.day)
        .order_by(daily.c.day)
    )
    return [DayTotal(day, done, full, active.get(day, 0.0)) for day, done, full in rows]


def _limbs(connection: Connection, player: PlayerId, since: date) -> list[LimbTotal]:
    rows = connection.execute(
        select(
            daily.c.exercise,
            daily.c.side,
            daily.c.way,
            func.sum(daily.c.repetitions).label("repetitions"),
            func.sum(daily.c.full).label("full"),
            func.count().label("days"),
            func.sum(daily.c.range_sum).label("range_sum"),
            func.sum(daily.c.range_deg_sum).label("range_deg_sum"),
            func.max(daily.c.best_range_deg).label("best_range_deg"),
            func.max(daily.c.day).label("last_day"),
        )
        .where(daily.c.player_id == player, daily.c.day >= since, _PLAINLY)
        .group_by(daily.c.exercise, daily.c.side, daily.c.way)
        .order_by(daily.c.exercise, daily.c.side, daily.c.way)
    )
    return [_limb(row) for row in rows]


def _limb(row: Row[*tuple[Any, ...]]) -> LimbTotal:
    return LimbTotal(
        exercise=row.exercise,
        side=row.side,
        assistance=row.way,
        repetitions=row.repetitions,
        full=row.full,
        days=row.days,
        range=row.range_sum / row.repetitions,
        range_deg=row.range_deg_sum / row.repetitions,
        best_range_deg=row.best_range_deg,
        last_day=row.last_day,
    )


def _trends(
    connection: Connection, player: PlayerId, since: date
) -> dict[tuple[str, LimbSide, AssistanceName], list[RangePoint]]:
    rows = connection.execute(
        select(daily).where(daily.c.player_id == player, daily.c.day >= since, _PLAINLY).order_by(daily.c.day)
    )
    trends: dict[tuple[str, LimbSide, AssistanceName], list[RangePoint]] = {}
    for row in rows:
        point = RangePoint(
            day=row.day,
            range=row.range_sum / row.repetitions,
            range_deg=row.range_deg_sum / row.repetitions,
            best_range_deg=row.best_range_deg,
        )
        trends.setdefault((row.exercise, row.side, row.way), []).append(point)
    return trends
