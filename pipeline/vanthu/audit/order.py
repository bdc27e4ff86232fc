"""Checks of dates against each other: steps, parents, reports and the work they are on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import regex

from vanthu.audit.across.vocabulary import COMMON, is_foreign, syllables, vocabulary
from vanthu.audit.dates import A_QUARTER, at_task, evidence_of, names_a_day
from vanthu.audit.facts import Facts, around, as_date, due_day, opened, quoted, show, without_lead, words_of
from vanthu.audit.places import is_row
from vanthu.document.content import Deadline, DeadlineKind, Finding, Qualifier, Task, TaskKind
from vanthu.document.evidence import Evidence
from vanthu.document.graph import EdgeKind
from vanthu.orthography import fold

SURE = 0.7  # an edge weaker than this is a guess about the order and raises nothing
_SYLLABLE = regex.compile(r"\p{L}+")
_CLAUSE = regex.compile(r"[;.](?=\s)")
_LIGHT = regex.compile(
    r"\A\W*(?:(?:tham mưu|chủ trì|tổ chức|triển khai|thực hiện|tiến hành),? (?:việc |công tác )?)*"
)
_TELLING = 4  # syllables; fewer name many works
_OTHER = 3  # syllables that a plan's title lacks; fewer name no other work
_LEAST = 2  # and one names none
_IN_IT = regex.compile(r"(?:trong|vào)\b", regex.IGNORECASE)
_YEAR_END_LEEWAY = timedelta(days=31)  # offices report on a year before it is over


class End(NamedTuple):
    """When work ends, and what says so."""

    day: date
    deadline: Deadline


def last_due(task: Task) -> tuple[Deadline, date] | None:
    """The latest limit of a task: a due date or the end of a period; `None` where it has none.

    A feast that an event greets (*chào mừng ngày 20/10 vào ngày 16/10*) is one only where nothing else is told.
    """
    dated = [(d, day) for d in task.deadlines if (day := as_date(d.date) or as_date(d.end))]
    firm = [pair for pair in dated if pair[0].qualifier is not Qualifier.DURING] or dated
    return max(firm, key=lambda pair: pair[1], default=None)


def _last_single_due(task: Task) -> tuple[Deadline, date] | None:
    """The latest due date of a task, that of the closing report where an interim one comes before it; where no day is told, the end of the
    latest month or quarter in which it is due.
    """
    dated = [(d, day) for d in task.deadlines if (day := as_date(d.date))]
    told = [(d, end) for d in task.deadlines if (end := _end_of_month_told(task, d))]
    return max(dated or told, key=lambda pair: pair[1], default=None)


def _end_of_month_told(task: Task, deadline: Deadline) -> date | None:
    """*trong tháng 7/2031*, or a column that says so; *báo cáo kết quả tháng 7/2031* tells what is reported on."""
    start, end = as_date(deadline.start), as_date(deadline.end)
    if start is None or end is None or end - start > A_QUARTER or not _is_whole_period(deadline):
        return None
    words = words_of(deadline)
    return end if _IN_IT.match(words) or words not in task.text else None


def report_before_completion(facts: Facts) -> Iterator[Finding]:
    """A report on results due before the work it reports on ends. Interim reports may come early.

    The end is the plan's own; where the plan names none, a closing report is held against the latest limit of any other work.
    """
    for task in facts.tasks:
        found = _last_single_due(task) if _reports_on_all(task, facts) else None
        end = _end_reported_on(task, facts) if found else None
        if found and end and found[1] < end.day and not is_usual(task, found[1], end, facts):
            yield too_early(task, found[0], end.deadline, facts)


def _reports_on_all(task: Task, facts: Facts) -> bool:
    """Whether a task reports, or does all of its unit's work and then reports on it (*tổ chức thực hiện, báo cáo kết quả thực hiện về ...*)."""
    return task.kind is TaskKind.REPORT or (
        facts.says("whole-result", task.text) and len(task.deadlines) == 1
    )


def report_before_its_subject(facts: Facts) -> Iterator[Finding]:
    """A report on work that another task names and ends later: *báo cáo diện tích nghiệm thu* before *nghiệm thu diện tích*.

    Another report on the same is no work that it is on: of the two dates `duties` tells.
    """
    worked_on = [task for task in facts.tasks if task.kind is not TaskKind.REPORT]
    for task in facts.tasks:
        found = _last_single_due(task) if task.kind is TaskKind.REPORT else None
        subject = _subject(task, facts) if found else ()
        if not found or not subject:
            continue
        works = _works_on(subject, worked_on)
        late = next((d for d in works if (end := as_date(d.end) or as_date(d.date)) and end > found[1]), None)
        if late and not _is_whole_period(late):
            yield too_early(task, found[0], late, facts)


