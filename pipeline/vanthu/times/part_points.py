"""Builders of parts of a month, quarter or year: weeks, thirds, *đầu, giữa, cuối*."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from vanthu.orthography import fold
from vanthu.times.calendar_points import month_point, quarter_point, school_year_point, year_point
from vanthu.times.context import Period
from vanthu.times.numbers import to_int
from vanthu.times.points import (
    Groups,
    Point,
    days_of_month,
    later,
    month_number,
    year_of,
)
from vanthu.times.working_days import working_day_before, working_day_from

_THIRDS = {"thượng": (1, 10), "trung": (11, 20), "hạ": (21, 31)}


def week_point(groups: Groups) -> Point | None:
    """*tuần 1, 2 tháng 4*: days 7(n-1)+1 to 7n; *tuần đầu*; *tuần cuối*: the last seven days."""
    month = month_number(groups.get("month"))
    if month is None:
        return None
    first = fold(groups["week"])
    if first.startswith("cuối"):
        return days_of_month(month, year_of(groups), (-7, 31), later(groups))
    number = 1 if first.startswith("đầu") else to_int(first)
    last = to_int(groups.get("week_to")) or number
    if number is None or last is None:
        return None
    return days_of_month(
        month, year_of(groups), (7 * number - 6, 7 * last if last < 5 else 31), later(groups)
    )


def some_days_point(groups: Groups) -> Point | None:
    """*10 ngày cuối tháng 12*, *02 tuần đầu tháng 6*: the first or last days of a month."""
    month, count = month_number(groups.get("month")), to_int(groups.get("count"))
    if count is not None and "weeks" in groups:
        count *= 7
    if month is None or count is None or not 1 <= count <= 28:
        return None
    bounds = (1, count) if fold(groups["edge"]) == "đầu" else (-count, 31)
    return days_of_month(month, year_of(groups), bounds, later(groups))


def third_point(groups: Groups) -> Point | None:
    """*thượng, trung, hạ tuần*: days 1-10, 11-20, 21 to the end; *thượng tuần đến trung tuần*: from the first of the one to the last of the other."""
    first = _THIRDS[fold(groups["third"])]
    last = _THIRDS[fold(groups.get("third_to", groups["third"]))]
    month = month_number(groups.get("month"))
    if month is None:
        return None
    return days_of_month(month, year_of(groups), (first[0], last[1]), later(groups))


def edge_point(groups: Groups) -> Point | None:
    """*đầu, giữa, cuối* of a month, quarter or year: one day each (Civil Code art. 146; quarters by analogy); of its working days, too."""
    inner = _inner(groups)
    if inner is None:
        return None
    edge = fold(groups["edge"])

    def build(year: int) -> Period | None:
        period = inner.build(year)
        if period is None:
            return None
        day = EDGES[edge](period, inner.unit)
        if "working" in groups:
            day = working_day_from(day) if edge == "đầu" else working_day_before(day + timedelta(days=1))
        return Period(day, day)

    of_month = edge if inner.unit == "month" else None
    return Point("day", build, inner.year, inner.month, relative=inner.relative, edge=of_month)


def _inner(groups: Groups) -> Point | None:
    if "school" in groups:
        return school_year_point(groups)
    if "month" in groups:
        return month_point(groups)
    return quarter_point(groups) if "quarter" in groups else year_point(groups)


def _middle(period: Period, unit: str) -> date:
    if unit == "month":
        return period.start.replace(day=15)
    return date(period.start.year, 6, 30) if unit == "year" else period.middle.replace(day=15)


EDGES: Mapping[str, Callable[[Period, str], date]] = {
    "đầu": lambda p, _: p.start,
    "giữa": _middle,
    "cuối": lambda p, _: p.end,
}
