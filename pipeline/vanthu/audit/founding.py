"""Bodies that are to work before they are founded."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.audit.dates import at_tasks
from vanthu.audit.facts import Facts, opened, quoted
from vanthu.audit.order import last_due
from vanthu.document.content import Finding, Task
from vanthu.orthography import fold


def work_before_founding(facts: Facts) -> Iterator[Finding]:
    """*thành lập Tổ thẩm định, hoàn thành trước 30/5* and *Tổ thẩm định họp ... trước 16/5*."""
    for founding in facts.tasks:
        found = facts.found("founds", founding.text)
        if found:
            yield from _works_before(founding, fold(" ".join(found.groups["what"].split())), facts)


def _works_before(founding: Task, body: str, facts: Facts) -> Iterator[Finding]:
    founded = last_due(founding)
    for task in facts.tasks:
        worked = last_due(task)
        own = any(fold(unit.name) == body for unit in task.lead)
        if own and founded and worked and task.id != founding.id and worked[1] < founded[1]:
            note = (
                f"{opened(facts.at(founding))} có thời hạn {quoted(founded[0])}, trong khi nơi được thành lập phải làm "
                f"xong việc của mình {quoted(worked[0])} tại {facts.place(task.id)}; đề nghị điều chỉnh cho đúng trình tự."
            )
            yield at_tasks("deadline-order", (founding, task), note, [founded[0], worked[0]])
