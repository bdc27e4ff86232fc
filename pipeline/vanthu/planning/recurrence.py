"""Rhythms as rules that a calendar can follow without losing a month, and the days that they give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from itertools import takewhile

from dateutil.rrule import rrulestr

_DAYS_IN_MONTH = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
_WITHIN_A_DAY = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_WITHIN_A_DAY_FREQUENCIES = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SEARCH_YEARS = 9  # 29 February is at most eight years away

Parts = dict[str, str]


def parse(rule: str) -> Parts:
    """The parts of a rule, in order."""
    pairs = (part.partition("=") for part in rule.removeprefix("RRULE:").split(";"))
    return {key: value for key, _, value in pairs}


def write(parts: Parts) -> str:
    """A rule from its parts."""
    return ";".join(f"{key}={value}" for key, value in parts.items())


@lru_cache(maxsize=1024)
def calendar_rules(rule: str, anchor: date) -> tuple[str, ...]:
    """Rules that a calendar program can follow: a day fixed where the writing leaves it open, no month left out.

    A month without the written day (30 February, 31 April) takes its last day instead (Civil Code, art. 148). Several
    days a month, one of them late, need a rule each. `anchor` is the first possible day. Empty where the rule can't be understood.
    """
    written = parse(rule)
    if {"UNTIL", "COUNT"} & written.keys():  # the end of a rhythm has a field of its own
        return ()
    parts = _fixed(written, anchor)
    return tuple(write(p) for p in _month_safe(parts) if first_occurrence(write(p), anchor))


def _fixed(parts: Parts, anchor: date) -> Parts:
    """Rhythms within a day as daily ones; months and years with their day named: else the 31st would come every other month."""
    parts = _daily(parts)
    if (
        parts.get("FREQ") not in ("MONTHLY", "YEARLY")
        or {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys()
    ):
        return parts
    month = {"BYMONTH": str(anchor.month)} if parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts else {}
    return {**parts, **month, "BYMONTHDAY": str(anchor.day)}


def _daily(parts: Parts) -> Parts:
    """A calendar of days has no hours; how often a day stands in the words."""
    whole = {key: value for key, value in parts.items() if key not in _WITHIN_A_DAY}
    if parts.get("FREQ") not in _WITHIN_A_DAY_FREQUENCIES:
        return whole
    return {key: value for key, value in whole.items() if key != "INTERVAL"} | {"FREQ": "DAILY"}


def _month_safe(parts: Parts) -> list[Parts]:
    days = parts.get("BYMONTHDAY", "").split(",")
    if "BYSETPOS" in parts or not all(d.lstrip("+-").isdecimal() for d in days):
        return [parts]
    if not any(_missing_somewhere(d, parts.get("BYMONTH")) for d in days):
        return [parts]
    by_month = (
        {**parts, "FREQ": "MONTHLY"} if "," in parts.get("BYMONTH", "") and "INTERVAL" not in parts else parts
    )
    return [{**by_month, **_last_of(int(day))} for day in days]


def _missing_somewhere(day: str, months: str | None) -> bool:
    if not day.isdecimal():
        return False
    numbers = [int(m) for m in months.split(",") if m.isdecimal()] if months else list(range(1, 13))
    return any(int(day) > _DAYS_IN_MONTH.get(month, 31) for month in numbers)


def _last_of(day: int) -> Parts:
    if day <= 28:
        return {"BYMONTHDAY": str(day)}
    return {"BYMONTHDAY": ",".join(str(d) for d in range(28, day + 1)), "BYSETPOS": "-1"}


def names_weekday(rule: str, day: date) -> bool:
    """Whether a rule tells by its name the day of the week that a day is."""
    named = parse(rule).get("BYDAY", "").split(",")
    return any(name.endswith(_WEEKDAYS[day.weekday()]) for name in named)


@lru_cache(maxsize=1024)
def first_occurrence(rule: str, anchor: date) -> date | None:
    """The first day of a rule on or after `anchor`; `None` where there is none or the rule can't be understood."""
    if parse(rule).get("INTERVAL", "1").strip("0") == "":  # dateutil would search for ever
        return None
    start = datetime.combine(anchor, time.min)
    last = start.replace(year=start.year + _SEARCH_YEARS, day=1)
    try:
        first = rrulestr(f"{rule};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=start).after(start, inc=True)
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return first.date() if first else None


def days(rule: str, start: date, first: date, last: date) -> Iterator[date]:
    """The days of a rule that begins on `start`, from `first` to `last`, both included, each once.

    The rule is one that `calendar_rules` gave; `start` is a day of it.
    """
    begin = datetime.combine(start, time.min)
    found = rrulestr(rule, dtstart=begin).xafter(datetime.combine(max(first, start), time.min), inc=True)
    within = takewhile(lambda day: day <= last, (moment.date() for moment in found))
    yield from dict.fromkeys(within)
