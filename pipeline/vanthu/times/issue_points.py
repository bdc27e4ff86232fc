"""Builders of points counted from the day of issue: *hôm nay, tuần sau, tháng này, ngày ký*."""

from __future__ import annotations

from vanthu.orthography import fold
from vanthu.times.numbers import to_int
from vanthu.times.points import Groups, Point, later
from vanthu.times.weekdays import weekdays_named


def today_point(groups: Groups) -> Point | None:
    """*hôm nay*, *ngày mai*, *tuần này*, *tuần sau*: counted from the day of issue."""
    shift = later(groups)
    week = "week" in groups
    return Point(
        "week" if week else "day",
        lambda _: None,
        relative=shift,
        month=None,
        named="week" if week else "today",
    )


def week_day_point(groups: Groups) -> Point | None:
    """*thứ Sáu tuần này*: `month` holds the day of the week, Monday 0."""
    number = weekdays_named(groups["weekday"])[0]
    return Point("day", lambda _: None, relative=later(groups) or 0, month=number, named="week_day")


def month_day_point(groups: Groups) -> Point | None:
    """*ngày 20 tháng này*: `month` stands open, `day` is told."""
    day = to_int(groups["day"])
    return (
        Point("day", lambda _: None, relative=later(groups) or 0, day=day, named="month_day") if day else None
    )


def issue_point(_: Groups) -> Point | None:
    """*ngày ký*, *khi ban hành*: the day of issue."""
    return Point("day", lambda _: None, named="issue")


_UNITS = {"tháng": "month", "quý": "quarter", "năm": "year"}


def relative_point(groups: Groups) -> Point | None:
    """*tháng này*, *quý sau*, *năm tới*, *hết năm*: a period by its place from the day of issue; *cuối năm* is one day of it."""
    unit, edge = _UNITS[fold(groups["unit"])], fold(groups.get("edge", ""))
    return Point(
        "day" if edge else unit, lambda _: None, relative=later(groups) or 0, named=f"period:{unit}:{edge}"
    )
