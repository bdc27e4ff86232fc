"""Checks of duties against each other: the same duty twice, or with two dates."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.audit.facts import Facts, show
from vanthu.audit.likeness import alike, duty
from vanthu.audit.order import last_due
from vanthu.document.content import Finding, Severity, Task, Unit
from vanthu.orthography import fold

SAME = 0.85  # two duties of one plan alike to this degree are one duty


def unit_key(unit: Unit) -> str:
    """What a unit is compared by."""
    return " ".join(fold(unit.resolved or unit.name).split())


def same_units(a: Task, b: Task) -> bool:
    """Whether both tasks are led by the same units; two tasks without any are not."""
    first, second = ({unit_key(u) for u in t.lead} for t in (a, b))
    return bool(first) and first == second


def repeated_duties(facts: Facts) -> Iterator[Finding]:
    """One unit's duty that stands in the plan twice: with two dates a conflict, else a duplicate."""
    duties = [duty(t) for t in facts.tasks]
    for i, j, value in alike(duties, SAME):
        a, b = facts.tasks[i], facts.tasks[j]
        if same_units(a, b) and a.id != b.parent and b.id != a.parent:
            yield _repeated(a, b, value)


def _repeated(a: Task, b: Task, value: float) -> Finding:
    first, second = last_due(a), last_due(b)
    evidence = tuple(e for e in (a.evidence, b.evidence) if e)
    alike_text = f"giống {value:.0%}, cùng đơn vị chủ trì"
    if first and second and first[1] != second[1]:
        note = (
            f"Cùng một việc ({alike_text}) có hai hạn: {show(first[1])} ở {a.id}, {show(second[1])} ở {b.id}."
        )
        return Finding(
            code="deadline-conflict",
            where=(a.id, b.id),
            note=note,
            severity=Severity.ERROR,
            evidence=evidence,
        )
    note = f"Nhiệm vụ {b.id} lặp lại {a.id} ({alike_text})."
    return Finding(
        code="duplicate-task", where=(a.id, b.id), note=note, severity=Severity.NOTE, evidence=evidence
    )
