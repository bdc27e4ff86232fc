"""Checks of events and timetables against the period in which their work is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import regex

from vanthu.audit.dates import evidence_of
from vanthu.audit.facts import Facts, around, as_date, opened, quoted, show
from vanthu.audit.order import is_event, last_due
from vanthu.audit.timetables import Timetable
from vanthu.document.content import Deadline, DeadlineKind, Finding, ScheduleRow, Severity, Task, TaskKind
from vanthu.document.evidence import Evidence
from vanthu.orthography import fold

_SYLLABLE = regex.compile(r"[\p{L}\d]+")
_OPENING = regex.compile(
    r"\A(?:phụ lục \w+\W*)?(?:(?:bảng|biểu|lịch|lịch trình|kế hoạch|thời gian|phân công|chi tiết|tổ chức|triển khai|thực hiện) )*"
)
_NUMBERED = regex.compile(r"(?P<what>\p{L}+) (?P<number>\d{1,2})(?![\d/.-])")
_SAME_WORK = 0.7  # share of a title's syllables that the words of its work have
_SEVERAL = 3  # works; and a third of them
_TELLING = 8  # syllables; a shorter title says too little
_CAMPAIGN = timedelta(days=15)  # what is shorter is an event: all that comes before it prepares it


def event_outside_window(facts: Facts) -> Iterator[Finding]:
    """Days outside the period of their work: of timetables, one finding each; of single events, one finding a task."""
    start, end = facts.plan_start(), facts.plan_end()
    for table in facts.timetables or (Timetable(None, facts.schedule),):
        outside = [r for r in table.rows if start and end and _is_outside(as_date(r.when), start, end)]
        if outside:
            yield _schedule_outside(outside, facts)
        else:
            yield from _schedule_after_its_work(table, facts)
    if start and end and not _is_of_one_act(start, end, facts):
        opening = start if end - start >= _CAMPAIGN else date.min
        yield from (f for t in facts.tasks for f in _task_outside(t, opening, end, facts))


def _is_of_one_act(start: date, end: date, facts: Facts) -> bool:
    """Whether a third of the dated work, and several of it, lies outside: the period is that of the main act, which the rest prepares and closes."""
    dated = [[d for d in t.deadlines if as_date(d.date) or as_date(d.end)] for t in facts.tasks]
    dated = [times for times in dated if times]
    outside = [times for times in dated if all(_ends_outside(d, start, end) for d in times)]
    return len(outside) >= _SEVERAL and _SEVERAL * len(outside) >= len(dated)


def _ends_outside(deadline: Deadline, start: date, end: date) -> bool:
    return _is_outside(as_date(deadline.date) or as_date(deadline.end), start, end)


def _is_outside(day: date | None, start: date, end: date) -> bool:
    return day is not None and not start <= day <= end


def _days(rows: Iterable[ScheduleRow]) -> str:
    days = sorted({day for r in rows if (day := as_date(r.when))})
    return show(days[0]) if len(days) == 1 else f"{show(days[0])} đến {show(days[-1])}"


def _evidence(rows: Iterable[ScheduleRow]) -> tuple[Evidence, ...]:
    return tuple(r.evidence for r in rows if r.evidence)


def _schedule_outside(outside: list[ScheduleRow], facts: Facts) -> Finding:
    bounds = [d for d in facts.document_deadlines if d.kind is not DeadlineKind.RECURRING]
    period = [d for d in bounds if d.start or d.end or d.date]
    said = "; ".join(quoted(d) for d in period)
    return Finding(
        code="event-outside-window",
        where=("schedule",),
        note=f"Lịch kèm theo có ngày {_days(outside)} nằm ngoài thời gian thực hiện ({said}); đề nghị thống nhất lại.",
        evidence=(*evidence_of(period), *_evidence(outside)),
    )


def _schedule_after_its_work(table: Timetable, facts: Facts) -> Iterator[Finding]:
    """A timetable whose days lie after the limit of the very work that it is of."""
    limited = [t for t in facts.tasks if last_due(t)]
    fitting = [(likeness, t) for t in limited if (likeness := _is_of(table, t, facts)) >= _SAME_WORK]
    if not fitting:
        return
    _, task = max(fitting, key=lambda f: f[0])
    limit = last_due(task)
    late = [r for r in table.rows if limit and (day := as_date(r.when)) and day > limit[1]]
    if limit and late:
        first = next(d for d in task.deadlines if as_date(d.date) or as_date(d.end))
        title = f"“{' '.join(table.title.quote.split())}”" if table.title else "Lịch kèm theo"
        yield Finding(
            code="event-outside-window",
            where=("schedule", task.id),
            note=f"{title} có ngày {_days(late)}, sau thời hạn {quoted(first)} của "
            f"chính việc đó tại {facts.at(task)}; đề nghị thống nhất lại.",
            evidence=(*((table.title,) if table.title else ()), *evidence_of([first]), *_evidence(late)),
        )


def _is_of(table: Timetable, task: Task, facts: Facts) -> float:
    """How much of a timetable's title a task's words and headings have; 0 where its first word or its numbers differ.

    All of it where the task says that it is done by the timetable, and there is one.
    """
    if len(facts.timetables) == 1 and facts.says("by-the-timetable", task.text):
        return 1.0
    title = fold(table.title.quote) if table.title else ""
    syllables = _SYLLABLE.findall(_OPENING.sub("", title, count=1))
    words = fold(f"{facts.around.get(task.id, '')} {task.text}")
    if len(syllables) < _TELLING or " ".join(syllables[:2]) not in " ".join(_SYLLABLE.findall(words)):
        return 0.0
    numbers, own = (dict(_NUMBERED.findall(t)) for t in (title, words))
    if any(own.get(what) != number for what, number in numbers.items()):
        return 0.0
    there = set(_SYLLABLE.findall(words))
    return sum(s in there for s in syllables) / len(syllables)


def _task_outside(task: Task, start: date, end: date, facts: Facts) -> Iterator[Finding]:
    """An event, or a whole period, of a task outside the plan's own; what prepares and closes the work may lie there."""
    if task.kind is not TaskKind.ACTION or facts.says("around-the-work", task.text):
        return
    outside = [
        d for d in task.deadlines if _lies_outside(d, start, end) and not _prepares(task, d, start, facts)
    ]
    if outside:
        said = "; ".join(quoted(d) for d in facts.document_deadlines)
        yield Finding(
            code="event-outside-window",
            where=(task.id,),
            note=f"{opened(facts.at(task))} ghi {quoted(outside[0])}, nằm ngoài thời gian thực hiện ({said}); "
            "đề nghị thống nhất lại.",
            severity=Severity.WARNING,
            evidence=evidence_of([*outside, *facts.document_deadlines]),
        )


def _prepares(task: Task, deadline: Deadline, start: date, facts: Facts) -> bool:
    """*hoàn thành trong tuần 2 tháng 02*, before the plan's own days: what must be ready by then."""
    last = as_date(deadline.end)
    before, said, _ = around(task.text, deadline)
    return bool(said and last and last < start) and facts.says("finished-in", before)


def _lies_outside(deadline: Deadline, start: date, end: date) -> bool:
    if is_event(deadline):
        return _is_outside(as_date(deadline.date), start, end)
    first, last = as_date(deadline.start), as_date(deadline.end)
    return deadline.kind is DeadlineKind.WINDOW and bool((first and first > end) or (last and last < start))
