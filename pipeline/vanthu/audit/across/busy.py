"""A unit's day: two meetings at one time, too many limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from vanthu.audit.across.compare import Found, spot
from vanthu.audit.across.duty import Duty, Time
from vanthu.audit.across.likeness import likeness, opens_otherwise, other_stage
from vanthu.audit.across.naming import name, work
from vanthu.audit.facts import show
from vanthu.document.content import Severity

ONE_EVENT = 0.5  # likeness from which on two plans tell of one meeting
_CLOCK = 60


def busy(unit: str, day: date, duties: Sequence[Duty]) -> Iterator[Found]:
    """What one unit's limits and events of one day give; the duties are of different plans and in a fixed order."""
    events = [(duty, time) for duty in duties for time in duty.times if _is_event(duty, time, day)]
    for (a, one), (b, two) in combinations(events, 2):
        if (
            a.paper.key != b.paper.key
            and _at_once(one, two, a.reader.limits.meeting_minutes)
            and not _one_event(a, b)
        ):
            yield _two_events(unit, day, (a, one), (b, two))
    if found := _overloaded(unit, day, duties):
        yield found


def _is_event(duty: Duty, time: Time, day: date) -> bool:
    """Whether people meet on that day: at an hour, or for the whole of it."""
    if not time.event or time.last != day or duty.report:
        return False
    whole_day = duty.reader.says("field-day", duty.words.bare)
    return whole_day or (time.clock is not None and duty.reader.says("event", duty.words.bare))


def _at_once(one: Time, two: Time, minutes: int) -> bool:
    """Whether two events overlap; one without an end takes no time of its own, so two such ones must begin near each other."""
    if one.clock is None or two.clock is None:
        return one.clock is two.clock
    (a, b), (c, d) = one.clock, two.clock
    if a == b and c == d:
        return abs(a - c) < minutes
    return (a < d or a == c) and (c < b or a == c)


def _one_event(a: Duty, b: Duty) -> bool:
    if a.paper.is_twin_of(b.paper):
        return True
    return likeness(a, b) >= ONE_EVENT and not opens_otherwise(a, b) and not other_stage(a, b)


def _two_events(unit: str, day: date, first: tuple[Duty, Time], second: tuple[Duty, Time]) -> Found:
    (a, one), (b, two) = first, second
    when = "cùng lúc" if one.clock else "trong cùng"
    return Found(
        "two-events-at-once",
        Severity.WARNING if one.clock else Severity.NOTE,
        f"{unit} chủ trì hai sự kiện {when} ngày {show(day)}: {_clock(one)}{work(a)} theo {name(a)}, {_clock(two)}{work(b)} theo {name(b)}; "
        "đề nghị xếp lại lịch hoặc phân công người khác.",
        (spot(a), spot(b)),
    )


def _clock(time: Time) -> str:
    """The hours and a blank; nothing for a whole day."""
    if time.clock is None:
        return ""
    start, end = time.clock
    told = f"{start // _CLOCK:02}:{start % _CLOCK:02}"
    return f"{told} " if start == end else f"{told} - {end // _CLOCK:02}:{end % _CLOCK:02} "


def _overloaded(unit: str, day: date, duties: Sequence[Duty]) -> Found | None:
    due = [d for d in duties if any(t.last == day and not t.event for t in d.times)]
    plans = {d.paper.key for d in due}
    if not due:
        return None
    limits = due[0].reader.limits
    if len(due) < limits.overloaded or len(plans) < limits.overloaded_plans:
        return None
    return Found(
        "unit-overloaded",
        Severity.WARNING,
        f"{unit} phải hoàn thành {len(due)} nhiệm vụ của {len(plans)} kế hoạch trong cùng ngày {show(day)}; "
        "đề nghị giãn thời hạn hoặc bố trí thêm người.",
        tuple(spot(d) for d in due),
        about=f"{unit.casefold()} {due[0].paper.place} {day}",
    )
