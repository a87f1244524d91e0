"""The tables. A change here needs a new file in migrations/versions and a new NEWEST_REVISION."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: kept as UTC without a zone, handed out with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC; a time without a zone is local time."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


def _player(**options: Any) -> Column[int]:
    return Column("player_id", ForeignKey("players.id", ondelete="CASCADE"), **options)


players = Table(
    "players",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nickname", String(60), nullable=False),
    Column("affected_side", String(10), nullable=False),
    Column("better_vision_side", String(10), nullable=False),
    Column("avatar", String(40), nullable=False),
    Column("colour", String(40), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    # An id is never used twice: recordings are named after it.
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, primary_key=True),
    _player(),
    Column("machine", String(100), nullable=False),
    Column("body", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Index(None, "player_id", "machine"),
)

calibrations = Table(
    "calibrations",
    metadata,
    Column("id", Integer, primary_key=True),
    _player(),
    Column("exercise", String(60), nullable=False),
    Column("setup", String(60), nullable=False),
    Column("side", String(10), nullable=False),
    Column("body", Text, nullable=False),
    Column("learned_at", UtcDateTime, nullable=False),
    Index(None, "player_id", "exercise", "setup", "side"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    _player(),
    Column("machine", String(100), nullable=False),
    Column("day", Date, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Index(None, "player_id", "last_at"),
)

bouts = Table(
    "bouts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True),
    _player(),
    Column("machine", String(100), nullable=False),
    Column("exercise", String(60), nullable=False),
    Column("setup", String(60), nullable=False),
    Column("level", Integer, nullable=False),
    Column("side", String(10), nullable=False),
    Column("assistance", String(10), nullable=False),
    Column("modifier", String(40), nullable=False),
    Column("goal", Integer),
    Column("day", Date, nullable=False),
    Column("zero_s", Float),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("state", String(10), nullable=False, index=True),
    Column("reason", String(40), nullable=False),
    Column("full", Integer, nullable=False),
    Column("partial", Integer, nullable=False),
    Column("score", Integer, nullable=False),
    Column("stars", Integer, nullable=False),
    Column("active_s", Float, nullable=False),
    Column("recording", String(200)),
    Index("ix_bouts_best", "player_id", "exercise", "side", "modifier", "level", "stars", "score", "state"),
    Index(None, "player_id", "exercise", "id"),
    Index(None, "player_id", "id"),
    Index(None, "player_id", "day", "active_s"),
    # An id is never used twice: recordings are named after it.
    sqlite_autoincrement=True,
)

repetitions = Table(
    "repetitions",
    metadata,
    Column("bout_id", ForeignKey("bouts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("puck", String(10), nullable=False),
    Column("side", String(10), nullable=False),
    Column("start_s", Float, nullable=False),
    Column("peak_s", Float, nullable=False),
    Column("end_s", Float, nullable=False),
    Column("range_deg", Float, nullable=False),
    Column("range_share", Float, nullable=False),
    Column("hold_s", Float, nullable=False),
    Column("out_s", Float, nullable=False),
    Column("back_s", Float, nullable=False),
    Column("peak_speed_dps", Float, nullable=False),
    Column("full", Boolean, nullable=False),
    Column("asked_range", Float, nullable=False),
    Column("asked_hold_s", Float, nullable=False),
    Column("sparc", Float),
    Column("ldlj", Float),
    Column("steadiness", Float),
    Column("direction", String(20)),
    Column("compensated", Boolean),
    sqlite_with_rowid=False,
)

daily = Table(
    "daily",
    metadata,
    Column("player_id", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("exercise", String(60), primary_key=True),
    Column("side", String(10), primary_key=True),
    # How it was done: the modifier where there is one, else the assistance. Never mixed in one trend.
    Column("way", String(40), primary_key=True),
    Column("repetitions", Integer, nullable=False),
    Column("full", Integer, nullable=False),
    Column("range_sum", Float, nullable=False),
    Column("range_deg_sum", Float, nullable=False),
    Column("best_range_deg", Float, nullable=False),
    sqlite_with_rowid=False,
)

check_ins = Table(
    "check_ins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True),
    _player(index=True),
    Column("bout_id", ForeignKey("bouts.id", ondelete="CASCADE"), index=True),
    Column("exercise", String(60), nullable=False),
    Column("moment", String(10), nullable=False),
    Column("pain", Integer),
    Column("effort", Integer),
    Column("at", UtcDateTime, nullable=False),
    # Where it hurts; empty for what was said before there was one.
    Column("place", String(20)),
)

diary = Table(
    "diary",
    metadata,
    Column("id", Integer, primary_key=True),
    _player(nullable=False),
    Column("day", Date, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("detail", String(20), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("entered_by", String(10), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "player_id", "day"),
)

unlocks = Table(
    "unlocks",
    metadata,
    Column("player_id", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True),
    Column("exercise", String(60), primary_key=True),
    Column("side", String(10), primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("opened_by", String(20), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True),
    _player(nullable=False),
    Column("name", String(100), nullable=False),
    Column("body", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    UniqueConstraint("player_id", "name"),
)

notes = Table(
    "notes",
    metadata,
    Column("player_id", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(100), primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)
