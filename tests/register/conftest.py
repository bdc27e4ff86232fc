"""Every test that asks for `register` runs on SQLite and on a real PostgreSQL server, one a test process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from postgres import Server, programs, running
from vanthu.register import Register, open_register

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that runs; tests that stop it start it again."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with running(folder) as server:
        yield server


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new register, to be copied."""
    path = tmp_path_factory.mktemp("register") / "new.db"
    open_register(str(path), create=True).close()
    return path


@pytest.fixture(scope="session")
def empty_database(server: Server) -> str:
    """The name of a new register, to be copied."""
    name = server.database()
    open_register(server.url(name), create=True).close()
    return name


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database keeps the register."""
    return str(request.param)


@pytest.fixture
def address(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new register."""
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "so.db")
        yield str(tmp_path / "so.db")
        return
    server: Server = request.getfixturevalue("server")
    name = server.database(template=request.getfixturevalue("empty_database"))
    yield server.url(name)
    server.drop(name)


@contextmanager
def place_of(kind: str, request: pytest.FixtureRequest, file: Path) -> Iterator[str]:
    """An address where there is no register yet: `file`, or a database of the server."""
    if kind == "sqlite":
        yield str(file)
        return
    server: Server = request.getfixturevalue("server")
    name = server.database()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def nowhere(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An address where there is no register yet."""
    with place_of(kind, request, tmp_path / "chua-co.db") as place:
        yield place


@pytest.fixture(params=KINDS)
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Another such address, in either kind of database whichever `kind` is."""
    with place_of(str(request.param), request, tmp_path / "khac.db") as place:
        yield place


@pytest.fixture
def register(address: str) -> Iterator[Register]:
    """A new register, open."""
    with open_register(address, patience=5) as register:
        yield register
