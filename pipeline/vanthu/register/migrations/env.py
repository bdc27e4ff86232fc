"""What Alembic runs: the steps over the connection that `upgrade` hands in."""

from __future__ import annotations

from alembic import context

from vanthu.register.migrations.upgrade import VERSION_TABLE
from vanthu.register.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    transactional_ddl=False,  # the whole of it runs in the caller's transaction
)
context.run_migrations()
