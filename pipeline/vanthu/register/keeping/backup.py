"""A copy of a register, taken while others go on writing: a folder with one SQLite file, whichever database it came from, and what it holds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from vanthu.export.places import whole_folder
from vanthu.register.address import Address
from vanthu.register.failing import told
from vanthu.register.keeping.manifest import BOOK_NAME, FILE_NAME, manifest_of
from vanthu.register.keeping.transfer import transfer
from vanthu.register.opening import open_register
from vanthu.register.register import Register


def backup(register: Register, folder: Path, *, now: datetime | None = None) -> Path:
    """Write a copy into a new folder under `folder`, named after the register and the moment; its path.

    The folder is whole or not there. Raises `OutputError` where the disk refuses, and as `Register.look` does.
    """
    moment = now or datetime.now().astimezone()
    address = register.address
    name = address.file.stem if address.file else address.url.database or "register"
    place = folder / f"{name}-{moment:%Y%m%d-%H%M%S}"
    with whole_folder(place) as new:
        book = new / BOOK_NAME
        if address.file:
            register.look(lambda connection: _copy_file(connection, book))
        else:
            _copy_server(register, book)
        _one_file(book)
        with open_register(Address.of_file(book)) as copy, copy.reading() as connection:
            manifest = manifest_of(book, connection, "sqlite" if address.file else "postgresql")
        (new / FILE_NAME).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        _on_disk(new / FILE_NAME)
    return place


def _copy_file(connection: Connection, book: Path) -> None:
    """In one step, as it is at this moment: who writes meanwhile writes into the log beside the register."""
    book.unlink(missing_ok=True)
    raw = connection.connection.driver_connection
    with sqlite_told(book), closing(sqlite3.connect(book)) as target:
        if isinstance(raw, sqlite3.Connection):
            raw.backup(target)


def _copy_server(register: Register, book: Path) -> None:
    with open_register(Address.of_file(book), create=True) as copy:

        def filled(source: Connection) -> None:
            with copy.writing() as target:
                transfer(source, target)

        register.look(filled)


def _one_file(book: Path) -> None:
    """Nothing of it lies in a log beside it."""
    with sqlite_told(book), closing(sqlite3.connect(book)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
    _on_disk(book)


def _on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def sqlite_told(place: Path) -> Iterator[None]:
    """What SQLite itself complains of, as `Register.look` tells it."""
    try:
        yield
    except sqlite3.Error as error:
        meant = told(DBAPIError("", {}, error), Address.of_file(place))
        if meant is None:
            raise
        raise meant from error
