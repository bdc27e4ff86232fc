"""A PostgreSQL server of the tests' own: started from the system's packages, on a socket in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "autovacuum": "off",
}


def programs() -> Path | None:
    """The folder of the server's programs; `None` where none is installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


def _user() -> str | None:
    """Who the server runs as: it refuses to be root. `None`: whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@dataclass
class Server:
    """A server with one role, `vanthu`. It and everything in it are gone after `remove`."""

    programs: Path
    folder: Path = field(
        default_factory=lambda: Path(tempfile.mkdtemp(prefix="vanthu-pg-", dir="/tmp"))
    )  # a socket needs a short path
    _numbers: count[int] = field(default_factory=count)

    def begin(self) -> None:
        """Make the cluster and start it."""
        if user := _user():
            shutil.chown(self.folder, user)
        options = ("--no-sync", "--auth=trust", "--username=vanthu", "--encoding=UTF8", "--no-locale")
        self._run("initdb", "--pgdata", str(self._data), *options)
        self.start()

    def start(self) -> None:
        """Start it, again where it was stopped."""
        settings = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in _SETTINGS.items())
        self._control("start", "-l", str(self.folder / "log"), "-o", f"-k {self.folder} {settings}")

    def stop(self) -> None:
        """Stop it at once, whatever it is doing for whom; what was committed is there when it starts again."""
        self._control("stop", "-m", "immediate")

    def remove(self) -> None:
        """Stop it and delete everything."""
        subprocess.run(
            [self.programs / "pg_ctl", "stop", "-D", self._data, "-m", "immediate"],
            check=False,
            user=_user(),
            capture_output=True,
            cwd="/",
        )
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://vanthu@/{database}?host={self.folder}"

    def database(self, *, template: str | None = None) -> str:
        """The name of a new database: empty, or as `template` is."""
        name = f"so_{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return name

    def drop(self, database: str) -> None:
        """Delete a database, whoever is connected."""
        self.say(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def say(self, statement: str) -> None:
        """Carry out a statement on the server as a whole."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-s", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        command: Sequence[str | Path] = (self.programs / program, *arguments)
        subprocess.run(
            command, check=True, user=_user(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/"
        )


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A server that runs, gone in the end."""
    server = Server(programs)
    try:
        server.begin()
        yield server
    finally:
        server.remove()
