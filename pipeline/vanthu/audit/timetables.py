"""What stands around the facts: the titles of timetables, the headings above tasks, headings that bear no number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from vanthu.audit.whole_dates import impossible_day
from vanthu.document.content import ScheduleRow, Task
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.document.layout import Paragraph
from vanthu.document.plan import Plan
from vanthu.document.structure import Node, NodeKind

_TITLE_WORDS = 6  # fewer say nothing of the work (PHỤ LỤC I, Đơn vị tính: người)
_TITLE_BEFORE = 4  # paragraphs above a table that may hold its title
_HEADING_WORDS = 60  # a longer paragraph is no heading


class Timetable(NamedTuple):
    """The rows of one table of days with the title that stands above it; `None` where none does."""

    title: Evidence | None
    rows: tuple[ScheduleRow, ...]
    impossible: tuple[Evidence, ...] = ()  # days that no calendar has, and so are of no row


def timetables(plan: Plan) -> tuple[Timetable, ...]:
    """The schedule by its tables."""
    paragraphs = plan.paragraphs or ()
    placed = [(_table_of(row, paragraphs), row) for row in plan.schedule or ()]
    return tuple(
        Timetable(
            _title(plan, table, paragraphs),
            tuple(row for _, row in members),
            tuple(_impossible(plan, table, paragraphs)),
        )
        for table, members in groupby(placed, key=lambda p: p[0])
    )


def _impossible(plan: Plan, table: int | None, paragraphs: Sequence[Paragraph]) -> Iterator[Evidence]:
    text = plan.need_text()
    for paragraph in (p for p in paragraphs if table is not None and p.table == table):
        if day := impossible_day(words := text[paragraph.span]):
            start = paragraph.span.start + words.index(day)
            yield plan.evidence(Span(start, start + len(day)))


def _table_of(row: ScheduleRow, paragraphs: Sequence[Paragraph]) -> int | None:
    start = row.evidence.span.start if row.evidence and row.evidence.span else None
    if start is None:
        return None
    return next((p.table for p in paragraphs if p.span.start <= start < p.span.end), None)


def _title(plan: Plan, table: int | None, paragraphs: Sequence[Paragraph]) -> Evidence | None:
    if table is None:
        return None
    first = next(i for i, p in enumerate(paragraphs) if p.table == table)
    text = plan.need_text()
    for paragraph in reversed(paragraphs[max(0, first - _TITLE_BEFORE) : first]):
        words = text[paragraph.span].strip()
        if paragraph.table is not None:
            return None
        if not words.startswith("(") and len(words.split()) >= _TITLE_WORDS:
            return plan.evidence(paragraph.span)
    return None


def surroundings(plan: Plan) -> Mapping[str, str]:
    """By task: the words of the headings above it, the outermost first."""
    outline = plan.outline or ()
    return {t.id: " ".join(reversed(list(_above(plan, t, outline)))) for t in plan.tasks or ()}


def _above(plan: Plan, task: Task, outline: Sequence[Node]) -> Iterator[str]:
    parent = outline[task.node].parent if task.node is not None and outline else None
    while parent is not None:
        words = plan.need_text()[outline[parent].span]
        if len(words.split()) <= _HEADING_WORDS:
            yield words
        parent = outline[parent].parent


def unnumbered(plan: Plan) -> Mapping[str, str]:
    """By path: the words of headings without a number."""
    return {
        n.path: " ".join(plan.need_text()[n.span].split()).strip(" :.*")
        for n in plan.outline or ()
        if n.kind is NodeKind.SECTION and not n.marker
    }
