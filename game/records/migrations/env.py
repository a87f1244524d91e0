"""Alembic's way in: the connection, already in a transaction, is handed over by game.records.migration."""

from alembic import context

from game.records.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
