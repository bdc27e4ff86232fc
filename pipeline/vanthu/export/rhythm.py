"""Rhythms of reports and meetings: in words, and as rules that a calendar can follow without losing a month."""

from __future__ import annotations

from datetime import date, datetime, time

from dateutil.rrule import rrulestr

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
_DAYS_IN_MONTH = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
_PERIODS = {("MONTHLY", "3"): "hằng quý", ("MONTHLY", "6"): "6 tháng một lần", ("MONTHLY", "12"): "hằng năm"}

_SEARCH_YEARS = 9  # 29 February is at most eight years away

Parts = dict[str, str]


def parse(rule: str) -> Parts:
    """The parts of a rule, in order."""
    pairs = (part.partition("=") for part in rule.removeprefix("RRULE:").split(";"))
    return {key: value for key, _, value in pairs}


def write(parts: Parts) -> str:
    """A rule from its parts."""
    return ";".join(f"{key}={value}" for key, value in parts.items())


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
    """Months and years with their day named: else a plan of the 31st would meet in every other month only."""
    if (
        parts.get("FREQ") not in ("MONTHLY", "YEARLY")
        or {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys()
    ):
        return parts
    month = {"BYMONTH": str(anchor.month)} if parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts else {}
    return {**parts, **month, "BYMONTHDAY": str(anchor.day)}


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
