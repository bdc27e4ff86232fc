"""What a time phrase is read against: the day of issue, the plan's period, what a heading or column already said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Period:
    """First and last day, both included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def middle(self) -> date:
        """The day half-way."""
        return self.start + (self.end - self.start) / 2


@dataclass(frozen=True)
class TimeContext:
    """Everything that a phrase without year (or month) may take from its surroundings. `None` is unknown.

    `issued_from` is the first day that a date of issue with its day left blank can stand for: it tells the year and no more.
    `period` is the plan's own (or the sentence's). `year` and `month` are inherited from a heading or a column, and
    `source` says from where, in Vietnamese (*tiêu đề mục II*, *cột Thời gian*): it goes into the assumptions.
    """

    issued_on: date | None = None
    period: Period | None = None
    year: int | None = None
    month: int | None = None
    source: str = "tiêu đề"
    period_source: str = "thời gian thực hiện của kế hoạch"
    issued_from: date | None = None
    issued_by_hand: bool = False  # a pen wrote the day of issue

    def within(self, period: Period, source: str = "khoảng thời gian nêu trước đó") -> TimeContext:
        """The context of words that stand under a narrower period; a year or month inherited from further off no longer counts."""
        return replace(self, period=period, period_source=source, year=None, month=None, source=source)

    @property
    def whole_month(self) -> tuple[int, int] | None:
        """Year and month that a day or a week by its number alone lies in: inherited, or those of a period that leaves no other."""
        if self.year and self.month:
            return self.year, self.month
        first, last = (self.period.start, self.period.end) if self.period else (None, None)
        alone = first and last and (first.year, first.month) == (last.year, last.month)
        if (
            not first
            or not alone
            or self.year not in (None, first.year)
            or self.month not in (None, first.month)
        ):
            return None
        return first.year, first.month

    @property
    def month_source(self) -> str:
        """Where `whole_month` is from, in Vietnamese."""
        return self.source if self.year and self.month else self.period_source

    @property
    def floor(self) -> date | None:
        """The day that no future date lies before: the issue, else the beginning of the plan's period."""
        return self.issued_on or self.issued_from or (self.period.start if self.period else None)
