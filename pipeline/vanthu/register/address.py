"""Where a register is: a SQLite file, or a database on a PostgreSQL server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from vanthu.errors import InputError

_SERVERS = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
_ADVICE = "hãy cho đường dẫn tệp (so-van-thu.db), sqlite:///tệp hoặc postgresql://người@máy/tên"


@dataclass(frozen=True)
class Address:
    """A register's place. `file` is `None` where a server keeps it."""

    url: URL
    file: Path | None

    @classmethod
    def parse(cls, text: str) -> Address:
        """The place that a path or URL names. Raises `InputError` for one that names none."""
        if "://" not in text:
            return cls.of_file(Path(text))
        try:
            url = make_url(text)
        except (ArgumentError, ValueError) as error:
            raise InputError(f"địa chỉ sổ không đúng; {_ADVICE}") from error
        if url.drivername == "sqlite" and url.database and url.database != ":memory:":
            return cls.of_file(Path(url.database))
        if url.drivername in _SERVERS and url.database:
            return cls(url.set(drivername="postgresql+psycopg"), None)
        raise InputError(f"không dùng được địa chỉ sổ này; {_ADVICE}", where=_shown(url))

    @classmethod
    def of_file(cls, path: Path) -> Address:
        """The place of a SQLite file. Raises `InputError` where no name is left."""
        if not path.name:
            raise InputError(f"địa chỉ sổ để trống; {_ADVICE}")
        return cls(URL.create("sqlite+pysqlite", database=str(path)), path)

    def __str__(self) -> str:
        """As it may be shown: without a password."""
        return str(self.file) if self.file else _shown(self.url)


def _shown(url: URL) -> str:
    return url.set(drivername=url.drivername.partition("+")[0]).render_as_string(hide_password=True)
