"""How many tasks the plans of a register have."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from vanthu.register.states import State
from vanthu.register.tables import TASK


class Sizes:
    """Counts of tasks by the key of a document, each asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, int] = {}

    def __call__(self, key: str) -> int:
        """How many tasks of a document nobody discarded."""
        if key not in self._known:
            wanted = select(func.count()).where(
                TASK.c.document_id == int(key), TASK.c.state != State.DISCARDED
            )
            self._known[key] = self._connection.scalar(wanted) or 0
        return self._known[key]
