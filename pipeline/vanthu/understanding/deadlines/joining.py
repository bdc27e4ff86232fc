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
# a month or a quarter is no first day to count from; what a procedure takes is counted for each file, not from the day it is in force
_NO_FIRST_DAY = regex.compile(r"từ\s+(?:đầu\s+|giữa\s+|cuối\s+)?(?:tháng|quý|năm)(?!\w)", regex.IGNORECASE)
_PROCEDURE = regex.compile(
    r"\m(?:trả\s+(?:kết\s+quả|lời|hồ\s+sơ)|giải\s+quyết|thẩm\s+định|xử\s+lý\s+hồ\s+sơ|cấp\s+(?:giấy|thẻ|phép))(?!\w)[^.;\n]*\Z",
    regex.IGNORECASE,
)
_UNITS = {"D": relativedelta(days=1), "W": relativedelta(weeks=1), "M": relativedelta(months=1)}


def measured(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*treo cờ trong 09 ngày, từ 12/4/2031*: a window that only begins ends with the days, weeks, months that are counted right before it."""
    return [
        one._replace(deadline=_with_length(before.deadline, one.deadline))
        if before and _counts(before, one, text, links)
        else one
        for before, one in zip((None, *found), found, strict=False)
    ]


def _counts(length: Found, window: Found, text: str, links: Links) -> bool:
    """Whether a phrase counts the days, weeks, months of an open window behind it, which tells nothing of its own (*trong 10 ngày, từ
    01/4/2031 thực hiện trực tuyến*).
    """
    told = _COUNTED.fullmatch(length.deadline.duration or "") is not None
    counted = told and not length.deadline.working_days
    open_ = window.deadline.kind is DeadlineKind.WINDOW and window.deadline.end is None
    return (
        counted
        and open_
        and window.deadline.start is not None
        and is_length_of(length, window, text, links)
        and links.rests(text[window.span.end :])
        and not _NO_FIRST_DAY.search(window.deadline.raw)
        and not _PROCEDURE.search(text[: length.span.start])
    )


def _with_length(length: Deadline, window: Deadline) -> Deadline:
    told = _COUNTED.fullmatch(length.duration or "")
    assert told  # noqa: S101 - asked before
    measure = _UNITS[told["unit"]] * int(told["count"])
    last = date.fromisoformat((window.start or "")[:10]) + measure - timedelta(days=1)
    counted = f"ngày kết thúc tính theo “{length.raw}”"
    return window.model_copy(update={"end": last.isoformat(), **_of_both(length, window, counted)})


def _of_both(one: Deadline, other: Deadline, *more: str) -> dict[str, object]:
    """What was supposed of either half of a deadline was supposed of the whole, which is as sure as its less sure half."""
    known = [d.confidence for d in (one, other) if d.confidence is not None]
    assumed = dict.fromkeys((*one.assumptions, *other.assumptions, *more))
    return {"assumptions": tuple(assumed), "confidence": min(known, default=None)}


def joined(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """A rhythm right before a window begins and ends with the window: one recurring deadline of both (*05 lần/tháng từ tháng 4*).
    A window within a year says nothing of a yearly rhythm.
    """
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        if last and gap(last.span, one.span) <= TOUCHING and _lasts(last.deadline, one):
            result[-1] = _both(last, one, text)
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
    raw = text[rhythm.span.start : window.span.end]
    if raw.count("(") > raw.count(")") and text[window.span.end : window.span.end + 1] == ")":
        raw += ")"
    start, end = window.deadline.start, window.deadline.end
    both = _of_both(rhythm.deadline, window.deadline)
    fields = {"raw": raw, "start": start and start[:10], "until": end and end[:10], **both}
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
