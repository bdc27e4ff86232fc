"""Keeping the words of documents and their tasks where they are found, and taking them out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, select

from vanthu.document.numbers import told_number
from vanthu.register.batches import Among, batches
from vanthu.register.plans import Kept
from vanthu.register.search import dialects
from vanthu.register.search.dialects import dialect_of
from vanthu.register.search.words import Field, marked, plain
from vanthu.register.tables import DOCUMENT, TASK, TASK_UNIT

# by name: a register of the first form, which is brought to a newer one, has no other columns yet
_OF_PAPERS = tuple(
    DOCUMENT.c[name] for name in ("id", "type", "number", "symbol", "title", "issuer", "place", "issued_on")
)


def remember(connection: Connection, plans: Sequence[Kept]) -> None:
    """Keep the words of documents as they stand in the register now. They must not be kept already: see `forget`."""
    remember_all(connection, [plan.document for plan in plans])


def remember_all(connection: Connection, documents: Sequence[int]) -> None:
    """As `remember`, for documents whose plans are not at hand."""
    dialect = dialect_of(connection)
    for table, rows in _all_rows(connection, documents):
        dialect.add(connection, table, rows)


def forget(connection: Connection, documents: Sequence[int]) -> None:
    """Take out the words of documents; to be called before anything of them changes or goes."""
    dialect = dialect_of(connection)
    for table, rows in _all_rows(connection, documents):
        dialect.remove(connection, table, rows)


def rewrite(connection: Connection) -> None:
    """Leave no trace of words that were taken out. It takes as long as all words that are there."""
    dialect = dialect_of(connection)
    if dialect.rewritten:
        for table in dialects.TABLES:
            connection.exec_driver_sql(dialect.rewritten.format(table))


def _all_rows(
    connection: Connection, documents: Sequence[int]
) -> Iterator[tuple[str, Sequence[dialects.Row]]]:
    for chosen in batches(documents):
        papers = connection.execute(select(*_OF_PAPERS).where(Among(DOCUMENT.c.id, chosen))).all()
        issuers = {paper.id: plain(paper.issuer or "") for paper in papers}
        yield dialects.TABLES[0], [_document(paper, issuers[paper.id]) for paper in papers]
        yield dialects.TABLES[1], _tasks(connection, chosen, issuers)


def _document(paper: Row[tuple[object, ...]], issuer: str) -> dialects.Row:
    number = told_number(paper.number, paper.symbol)
    parts = (paper.type, number, paper.title, paper.issuer, paper.place, paper.issued_on)
    return _fields(paper.id, " ".join(part for part in parts if part), "", issuer)


def _tasks(
    connection: Connection, documents: Sequence[int], issuers: Mapping[int, str]
) -> list[dialects.Row]:
    units: dict[int, list[str]] = defaultdict(list)
    of_document = Among(TASK.c.document_id, documents)
    for task, name in connection.execute(
        select(TASK_UNIT.c.task_id, TASK_UNIT.c.name)
        .join(TASK, TASK.c.id == TASK_UNIT.c.task_id)
        .where(of_document)
        .order_by(TASK_UNIT.c.task_id, TASK_UNIT.c.place)
    ):
        units[task].append(name)
    tasks = connection.execute(select(TASK.c.id, TASK.c.document_id, TASK.c.text).where(of_document))
    return [
        _fields(task.id, task.text, plain(" ; ".join(units[task.id])), issuers[task.document_id])
        for task in tasks
    ]


def _fields(identity: int, text: str, units: str, issuer: str) -> dialects.Row:
    return {
        "id": identity,
        Field.PLAIN.value: plain(text),
        Field.MARKED.value: marked(text),
        Field.UNITS.value: units,
        Field.ISSUER.value: issuer,
    }
