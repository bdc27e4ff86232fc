"""The way back from a backup, into a SQLite file or a PostgreSQL database: all of it or nothing, whatever happens meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, select

from vanthu.errors import RegisterError
from vanthu.export.places import refused
from vanthu.register.address import Address
from vanthu.register.keeping.backup import sqlite_told
from vanthu.register.keeping.manifest import BOOK_NAME, Manifest, checked, contents
from vanthu.register.keeping.transfer import transfer
from vanthu.register.migrations.upgrade import newest
from vanthu.register.opening import open_register
from vanthu.register.register import PATIENCE, Register
from vanthu.register.search import dialects as search
from vanthu.register.tables import FILE, HISTORY, OWN_TASK
from vanthu.register.tables.base import METADATA

_HOLDS = "sổ này đang có dữ liệu; hãy chọn chỗ khác, hoặc thêm --force để thay toàn bộ"
_BUSY = "sổ đang bận vì chương trình khác đang ghi; hãy chạy lại sau"
_OTHERWISE = "nội dung khôi phục không khớp với bản kê của bản sao lưu; sổ giữ nguyên như trước, hãy dùng bản sao lưu khác"


def restore(
    folder: Path, place: str | Address, *, force: bool = False, patience: float = PATIENCE
) -> Manifest:
    """Bring back what a backup holds; what it says of itself.

    A register that holds something is left alone unless `force` is given; one that is too damaged to be opened is then set
    aside under another name. For `patience` seconds a register is waited for that others write to. An older backup is brought to the newest form. Raises `InputError` where there is no backup,
    `RegisterError` where it is damaged or the register holds something, `OutputError`.
    """
    manifest = checked(folder)
    address = place if isinstance(place, Address) else Address.parse(place)
    with _opened(address, force=force) as register:
        register.look(lambda connection: _check_empty(connection, address, force=force))
        if address.file:
            _into_file(folder / BOOK_NAME, address.file, patience)
        else:
            _into_server(folder / BOOK_NAME, register, manifest, force=force)
    open_register(address).close()  # an older form is brought up
    return manifest


def _opened(address: Address, *, force: bool) -> Register:
    try:
        return open_register(address, create=True)
    except RegisterError:
        if not force or not address.file or not address.file.is_file():
            raise
        _set_aside(address.file)
        return open_register(address, create=True)


def _set_aside(file: Path) -> None:
    mark = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    try:
        for part in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
            if part.exists():
                part.rename(part.with_name(f"{part.name}.{mark}"))
    except OSError as error:
        raise refused(error, file) from error


def _check_empty(connection: Connection, address: Address, *, force: bool) -> None:
    used = any(connection.execute(select(t.c.id).limit(1)).first() for t in (FILE, OWN_TASK, HISTORY))
    if used and not force:
        raise RegisterError(_HOLDS, where=str(address))


def _into_file(book: Path, file: Path, patience: float) -> None:
    """In one transaction of SQLite's own: others see the old register until all of the new one is there."""
    until = time.monotonic() + patience

    def watch(status: int, *_: int) -> None:
        if status == sqlite3.SQLITE_BUSY and time.monotonic() > until:
            raise RegisterError(_BUSY, where=str(file))

    source_place = f"{book.absolute().as_uri()}?mode=ro"
    with (
        sqlite_told(file),
        closing(sqlite3.connect(source_place, uri=True)) as source,
        closing(sqlite3.connect(file)) as target,
    ):
        source.backup(target, progress=watch)


def _into_server(book: Path, register: Register, manifest: Manifest, *, force: bool) -> None:
    with TemporaryDirectory(prefix="vanthu-") as scratch:
        own = Path(shutil.copy(book, scratch))
        with open_register(Address.of_file(own)) as copy, copy.reading() as source:

            def filled(target: Connection) -> None:
                _check_empty(target, register.address, force=force)
                _empty(target)
                transfer(source, target)
                if manifest.form == newest() and contents(target) != manifest.tables:
                    raise RegisterError(_OTHERWISE, where=str(register.address))

            register.work(filled)
    register.settle()


def _empty(target: Connection) -> None:
    """Rows that may not be deleted one by one go with all others."""
    names = [*(table.name for table in METADATA.sorted_tables), *search.TABLES]
    target.exec_driver_sql(f"TRUNCATE {', '.join(names)} RESTART IDENTITY")
