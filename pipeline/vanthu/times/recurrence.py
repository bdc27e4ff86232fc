"""The days that a recurrence rule gives."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import regex
from dateutil.rrule import rrulestr

_MONTH_END = regex.compile(r"BYMONTHDAY=(29|30|31)(?=;|$)")


def february_safe(rule: str) -> str:
    """The rule with its day kept to months that have fewer: `BYMONTHDAY=30` -> `BYMONTHDAY=28,29,30;BYSETPOS=-1`."""
    if "BYSETPOS" in rule or "FREQ=MONTHLY" not in rule:
        return rule
    found = _MONTH_END.search(rule)
    if not found:
        return rule
    days = ",".join(str(d) for d in range(28, int(found[1]) + 1))
    return f"{rule[: found.start()]}BYMONTHDAY={days};BYSETPOS=-1{rule[found.end() :]}"


def occurrences(rule: str, *, start: date, count: int = 3, until: date | None = None) -> tuple[date, ...]:
    """The first `count` days of a rule, from `start` on. A rule by the hour gives its days once each."""
    begin = datetime.combine(start, time())
    end = datetime.combine(until, time.max) if until else begin + timedelta(days=366 * 12)
    days: list[date] = []
    for moment in rrulestr(february_safe(rule), dtstart=begin).xafter(begin, inc=True):
        if moment > end or len(days) == count:
            break
        if moment.date() not in days:
            days.append(moment.date())
    return tuple(days)