def closing_before_its_work(facts: Facts) -> Iterator[Finding]:
    """*công bố kết quả bình xét hộ nghèo trước 17/10* where another task has it that *bình xét hộ nghèo xong trước 31/10*."""
    worked_on = [task for task in facts.tasks if task.kind is not TaskKind.REPORT]
    for task in worked_on:
        yield from _before_its_subject(task, "closes", worked_on, "việc ấy phải xong", facts)


def gathered_before_handed_in(facts: Facts) -> Iterator[Finding]:
    """*thẩm định hồ sơ thi đua khối trước 31/10* where they are to be handed in by 14/11."""
    handing = [t for t in facts.tasks if facts.says("hands-in", t.text)]
    for task in facts.tasks:
        yield from _before_its_subject(task, "gathers", handing, "thời hạn nộp chính giấy tờ ấy là", facts)


def approved_before_drawn_up(facts: Facts) -> Iterator[Finding]:
    """*phê duyệt phương án giao khoán rừng trước 25/4* where it is to be drawn up by 09/5."""
    drawing = [t for t in facts.tasks if facts.says("draws-up", t.text)]
    for task in facts.tasks:
        yield from _before_its_subject(task, "approves", drawing, "giấy tờ ấy phải lập xong", facts)


def _before_its_subject(
    task: Task, value: str, tasks: Sequence[Task], what: str, facts: Facts
) -> Iterator[Finding]:
    """A task that is due before others end what it takes up, which words of a kind of rules/audit.yaml name."""
    found, told = _last_single_due(task), facts.found(value, task.text)
    subject = _SYLLABLE.findall(fold(told.groups["what"])) if told else ()
    if found is None or len(subject) < _TELLING:
        return
    works = _works_on(subject, [t for t in tasks if t.id not in (task.id, task.parent)])
    late = next((d for d in works if (end := due_day(d)) and end > found[1]), None)
    if late:
        note = (
            f"{opened(facts.at(task))} có thời hạn {quoted(found[0])}, trong khi {what} {quoted(late)}; "
            "đề nghị điều chỉnh cho đúng trình tự."
        )
        yield at_task("deadline-order", task, note, [found[0], late])


def _subject(task: Task, facts: Facts) -> Sequence[str]:
    """The syllables of what a report is on; none where they say too little or the report may come early."""
    told = facts.found("report-subject", task.text)
    if told is None or any(
        facts.says(v, task.text) for v in ("interim-report", "plans-ahead", "yearly-report")
    ):
        return ()
    syllables = _SYLLABLE.findall(fold(told.groups["what"]))
    return syllables if len(syllables) >= _LEAST else ()


def _works_on(subject: Sequence[str], tasks: Sequence[Task]) -> Iterator[Deadline]:
    """The times of the work that the subject of a report names; few syllables name it only if one task alone opens with them."""
    if len(subject) < _TELLING:
        named = [t for t in tasks if opening(t.text, t).startswith(f"{' '.join(subject)} ")]
        yield from named[0].deadlines if len(named) == 1 else ()
        return
    for task in tasks:
        yield from (d for d in task.deadlines if set(subject) <= _clause_of(task, d))


def opening(text: str, task: Task) -> str:
    """Words of a task from what it does on, behind who does it and words of any work; folded."""
    return _LIGHT.sub("", fold(without_lead(text, task)), count=1)


def _clause_of(task: Task, deadline: Deadline) -> set[str]:
    """The syllables of the clause that a time closes, or opens as the first words of its task; of the row that it has a column of; none where
    it stands elsewhere.
    """
    before, said, behind = around(task.text, deadline)
    if is_row(task.id) and not said:
        return set(_SYLLABLE.findall(fold(task.text)))
    clause = _CLAUSE.split(before)[-1] if _SYLLABLE.search(before) else _CLAUSE.split(behind)[0]
    return set(_SYLLABLE.findall(fold(clause))) if said else set()


def too_early(task: Task, report: Deadline, work: Deadline, facts: Facts) -> Finding:
    """The finding that a report is due before the work ends."""
    note = (
        f"Tại {facts.at(task)}, thời hạn báo cáo kết quả {quoted(report)} sớm hơn thời điểm kết thúc công việc "
        f"({quoted(work)}); đề nghị thống nhất lại."
    )
    return at_task("report-before-completion", task, note, [report, work])


