"""What the times of one task are to each other: days told twice, limits, stages that the work lies outside of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from vanthu.document.content import Deadline, DeadlineKind, Qualifier

_BARE_DAY = regex.compile(r"\s*(?:ngày\s*)?\d", regex.IGNORECASE)
_NEVER = "9999-12-31"  # the end of a window that names none


def days_of(deadline: Deadline) -> tuple[str, str] | None:
    """First and last day on which the work can be done; of *trước ngày X* the last is the day before; `None` without a day."""
    if deadline.kind is DeadlineKind.WINDOW:
        return (deadline.start or "")[:10], (deadline.end or _NEVER)[:10]
    if deadline.date is None:
        return None
    limit = deadline.qualifier in (Qualifier.BEFORE, Qualifier.BY)
    last = date.fromisoformat(deadline.date) - timedelta(days=limit)
    return deadline.date if not limit else last.isoformat(), last.isoformat()


def is_elsewhere(own: Sequence[Deadline], handed: Deadline) -> bool:
    """Whether the days that work has of its own all lie outside a stage: it prepares the stage, or comes after it."""
    days = [days for d in own if (days := days_of(d))]
    if not (days and handed.start):
        return False
    start, end = handed.start[:10], (handed.end or _NEVER)[:10]
    return all(last < start or first > end for first, last in days)


def beside_column(told: Sequence[Deadline], handed: Sequence[Deadline]) -> Sequence[Deadline]:
    """What a row with a time in its column still takes from above: no period and no rhythm (*Lịch từng tháng*)."""
    coarse = (DeadlineKind.WINDOW, DeadlineKind.RECURRING) if told else ()
    return [d for d in handed if d.kind not in coarse]


def as_limits(deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Bare days as days by which the work must be done; *vào ngày ...* stays that very day."""
    return tuple(
        d.model_copy(update={"qualifier": Qualifier.BY})
        if d.qualifier is Qualifier.ON and _BARE_DAY.match(d.raw)
        else d
        for d in deadlines
    )


def unique(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """Each time once, whatever words said it; bare *hằng ngày* is no second rhythm beside *17 giờ hằng ngày* or *hằng ngày đến 30/6*."""
    seen: dict[tuple[object, ...], Deadline] = {}
    for d in deadlines:
        key = (d.kind, d.date, d.time, d.start, d.end, d.rrule, d.until, d.times, d.duration, d.anchor)
        seen.setdefault(key, d)
    told_more = {d.rrule for d in seen.values() if d.rrule and not _is_bare(d)}
    return [d for d in seen.values() if d.rrule not in told_more or not _is_bare(d)]


def _is_bare(rhythm: Deadline) -> bool:
    """Whether nothing is told of a rhythm but how often it comes."""
    return not (rhythm.time or rhythm.times or rhythm.start or rhythm.until)
