"""Whether documents and tasks are found by their words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnClause, Connection, column, func, select, table, text

from vanthu.register.keeping.fault import Fault
from vanthu.register.plans import standing
from vanthu.register.search.dialects import TABLES, dialect_of, everywhere
from vanthu.register.search.words import Field, Term, marked
from vanthu.register.tables import DOCUMENT, TASK

_FIRST = 8  # words of each text that are looked for
_TRIED = 300  # rows of a kind, spread over all: one question costs the more, the more there is to find
_NAMES = ("văn bản", "nhiệm vụ")


def word_faults(connection: Connection) -> Iterator[Fault]:
    """Documents and tasks whose words are not kept, and words of none; of some of them, whether these are their own words."""
    for words, name, key, told, alone in zip(
        TABLES,
        _NAMES,
        (DOCUMENT.c.id, TASK.c.id),
        (DOCUMENT.c.title, TASK.c.text),
        (True, False),
        strict=True,
    ):
        rows = select(key, told).where(standing()) if alone else select(key, told)
        texts = {number: words_of for number, words_of in connection.execute(rows)}  # noqa: C416 - a row is no pair
        there: set[int] = set(
            connection.scalars(select(column(dialect_of(connection).key)).select_from(table(words)))
        )
        some = set(list(texts)[:: max(1, len(texts) // _TRIED)])
        lost = [
            number
            for number, told_of in texts.items()
            if number not in there or (number in some and not _found(connection, words, number, told_of))
        ]
        if lost:
            yield Fault(
                "chỉ mục tìm kiếm", f"{len(lost)} {name} không tìm thấy theo lời, như {name} {lost[0]}"
            )
        if more := len(there - texts.keys()):
            yield Fault("chỉ mục tìm kiếm", f"thừa lời của {more} {name} không còn trong sổ")


def _found(connection: Connection, words: str, number: int, told: str | None) -> bool:
    """Whether the beginning of a text leads to its row."""
    first = tuple(marked(told or "").split()[:_FIRST])
    if not first:
        return True
    dialect = dialect_of(connection)
    asked = everywhere(dialect, [Term(Field.MARKED, first)])
    condition = text(dialect.condition.format(words)).bindparams(**asked)
    key: ColumnClause[int] = column(dialect.key)
    found = select(func.count()).select_from(table(words, key)).where(key == number, condition)
    return bool(connection.scalar(found))
