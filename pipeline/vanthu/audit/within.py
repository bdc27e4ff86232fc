"""Checks inside one task: a step that is told last but due first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from vanthu.audit.across.vocabulary import vocabulary
from vanthu.audit.dates import at_task, names_a_day
from vanthu.audit.facts import Facts, as_date, quoted, words_of
from vanthu.audit.order import End, is_event, is_usual, too_early
from vanthu.document.content import Deadline, DeadlineKind, Finding, Task, TaskKind
from vanthu.orthography import fold

_CLAUSE = regex.compile(r"[;.]\s")
_PHASE = regex.compile(r"\W*(?:đợt|giai đoạn|bước|vòng|kỳ)\s+\w+\W*(?:từ\W*)?")  # its steps lie in it


class _Part(NamedTuple):
    """A time of a task with the words that lead to it."""

    words: str
    deadline: Deadline


def steps_of_one_task(facts: Facts) -> Iterator[Finding]:
    """*Rà soát từ 01/9 đến 14/12; báo cáo kết quả trước 08/12*; *nhập liệu xong trước 30/11, nghiệm thu xong trong ngày 25/11*."""
    for task in facts.tasks:
        found = next((f for a, b in pairwise(_parts(task)) if (f := _out_of_order(task, a, b, facts))), None)
        if found:
            yield found


def _parts(task: Task) -> Iterator[_Part]:
    """The dated parts of a task in the order of its text; times handed down from headings are not among them."""
    at = 0
    for deadline in task.deadlines:
        words = words_of(deadline)
        start = task.text.find(words, at) if words else -1
        dated = deadline.kind in (DeadlineKind.DUE, DeadlineKind.WINDOW) and not _is_feast(deadline)
        if start >= 0 and dated and (as_date(deadline.date) or as_date(deadline.end)):
            yield _Part(task.text[at:start], deadline)
            at = start + len(words)


def _is_feast(deadline: Deadline) -> bool:
    """*Dựng sân khấu đêm Trung thu, nghiệm thu trước ngày 30/8*: a day that nobody wrote down is what the work is for."""
    return is_event(deadline) and not names_a_day(deadline)


def _out_of_order(task: Task, first: _Part, then: _Part, facts: Facts) -> Finding | None:
    ends = [as_date(p.deadline.date) or as_date(p.deadline.end) for p in (first, then)]
    if ends[0] is None or ends[1] is None or ends[1] >= ends[0]:
        return None
    if _closes_the_same_paper(first.words, then.words, facts):
        return _too_late(task, first.deadline, then.deadline, facts)
    if facts.says("interim-report", then.words) or facts.says("plans-ahead", then.words):
        return None
    if _prepares_meeting(first, then, facts):
        return None
    if _only_says("reports", then.words, facts) or _reports_on_a_period(task, first, facts):
        usual = is_usual(task, ends[1], End(ends[0], first.deadline), facts)
        return None if usual else too_early(task, then.deadline, first.deadline, facts)
    late = _only_says("closing-step", then.words, facts) and not _PHASE.fullmatch(fold(first.words))
    return _too_late(task, first.deadline, then.deadline, facts) if late else None


def _closes_the_same_paper(first: str, then: str, facts: Facts) -> bool:
    """*Lập dự toán ..., phê duyệt dự toán*: what is approved last is what was drawn up first."""
    paper = facts.found("plans-ahead", then)
    closes = facts.found("closing-step", then)
    named = fold(then[paper.span.start : paper.span.end]) if paper else ""
    return bool(paper and closes and closes.span.start < paper.span.start and named in fold(first))


def _prepares_meeting(first: _Part, then: _Part, facts: Facts) -> bool:
    """*Tổng kết ngày 15/6, các tổ gửi báo cáo tổng kết trước ngày 10/6*: what is handed in for a meeting comes before it."""
    meets = is_event(first.deadline) and facts.says("closing-step", first.words)
    return meets and facts.says("final-report", then.words)


def _only_says(value: str, words: str, facts: Facts) -> bool:
    """Whether what follows reports on the work before it, or closes it; *kiểm đếm vật tư, báo cáo* does other work and reports on that."""
    clause = _CLAUSE.split(words)[-1]
    found = facts.found(value, clause)
    if found is None or clause == words:
        return found is not None
    vocabulary_ = vocabulary()
    return not set(vocabulary_.actions(vocabulary_.say(clause[: found.span.start])))


def _reports_on_a_period(task: Task, first: _Part, facts: Facts) -> bool:
    """*Báo cáo kết quả đợt cao điểm (từ 01/5 đến 25/6) trước ngày 20/5*: what is reported on stands before the limit."""
    on_it = first.deadline.kind is DeadlineKind.WINDOW and facts.says("result-report", first.words)
    return on_it and task.kind is TaskKind.REPORT and not facts.says("interim-report", task.text)


def _too_late(task: Task, work: Deadline, closing: Deadline, facts: Facts) -> Finding:
    note = (
        f"Tại {facts.at(task)}, bước sau có thời hạn {quoted(closing)}, sớm hơn thời hạn {quoted(work)} của việc "
        "phải xong trước nó; đề nghị điều chỉnh cho đúng trình tự."
    )
    return at_task("deadline-order", task, note, [work, closing])