def is_usual(task: Task, due: date, end: End, facts: Facts) -> bool:
    """What offices do every year: report on a year, or a period told by its name alone, in its last weeks."""
    year_ends = (end.day.month, end.day.day) == (12, 31)
    named_alone = _is_whole_period(end.deadline)
    yearly = facts.says("yearly-report", task.text)
    return (year_ends or named_alone or yearly) and end.day - due <= _YEAR_END_LEEWAY


def _is_whole_period(deadline: Deadline) -> bool:
    """A month, a quarter, a year, a school year: nobody meant its last day."""
    return bool(as_date(deadline.start) and as_date(deadline.end)) and not names_a_day(deadline)


def _end_reported_on(task: Task, facts: Facts) -> End | None:
    """When the work that a report is on ends; `None` for reports that may come before it."""
    if _is_of_lower_level(task, facts):
        return None
    if facts.says("final-report", task.text):
        return _plan_end(facts) or _end_of_work(facts)
    results = facts.says("result-report", task.text) and not facts.says("interim-report", task.text)
    if not results or _is_on_other_work(task, facts):
        return None
    return _plan_end(facts)


def _is_of_lower_level(task: Task, facts: Facts) -> bool:
    """A report on what a lower level holds before (*hội khỏe cấp trường*), where the plan is not of that level."""
    level = facts.found("lower-level", task.text)
    named = fold(task.text[level.span.start : level.span.end]) if level else ""
    return bool(named) and named not in fold(facts.header.title.value or "")


def _is_on_other_work(task: Task, facts: Facts) -> bool:
    """Whether a report names a work of which the plan's title says little, and so is not on the plan as a whole."""
    title = facts.header.title.value if facts.header.title else None
    result = facts.found("result", task.text)
    on = task.text[result.span.end :] if result else ""
    recipient = facts.found("recipient-follows", on)
    told = _things(on[: recipient.span.start] if recipient else on)
    return bool(title) and len(told) >= _OTHER and is_foreign(told, _things(title or ""))


def _things(text: str) -> frozenset[str]:
    return syllables(p for p in vocabulary().say(text) if not p.action and p.weight > COMMON)


def _plan_end(facts: Facts) -> End | None:
    return _latest(facts.document_deadlines)


def _end_of_work(facts: Facts) -> End | None:
    """The latest day named for anything that is neither a report nor done after the work; a mere month or quarter is no day."""
    others = (t for t in facts.tasks if t.kind is TaskKind.ACTION and not facts.says("closing-step", t.text))
    return _latest(d for t in others for d in t.deadlines if not _is_whole_period(d))


def _latest(deadlines: Iterable[Deadline]) -> End | None:
    ends = [End(day, d) for d in deadlines if (day := as_date(d.end) or as_date(d.date))]
    return max(ends, key=lambda e: e.day, default=None)


def step_after_its_successor(facts: Facts) -> Iterator[Finding]:
    """A step due after the step that needs it."""
    tasks = {f"task:{t.id}": t for t in facts.tasks}
    for edge in facts.edges:
        before, after = tasks.get(edge.source), tasks.get(edge.target)
        sure = edge.kind is EdgeKind.PRECEDES and (edge.confidence or 0) >= SURE
        if sure and before and after and _has_own_limit(before) == _has_own_limit(after):
            yield from _out_of_order(before, after, "bước cần đến kết quả của nó", facts, edge.evidence)


def _has_own_limit(task: Task) -> bool:
    """Whether the latest limit stands in the task's own words or was given to it by a person; that of its stage says nothing of what prepares
    the next.
    """
    last = last_due(task)
    return last is not None and words_of(last[0]) in task.text


def child_after_parent(facts: Facts) -> Iterator[Finding]:
    """A detail due after the task that it details."""
    tasks = {t.id: t for t in facts.tasks}
    for child in facts.tasks:
        if child.parent and (parent := tasks.get(child.parent)):
            yield from _out_of_order(child, parent, "nhiệm vụ mà nó cụ thể hóa", facts)


def _out_of_order(
    before: Task, after: Task, what: str, facts: Facts, why: Evidence | None = None
) -> Iterator[Finding]:
    first, last = last_due(before), last_due(after)
    if first and last and first[1] > last[1]:
        yield Finding(
            code="deadline-order",
            where=(before.id, after.id),
            note=f"{opened(facts.at(before))} có thời hạn {show(first[1])}, sau thời hạn {show(last[1])} của {what} "
            f"tại {facts.at(after)}; đề nghị điều chỉnh cho đúng trình tự.",
            evidence=(*evidence_of([first[0], last[0]]), *((why,) if why else ())),
        )


def is_event(deadline: Deadline) -> bool:
    """Whether a time sets the day of an event."""
    return deadline.kind is DeadlineKind.DUE and deadline.qualifier is Qualifier.ON
