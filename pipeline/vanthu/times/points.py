"""Points and periods of the calendar as phrases name them, with whatever the phrase left open.

A rule of label TIME_POINT names in `resolve` the shape of what it matched; the shape's builder turns the rule's groups into a `Point`.
`Point.period(year)` is then the days it stands for, once the year is known.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vanthu.orthography import fold
from vanthu.times.context import Period
from vanthu.times.lunar import last_of_lunar_year, lunar_day, named_year
from vanthu.times.numbers import figures, to_int
from vanthu.times.tables import feasts, numbers

Build = Callable[[int], Period | None]
Groups = Mapping[str, str]
_DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Point:
    """A day or period whose year may be open. `build` gives its days in a year, `None` where there is no such day.

    `day` without `month` is a day whose month stands elsewhere in the phrase. `single` tells days from longer periods.
    """

    unit: str  # day, week, month, quarter, months, year, span
    build: Build
    year: int | None = None
    month: int | None = None
    day: int | None = None
    lunar: bool = False
    repaired: str | None = None  # the date as mended, where letters stood for digits
    relative: int | None = None  # years, months, ... after that of the issue (*tháng sau*: 1)
    named: str | None = None  # a lunar year by name

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.unit == "day"


def day_of(year: int, month: int, day: int) -> Period | None:
    """A single day; `None` where the calendar has none."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def months_of(year: int, first: int, last: int) -> Period | None:
    """From the first day of a month to the last day of another; a smaller `last` lies in the next year."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    end_year = year if last >= first else year + 1
    return Period(date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1]))


def month_number(text: str | None) -> int | None:
    """*11*, *Giêng*, *Mười một*, *Chạp* -> the month's number; `None` where it is none."""
    if text is None:
        return None
    text = text.strip()
    return numbers().months.get(" ".join(text.lower().split())) or to_int(text)


def _year(groups: Groups) -> int | None:
    found = to_int(groups.get("year"))
    return 2000 + found if found is not None and found < 100 else found


def day_point(groups: Groups) -> Point | None:
    """Day and month, year open or given; letters misread for digits are mended."""
    day, month = to_int(groups.get("day")), month_number(groups.get("month"))
    year = _year(groups)
    if year and (day is None or month is None):  # with a year beside it, a letter in the day's place is a misread figure
        day, month = day or figures(groups.get("day")), month or figures(groups.get("month"))
    if day is None:
        return None
    repaired = "/".join(str(p) for p in (day, month, year) if p) if _misread(groups, month) else None
    return Point("day", lambda y: day_of(y, month or 0, day), year, month, day, repaired=repaired, relative=_later(groups))


def _misread(groups: Groups, month: int | None) -> bool:
    """Whether letters stand among the figures of a date (number words are none)."""
    written = [groups[k] for k in ("day", "month", "year") if k in groups]
    mixed = any(any(c.isdigit() for c in w) and any(c.isalpha() for c in w) for w in written)
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
    return Point("month", lambda y: months_of(y, first, last), _year(groups), first, relative=_later(groups))


def quarter_number(text: str | None) -> int | None:
    """*II*, *2*, *hai* -> 2; `None` where it is no quarter. A misread `l` is an `I`."""
    return numbers().quarters.get(text.lower().replace("l", "i").replace("1i", "ii")) if text else None


def quarter_point(groups: Groups) -> Point | None:
    """A quarter, or quarters in a row (*quý I, II*)."""
    first = quarter_number(groups.get("quarter"))
    last = quarter_number(groups.get("quarter_to")) or first
    if first is None or last is None:
        return None
    return Point("quarter", lambda y: months_of(y, 3 * first - 2, 3 * last), _year(groups), relative=_later(groups))


def months_point(groups: Groups) -> Point | None:
    """*6 tháng đầu năm*, *9 tháng đầu năm*, *3 tháng cuối năm*, *nửa đầu năm*; the half of a month too."""
    if "half_month" in groups:
        return _half_month(groups)
    count = to_int(groups.get("count")) or 6
    if not 1 <= count <= 12:
        return None
    first = groups["edge"].lower() == "đầu"
    bounds = (1, count) if first else (13 - count, 12)
    return Point("months", lambda y: months_of(y, *bounds), _year(groups), relative=_later(groups))


