"""What tasks leave unclear: person, work, time, responsibility, product, authority (*6 rõ*). Apart from findings: no faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from vanthu.audit.facts import Facts
from vanthu.document.content import Gap, GapKind, Task, TaskKind

NAMES: Mapping[GapKind, str] = {
    GapKind.PERSON: "Rõ người",
    GapKind.WORK: "Rõ việc",
    GapKind.TIME: "Rõ thời gian",
    GapKind.RESPONSIBILITY: "Rõ trách nhiệm",
    GapKind.PRODUCT: "Rõ sản phẩm",
    GapKind.AUTHORITY: "Rõ thẩm quyền",
}
_FEW_WORDS = 4
_Check = Callable[[Task, Facts], str | None]


def gaps(facts: Facts) -> tuple[Gap, ...]:
    """The gaps of all tasks, in the order of the tasks; empty where all is clear."""
    return tuple(gap for task in facts.tasks for gap in _of(task, facts))


def _of(task: Task, facts: Facts) -> Iterator[Gap]:
    for kind, check in _CHECKS:
        if note := check(task, facts):
            yield Gap(task=task.id, kind=kind, note=note)


def _person(task: Task, facts: Facts) -> str | None:
    if not task.lead:
        return "chưa nêu cơ quan, người thực hiện"
    if all(facts.says("vague-unit", unit.name) for unit in task.lead):
        return f"chỉ nêu chung “{', '.join(u.name for u in task.lead)}”"
    return None


def _work(task: Task, facts: Facts) -> str | None:
    if len(task.text.split()) < _FEW_WORDS or facts.says("vague-work", task.text):
        return "chưa nêu việc cụ thể phải làm"
    return None


def _time(task: Task, facts: Facts) -> str | None:
    """A time of the parent, or of the whole plan, binds the task too."""
    if task.deadlines or facts.document_deadlines or _inherits_time(task, facts.tasks):
        return None
    return "chưa nêu thời hạn, cả văn bản cũng không có thời gian thực hiện chung"


def _inherits_time(task: Task, tasks: Sequence[Task]) -> bool:
    return any(t.id == task.parent and t.deadlines for t in tasks)


def _responsibility(task: Task, _: Facts) -> str | None:
    if len(task.lead) > 1:
        return f"{len(task.lead)} cơ quan cùng thực hiện, chưa rõ cơ quan nào chịu trách nhiệm chính"
    return None


def _product(task: Task, facts: Facts) -> str | None:
    told = task.products or task.targets or task.kind is TaskKind.REPORT
    return None if told or facts.says("names-product", task.text) else "chưa nêu sản phẩm, kết quả đầu ra"


def _authority(task: Task, facts: Facts) -> str | None:
    if facts.says("vague-authority", task.text):
        return "chưa nêu rõ cấp nào quyết định, phê duyệt"
    return None


_CHECKS: Sequence[tuple[GapKind, _Check]] = (
    (GapKind.PERSON, _person),
    (GapKind.WORK, _work),
    (GapKind.TIME, _time),
    (GapKind.RESPONSIBILITY, _responsibility),
    (GapKind.PRODUCT, _product),
    (GapKind.AUTHORITY, _authority),
)
