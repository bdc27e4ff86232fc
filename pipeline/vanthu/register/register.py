"""A register that is open: transactions over it, whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from typing import Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from vanthu.errors import RegisterError
from vanthu.register.address import Address
from vanthu.register.connection import Engines
from vanthu.register.failing import passes, told
from vanthu.register.search import dialects as search
from vanthu.register.tables.base import METADATA

Done = TypeVar("Done")
PATIENCE = 60.0  # seconds that a unit of work is tried for
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 2.0


@dataclass(frozen=True)
class Register:
    """Documents, their plans, and what people said of them. Closed by `close`, or at the end of a `with` block."""

    address: Address
    engines: Engines
    patience: float = PATIENCE

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the register as it is at one moment. Raises `RegisterError`, `OutputError`."""
        with self._told(), self.engines.reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, the only one at a time: all of it is kept when the block ends well, else nothing.

        Raises `RegisterError`, `OutputError`.
        """
        with self._told(), self.engines.writer.begin() as connection:
            yield connection

    def work(self, unit: Callable[[Connection], Done]) -> Done:
        """What `unit` gives, done in one writing transaction; begun anew while the register is busy or its server away.

        A server may be lost while it says that all is kept: `unit` must come to the same when it is done twice.
        Raises `RegisterError` when `patience` is over, and `OutputError`.
        """
        return self._patiently(self.engines.writer.begin, unit)

    def look(self, unit: Callable[[Connection], Done]) -> Done:
        """As `work`, for a transaction that only reads."""
        return self._patiently(self.engines.reader.begin, unit)

    def _patiently(
        self, begin: Callable[[], AbstractContextManager[Connection]], unit: Callable[[Connection], Done]
    ) -> Done:
        until = time.monotonic() + self.patience
        pause = _FIRST_PAUSE
        with self._told():
            while True:
                try:
                    with begin() as connection:
                        return unit(connection)
                except DBAPIError as error:
                    if not passes(error) or time.monotonic() + pause > until:
                        raise
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            meant = told(error, self.address)
            if meant is None:
                raise
            raise meant from error

    def outside(self, statement: str) -> None:
        """Carry out what a database refuses within a transaction. Raises as `work` does."""
        self._patiently(self.engines.bare.begin, lambda connection: connection.exec_driver_sql(statement))

    def settle(self) -> None:
        """After many rows a server looks at once at what its tables hold: until it does by itself, minutes later, its plans are for tables
        that were empty. What came in is kept whether or not that can be done.
        """
        if self.address.file is None:
            tables = ", ".join((*METADATA.tables, *search.TABLES))
            with suppress(RegisterError):
                self.outside(f"VACUUM (ANALYZE, SKIP_LOCKED) {tables}")  # who holds a table does the same

    def close(self) -> None:
        """Let go of the database."""
        self.engines.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