def _half_month(groups: Groups) -> Point | None:
    month = month_number(groups.get("month"))
    if month is None:
        return None
    return _slice(month, _year(groups), (1, 15) if groups["edge"].lower() == "đầu" else (16, 31))


def year_point(groups: Groups) -> Point | None:
    """A year, years in a row, a stage (*giai đoạn 2022-2025*)."""
    last = to_int(groups.get("year_to"))
    year = _year(groups)
    if last is not None and year is not None and last < 100:
        last += year - year % 100
    return Point("year", lambda y: Period(date(y, 1, 1), date(max(last or y, y), 12, 31)), year, relative=_later(groups))


def school_year_point(groups: Groups) -> Point | None:
    """*năm học 2023-2024*; a term of it by halves is not told apart."""
    (m1, d1), (m2, d2) = feasts().school_year.start, feasts().school_year.end
    return Point("span", lambda y: Period(date(y, m1, d1), date(y + 1, m2, d2)), _year(groups), relative=_later(groups))


def week_point(groups: Groups) -> Point | None:
    """*tuần 1, 2 tháng 4*: days 7(n-1)+1 to 7n; *tuần đầu*; *tuần cuối*: the last seven days."""
    month = month_number(groups.get("month"))
    if month is None:
        return None
    first = groups["week"].lower()
    if first.startswith("cuối"):
        return _slice(month, _year(groups), (-7, 31), _later(groups))
    number = 1 if first.startswith("đầu") else to_int(first)
    last = to_int(groups.get("week_to")) or number
    if number is None or last is None:
        return None
    return _slice(month, _year(groups), (7 * number - 6, 7 * last if last < 5 else 31), _later(groups))


def some_days_point(groups: Groups) -> Point | None:
    """*10 ngày cuối tháng 12*: the first or last days of a month."""
    month, count = month_number(groups.get("month")), to_int(groups.get("count"))
    if month is None or count is None or not 1 <= count <= 28:
        return None
    bounds = (1, count) if groups["edge"].lower() == "đầu" else (-count, 31)
    return _slice(month, _year(groups), bounds, _later(groups))


def third_point(groups: Groups) -> Point | None:
    """*thượng, trung, hạ tuần*: days 1-10, 11-20, 21 to the end."""
    bounds = {"thượng": (1, 10), "trung": (11, 20), "hạ": (21, 31)}[groups["third"].lower()]
    month = month_number(groups.get("month"))
    return None if month is None else _slice(month, _year(groups), bounds, _later(groups))


def _slice(month: int, year: int | None, bounds: tuple[int, int], relative: int | None = None) -> Point | None:
    """Days of a month, cut to its length; a negative first day counts from the end."""
    if not 1 <= month <= 12:
        return None

    def build(y: int) -> Period | None:
        length = calendar.monthrange(y, month)[1]
        first = length + 1 + bounds[0] if bounds[0] < 0 else bounds[0]
        return Period(date(y, month, first), date(y, month, min(bounds[1], length)))

    return Point("week", build, year, month, relative=relative)


def edge_point(groups: Groups) -> Point | None:
    """*đầu, giữa, cuối* of a month, quarter or year: one day each (Civil Code art. 146; quarters by analogy)."""
    inner = _inner(groups)
    if inner is None:
        return None
    pick = _EDGES[groups["edge"].lower()]

    def build(year: int) -> Period | None:
        period = inner.build(year)
        return Period(*(pick(period, inner.unit),) * 2) if period else None

    return Point("day", build, inner.year, inner.month, relative=inner.relative)


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


_EDGES: Mapping[str, Callable[[Period, str], date]] = {
    "đầu": lambda p, _: p.start,
    "giữa": _middle,
    "cuối": lambda p, _: p.end,
}


def lunar_point(groups: Groups) -> Point | None:
    """A day of the lunar calendar; *rằm* is the 15th. The year is the lunar one."""
    month = month_number(groups.get("month")) or 1
    day = 15 if "full_moon" in groups else to_int(groups.get("day"))
    if day is None:
        return None
    year = _year(groups)
    # A lunar year by its number means the one that the day falls in, as calendars print it: *23 tháng Chạp năm 2025*.
    return Point(
        "day", lambda y: _single(lunar_day(y, month, day)), year, month, day, lunar=True, named=groups.get("lunar_year")
    )


