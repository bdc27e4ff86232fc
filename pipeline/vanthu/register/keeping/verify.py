"""Whether all of a register is sound: the database, plans, files, and everything that follows from plans."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.exc import DBAPIError

from vanthu.errors import RegisterError
from vanthu.register.bodies import text_of, unpack
from vanthu.register.failing import passes
from vanthu.register.keeping.content import content_faults
from vanthu.register.keeping.fault import Fault
from vanthu.register.keeping.manifest import sha256_of
from vanthu.register.keeping.words import word_faults
from vanthu.register.tables import DOCUMENT, FILE, PLAN
from vanthu.register.tables.base import METADATA

_AT_ONCE = 200  # rows with plans


def verify(connection: Connection) -> Iterator[Fault]:
    """All faults, as they are found; one look at one moment of the register. Raises what reading raises."""
    checks: tuple[Callable[[Connection], Iterator[Fault]], ...] = (
        _database,
        _links,
        _plans,
        _versions,
        _files,
        content_faults,
        word_faults,
    )
    for check in checks:
        yield from check(connection)


def _database(connection: Connection) -> Iterator[Fault]:
    """What SQLite says of its own pages; a server sees to that itself."""
    if connection.dialect.name != "sqlite":
        return
    try:
        lines = list(connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars())
    except DBAPIError as error:
        if passes(error):
            raise
        lines = [str(error.orig)]
    yield from (Fault("cơ sở dữ liệu", f"tệp bị hỏng ({line})") for line in lines if line != "ok")


def _links(connection: Connection) -> Iterator[Fault]:
    """Rows that point to nothing."""
    for table in METADATA.sorted_tables:
        for key in (key for column in table.columns for key in column.foreign_keys):
            other = key.column.table.alias("other")
            gone = and_(key.parent.is_not(None), other.c[key.column.name].is_(None))
            joined = table.outerjoin(other, key.parent == other.c[key.column.name])
            if count := connection.scalar(select(func.count()).select_from(joined).where(gone)):
                yield Fault(f"bảng {table.name}", f"{count} dòng có {key.parent.name} trỏ vào chỗ không có")


def _plans(connection: Connection) -> Iterator[Fault]:
    """Every version of every plan: as it was written, and of the shape that `vanthu schema` prints."""
    columns = (PLAN.c.document_id, PLAN.c.version, PLAN.c.sha256, PLAN.c.body)
    found = connection.execute(select(*columns).order_by(PLAN.c.id).execution_options(yield_per=_AT_ONCE))
    for document, version, sha256, body in found:
        if wrong := _wrong_with(body, sha256):
            yield Fault(f"văn bản {document}, bản {version}", wrong)


def _wrong_with(body: bytes, sha256: str) -> str | None:
    try:
        if hashlib.sha256(text_of(body)).hexdigest() != sha256:
            return "nội dung plan.json không khớp với mã băm đã ghi"
        unpack(body)
    except RegisterError as error:
        return error.message.partition(";")[0]
    return None


def _versions(connection: Connection) -> Iterator[Fault]:
    """Each document has versions 1, 2, ... and one that counts, the last."""
    number = func.count(PLAN.c.id)
    current = number.filter(PLAN.c.current)
    last = func.max(PLAN.c.version)
    counts = func.max(PLAN.c.version).filter(PLAN.c.current)
    rows = (
        select(DOCUMENT.c.id, number, current, last, counts)
        .outerjoin(PLAN, PLAN.c.document_id == DOCUMENT.c.id)
        .group_by(DOCUMENT.c.id)
        .order_by(DOCUMENT.c.id)
    )
    for document, every, now, newest, counted in connection.execute(rows):
        if not (now == 1 and every == newest == counted):
            yield Fault(f"văn bản {document}", "các bản đọc không liền nhau hoặc không rõ bản đang dùng")


def _files(connection: Connection) -> Iterator[Fault]:
    """Originals that still lie where they lay are the same to the byte; what lies there no more is no fault."""
    found = connection.execute(select(FILE.c.sha256, FILE.c.location).where(FILE.c.location.is_not(None)))
    for sha256, location in found.all():
        try:
            same = sha256_of(Path(location)) == sha256
        except OSError:
            continue
        if not same:
            yield Fault(location, "tệp gốc đã bị thay đổi sau khi vào sổ")
