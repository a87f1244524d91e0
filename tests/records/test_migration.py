"""Every earlier schema opens at the newest, with everything in it; or stays as it was."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from game.records import folder as places
from game.records.engine import connect
from game.records.errors import NewerSchemaError
from game.records.migration import MIGRATIONS, upgrade
from game.records.records import Records
from game.records.schema import metadata

DUMPS = Path(__file__).parent / "dumps"
"""One dump a schema, written when it was the newest: `sqlite3 footfall.sqlite3 .dump` of a small evening."""


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def test_the_newest_migration_is_the_one_the_program_expects():
    assert revisions()[-1] == places.NEWEST_REVISION


def test_every_schema_has_its_dump():
    assert [dump.stem for dump in sorted(DUMPS.glob("*.sql"))] == revisions()


def test_the_migrations_lead_to_the_tables_of_the_program(folder):
    engine = connect(places.database(folder))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", revisions())
def test_an_evening_of_every_schema_opens_with_everything_in_it(revision, tmp_path, calendar):
    with closing(sqlite3.connect(places.database(tmp_path))) as old:
        old.executescript((DUMPS / f"{revision}.sql").read_text())
    with Records(tmp_path, calendar) as records:
        assert records.notice is None
        (anna,) = records.players()
        assert anna.nickname == "Anna"
        assert anna.id is not None
        assert records.settings(anna.id).text_size == "largest"
        (best,) = records.best(anna.id, "knee_extension", "left", 1)
        assert (best.full, best.partial, best.stars, best.score) == (2, 1, 2, 50)
        assert [kept.repetition.full for kept in records.repetitions(best.id)] == [True, False, True]
        assert records.totals(anna.id).repetitions == 3
        assert records.unlocked(anna.id, "knee_extension", "left") == {2}
        assert records.plans(anna.id, list[str]) == {"Mondays": ["knee_extension"]}
        (left,) = records.cut_short()
        assert left.player is None
    backups = [path.name for path in places.backups(tmp_path).glob("*")]
    assert f"footfall-20260305-{revision}-000001.sqlite3" in backups


@pytest.mark.parametrize("revision", revisions())
def test_the_sums_of_every_schema_are_kept_apart_by_how_it_was_done(revision, tmp_path, calendar):
    with closing(sqlite3.connect(places.database(tmp_path))) as old:
        old.executescript((DUMPS / f"{revision}.sql").read_text())
    with Records(tmp_path, calendar) as records:
        anna = records.players()[0].id
        assert anna is not None
        history = records.history(anna, date(2026, 1, 1))
        (point,) = history.trends["knee_extension", "left", "active"]
        assert point.range_deg == 40.0
        assert [(day.repetitions, day.full) for day in history.days] == [(3, 2)]


def test_sums_of_the_mirror_leave_the_trend_when_a_file_of_before_is_opened(tmp_path, calendar):
    with closing(sqlite3.connect(places.database(tmp_path))) as old:
        old.executescript((DUMPS / "0002.sql").read_text())
        old.execute("UPDATE bouts SET modifier = 'mirror'")
        old.commit()
    with Records(tmp_path, calendar) as records:
        anna = records.players()[0].id
        assert anna is not None
        assert records.history(anna, date(2026, 1, 1)).trends == {}
        assert records.totals(anna).repetitions == 3


def with_a_later_migration(tmp_path: Path, body: str) -> Path:
    """A copy of the migrations with one more that does this."""
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "9999_later.py").write_text(
        "import os, signal\nimport sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9999'\ndown_revision = {places.NEWEST_REVISION!r}\n\n\ndef upgrade():\n{body}"
    )
    return migrations


HALF_WAY = """
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("players") as players:
        players.add_column(sa.Column("shoe", sa.String(10)))
    op.execute("UPDATE players SET nickname = 'half way'")
"""


def contents(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def test_a_migration_that_rebuilds_a_table_keeps_what_hangs_on_it(records, anna, knee, repetition, tmp_path):
    records.add_repetition(records.begin_bout(knee(anna)), repetition(), "left")
    upgrade(places.database(records.folder), with_a_later_migration(tmp_path, HALF_WAY))
    with closing(sqlite3.connect(places.database(records.folder))) as connection:
        assert connection.execute("SELECT nickname, shoe FROM players").fetchall() == [("half way", None)]
        assert connection.execute("SELECT count(*) FROM repetitions").fetchone() == (1,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_migration_that_fails_leaves_the_file_as_it_was(records, anna, tmp_path):
    before = contents(places.database(records.folder))
    migrations = with_a_later_migration(tmp_path, HALF_WAY + "    raise ZeroDivisionError\n")
    with pytest.raises(ZeroDivisionError):
        upgrade(places.database(records.folder), migrations)
    assert contents(places.database(records.folder)) == before


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL, which Windows does not have")
def test_a_program_killed_in_the_middle_of_a_migration_leaves_the_file_as_it_was(records, anna, tmp_path):
    before = contents(places.database(records.folder))
    migrations = with_a_later_migration(tmp_path, HALF_WAY + "    os.kill(os.getpid(), signal.SIGKILL)\n")
    code = (
        "from pathlib import Path; from game.records.migration import upgrade; "
        f"upgrade(Path({str(places.database(records.folder))!r}), Path({str(migrations)!r}))"
    )
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert contents(places.database(records.folder)) == before
    assert [player.nickname for player in records.players()] == ["Anna"]


def test_a_newer_schema_is_refused_and_left_alone(folder, calendar):
    with closing(sqlite3.connect(places.database(folder))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = contents(places.database(folder))
    with pytest.raises(NewerSchemaError, match="newer Footfall"):
        Records(folder, calendar)
    assert contents(places.database(folder)) == before
