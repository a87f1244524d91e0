"""Whether a limb that should have rested moved too; empty where no second puck could tell."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("repetitions", sa.Column("compensated", sa.Boolean()))
