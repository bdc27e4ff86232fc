"""The time of a table's row where several places tell it: from one day till another, a month and a day within it, the work's own words."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.document.text import Text
from vanthu.times.context import TimeContext
from vanthu.understanding.columns.columns import Column
from vanthu.understanding.columns.marked import is_mark, runs
from vanthu.understanding.deadlines.whole import spanned
from vanthu.understanding.tasks.rows import Rows
from vanthu.understanding.tasks.timing.short_times import written_out
from vanthu.understanding.tasks.timing.timed_cells import in_cell
from vanthu.understanding.tasks.timing.times import Times
from vanthu.understanding.tasks.timing.told_times import as_limits, days_of

_NUMBERS = regex.compile(r"\d{1,2}(?:\s*[-–,+]\s*\d{1,2})*")


def times_of_row(
    rows: Rows, index: int, clock: Times, context: TimeContext
) -> tuple[Sequence[Deadline], Sequence[Deadline]]:
    """What the words of the work say of its time, and what the columns say: no window of theirs beside a nearer time in the work. There,
    *vận hành liên tục* beside a time of the columns says how, not when.
    """
    told, inner = _told_by_columns(rows, index, clock, context)
    work = rows.span(index, Column.WORK)
    own = clock.in_span(work, inner) if work else ()
    own = tuple(o for o in own if not told or o.kind is not DeadlineKind.ONGOING)
    return own, tuple(d for d in told if not any(_is_nearer(o, d, rows.text) for o in own))


def _is_nearer(own: Deadline, told: Deadline, text: Text) -> bool:
    """Whether the work names its day where a column names only the weeks or months around it; in brackets, whatever they are."""
    days, around = days_of(own), days_of(told)
    if days is None or around is None or told.kind is not DeadlineKind.WINDOW:
        return False
    inside = around[0] <= days[0] <= days[1] <= around[1] and around != days
    return inside or _is_in_brackets(own, text)


def _is_in_brackets(deadline: Deadline, text: Text) -> bool:
    span = deadline.evidence.span if deadline.evidence else None
    if span is None:
        return False
    return text[Span(0, span.start)].endswith("(") and text[Span(span.end, span.end + 1)] == ")"


def _told_by_columns(
    rows: Rows, index: int, clock: Times, context: TimeContext
) -> tuple[tuple[Deadline, ...], TimeContext]:
    """What the columns of time say of a row, and what words beside them are read against. Of two columns the narrower counts, read within
    the wider; a day in a column of beginnings and one in a column of ends are one window.
    """
    told = _told_above(rows, index, clock, context)
    period = spanned(told)
    context = context.within(period, "dòng đầu nhóm trong bảng") if period else context
    told = _told_by_marks(rows, index, clock, context) or told
    begins = False
    for span, bound in rows.times(index):
        found = _counted(rows, span, clock, context, bound) or in_cell(clock, span, context)
        if not found:
            continue
        found = as_limits(found) if bound == "by" else found
        told = (_window(told, found, clock) if begins else None) or found
        begins = bound == "from"
        period = spanned(found)
        context = context.within(period, "cột thời gian") if period else context
    return told, context


def _told_above(rows: Rows, index: int, clock: Times, context: TimeContext) -> tuple[Deadline, ...]:
    """*Tháng 8/2026*, *Giai đoạn 1: từ ngày ... đến ngày ...* in a line over the whole table: the time of the rows below it; none where
    the nearest such line tells another thing.
    """
    line = rows.line_above(index)
    if line is None or not clock.periods.is_period(rows.text[line]):
        return ()
    return clock.in_line(line, context)


def _told_by_marks(rows: Rows, index: int, clock: Times, context: TimeContext) -> tuple[Deadline, ...]:
    """*x* under *tháng 3*, *tháng 4*: neighbouring marks are one window."""
    view, row = rows.view_of(index), rows.row(index)
    cells = {c: cell for c in view.periods if (cell := view.at(row, c)) and is_mark(rows.text[cell.span])}
    told: list[Deadline] = []
    for first, last in runs(cells):
        names = [view.periods[c] for c in (first, last)]
        words = f"từ {names[0]} đến {names[1]}" if first != last else f"trong {names[0]}"
        evidence = clock.plan.evidence(Span(cells[first].span.start, cells[last].span.end))
        told += (
            d.model_copy(update={"raw": words, "evidence": evidence})
            for d in clock.reader.in_text(words, context)
        )
    return tuple(told)


def _counted(
    rows: Rows, span: Span, clock: Times, context: TimeContext, bound: str | None
) -> tuple[Deadline, ...]:
    """*2*, *3-4* in a column of months, or in one of weeks within the month that stands elsewhere; what other cells abridge."""
    words = rows.text[span].strip()
    counts = _NUMBERS.fullmatch(words) is not None
    told = {"raw": words, "evidence": clock.plan.evidence(span)}
    full = f"trong tháng {words}" if counts and bound == "month" else written_out(words)
    if full:
        return tuple(d.model_copy(update=told) for d in clock.reader.in_text(full, context))
    if bound != "week" or not counts:
        return ()
    if context.whole_month is None:
        return ()
    year, month = context.whole_month
    source = {"assumptions": (f"tháng {month}/{year} lấy theo {context.month_source}",)}
    found = clock.reader.in_text(f"tuần {words} tháng {month}/{year}", context)
    return tuple(d.model_copy(update=told | source) for d in found)


def _window(first: Sequence[Deadline], last: Sequence[Deadline], clock: Times) -> tuple[Deadline, ...] | None:
    """The window from one day or period till another; `None` where either cell says more or other than that."""
    if len(first) != 1 or len(last) != 1:
        return None
    start, end = first[0], last[0]
    place = _from_to(start.evidence, end.evidence)
    begin, stop = start.date or start.start, end.date or end.end
    if place is None or not begin or not stop or begin > stop:
        return None
    window = Deadline(
        raw=f"{start.raw} - {end.raw}",
        kind=DeadlineKind.WINDOW,
        start=begin,
        end=stop,
        assumptions=(*start.assumptions, *end.assumptions),
        evidence=clock.plan.evidence(place, end.evidence.rule if end.evidence else None),
        confidence=min((c for c in (start.confidence, end.confidence) if c is not None), default=None),
    )
    return (window,)


def _from_to(first: Evidence | None, last: Evidence | None) -> Span | None:
    """From where one stands to where the other ends."""
    if not (first and last and first.span and last.span):
        return None
    return Span(first.span.start, last.span.end)
