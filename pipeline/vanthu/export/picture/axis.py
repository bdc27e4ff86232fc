"""The time axis of a picture: days to places, and the days worth a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta

_LEAST_DAYS = 14  # a plan of one day still gets an axis
_ONE_YEAR = 365
_LEAST_GAP = 62.0  # between two labels, in the unit of the picture


@dataclass(frozen=True)
class Tick:
    """A line across the axis; `strong` begins a year."""

    day: date
    label: str
    strong: bool


@dataclass(frozen=True)
class Axis:
    """Days from `first` to `last` spread over `left` to `right`."""

    first: date
    last: date
    left: float
    right: float
    long: bool = False  # more than a year of days: one is told from another by its year

    @classmethod
    def around(cls, days: Iterable[date], *, left: float, right: float) -> Axis | None:
        """An axis with room at both ends; `None` where there are no days."""
        known = list(days)
        if not known:
            return None
        first, last = min(known), max(known)
        margin = timedelta(days=max((last - first).days // 25, 2))
        short = timedelta(days=max(_LEAST_DAYS - (last - first).days, 0) // 2)
        long = (last - first).days >= _ONE_YEAR
        return cls(first - margin - short, last + margin + short, left, right, long)

    def x(self, day: date, *, part: float = 0.5) -> float:
        """The place of a day; `part` 0 is its beginning, 1 its end."""
        days = (self.last - self.first).days + 1
        return round(self.left + (self.right - self.left) * ((day - self.first).days + part) / days, 1)

    def name(self, day: date) -> str:
        """A day in short; with its year where the days are so far apart that it could be mistaken."""
        return f"{day.day}/{day.month}" + (f"/{day.year}" if self.long else "")

    def ticks(self) -> Iterator[Tick]:
        """Weeks, months, quarters or years: the finest that leaves room for labels."""
        for step in _STEPS:
            found = [day for day in step.days(self.first, self.last) if self.first <= day <= self.last]
            if self._roomy(found) or step is _STEPS[-1]:
                for day in found:
                    yield Tick(day, step.label(day), strong=day.month == 1 and day.day == 1)
                return

    def _roomy(self, days: list[date]) -> bool:
        places = [self.x(day) for day in days]
        return len(days) > 1 and all(b - a >= _LEAST_GAP for a, b in pairwise(places))


@dataclass(frozen=True)
class _Step:
    size: relativedelta
    months: int  # 0 for weeks

    def days(self, first: date, last: date) -> Iterator[date]:
        day = self._begin(first)
        while day <= last:
            yield day
            day += self.size

    def _begin(self, first: date) -> date:
        if not self.months:
            return first - timedelta(days=first.weekday())
        month = first.year * 12 + first.month - 1
        month -= month % self.months
        return date(month // 12, month % 12 + 1, 1)

    def label(self, day: date) -> str:
        if not self.months:
            return f"{day.day}/{day.month}"
        return str(day.year) if self.months >= 12 else f"Th.{day.month}/{day.year}"


_STEPS = (
    _Step(relativedelta(weeks=1), 0),
    _Step(relativedelta(months=1), 1),
    _Step(relativedelta(months=3), 3),
    _Step(relativedelta(months=6), 6),
    _Step(relativedelta(years=1), 12),
    *(_Step(relativedelta(years=n), 12 * n) for n in (2, 5, 10, 20, 50)),
)
