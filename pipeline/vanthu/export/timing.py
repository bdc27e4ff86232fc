"""Deadlines in the words and days of a clerk: what to print, what to sort by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vanthu.contract.model import Deadline, Due, Ongoing, Recurring, Relative, Window
from vanthu.document.content import Qualifier
from vanthu.export.rhythm import rhythm_phrase
from vanthu.planning.period import day_of

_QUALIFIERS = {
    Qualifier.BEFORE: "trước ",
    Qualifier.BY: "chậm nhất ",
    Qualifier.ON: "ngày ",
    Qualifier.DURING: "trong ngày ",
    None: "ngày ",
}


def show_day(day: date | str | None) -> str:
    """`10/06/2024`; a moment with its hour before it, `07:00 10/06/2024`; a month as `06/2024`; empty for `None`."""
    if day is None:
        return ""
    text = day if isinstance(day, str) else day.isoformat()
    whole, _, clock = text.partition("T")
    return f"{clock} {'/'.join(reversed(whole.split('-')))}".strip()


def binding_day(deadline: Deadline) -> date | None:
    """The day by which a deadline binds: a due day, a window's end, a rhythm's end; `None` where none is fixed."""
    match deadline:
        case Due(date=day):
            return day_of(day)
        case Window(end=end):
            return day_of(end)
        case Recurring(until=until):
            return day_of(until)
        case Relative(resolved=resolved):
            return day_of(resolved)
        case Ongoing():
            return None


def first_day(deadline: Deadline) -> date | None:
    """The first day that a deadline touches: a window's start, else the binding day."""
    return (day_of(deadline.start) if isinstance(deadline, Window) else None) or binding_day(deadline)


def nearest_day(deadlines: Iterable[Deadline]) -> date | None:
    """The earliest binding day: what comes first must not be overlooked. `None` where none is fixed."""
    return min((day for d in deadlines if (day := binding_day(d))), default=None)


def phrase(deadline: Deadline) -> str:
    """What a deadline says, in one Vietnamese phrase without doubt about the date."""
    match deadline:
        case Due():
            return _due(deadline)
        case Window():
            return _window(deadline)
        case Recurring():
            return _recurring(deadline)
        case Relative(resolved=day):
            return deadline.raw + (f" (tức {show_day(day)})" if day else "")
        case Ongoing():
            return "thường xuyên"


def phrases(deadlines: Iterable[Deadline]) -> str:
    """All deadlines in the order of their days, those without a day last."""
    ordered = sorted(deadlines, key=lambda d: first_day(d) or date.max)
    return "; ".join(dict.fromkeys(phrase(d) for d in ordered))


def _due(due: Due) -> str:
    if due.date is None:
        return f"ngày không có trong lịch: “{due.raw}”"
    clock = f"{due.time} " if due.time else ""
    lead = _QUALIFIERS[due.qualifier]
    return (
        f"{lead.replace('ngày ', '') or 'lúc '}{clock}ngày {show_day(due.date)}"
        if clock
        else lead + show_day(due.date)
    )


def _window(window: Window) -> str:
    if window.start and window.start == window.end:
        return f"ngày {show_day(window.start)}"
    start = f"từ {show_day(window.start)}" if window.start else ""
    end = f"đến {show_day(window.end)}" if window.end else ""
    return f"{start} {end}".strip() or window.raw


def _recurring(recurring: Recurring) -> str:
    parts = [rhythm_phrase(recurring.rrule, times=recurring.times) or recurring.raw]
    if recurring.time:
        parts.append(f"hạn {recurring.time}")
    if recurring.start:
        parts.append(f"từ {show_day(recurring.start)}")
    if recurring.until:
        parts.append(f"đến hết {show_day(recurring.until)}")
    return ", ".join(parts)
