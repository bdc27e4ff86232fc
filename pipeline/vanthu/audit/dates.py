"""Checks of single dates: against the day of issue, the calendar, the day of the week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

import regex

from vanthu.audit.facts import Facts, as_date, due_day, is_given, opened, quoted, show
from vanthu.audit.weekdays import says_rightly
from vanthu.audit.whole_dates import impossible_day
from vanthu.document.content import Deadline, DeadlineKind, Finding, Qualifier, Severity, Task, TaskKind
from vanthu.document.evidence import Evidence
from vanthu.times.placing import IMPOSSIBLE

_LIMITS = (Qualifier.BEFORE, Qualifier.BY)
_YEAR = regex.compile(r"(?:19|20)\d\d")
A_QUARTER = timedelta(days=93)  # at most
# *tháng 4 - 5/2026*, *03 tháng 6, 7, 8* name months and no day, *dịp 30/4* a feast
_EXPLICIT_DAY = regex.compile(
    r"(?<!\d|tháng\s*|dịp\s+(?:lễ\s+)?)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|(?:ngày|mùng|mồng)\s*\d"
    r"|\d{1,2}\s+tháng\s+\d{1,2}(?!\d|(?:\s*,\s*\d{1,2})*\s*(?:,|và)\s*\d{1,2}(?!\d|\s*(?:tháng|giờ|h)))",
    regex.IGNORECASE,
)
_BARE_DAY = regex.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?")


def evidence_of(deadlines: Iterable[Deadline]) -> tuple[Evidence, ...]:
    """What the deadlines rest on."""
    return tuple(d.evidence for d in deadlines if d.evidence)


def at_task(code: str, task: Task, note: str, deadlines: Iterable[Deadline]) -> Finding:
    """A finding about the times of one task, with what they rest on."""
    return at_tasks(code, (task,), note, deadlines)


def at_tasks(code: str, tasks: Iterable[Task], note: str, deadlines: Iterable[Deadline]) -> Finding:
    """A finding about the times of several tasks, with what they rest on."""
    return Finding(code=code, where=tuple(t.id for t in tasks), note=note, evidence=evidence_of(deadlines))


def deadline_before_issue(facts: Facts) -> Iterator[Finding]:
    """A due date before the day of issue; one finding for a task, and one for the whole plan. Of a month without its day the first day counts."""
    issued = facts.earliest_issue
    if issued is None:
        return
    for owner, deadlines in facts.owned():
        late = [
            d
            for d in deadlines
            if (day := due_day(d)) and day < issued and not _is_state(owner, d, day, facts)
        ]
        if late:
            days = ", ".join(quoted(d) for d in late)
            yield Finding(
                code="deadline-before-issue",
                where=(owner,),
                note=f"Tại {facts.told(owner)}, thời hạn {days} đã qua khi văn bản được ban hành "
                f"({_issue(facts)}); đề nghị kiểm tra lại.",
                severity=Severity.ERROR,
                evidence=(*evidence_of(late), *facts.issued_evidence),
            )


def _is_state(owner: str, deadline: Deadline, day: date, facts: Facts) -> bool:
    """*Hồ sơ đã nộp trước ngày 05/9*: a passed day that tells which things are meant."""
    issued = facts.earliest_issue
    return issued is not None and day < issued and facts.follows("past-state", owner, deadline)


def _issue(facts: Facts) -> str:
    """The day of issue, or its month."""
    if facts.issued_on:
        return f"ngày {show(facts.issued_on)}"
    return f"tháng {facts.earliest_issue:%m/%Y}" if facts.earliest_issue else "chưa rõ ngày"


def start_before_issue(facts: Facts) -> Iterator[Finding]:
    """A period with a named first day that begins before the day of issue.

    A month or a week of it that is under way when the plan is issued is no fault, nobody meant its first day; one that is over is.
    """
    issued = facts.earliest_issue
    seen: set[tuple[str | None, str | None]] = set()
    for owner, deadline in facts.deadlines():
        start = as_date(deadline.start)
        key = (deadline.start, deadline.end)
        if (
            issued is None
            or start is None
            or start >= issued
            or key in seen
            or not (_names_its_first_day(deadline, start) or _is_over(deadline, issued))
            or facts.follows("past-state", owner, deadline)
            or _looks_back(owner, deadline, issued, facts)
        ):
            continue
        seen.add(key)
        yield Finding(
            code="start-before-issue",
            where=(owner,),
            note=f"{opened(facts.place(owner))}: thời gian {quoted(deadline)} bắt đầu trước khi văn bản được "
            f"ban hành ({_issue(facts)}); đề nghị kiểm tra lại.",
            evidence=(*evidence_of([deadline]), *facts.issued_evidence),
        )


def ends_before_it_begins(facts: Facts) -> Iterator[Finding]:
    """*Từ ngày 25/6/2024 đến ngày 30/4/2024*, a period or the days of a rhythm; a year that is not written at both ends may be another one."""
    for owner, deadline in facts.deadlines():
        start, end = as_date(deadline.start), as_date(deadline.end or deadline.until)
        if start and end and end < start and len(_YEAR.findall(deadline.raw)) > 1:
            yield Finding(
                code="deadline-order",
                where=(owner,),
                note=f"{opened(facts.place(owner))}: thời gian {quoted(deadline)} kết thúc trước khi bắt đầu; đề nghị kiểm tra lại.",
                evidence=evidence_of([deadline]),
            )


def _is_over(deadline: Deadline, issued: date) -> bool:
    """*trong tháng 02/2025* in March: a month or a quarter, told with its number, of which nothing is left."""
    start, end = as_date(deadline.start), as_date(deadline.end)
    if start is None or end is None:
        return False
    return end - start < A_QUARTER and end < issued and regex.search(r"\d", deadline.raw) is not None


def _looks_back(owner: str, deadline: Deadline, issued: date, facts: Facts) -> bool:
    """*Trên cơ sở kết quả rà soát từ 01/3 đến 31/5*: a period that is over, of work that the task starts from."""
    end = as_date(deadline.end)
    return end is not None and end < issued and facts.follows("looks-back", owner, deadline)


def names_a_day(deadline: Deadline) -> bool:
    """*từ ngày 05/3* does, and a person who gives one; of a month, a week of it, a school year nobody meant the first day."""
    return is_given(deadline) or _EXPLICIT_DAY.search(deadline.raw) is not None


def _names_its_first_day(deadline: Deadline, start: date) -> bool:
    """*vào ngày 15 hằng tháng trong năm 2025* names a day, but not the first one of the year."""
    comes_again = deadline.kind is DeadlineKind.RECURRING
    told = f"/{start.day}/{start.month}/" in f"/{_bare(deadline.raw)}/"
    return names_a_day(deadline) and (told or not comes_again)


def deadline_on_day_off(facts: Facts) -> Iterator[Finding]:
    """A limit that falls on a day off; one finding a date. Events meant for that day are no limits, nor is what they need by then."""
    meant = _days_of_events(facts)
    shared: dict[date, list[tuple[str, Deadline]]] = defaultdict(list)
    for task, deadline, day in facts.dues():
        if (
            day not in meant
            and not _is_state(task.id, deadline, day, facts)
            and facts.day_off(day)
            and _is_limit(task, deadline, facts)
            and not says_rightly(deadline.raw, day)
        ):
            shared[day].append((task.id, deadline))
    for deadline in facts.document_deadlines:
        day_or_none = as_date(deadline.date)
        limits = deadline.qualifier in _LIMITS and names_a_day(deadline)
        if day_or_none and limits and facts.day_off(day_or_none):
            shared[day_or_none].append(("document", deadline))
    for day, found in sorted(shared.items()):
        owners = tuple(dict.fromkeys(owner for owner, _ in found))
        yield Finding(
            code="deadline-on-day-off",
            where=owners,
            note=f"Thời hạn {show(day)} tại {'; '.join(map(facts.place, owners))} rơi vào ngày nghỉ "
            f"({facts.day_off(day)}); đề nghị cân nhắc chuyển sang ngày làm việc.",
            severity=Severity.NOTE,
            evidence=evidence_of(d for _, d in found),
        )


def _days_of_events(facts: Facts) -> frozenset[date]:
    """Days that the plan sets for an event, its own, or one in a task or a timetable; *ban hành văn bản trong ngày ...* is none."""
    held = (
        day
        for task, deadline, day in facts.dues()
        if deadline.qualifier is Qualifier.ON
        and not facts.says("delivered", task.text)
        and not _is_limit(task, deadline, facts)
    )
    told = (day for row in facts.schedule if (day := as_date(row.when)))
    own = (day for d in facts.document_deadlines if d.qualifier is Qualifier.ON and (day := due_day(d)))
    return frozenset((*held, *told, *own))


def _is_limit(task: Task, deadline: Deadline, facts: Facts) -> bool:
    """Whether work must be done by that day: said so, or given by a person, or the day of a report, or a bare day beside paperwork in a table.

    *Trước Tết Nguyên đán*, *trước tháng 9*, *hết tháng 8* name the feast, the month as the border; nobody overlooked that its day is off.
    """
    if not names_a_day(deadline):
        return False
    if deadline.qualifier in _LIMITS or is_given(deadline):
        return not _is_meant(task, deadline, facts)
    if deadline.qualifier is not Qualifier.ON:
        return False
    return task.kind is TaskKind.REPORT or (_is_bare(deadline) and facts.says("delivered", task.text))


def _is_meant(task: Task, deadline: Deadline, facts: Facts) -> bool:
    """Whether nobody overlooked that the day is off: days off are said to count, the limit comes again every year (no time of the task
    names one), the day is that of an event.
    """
    said = facts.says("days-off-count", task.text)
    one_year = any(_YEAR.search(d.raw) for d in task.deadlines)
    again = facts.says("every-period", task.text) and not one_year
    return said or again or (_is_bare(deadline) and facts.says("held", task.text))


def _is_bare(deadline: Deadline) -> bool:
    return _BARE_DAY.fullmatch(deadline.raw.strip()) is not None


def invalid_date(facts: Facts) -> Iterator[Finding]:
    """A date that no calendar has (31/6); a day whose year or month is unknown is no such date."""
    told: list[str] = []
    for owner, deadline in facts.deadlines():
        if IMPOSSIBLE in deadline.assumptions and not facts.follows("numbers", owner, deadline):
            told.append(deadline.raw)
            yield _impossible(owner, deadline.raw, evidence_of([deadline]), facts)
    for owner, evidence in _impossible_elsewhere(facts):
        told.append(evidence.quote)
        yield _impossible(owner, " ".join(evidence.quote.split()), (evidence,), facts)
    for evidence in facts.impossible:
        day = _bare(evidence.quote)
        if not any(day in _bare(said) for said in told):
            told.append(evidence.quote)
            yield _impossible("text", " ".join(evidence.quote.split()), (evidence,), facts)


def _bare(said: str) -> str:
    """The figures of a date, as they are told in short and in long (*ngày 31/4/2025*, *31 tháng 4 năm 2025*)."""
    return "/".join(part.lstrip("0") for part in regex.findall(r"\d+", said))


def _impossible_elsewhere(facts: Facts) -> Iterator[tuple[str, Evidence]]:
    """Of the day of issue, of timetables, of cited documents (each once)."""
    issued = facts.issued_evidence if not facts.recognised else ()
    yield from (("document.issued_on", e) for e in issued if impossible_day(e.quote))
    yield from (("schedule", e) for table in facts.timetables for e in table.impossible)
    for citation in facts.citations:
        wrong = (e for e in citation.evidence if impossible_day(e.quote))
        yield from (("citations", e) for e in islice(wrong, 1))


def _impossible(owner: str, raw: str, evidence: tuple[Evidence, ...], facts: Facts) -> Finding:
    return Finding(
        code="invalid-date",
        where=(owner,),
        note=f"{opened(facts.place(owner))} ghi “{raw}”, là ngày không có trong lịch; đề nghị sửa lại.",
        severity=Severity.ERROR,
        evidence=evidence,
    )
