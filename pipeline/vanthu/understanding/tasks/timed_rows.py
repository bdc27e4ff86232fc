"""The time of a table's row where several columns tell it: from one day till another, or a month and a day within it."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.times.context import TimeContext
from vanthu.understanding.tasks.rows import Rows
from vanthu.understanding.tasks.times import Times, as_limits, spanned


def told_by_columns(rows: Rows, index: int, clock: Times, context: TimeContext) -> tuple[Deadline, ...]:
    """What the columns of time say of a row. Of two the narrower counts, read within the wider; a day in a column of beginnings
    and one in a column of ends are one window.
    """
    told: tuple[Deadline, ...] = ()
    begins = False
    for span, bound in rows.times(index):
        found = clock.in_span(span, context)
        if not found:
            continue
        found = as_limits(found) if bound == "by" else found
        told = (_window(told, found, clock) if begins else None) or found
        begins = bound == "from"
        period = spanned(found)
        context = context.within(period) if period else context
    return told


def _window(first: Sequence[Deadline], last: Sequence[Deadline], clock: Times) -> tuple[Deadline, ...] | None:
    """The window from one day till another; `None` where either cell says more or other than a day."""
    if len(first) != 1 or len(last) != 1:
        return None
    start, end = first[0], last[0]
    place = _from_to(start.evidence, end.evidence)
    if place is None or not start.date or not end.date or start.date > end.date:
        return None
    window = Deadline(
        raw=f"{start.raw} - {end.raw}",
        kind=DeadlineKind.WINDOW,
        start=start.date,
        end=end.date,
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
