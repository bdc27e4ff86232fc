"""Days told anywhere in a plan, in what is no task and no row of a timetable too: *Thứ Tư, 17/6/2025* in a table of places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vanthu.audit.whole_dates import said_days, whole_days
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.plan import Plan

_SILENT = frozenset({BlockKind.STAMP, BlockKind.NOISE, BlockKind.PAGE_NUMBER})


class Told(NamedTuple):
    """A paragraph with whole dates: its words, the days they stand for, where it stands."""

    text: str
    days: tuple[date, ...]
    evidence: Evidence


def days_told(plan: Plan) -> tuple[Told, ...]:
    """The paragraphs that name whole dates, in order of place."""
    found = ((p.span, " ".join(plan.need_text()[p.span].split())) for p in _speaking(plan))
    dated = ((span, text, tuple(whole_days(text))) for span, text in found)
    return tuple(Told(text, days, plan.evidence(span)) for span, text, days in dated if days)


def impossible_told(plan: Plan) -> tuple[Evidence, ...]:
    """Where a day is told with the word *ngày* that no calendar has."""
    text = plan.need_text()
    return tuple(
        plan.evidence(Span(p.span.start + start, p.span.start + end))
        for p in _speaking(plan)
        for start, end in said_days(text[p.span])
    )


def _speaking(plan: Plan) -> Iterator[Paragraph]:
    return (p for p in plan.paragraphs or () if p.kind not in _SILENT)
