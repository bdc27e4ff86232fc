"""Reports on a phase held against its days: *Giai đoạn 1 (từ 17/3 đến 29/4)*, and *báo cáo kết quả giai đoạn 1 trước ngày 18/4*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import regex

from vanthu.audit.dates import names_a_day
from vanthu.audit.facts import Facts, around, as_date, due_day
from vanthu.audit.order import End, too_early
from vanthu.document.content import Deadline, DeadlineKind, Finding, Task, TaskKind
from vanthu.orthography import fold

_PHASE = "phase-report"
_ON_ALL = (_PHASE, "whole-result", "final-report")
_NAMED = regex.compile(r"(?P<phase>(?:giai đoạn|đợt|bước) (?:\d{1,2}|[ivx]+))(?!\w)[^.;\d]*\Z")


def report_before_its_phase(facts: Facts) -> Iterator[Finding]:
    """A report on a whole phase, the one it names or the one it stands in, due before the days of the phase are over."""
    named = _named_phases(facts)
    for task in facts.tasks:
        end = _phase_of(task, named, facts) if task.kind is TaskKind.REPORT else None
        own = [(day, d) for d in task.deadlines if (day := due_day(d)) and _is_own(task, d)]
        last = max(own, key=lambda due: due[0], default=None)
        if end and last and last[0] < end.day:
            yield too_early(task, last[1], end.deadline, facts)


def _phase_of(task: Task, named: Mapping[str, End], facts: Facts) -> End | None:
    """The end of the phase that a report is on."""
    told = facts.found(_PHASE, task.text)
    if told and (end := named.get(fold(told.groups.get("phase") or ""))):
        return end
    if not any(facts.says(value, task.text) for value in _ON_ALL):
        return None
    handed = (end for d in task.deadlines if not _is_own(task, d) and (end := _end(d)))
    return max(handed, key=lambda end: end.day, default=None)


def _named_phases(facts: Facts) -> Mapping[str, End]:
    """The phases whose days are told right behind their names; those of two plans in one (*đợt 1* of each) are left out."""
    told: defaultdict[str, dict[str, End]] = defaultdict(dict)
    for _, deadline in facts.deadlines():
        end, name = _end(deadline), _NAMED.search(_before(deadline))
        if end and name:
            told[name["phase"]].setdefault(end.day.isoformat(), end)
    return {name: next(iter(ends.values())) for name, ends in told.items() if len(ends) == 1}


def _before(deadline: Deadline) -> str:
    return " ".join(fold(deadline.evidence.prefix).split()) if deadline.evidence else ""


def _end(deadline: Deadline) -> End | None:
    """The end of a period with its days named."""
    day = as_date(deadline.end) if deadline.kind is DeadlineKind.WINDOW and names_a_day(deadline) else None
    return End(day, deadline) if day else None


def _is_own(task: Task, deadline: Deadline) -> bool:
    return around(task.text, deadline)[1] != ""
