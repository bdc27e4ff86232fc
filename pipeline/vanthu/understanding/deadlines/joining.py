"""Phrases of time that are one deadline together: a rhythm and its window, a beginning and the days counted from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import regex
from dateutil.relativedelta import relativedelta

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.document.geometry import Span
from vanthu.understanding.deadlines.facts import LONG_AGO
from vanthu.understanding.deadlines.found import TOUCHING, Found, gap
from vanthu.understanding.deadlines.links import Links
from vanthu.understanding.deadlines.needless import is_length_of

_COUNTED = regex.compile(r"P(?P<count>\d{1,3})(?P<unit>[DWM])")
_UNITS = {"D": relativedelta(days=1), "W": relativedelta(weeks=1), "M": relativedelta(months=1)}


def measured(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*treo cờ trong 09 ngày, từ 12/4/2031*: a window that only begins ends with the days, weeks, months that are counted right before it."""
    return [
        _measured(before, one, text, links) if before else one
        for before, one in zip((None, *found), found, strict=False)
    ]


def _measured(before: Found, window: Found, text: str, links: Links) -> Found:
    """A window with its last day, where the phrase before it counts its days; else as it is."""
    length, first = _length(before.deadline), _first_day(window.deadline)
    if length is None or first is None or not _counts(before, window, text, links):
        return window
    counted = f"ngày kết thúc tính theo “{before.deadline.raw}”"
    last = first + length - timedelta(days=1)
    both = _of_both(before.deadline, window.deadline, counted)
    return window._replace(deadline=window.deadline.model_copy(update={"end": last.isoformat(), **both}))


def _length(deadline: Deadline) -> relativedelta | None:
    """The days, weeks, months that a phrase counts; `None` for working days, hours and what counts nothing."""
    told = _COUNTED.fullmatch(deadline.duration or "")
    return _UNITS[told["unit"]] * int(told["count"]) if told and not deadline.working_days else None


def _first_day(window: Deadline) -> date | None:
    """The first day of an open window."""
    if window.kind is not DeadlineKind.WINDOW or window.end is not None or window.start is None:
        return None
    return date.fromisoformat(window.start[:10])


def _counts(length: Found, window: Found, text: str, links: Links) -> bool:
    """Whether a phrase counts the days of the window behind it, which tells nothing of its own (*trong 10 ngày, từ 01/4/2031 thực hiện trực
    tuyến*), and not those that a file takes from the day on which a procedure is in force.
    """
    return (
        is_length_of(length, window, text, links)
        and links.rests(text[window.span.end :])
        and not links.opens_period(window.deadline.raw)
        and not links.takes_file(text[: length.span.start])
    )


def _of_both(one: Deadline, other: Deadline, *more: str) -> dict[str, object]:
    """What was supposed of either half of a deadline was supposed of the whole, which is as sure as its less sure half."""
    known = [d.confidence for d in (one, other) if d.confidence is not None]
    assumed = dict.fromkeys((*one.assumptions, *other.assumptions, *more))
    return {"assumptions": tuple(assumed), "confidence": min(known, default=None)}


def joined(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """A rhythm right before a window, or the work of one (*từ 15/02 đến 15/4 họp hằng ngày*), begins and ends with the window: one recurring
    deadline of both (*05 lần/tháng từ tháng 4*). A window within a year says nothing of a yearly rhythm.
    """
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        if last and gap(last.span, one.span) <= TOUCHING and _lasts(last.deadline, one):
            result[-1] = _both(last, one, text)
        elif (
            last
            and _lasts(one.deadline, last)
            and links.join("fills", text=text, one=last.span, other=one.span)
        ):
            result[-1] = _both(one, last, text)
        elif last and _ends(last, one, text, links):
            result[-1] = _ended(last, one, text)
        else:
            result.append(one)
    return result


def _ends(rhythm: Found, last: Found, text: str, links: Links) -> bool:
    """*hằng ngày hai xe chở nước vào bản cho đến hết ngày 12/6*: the last day of a rhythm, told after the work."""
    open_ = rhythm.deadline.kind is DeadlineKind.RECURRING and rhythm.deadline.until is None
    by = last.deadline.qualifier is Qualifier.BY and last.deadline.date is not None
    beside = _beside(rhythm, last) and last.deadline.raw.casefold().startswith("đến")
    return open_ and by and (beside or links.join("until", text=text, one=rhythm.span, other=last.span))


def _beside(rhythm: Found, last: Found) -> bool:
    return last.span.start - rhythm.span.end <= 1


def _ended(rhythm: Found, last: Found, text: str) -> Found:
    """The rhythm with its last day; the words of a day that stands apart are told, those of one beside it are its own."""
    beside = _beside(rhythm, last)
    span = Span(rhythm.span.start, last.span.end if beside else rhythm.span.end)
    told = [] if beside else [f"ngày kết thúc lấy theo “{last.deadline.raw}” trong cùng câu"]
    both = _of_both(rhythm.deadline, last.deadline, *told)
    fields = {"raw": text[span.start : span.end], "until": last.deadline.date, **both}
    return Found(rhythm.deadline.model_copy(update=fields), span, rhythm.rule)


def _both(rhythm: Found, window: Found, text: str) -> Found:
    """The rhythm with the window's first and last day, where they are known."""
    first, last = min(rhythm.span.start, window.span.start), max(rhythm.span.end, window.span.end)
    raw = text[first:last]
    if raw.count("(") > raw.count(")") and text[last : last + 1] == ")":
        raw += ")"
    start, end = window.deadline.start, window.deadline.end
    both = _of_both(rhythm.deadline, window.deadline)
    fields = {"raw": raw, "start": start and start[:10], "until": end and end[:10], **both}
    deadline = rhythm.deadline.model_copy(update=fields)
    return Found(deadline, Span(first, first + len(raw)), rhythm.rule)


def _lasts(rhythm: Deadline, window: Found) -> bool:
    """Whether a window says from when, or how long, a rhythm comes."""
    if rhythm.kind is not DeadlineKind.RECURRING or rhythm.until is not None:
        return False
    if window.deadline.kind is not DeadlineKind.WINDOW:
        return False
    if (rhythm.rrule or "").startswith("FREQ=YEARLY"):
        return window.deadline.end is None or _lasting(window.deadline) > LONG_AGO
    return True


def _lasting(window: Deadline) -> timedelta:
    """From the first to the last day of a closed window; none where one is unknown."""
    if not (window.start and window.end):
        return timedelta()
    return date.fromisoformat(window.end[:10]) - date.fromisoformat(window.start[:10])
