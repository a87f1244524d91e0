"""Bouts and their repetitions, and the evening they belong to."""

import math
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Float, Row, Select, bindparam, case, func, insert, select, update

from game.movement.events import Quality, Repetition, Target
from game.records.model import (
    BoutEnd,
    BoutId,
    BoutStart,
    BoutState,
    CheckIn,
    KeptBout,
    LimbSide,
    PlayerId,
)
from game.records.schema import bouts, check_ins, daily, repetitions, sessions
from game.training.counted import Counted

SESSION_GAP = timedelta(hours=2)
"""After a longer pause than this, what follows is another session (judgement: two visits are two)."""

_WAY = case((bouts.c.modifier != "", bouts.c.modifier), else_=bouts.c.assistance).label("way")
_ADDRESS = select(
    bouts.c.player_id, bouts.c.day, bouts.c.exercise, _WAY, bouts.c.zero_s, bouts.c.full, bouts.c.partial
).where(bouts.c.id == bindparam("bout"))
_INSERT = insert(repetitions)
_COUNT = (
    update(bouts)
    .where(bouts.c.id == bindparam("bout"))
    .values(
        full=bouts.c.full + bindparam("is_full"),
        partial=bouts.c.partial + bindparam("is_partial"),
        zero_s=bindparam("zero"),
    )
)
_FURTHER = bindparam("degrees", type_=Float)
_SUM = (
    update(daily)
    .where(
        daily.c.player_id == bindparam("who"),
        daily.c.day == bindparam("when"),
        daily.c.exercise == bindparam("what"),
        daily.c.side == bindparam("limb"),
        daily.c.way == bindparam("how"),
    )
    .values(
        repetitions=daily.c.repetitions + 1,
        full=daily.c.full + bindparam("is_full"),
        range_sum=daily.c.range_sum + bindparam("share"),
        range_deg_sum=daily.c.range_deg_sum + _FURTHER,
        best_range_deg=case((daily.c.best_range_deg < _FURTHER, _FURTHER), else_=daily.c.best_range_deg),
    )
)


def begin(connection: Connection, start: BoutStart, machine: str, now: datetime) -> BoutId:
    """Keep that a bout is running; it belongs to the session under way or opens one."""
    session = session_now(connection, start.player, machine, now)
    added = connection.scalar(
        insert(bouts)
        .values(
            session_id=session,
            player_id=start.player,
            machine=machine,
            exercise=start.exercise,
            setup=start.setup,
            level=start.level,
            side=start.side,
            assistance=start.assistance,
            modifier=start.modifier,
            goal=start.goal,
            day=now.date(),
            zero_s=start.zero_s,
            started_at=now,
            state=BoutState.RUNNING,
            reason="",
            full=0,
            partial=0,
            score=0,
            stars=0,
            active_s=0.0,
        )
        .returning(bouts.c.id)
    )
    return BoutId(int(added))


def add_repetition(connection: Connection, bout: BoutId, repetition: Repetition, side: LimbSide) -> int:
    """Keep a repetition, count it in its bout and in the player's day; returns its number in the bout."""
    address = connection.execute(_ADDRESS, {"bout": bout}).one()
    number = int(address.full + address.partial + 1)
    zero_s = _number(repetition.start_s) if address.zero_s is None else address.zero_s
    row = _row(repetition, zero_s) | {"bout_id": bout, "number": number, "side": side}
    connection.execute(_INSERT, row)
    is_full = int(row["full"])
    connection.execute(_COUNT, {"bout": bout, "is_full": is_full, "is_partial": 1 - is_full, "zero": zero_s})
    if address.player_id is not None:
        _add_to_day(connection, address, row, is_full)
    return number


def _add_to_day(
    connection: Connection, address: Row[*tuple[Any, ...]], row: dict[str, Any], is_full: int
) -> None:
    key = {"who": address.player_id, "when": address.day, "what": address.exercise}
    key |= {"limb": row["side"], "how": address.way}
    sums = {"is_full": is_full, "share": row["range_share"], "degrees": row["range_deg"]}
    if connection.execute(_SUM, key | sums).rowcount:
        return
    connection.execute(
        insert(daily).values(
            player_id=address.player_id,
            day=address.day,
            exercise=address.exercise,
            side=row["side"],
            way=address.way,
            repetitions=1,
            full=is_full,
            range_sum=row["range_share"],
            range_deg_sum=row["range_deg"],
            best_range_deg=row["range_deg"],
        )
    )


def end(connection: Connection, bout: BoutId, how: BoutEnd, now: datetime) -> None:
    """Keep how a bout ended. Its repetitions are already counted."""
    connection.execute(
        update(bouts)
        .where(bouts.c.id == bout)
        .values(
            state=how.state,
            reason=how.reason,
            score=how.score,
            stars=how.stars,
            active_s=float(how.active_s),
            ended_at=now,
        )
    )
    session = select(bouts.c.session_id).where(bouts.c.id == bout).scalar_subquery()
    connection.execute(update(sessions).where(sessions.c.id == session).values(last_at=now))


def cut_short(connection: Connection, machine: str) -> list[KeptBout]:
    """Mark what this machine left running; it ended with its last repetition. Newest first."""
    left = chosen(
        connection,
        select(bouts).where(bouts.c.state == BoutState.RUNNING, bouts.c.machine == machine),
    )
    for bout in left:
        last_s, active_s = connection.execute(
            select(
                func.coalesce(func.max(repetitions.c.end_s), 0.0),
                func.coalesce(func.sum(repetitions.c.end_s - repetitions.c.start_s), 0.0),
            ).where(repetitions.c.bout_id == bout.id)
        ).one()
        connection.execute(
            update(bouts)
            .where(bouts.c.id == bout.id)
            .values(
                state=BoutState.CUT_SHORT,
                active_s=active_s,
                ended_at=bout.started + timedelta(seconds=last_s),
            )
        )
    return [one(connection, bout.id) for bout in left]


