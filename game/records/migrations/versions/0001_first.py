"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _play()
    _repetitions()
    _around_play()


def _people() -> None:
    op.create_table(
        "players",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nickname", sa.String(length=60), nullable=False),
        sa.Column("affected_side", sa.String(length=10), nullable=False),
        sa.Column("better_vision_side", sa.String(length=10), nullable=False),
        sa.Column("avatar", sa.String(length=40), nullable=False),
        sa.Column("colour", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_players"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer()),
        sa.Column("machine", sa.String(length=100), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_settings_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_settings"),
    )
    op.create_index("ix_settings_player_id_machine", "settings", ["player_id", "machine"])
    op.create_table(
        "calibrations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer()),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("setup", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("learned_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_calibrations_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calibrations"),
    )
    op.create_index(
        "ix_calibrations_player_id_exercise_setup_side",
        "calibrations",
        ["player_id", "exercise", "setup", "side"],
    )


def _play() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer()),
        sa.Column("machine", sa.String(length=100), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_sessions_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_player_id_last_at", "sessions", ["player_id", "last_at"])
    op.create_table(
        "bouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer()),
        sa.Column("machine", sa.String(length=100), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("setup", sa.String(length=60), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("assistance", sa.String(length=10), nullable=False),
        sa.Column("modifier", sa.String(length=40), nullable=False),
        sa.Column("goal", sa.Integer()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zero_s", sa.Float()),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime()),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("full", sa.Integer(), nullable=False),
        sa.Column("partial", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("active_s", sa.Float(), nullable=False),
        sa.Column("recording", sa.String(length=200)),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_bouts_player_id_players", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_bouts_session_id_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bouts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bouts_player_id_day_active_s", "bouts", ["player_id", "day", "active_s"])
    op.create_index(
        "ix_bouts_player_id_exercise_side_level_stars_score_state",
        "bouts",
        ["player_id", "exercise", "side", "level", "stars", "score", "state"],
    )
    op.create_index("ix_bouts_player_id_exercise_id", "bouts", ["player_id", "exercise", "id"])
    op.create_index("ix_bouts_player_id_id", "bouts", ["player_id", "id"])
    op.create_index("ix_bouts_session_id", "bouts", ["session_id"])
    op.create_index("ix_bouts_state", "bouts", ["state"])


def _repetitions() -> None:
    op.create_table(
        "repetitions",
        sa.Column("bout_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("puck", sa.String(length=10), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("start_s", sa.Float(), nullable=False),
        sa.Column("peak_s", sa.Float(), nullable=False),
        sa.Column("end_s", sa.Float(), nullable=False),
        sa.Column("range_deg", sa.Float(), nullable=False),
        sa.Column("range_share", sa.Float(), nullable=False),
        sa.Column("hold_s", sa.Float(), nullable=False),
        sa.Column("out_s", sa.Float(), nullable=False),
        sa.Column("back_s", sa.Float(), nullable=False),
        sa.Column("peak_speed_dps", sa.Float(), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("asked_range", sa.Float(), nullable=False),
        sa.Column("asked_hold_s", sa.Float(), nullable=False),
        sa.Column("sparc", sa.Float()),
        sa.Column("ldlj", sa.Float()),
        sa.Column("steadiness", sa.Float()),
        sa.Column("direction", sa.String(length=20)),
        sa.ForeignKeyConstraint(
            ["bout_id"], ["bouts.id"], name="fk_repetitions_bout_id_bouts", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("bout_id", "number", name="pk_repetitions"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "daily",
        sa.Column("player_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=False),
        sa.Column("full", sa.Integer(), nullable=False),
        sa.Column("range_sum", sa.Float(), nullable=False),
        sa.Column("range_deg_sum", sa.Float(), nullable=False),
        sa.Column("best_range_deg", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_daily_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("player_id", "day", "exercise", "side", name="pk_daily"),
        sqlite_with_rowid=False,
    )


def _around_play() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer()),
        sa.Column("bout_id", sa.Integer()),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("moment", sa.String(length=10), nullable=False),
        sa.Column("pain", sa.Integer()),
        sa.Column("effort", sa.Integer()),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bout_id"], ["bouts.id"], name="fk_check_ins_bout_id_bouts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_check_ins_player_id_players", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_check_ins_session_id_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_check_ins"),
    )
    op.create_index("ix_check_ins_bout_id", "check_ins", ["bout_id"])
    op.create_index("ix_check_ins_player_id", "check_ins", ["player_id"])
    op.create_index("ix_check_ins_session_id", "check_ins", ["session_id"])
    op.create_table(
        "unlocks",
        sa.Column("player_id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_unlocks_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("player_id", "exercise", "side", "level", name="pk_unlocks"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("player_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_plans_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.UniqueConstraint("player_id", "name", name="uq_plans_player_id_name"),
    )
    op.create_table(
        "notes",
        sa.Column("player_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["player_id"], ["players.id"], name="fk_notes_player_id_players", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("player_id", "name", name="pk_notes"),
        sqlite_with_rowid=False,
    )
