"""Rows of dated tables: on which day, where or what."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.document.content import Deadline, ScheduleRow
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.times.complete import complete_date
from vanthu.times.context import TimeContext
from vanthu.understanding.column_contents import Contents
from vanthu.understanding.deadlines import DeadlineReader
from vanthu.understanding.tables import Column, TableUse, TableView, view
from vanthu.understanding.tasks.times import issue_day, title_period, year_named

_WHAT = (Column.PLACE, Column.WORK, Column.OTHER, Column.LEAD)


def schedule(plan: Plan, rulebook: Rulebook) -> tuple[ScheduleRow, ...]:
    """The rows of all schedule tables, in document order; rows without a certain day are left out.

    Raises `ValueError` before there is text.
    """
    text = plan.need_text()
    reader = DeadlineReader.of(rulebook)
    contents = Contents.of(rulebook)
    views = [view(table, text, rulebook["COLUMN"], contents.meaning) for table in plan.tables or ()]
    return tuple(
        row for v in views if v.use is TableUse.SCHEDULE for row in _rows(plan, v, reader, _context(plan, v))
    )


def _context(plan: Plan, table: TableView) -> TimeContext:
    text = plan.need_text()
    column = table.column(Column.TIME)
    head = " ".join(
        text[c.span] for c in table.table.cells if c.row < table.table.head_rows and c.column == column
    )
    return TimeContext(issue_day(plan), title_period(plan), year=year_named(head), source="cột thời gian")


def _rows(
    plan: Plan, table: TableView, reader: DeadlineReader, context: TimeContext
) -> Iterator[ScheduleRow]:
    for row in range(table.table.head_rows, table.table.rows):
        what = _what(table, row)
        for when in table.cells(row, Column.TIME) if what else ():
            found = reader.in_span(plan, when.span, context)
            day = next((d for d in map(_day, found) if d), None) or _complete(plan.need_text()[when.span])
            if day and what:
                words = " ".join(plan.need_text()[what].split())
                yield ScheduleRow(when=day, what=words, evidence=plan.evidence(_hull(when.span, what)))
                break


def _hull(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _what(table: TableView, row: int) -> Span | None:
    """The first cell, from the left, that tells where, what or who; a bare number does not."""
    cells = sorted((c for m in _WHAT for c in table.cells(row, m)), key=lambda c: c.column)
    return next((c.span for c in cells), None)


def _complete(text: str) -> str | None:
    day = complete_date(text)
    return day.isoformat() if day else None


def _day(deadline: Deadline) -> str | None:
    found = deadline.date or deadline.start
    return found[:10] if found else None
