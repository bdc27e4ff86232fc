"""The dated tables under rules/tables/: numbers in words, feast days, holidays, the lunar calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from vanthu.document.base import Frozen
from vanthu.resources import checked, rules_folder


class Numbers(Frozen):
    """Numbers in words, names of months, quarters and days of the week (Monday first), letters misread for digits."""

    version: int
    units: Mapping[str, int]
    tens: tuple[str, ...]
    months: Mapping[str, int]
    quarters: Mapping[str, int]
    digits: Mapping[str, str]
    weekdays: tuple[tuple[str, ...], ...]


class Feast(Frozen):
    """A day that papers call by name; `lunar` days move from year to year."""

    names: tuple[str, ...]
    month: int
    day: int
    lunar: bool = False


class SchoolYear(Frozen):
    """First and last day of a school year as (month, day)."""

    start: tuple[int, int]
    end: tuple[int, int]


class Feasts(Frozen):
    """Feast days, the words for Tết, and the names of lunar years."""

    version: int
    feasts: tuple[Feast, ...]
    tet: tuple[str, ...]
    stems: tuple[str, ...]
    branches: tuple[str, ...]
    branch_spellings: Mapping[str, str]
    school_year: SchoolYear


class DatedReason(Frozen):
    """A day and why it is off, or worked."""

    date: date
    why: str


class Holidays(Frozen):
    """What the holiday library does not know, and Vietnamese names for what it knows."""

    version: int
    days_off: tuple[DatedReason, ...]
    working_days: tuple[DatedReason, ...]
    names: Mapping[str, str]


class Lunar(Frozen):
    """Lunar months (year, month) that begin a day earlier in Việt Nam than by UTC+8."""

    version: int
    a_day_earlier: tuple[tuple[int, int], ...]


_Table = TypeVar("_Table", bound=Frozen)


def load_table(name: str, model: type[_Table]) -> _Table:
    """A table of rules/tables, checked. Raises `RulesError` where it can't be read or is not valid."""
    return checked(rules_folder() / "tables" / f"{name}.yaml", model)


@cache
def numbers() -> Numbers:
    """rules/tables/numbers.yaml. Raises `RulesError` where it is not valid."""
    return load_table("numbers", Numbers)


@cache
def feasts() -> Feasts:
    """rules/tables/feasts.yaml. Raises `RulesError` where it is not valid."""
    return load_table("feasts", Feasts)


@cache
def holidays() -> Holidays:
    """rules/tables/holidays.yaml. Raises `RulesError` where it is not valid."""
    return load_table("holidays", Holidays)


@cache
def lunar() -> Lunar:
    """rules/tables/lunar.yaml. Raises `RulesError` where it is not valid."""
    return load_table("lunar", Lunar)
