"""Times of made tasks: the words, and the deadline that a reader makes of them. Only working days, unless a day off is wanted."""

from __future__ import annotations

import random
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from vanthu.document.content import Qualifier
from vanthu.times.working_days import is_day_off

_QUARTERS = ("I", "II", "III", "IV")
STYLES = 5
_BEFORE = ("trước ngày {}", "trước ngày {}", "chậm nhất ngày {}", "đến hết ngày {}")


@dataclass(frozen=True, slots=True)
class When:
    """A time as written, the fields of its deadline but `raw`, and its last day; without words: no time."""

    words: str = ""
    fields: dict[str, Any] | None = None
    last: date | None = None


@cache
def working(day: date) -> bool:
    """Whether offices are open."""
    return not is_day_off(day)


def work_day(rng: random.Random, first: date, last: date) -> date:
    """A working day not before `first`, nearly always not after `last`."""
    day = first + timedelta(days=int(rng.random() * max(1, (last - first).days + 1)))
    while not working(day):
        day += timedelta(days=1)
    return day


def on_work_day(day: date) -> date:
    """The day itself or the next working day."""
    while not working(day):
        day += timedelta(days=1)
    return day


@cache
def written(day: date, style: int = 0) -> str:
    """As offices write dates."""
    if style == 0:
        return f"{day.day:02}/{day.month}/{day.year}" if day.month > 2 else f"{day:%d/%m/%Y}"
    if style == 1:
        return f"{day:%d/%m/%Y}"
    if style == 2:
        return f"{day.day:02} tháng {day.month:02} năm {day.year}"
    return f"{day:%d-%m-%Y}" if style == 3 else f"{day.day}.{day.month}.{day.year}"


def due(rng: random.Random, day: date, forms: tuple[str, ...] = _BEFORE) -> When:
    """A limit on a day, in one of some forms, the first two of which leave the day itself out."""
    form = int(rng.random() * len(forms))
    raw = forms[form].format(written(day, int(rng.random() * STYLES)))
    qualifier = Qualifier.BEFORE if form < 2 else Qualifier.BY
    return When(raw, {"kind": "due", "date": day.isoformat(), "qualifier": qualifier}, day)


def hours(day: date, start: str, end: str) -> When:
    """An event from one hour to another."""
    raw = f"từ {start[:2]}h{start[3:]} đến {end[:2]}h{end[3:]} ngày {written(day)}"
    begin, close = (f"{day.isoformat()}T{clock}" for clock in (start, end))
    return When(raw, {"kind": "window", "start": begin, "end": close}, day)


def event(day: date, clock: str | None) -> When:
    """The day of an event, with its hour or without."""
    spoken = f"lúc {clock[:2]} giờ {clock[3:]} ngày" if clock else "ngày"
    raw = f"vào {spoken} {written(day)}"
    return When(raw, {"kind": "due", "date": day.isoformat(), "time": clock, "qualifier": Qualifier.ON}, day)


def span(first: date, last: date) -> When:
    """From a day to a day."""
    return _window(f"từ ngày {written(first)} đến ngày {written(last)}", first, last)


def month(day: date) -> When:
    """The whole month of a day."""
    end = day.replace(day=monthrange(day.year, day.month)[1])
    return _window(f"trong tháng {day.month}/{day.year}", day.replace(day=1), end)


def quarter(day: date) -> When:
    """The whole quarter of a day."""
    number = (day.month - 1) // 3
    first = date(day.year, number * 3 + 1, 1)
    return _window(f"trong quý {_QUARTERS[number]}/{day.year}", first, quarter_end(day))


def quarter_end(day: date) -> date:
    """The last day of the quarter of a day."""
    last = (day.month - 1) // 3 * 3 + 3
    return date(day.year, last, monthrange(day.year, last)[1])


def _window(raw: str, first: date, last: date) -> When:
    return When(raw, {"kind": "window", "start": first.isoformat(), "end": last.isoformat()}, last)


NO_TIME = When()
ONGOING = When("thường xuyên", {"kind": "ongoing"})
ON_RECEIPT = When(
    "trong 05 ngày làm việc kể từ ngày nhận được văn bản",
    {"kind": "relative", "duration": "P5D", "working_days": True, "anchor": "ngày nhận được văn bản"},
)


@cache
def monthly(day: int) -> When:
    """A rhythm."""
    fields = {"kind": "recurring", "rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}
    return When(f"định kỳ trước ngày {day:02} hằng tháng", fields)


def other_time(rng: random.Random, day: date, *, after: date, forms: tuple[str, ...] = _BEFORE) -> When:
    """A time that ends on another day than `day`, 5 to 80 days away, after `after`."""
    away = rng.randint(5, 80) * rng.choice((-1, 1))
    other = on_work_day(day + timedelta(days=away))
    if other <= after or other == day or other.year != day.year:
        other = on_work_day(min(day + timedelta(days=abs(away)), date(day.year, 12, 24)))
    if other == day:
        other = on_work_day(after + timedelta(days=2))
    lot = rng.random()
    if lot < 0.12 and other.replace(day=1) > after and month(other).last != day:
        return month(other)
    return span(after + timedelta(days=1), other) if lot < 0.2 else due(rng, other, forms)
