"""Builders of days of the lunar calendar and of feasts."""

from __future__ import annotations

from vanthu.orthography import fold
from vanthu.times.context import Period
from vanthu.times.lunar import last_of_lunar_year, lunar_day
from vanthu.times.numbers import to_int
from vanthu.times.points import Groups, Point, day_of, month_number, single_day, year_of
from vanthu.times.tables import feasts

_LAST_OF_MONTH = 30


def lunar_point(groups: Groups) -> Point | None:
    """A day of the lunar calendar; *rằm* is the 15th. The year is the lunar one."""
    month = month_number(groups.get("month")) or 1
    day = 15 if "full_moon" in groups else to_int(groups.get("day"))
    if day is None:
        return None
    year = year_of(groups)
    # A lunar year by its number means the one that the day falls in, as calendars print it: *23 tháng Chạp năm 2025*.
    return Point(
        "day",
        lambda y: single_day(lunar_day(y, month, day)),
        year,
        month,
        day,
        lunar=True,
        named=groups.get("lunar_year"),
    )


def tet_point(groups: Groups) -> Point | None:
    """A day of Tết: *mùng 3 Tết*, *30 Tết* (the last of the old year); *Tết* alone is its first day."""
    day = to_int(groups.get("day")) or 1
    year, named = year_of(groups), groups.get("lunar_year")
    if day > 10:
        return Point("day", lambda y: _tet_eve(y, day), year, lunar=True, named=named)
    told = day if "day" in groups else None
    return Point("day", lambda y: single_day(lunar_day(y, 1, day)), year, day=told, lunar=True, named=named)


def _tet_eve(year: int, day: int) -> Period | None:
    return single_day(last_of_lunar_year(year - 1) if day == 30 else lunar_day(year - 1, 12, day))


def feast_point(groups: Groups) -> Point | None:
    """A feast or memorial day by its name."""
    name = " ".join(fold(groups["feast"]).split())
    found = next((f for f in feasts().feasts if any(fold(n) in name for n in f.names)), None)
    if found is None:
        return None

    def build(year: int) -> Period | None:
        if found.lunar and found.day == _LAST_OF_MONTH:
            return _tet_eve(year, found.day)
        if found.lunar:
            return single_day(lunar_day(year, found.month, found.day))
        return day_of(year, found.month, found.day)

    return Point(
        "day",
        build,
        year_of(groups),
        found.month,
        found.day,
        lunar=found.lunar,
        named=groups.get("lunar_year"),
    )
