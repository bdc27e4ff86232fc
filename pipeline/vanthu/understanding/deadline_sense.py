"""What the sentence around says about phrases of time: facts of the past drop out, halves of one deadline join."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.document.geometry import Span
from vanthu.rulebook import Rule, RuleSet
from vanthu.times.context import TimeContext

_LONG_AGO = timedelta(days=400)  # a limit this far before the issue is a fact, not a slip of the drafter
_NEAR = 40  # characters between two halves of one phrase


class Found(NamedTuple):
    """A deadline with its place in the text at hand."""

    deadline: Deadline
    span: Span
    rule: Rule


def settle(text: str, found: Sequence[Found], context: TimeContext, past: RuleSet) -> Sequence[Found]:
    """The deadlines that stand after the sentence was read as a whole."""
    if not found:
        return ()
    told_as_past = past.first(text) is not None
    kept = [f for f in found if not _is_past(f, context.issued_on, told_as_past=told_as_past)]
    kept = [f for f in kept if not _said_by_another(f, kept, text)]
    return kept


def _is_past(found: Found, issued: date | None, *, told_as_past: bool) -> bool:
    deadline = found.deadline
    last = deadline.end if deadline.kind is DeadlineKind.WINDOW else deadline.date
    if deadline.kind is DeadlineKind.WINDOW and last is None:
        return bool(issued and deadline.start and date.fromisoformat(deadline.start[:10]) < issued - timedelta(days=31))
    if last is None or issued is None:
        return False
    day = date.fromisoformat(last[:10])
    if day >= issued:
        return False
    if day < issued - _LONG_AGO or told_as_past:
        return True
    return _is_mention(found)


def _is_mention(found: Found) -> bool:
    """A day or period before the issue that no word of limit binds is a fact."""
    deadline = found.deadline
    if deadline.kind is DeadlineKind.DUE:
        return deadline.qualifier in (Qualifier.ON, Qualifier.DURING)
    return found.rule.resolve != "window"


def _said_by_another(found: Found, all_found: Sequence[Found], text: str) -> bool:
    others = [o for o in all_found if o is not found and _same_sentence(found.span, o.span, text)]
    if found.deadline.kind is DeadlineKind.ONGOING:
        return any(o.deadline.kind is DeadlineKind.WINDOW and _gap(found.span, o.span) <= _NEAR for o in others)
    return found.deadline.kind is DeadlineKind.RECURRING and any(_details(o.deadline, found.deadline) for o in others)


def _same_sentence(one: Span, other: Span, text: str) -> bool:
    first, last = sorted((one, other))
    between = text[first.end : last.start]
    return not any(mark in between for mark in (". ", ".\n", ";"))


def _gap(one: Span, other: Span) -> int:
    first, last = sorted((one, other))
    return max(0, last.start - first.end)


def _details(fine: Deadline, coarse: Deadline) -> bool:
    """Whether `fine` says the day of the rhythm that `coarse` only names (*Định kỳ hàng tháng ... trước ngày 30 của tháng*)."""
    if fine.kind is not DeadlineKind.RECURRING or not fine.rrule or not coarse.rrule or "BY" in coarse.rrule:
        return False
    if coarse.time or coarse.until or coarse.times or "BY" not in fine.rrule:
        return False
    if coarse.rrule == "FREQ=MONTHLY;INTERVAL=3":
        return "BYMONTH=3,6,9,12" in fine.rrule or "BYMONTH=1,4,7,10" in fine.rrule
    return fine.rrule.split(";")[0] == coarse.rrule
