"""What connections to a server do between two transactions."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import Connection, text

from postgres import Server
from vanthu.errors import RegisterError
from vanthu.register import Register, open_register


def _backend(register: Register) -> object:
    """The number of the server's own process behind a connection."""
    return register.look(lambda connection: connection.scalar(text("SELECT pg_backend_pid()")))


def _settings(connection: Connection) -> tuple[object, ...]:
    """How a server plans: whether it may read whole tables, and whether it keeps plans."""
    shown = connection.execute(
        text("SELECT current_setting('enable_seqscan'), current_setting('plan_cache_mode')")
    )
    return tuple(shown.one())


def test_a_server_keeps_its_connection_for_the_next_transaction(server: Server) -> None:
    with open_register(server.url(server.database()), create=True) as register:
        assert _backend(register) == _backend(register)


def test_no_worker_inherits_a_connection(server: Server) -> None:
    with open_register(server.url(server.database()), create=True) as register:
        before = _backend(register)
        worker = os.fork()
        if worker == 0:
            os._exit(0)
        os.waitpid(worker, 0)
        assert _backend(register) != before, "it was closed before the fork"


def test_what_is_set_for_writing_ends_with_it(server: Server) -> None:
    with open_register(server.url(server.database()), create=True) as register:
        assert register.work(_settings) == ("off", "auto")
        assert register.look(_settings) == ("on", "force_custom_plan")


def test_a_server_that_goes_away_while_it_settles_ends_nothing_in_error(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def gone(_: Register, statement: str) -> None:
        asked.append(statement)
        raise RegisterError("máy chủ không trả lời")

    with open_register(server.url(server.database()), create=True, patience=0) as register:
        monkeypatch.setattr(Register, "outside", gone)
        register.settle()
    assert asked


def test_settling_waits_for_nobody_who_holds_a_table(server: Server) -> None:
    with open_register(server.url(server.database()), create=True, patience=0) as register:
        with register.writing() as connection:
            connection.execute(text("LOCK TABLE document IN SHARE UPDATE EXCLUSIVE MODE"))
            register.settle()
        assert register.look(lambda c: c.scalar(text("SHOW transaction_isolation"))) == "repeatable read"
