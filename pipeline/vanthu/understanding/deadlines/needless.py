"""Phrases of time that another of the same sentence makes needless."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.times.rhythms import HALF_YEARLY, QUARTERLY
from vanthu.understanding.deadlines.found import NEAR, TOUCHING, Found, gap, same_sentence
from vanthu.understanding.deadlines.links import Links


def standing(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """Those that no other makes needless; *thường xuyên* is held against what stands after the others were."""
    firm = [f for f in found if _is_ongoing(f) or not _said_by_another(f, found, text, links)]
    return [f for f in firm if not (_is_ongoing(f) and _said_by_another(f, firm, text, links))]


def _is_ongoing(found: Found) -> bool:
    return found.deadline.kind is DeadlineKind.ONGOING


def _said_by_another(found: Found, all_found: Sequence[Found], text: str, links: Links) -> bool:
    others = [o for o in all_found if o is not found and same_sentence(found.span, o.span, text)]
    if found.deadline.kind is DeadlineKind.RELATIVE and any(glossed(o, found, text, links) for o in others):
        return True
    if found.deadline.qualifier is Qualifier.DURING and any(_spans(o, found) for o in others):
        return True
    if any(_dates(o, found, text) for o in others) and links.names_feast(found.deadline.raw):
        return True
    beside = found.rule.attributes.get("beside")
    if beside and any(_stands_for(o, found, beside) for o in others):
        return True
    if _is_ongoing(found):
        return any(_takes_in(o, found, text, links) for o in others)
    rhythm = found.deadline.kind is DeadlineKind.RECURRING and "apart" not in found.rule.attributes
    return rhythm and any(_details(o.deadline, found.deadline) for o in others)


def _spans(window: Found, feast: Found) -> bool:
    """*dịp Tết từ ngày 28 tháng Chạp đến mùng 5 tháng Giêng*: the days right behind a feast are those meant by it."""
    first, last, day = window.deadline.start, window.deadline.end, feast.deadline.date
    if first is None or last is None or day is None:
        return False
    behind = 0 <= window.span.start - feast.span.end <= TOUCHING
    return behind and first[:10] <= day <= last[:10]


def _dates(other: Found, feast: Found, text: str) -> bool:
    """*lượt đầu (trước Tết) từ 18/12*, *tình hình trong Tết trước 11 giờ hằng ngày*: the time right behind a feast says when."""
    behind = 0 <= other.span.start - feast.span.end <= TOUCHING
    return behind and text[feast.span.end : other.span.start].strip() in ("", ")", "(", ":", "):")


def _stands_for(other: Found, found: Found, beside: str) -> bool:
    """Whether a time makes needless one that only counts alone: near it or, for some, anywhere in its sentence."""
    is_near = beside == "sentence" or gap(found.span, other.span) <= NEAR
    return is_near and other.deadline.kind is not DeadlineKind.ONGOING


def _takes_in(other: Found, ongoing: Found, text: str, links: Links) -> bool:
    """*thường xuyên* beside a window belongs to it, and beside a rhythm (*thường xuyên hằng tháng*, *02 buổi/ngày suốt
    thời gian thực hiện*) or right before an event (*gác cống 24/24 giờ trong suốt mùa lễ hội*) to that.
    """
    if other.deadline.kind is DeadlineKind.RECURRING:
        return gap(ongoing.span, other.span) <= 1
    if other.deadline.kind is DeadlineKind.RELATIVE:
        return 0 <= other.span.start - ongoing.span.end <= 1
    return (
        other.deadline.kind is DeadlineKind.WINDOW
        and gap(ongoing.span, other.span) <= NEAR
        and not links.join("and", text=text, one=other.span, other=ongoing.span)
        and not links.join("peak", text=text, one=ongoing.span, other=other.span)
    )


def glossed(told: Found, gloss: Found, text: str, links: Links) -> bool:
    """*Nộp trước ngày 06/5/2024 (trước lễ khánh thành 20 ngày)*: why it is that day; *trong 15 ngày (từ ... đến ...)*: how long
    that is; *trong kỳ thi (từ ...)*: when. A window without an end doesn't tell the length that stands before it.
    """
    if told.deadline.kind is DeadlineKind.WINDOW:
        if gloss.deadline.anchor is None:
            return told.deadline.end is not None and is_length_of(gloss, told, text, links)
        event = gloss.deadline.duration is None
        return event and links.join("gloss", text=text, one=gloss.span, other=told.span)
    return told.deadline.date is not None and links.join("gloss", text=text, one=told.span, other=gloss.span)


def is_length_of(length: Found, window: Found, text: str, links: Links) -> bool:
    """*trong 15 ngày (từ ...)*, *trong 15 ngày, từ ...*: a length right before a window, counted from no event."""
    relative = length.deadline.kind is DeadlineKind.RELATIVE and length.deadline.anchor is None
    return relative and links.join("gloss", "comma", text=text, one=length.span, other=window.span)


def _details(fine: Deadline, coarse: Deadline) -> bool:
    """Whether `fine` says the day or the hour of the rhythm that `coarse` only names (*Định kỳ hàng tháng ... trước ngày 30 của tháng*)."""
    by, rhythm = fine.rrule, coarse.rrule
    told = coarse.time or coarse.until or coarse.times not in (None, fine.times)
    if not by or not rhythm or told:
        return False
    if by == rhythm:
        return fine.time is not None
    if "BY" in rhythm or "BY" not in by:
        return False
    if rhythm == QUARTERLY:
        return "BYMONTH=3,6,9,12" in by or "BYMONTH=1,4,7,10" in by
    return by.startswith("FREQ=YEARLY;BYMONTH=") if rhythm == HALF_YEARLY else by.split(";")[0] == rhythm
