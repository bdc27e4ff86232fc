"""What the times named before it in a sentence tell of a phrase: its year, its day, its rhythm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.geometry import Span
from vanthu.rulebook import RuleSet
from vanthu.times.clock import clock
from vanthu.times.context import Period, TimeContext
from vanthu.times.reading import Phrase
from vanthu.times.rhythms import HALF_YEARLY, QUARTERLY, days_named
from vanthu.understanding.deadlines.facts import is_past
from vanthu.understanding.deadlines.found import Found, same_sentence
from vanthu.understanding.deadlines.links import Links

_NUMBER = regex.compile(r"\d{1,2}")


def sentence_context(
    text: str, span: Span, before: Sequence[Found], context: TimeContext, past: RuleSet, links: Links
) -> TimeContext:
    """The context of a phrase: a window with its own year in the same sentence narrows it (*Trong năm 2025, ... trước 15/12*), but
    not one that tells what has been (*từ kết quả đạt được trong năm 2024*).
    """
    if before and before[-1].deadline.date and links.same_day(text[span.start : span.end]):
        day = date.fromisoformat(before[-1].deadline.date)
        return replace(context, issued_on=day, issued_by_hand=False)
    for found in reversed(before):
        period = _own_period(found.deadline)
        if period and same_sentence(found.span, span, text):
            if is_past(found, context.issued_on, text, past, links):
                continue
            return context.within(period)
    return context


def _own_period(deadline: Deadline) -> Period | None:
    """The days of a closed window that supposed nothing."""
    if (
        deadline.kind is not DeadlineKind.WINDOW
        or deadline.assumptions
        or not (deadline.start and deadline.end)
    ):
        return None
    return Period(date.fromisoformat(deadline.start[:10]), date.fromisoformat(deadline.end[:10]))


def of_that_day(one: Deadline, before: Sequence[Found]) -> Deadline | None:
    """*giao ban vào thứ Sáu hằng tuần; báo cáo trước 10 giờ cùng ngày* comes as often as the day; `None` where no day was named before."""
    told = before[-1].deadline if before else None
    if told is None or (told.date or told.rrule) is None:
        return None
    if told.rrule is None:
        return one
    return told.model_copy(update={"raw": one.raw, "time": one.time})


def of_rhythm(
    phrase: Phrase, span: Span, before: Sequence[Found], text: str, links: Links
) -> tuple[Deadline, ...]:
    """*Hằng tháng, các xã báo cáo trước ngày 25*, *hằng ngày đo mặn, báo về huyện trước 16 giờ*: a day without month, a day of the week or an
    hour alone comes as often as the rhythm told before it in the sentence; empty where none was.
    """
    part = _PARTS.get(phrase.rule.resolve or "")
    if part is None:
        return ()
    for found in reversed(before):
        if links.parted(_between(found, span, text)):
            return ()
        told = found.deadline
        if (rule := part(told, phrase)) is not None:
            hour = clock(phrase.groups.get("clock"))
            return (phrase.deadline(DeadlineKind.RECURRING, rrule=rule, time=hour, times=told.times),)
    return ()


def _between(found: Found, span: Span, text: str) -> str:
    """The words from a rhythm to a limit; no semicolon parts two days of every month (*Ngày 22 hằng tháng các xã báo cáo; phòng tổng hợp trước
    ngày 25*).
    """
    words = text[found.span.end : span.start]
    return words.replace(";", ",") if ";BYMONTHDAY=" in (found.deadline.rrule or "") else words


def _month_day(rhythm: Deadline, phrase: Phrase) -> str | None:
    """*trước ngày 25* beside *hằng tháng* or another day of every month."""
    day = _NUMBER.search(phrase.groups["at"])
    every, _, fixed = (rhythm.rrule or "").partition(";BYMONTHDAY=")
    monthly = every.startswith("FREQ=MONTHLY") and "BY" not in every and every not in _LONGER
    return f"{every};BYMONTHDAY={int(day[0])}" if day and monthly and "-" not in fixed else None


def _week_day(rhythm: Deadline, phrase: Phrase) -> str | None:
    """*vào chiều thứ Sáu* beside *hằng tuần*."""
    every = (rhythm.rrule or "").partition(";BYDAY=")[0]
    days = ",".join(days_named(phrase.groups["week_days"]))
    return f"{every};BYDAY={days}" if every.startswith("FREQ=WEEKLY") else None


def _hour(rhythm: Deadline, _: Phrase) -> str | None:
    """*trước 16 giờ* beside *hằng ngày* or a day that comes again, of which no hour was told."""
    rule = rhythm.rrule or ""
    of_days = rule == "FREQ=DAILY" or ";BYDAY=" in rule or ";BYMONTHDAY=" in rule
    return rule if of_days and rhythm.time is None else None


# a day of such a period names its month, too
_LONGER = (QUARTERLY, HALF_YEARLY)
_PARTS: Mapping[str, Callable[[Deadline, Phrase], str | None]] = {
    "bare_day": _month_day,
    "week_day_beside": _week_day,
    "hour_beside": _hour,
}
