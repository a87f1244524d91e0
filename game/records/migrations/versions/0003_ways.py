"""Sums of a day apart for each way of doing an exercise, made anew from the repetitions; best results too."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _best_results()
    _sums()


def _best_results() -> None:
    """What was done in the mirror or by feeling is left out of the best results, so the index knows it."""
    before = ("player_id", "exercise", "side", "level", "stars", "score", "state")
    after = (*before[:3], "modifier", *before[3:])
    op.drop_index("ix_bouts_" + "_".join(before), "bouts")
    op.create_index("ix_bouts_best", "bouts", list(after))


def _sums() -> None:
    op.drop_table("daily")
    op.create_table(
        "daily",
        sa.Column("player_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=False),
        sa.Column("full", sa.Integer(), nullable=False),
        sa.Column("range_sum", sa.Float(), nullable=False),
        sa.Column("range_deg_sum", sa.Float(), nullable=False),
        sa.Column("best_range_deg", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_daily_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("player_id", "day", "exercise", "side", "way", name="pk_daily"),
        sqlite_with_rowid=False,
    )
    bouts = sa.table(
        "bouts",
        *(sa.column(name) for name in ("id", "player_id", "day", "exercise", "modifier", "assistance")),
    )
    done = sa.table(
        "repetitions", *(sa.column(name) for name in ("bout_id", "side", "full", "range_share", "range_deg"))
    )
    way = sa.case((bouts.c.modifier != "", bouts.c.modifier), else_=bouts.c.assistance)
    key = (bouts.c.player_id, bouts.c.day, bouts.c.exercise, done.c.side, way)
    sums = (
        sa.func.count(),
        sa.func.sum(sa.case((done.c.full, 1), else_=0)),
        sa.func.sum(done.c.range_share),
        sa.func.sum(done.c.range_deg),
        sa.func.max(done.c.range_deg),
    )
    kept = sa.select(*key, *sums).join_from(done, bouts, done.c.bout_id == bouts.c.id)
    kept = kept.where(bouts.c.player_id.is_not(None)).group_by(*key)
    names = ("player_id", "day", "exercise", "side", "way")
    measures = ("repetitions", "full", "range_sum", "range_deg_sum", "best_range_deg")
    daily = sa.table("daily", *(sa.column(name) for name in (*names, *measures)))
    op.execute(daily.insert().from_select([*names, *measures], kept))
