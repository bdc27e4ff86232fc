"""Whole dates in running text: those of the calendar, and those that no calendar has (*31/6/2025*, *ngày 30 tháng 02 năm 2025*)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

import regex

_WHOLE_DATE = regex.compile(
    r"(?P<said>ngày\s*)?(?<!\d)(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    regex.IGNORECASE,
)
_MONTHS = 12
_LONGEST_MONTH = 31


def whole_days(text: str) -> Iterator[date]:
    """The whole dates of a text that a calendar has, in order of place."""
    for found in _WHOLE_DATE.finditer(text):
        try:
            yield date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def impossible_day(text: str) -> str | None:
    """The first whole date of a text that no calendar has; `None` where there is none."""
    return next((found[0] for found in _WHOLE_DATE.finditer(text) if _is_impossible(found)), None)


def said_days(text: str) -> Iterator[tuple[int, int]]:
    """Where whole dates stand that no calendar has and that the word *ngày* tells from numbers."""
    return (m.span() for m in _WHOLE_DATE.finditer(text) if m["said"] and _is_impossible(m))


def _is_impossible(found: regex.Match[str]) -> bool:
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    if 1 <= month <= _MONTHS:
        return monthrange(year, month)[1] < day <= _LONGEST_MONTH
    return found["said"] is not None and month > _MONTHS
