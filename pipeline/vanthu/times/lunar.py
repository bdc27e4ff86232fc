"""The Vietnamese lunar calendar: the table of `lunardate` (UTC+8) with the months that begin earlier by UTC+7."""

from __future__ import annotations

from datetime import date, timedelta

from lunardate import LunarDate

from vanthu.orthography import fold
from vanthu.times.tables import feasts, lunar

_FIRST_STEM_YEAR = 4  # Giáp Tý: the years 4, 64, ... begin the cycle of sixty
_CYCLE = 60


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The solar date of a day of a lunar year; `None` where the month has no such day or the year is outside the table."""
    try:
        found: date = LunarDate(year, month, day).to_solar_date()
    except ValueError:
        return None
    return found - timedelta(days=1) if (year, month) in lunar().a_day_earlier else found


def last_of_lunar_year(year: int) -> date | None:
    """The day before Tết of the next year: *30 Tết*, also where the month has only 29 days."""
    tet = lunar_day(year + 1, 1, 1)
    return tet - timedelta(days=1) if tet else None


def named_year(name: str, near: int) -> int | None:
    """The lunar year of a name like *Giáp Thìn* that lies nearest to `near`; `None` for no such name."""
    table = feasts()
    words = fold(name).split()
    if len(words) != 2 or words[0] not in table.stems:
        return None
    branch = table.branch_spellings.get(words[1], words[1])
    if branch not in table.branches:
        return None
    stem_at, branch_at = table.stems.index(words[0]), table.branches.index(branch)
    for offset in range(_CYCLE // 2 + 1):
        for year in (near + offset, near - offset):
            if (year - _FIRST_STEM_YEAR) % 10 == stem_at and (year - _FIRST_STEM_YEAR) % 12 == branch_at:
                return year
    return None
