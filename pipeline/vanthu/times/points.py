"""What a phrase says of a point or period of the calendar, with whatever it left open.

A rule of label TIME_POINT names in `resolve` the shape of what it matched; `shapes.py` has the builder that turns the rule's groups into
a `Point`. `Point.build(year)` is then the days it stands for, once the year is known.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vanthu.orthography import fold
from vanthu.times.context import Period
from vanthu.times.numbers import to_int
from vanthu.times.tables import numbers

Build = Callable[[int], Period | None]
Groups = Mapping[str, str]
_DAYS_OF_WEEK = 7
_SHIFTS: Mapping[str, int] = {
    "nay": 0, "này": 0, "mai": 1, "hôm nay": 0, "ngày mai": 1, "sau": 1, "tới": 1, "kế tiếp": 1, "tiếp theo": 1, "liền kề": 1, "ngày kia": 2,
}  # fmt: skip


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
    named: str | None = None  # a lunar year by name; what is reckoned from the issue
    edge: str | None = None  # the end of a month that the day is (*đầu*, *cuối*)

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


def single_day(day: date | None) -> Period | None:
    """A day as a period; `None` for none."""
    return Period(day, day) if day else None


def months_of(year: int, first: int, last: int) -> Period | None:
    """From the first day of a month to the last day of another; a smaller `last` lies in the next year."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    end_year = year if last >= first else year + 1
    return Period(date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1]))


def week_of(day: date, shift: int) -> Period:
    """Monday to Sunday, `shift` weeks after that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(days=_DAYS_OF_WEEK * shift)
    return Period(monday, monday + timedelta(days=_DAYS_OF_WEEK - 1))


def days_of_month(
    month: int, year: int | None, bounds: tuple[int, int], relative: int | None = None
) -> Point | None:
    """Days of a month, cut to its length; a negative first day counts from the end."""
    if not 1 <= month <= 12:
        return None

    def build(y: int) -> Period | None:
        length = calendar.monthrange(y, month)[1]
        first = length + 1 + bounds[0] if bounds[0] < 0 else bounds[0]
        return Period(date(y, month, first), date(y, month, min(bounds[1], length)))

    return Point("week", build, year, month, relative=relative)


def month_number(text: str | None) -> int | None:
    """*11*, *Giêng*, *Mười một*, *Chạp* -> the month's number; `None` where it is none."""
    if text is None:
        return None
    text = text.strip()
    return numbers().months.get(" ".join(fold(text).split())) or to_int(text)


def quarter_number(text: str | None) -> int | None:
    """*II*, *2*, *hai* -> 2; `None` where it is no quarter. A misread `l` is an `I`."""
    return numbers().quarters.get(fold(text).replace("l", "i").replace("1i", "ii")) if text else None


def year_of(groups: Groups) -> int | None:
    """The year that the phrase says, *23* as 2023; `None` where it says none."""
    found = to_int(groups.get("year"))
    return 2000 + found if found is not None and found < 100 else found


def later(groups: Groups) -> int | None:
    """*này* -> 0, *sau, tới* -> 1; `None` where no such word stands."""
    word = groups.get("relative")
    if word is None:
        return None
    words = fold(word).split()
    return _SHIFTS.get(" ".join(words), _SHIFTS.get(words[-1], 0))
