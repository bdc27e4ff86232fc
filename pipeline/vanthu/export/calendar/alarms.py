"""Alarms of calendar entries, for those who ask for them.

A whole day is reminded of at 08:00, not at midnight; *trước ngày X* counts from the day before X, the last one to act on; a
window from its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from vanthu.export.calendar.entries import Entry

_MORNING = timedelta(hours=8)
_DAY = timedelta(days=1)
_UNITS = {"h": timedelta(hours=1), "d": _DAY, "w": timedelta(weeks=1)}
_LEAD = re.compile(r"(\d{1,3})([hdw])", re.IGNORECASE)


@dataclass(frozen=True)
class Trigger:
    """When an alarm goes off: `offset` from the beginning of its entry, or from the end."""

    offset: timedelta
    from_end: bool = False


def lead_time(text: str) -> timedelta:
    """`7d`, `2w`, `12h`: how long before. Raises `ValueError` for anything else."""
    found = _LEAD.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found[1]) * _UNITS[found[2].lower()]


def trigger(entry: Entry, lead: timedelta) -> Trigger:
    """When the alarm of an event goes off."""
    from_end = entry.is_span
    edge = entry.end if from_end else entry.start
    if isinstance(edge, datetime):
        return Trigger(-lead, from_end)
    past = _DAY if from_end or entry.before else timedelta()
    return Trigger(_MORNING - past - lead, from_end)


def todo_trigger(entry: Entry, lead: timedelta) -> Trigger:
    """When the alarm of a to-do goes off; its end is the day that it is due, that day's midnight."""
    if isinstance(entry.end if entry.is_span else entry.start, datetime):
        return Trigger(-lead, not entry.begins)
    past = _DAY if entry.before else timedelta()
    return Trigger(_MORNING - past - lead, not entry.begins)
