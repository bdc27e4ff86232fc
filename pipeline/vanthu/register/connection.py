"""Engines over a register's database, set so that both kinds behave alike.

One writer at a time: SQLite has it so, and on PostgreSQL every writing transaction takes the same lock. What a writer reads
is therefore what it writes on. A commit is on the disk when it returns (`synchronous=FULL`, `synchronous_commit=on`): an
office's machine is switched off at the wall.
"""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from weakref import finalize, ref

from sqlalchemy import Connection, Dialect, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from vanthu.errors import SetupError
from vanthu.register.address import Address

BUSY_SECONDS = 5  # that a writer waits for another one, or for the server, before it is told so
_CACHE = 64_000  # KiB: a transaction of two hundred plans writes each page of a SQLite file once
_LOCK = 0x76616E746875  # "vanthu"
_TO_WRITE = text(
    "SELECT pg_advisory_xact_lock(:lock), set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'off', true)"
)
_MODE = "vanthu_mode"
_SINCE, _RESTED = "vanthu_since", 1.0  # seconds that a connection may wait and be taken to be there still
_LOOKING: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_BARE: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "AUTOCOMMIT"},
}
_JSON = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Engines:
    """Three ways to the same database: to look, seeing one moment throughout; to write; outside of any transaction."""

    reader: Engine
    writer: Engine
    bare: Engine

    def close(self) -> None:
        """Let go of all connections."""
        self.reader.dispose()


def engines(address: Address) -> Engines:
    """Engines; nothing is opened yet. Raises `SetupError` where the driver of a server is not installed.

    A file is open as long as a transaction lasts: between two of them it is one file, which can be copied. A connection to a
    server waits for the next transaction; it is tried before where it waited long, since the server may have been restarted, and let go
    before a worker is forked.
    """
    made = _of_file(address) if address.file else _of_server(address)
    looking, bare = (options[made.dialect.name] for options in (_LOOKING, _BARE))
    ways = Engines(
        *(made.execution_options(**o) for o in (looking, {_MODE: "writes"}, {_MODE: "bare", **bare}))
    )
    finalize(ways, made.dispose)  # for whoever forgets to close them
    return ways


def _of_file(address: Address) -> Engine:
    made = create_engine(
        address.url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS}, json_serializer=_JSON
    )
    event.listen(made, "connect", _prepare_file)
    event.listen(made, "begin", _begin_file)
    return made


def _prepare_file(raw: Any, _: object) -> None:
    raw.isolation_level = None  # the module's own transactions begin too late: see _begin_file
    for pragma in ("foreign_keys=ON", "synchronous=FULL", f"cache_size=-{_CACHE}"):
        raw.execute(f"PRAGMA {pragma}")


def _begin_file(connection: Connection) -> None:
    mode = _mode(connection)
    if mode != "bare":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if mode == "writes" else "BEGIN")


def _mode(connection: Connection) -> str | None:
    mode: str | None = connection.get_execution_options().get(_MODE)
    return mode


def _of_server(address: Address) -> Engine:
    arguments = {"connect_timeout": BUSY_SECONDS, "application_name": "vanthu"}
    try:
        made = create_engine(
            address.url,
            connect_args=arguments,
            json_serializer=_JSON,
            pool_size=1,
            max_overflow=-1,
        )
    except ImportError as error:
        raise SetupError(
            "chưa có thư viện PostgreSQL; hãy cài: pip install 'vanthu[postgres]'", where=str(address)
        ) from error
    event.listen(made, "connect", _prepare_on_server)
    event.listen(made, "begin", _begin_on_server)
    event.listen(made, "checkin", _rest)
    event.listen(made, "checkout", partial(_try, made.dialect))
    os.register_at_fork(before=partial(_let_go, ref(made)))
    return made


def _prepare_on_server(raw: Any, _: object) -> None:
    """A question is planned for the words it asks about: planned once for any words, common and rare ones take one bad way.
    None runs long enough to be worth compiling first.
    """
    settings = {
        "lock_timeout": f"'{BUSY_SECONDS}s'",
        "synchronous_commit": "on",
        "plan_cache_mode": "force_custom_plan",
        "jit": "off",
    }
    raw.execute("; ".join(f"SET {name} = {value}" for name, value in settings.items()))
    raw.commit()


def _begin_on_server(connection: Connection) -> None:
    """What writes asks the same few things again and again, each by an index: their plans are kept, and do not hang on what the server
    knows of tables that have just been filled.
    """
    if _mode(connection) == "writes":
        connection.execute(_TO_WRITE, {"lock": _LOCK})


def _rest(_: object, entry: ConnectionPoolEntry) -> None:
    entry.info[_SINCE] = time.monotonic()


def _try(dialect: Dialect, raw: Any, entry: ConnectionPoolEntry, _: object) -> None:
    """The server may have been restarted while a connection waited; to ask it takes as long as to look something up."""
    if time.monotonic() - entry.info.get(_SINCE, math.inf) > _RESTED:
        try:
            dialect.do_ping(raw)
        except dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error


def _let_go(engine: ref[Engine]) -> None:
    """Close what waits: a connection that two processes hold is nobody's."""
    if made := engine():
        made.dispose()
