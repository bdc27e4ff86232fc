"""What the whole document tells of its times: the day of issue, the month or year in its title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.plan import Plan
from vanthu.times.context import Period, TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader

_YEAR = regex.compile(
    r"(?<!\p{L})(?<!tháng\s*\d{1,2}\s*,?\s*)năm\s+(20\d\d)(?!\d|\s*[-–]\s*\d)", regex.IGNORECASE
)  # no year of a whole date: that is of another paper
_GOAL = regex.compile(
    r"(?:đến|tới)\s+(?:hết\s+)?năm\s+20\d\d", regex.IGNORECASE
)  # the last year, not the only one
_TITLE_LINES = 6  # of a paper without letterhead
_FIRST_DAY = {len("2026"): "-01-01", len("2026-08"): "-01"}  # what makes a day of as much as is written


def issue_day(plan: Plan) -> date | None:
    """The full date of issue; `None` where it is not known to the day."""
    written = plan.header.issued_on.value if plan.header else None
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def issue_context(plan: Plan, period: Period | None) -> TimeContext:
    """What the date of issue and a period tell; of *ngày ... tháng 8 năm 2026* the year is known, though no day."""
    issued = plan.header.issued_on if plan.header else None
    written = (issued.value if issued else None) or ""
    first = _FIRST_DAY.get(len(written), "")
    issued_from = date.fromisoformat(written + first) if first else None
    by_hand = issued is not None and issued.by_hand
    return TimeContext(issue_day(plan), period, issued_from=issued_from, issued_by_hand=by_hand)


def title_period(plan: Plan, reader: DeadlineReader) -> Period | None:
    """The one window, month, quarter, year or school year that the title names (*Công tác tháng 8/2026*, *năm 2026*); `None` where it names
    none or several, or one gone by.
    """
    title, points = _title(plan), reader.points
    window = spanned([d for d in reader.in_text(title, TimeContext()) if not d.assumptions])
    named = (
        {window}
        if window
        else points.dated(title, "month") or points.dated(title, "quarter") or _year_of(title)
    )
    named = named or {_with_summers(p) for p in points.dated(title, "school_year")}
    period = next(iter(named)) if len(named) == 1 else None
    issued = issue_day(plan)
    return period if period and not (issued and period.end < issued) else None


def _title(plan: Plan) -> str:
    """The title; of a timetable without a type of document the lines in capitals and in brackets that it begins with."""
    if plan.header and plan.header.title.value:
        return plan.header.title.value
    text = plan.need_text()
    first = [text[p.span].strip() for p in (plan.paragraphs or ())[:_TITLE_LINES] if p.table is None]
    return "\n".join(line for line in first if line.isupper() or (line[:1] == "(" and line[-1:] == ")"))


def _with_summers(school_year: Period) -> Period:
    """A school's year of work begins in August and goes on till the next."""
    return Period(school_year.start.replace(month=8, day=1), school_year.end.replace(month=7, day=31))


def _year_of(title: str) -> set[Period]:
    year = year_named(_GOAL.sub("", title))
    return {Period(date(year, 1, 1), date(year, 12, 31))} if year else set()


def spanned(deadlines: Sequence[Deadline]) -> Period | None:
    """The period of the first closed window; `None` where there is none."""
    for deadline in deadlines:
        if deadline.kind is DeadlineKind.WINDOW and deadline.start and deadline.end:
            try:
                return Period(date.fromisoformat(deadline.start[:10]), date.fromisoformat(deadline.end[:10]))
            except ValueError:
                continue
    return None


def year_named(text: str) -> int | None:
    """The one year that a heading names; `None` where it names none or several."""
    years = {int(y) for y in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None
