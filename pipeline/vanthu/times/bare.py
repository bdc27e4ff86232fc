"""Resolvers of days and weeks whose month stands elsewhere: in a heading, in the column beside them, in the plan's own title."""

from __future__ import annotations

from datetime import timedelta

import regex

from vanthu.document.content import Deadline, Qualifier
from vanthu.times.context import Period
from vanthu.times.dates import due_on, scattered, window_of
from vanthu.times.placing import place
from vanthu.times.points import day_of
from vanthu.times.reading import Phrase
from vanthu.times.weekdays import weekday_from, weekdays_named

_NUMBER = regex.compile(r"\d{1,2}")
_WEEK = timedelta(days=6)  # from the first day to the last


def bare_day(phrase: Phrase) -> tuple[Deadline, ...]:
    """*trước ngày 20* under a heading that names the month; none elsewhere."""
    found = phrase.placed("at") if phrase.context.whole_month else None
    if found is None or found[1].period is None:
        return ()
    return (_bound(phrase, due_on(phrase, found[1].period.end, found[1].assumptions)),)


def day_beside(phrase: Phrase) -> tuple[Deadline, ...]:
    """*sơ khảo ngày 12, chung khảo ngày 20/4*: the day before the next one, which names the month."""
    point, after = phrase.point("at"), phrase.placed("next")
    if point is None or after is None or after[1].period is None:
        return ()
    placed = place(point, phrase.context, not_after=after[1].period.start)
    told = (*after[1].assumptions, "tháng lấy theo ngày kể sau")
    return (_bound(phrase, due_on(phrase, placed.period.end, told)),) if placed.period else ()


def bare_days(phrase: Phrase) -> tuple[Deadline, ...]:
    """*12-13*, *05, 15 và 25* in a month that stands elsewhere: a window or a due date each; none where no month is told, or it has no such day."""
    if phrase.context.whole_month is None:
        return ()
    numbers = _NUMBER.findall(phrase.groups["days"])
    built = [day_of(*phrase.context.whole_month, int(n)) for n in numbers]
    days = [p.start for p in built if p]
    if len(days) < len(built):
        return ()
    told = (_told(phrase),)
    if len(days) == 2 and "range" in phrase.groups:
        return (window_of(phrase, Period(*days), told),) if days[0] < days[1] else ()
    return tuple(_bound(phrase, due_on(phrase, day, told)) for day in days)


def bare_part(phrase: Phrase) -> tuple[Deadline, ...]:
    """*vào tuần 3*, *cuối tháng* where a heading or a column names the month; none elsewhere."""
    if phrase.context.whole_month is None:
        return ()
    year, month = phrase.context.whole_month
    at = f"{phrase.groups['at']} tháng {month}/{year}"
    return tuple(d for part in scattered(at, phrase.points) or (at,) for d in _part(phrase, part))


def _part(phrase: Phrase, words: str) -> tuple[Deadline, ...]:
    point = phrase.points.read(words)
    placed = place(point, phrase.context) if point else None
    if point is None or placed is None or placed.period is None:
        return ()
    told = (_told(phrase),)
    period = placed.period
    return (due_on(phrase, period.end, told) if point.single else window_of(phrase, period, told),)


def bare_weekday(phrase: Phrase) -> tuple[Deadline, ...]:
    """*Thứ Ba* in a plan of one week; none elsewhere."""
    period, named = phrase.context.period, weekdays_named(phrase.groups["at"])
    if period is None or len(named) != 1 or period.end - period.start > _WEEK:
        return ()
    day = weekday_from(period.start, named[0])
    told = (f"ngày trong tuần lấy theo {phrase.context.period_source}",)
    return (due_on(phrase, day, told),) if day in period else ()


def beside_rhythm(_: Phrase) -> tuple[Deadline, ...]:
    """*vào thứ Sáu*, *trước 16 giờ*: by themselves they name no day; a rhythm told before them in the sentence may (before.py)."""
    return ()


def _told(phrase: Phrase) -> str:
    year, month = phrase.context.whole_month or (None, None)
    return f"tháng {month}/{year} lấy theo {phrase.context.month_source}"


def _bound(phrase: Phrase, deadline: Deadline) -> Deadline:
    """The limit that the words before a day set."""
    limits = {"before": Qualifier.BEFORE, "by": Qualifier.BY}
    told = next((q for word, q in limits.items() if word in phrase.groups), Qualifier.ON)
    return deadline.model_copy(update={"qualifier": told})
