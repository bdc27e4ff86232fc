"""Rhythms of reports and meetings in words."""

from __future__ import annotations

from vanthu.planning.recurrence import Parts, calendar_rules, parse

__all__ = ["calendar_rules", "rhythm_phrase"]

_UNITS = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_PERIODS = {("MONTHLY", "3"): "hằng quý", ("MONTHLY", "6"): "6 tháng một lần", ("MONTHLY", "12"): "hằng năm"}


def rhythm_phrase(rule: str, *, times: int | None = None) -> str:
    """A rule in Vietnamese; empty where it has no words for it. `times`: so often in each period."""
    parts = parse(rule)
    unit = _UNITS.get(parts.get("FREQ", ""))
    if unit is None:
        return ""
    period = _period(parts, unit)
    often = [f"{times} lần mỗi {unit}"] if times else [period]
    return ", ".join([*often, *_when(parts)])


def _period(parts: Parts, unit: str) -> str:
    interval = parts.get("INTERVAL", "1")
    if known := _PERIODS.get((parts["FREQ"], interval)):
        return known
    return f"hằng {unit}" if interval == "1" else f"{interval} {unit} một lần"


def _when(parts: Parts) -> list[str]:
    words = []
    if days := parts.get("BYDAY"):
        words.append("vào " + ", ".join(_weekday(d, parts["FREQ"]) for d in days.split(",")))
    if days := parts.get("BYMONTHDAY"):
        words.append("vào " + ", ".join(_month_day(d) for d in days.split(",")))
    if months := parts.get("BYMONTH"):
        words.append(("các tháng " if "," in months else "tháng ") + months.replace(",", ", "))
    return words


def _weekday(code: str, freq: str) -> str:
    name, place = _WEEKDAYS.get(code[-2:], code), code[:-2]
    if not place:
        return name
    within = "tháng" if freq == "MONTHLY" else "năm"
    return f"{name} cuối {within}" if place == "-1" else f"{name} thứ {place.lstrip('+')} của {within}"


def _month_day(day: str) -> str:
    if day == "-1":
        return "ngày cuối tháng"
    return f"ngày {day}" if not day.startswith("-") else f"{day[1:]} ngày trước khi hết tháng"
