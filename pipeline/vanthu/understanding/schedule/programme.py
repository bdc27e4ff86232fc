"""Programmes written as lines: *Ngày 12/8: thi kéo lưới* under *CHƯƠNG TRÌNH*."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanthu.document.content import Deadline, Qualifier, ScheduleRow
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.document.structure import NodeKind
from vanthu.rulebook import RuleSet
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader
from vanthu.understanding.outline.roles import heads_list_of

_LINE = regex.compile(
    r"\s*(?P<day>(?:(?:thứ \p{L}+|chủ nhật),?\s+)?(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?[^:;.]{0,30}):\s+(?P<what>\S.*)",
    regex.IGNORECASE | regex.DOTALL,
)
_FEWEST = 2  # one line is a time, two are a programme


def programme_lines(
    plan: Plan, sections: RuleSet, reader: DeadlineReader, context: TimeContext
) -> Iterator[ScheduleRow]:
    """The dated lines right under headings of programmes, in document order; lines without a certain day are left out."""
    nodes, text = plan.outline or (), plan.need_text()
    heads = (i for i, node in enumerate(nodes) if heads_list_of("programme", text[node.span], sections))
    for index in heads:
        lines = [n.span for n in nodes if n.parent == index and n.kind is not NodeKind.ROW]
        rows = [row for span in lines if (row := _row(plan, span, reader, context))]
        yield from rows if len(rows) >= _FEWEST else ()


def _row(plan: Plan, span: Span, reader: DeadlineReader, context: TimeContext) -> ScheduleRow | None:
    line = _LINE.fullmatch(plan.need_text()[span])
    if line is None:
        return None
    end = span.start + line.end("day")
    found = (
        d for d in reader.in_span(plan, span, context) if _begins_before(end, d)
    )  # hours may go on behind the colon
    days = {d.date for d in found if d.date and d.qualifier is Qualifier.ON}
    if len(days) != 1:
        return None
    what = " ".join(line["what"].split()).rstrip(" .;")
    return ScheduleRow(when=days.pop(), what=what, evidence=plan.evidence(span))


def _begins_before(end: int, deadline: Deadline) -> bool:
    span = deadline.evidence.span if deadline.evidence else None
    return span is not None and span.start < end