def one(connection: Connection, bout: BoutId) -> KeptBout:
    """The bout with this id. Raises LookupError."""
    found = chosen(connection, select(bouts).where(bouts.c.id == bout))
    if not found:
        raise LookupError(f"There is no bout {bout}.")
    return found[0]


def chosen(connection: Connection, query: Select[Any]) -> list[KeptBout]:
    """The bouts a query on the bouts table finds, newest first."""
    rows = connection.execute(query.order_by(bouts.c.id.desc()))
    return [
        KeptBout(
            id=BoutId(row.id),
            player=row.player_id,
            exercise=row.exercise,
            setup=row.setup,
            level=row.level,
            side=row.side,
            assistance=row.assistance,
            modifier=row.modifier,
            day=row.day,
            started=row.started_at,
            ended=row.ended_at,
            state=BoutState(row.state),
            goal=row.goal,
            full=row.full,
            partial=row.partial,
            score=row.score,
            stars=row.stars,
            active_s=row.active_s,
            reason=row.reason,
            recording=row.recording,
        )
        for row in rows
    ]


def repetitions_of(connection: Connection, bout: BoutId) -> list[Counted]:
    """The repetitions of a bout in order; their times are seconds since the bout began."""
    rows = connection.execute(
        select(repetitions).where(repetitions.c.bout_id == bout).order_by(repetitions.c.number)
    )
    return [
        Counted(
            row.number,
            row.side,
            Repetition(
                puck=row.puck,
                start_s=row.start_s,
                peak_s=row.peak_s,
                end_s=row.end_s,
                range_deg=row.range_deg,
                range=row.range_share,
                hold_s=row.hold_s,
                out_s=row.out_s,
                back_s=row.back_s,
                peak_speed_dps=row.peak_speed_dps,
                full=row.full,
                asked=Target(row.asked_range, row.asked_hold_s),
                quality=Quality(row.sparc, row.ldlj, row.steadiness, compensated=row.compensated),
                direction=row.direction,
            ),
        )
        for row in rows
    ]


def session_now(connection: Connection, player: PlayerId | None, machine: str, now: datetime) -> int:
    """The session under way, kept alive; or a new one after a pause, on a new day, for another player."""
    same = sessions.c.player_id == player if player is not None else sessions.c.player_id.is_(None)
    found = connection.scalar(
        select(sessions.c.id)
        .where(
            same,
            sessions.c.machine == machine,
            sessions.c.day == now.date(),
            sessions.c.last_at >= now - SESSION_GAP,
        )
        .order_by(sessions.c.id.desc())
        .limit(1)
    )
    if found is not None:
        connection.execute(update(sessions).where(sessions.c.id == found).values(last_at=now))
        return int(found)
    added = connection.scalar(
        insert(sessions)
        .values(player_id=player, machine=machine, day=now.date(), started_at=now, last_at=now)
        .returning(sessions.c.id)
    )
    return int(added)


def check_in(connection: Connection, said: CheckIn, machine: str, now: datetime) -> None:
    """Keep what the person said about pain and effort."""
    connection.execute(
        insert(check_ins).values(
            session_id=session_now(connection, said.player, machine, now),
            player_id=said.player,
            bout_id=said.bout,
            exercise=said.exercise,
            moment=said.moment,
            pain=said.pain,
            effort=said.effort,
            place=said.where or None,
            at=now,
        )
    )


def check_ins_of(connection: Connection, player: PlayerId, since: date) -> list[tuple[datetime, CheckIn]]:
    """What a player said from a day on, the oldest first."""
    rows = connection.execute(
        select(check_ins)
        .join(sessions)
        .where(check_ins.c.player_id == player, sessions.c.day >= since)
        .order_by(check_ins.c.id)
    )
    return [
        (
            row.at,
            CheckIn(player, row.moment, row.pain, row.effort, row.exercise, row.bout_id, row.place or ""),
        )
        for row in rows
    ]


def _row(repetition: Repetition, zero_s: float) -> dict[str, Any]:
    return {
        "puck": repetition.puck,
        "start_s": _number(repetition.start_s - zero_s),
        "peak_s": _number(repetition.peak_s - zero_s),
        "end_s": _number(repetition.end_s - zero_s),
        "range_deg": _number(repetition.range_deg),
        "range_share": _number(repetition.range),
        "hold_s": _number(repetition.hold_s),
        "out_s": _number(repetition.out_s),
        "back_s": _number(repetition.back_s),
        "peak_speed_dps": _number(repetition.peak_speed_dps),
        "full": bool(repetition.full),
        "asked_range": _number(repetition.asked.range),
        "asked_hold_s": _number(repetition.asked.hold_s),
        "sparc": _measure(repetition.quality.sparc),
        "ldlj": _measure(repetition.quality.ldlj),
        "steadiness": _measure(repetition.quality.steadiness),
        "compensated": repetition.quality.compensated,
        "direction": repetition.direction,
    }


def _number(value: float) -> float:
    # A repetition is never refused for a number that could not be measured.
    return float(value) if math.isfinite(value) else 0.0


def _measure(value: float | None) -> float | None:
    return float(value) if value is not None and math.isfinite(value) else None
