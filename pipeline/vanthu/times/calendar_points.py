"""Builders of days, months, quarters and years."""

from __future__ import annotations

from datetime import date

from vanthu.orthography import fold
from vanthu.times.context import Period
from vanthu.times.numbers import figures, to_int
from vanthu.times.points import (
    Groups,
    Point,
    day_of,
    days_of_month,
    later,
    month_number,
    months_of,
    quarter_number,
    year_of,
)
from vanthu.times.tables import feasts

_QUARTER, _HALF_YEAR = 3, 6  # months
_MONTH_OF_QUARTER = {"đầu": 0, "giữa": 1, "cuối": 2}


def day_point(groups: Groups) -> Point | None:
    """Day and month, year open or given; letters misread for digits are mended."""
    day, month = to_int(groups.get("day")), month_number(groups.get("month"))
    year = year_of(groups)
    if year and (
        day is None or month is None
    ):  # with a year beside it, a letter in the day's place is a misread figure
        day, month = day or figures(groups.get("day")), month or figures(groups.get("month"))
    if day is None:
        return None
    repaired = "/".join(str(p) for p in (day, month, year) if p) if _misread(groups, month) else None
    return Point(
        "day",
        lambda y: day_of(y, month or 0, day),
        year,
        month,
        day,
        repaired=repaired,
        relative=later(groups),
    )


def _misread(groups: Groups, month: int | None) -> bool:
    """Whether letters stand among the figures of a date (number words are none)."""
    written = [groups[k] for k in ("day", "month", "year") if k in groups]
    mixed = any(
        not w.isdecimal() and any(c.isdigit() for c in w) and any(c.isalpha() for c in w) for w in written
    )
    return mixed or (month is not None and month_number(groups.get("month")) is None)


def bare_day_point(groups: Groups) -> Point | None:
    """A day whose month stands elsewhere."""
    day = to_int(groups.get("day"))
    return None if day is None else Point("day", lambda _: None, day=day)


def month_point(groups: Groups) -> Point | None:
    """A month, or months in a row (*tháng 9-10*)."""
    first = month_number(groups.get("month"))
    last = month_number(groups.get("month_to")) or first
    if first is None or last is None:
        return None
    return Point("month", lambda y: months_of(y, first, last), year_of(groups), first, relative=later(groups))


def quarter_point(groups: Groups) -> Point | None:
    """A quarter, or quarters in a row (*quý I, II*)."""
    first = quarter_number(groups.get("quarter"))
    last = quarter_number(groups.get("quarter_to")) or first
    if first is None or last is None:
        return None
    return Point(
        "quarter", lambda y: months_of(y, 3 * first - 2, 3 * last), year_of(groups), relative=later(groups)
    )


def quarter_month_point(groups: Groups) -> Point | None:
    """*tháng đầu, giữa, cuối* of a quarter: that month; *ngày 20 tháng cuối quý III*: a day of it."""
    quarter = quarter_number(groups.get("quarter"))
    if quarter is None or "quarter_to" in groups:
        return None
    month, day = 3 * quarter - 2 + _MONTH_OF_QUARTER[fold(groups["edge"])], to_int(groups.get("day"))
    if day is not None:
        return Point(
            "day", lambda y: day_of(y, month, day), year_of(groups), month, day, relative=later(groups)
        )
    return Point(
        "month", lambda y: months_of(y, month, month), year_of(groups), month, relative=later(groups)
    )


def months_point(groups: Groups) -> Point | None:
    """*6 tháng đầu năm*, *hai quý cuối năm*, *quý cuối năm*, *nửa đầu năm*; the half of a month too."""
    if "half_month" in groups:
        return _half_month(groups)
    counted = fold(groups.get("count", ""))
    count = _QUARTER if counted == "quý" else to_int(counted) or _HALF_YEAR
    if "quarters" in groups:
        count *= _QUARTER
    if not 1 <= count <= 12:
        return None
    first = fold(groups["edge"]) == "đầu"
    bounds = (1, count) if first else (13 - count, 12)
    return Point("months", lambda y: months_of(y, *bounds), year_of(groups), relative=later(groups))


def _half_month(groups: Groups) -> Point | None:
    month = month_number(groups.get("month"))
    if month is None:
        return None
    return days_of_month(month, year_of(groups), (1, 15) if fold(groups["edge"]) == "đầu" else (16, 31))


def year_point(groups: Groups) -> Point | None:
    """A year, years in a row, a stage (*giai đoạn 2022-2025*)."""
    last = to_int(groups.get("year_to"))
    year = year_of(groups)
    if last is not None and year is not None and last < 100:
        last += year - year % 100
    return Point(
        "year",
        lambda y: Period(date(y, 1, 1), date(max(last or y, y), 12, 31)),
        year,
        relative=later(groups),
    )


def school_year_point(groups: Groups) -> Point | None:
    """*năm học 2023-2024*, school years in a row; a bare *năm học* is named. A term of it by halves is not told apart."""
    (m1, d1), (m2, d2) = feasts().school_year.start, feasts().school_year.end
    last, year = to_int(groups.get("year_to")), year_of(groups)
    return Point(
        "span",
        lambda y: Period(date(y, m1, d1), date(max(last or y, y) + 1, m2, d2)),
        year,
        relative=later(groups),
        named=None if year else "school_year",
    )
