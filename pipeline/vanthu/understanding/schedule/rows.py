"""Rows of dated tables: on which day, where or what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vanthu.document.content import Deadline, DeadlineKind, Qualifier, ScheduleRow
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.times.clock import is_hours, is_part_of_day
from vanthu.times.complete import complete_date
from vanthu.times.context import TimeContext
from vanthu.understanding.columns.columns import Column, TableUse, TableView, view
from vanthu.understanding.columns.contents import Contents
from vanthu.understanding.deadlines.reader import DeadlineReader
from vanthu.understanding.deadlines.whole import issue_context, title_period, year_named
from vanthu.understanding.schedule.programme import programme_lines

_LINES_ABOVE = 3  # that may name the day of a table of hours
_WHAT = (Column.PLACE, Column.WORK, Column.OTHER, Column.LEAD)


def schedule(plan: Plan, rulebook: Rulebook) -> tuple[ScheduleRow, ...]:
    """The rows of all schedule tables, and the lines of programmes, each in document order; rows without a certain day are left out.

    Raises `ValueError` before there is text.
    """
    text = plan.need_text()
    reader = DeadlineReader.of(rulebook)
    contents = Contents.of(rulebook)
    views = [view(table, text, rulebook["COLUMN"], contents) for table in plan.tables or ()]
    rows = (
        row
        for v in views
        if v.use is TableUse.SCHEDULE
        for row in _rows(plan, v, reader, _context(plan, v, reader))
    )
    issued = issue_context(plan, title_period(plan, reader))
    return (*rows, *programme_lines(plan, rulebook["SECTION"], reader, issued))


def _context(plan: Plan, table: TableView, reader: DeadlineReader) -> TimeContext:
    text = plan.need_text()
    column = table.column(Column.TIME)
    head = " ".join(
        text[c.span] for c in table.table.cells if c.row < table.table.head_rows and c.column == column
    )
    issued = issue_context(plan, title_period(plan, reader))
    year = year_named(head)
    return replace(issued, year=year, source="cột thời gian") if year else issued


def _rows(
    plan: Plan, table: TableView, reader: DeadlineReader, context: TimeContext
) -> Iterator[ScheduleRow]:
    carried = _day_above(plan, table, reader, context)
    for row in range(table.table.head_rows, table.table.rows):
        cells = table.places.filled(row)
        if len(cells) == 1 and (title := _one_day(reader.in_span(plan, cells[0], context))):
            carried = title  # a line over the whole table: *Ngày 24/8/2026*
            continue
        what = _what(table, row)
        for when in table.cells(row, Column.TIME) if what else ():
            words = plan.need_text()[when.span]
            found = reader.in_span(plan, when.span, context)
            day = next((d for d in map(_day, found) if d), None) or _complete(words)
            carried = day or carried  # written once for all hours of a day
            day = day or (carried if is_hours(words) or is_part_of_day(words) else None)
            if day and what:
                words = " ".join(plan.need_text()[what].split())
                yield ScheduleRow(when=day, what=words, evidence=plan.evidence(_hull(when.span, what)))
                break


def _day_above(plan: Plan, table: TableView, reader: DeadlineReader, context: TimeContext) -> str | None:
    """The one day that the lines right above a table name; `None` where they name none or several."""
    first = min(c.span.start for c in table.table.cells)
    above = [p for p in plan.paragraphs or () if p.table is None and p.span.end <= first][-_LINES_ABOVE:]
    days = (_one_day(reader.in_span(plan, p.span, context)) for p in reversed(above))
    return next((d for d in days if d), None)


def _one_day(found: Sequence[Deadline]) -> str | None:
    days = {d.date for d in found if d.date and d.qualifier is Qualifier.ON}  # no day that work is due by
    return days.pop() if len(days) == 1 else None


def _hull(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _what(table: TableView, row: int) -> Span | None:
    """The first cell, from the left, that tells where, what or who; in a table that has no places, the work. A bare number tells nothing."""
    work = None if table.column(Column.PLACE) is not None else table.cell(row, Column.WORK)
    cells = sorted((c for m in _WHAT for c in table.cells(row, m)), key=lambda c: c.column)
    return work.span if work else next((c.span for c in cells), None)


def _complete(text: str) -> str | None:
    day = complete_date(text)
    return day.isoformat() if day else None


def _day(deadline: Deadline) -> str | None:
    """The day of a row: none for what comes again from a day on."""
    found = deadline.date or (deadline.start if deadline.kind is DeadlineKind.WINDOW else None)
    return found[:10] if found else None
