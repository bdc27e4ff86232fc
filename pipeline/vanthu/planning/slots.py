"""Where a deadline lies in time, as a calendar understands it: a start, an exclusive end, a rule of repetition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vanthu.contract.model import Deadline, Due, Recurring, Relative, Window
from vanthu.planning.period import Frame, day_of
from vanthu.planning.recurrence import calendar_rules, first_occurrence

Moment = date | datetime  # a date is a whole day; a date-time is local time of Vietnam

_DAY = timedelta(days=1)
MIDNIGHT = "24:00"


@dataclass(frozen=True)
class Slot:
    """`end` is exclusive; `None` for a moment without length. `rule` is an RRULE without UNTIL, `until` its last day."""

    start: Moment
    end: Moment | None
    rule: str | None = None
    until: date | None = None


def slots(deadline: Deadline, frame: Frame) -> tuple[Slot, ...]:
    """The slots of a deadline; several where one rule can't say a rhythm, none where no day is known."""
    match deadline:
        case Due(date=str(day), time=clock):
            return (slot_at(moment(f"{day}T{clock}" if clock else day)),)
        case Window():
            return _window(deadline)
        case Recurring():
            return _recurring(deadline, frame)
        case Relative(resolved=str(day)):
            return (slot_at(date.fromisoformat(day)),)
        case _:
            return ()


def slot_at(start: Moment) -> Slot:
    """A whole day, or a moment without length."""
    return Slot(start, None if isinstance(start, datetime) else start + _DAY)


def moment(value: str) -> Moment:
    """A day or a moment; 24:00 is 00:00 of the next day."""
    day = date.fromisoformat(value[:10])
    clock = value[11:]
    if not clock:
        return day
    if clock == MIDNIGHT:
        return datetime.combine(day + _DAY, time.min)
    return datetime.combine(day, time.fromisoformat(clock))


def _window(window: Window) -> tuple[Slot, ...]:
    """An open end leaves the day that is known."""
    edges = [edge for edge in (window.start, window.end) if edge]
    if len(edges) < 2:
        return tuple(slot_at(moment(edge)) for edge in edges)
    start, end = (moment(edge) for edge in edges)
    if not isinstance(start, datetime) and not isinstance(end, datetime):
        return (Slot(start, end + _DAY),) if start <= end else ()
    begin, finish = _at_start(start), _at_end(end)
    if begin > finish:
        return ()
    return (Slot(begin, finish if begin < finish else None),)


def _at_start(edge: Moment) -> datetime:
    return edge if isinstance(edge, datetime) else datetime.combine(edge, time.min)


def _at_end(edge: Moment) -> datetime:
    return edge if isinstance(edge, datetime) else datetime.combine(edge + _DAY, time.min)


def _recurring(recurring: Recurring, frame: Frame) -> tuple[Slot, ...]:
    within = rhythm_frame(recurring, frame)
    if within.first is None:
        return ()
    rules = ((r, first_occurrence(r, within.first)) for r in calendar_rules(recurring.rrule, within.first))
    return tuple(
        _repeat(recurring, rule, first, within.last)
        for rule, first in rules
        if first and first <= (within.last or first)
    )


def rhythm_frame(recurring: Recurring, frame: Frame) -> Frame:
    """The days between which a rhythm comes: from its own first day or the plan's, to its own last day or the plan's.

    A plan's last day ends no rhythm that begins behind it (*từ năm sau báo cáo hằng quý*), nor does its first day begin one
    that ends before it (*trong tháng 9 họp hằng tuần* for a festival in October).
    """
    begin, end = day_of(recurring.start), day_of(recurring.until)
    first = max((day for day in (begin, frame.first) if day), default=None)
    if begin and end and first and first > end:
        first = max(begin, frame.issued or begin)
    last = None if begin and frame.last and begin > frame.last else frame.last
    return Frame(first, end or last)


def _repeat(recurring: Recurring, rule: str, first: date, until: date | None) -> Slot:
    """An hour of 24:00 stays with its day: moved to the next one it would no longer fit the rule."""
    timed = recurring.time and recurring.time != MIDNIGHT
    slot = slot_at(moment(f"{first.isoformat()}T{recurring.time}") if timed else first)
    return Slot(slot.start, slot.end, rule, until)