def tet_point(groups: Groups) -> Point | None:
    """A day of Tết: *mùng 3 Tết*, *30 Tết* (the last of the old year); *Tết* alone is its first day."""
    day = to_int(groups.get("day")) or 1
    year, named = _year(groups), groups.get("lunar_year")
    if day > 10:
        return Point("day", lambda y: _tet_eve(y, day), year, lunar=True, named=named)
    return Point("day", lambda y: _single(lunar_day(y, 1, day)), year, lunar=True, named=named)


def _tet_eve(year: int, day: int) -> Period | None:
    return _single(last_of_lunar_year(year - 1) if day == 30 else lunar_day(year - 1, 12, day))


def feast_point(groups: Groups) -> Point | None:
    """A feast or memorial day by its name."""
    name = " ".join(fold(groups["feast"]).split())
    for feast in feasts().feasts:
        if any(fold(n) in name for n in feast.names):
            month, day, lunar = feast.month, feast.day, feast.lunar
            build: Build = lambda y: _single(lunar_day(y, month, day)) if lunar else day_of(y, month, day)  # noqa: E731
            return Point("day", build, _year(groups), month, day, lunar=lunar, named=groups.get("lunar_year"))
    return None


def _single(day: date | None) -> Period | None:
    return Period(day, day) if day else None


def lunar_year_number(name: str, near: int) -> int | None:
    """The year that a name like *Bính Ngọ* means around `near`."""
    return named_year(name, near)


def today_point(groups: Groups) -> Point | None:
    """*hôm nay*, *ngày mai*, *tuần này*, *tuần sau*: counted from the day of issue."""
    shift = _SHIFTS.get(" ".join(groups["relative"].lower().split()), 0)
    week = "week" in groups
    return Point("week" if week else "day", lambda _: None, relative=shift, month=None, named="week" if week else "today")


def week_day_point(groups: Groups) -> Point | None:
    """*thứ Sáu tuần này*: `month` holds the day of the week, Monday 0."""
    names = ("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật")
    name = groups["weekday"].lower().split()[-1].replace("bẩy", "bảy")
    number = int(name) - 2 if name.isdecimal() else names.index(name)
    return Point("day", lambda _: None, relative=_later(groups) or 0, month=number, named="week_day")


def week_of(day: date, shift: int) -> Period:
    """Monday to Sunday, `shift` weeks after that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(days=_DAYS_OF_WEEK * shift)
    return Period(monday, monday + timedelta(days=_DAYS_OF_WEEK - 1))


def issue_point(_: Groups) -> Point | None:
    """*ngày ký*, *khi ban hành*: the day of issue."""
    return Point("day", lambda _: None, named="issue")


def relative_point(groups: Groups) -> Point | None:
    """*tháng này*, *quý sau*, *năm tới*, *hết năm*: a period by its place from the day of issue."""
    unit = groups["unit"].lower()
    edge = groups.get("edge")
    return Point({"tháng": "month", "quý": "quarter", "năm": "year"}[unit], lambda _: None, relative=_later(groups) or 0,
                 named=f"period:{edge.lower() if edge else ''}")


_SHIFTS: Mapping[str, int] = {
    "nay": 0, "này": 0, "mai": 1, "hôm nay": 0, "ngày mai": 1, "sau": 1, "tới": 1, "kế tiếp": 1, "tiếp theo": 1, "liền kề": 1, "ngày kia": 2,
}  # fmt: skip


def _later(groups: Groups) -> int | None:
    word = groups.get("relative")
    return None if word is None else _SHIFTS.get(" ".join(word.lower().split()), 0)


SHAPES: Mapping[str, Callable[[Groups], Point | None]] = {
    "day": day_point,
    "bare_day": bare_day_point,
    "month": month_point,
    "quarter": quarter_point,
    "months": months_point,
    "year": year_point,
    "school_year": school_year_point,
    "some_days": some_days_point,
    "week": week_point,
    "third": third_point,
    "edge": edge_point,
    "lunar": lunar_point,
    "tet": tet_point,
    "feast": feast_point,
    "week_day": week_day_point,
    "today": today_point,
    "issue": issue_point,
    "relative": relative_point,
}
