"""What Alembic runs: the scripts, on the connection and in the transaction of `backends/sql/file.py`."""

from alembic import context

from supportplan_desktop.backends.sql.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
