"""Rhythms and lengths of time in Vietnamese words: *hằng tháng, vào ngày 8*; *05 ngày làm việc*."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from vanthu.times.weekdays import CODES, weekday_said

_UNITS = {"HOURLY": "giờ", "DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_PERIODS = {("MONTHLY", "3"): "quý", ("MONTHLY", "12"): "năm"}
_LENGTH = regex.compile(
    r"-?P(?:(?P<năm>\d+)Y)?(?:(?P<tháng>\d+)M)?(?:(?P<tuần>\d+)W)?(?:(?P<ngày>\d+)D)?"
    r"(?:T(?:(?P<giờ>\d+)H)?(?:(?P<phút>\d+)M)?)?"
)
_TWO_DIGITS = 10

Parts = Mapping[str, str]


def rhythm_phrase(rule: str, *, times: int | None = None) -> str:
    """A recurrence rule in words; empty where it has no words for it. `times`: so often in each period."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    unit = _UNITS.get(parts.get("FREQ", ""))
    if unit is None:
        return ""
    return ", ".join([_often(parts, unit, times), *_when(parts)])


def _often(parts: Parts, unit: str, times: int | None) -> str:
    interval = parts.get("INTERVAL", "1")
    name = _PERIODS.get((parts["FREQ"], interval), unit if interval == "1" else f"{interval} {unit}")
    if times:
        return f"{times} lần mỗi {name}"
    return f"{name} một lần" if name[0].isdecimal() else f"hằng {name}"


def _when(parts: Parts) -> list[str]:
    words = []
    days, months = parts.get("BYMONTHDAY", ""), parts.get("BYMONTH", "")
    if weekdays := parts.get("BYDAY"):
        words.append("vào " + ", ".join(_weekday(d, parts["FREQ"]) for d in weekdays.split(",")))
    if days.isdigit() and months.isdigit():
        return [*words, f"vào ngày {days}/{months}"]
    if days:
        words.append("vào " + ", ".join(_month_day(d) for d in days.split(",")))
    if months:
        words.append(("các tháng " if "," in months else "tháng ") + months.replace(",", ", "))
    return words


def _weekday(code: str, freq: str) -> str:
    day, place = code[-2:], code[:-2]
    name = weekday_said(CODES.index(day)) if day in CODES else code
    if not place:
        return name
    within = "tháng" if freq == "MONTHLY" else "năm"
    return f"{name} cuối {within}" if place == "-1" else f"{name} thứ {place.lstrip('+')} của {within}"


def _month_day(day: str) -> str:
    if day == "-1":
        return "ngày cuối tháng"
    return f"ngày {day}" if not day.startswith("-") else f"{day[1:]} ngày trước khi hết tháng"


def length_phrase(duration: str, *, working_days: bool = False) -> str:
    """An ISO 8601 length in words, its sign left out: `P5D` -> *05 ngày làm việc*; the length itself where it is none."""
    found = _LENGTH.fullmatch(duration)
    parts = [(n, unit) for unit, n in found.groupdict().items() if n] if found else []
    words = " ".join(f"{_counted(int(n))} {unit}" for n, unit in parts)
    return (f"{words} làm việc" if working_days else words) or duration


def _counted(number: int) -> str:
    """Offices write numbers below ten with a nought."""
    return f"{number:02}" if number < _TWO_DIGITS else str(number)
