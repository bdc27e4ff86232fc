"""One thing to be finished, or one report to be handed in, by two days, where the rest of the two duties differs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import regex

from vanthu.audit.dates import evidence_of
from vanthu.audit.duties import same_units
from vanthu.audit.facts import Facts, around, due_day, show, without_lead
from vanthu.document.content import Deadline, Finding, Qualifier, Severity, Task
from vanthu.orthography import fold

_LIMITS = (Qualifier.BEFORE, Qualifier.BY)
_LEAST = 4  # syllables that name the thing; fewer name many things
_CLAUSE = regex.compile(r"[;:]\s|\.\s")
_COMMA = regex.compile(r",\s")
_NAME = regex.compile(r"\p{Lu}[\p{L}\d]*(?:\s+[\p{L}\d]+)*")


class Work(NamedTuple):
    """What a clause says to finish, and by when."""

    task: Task
    thing: str  # as written
    deadline: Deadline


def one_thing_two_days(facts: Facts) -> Iterator[Finding]:
    """*hoàn thành cải tạo hội trường trước ngày 15/5* and, elsewhere, *trước ngày 29/5*, by the same unit."""
    works = [w for t in facts.tasks for d in t.deadlines for w in _works(t, d, facts)]
    for a, b in combinations(works, 2):
        first, second = due_day(a.deadline), due_day(b.deadline)
        if a.task.id == b.task.id or not first or not second or first == second:
            continue
        if same_units(a.task, b.task) and _same_thing(a.thing, b.thing):
            yield _conflict(a, b, facts)


def one_report_two_days(facts: Facts) -> Iterator[Finding]:
    """*Báo cáo tổng kết năm gửi UBND tỉnh trước ngày 05/12* and, elsewhere, *trước ngày 15/12*, by the same unit to the same body."""
    works = [w for t in facts.tasks for w in _reports(t, facts)]
    for a, b in combinations(works, 2):
        same = fold(a.thing) == fold(b.thing) and same_units(a.task, b.task)
        if same and a.task.id != b.task.id and due_day(a.deadline) != due_day(b.deadline):
            yield _conflict(a, b, facts)


def _reports(task: Task, facts: Facts) -> Iterator[Work]:
    """The report of a task that names it, who gets it, and one day."""
    told = facts.found("named-report", task.text)
    dues = [d for d in task.deadlines if due_day(d)]
    if told and len(dues) == 1:
        yield Work(task, f"Báo cáo {told.groups['what']} gửi {told.groups['to']}", dues[0])


def _works(task: Task, deadline: Deadline, facts: Facts) -> Iterator[Work]:
    """The things that the clauses before a limit say to finish, from the one that opens with such words; none where they say less."""
    before, said, _ = around(task.text, deadline)
    if not said or deadline.qualifier not in _LIMITS:
        return
    clauses = [without_lead(c.strip(), task) for c in _COMMA.split(_CLAUSE.split(before)[-1])]
    openings = [facts.found("finishes", clause) for clause in clauses]
    first = next((n for n, found in enumerate(openings) if found and found.span.start == 0), len(clauses))
    for clause, opening in list(zip(clauses, openings, strict=True))[first:]:
        thing = clause[opening.span.end :].strip() if opening and opening.span.start == 0 else clause
        if len(thing.split()) >= _LEAST:
            yield Work(task, thing, deadline)


def _same_thing(a: str, b: str) -> bool:
    """Whether both are one; the longer may add the name of whose it is."""
    short, long = sorted((a, b), key=len)
    rest = long[len(short) :].strip()
    return fold(long).startswith(fold(short)) and (not rest or _NAME.fullmatch(rest) is not None)


def _conflict(a: Work, b: Work, facts: Facts) -> Finding:
    days = [d for w in (a, b) if (d := due_day(w.deadline))]
    return Finding(
        code="deadline-conflict",
        where=(a.task.id, b.task.id),
        note=f"“{a.thing}” có hai thời hạn hoàn thành: {show(days[0])} tại {facts.at(a.task)} và {show(days[1])} tại "
        f"{facts.place(b.task.id)}; đề nghị thống nhất một thời hạn.",
        severity=Severity.ERROR,
        evidence=evidence_of([a.deadline, b.deadline]),
    )
