"""The steps from one form of a register to the next, run by Alembic over a connection that is open already."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

VERSION_TABLE = "vanthu_version"
_FOLDER = Path(__file__).parent


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a register to a form, the newest unless told otherwise; nothing is done where it has it already."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def version(connection: Connection) -> str | None:
    """The form that a register has; `None` where there is none."""
    return MigrationContext.configure(
        connection, opts={"version_table": VERSION_TABLE}
    ).get_current_revision()


@cache
def known() -> tuple[str, ...]:
    """All forms there ever were, the oldest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(reversed([step.revision for step in script.walk_revisions()]))


def newest() -> str:
    """The form that this program writes."""
    return known()[-1]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
