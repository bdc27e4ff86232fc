"""What the times named before it in a sentence tell of a phrase: its year, its day, its rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.geometry import Span
from vanthu.times.clock import clock
from vanthu.times.context import Period, TimeContext
from vanthu.times.reading import Phrase
from vanthu.understanding.deadlines.found import Found, same_sentence
from vanthu.understanding.deadlines.links import Links

_DAY_ALONE = "bare_day"  # what resolves a day without month
_NUMBER = regex.compile(r"\d{1,2}")


def sentence_context(
    text: str, span: Span, before: Sequence[Found], context: TimeContext, links: Links
) -> TimeContext:
    """The context of a phrase: a window with its own year in the same sentence narrows it (*Trong năm 2025, ... trước 15/12*)."""
    if before and before[-1].deadline.date and links.same_day(text[span.start : span.end]):
        return replace(context, issued_on=date.fromisoformat(before[-1].deadline.date))
    for found in reversed(before):
        period = _own_period(found.deadline)
        if period and same_sentence(found.span, span, text):
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


def of_those_months(phrase: Phrase, span: Span, before: Sequence[Found], text: str) -> tuple[Deadline, ...]:
    """*Ngày 22 hằng tháng các xã báo cáo; phòng tổng hợp trước ngày 25*: a day without month beside a monthly one comes every month."""
    last = before[-1] if before and phrase.rule.resolve == _DAY_ALONE else None
    day = _NUMBER.search(phrase.groups["at"]) if last else None
    if last is None or day is None or text[last.span.end : span.start].count("\n"):
        return ()
    if not (last.deadline.rrule or "").startswith("FREQ=MONTHLY;BYMONTHDAY="):
        return ()
    rule = f"FREQ=MONTHLY;BYMONTHDAY={int(day[0])}"
    return (phrase.deadline(DeadlineKind.RECURRING, rrule=rule, time=clock(phrase.groups.get("clock"))),)
