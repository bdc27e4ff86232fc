"""Table rows as tasks: work, unit, partner, time and product from their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.understanding.columns.columns import Column, TableUse
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.sentences.subject import moved
from vanthu.understanding.tasks.cells import Cells
from vanthu.understanding.tasks.choice import Choice
from vanthu.understanding.units.parts import UnitName

_ROW = Choice(0.9)
_NO_WORDS = regex.compile(r"[\W\d_]*")
_LINES = regex.compile(r"[\n;]+")
_DASHED = regex.compile(r"\s*[-–+•]\s+\p{Lu}")
_DASHES = regex.compile(r"(?:^|\s)[-–+•]\s+(?=\p{Lu})|[\n;]+")
_COMMAS = regex.compile(r"\s*,\s*|(?<=\p{Ll})\s*/\s*(?=\p{Lu}\p{L})|\s*\+\s*(?=\p{Lu})")
_AT_END = regex.compile(r"\s*\Z")
_DAY = regex.compile(r"\d\s*/\s*\d")
_COUNT = regex.compile(r"(?<![\d/.])\d{1,2}(?![\d/.])")
_WEEKS_OF_MONTH = 5
_DASH = regex.compile(r"\s*[-–—]\s*")
_EDGE = " \t\n.;,:-–+*"


@dataclass(frozen=True)
class Rows(Cells):
    """Reads the rows of one plan."""

    @cached_property
    def chosen(self) -> Mapping[int, Choice]:
        """Rows that are tasks, by node."""
        rows = (i for i in range(len(self.tree.nodes)) if self.is_row(i))
        return {i: _ROW for i in rows if self.view_of(i).use is TableUse.TASKS and self._is_task(i)}

    def times(self, index: int) -> Iterator[tuple[Span, str | None]]:
        """Where the columns of time speak of a row, and whether the head of each says *from*, *by*, *week* or *month*; not the work's own cell."""
        view, work = self.view_of(index), self.span(index, Column.WORK)
        goes_on = self._goes_on_with_time(index)
        for column in view.columns_of(Column.TIME):
            span = self._own_time(index, column)
            goes_on = goes_on and span is None
            span = self._time_above(index, column) if goes_on else span
            bound = view.bounds.get(column)
            if span and span != work and not (bound == "week" and self._is_counted_on(index, column, span)):
                yield span, bound

    def _own_time(self, index: int, column: int) -> Span | None:
        cell = self.view_of(index).at(self.row(index), column)
        if cell is None or cell.span.end <= cell.span.start:
            return None
        return self._time_above(index, column) if self.says_as_above(self.text[cell.span]) else cell.span

    def _time_above(self, index: int, column: int) -> Span | None:
        """What the nearest filled cell above says, one that speaks for itself."""
        view = self.view_of(index)
        cells = (view.at(row, column) for row in range(self.row(index) - 1, view.table.head_rows - 1, -1))
        spans = (c.span for c in cells if c and c.span.end > c.span.start)
        return next((s for s in spans if not self.says_as_above(self.text[s])), None)

    def _is_counted_on(self, index: int, column: int, span: Span) -> bool:
        """Whether a week has no days but only a number, in a column that counts through the year: it is none of a month's five."""
        counted = self._highest_counts.get((self.tree.nodes[index].table or 0, column), 0)
        return counted > _WEEKS_OF_MONTH and not _DAY.search(self.text[span])

    @cached_property
    def _highest_counts(self) -> Mapping[tuple[int, int], int]:
        """By table and column, the highest bare number in cells without a day."""
        highest: dict[tuple[int, int], int] = {}
        for number, table in enumerate(self.tables):
            for cell in table.cells:
                words, key = self.text[cell.span], (number, cell.column)
                counts = () if _DAY.search(words) else map(int, _COUNT.findall(words))
                highest[key] = max((highest.get(key, 0), *counts))
        return highest

    def _goes_on_with_time(self, index: int) -> bool:
        """Whether an empty time is that of the row above: the table is laid out by time, or writes a dash where there is nothing."""
        table = self.view_of(index)
        time, work = table.column(Column.TIME), table.column(Column.WORK)
        if time is None or table.places.spans_rows or index in self.with_subrows:
            return False
        return self.tree.nodes[index].table in self._dashed or (work is not None and time < work)

    @cached_property
    def _dashed(self) -> frozenset[int | None]:
        """Tables that write a dash where there is nothing."""
        cells = ((n, self.text[c.span]) for n, table in enumerate(self.tables) for c in table.cells)
        return frozenset(number for number, words in cells if _DASH.fullmatch(words))

    def line_above(self, index: int) -> Span | None:
        """The nearest row of the same table above one that fills a single cell beside its number: it heads what stands below."""
        lines = self.view_of(index).lines
        return next((lines[row] for row in range(self.row(index) - 1, -1, -1) if row in lines), None)

    def _is_task(self, index: int) -> bool:
        work = self.cell(index, Column.WORK).strip()
        if not work or _NO_WORDS.fullmatch(work):
            return False
        if any(
            Sentence(self.text[s], self.rules).is_closing
            for s in self.view_of(index).places.filled(self.row(index))
        ):
            return False
        return not self._is_group(index, work)

    def _is_group(self, index: int, work: str) -> bool:
        """A row that names what the rows below it have in common: nothing beside its words, and it looks like a title."""
        said = (Column.LEAD, Column.TIME, Column.PARTNER, Column.PRODUCT)
        if any(self.cell(index, m).strip() and self.cell(index, m).strip() != work for m in said):
            return False
        return not self._is_numbered(index) or work.isupper() or index in self.with_subrows

    def units(self, index: int, meaning: Column) -> tuple[UnitName, ...]:
        """The units in a cell: by the grammar, line by line; a line that it doesn't know is kept as it is written."""
        span = self.span(index, meaning)
        return tuple(self.units_in(span)) if span else ()

    def parties(self, index: int) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        """Who leads and who helps by a row's cells; one cell may name both, the leader first where no word parts them, or only one that
        tells who helps (*Tổ 1; Hội Nông dân phối hợp*). A class and its teacher in two columns both lead.
        """
        table = self.view_of(index)
        first = self.span(index, Column.LEAD)
        beside = [c.span for c in table.cells(self.row(index), Column.LEAD)][1:]
        parts = [self._parts_in(span) for span in ([first] if first else []) + beside]
        leads = tuple(u for lead, _ in parts for u in lead)
        helpers = tuple(u for _, help_ in parts for u in help_)
        together = not helpers and table.column(Column.LEAD) in table.mixed
        if together or (len(helpers) > 1 and not leads):
            named = leads or helpers
            leads, helpers = named[:1], named[1:]
        return leads, (*helpers, *self.units(index, Column.PARTNER))

    def _parts_in(self, span: Span) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        """Who leads and who helps by the words of one cell; all lead where it tells no parts."""
        sentence = Sentence(self.text[span], self.rules)
        told = [a for a in sentence.attributes if a.kind in ("lead", "partner")]
        if told:
            head = Span(span.start, span.start + min(a.span.start for a in told))
            values = {a.kind: Span(a.value.start + span.start, a.value.end + span.start) for a in told}
            helpers = tuple(self.units_in(values["partner"])) if "partner" in values else ()
            return tuple(self.units_in(values.get("lead", head))), helpers
        leads, helpers = (moved(u, span.start) for u in _coordinated(sentence) or sentence.parts_of_row())
        if leads or helpers:
            return leads, helpers or self.helpers_in(span)
        return tuple(self.units_in(span)), self.helpers_in(span)

    def leads_above(self, index: int) -> tuple[UnitName, ...]:
        """Who leads by the nearest cell above one left empty, in a table that tells none of its cells to lie over several rows; nobody beside
        a dash.
        """
        told = self.view_of(index).places.spans_rows or index in self.with_subrows
        if told or self.cell(index, Column.LEAD).strip() or self.view_of(index).column(Column.LEAD) is None:
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


def _coordinated(sentence: Sentence) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]] | None:
    """*Phòng Kinh tế phối hợp với Công an xã*: the first leads, the others help; `None` for other words."""
    leads, end = sentence.reader.list_at(sentence.skip(0))
    begin = sentence.skip(end + sentence.text.startswith(",", end))
    if leads and sentence.partners and any(m.span.start == begin for m in sentence.told("coordinate")):
        return leads, sentence.partners
    return None


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
