"""What a backup holds: told beside it, so that damage and gaps are seen before anything is restored."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import Connection, Table, func, select

from vanthu.errors import InputError, RegisterError
from vanthu.register.history import MACHINE, moment
from vanthu.register.migrations.upgrade import known, newest
from vanthu.register.tables import (
    CORRECTION,
    DOCUMENT,
    FILE,
    FINDING,
    HISTORY,
    OWN_TASK,
    PLAN,
    TWIN,
    VERDICT,
)
from vanthu.register.tables.base import METADATA

FILE_NAME = "manifest.json"
BOOK_NAME = "register.db"
NOT_MADE_AGAIN = (FILE, DOCUMENT, PLAN, TWIN, CORRECTION, OWN_TASK, HISTORY, FINDING, VERDICT)
"""Tables whose content is hashed. The others follow from them and are counted."""
_AT_ONCE = 1000  # rows
_ALL = 1 << 256


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Content(_Strict):
    """What a table holds; `sha256` is over all rows in any order, `None` for a table that follows from others."""

    rows: int
    sha256: str | None = None


class Manifest(_Strict):
    """`sha256` and `size` are those of the database file; `form` is the step that its tables have reached."""

    version: Literal[1] = 1
    made_at: str
    program: str
    database: Literal["sqlite", "postgresql"]  # that it was taken from
    form: str
    sha256: str
    size: int
    tables: dict[str, Content]


def manifest_of(file: Path, connection: Connection, database: Literal["sqlite", "postgresql"]) -> Manifest:
    """What is told of a database file, which `connection` looks into."""
    return Manifest(
        made_at=moment(),
        program=MACHINE,
        database=database,
        form=newest(),
        sha256=sha256_of(file),
        size=file.stat().st_size,
        tables=contents(connection),
    )


def sha256_of(file: Path) -> str:
    """Of a file's bytes. Raises `OSError`."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def contents(connection: Connection) -> dict[str, Content]:
    """What the tables hold, the same for the same rows in either kind of database."""
    return {table.name: _content(table, connection) for table in METADATA.sorted_tables}


def _content(table: Table, connection: Connection) -> Content:
    if table not in NOT_MADE_AGAIN:
        return Content(rows=connection.scalar(select(func.count()).select_from(table)) or 0)
    count = total = 0
    for row in connection.execute(select(table).execution_options(yield_per=_AT_ONCE)).mappings():
        count += 1
        total += int.from_bytes(hashlib.sha256(_plain(dict(row))).digest())
    return Content(rows=count, sha256=f"{total % _ALL:064x}")


def _plain(row: dict[str, Any]) -> bytes:
    return json.dumps(row, sort_keys=True, ensure_ascii=False, default=_shown).encode()


def _shown(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def checked(folder: Path) -> Manifest:
    """The manifest of a backup whose file is whole. Raises `InputError` where there is none, `RegisterError` where it is damaged."""
    where = str(folder)
    try:
        manifest = Manifest.model_validate_json((folder / FILE_NAME).read_bytes())
        digest = sha256_of(folder / BOOK_NAME)
    except (OSError, ValidationError) as error:
        raise InputError(
            "không phải bản sao lưu của sổ; hãy chọn thư mục do 'vanthu backup' ghi", where=where
        ) from error
    if digest != manifest.sha256:
        raise RegisterError("bản sao lưu đã bị thay đổi hoặc hỏng; hãy dùng bản khác", where=where)
    if manifest.form not in known():
        raise RegisterError("bản sao lưu do bản vanthu mới hơn ghi; hãy nâng cấp chương trình", where=where)
    return manifest
