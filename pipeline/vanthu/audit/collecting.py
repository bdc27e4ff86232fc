"""Checks of what is collected against when it is handed in, where the one who collects doesn't say again what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanthu.audit.dates import at_task
from vanthu.audit.facts import Facts, due_day, opened, quoted
from vanthu.document.content import Deadline, Finding, Task


def collected_before_handed_in(facts: Facts) -> Iterator[Finding]:
    """*3.1. Các trạm gửi số liệu về Cục trước 10/9. 3.2. Phòng Kỹ thuật tổng hợp, trình Cục trưởng trước 25/8*: two neighbours of one
    list, and neither speaks of one turn out of several.
    """
    for sends, collects in pairwise(facts.tasks):
        if _list_of(sends) != _list_of(collects) or not _meet(sends, collects, facts):
            continue
        first, then = _only_due(sends), _only_due(collects)
        if first and then and (then.date or "") < (first.date or ""):
            note = (
                f"{opened(facts.at(collects))} có thời hạn {quoted(then)}, trong khi các đơn vị gửi về chậm nhất {quoted(first)} "
                f"tại {facts.at(sends)}; đề nghị điều chỉnh cho đúng trình tự."
            )
            yield at_task("deadline-order", collects, note, [then, first])


def _list_of(task: Task) -> str:
    return task.id.rpartition(".")[0]


def _meet(sends: Task, collects: Task, facts: Facts) -> bool:
    """Whether one hands in what the next one collects."""
    told = facts.says("hands-in", sends.text) and facts.says("collects", collects.text)
    return told and not any(facts.says("interim-report", t.text) for t in (sends, collects))


def _only_due(task: Task) -> Deadline | None:
    """The one day that a task is due, whatever periods its headings set; `None` where it has several or none."""
    dues = [d for d in task.deadlines if due_day(d)]
    return dues[0] if len(dues) == 1 else None
