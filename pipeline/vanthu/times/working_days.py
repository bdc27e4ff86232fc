"""Working days in Việt Nam, and the counting of limits by the Civil Code (articles 147 and 148)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays as holiday_library
from dateutil.relativedelta import relativedelta

from vanthu.times import tables
from vanthu.times.weekdays import weekday_said

_DAY = timedelta(days=1)
_SATURDAY = 5


def weekday_name(day: date) -> str:
    """*thứ Hai* .. *Chủ nhật*."""
    return weekday_said(day.weekday())


@cache
def _library(year: int) -> dict[date, str]:
    return dict(holiday_library.country_holidays("VN", years=year))


@cache
def _overrides() -> tuple[dict[date, str], frozenset[date]]:
    table = tables.holidays()
    return {d.date: d.why for d in table.days_off}, frozenset(d.date for d in table.working_days)


def _vietnamese(name: str) -> str:
    known = tables.holidays().names
    fits = [k for part in name.split("; ") for k in known if part.startswith(k)]
    return known[max(fits, key=len)] if fits else "ngày nghỉ lễ"


def day_off_reason(day: date) -> str | None:
    """Why nobody works on a day: *thứ Bảy*, *Chủ nhật*, *Tết Nguyên đán*, ...; `None` for a working day."""
    off, worked = _overrides()
    if day in worked:
        return None
    if day in off:
        return off[day]
    if name := _library(day.year).get(day):
        return _vietnamese(name)
    return weekday_name(day) if day.weekday() >= _SATURDAY else None


def is_day_off(day: date) -> bool:
    """Saturday, Sunday, a public holiday or a day given off in exchange; not a Saturday that is worked in exchange."""
    return day_off_reason(day) is not None


def working_day_before(day: date) -> date:
    """The last working day before `day`, `day` itself excluded."""
    day -= _DAY
    while is_day_off(day):
        day -= _DAY
    return day


def working_day_from(day: date) -> date:
    """`day` itself if it is worked, else the next working day: where a counted limit comes to (art. 148)."""
    while is_day_off(day):
        day += _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, for a negative count); `day` itself does not count (art. 147)."""
    step = _DAY if count >= 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while is_day_off(day):
            day += step
    return day


def limit_end(day: date, *, years: int = 0, months: int = 0, days: int = 0, working: bool = False) -> date:
    """The last day of a limit counted from an event on `day`.

    The day of the event does not count; a month without the day ends on its last day; a limit that ends on a day off
    ends on the next working day. A limit counted backwards (negative) is not moved.
    """
    if working:
        return add_working_days(day, days)
    end = day + relativedelta(years=years, months=months, days=days)
    return working_day_from(end) if end > day else end
