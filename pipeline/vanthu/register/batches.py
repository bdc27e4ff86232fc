"""Many values in one statement, or in several: one takes a bounded number."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

Item = TypeVar("Item")
AT_ONCE = 500


def batches(items: Sequence[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    """As many at a time as one statement may ask about."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


class Among(FunctionElement[bool]):
    """That a column holds one of some values. They are handed over as one, so that the statement is the same for any number of them: nobody
    writes and reads five hundred names of values, and a server can keep its plan.
    """

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any], values: Collection[object]) -> None:
        super().__init__(column, bindparam(None, list(values), type_=_Many(column.type), unique=True))


class _Many(TypeDecorator[list[object]]):
    """Values of one type: an array for a server, JSON for a file."""

    impl = Text
    cache_ok = True

    def __init__(self, of: TypeEngine[Any]) -> None:
        super().__init__()
        self.of = of

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(self.of))

    def process_bind_param(self, value: list[object] | None, dialect: Dialect) -> Any:
        return json.dumps(value, ensure_ascii=False) if dialect.name == "sqlite" else value


@compiles(Among)
def _in_file(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - of clauses alone


@compiles(Among, "postgresql")
def _on_server(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY ({values})"
