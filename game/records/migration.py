"""Bring a records file to the newest schema. The only importer of Alembic; imported only when needed."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from game.records.engine import connect

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Path, migrations: Path = MIGRATIONS) -> None:
    """Run every missing migration in one transaction: all of them, or the file as it was."""
    engine = connect(database)
    try:
        upgrade_engine(engine, migrations)
    finally:
        engine.dispose()


def upgrade_engine(engine: Engine, migrations: Path = MIGRATIONS) -> None:
    """The same over an engine: SQLite, or the server of a clinic."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect().execution_options(writing=True) as connection:
        if sqlite:
            # Batch mode rebuilds tables; with foreign keys on, dropping the old one would empty its children.
            _pragma(connection.connection.driver_connection, "foreign_keys=OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("A migration left rows that point at nothing.")
        finally:
            if sqlite:
                _pragma(connection.connection.driver_connection, "foreign_keys=ON")


def _pragma(connection: object, words: str) -> None:
    connection.execute(f"PRAGMA {words}")  # type: ignore[attr-defined]
