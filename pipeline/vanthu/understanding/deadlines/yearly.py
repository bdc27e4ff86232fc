"""Days without year beside a yearly rhythm: they come every year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.times.rhythms import HALF_YEARLY
from vanthu.understanding.deadlines.found import NEAR, Found, gap, same_sentence
from vanthu.understanding.deadlines.links import Links

_A_YEAR = 12  # months
_LEAP_YEAR = 2024  # holds every day there is
_YEARLY_WHOLE = ("FREQ=YEARLY", HALF_YEARLY)  # rhythms whose days other words of the sentence may name
_YEARLESS = regex.compile(r"(?<!\d)(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})(?![/\d])")


def every_year(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*6 tháng trước ngày 15/6; năm trước ngày 15/12 hàng năm*: days without year beside a yearly rhythm come
    every year, and so do months behind one (*hằng năm ... trong quý IV*).
    """
    result = list(found)
    for order in (range(len(result)), range(len(result) - 1, -1, -1)):
        told: Found | None = None
        for index in order:
            one = result[index]
            if told and _open_year(one.deadline) and _same_rhythm(told, one, text):
                one = result[index] = one._replace(deadline=each_year(one.deadline))
            elif told and told.span.end <= one.span.start and (months := _months(told, one, text, links)):
                result[index] = one._replace(deadline=months)
            told = (
                one if _yearly(one.deadline) or (told and one.deadline is not found[index].deadline) else told
            )
    return result


def _same_rhythm(told: Found, one: Found, text: str) -> bool:
    if gap(told.span, one.span) <= NEAR:
        return True
    return told.deadline.rrule in _YEARLY_WHOLE and same_sentence(told.span, one.span, text)


def _months(told: Found, one: Found, text: str, links: Links) -> Deadline | None:
    """*hằng năm ... trong quý IV*, *mỗi năm 01 đợt ... vào tháng 10*: months without year behind a yearly rhythm; `None` for other times,
    for work that ends once (*hoàn thành trong tháng 10*), and for one year of many (*riêng năm nay ... trong tháng 9*).
    """
    window = one.deadline
    once = told.deadline.rrule == "FREQ=YEARLY" and told.deadline.times in (None, 1)
    if not (once and window.assumptions and same_sentence(told.span, one.span, text)):
        return None
    months = _whole_months(window)
    turned = links.this_one(text[told.span.start : one.span.start])
    if not months or turned or links.closes(text, one.span):
        return None
    rule = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}"
    rhythm = {"kind": DeadlineKind.RECURRING, "rrule": rule, "times": told.deadline.times}
    return window.model_copy(update={**rhythm, "start": None, "end": None, "assumptions": ()})


def _whole_months(window: Deadline) -> Sequence[int]:
    """The months that a window begins and ends with; empty where it holds a part of one, or a whole year."""
    first, last = (date.fromisoformat(d[:10]) if d else None for d in (window.start, window.end))
    if window.kind is not DeadlineKind.WINDOW or first is None or last is None:
        return ()
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year
    months = range(first.month, last.month + 1)
    return months if whole and len(months) < _A_YEAR else ()


def _yearly(deadline: Deadline) -> bool:
    """Whether the words say that something comes every year (or half-year, which is told by two days)."""
    rule = deadline.rrule or ""
    whole = rule == "FREQ=YEARLY" or (
        rule.startswith("FREQ=YEARLY;BYMONTH=") and "năm" in deadline.raw.lower()
    )
    return whole or rule == HALF_YEARLY


def _open_year(deadline: Deadline) -> bool:
    """A date written in figures without its year."""
    named = _YEARLESS.search(deadline.raw) is not None
    return deadline.kind is DeadlineKind.DUE and bool(deadline.assumptions) and (named or _has_day(deadline))


def _has_day(deadline: Deadline) -> bool:
    return deadline.date is not None and any(c.isdigit() for c in deadline.raw)


def each_year(deadline: Deadline) -> Deadline:
    """A day without year as one that comes every year; any other time as it is."""
    if not _open_year(deadline):
        return deadline
    day = date.fromisoformat(deadline.date) if deadline.date else None
    named = _YEARLESS.search(deadline.raw)
    if day is None and named is not None:
        try:
            day = date(_LEAP_YEAR, int(named["month"]), int(named["day"]))
        except ValueError:
            return deadline
    if day is None or _of_the_moon(deadline.raw, day):
        return deadline
    return Deadline(
        raw=deadline.raw,
        kind=DeadlineKind.RECURRING,
        rrule=f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}",
        time=deadline.time,
        evidence=deadline.evidence,
        confidence=deadline.confidence,
    )


def _of_the_moon(raw: str, day: date) -> bool:
    """Whether figures of day and month stand in the words, but not those of the day: the moon's fall on another day each year."""
    told = {(int(m["day"]), int(m["month"])) for m in _YEARLESS.finditer(raw)}
    return bool(told) and (day.day, day.month) not in told
