"""Checks of duties against each other: the same duty twice, or with two dates."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanthu.audit.across.marks import marker
from vanthu.audit.across.vocabulary import is_foreign, syllables, vocabulary
from vanthu.audit.facts import Facts, opened, show
from vanthu.audit.likeness import Duty, duty, inclusion, likeness, neighbours
from vanthu.audit.order import last_due
from vanthu.document.content import Finding, Severity, Task, Unit
from vanthu.document.evidence import Evidence
from vanthu.orthography import fold

SAME = 0.85  # two duties of one plan alike to this degree are one duty
_NEARLY = 0.7  # so alike at least are two, where one says the other with a few words more
SAME_WORK = 0.75  # of the shorter one, where a superior orders what the other says its unit does
_ROW = regex.compile(r"\.r[\d.]+(?:_\d+)?$")
_AGAIN = regex.compile(r"_\d+$")
_ENOUGH = 10  # pairs of syllables; shorter duties are alike by chance


def unit_key(unit: Unit) -> str:
    """What a unit is compared by."""
    return " ".join(fold(unit.resolved or unit.name).split())


def same_units(a: Task, b: Task) -> bool:
    """Whether both tasks are led by the same units; two tasks without any are not."""
    first, second = ({unit_key(u) for u in t.lead} for t in (a, b))
    return bool(first) and first == second


def _orders(a: Task, b: Task) -> bool:
    """Whether one task names the unit that leads the other, as a superior does who has it done."""
    return any(fold(unit.name) in fold(other.text) for task, other in ((a, b), (b, a)) for unit in task.lead)


def repeated_duties(facts: Facts) -> Iterator[Finding]:
    """One unit's duty that stands in the plan twice: with two dates a conflict, else a duplicate."""
    duties = [duty(t) for t in facts.tasks]
    for i, j in neighbours(duties):
        a, b = facts.tasks[i], facts.tasks[j]
        if inclusion(duties[i], duties[j]) < SAME_WORK or b.id == a.parent or a.id == b.parent:
            continue  # likeness is never more than inclusion: most pairs end here
        alike = same_units(a, b) and _are_alike(duties[i], duties[j])
        if not (alike or _one_work(a, b, duties[i], duties[j])) or _other_work(a, b):
            continue
        if conflict := _conflict(a, b, facts):
            yield conflict
        elif alike:
            yield _duplicate(a, b, facts)


def _are_alike(a: Duty, b: Duty) -> bool:
    """Whether two say the same, or the one all that the other says with a few words more."""
    degree, enough = likeness(a, b), min(len(a.pairs), len(b.pairs)) >= _ENOUGH
    shorter, longer = sorted(({w for pair in d.pairs for w in pair} for d in (a, b)), key=len)
    return degree >= SAME or (enough and degree >= _NEARLY and shorter <= longer)


def _in_other_groups(a: Task, b: Task) -> bool:
    """Whether two rows stand in different groups of tables, numbered anew: what they are on stands in columns beside the work."""
    return all(map(_ROW.search, (a.id, b.id))) and any(map(_AGAIN.search, (a.id, b.id)))


def _other_work(a: Task, b: Task) -> bool:
    """Whether different things are to be done, to one object it may be."""
    if _in_other_groups(a, b):
        return True
    words = vocabulary()
    said = [words.say(t.text) for t in (a, b)]
    first, second = (set(words.actions(one)) for one in said)
    if first and second and not first & second:
        return True
    made = [marker().made(t.text) for t in (a, b)]
    opened = [syllables(words.opening(one)) for one in said]
    all_said = [syllables(one) for one in said]
    otherwise = is_foreign(opened[0], all_said[1]) and is_foreign(opened[1], all_said[0])
    return otherwise or bool(made[0] - made[1] and made[1] - made[0])


def _one_work(a: Task, b: Task, first: Duty, second: Duty) -> bool:
    enough = min(len(first.pairs), len(second.pairs)) >= _ENOUGH
    return enough and inclusion(first, second) >= SAME_WORK and (same_units(a, b) or _orders(a, b))


def _conflict(a: Task, b: Task, facts: Facts) -> Finding | None:
    first, second = last_due(a), last_due(b)
    if not first or not second or first[1] == second[1]:
        return None
    return Finding(
        code="deadline-conflict",
        where=(a.id, b.id),
        note=f"Cùng một việc nhưng có hai thời hạn: {show(first[1])} tại {facts.at(a)} và {show(second[1])} tại "
        f"{facts.place(b.id)}; đề nghị thống nhất một thời hạn.",
        severity=Severity.ERROR,
        evidence=_both(a, b),
    )


def _both(a: Task, b: Task) -> tuple[Evidence, ...]:
    return tuple(e for e in (a.evidence, b.evidence) if e)


def _duplicate(a: Task, b: Task, facts: Facts) -> Finding:
    return Finding(
        code="duplicate-task",
        where=(a.id, b.id),
        note=f"{opened(facts.at(b))} lặp lại nhiệm vụ tại {facts.place(a.id)}, cùng cơ quan chủ trì; đề nghị bỏ bớt "
        "hoặc ghi rõ điểm khác nhau.",
        severity=Severity.NOTE,
        evidence=_both(a, b),
    )
