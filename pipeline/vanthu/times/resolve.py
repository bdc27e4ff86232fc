"""The resolvers that rules name in `resolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vanthu.document.content import Deadline
from vanthu.times import bare, dates, relative, rhythms, windows
from vanthu.times.reading import Phrase

Resolver = Callable[[Phrase], tuple[Deadline, ...]]

RESOLVERS: Mapping[str, Resolver] = {
    "due": dates.due,
    "window": windows.window,
    "hours": windows.hours,
    "hours_apart": windows.hours_apart,
    "day_ranges": windows.day_ranges,
    "since": windows.since,
    "until_event": windows.until_event,
    "days": dates.days,
    "day_of_years": dates.day_of_years,
    "day_clocks": dates.day_clocks,
    "during": dates.during,
    "periods": dates.periods,
    "bare_day": bare.bare_day,
    "day_beside": bare.day_beside,
    "second": dates.second,
    "bare_days": bare.bare_days,
    "bare_weekday": bare.bare_weekday,
    "bare_part": bare.bare_part,
    "week_day_beside": bare.beside_rhythm,
    "hour_beside": bare.beside_rhythm,
    "ongoing": dates.ongoing,
    "relative": relative.relative,
    "event": relative.event,
    "every": rhythms.every,
    "day_hours": rhythms.day_hours,
    "interval": rhythms.interval,
    "rate": rhythms.rate,
    "month_days": rhythms.month_days,
    "year_days": rhythms.year_days,
    "year_window": rhythms.year_window,
    "year_months": rhythms.year_months,
    "month_list": rhythms.month_list,
    "week_days": rhythms.week_days,
    "week_of_months": rhythms.week_of_months,
    "fixed": rhythms.fixed,
}


def resolve(phrase: Phrase) -> tuple[Deadline, ...]:
    """The deadlines that a phrase stands for; empty where its words turn out to name none."""
    resolver = RESOLVERS.get(phrase.rule.resolve or "")
    return resolver(phrase) if resolver else ()
