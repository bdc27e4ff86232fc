"""Checks of dates against each other: steps, reports, parents, the plan's own period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanthu.audit.dates import evidence_of
from vanthu.audit.facts import Facts, as_date, show
from vanthu.document.content import Deadline, Finding, Qualifier, Severity, Task, TaskKind
from vanthu.document.graph import EdgeKind

SURE = 0.7  # an edge weaker than this is a guess about the order and raises nothing


def last_due(task: Task) -> tuple[Deadline, date] | None:
    """The latest limit of a task: a due date or the end of a period; `None` where it has none."""
    dated = [(d, day) for d in task.deadlines if (day := as_date(d.date) or as_date(d.end))]
    return max(dated, key=lambda pair: pair[1], default=None)


def _last_single_due(task: Task) -> tuple[Deadline, date] | None:
    """The latest due date of a task, that of the closing report where an interim one comes before it."""
    dated = [(d, day) for d in task.deadlines if (day := as_date(d.date))]
    return max(dated, key=lambda pair: pair[1], default=None)


def report_before_completion(facts: Facts) -> Iterator[Finding]:
    """A report on results due before the work it reports on ends. Interim reports may come early.

    The end is the plan's own; where the plan names none, a closing report is held against the latest limit of any other work.
    """
    for task in facts.tasks:
        if task.kind is not TaskKind.REPORT:
            continue
        found, end = _last_single_due(task), _end_reported_on(task, facts)
        if found and end and found[1] < end:
            yield Finding(
                code="report-before-completion",
                where=(task.id,),
                note=f"Báo cáo kết quả đến hạn {show(found[1])}, trước khi công việc kết thúc ({show(end)}).",
                evidence=evidence_of([found[0], *facts.document_deadlines]),
            )


def _end_reported_on(task: Task, facts: Facts) -> date | None:
    """When the work that a report is on ends; `None` for reports that may come before it."""
    kinds = facts.words.values(task.text)
    if "final-report" in kinds:
        return _end_of_work(facts)
    return facts.plan_end() if "result-report" in kinds and "interim-report" not in kinds else None


def _end_of_work(facts: Facts) -> date | None:
    if end := facts.plan_end():
        return end
    others = [last_due(t) for t in facts.tasks if t.kind is TaskKind.ACTION]
    return max((found[1] for found in others if found), default=None)


def step_after_its_successor(facts: Facts) -> Iterator[Finding]:
    """A step due after the step that needs it."""
    tasks = {f"task:{t.id}": t for t in facts.tasks}
    for edge in facts.edges:
        before, after = tasks.get(edge.source), tasks.get(edge.target)
        if edge.kind is EdgeKind.PRECEDES and before and after and (edge.confidence or 0) >= SURE:
            yield from _out_of_order(before, after, "bước cần đến kết quả của nó")


def child_after_parent(facts: Facts) -> Iterator[Finding]:
    """A detail due after the task that it details."""
    tasks = {t.id: t for t in facts.tasks}
    for child in facts.tasks:
        if child.parent and (parent := tasks.get(child.parent)):
            yield from _out_of_order(child, parent, "nhiệm vụ mà nó cụ thể hóa")


def _out_of_order(before: Task, after: Task, what: str) -> Iterator[Finding]:
    first, last = last_due(before), last_due(after)
    if first and last and first[1] > last[1]:
        yield Finding(
            code="deadline-order",
            where=(before.id, after.id),
            note=f"Nhiệm vụ {before.id} có hạn {show(first[1])}, sau hạn {show(last[1])} của {what} ({after.id}).",
            evidence=evidence_of([first[0], last[0]]),
        )


def event_outside_window(facts: Facts) -> Iterator[Finding]:
    """Days of the schedule, or of an event, outside the plan's own period; one finding for the whole schedule."""
    start, end = facts.plan_start(), facts.plan_end()
    if start is None or end is None:
        return
    outside = [r for r in facts.schedule if (day := as_date(r.when)) and not start <= day <= end]
    if outside:
        days = ", ".join(dict.fromkeys(show(date.fromisoformat(r.when)) for r in outside))
        yield Finding(
            code="event-outside-window",
            where=("schedule",),
            note=f"Lịch có ngày {days} nằm ngoài thời gian thực hiện ({show(start)} - {show(end)}).",
            evidence=tuple(r.evidence for r in outside if r.evidence),
        )
    for task, deadline, day in facts.dues():
        if deadline.qualifier is Qualifier.ON and task.kind is TaskKind.ACTION and not start <= day <= end:
            yield Finding(
                code="event-outside-window",
                where=(task.id,),
                note=f"Ngày {show(day)} nằm ngoài thời gian thực hiện ({show(start)} - {show(end)}).",
                severity=Severity.WARNING,
                evidence=evidence_of([deadline]),
            )
