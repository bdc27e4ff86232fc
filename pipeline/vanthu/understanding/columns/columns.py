"""What the columns of a table are for, whatever they are called and in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from vanthu.document.geometry import Span
from vanthu.document.layout import Table, TableCell
from vanthu.document.text import Text
from vanthu.rulebook import Match, RuleSet
from vanthu.times.clock import is_hours, is_part_of_day
from vanthu.understanding.columns.marked import marked_periods
from vanthu.understanding.columns.places import Places


class Column(StrEnum):
    """What a column of a plan's table tells; the values of the rules labelled COLUMN."""

    NUMBER = "number"  # STT, TT
    WORK = "work"
    TIME = "time"
    LEAD = "lead"
    PARTNER = "partner"
    PRODUCT = "product"
    PLACE = "place"
    NOTE = "note"
    OTHER = "other"


class TableUse(StrEnum):
    """What a table gives."""

    TASKS = "tasks"
    SCHEDULE = "schedule"
    NEITHER = "neither"


class CellReader(Protocol):
    """What the cells of a column tell."""

    def meaning(self, cells: Iterable[str]) -> Column:
        """What the column is for; `OTHER` where they are silent."""

    def are_offices(self, cells: Iterable[str]) -> bool:
        """Whether most of the filled ones are offices in a team and nothing else."""


Body = Mapping[int, Sequence[str]]  # by column, the texts of its cells below the head

_BOTH = frozenset({Column.LEAD, Column.PARTNER})
_DUTY = frozenset({Column.LEAD, Column.PARTNER, Column.PRODUCT})


@dataclass(frozen=True)
class TableView:
    """A table with the meaning of its columns."""

    table: Table
    columns: Mapping[int, Column]
    use: TableUse
    mixed: frozenset[int] = frozenset()  # columns of who leads that name who helps, too
    # columns of time whose head says *from*, *by*, *week* or *month*
    bounds: Mapping[int, str] = field(default_factory=dict)
    # columns in which a mark stands for a month or a quarter, by what they stand for
    periods: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def places(self) -> Places:
        """Its cells by their places."""
        return Places(self.table)

    def at(self, row: int, column: int) -> TableCell | None:
        """The cell that covers a place; `None` where the table has a hole."""
        return self.places.at(row, column)

    @cached_property
    def lines(self) -> Mapping[int, Span]:
        """By their rows, cells that stand alone beside a number: they head what stands below."""
        alone = ((row, self._beside_number(row)) for row in range(self.table.head_rows, self.table.rows))
        return {row: spans[0] for row, spans in alone if len(spans) == 1}

    def _beside_number(self, row: int) -> list[Span]:
        number = self.cell(row, Column.NUMBER)
        own = number.span if number and number.column_span == 1 else None
        return [s for s in self.places.filled(row) if s != own]

    def column(self, meaning: Column) -> int | None:
        """The first column of a meaning; `None` where there is none."""
        return next(iter(self.columns_of(meaning)), None)

    def columns_of(self, meaning: Column) -> tuple[int, ...]:
        """The columns of a meaning, from left to right."""
        return tuple(sorted(c for c, m in self.columns.items() if m is meaning))

    def cells(self, row: int, meaning: Column) -> Iterator[TableCell]:
        """The filled cells of a meaning that lie over a row, from left to right, be it ones that began rows above."""
        for column in self.columns_of(meaning):
            cell = self.at(row, column)
            if cell and cell.span.end > cell.span.start:
                yield cell

    def cell(self, row: int, meaning: Column) -> TableCell | None:
        """The first of those; `None` where all are empty."""
        return next(self.cells(row, meaning), None)


def view(table: Table, text: Text, columns: RuleSet, contents: CellReader) -> TableView:
    """The meaning of each column by its head, else by its cells; a table without a head has none and gives nothing."""
    names = {c: _head(table, c, text) for c in range(table.columns)}
    heads = {c: columns.find(name) for c, name in names.items()}
    told = {c: _best(found) for c, found in heads.items()}
    mixed = frozenset(c for c, found in heads.items() if {m.rule.value for m in found} >= _BOTH)
    body = {c: tuple(_body(table, c, text)) for c in names}
    meanings = _meanings(table, told, mixed, body, contents)
    bounds = {c: m.rule.attributes["bound"] for c, m in told.items() if m and "bound" in m.rule.attributes}
    periods = marked_periods(names, body)
    meanings |= dict.fromkeys(periods, Column.TIME)
    agenda = _is_agenda(table, meanings, text)
    use = TableUse.SCHEDULE if agenda else _use(set(meanings.values()), bounds, " ".join(names.values()))
    if _is_list(told, meanings, body, contents):
        use = TableUse.NEITHER
    return TableView(table, meanings, use, mixed, bounds, periods)


