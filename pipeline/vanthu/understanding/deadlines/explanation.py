"""A deadline in words: phrase, rule, what was supposed, the working day it comes to, the first three times of a rhythm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.times.context import TimeContext
from vanthu.times.recurrence import occurrences
from vanthu.times.spoken import length_phrase, rhythm_phrase
from vanthu.times.working_days import day_off_reason, weekday_name, working_day_before
from vanthu.understanding.deadlines.reader import DeadlineReader, Found

_QUALIFIERS = {
    Qualifier.BEFORE: "trước ngày",
    Qualifier.BY: "chậm nhất ngày",
    Qualifier.ON: "vào ngày",
    Qualifier.DURING: "dịp",
}
_INDENT = "  "
_THAT_DAY = "P0D"
_QUARTERS = ("I", "II", "III", "IV")


def explain(text: str, reader: DeadlineReader, context: TimeContext) -> tuple[str, ...]:
    """Vietnamese lines about every deadline of a sentence; one line that says so where there is none."""
    found = reader.found_in_text(text, context)
    if not found:
        return ("Không có thời hạn nào trong câu này.",)
    return tuple(line for f in found for line in explain_one(f, context))


def explain_one(found: Found, context: TimeContext) -> Sequence[str]:
    """The lines about one deadline: the phrase first, the rest indented."""
    deadline = found.deadline
    lines = [
        f"“{' '.join(deadline.raw.split())}”: {meaning(deadline)}",
        f"{_INDENT}Quy tắc: {found.rule.id} ({found.rule.why})",
    ]
    lines += [f"{_INDENT}Giả định: {a}" for a in deadline.assumptions]
    lines += [f"{_INDENT}{line}" for line in (*_day_off(deadline), *_first_times(deadline, context))]
    return lines


def meaning(deadline: Deadline) -> str:
    """What a deadline stands for, in a few Vietnamese words."""
    return _MEANINGS[deadline.kind](deadline)


def _due(deadline: Deadline) -> str:
    if deadline.date is None:
        return f"ngày chưa xác định được ({'; '.join(deadline.assumptions) or 'không rõ'})"
    at = f"{deadline.time} " if deadline.time else ""
    binds = _QUALIFIERS[deadline.qualifier or Qualifier.ON]
    return f"{at}{binds} {_shown(deadline.date)}"


def _window(deadline: Deadline) -> str:
    start = f"từ {_shown(deadline.start)}" if deadline.start else "không rõ ngày bắt đầu"
    end = f"đến {_shown(deadline.end)}" if deadline.end else "không ghi ngày kết thúc"
    return f"{start}, {end}"


def _recurring(deadline: Deadline) -> str:
    parts = [rhythm_phrase(deadline.rrule or "", times=deadline.times) or f"lặp lại ({deadline.rrule})"]
    if deadline.time:
        parts.append(f"lúc {deadline.time}")
    if deadline.start:
        parts.append(f"từ {_shown(deadline.start)}")
    if deadline.until:
        parts.append(f"đến hết {_shown(deadline.until)}")
    return ", ".join(parts)


def _relative(deadline: Deadline) -> str:
    anchor = f" “{deadline.anchor}”" if deadline.anchor else " một sự kiện"
    if deadline.duration is None:
        return f"theo sự kiện{anchor}"
    if deadline.duration == _THAT_DAY:
        return f"ngay trong ngày của{anchor}"
    length = length_phrase(deadline.duration, working_days=bool(deadline.working_days))
    side = "trước" if deadline.duration.startswith("-") else "tính từ"
    ends = f", tức {_shown(deadline.resolved)}" if deadline.resolved else ""
    return f"{length} {side}{anchor}{ends}"


def _ongoing(_: Deadline) -> str:
    return "thường xuyên, không có ngày đến hạn"


_MEANINGS: Mapping[DeadlineKind, Callable[[Deadline], str]] = {
    DeadlineKind.DUE: _due,
    DeadlineKind.WINDOW: _window,
    DeadlineKind.RECURRING: _recurring,
    DeadlineKind.RELATIVE: _relative,
    DeadlineKind.ONGOING: _ongoing,
}


def _shown(iso: str) -> str:
    """`2024-03-05T08:00` -> *08:00 thứ Ba, 05/3/2024*."""
    day = date.fromisoformat(iso[:10])
    clock = f"{iso[11:]} " if len(iso) > 10 else ""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{clock}{weekday_name(day)}, {day.day:02}/{month}/{day.year}"


def _day_off(deadline: Deadline) -> Sequence[str]:
    """A day fixed by an order stays; the reader is told the last working day before it. Events are meant for their day."""
    if deadline.kind is not DeadlineKind.DUE or deadline.date is None:
        return ()
    day = date.fromisoformat(deadline.date)
    reason = day_off_reason(day)
    if reason is None:
        return ()
    if deadline.qualifier in (Qualifier.ON, Qualifier.DURING):
        return (f"Ngày nghỉ ({reason})",)
    last = working_day_before(day)
    return (f"Ngày nghỉ ({reason}); ngày làm việc liền trước là {_shown(last.isoformat())}",)


def _first_times(deadline: Deadline, context: TimeContext) -> Sequence[str]:
    """The first three times; of a rhythm that names no day, the periods and not days that nobody wrote."""
    begin = date.fromisoformat(deadline.start) if deadline.start else None
    first = max((d for d in (context.floor, begin) if d), default=None)
    if deadline.kind is not DeadlineKind.RECURRING or deadline.rrule is None or first is None:
        return ()
    until = date.fromisoformat(deadline.until) if deadline.until else None
    days = occurrences(deadline.rrule, start=first, until=until)
    named = "BY" in deadline.rrule or "DAILY" in deadline.rrule
    shown = [_shown(d.isoformat()) if named else _period(d, deadline.rrule) for d in days]
    return (f"Ba kỳ đầu: {'; '.join(shown)}",) if days else ()


def _period(day: date, rule: str) -> str:
    """The week, month, quarter or year that a day lies in."""
    if "YEARLY" in rule:
        return f"năm {day.year}"
    if "WEEKLY" in rule:
        return f"tuần có ngày {_shown(day.isoformat())}"
    return (
        f"quý {_QUARTERS[(day.month - 1) // 3]}/{day.year}"
        if "INTERVAL=3" in rule
        else f"tháng {day.month}/{day.year}"
    )
