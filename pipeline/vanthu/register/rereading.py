"""Which documents are worth another reading, and what is known of the files that they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from vanthu.document.page import Source
from vanthu.errors import InputError
from vanthu.register.history import MACHINE
from vanthu.register.tables import FILE, PLAN

_SHOWN = 12  # letters of a fingerprint, enough for people


@dataclass(frozen=True, eq=False)
class Original:
    """A file with the documents that were read from it, by their place in it. `partial`: not all of it could be read."""

    source: Source
    location: Path | None
    documents: Mapping[int, int]
    partial: bool

    @property
    def papers(self) -> tuple[int, ...]:
        """The documents alone."""
        return tuple(self.documents.values())


def outdated(rules: str) -> ColumnElement[bool]:
    """That a plan was read with other rules, or by another version of the program."""
    return or_(PLAN.c.rules.is_distinct_from(rules), PLAN.c.program.is_distinct_from(MACHINE))


def read_since(connection: Connection, fingerprint: str) -> ColumnElement[bool]:
    """That a plan was read with the rules of a fingerprint (its beginning is enough), or with any that came after them.

    Raises `InputError` where nothing was read with such rules, or the beginning fits several.
    """
    first = select(PLAN.c.rules, func.min(PLAN.c.id).label("first")).where(PLAN.c.rules.is_not(None))
    seen: dict[str, int] = {
        row.rules: row.first for row in connection.execute(first.group_by(PLAN.c.rules).order_by("first"))
    }
    fits = [rules for rules in seen if rules.startswith(fingerprint)]
    if len(fits) != 1:
        known = ", ".join(rules[:_SHOWN] for rules in list(seen)[-5:]) or "chưa có"
        raise InputError(
            f"bộ quy tắc '{fingerprint}' {'ứng với nhiều dấu' if fits else 'không có trong sổ'}; các bộ gần nhất: {known}"
        )
    return PLAN.c.rules.in_([rules for rules, at in seen.items() if at >= seen[fits[0]]])


def originals(
    connection: Connection, wanted: ColumnElement[bool] | None, documents: Iterable[int] | None = None
) -> tuple[Original, ...]:
    """The files of documents, or of all, whose current plan fulfils a condition (`None`: any), each whole, in the order they came in."""
    chosen = select(PLAN.c.file_id).where(PLAN.c.current)
    if wanted is not None:
        chosen = chosen.where(wanted)
    if documents is not None:
        chosen = chosen.where(PLAN.c.document_id.in_(list(documents)))
    rows = connection.execute(
        select(FILE, PLAN.c.document_id, PLAN.c.part, PLAN.c.partial)
        .join(PLAN, PLAN.c.file_id == FILE.c.id)
        .where(FILE.c.id.in_(chosen), PLAN.c.current)
        .order_by(FILE.c.id, PLAN.c.part)
    )
    files: dict[int, list[Any]] = {}
    for row in rows:
        files.setdefault(row.id, []).append(row)
    return tuple(_original(papers) for papers in files.values())


def _original(rows: Sequence[Any]) -> Original:
    file = rows[0]
    source = Source(
        path=file.name, name=file.name, sha256=file.sha256, media_type=file.media_type, size=file.size
    )
    return Original(
        source=source,
        location=Path(file.location) if file.location else None,
        documents={row.part: row.document_id for row in rows},
        partial=any(row.partial for row in rows),
    )