def _is_list(
    told: Mapping[int, Match | None], meanings: Mapping[int, Column], body: Body, contents: CellReader
) -> bool:
    """Whether a table lists what is spent, or members with their offices (*Tổ trưởng*, *Thành viên*), and no work."""
    if _listing("spending", told) and not _works(meanings):
        return True
    return bool(_listing("people", told)) and not _have_duties(meanings, body, contents)


def _meanings(
    table: Table, told: Mapping[int, Match | None], mixed: AbstractSet[int], body: Body, contents: CellReader
) -> dict[int, Column]:
    meanings = {c: _meaning(m) for c, m in told.items()}
    overseers = _listing("overseers", told)
    if any(m is Column.LEAD and c not in overseers for c, m in meanings.items()):
        meanings |= dict.fromkeys(overseers, Column.OTHER)
    if Column.LEAD not in meanings.values():
        meanings |= {c: Column.LEAD for c, m in meanings.items() if c in mixed or m is Column.PARTNER}
    for column in (c for c, m in told.items() if m is None and table.head_rows):
        own = contents.meaning(body[column])
        finer = own is Column.TIME is meanings.get(column - 1)  # *Tháng | Tuần chuyên môn*
        meanings[column] = own if finer or own not in meanings.values() else Column.OTHER
    if Column.LEAD in meanings.values() and Column.TIME not in meanings.values():
        notes = [c for c, m in meanings.items() if m is Column.NOTE]
        meanings |= {c: Column.TIME for c in notes if contents.meaning(body[c]) is Column.TIME}
    return meanings | dict.fromkeys(_titles_of_work(meanings, body), Column.OTHER)


def _listing(what: str, told: Mapping[int, Match | None]) -> list[int]:
    return [c for c, m in told.items() if m and m.rule.attributes.get("lists") == what]


def _have_duties(meanings: Mapping[int, Column], body: Body, contents: CellReader) -> bool:
    """Whether people listed in a table have work to do: their cells begin with verbs, or a time is told for what is no office."""
    works = [body[c] for c in _works(meanings)]
    timed = Column.TIME in meanings.values()
    return any(
        contents.meaning(cells) is Column.WORK or (timed and not contents.are_offices(cells))
        for cells in works
    )


def _is_agenda(table: Table, meanings: Mapping[int, Column], text: Text) -> bool:
    """Whether a column of times has hours, or beside places morning and afternoon: the programme of a day or a week, whoever is in charge
    of its parts.
    """
    has_places = Column.PLACE in meanings.values()
    times = (c for c, m in meanings.items() if m is Column.TIME)
    places = Places(table)
    columns = ([text[s] for s in _beside_others(places, c)] for c in times)
    return any(
        len(cells) > 1 and (all(map(is_hours, cells)) or (has_places and all(map(is_part_of_day, cells))))
        for cells in columns
    )


def _beside_others(places: Places, column: int) -> Iterator[Span]:
    """The filled cells of a column, but for those that stand alone in their row: *Ngày thứ nhất (14/8)* heads the hours below it."""
    table = places.table
    rows = map(places.filled, range(table.head_rows, table.rows))
    beside = {span for row in rows if len(row) > 1 for span in row}
    yield from (c.span for c in table.cells if c.column == column and c.span in beside)


def _titles_of_work(meanings: Mapping[int, Column], body: Body) -> Iterator[int]:
    """*Hoạt động | Nội dung*: of neighbouring columns of work all but the one that says most; the others are its titles."""
    works = _works(meanings)
    said = {c: sum(map(len, body[c])) for c in works}
    if len(works) > 1 and works[-1] - works[0] == len(works) - 1:
        yield from (c for c in works if c != max(works, key=said.__getitem__))


def _works(meanings: Mapping[int, Column]) -> list[int]:
    return sorted(c for c, m in meanings.items() if m is Column.WORK)


def _body(table: Table, column: int, text: Text) -> Iterator[str]:
    return (text[c.span] for c in table.cells if c.column == column and c.row >= table.head_rows)


def _head(table: Table, column: int, text: Text) -> str:
    cells = (c for c in table.cells if c.row < table.head_rows)
    over = (c for c in cells if c.column <= column < c.column + c.column_span)
    return " ".join(text[c.span] for c in sorted(over, key=lambda c: c.row))


def _best(found: Sequence[Match]) -> Match | None:
    return max(found, key=lambda m: (m.rule.priority, -m.span.start)) if found else None


def _meaning(best: Match | None) -> Column:
    return Column(best.rule.value) if best and best.rule.value else Column.OTHER


def _use(meanings: set[Column], bounds: Mapping[int, str], heads: str) -> TableUse:
    if Column.WORK in meanings and (meanings & _DUTY or "by" in bounds.values()):
        return TableUse.TASKS
    if Column.TIME not in meanings:
        return TableUse.NEITHER
    if Column.WORK in meanings and Column.PLACE not in meanings and "ngày" not in heads.lower():
        return TableUse.TASKS
    return TableUse.SCHEDULE
