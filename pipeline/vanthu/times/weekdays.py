"""Days of the week as papers name them (rules/tables/numbers.yaml); Monday is 0."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import regex

from vanthu.orthography import fold
from vanthu.times.tables import numbers

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")  # as recurrence rules call them


def weekday_said(number: int) -> str:
    """*thứ Hai* .. *Chủ nhật*."""
    return numbers().weekdays[number][0]


def weekdays_named(text: str) -> Sequence[int]:
    """*thứ Bảy, Chủ nhật* -> 5, 6; *thứ 2* -> 0: each once, in the order of the text. For text that names days of the week and no more."""
    names = _names()
    found = ("".join(fold(m[0]).split()) for m in _any_name().finditer(text))
    return list(dict.fromkeys(names[name] for name in found))


def weekday_from(day: date, weekday: int) -> date:
    """That day of the week on or next after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % len(CODES))


@cache
def _names() -> dict[str, int]:
    """Every short name without its blanks, and the day it names."""
    return {"".join(n.split()): number for number, names in enumerate(numbers().weekdays) for n in names[1:]}


@cache
def _any_name() -> regex.Pattern[str]:
    short = (n for names in numbers().weekdays for n in names[1:])
    written = "|".join(r"\s*".join(map(regex.escape, n.split())) for n in short)
    return regex.compile(rf"(?:{written})(?!\w)", regex.IGNORECASE)
