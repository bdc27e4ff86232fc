"""Drafts that are sent round for opinions after the opinions are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanthu.audit.dates import at_tasks
from vanthu.audit.facts import Facts, due_day, opened, show
from vanthu.document.content import Deadline, Finding, Task
from vanthu.orthography import fold


def opinions_before_the_draft(facts: Facts) -> Iterator[Finding]:
    """*gửi dự thảo lần 2 xin ý kiến chậm nhất ngày 25/11* and *góp ý dự thảo lần 2 trước ngày 20/11*."""
    asking = [t for t in facts.tasks if facts.says("asks-opinion", t.text)]
    for asks in asking:
        for gives in facts.tasks:
            if (
                gives in asking
                or not facts.says("gives-opinion", gives.text)
                or not _drafts(asks, facts) & _drafts(gives, facts)
            ):
                continue
            sent, due = _last(asks), _last(gives)
            if sent and due and sent[1] > due[1]:
                yield _finding(asks, gives, sent, due, facts)


def _drafts(task: Task, facts: Facts) -> frozenset[str]:
    """The drafts that a task names: by their number, or by four syllables of what they are drafts of."""
    return frozenset(fold(m.groups["what"]) for m in facts.all_found("draft", task.text))


def _last(task: Task) -> tuple[Deadline, date] | None:
    return max(((d, day) for d in task.deadlines if (day := due_day(d))), key=lambda p: p[1], default=None)


def _finding(
    asks: Task, gives: Task, sent: tuple[Deadline, date], due: tuple[Deadline, date], facts: Facts
) -> Finding:
    note = (
        f"{opened(facts.at(asks))} gửi dự thảo lấy ý kiến, thời hạn {show(sent[1])}, sau thời hạn góp ý {show(due[1])} "
        f"tại {facts.at(gives)}; đề nghị điều chỉnh cho đúng trình tự."
    )
    return at_tasks("deadline-order", (asks, gives), note, [sent[0], due[0]])
