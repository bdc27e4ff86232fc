"""What connections to a server do between two transactions."""

from __future__ import annotations

import os

from sqlalchemy import text

from postgres import Server
from vanthu.register import Register, open_register


def _backend(register: Register) -> object:
    """The number of the server's own process behind a connection."""
    return register.look(lambda connection: connection.scalar(text("SELECT pg_backend_pid()")))


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
