"""The days between which a plan lives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vanthu.contract.model import PublicPlan, Window


def day_of(moment: str | None) -> date | None:
    """The day of a day or moment; 24:00 still belongs to the day that it ends. `None` for `None`."""
    return date.fromisoformat(moment[:10]) if moment else None


def plan_period(contract: PublicPlan) -> tuple[date | None, date | None]:
    """First and last day of the plan as a whole, from its own deadlines; `None` where it does not say.

    Only a window speaks for a period; with several, the widest.
    """
    windows = [d for d in contract.document_deadlines if isinstance(d, Window)]
    starts = [day for w in windows if (day := day_of(w.start))]
    ends = [day for w in windows if (day := day_of(w.end))]
    return min(starts, default=None), max(ends, default=None)


def issue_day(contract: PublicPlan) -> date | None:
    """The day of issue; the first of the month where the day was left blank; `None` where no month is known."""
    issued = contract.document.issued_on
    if issued is None or len(issued) < len("2000-01"):
        return None
    try:
        return date.fromisoformat(issued if len(issued) > len("2000-01") else f"{issued}-01")
    except ValueError:
        return None


@dataclass(frozen=True)
class Frame:
    """What a rhythm needs of its plan: the first day it can have, and the last one where it names none itself; the day of issue.

    `None`: the plan does not say.
    """

    first: date | None
    last: date | None
    issued: date | None = None


def frame(contract: PublicPlan) -> Frame:
    """From the day of issue, or the plan's first day where that is later, to the plan's last."""
    begin, end = plan_period(contract)
    issued = issue_day(contract)
    return Frame(max((day for day in (issued, begin) if day), default=None), end, issued)
