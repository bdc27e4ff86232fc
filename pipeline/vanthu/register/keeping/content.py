"""Whether the tables of content say what the plans and people's words say: made anew in memory, and compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, FromClause, Select, Table, create_engine, insert, select

from vanthu.errors import RegisterError
from vanthu.register.intake.content import write
from vanthu.register.intake.header import columns
from vanthu.register.keeping.fault import Fault
from vanthu.register.plans import Kept, kept, standing
from vanthu.register.tables import CITATION, DEADLINE, DOCUMENT, PROGRESS, TASK, TASK_UNIT, UNIT
from vanthu.register.tables.base import METADATA

_AT_ONCE = 200  # documents
_Rows = Mapping[int, Counter[tuple[Any, ...]]]
_HEAD = (
    "type", "number", "symbol", "code", "issuer", "issuer_key", "place", "issued_on", "issued_day", "title",
    "state",
)  # fmt: skip
_NAMES = {
    DOCUMENT: "phần đầu",
    TASK: "nhiệm vụ",
    TASK_UNIT: "đơn vị",
    DEADLINE: "thời hạn",
    CITATION: "văn bản viện dẫn",
    PROGRESS: "tiến độ",
}


def content_faults(connection: Connection) -> Iterator[Fault]:
    """A line for each table in which a document has other rows than it should have."""
    every = select(DOCUMENT.c.id).order_by(DOCUMENT.c.id)
    alone = frozenset(connection.scalars(every.where(standing())))
    found = iter(connection.scalars(every).all())
    while some := list(islice(found, _AT_ONCE)):
        damaged, plans = _sound(connection, some)
        with _scratch(plans) as scratch:
            for table, name in _NAMES.items():
                chosen = [n for n in some if n not in damaged and (table is not DOCUMENT or n in alone)]
                yield from _compared(name, _rows(connection, table, chosen), _rows(scratch, table, chosen))


def _sound(connection: Connection, documents: Sequence[int]) -> tuple[frozenset[int], list[Kept]]:
    """Documents whose plan is damaged, which is told of by itself, and the plans of the others."""
    try:
        return frozenset(), list(kept(connection, documents))
    except RegisterError:
        if len(documents) == 1:
            return frozenset(documents), []
    parts = [_sound(connection, [document]) for document in documents]
    return frozenset().union(*(damaged for damaged, _ in parts)), [p for _, plans in parts for p in plans]


def _compared(name: str, have: _Rows, should: _Rows) -> Iterator[Fault]:
    for document in sorted({*have, *should}):
        more = (have[document] - should[document]).total()
        less = (should[document] - have[document]).total()
        if more or less:
            what = f"bảng {name} không khớp với kế hoạch (thừa {more}, thiếu {less} dòng)"
            yield Fault(f"văn bản {document}", what)


@contextmanager
def _scratch(plans: Sequence[Kept]) -> Iterator[Connection]:
    """A register in memory that holds these plans alone."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        heads = [
            columns(plan.followed.plan.document) | {"id": plan.document, "state": plan.state, "added_at": ""}
            for plan in plans
        ]
        if heads:
            connection.execute(insert(DOCUMENT), heads)
        write(connection, plans)
        yield connection
    engine.dispose()


def _rows(connection: Connection, table: Table, documents: Sequence[int]) -> _Rows:
    """By document; the numbers of rows are left out."""
    found: defaultdict[int, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for document, *values in connection.execute(_question(table, documents)):
        found[document][tuple(values)] += 1
    return found


def _question(table: Table, documents: Sequence[int]) -> Select[Any]:
    if table is DOCUMENT:
        head = [DOCUMENT.c[name] for name in _HEAD]
        return select(DOCUMENT.c.id, *head).where(DOCUMENT.c.id.in_(documents))
    joined: FromClause = table
    extra = []
    home = table.c.get("document_id", TASK.c.document_id)
    if "task_id" in table.c:
        joined = joined.outerjoin(TASK, TASK.c.id == table.c.task_id)
        extra.append(TASK.c.key)
    if "unit_id" in table.c:
        joined = joined.join(UNIT, UNIT.c.id == table.c.unit_id)
        extra.append(UNIT.c.key)
    own = [c for c in table.columns if c.name not in {"id", "document_id", "task_id", "unit_id"}]
    return select(home, *extra, *own).select_from(joined).where(home.in_(documents))
