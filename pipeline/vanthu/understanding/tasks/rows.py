"""Table rows as tasks: work, unit, partner, time and product from their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import Table
from vanthu.document.structure import NodeKind
from vanthu.document.text import Text
from vanthu.understanding.columns.columns import Column, TableUse, TableView, filled, view
from vanthu.understanding.tasks.choice import Choice
from vanthu.understanding.tasks.rules import TaskRules
from vanthu.understanding.tasks.sentence import Sentence
from vanthu.understanding.tasks.subject import moved
from vanthu.understanding.tasks.tree import Tree
from vanthu.understanding.units.parts import UnitName

_ROW = Choice(0.9)
_NO_WORDS = regex.compile(r"[\W\d_]*")
_LINES = regex.compile(r"[\n;]+")
_DASHED = regex.compile(r"\s*[-–+•]\s+\p{Lu}")
_DASHES = regex.compile(r"(?:^|\s)[-–+•]\s+(?=\p{Lu})|[\n;]+")
_COMMAS = regex.compile(r"\s*,\s*|(?<=\p{Ll})\s*/\s*(?=\p{Lu}\p{L})|\s*\+\s*(?=\p{Lu})")
_WORDS = regex.compile(r"\w")
_AT_END = regex.compile(r"\s*\Z")
_LETTER = regex.compile(r"\p{Ll}")
_DAY = regex.compile(r"\d\s*/\s*\d")
_COUNT = regex.compile(r"(?<![\d/.])\d{1,2}(?![\d/.])")
_WEEKS_OF_MONTH = 5
_DASH = regex.compile(r"\s*[-–—]\s*")
_EDGE = " \t\n.;,:-–+*"


@dataclass(frozen=True)
class Rows:
    """The tables of one plan."""

    tree: Tree
    tables: Sequence[Table]
    rules: TaskRules

    @cached_property
    def views(self) -> tuple[TableView, ...]:
        """Every table with the meaning of its columns."""
        return tuple(view(t, self.text, self.rules.columns, self.rules.contents.meaning) for t in self.tables)

    @property
    def text(self) -> Text:
        """The plan's text."""
        return self.tree.text

    @cached_property
    def chosen(self) -> Mapping[int, Choice]:
        """Rows that are tasks, by node."""
        rows = (i for i in range(len(self.tree.nodes)) if self.is_row(i))
        return {i: _ROW for i in rows if self._view(i).use is TableUse.TASKS and self._is_task(i)}

    def _view(self, index: int) -> TableView:
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
            cell = self._view(index).cell(row, meaning)
            if cell is None or not self._says_as_above(self.text[cell.span]):
                return cell.span if cell else None
        return None

    def times(self, index: int) -> Iterator[tuple[Span, str | None]]:
        """Where the columns of time speak of a row, and whether the head of each says *from*, *by*, *week* or *month*; not the work's own cell."""
        view, work = self._view(index), self.span(index, Column.WORK)
        goes_on = self._goes_on_with_time(index)
        for column in view.columns_of(Column.TIME):
            span = self._own_time(index, column)
            goes_on = goes_on and span is None
            span = self._time_above(index, column) if goes_on else span
            bound = view.bounds.get(column)
            if span and span != work and not (bound == "week" and self._is_counted_on(index, column, span)):
                yield span, bound

    def _own_time(self, index: int, column: int) -> Span | None:
        cell = self._view(index).at(self.row(index), column)
        if cell is None or cell.span.end <= cell.span.start:
            return None
        return self._time_above(index, column) if self._says_as_above(self.text[cell.span]) else cell.span

    def _time_above(self, index: int, column: int) -> Span | None:
        """What the nearest filled cell above says, one that speaks for itself."""
        view = self._view(index)
        cells = (view.at(row, column) for row in range(self.row(index) - 1, view.table.head_rows - 1, -1))
        spans = (c.span for c in cells if c and c.span.end > c.span.start)
        return next((s for s in spans if not self._says_as_above(self.text[s])), None)

    def _is_counted_on(self, index: int, column: int, span: Span) -> bool:
        """Whether a week has no days but only a number, in a column that counts through the year: it is none of a month's five."""
        words = (self.text[c.span] for c in self._view(index).table.cells if c.column == column)
        counted = (int(n) for w in words if not _DAY.search(w) for n in _COUNT.findall(w))
        return max(counted, default=0) > _WEEKS_OF_MONTH and not _DAY.search(self.text[span])

    def _goes_on_with_time(self, index: int) -> bool:
        """Whether an empty time is that of the row above: the table is laid out by time, or writes a dash where there is nothing."""
        table = self._view(index)
        time, work = table.column(Column.TIME), table.column(Column.WORK)
        if time is None or any(c.row_span > 1 for c in table.table.cells) or self._has_subrows(index):
            return False
        dashes = any(_DASH.fullmatch(self.text[c.span]) for c in table.table.cells)
        return dashes or (work is not None and time < work)

    def line_above(self, index: int) -> Span | None:
        """The nearest row of the same table above one that fills a single cell beside its number: it heads what stands below."""
        lines = self._view(index).lines
        return next((lines[row] for row in range(self.row(index) - 1, -1, -1) if row in lines), None)

    def _says_as_above(self, words: str) -> bool:
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

    def _is_task(self, index: int) -> bool:
        work = self.cell(index, Column.WORK).strip()
        if not work or _NO_WORDS.fullmatch(work):
            return False
        if any(
            Sentence(self.text[s], self.rules).is_closing
            for s in filled(self._view(index).table, self.row(index))
        ):
            return False
        return not self._is_group(index, work)

    def _is_group(self, index: int, work: str) -> bool:
        """A row that names what the rows below it have in common: nothing beside its words, and it looks like a title."""
        said = (Column.LEAD, Column.TIME, Column.PARTNER, Column.PRODUCT)
        if any(self.cell(index, m).strip() and self.cell(index, m).strip() != work for m in said):
            return False
        label = self.cell(index, Column.NUMBER).strip(" .)(")
        return not label.isdigit() or work.isupper() or self._has_subrows(index)

    def _has_subrows(self, index: int) -> bool:
        return any(self.parent(i) == index for i in self._following(index))

    def _following(self, index: int) -> Iterator[int]:
        node = self.tree.nodes[index]
        for i in range(index + 1, len(self.tree.nodes)):
            if self.tree.nodes[i].table != node.table:
                return
            yield i

    def parent(self, index: int) -> int | None:
        """The row that a sub-row (*2.1* under *2*, *a* under *2*) belongs to; `None` for others."""
        node = self.tree.nodes[index]
        above, dot, _ = node.marker.rpartition(".")
        same = (i for i in range(index - 1, -1, -1) if self.tree.nodes[i].table == node.table)
        if _LETTER.fullmatch(node.marker):
            first = next((i for i in same if not _LETTER.fullmatch(self.tree.nodes[i].marker)), None)
            return first if first is not None and self._is_numbered(first) else None
        return next((i for i in same if self.tree.nodes[i].marker == above), None) if dot else None

    def _is_numbered(self, index: int) -> bool:
        """Whether a row's own cell of numbers counts in figures; a row without one goes by its place in the table."""
        return self.cell(index, Column.NUMBER).strip(" .)(").isdigit()

    def units(self, index: int, meaning: Column) -> tuple[UnitName, ...]:
        """The units in a cell: by the grammar, line by line; a line that it doesn't know is kept as it is written."""
        span = self.span(index, meaning)
        return tuple(self.units_in(span)) if span else ()

    def parties(self, index: int) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        """Who leads and who helps by a row's cells; one cell may name both, the leader first where no word parts them. A class and its
        teacher in two columns both lead.
        """
        table = self._view(index)
        first = self.span(index, Column.LEAD)
        beside = [c.span for c in table.cells(self.row(index), Column.LEAD)][1:]
        parts = [self._parts_in(span) for span in ([first] if first else []) + beside]
        leads = tuple(u for lead, _ in parts for u in lead)
        helpers = tuple(u for _, help_ in parts for u in help_)
        if helpers or table.column(Column.LEAD) not in table.mixed:
            return leads, (*helpers, *self.units(index, Column.PARTNER))
        return leads[:1], leads[1:]

    def _parts_in(self, span: Span) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        """Who leads and who helps by the words of one cell; all lead where it tells no parts."""
        sentence = Sentence(self.text[span], self.rules)
        told = [a for a in sentence.attributes if a.kind in ("lead", "partner")]
        if told:
            head = Span(span.start, span.start + min(a.span.start for a in told))
            values = {a.kind: Span(a.value.start + span.start, a.value.end + span.start) for a in told}
            helpers = tuple(self.units_in(values["partner"])) if "partner" in values else ()
            return tuple(self.units_in(values.get("lead", head))), helpers
        leads, helpers = (moved(units, span.start) for units in sentence.parts_of_row())
        if leads or helpers:
            return leads, helpers or self.helpers_in(span)
        return tuple(self.units_in(span)), self.helpers_in(span)

    def leads_above(self, index: int) -> tuple[UnitName, ...]:
        """Who leads by the nearest cell above one left empty, in a table that tells none of its cells to lie over several rows."""
        table = self._view(index).table
        told = any(c.row_span > 1 for c in table.cells) or self._has_subrows(index)
        if told or self._view(index).column(Column.LEAD) is None:
            return ()
        node = self.tree.nodes[index]
        above = (i for i in range(index - 1, -1, -1) if self.tree.nodes[i].table == node.table)
        spans = (span for i in above if (span := self.span(i, Column.LEAD)))
        return next((leads for span in spans if (leads := self._parts_in(span)[0])), ())

    def units_in(self, span: Span) -> Iterator[UnitName]:
        """The units that a cell or the value of an attribute names."""
        border = _DASHES if _DASHED.match(self.text[span]) else _LINES
        for line in _pieces(self.text[span], span.start, border):
            yield from moved(self._listed(self.text[line]), line.start)

    def _listed(self, words: str) -> Iterator[UnitName]:
        """The units in a row of names: by the grammar; one that goes on in words that it doesn't know up to the next border."""
        reader = self.rules.grammar.read(words)
        at: int | None = 0
        while at is not None and at < len(words):
            units, end = reader.list_at(at)
            if not units and (levels := reader.level_end(at)):
                units, end = (UnitName(reader.clean(at, levels), Span(at, levels)),), levels
            border = _COMMAS.search(words, end) or _AT_END.search(words)
            stop = border.start() if border else len(words)
            if units and not words[end:stop].strip(_EDGE):
                yield from units
            elif (units and Sentence(words[end:], self.rules).begins_with_part) or (
                units and words[end:].lstrip()[:1] in {".", "(", ")"}
            ):
                yield from units
                return
            else:
                start = units[-1].span.start if units else at
                yield from units[:-1]
                yield from self._as_written(words, Span(start, stop))
            at = border.end() if border and border.end() > stop else None

    def helpers_in(self, span: Span) -> tuple[UnitName, ...]:
        """The units that such a value names as helpers (*Sở Y tế chủ trì, phối hợp với Công an tỉnh*)."""
        return moved(Sentence(self.text[span], self.rules).partners, span.start)

    def _as_written(self, words: str, span: Span) -> Iterator[UnitName]:
        """A name that no rule knows, as it is written; nothing where the words are work or time."""
        text = words[span.start : span.end].strip(_EDGE)
        begin = span.start + words[span.start :].find(text)
        verb = text[:1].islower() and self.rules.grammar.read(text).verb_at(0) in ("action", "report")
        if text and not verb and not _DAY.search(text) and not _NO_WORDS.fullmatch(text):
            yield UnitName(" ".join(text.split()), Span(begin, begin + len(text)))


def _pieces(text: str, start: int, border: regex.Pattern[str]) -> Iterator[Span]:
    """The parts between borders, trimmed, as places in the plan's text; empty ones left out."""
    at = 0
    for found in [*border.finditer(text), None]:
        end = found.start() if found else len(text)
        part = text[at:end]
        trimmed = part.strip(_EDGE)
        if trimmed:
            begin = at + part.index(trimmed)
            yield Span(start + begin, start + begin + len(trimmed))
        at = found.end() if found else end
