"""The tables of a plan by the rows that stand in its outline: the cells of each, and the rows that it is a part of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import Table
from vanthu.document.structure import NodeKind
from vanthu.document.text import Text
from vanthu.understanding.columns.columns import Column, TableView, view
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.tasks.tree import Tree

_WORDS = regex.compile(r"\w")
_LETTER = regex.compile(r"\p{Ll}")


@dataclass(frozen=True)
class Cells:
    """Looks up what stands in a row."""

    tree: Tree
    tables: Sequence[Table]
    rules: SentenceRules

    @cached_property
    def views(self) -> tuple[TableView, ...]:
        """Every table with the meaning of its columns."""
        return tuple(view(t, self.text, self.rules.columns, self.rules.contents) for t in self.tables)

    @property
    def text(self) -> Text:
        """The plan's text."""
        return self.tree.text

    def view_of(self, index: int) -> TableView:
        """The table that a node is a row of."""
        return self.views[self.tree.nodes[index].table or 0]

    def is_row(self, index: int) -> bool:
        """Whether a node is a row of a table."""
        return self.tree.nodes[index].kind is NodeKind.ROW

    def row(self, index: int) -> int:
        """The number of a node's row in its table."""
        return self.tree.nodes[index].row or 0

    def span(self, index: int, meaning: Column) -> Span | None:
        """Where the cell of a meaning stands in the text; `None` where the row has none."""
        for row in range(self.row(index), -1, -1):
            cell = self.view_of(index).cell(row, meaning)
            if cell is None or not self.says_as_above(self.text[cell.span]):
                return cell.span if cell else None
        return None

    def says_as_above(self, words: str) -> bool:
        """*-nt-*, *như trên*: the cell above says it."""
        said = self.rules.roles.first(words)
        return (
            said is not None
            and said.rule.value == "ditto"
            and not _WORDS.search(words.replace(words[said.span.start : said.span.end], ""))
        )

    def cell(self, index: int, meaning: Column) -> str:
        """The words of a cell; empty where the row has none."""
        span = self.span(index, meaning)
        return self.text[span] if span else ""

    def parent(self, index: int) -> int | None:
        """The row that a sub-row (*2.1* under *2*, *a* under *2*) belongs to; `None` for others."""
        return self._parents.get(index)

    @cached_property
    def with_subrows(self) -> frozenset[int]:
        """Rows that others belong to."""
        return frozenset(self._parents.values())

    @cached_property
    def _parents(self) -> Mapping[int, int]:
        """By sub-row, the nearest row above that it belongs to."""
        found: dict[int, int] = {}
        by_marker: dict[tuple[int | None, str], int] = {}
        no_letter: dict[int | None, int] = {}
        for index, node in enumerate(self.tree.nodes):
            if not self.is_row(index):
                continue
            above, dot, _ = node.marker.rpartition(".")
            letter = _LETTER.fullmatch(node.marker)
            parent = no_letter.get(node.table) if letter else by_marker.get((node.table, above))
            if parent is not None and (self._is_numbered(parent) if letter else dot):
                found[index] = parent
            by_marker[node.table, node.marker] = index
            if not letter:
                no_letter[node.table] = index
        return found

    def _is_numbered(self, index: int) -> bool:
        """Whether a row's own cell of numbers counts in figures; a row without one goes by its place in the table."""
        return self.cell(index, Column.NUMBER).strip(" .)(").isdigit()
