"""Reports on a phase held against the days of the phase: *Giai đoạn 1 (từ 17/3 đến 29/4)* and, under it, *báo cáo kết quả trước ngày 18/4*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanthu.audit.dates import names_a_day
from vanthu.audit.facts import Facts, around, as_date, due_day
from vanthu.audit.order import too_early
from vanthu.document.content import Deadline, DeadlineKind, Finding, Task, TaskKind

_ON_IT = ("phase-report", "whole-result", "final-report")


def report_before_its_phase(facts: Facts) -> Iterator[Finding]:
    """A report on a whole phase, due before the days that the heading of the phase tells are over."""
    for task in facts.tasks:
        phase = _phase(task) if _reports_on_a_phase(task, facts) else None
        own = [(day, d) for d in task.deadlines if (day := due_day(d)) and _is_own(task, d)]
        last = max(own, key=lambda due: due[0], default=None)
        if phase and last and last[0] < phase[0]:
            yield too_early(task, last[1], phase[1], facts)


def _reports_on_a_phase(task: Task, facts: Facts) -> bool:
    """Whether a report is on the phase it stands in, or says of no work that it is on that."""
    return task.kind is TaskKind.REPORT and any(facts.says(v, task.text) for v in _ON_IT)


def _phase(task: Task) -> tuple[date, Deadline] | None:
    """The last day of the period that is handed down to a task, with its day named."""
    handed = (d for d in task.deadlines if d.kind is DeadlineKind.WINDOW and not _is_own(task, d))
    ends = [(end, d) for d in handed if (end := as_date(d.end)) and names_a_day(d)]
    return max(ends, key=lambda end: end[0], default=None)


def _is_own(task: Task, deadline: Deadline) -> bool:
    return around(task.text, deadline)[1] != ""
