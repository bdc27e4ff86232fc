"""Times of what has been: told as facts, they limit no work; a limit that came too late is kept for the audit."""

from __future__ import annotations

from datetime import date, timedelta

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.rulebook import RuleSet
from vanthu.understanding.deadlines.found import BARE_DAY, Found, sentence
from vanthu.understanding.deadlines.links import Links

LONG_AGO = timedelta(days=400)  # a limit this far before the issue is a fact, not a slip of the drafter
_TOLD = (BARE_DAY, "deadline.due.meeting")  # on the day of issue these tell what has just been held
_CELL = "deadline.cell"  # what its rules read is the time of a row, even one that is over
_LATELY = timedelta(days=31)


def is_past(found: Found, issued: date | None, text: str, past: RuleSet, links: Links) -> bool:
    """Whether a time was over when the paper was issued and the sentence tells it as a fact."""
    deadline = found.deadline
    last = deadline.end if deadline.kind is DeadlineKind.WINDOW else deadline.date
    if deadline.kind is DeadlineKind.WINDOW and last is None:
        return bool(
            issued and deadline.start and _long_begun(date.fromisoformat(deadline.start[:10]), issued)
        )
    if last is None or issued is None:
        return False
    day = date.fromisoformat(last[:10])
    over = day < issued or (day == issued and found.rule.id in _TOLD)
    return over and _is_fact(found, day, issued, text, past, links)


def _is_fact(found: Found, day: date, issued: date, text: str, past: RuleSet, links: Links) -> bool:
    """Whether a time that was over when the paper was issued tells what has been, and is no limit that came too late."""
    said = sentence(text, found.span)
    long_gone = min(day, _first_day(found.deadline) or day) < issued - LONG_AGO or _gone_years(
        found.deadline, issued
    )
    if long_gone or past.first(said) is not None:
        return True
    if _is_cut_off(found):
        return not links.finishes(said)
    return _is_mention(found) and not links.closes(text, found.span)


def _first_day(deadline: Deadline) -> date | None:
    return date.fromisoformat(deadline.start[:10]) if deadline.start else None


def _is_cut_off(found: Found) -> bool:
    """*danh sách nợ thuế đến ngày 31/12*, a day before the issue: until when figures are counted, where nothing is to be finished."""
    by = found.deadline.qualifier is Qualifier.BY
    return by and found.deadline.raw.casefold().startswith(("đến", "tới"))


def _gone_years(deadline: Deadline, issued: date) -> bool:
    """Whole years that were over before the issue: what is looked into, not when."""
    start, end = deadline.start or "", deadline.end or ""
    return start.endswith("-01-01") and end.endswith("-12-31") and end < f"{issued.year}"


def _long_begun(start: date, issued: date) -> bool:
    """An open window that began long before the issue is a fact; one from the beginning of that year or quarter is not."""
    begun = (date(issued.year, 1, 1), date(issued.year, (issued.month - 1) // 3 * 3 + 1, 1))
    return start < issued - _LATELY and start not in begun


def _is_mention(found: Found) -> bool:
    """A day or period before the issue that no word of limit binds is a fact; a cell of a column of time binds."""
    deadline = found.deadline
    if found.rule.id.startswith(_CELL):
        return False
    if deadline.kind is DeadlineKind.DUE:
        return deadline.qualifier in (Qualifier.ON, Qualifier.DURING)
    return found.rule.resolve != "window"
