"""The times of a cell in a column of time, where a month or a day may stand bare between words of work (*dự thảo quý II, ban hành quý III*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.geometry import Span
from vanthu.orthography import fold_spelling
from vanthu.times.context import TimeContext
from vanthu.understanding.tasks.timing.times import Times

_CLAUSE = regex.compile(r"[^;\n]+")
_PART = regex.compile(r"(?:[^,(]|\([^()]*\)?)+,?")
# the words before a time that make it another thing's: the figures of a month, the plan of five years, the number of a document
_BEGIN = regex.compile(
    r"(?<!\m(?:báo\s+cáo|kế\s+hoạch|dự\s+toán|số\s+liệu|chương\s+trình|chỉ\s+tiêu|kỳ|theo|từ|(?<!\m(?:đợt|lần|vòng|bước|đoạn)\s)\d+)\s+|/\p{Lu}[\w-]*\s+)"
    r"\m(?:(?:đầu|giữa|cuối|ngày|tuần|tháng|quý|năm)\s+(?=[^\d,]{0,15}[\dIVX])"
    # a day without a word before it; *3/10 thôn*, *tỷ lệ 3/4* are shares
    r"|(?<!ngày\s|tỷ\s+lệ\s+|(?:đạt|bằng|chiếm)\s+|[\d/–-])"
    r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?/\d{1,4}(?=\s*(?:[,;.(–-]|(?:đến|và)\s|\Z)))",
    regex.IGNORECASE,
)
# the end of a word, but not within a list that goes on with a bare number
_WORD_END = regex.compile(r"(?<=[\w)])(?=[\s.,;:(]|\Z)(?!\s*(?:[,–-]|và|đến|tới)\s*\d{1,2}(?![\d/]))")
_LONGEST = 45  # characters of a list of times
_POINTS = (DeadlineKind.DUE, DeadlineKind.WINDOW)


def in_cell(clock: Times, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
    """The deadlines of a cell: those that its sentence tells, and the times that stand bare in the parts where it tells none."""
    found = clock.in_span(span, context)
    bare = [d for run in _unread(clock, span, found) for d in _bare(clock, run, context)]
    return tuple(sorted((*found, *bare), key=_start)) if bare else found


def _place(deadline: Deadline) -> Span:
    at = deadline.evidence.span if deadline.evidence else None
    return at or Span(0, 0)


def _start(deadline: Deadline) -> int:
    return _place(deadline).start


def _unread(clock: Times, span: Span, found: Sequence[Deadline]) -> Iterator[Span]:
    """The longest runs of parts of a clause, from comma to comma, that hold nothing of what was found."""
    text, seen = clock.tree.text.value, [_place(d) for d in found]
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        start = clause.start()
        for part in _PART.finditer(text, clause.start(), clause.end()):
            if any(s.start < part.end() and part.start() < s.end for s in seen):
                yield Span(start, part.start())
                start = part.end()
        yield Span(start, clause.end())


def _bare(clock: Times, run: Span, context: TimeContext) -> Iterator[Deadline]:
    """From each place where a time may begin, the longest stretch that is a time and nothing else."""
    text, read_to = fold_spelling(clock.tree.text.value), run.start
    for begin in _BEGIN.finditer(text, run.start, run.end):
        if begin.start() < read_to:
            continue
        last = min(run.end, begin.start() + _LONGEST)
        ends = [e.start() for e in _WORD_END.finditer(text, begin.start() + 1, last)]
        for end in reversed(ends):
            if told := _alone(clock, Span(begin.start(), end), context):
                yield from told
                read_to = end
                break


def _alone(clock: Times, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
    """The days or periods that a stretch is; none where it holds other words, too."""
    told = clock.reader.alone(clock.plan, span, context)
    return told if all(d.kind in _POINTS and _place(d) == span for d in told) else ()
