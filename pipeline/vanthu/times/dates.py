"""Resolvers of phrases that name days and periods: due dates, months and quarters, lists of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import regex

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.orthography import fold
from vanthu.times.clock import clock, clocks, moment
from vanthu.times.context import Period
from vanthu.times.points import Point, day_of
from vanthu.times.reading import Phrase, PointReader

_DAY = timedelta(days=1)
_ANY_YEAR = 2024
_LIST_ITEM = regex.compile(r"(?<![\d/])(\d{1,2})(?:\s*/\s*(\d{1,2})(?:/20\d\d)?)?(?!\d)")
_NEXT_PERIOD = regex.compile(r"\s*(?:,|;|và)\s*(?=\p{L})", regex.IGNORECASE)
_WHOLE_YEAR = regex.compile(r"20\d\d")


def due(phrase: Phrase) -> tuple[Deadline, ...]:
    """A day with a qualifier; a period that is not closed by one is a window (*trong quý III*)."""
    if parts := scattered(phrase.groups["at"], phrase.points):
        return _neighbours_joined(
            d for part in parts for d in due(replace(phrase, groups={**phrase.groups, "at": part}))
        )
    found = phrase.placed("at")
    if found is None:
        return ()
    point, placed = found
    if placed.period is None:
        return (due_on(phrase, None, placed.assumptions),) if point.single else ()
    if phrase.qualifier is Qualifier.BEFORE:
        # *trước khi hết quý II* is before its last day, *trước quý II* before its first
        edge = placed.period.end if "whole" in phrase.groups else placed.period.start
        return (due_on(phrase, edge, placed.assumptions),)
    if phrase.qualifier is Qualifier.BY or point.single:
        return (due_on(phrase, placed.period.end, placed.assumptions),)
    return (window_of(phrase, placed.period, placed.assumptions),)


def second(phrase: Phrase) -> tuple[Deadline, ...]:
    """*lập dự toán trong tháng 9, mua sắm tháng 10*: a month before the first one is that of what the work is about."""
    before, point = phrase.point("before"), phrase.point("at")
    if before and point:
        year = before.year or point.year or _ANY_YEAR
        first, days = before.build(before.year or year), point.build(point.year or year)
        if first and days and days.start < first.start:
            return ()
    return due(phrase)


def scattered(text: str, points: PointReader) -> Sequence[str]:
    """*tháng 3, 6 và 12/2024* -> each with the year, weeks with their month; empty for neighbours, which are one window, and all else."""
    parts = points.listed(text)
    built = [days for p in parts if (point := points.read(p)) and (days := point.build(_ANY_YEAR))]
    apart = any(one.end + _DAY != after.start for one, after in pairwise(built))
    return parts if apart and len(built) == len(parts) else ()


def _neighbours_joined(listed: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """*tháng 3, 4; tháng 9, 10*: windows that touch are one."""
    joined: list[Deadline] = []
    for one in listed:
        last = joined[-1] if joined else None
        if (
            last
            and last.end
            and one.start
            and date.fromisoformat(last.end) + _DAY == date.fromisoformat(one.start)
        ):
            joined[-1] = last.model_copy(update={"end": one.end})
        else:
            joined.append(one)
    return tuple(joined)


def periods(phrase: Phrase) -> tuple[Deadline, ...]:
    """*tháng 11, 12/2031 và tháng 2/2032*: months and quarters with a year each; those that touch are one window."""
    named = (p for part in _NEXT_PERIOD.split(phrase.groups["periods"]) if (p := phrase.points.read(part)))
    found = [days for p in named if p.year is not None and (days := p.build(p.year))]
    joined: list[Period] = []
    for days in found:
        if joined and joined[-1].end + _DAY == days.start:
            joined[-1] = Period(joined[-1].start, days.end)
        else:
            joined.append(days)
    return tuple(window_of(phrase, days, ()) for days in joined)


def due_on(phrase: Phrase, day: date | None, assumptions: tuple[str, ...]) -> Deadline:
    """A due date with the phrase's clock and qualifier; `day` is `None` where it can't be said."""
    return phrase.deadline(
        DeadlineKind.DUE,
        date=day.isoformat() if day else None,
        time=clock(phrase.groups.get("clock")),
        qualifier=phrase.qualifier,
        assumptions=assumptions,
    )


def window_of(phrase: Phrase, period: Period, assumptions: tuple[str, ...]) -> Deadline:
    """A window from the first to the last day of a period, with the hours of a list of days (*8h - 11h các ngày 12, 13/6*)."""
    last_hour = phrase.groups.get("clock_stop")
    return phrase.deadline(
        DeadlineKind.WINDOW,
        start=moment(period.start, phrase.groups["clock"] if last_hour else None),
        end=moment(period.end, last_hour),
        assumptions=assumptions,
    )


def days(phrase: Phrase) -> tuple[Deadline, ...]:
    """A list of days that share month and year: neighbours are one window, scattered ones a due date each, pairs a window each."""
    found = phrase.placed("at")
    if found is None or found[1].period is None:
        return ()
    last, assumptions = found[1].period.end, found[1].assumptions
    listed = [*_listed(phrase.groups["days"], last, found[0]), last]
    if listed != sorted(set(listed)):
        return ()
    if phrase.groups.get("limit"):
        return _each_due(phrase, listed, assumptions)
    runs = _runs(listed)
    if all(len(run) > 1 for run in runs):
        return tuple(window_of(phrase, Period(run[0], run[-1]), assumptions) for run in runs)
    if "clock_stop" in phrase.groups:
        return tuple(window_of(phrase, Period(day, day), assumptions) for day in listed)
    return _each_due(phrase, listed, assumptions)


def _runs(days: Sequence[date]) -> Sequence[Sequence[date]]:
    """*05, 06 và 12, 13* -> 05, 06; 12, 13: days in a row, which come in order."""
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + _DAY == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def day_of_years(phrase: Phrase) -> tuple[Deadline, ...]:
    """*ngày 25/12 năm 2026, năm 2027*: that day of each of the years; none where the calendar lacks it."""
    point = phrase.points.read(phrase.groups["at"])
    years = map(int, _WHOLE_YEAR.findall(phrase.groups["years"]))
    built = [days.start for year in years if point and (days := point.build(year))]
    return _each_due(phrase, built, ())


def day_clocks(phrase: Phrase) -> tuple[Deadline, ...]:
    """*trước 11 giờ và 16 giờ ngày 15/3*: that day at each of the hours."""
    found = phrase.placed("at")
    if found is None or found[1].period is None:
        return ()
    (entry,) = _each_due(phrase, (found[1].period.start,), found[1].assumptions)
    return tuple(entry.model_copy(update={"time": hour}) for hour in clocks(phrase.groups["hours"]))


def _each_due(phrase: Phrase, days: Iterable[date], assumptions: tuple[str, ...]) -> tuple[Deadline, ...]:
    """A due date for every day, with the limit that stands before the first."""
    dues = (due_on(phrase, day, assumptions) for day in days)
    limit = phrase.groups.get("limit")
    if not limit:
        return tuple(dues)
    bound = Qualifier.BEFORE if fold(limit).startswith("trước") else Qualifier.BY
    return tuple(d.model_copy(update={"qualifier": bound}) for d in dues)


def _listed(text: str, last: date, point: Point) -> Sequence[date]:
    """Days before the last one of the list, each in the month it names or that of the next (*25, 27/9 và 03/10*), which may be the moon's."""
    listed: list[date] = []
    number = last.month
    for day, month in reversed(_LIST_ITEM.findall(text)):
        if point.lunar and point.day:
            listed.append(last - _DAY * (point.day - int(day)))
            continue
        number = int(month) if month else number
        year = last.year if number <= last.month else last.year - 1
        if period := day_of(year, number, int(day)):
            listed.append(period.start)
    return listed[::-1]


def ongoing(phrase: Phrase) -> tuple[Deadline, ...]:
    """*thường xuyên*, *24/7*."""
    return (phrase.deadline(DeadlineKind.ONGOING),)


def during(phrase: Phrase) -> tuple[Deadline, ...]:
    """*dịp* a feast day: that day; two feasts next to each other are a window."""
    if "days" not in phrase.groups:
        return due(replace(phrase))
    return days(phrase)
