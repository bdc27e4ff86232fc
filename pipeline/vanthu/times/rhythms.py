"""Resolvers of what comes again: *hàng tháng*, *ngày 15 hàng tháng*, *thứ Sáu hàng tuần*, *6 tháng/lần*, *03 lần/ngày*."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.orthography import fold
from vanthu.times.clock import AND, TO, clock, clocks
from vanthu.times.numbers import to_int
from vanthu.times.placing import Placed, place
from vanthu.times.points import month_number, quarter_number
from vanthu.times.reading import Phrase
from vanthu.times.weekdays import CODES, weekdays_named
from vanthu.times.windows import ends

QUARTERLY, HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6"
_FREQUENCIES = {"phút": "MINUTELY", "giờ": "HOURLY", "tiếng": "HOURLY", "ngày": "DAILY", "đêm": "DAILY", "sáng": "DAILY",
                "chiều": "DAILY", "tối": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "thảng": "MONTHLY", "năm": "YEARLY"}  # fmt: skip
_QUARTER_MONTHS = {"đầu": "1,4,7,10", "giữa": "2,5,8,11", "cuối": "3,6,9,12"}
_WEEK = 7
_EDGE_DAYS = {"đầu": (0, 1), "giữa": (0, 15), "cuối": (-1, -1)}  # which of the months, and its day
_UNIT = regex.compile(
    r"(?:(?P<count>\d{1,2}|sáu|ba|hai)\s*(?:\([^)]*\)\s*)?)?(?P<unit>giờ|ngày|đêm|sáng|chiều|tối|tuần|th[áả]ng|quý|năm)",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(r"\d{1,2}")
_DAY_MONTH = regex.compile(
    r"(?P<day>\d{1,2})\s*(?:/|\s*(?:của\s+)?tháng\s*|-)\s*(?P<month>1[0-2]|0?[1-9]|\p{L}+(?:\s+(?:một|hai)(?!\w))?)",
    regex.IGNORECASE,
)


def frequency(unit: str, count: int = 1) -> str:
    """`FREQ=...;INTERVAL=...`; a quarter is three months."""
    if unit == "quý":
        unit, count = "tháng", 3 * count
    rule = f"FREQ={_FREQUENCIES[unit]}"
    return f"{rule};INTERVAL={count}" if count > 1 else rule


def _entry(phrase: Phrase, rule: str, times: int | None = None) -> Deadline:
    start, until, assumptions = _lasting(phrase)
    return phrase.deadline(
        DeadlineKind.RECURRING,
        rrule=rule,
        start=start,
        until=until,
        times=times or to_int(phrase.groups.get("times")),
        time=clock(phrase.groups.get("clock")),
        assumptions=assumptions,
    )


def _lasting(phrase: Phrase) -> tuple[str | None, str | None, tuple[str, ...]]:
    """First and last day, as far as they are told (*hằng tuần từ ngày 01/6 đến ngày 30/9*), and what was supposed of them."""
    first, last = phrase.point("since"), phrase.point("until")
    if last is None:
        return None, None, ()
    begin, end = ends(phrase, first, last) if first else (Placed(None), place(last, phrase.context))
    start = begin.period.start.isoformat() if begin.period else None
    until = end.period.end.isoformat() if end.period else None
    return start, until, tuple(dict.fromkeys(begin.assumptions + end.assumptions))


def every(phrase: Phrase) -> tuple[Deadline, ...]:
    """*hàng quý, 6 tháng, năm*: one entry for each rhythm."""
    return tuple(_entry(phrase, rule) for rule in _rhythms(phrase.groups["rhythm"]))


def _rhythms(text: str) -> Sequence[str]:
    """The rule of each rhythm of a list, once."""
    rules = []
    for found in _UNIT.finditer(fold(text)):
        count = to_int(found["count"]) if found["count"] else 1
        rules.append(frequency(fold(found["unit"]), count or 1))
    return list(dict.fromkeys(rules))


def day_hours(phrase: Phrase) -> tuple[Deadline, ...]:
    """*07h30 và 16h00 hàng ngày*: every day at each of the hours, one entry each."""
    entry = _entry(phrase, "FREQ=DAILY")
    return tuple(entry.model_copy(update={"time": hour}) for hour in clocks(phrase.groups["hours"]))


def interval(phrase: Phrase) -> tuple[Deadline, ...]:
    """*6 tháng/lần*, *hai tuần một lần*, *02 tháng/lần vào ngày 20*; where the rule says how many, *cách tuần một lần*."""
    unit = fold(phrase.groups["rhythm_unit"])
    text = fold(phrase.groups.get("every") or phrase.rule.attributes.get("every") or "1")
    if text.startswith("nửa"):
        rule = {"năm": frequency("tháng", 6), "tháng": frequency("ngày", 15)}.get(unit, frequency(unit))
        return (_entry(phrase, rule),)
    count = to_int(text)
    return (_entry(phrase, frequency(unit, count) + _on_days(phrase, unit)),) if count else ()


def _on_days(phrase: Phrase, unit: str) -> str:
    """The days of the month that stand beside a rhythm of months (*02 tháng/lần vào ngày 20*), as a part of its rule."""
    days = [str(int(d)) for d in _NUMBER.findall(phrase.groups.get("days", "")) if unit in ("tháng", "quý")]
    return f";BYMONTHDAY={','.join(days)}" if days else ""


def rate(phrase: Phrase) -> tuple[Deadline, ...]:
    """*03 lần/ngày*, *mỗi tuần 02 lần*, *1 lần/6 tháng*, *02 lần/tháng (ngày 10, 25)*."""
    times = to_int(phrase.groups.get("times") or "1")
    count = to_int(phrase.groups.get("every") or "1")
    if not times or not count:
        return ()
    unit = fold(phrase.groups["rhythm_unit"])
    return (_entry(phrase, frequency(unit, count) + _on_days(phrase, unit), times),)


def month_days(phrase: Phrase) -> tuple[Deadline, ...]:
    """*ngày 15 và 30 hàng tháng*, *trước ngày 20 tháng cuối quý*; *ngày 15 hàng tháng, quý, năm* is one entry each."""
    numbers = [int(n) for n in _NUMBER.findall(phrase.groups["days"])]
    if not all(1 <= n <= 31 for n in numbers):
        return ()
    told = TO.search(phrase.groups["days"])
    listed = _span(numbers) if told else numbers
    if told and told[0].strip() in "-–" and numbers[0] > numbers[-1]:
        return ()  # *ngày 25-5* is a day and its month
    last = ("-1",) if "last" in phrase.rule.attributes else ()
    days = ",".join((*map(str, listed), *last))
    if edge := phrase.groups.get("quarter_edge"):
        rule = f"FREQ=YEARLY;BYMONTH={_QUARTER_MONTHS[fold(edge)]};BYMONTHDAY={days}"
    else:
        rule = f"FREQ=MONTHLY;BYMONTHDAY={days}"
    return tuple(_entry(phrase, r) for r in (rule, *_rhythms(phrase.groups.get("rhythm", ""))))


def _span(numbers: Sequence[int]) -> Sequence[int]:
    """All days from the first to the last; *28 đến 02* goes over the end of the month."""
    if len(numbers) != 2:
        return numbers
    first, last = numbers
    return range(first, last + 1) if first <= last else (*range(first, 32), *range(1, last + 1))


def year_days(phrase: Phrase) -> tuple[Deadline, ...]:
    """*15/6 và 15/12 hàng năm*: one rule where the day is the same, else one entry each."""
    dates: dict[int, list[int]] = {}
    for found in _DAY_MONTH.finditer(phrase.groups["year_days"]):
        month = month_number(found["month"])
        if month and 1 <= month <= 12:
            dates.setdefault(int(found["day"]), []).append(month)
    return tuple(
        _entry(phrase, f"FREQ=YEARLY;BYMONTH={','.join(map(str, sorted(months)))};BYMONTHDAY={day}")
        for day, months in dates.items()
    )


def year_window(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ 05/4 đến 09/4 hằng năm*: every day of it; over the end of a month its first day."""
    last = _DAY_MONTH.search(phrase.groups["year_last"])
    month = month_number(last["month"]) if last else None
    first = regex.search(r"\d+", phrase.groups["year_days"])
    begun = _DAY_MONTH.search(phrase.groups["year_days"])
    if last is None or first is None or not month or not 1 <= month <= 12:
        return ()
    begins = month_number(begun["month"]) if begun else month
    days = _span([int(first[0]), int(last["day"])]) if begins == month else [int(first[0])]
    return (_entry(phrase, f"FREQ=YEARLY;BYMONTH={begins};BYMONTHDAY={','.join(map(str, days))}"),)


