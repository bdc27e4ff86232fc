"""Phrases of time that are one deadline together: a rhythm and its window, a beginning and the days counted from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.document.geometry import Span
from vanthu.understanding.deadlines.facts import LONG_AGO
from vanthu.understanding.deadlines.found import TOUCHING, Found, gap
from vanthu.understanding.deadlines.links import Links
from vanthu.understanding.deadlines.needless import glossed

_COUNTED_DAYS = regex.compile(r"P\d{1,3}D")


def measured(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*treo cờ 09 ngày, từ 12/4/2031*: a window that only begins ends with the days that are counted right before it."""
    return [
        one._replace(deadline=_with_length(before.deadline, one.deadline))
        if before and _counts(before, one, text, links)
        else one
        for before, one in zip((None, *found), found, strict=False)
    ]


def _counts(length: Found, window: Found, text: str, links: Links) -> bool:
    """Whether a phrase counts the days of an open window behind it."""
    days = _COUNTED_DAYS.fullmatch(length.deadline.duration or "") is not None
    counted = days and not length.deadline.working_days
    open_ = window.deadline.kind is DeadlineKind.WINDOW and window.deadline.end is None
    return counted and open_ and window.deadline.start is not None and glossed(window, length, text, links)


def _with_length(length: Deadline, window: Deadline) -> Deadline:
    days = int((length.duration or "")[1:-1])
    last = date.fromisoformat((window.start or "")[:10]) + timedelta(days=days - 1)
    return window.model_copy(update={"end": last.isoformat()})


def joined(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """A rhythm right before a window lasts as long as the window: one recurring deadline of both (*05 lần/tháng từ tháng 4*). Its
    shape holds the last day, not the first, which is told in words. A window within a year says nothing of a yearly rhythm.
    """
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        if last and gap(last.span, one.span) <= TOUCHING and _lasts(last.deadline, one):
            result[-1] = _both(last, one, text)
        elif last and _ends(last, one, text, links):
            result[-1] = last._replace(deadline=last.deadline.model_copy(update={"until": one.deadline.date}))
        else:
            result.append(one)
    return result


def _ends(rhythm: Found, last: Found, text: str, links: Links) -> bool:
    """*hằng ngày hai xe chở nước vào bản cho đến hết ngày 12/6*: the last day of a rhythm, told after the work."""
    open_ = rhythm.deadline.kind is DeadlineKind.RECURRING and rhythm.deadline.until is None
    by = last.deadline.qualifier is Qualifier.BY and last.deadline.date is not None
    beside = last.span.start - rhythm.span.end <= 1 and last.deadline.raw.casefold().startswith("đến")
    return open_ and by and (beside or links.join("until", text=text, one=rhythm.span, other=last.span))


def _both(rhythm: Found, window: Found, text: str) -> Found:
    """The rhythm with the window's last day, or with its first one told in words where it has no last."""
    raw = text[rhythm.span.start : window.span.end]
    if raw.count("(") > raw.count(")") and text[window.span.end : window.span.end + 1] == ")":
        raw += ")"
    start, end = window.deadline.start, window.deadline.end
    told = (f"bắt đầu từ {date.fromisoformat(start[:10]):%d/%m/%Y}",) if start and not end else ()
    fields = {
        "raw": raw,
        "until": end and end[:10],
        "assumptions": (*rhythm.deadline.assumptions, *told),
    }
    deadline = rhythm.deadline.model_copy(update=fields)
    return Found(deadline, Span(rhythm.span.start, rhythm.span.start + len(raw)), rhythm.rule)


def _lasts(rhythm: Deadline, window: Found) -> bool:
    """Whether a window says from when, or how long, a rhythm comes."""
    if rhythm.kind is not DeadlineKind.RECURRING or rhythm.until is not None:
        return False
    if window.deadline.kind is not DeadlineKind.WINDOW:
        return False
    if (rhythm.rrule or "").startswith("FREQ=YEARLY"):
        return window.deadline.end is None or _length(window.deadline) > LONG_AGO
    return True


def _length(window: Deadline) -> timedelta:
    """From the first to the last day of a closed window; none where one is unknown."""
    if not (window.start and window.end):
        return timedelta()
    return date.fromisoformat(window.end[:10]) - date.fromisoformat(window.start[:10])
