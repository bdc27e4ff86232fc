"""The words of a task where they stand in the document, with what follows the first sentence."""

from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.content import Task
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.document.structure import NodeKind


@dataclass(frozen=True)
class TaskText:
    """A task with the text of its place in the outline; `offset` is that of `text` in the plan's, `None` where it has none."""

    plan: Plan
    task: Task
    text: str
    offset: int | None

    def evidence(self, span: Span, rule: str) -> Evidence:
        """Evidence for a part of the text."""
        if self.offset is None:
            return Evidence(quote=self.text[span.start : span.end], rule=rule)
        return self.plan.evidence(Span(span.start + self.offset, span.end + self.offset), rule=rule)


def task_text(plan: Plan, task: Task) -> TaskText:
    """The text of a task: its node's in the outline, else its evidence's, else the words alone."""
    span = _place(plan, task)
    if span is not None and _is_row(plan, task):
        span = _inside(plan, task, span)
    if span is None or plan.text is None:
        return TaskText(plan, task, task.text, None)
    return TaskText(plan, task, plan.need_text()[span], span.start)


def _is_row(plan: Plan, task: Task) -> bool:
    return (
        task.node is not None and bool(plan.outline) and (plan.outline or ())[task.node].kind is NodeKind.ROW
    )


def _inside(plan: Plan, task: Task, row: Span) -> Span | None:
    """Where the task's own words stand in its row: the cells beside them speak of units and times; `None` where they are cut."""
    start = plan.need_text()[row].find(task.text) if plan.text else -1
    return Span(row.start + start, row.start + start + len(task.text)) if start >= 0 else None


def _place(plan: Plan, task: Task) -> Span | None:
    if task.node is not None and plan.outline:
        return plan.outline[task.node].span
    return task.evidence.span if task.evidence else None