def year_months(phrase: Phrase) -> tuple[Deadline, ...]:
    """*tháng 10 hàng năm*, *quý I hằng năm*; *cuối, đầu* of them is one day."""
    if quarter_edge := phrase.groups.get("quarter_edge"):
        return (_entry(phrase, f"FREQ=YEARLY;BYMONTH={_QUARTER_MONTHS[fold(quarter_edge)]}"),)
    months = _months_of_quarters(phrase.groups.get("year_quarters", ""))
    months = months or _months_named(phrase.groups.get("year_months", ""))
    if not months:
        return ()
    if edge := phrase.groups.get("edge"):
        month, day = _EDGE_DAYS[fold(edge)]
        return (_entry(phrase, f"FREQ=YEARLY;BYMONTH={months[month]};BYMONTHDAY={day}"),)
    return (_entry(phrase, f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}"),)


def _months_of_quarters(text: str) -> list[int]:
    """*II và quý IV* -> 4, 5, 6, 10, 11, 12."""
    quarters = filter(None, (quarter_number(name.split()[-1]) for name in AND.split(text) if name))
    return [3 * quarter - back for quarter in quarters for back in (2, 1, 0)]


def _months_named(text: str) -> list[int]:
    names = regex.split(r"\s*(?:,|và|-|–|đến)\s*(?:tháng\s*)?", text, flags=regex.IGNORECASE)
    months = [m for n in names if (m := month_number(n)) and 1 <= m <= 12]
    return list(_span(months)) if TO.search(text) else months


def month_list(phrase: Phrase) -> tuple[Deadline, ...]:
    """*ngày 15 các tháng 3, 6, 9, 12*."""
    months, day = _months_named(phrase.groups["year_months"]), to_int(phrase.groups["days"])
    if not months or day is None:
        return ()
    return (_entry(phrase, f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={day}"),)


def week_days(phrase: Phrase) -> tuple[Deadline, ...]:
    """*thứ Bảy, Chủ nhật hàng tuần*, *từ thứ Hai đến thứ Sáu*; *thứ Hai đầu tháng* is the first of a month."""
    named = days_named(phrase.groups["week_days"])
    if not named:
        return ()
    every_ = to_int(phrase.groups.get("every") or "1") or 1
    if (place_ := phrase.groups.get("nth")) is not None:
        weeks = [_nth(word) for word in AND.split(place_)]
        return (_entry(phrase, f"FREQ=MONTHLY;BYDAY={','.join(f'{n}{d}' for n in weeks for d in named)}"),)
    return (_entry(phrase, f"{frequency('tuần', every_)};BYDAY={','.join(named)}"),)


def _nth(text: str) -> int:
    """*đầu*, *tuần thứ hai* -> which of the month; *cuối* is the last, -1."""
    return -1 if "cuối" in fold(text) else (to_int(text.rsplit(maxsplit=1)[-1]) or 1)


def days_named(text: str) -> Sequence[str]:
    """*thứ Bảy, Chủ nhật* -> SA, SU; *thứ Hai đến thứ Sáu và sáng thứ Bảy* -> all six."""
    days: set[int] = set()
    for part in AND.split(text):
        found = weekdays_named(part)
        through = len(found) == 2 and found[0] < found[1] and TO.search(part)
        days.update(range(found[0], found[1] + 1) if through else found)
    return [CODES[day] for day in sorted(days)]


def week_of_months(phrase: Phrase) -> tuple[Deadline, ...]:
    """*tuần đầu hằng tháng*: the first seven days of every month, as *tuần n* of one month is; *tuần cuối*: the last seven."""
    number = _nth(phrase.groups["week"])
    days = range(-_WEEK, 0) if number < 0 else range(_WEEK * (number - 1) + 1, _WEEK * number + 1)
    return (_entry(phrase, f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"),)


def fixed(phrase: Phrase) -> tuple[Deadline, ...]:
    """The rule says its recurrence itself, in `value`."""
    return (_entry(phrase, phrase.rule.value),) if phrase.rule.value else ()
