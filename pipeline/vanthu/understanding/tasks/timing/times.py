"""The times of tasks: their own words, and what brackets, lines, headings, columns and the plan's period add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

import regex

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.document.structure import Node, NodeKind
from vanthu.orthography import fold_spelling
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.periods import PeriodReader
from vanthu.understanding.deadlines.reader import DeadlineReader
from vanthu.understanding.deadlines.whole import spanned, year_named
from vanthu.understanding.deadlines.yearly import each_year
from vanthu.understanding.tasks.binding import Binder
from vanthu.understanding.tasks.timing.told_times import is_elsewhere, unique
from vanthu.understanding.tasks.tree import Tree

_SENTENCE = regex.compile(r"\p{Ll}[.;)]\s+(?=\p{Lu})")
_YEARS_ALONE = regex.compile(
    r"\A[^\d/]*(?:năm\s*)?20\d\d(?:\D{1,20}20\d\d)?\Z(?<!(?:tháng|quý)[^,]*)", regex.IGNORECASE
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_HEADING_WORDS = 25
_TITLE_WORDS = 3  # fewer are the name of a stage, whose years bind


@dataclass(frozen=True)
class Times:
    """Reads the deadlines of one plan."""

    plan: Plan
    tree: Tree
    reader: DeadlineReader
    context: TimeContext
    periods: PeriodReader

    def context_of(self, index: int) -> TimeContext:
        """The plan's context, with the year of the nearest heading above that names one, or the time that such a heading is."""
        for above in self.tree.ancestors(index):
            if self.periods.is_period(self.tree.words(above)) and (named := self._under_period(above)):
                return named
            words = self.tree.words(above)
            year = year_named(words) if len(words.split()) <= _HEADING_WORDS else None
            if year:
                return replace(self.context, year=year, source=f"tiêu đề mục {self.tree.nodes[above].path}")
        return self.context

    def _under_period(self, above: int) -> TimeContext | None:
        """The context under *Tháng 9/2025*; `None` where its days are unknown."""
        period = spanned(self._read(above, self.context))
        return self.context.within(period, f"tiêu đề mục {self.tree.nodes[above].path}") if period else None

    def in_span(self, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
        """The deadlines in a part of the plan's text."""
        return self.reader.in_span(self.plan, span, context)

    def own(self, index: int) -> tuple[Deadline, ...]:
        """The deadlines in a node's own text."""
        context = self.context_of(index)
        found = self._read(index, context)
        comes_again = found and not context.year and not context.period and self._opens_round(index)
        return tuple(map(each_year, found)) if comes_again else found

    def _opens_round(self, index: int) -> bool:
        """*- Báo cáo năm: trước ngày 15/12* under *định kỳ báo cáo như sau:*; in a plan with a period of its own the day is one."""
        above = self.tree.introduction(index)
        opener = self.tree.nodes[index].parent if above is None else above
        words = self.tree.words(index)
        return opener is not None and self.reader.links.opens_round(self.tree.words(opener), words)

    def _read(self, index: int, context: TimeContext) -> tuple[Deadline, ...]:
        return self.in_line(self.tree.nodes[index].span, context)

    def in_line(self, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
        """The deadlines in a whole line; one that is a period and nothing else is read without the number before it."""
        found = self.in_span(span, context)
        alone = not found and self.periods.is_period(self.tree.text[span])
        return self.reader.alone(self.plan, span, context) if alone else found


def document_deadlines(times: Times, binder: Binder) -> tuple[Deadline, ...]:
    """Times that bind the whole plan, each once."""
    found = [
        deadline
        for index in range(len(times.tree.nodes))
        if index not in binder.tasks and _is_of_document(times, binder, index)
        for deadline in times.own(index)
    ]
    return tuple(unique(found))


def handed_down(times: Times, binder: Binder) -> dict[int, list[Deadline]]:
    """For every task the deadlines of the lines and headings that bind it; the years of a title bind what has no other time."""
    bound: dict[int, list[Deadline]] = {}
    lines = [index for index in range(len(times.tree.nodes)) if _stands_apart(times, binder, index)]
    for line in lines:
        for owner, deadline in _handed_by(times, binder, line):
            bound.setdefault(owner, []).append(deadline)
    for line in lines:
        for owner, deadline in _titled_by(times, binder, line):
            if owner not in bound and not times.own(owner):
                bound[owner] = [deadline]
    return bound


def _stands_apart(times: Times, binder: Binder, index: int) -> bool:
    """Whether a node is a heading or a line of its own, no task and no time of the whole plan."""
    is_row = times.tree.nodes[index].kind is NodeKind.ROW
    return not (index in binder.tasks or is_row or _is_of_document(times, binder, index))


def _is_of_document(times: Times, binder: Binder, index: int) -> bool:
    """Whether a line's time is the whole plan's; so is that of *Thời gian: từ ... đến ..., chia làm 03 bước:* before steps with theirs."""
    return binder.binds_document(index) or (binder.names_time(index) and _opens_stages(times, binder, index))


def _opens_stages(times: Times, binder: Binder, index: int) -> bool:
    bound = binder.bound_by(index)
    return bool(bound) and all(
        any(a > index and spanned(times.own(a)) for a in times.tree.ancestors(owner)) for owner in bound
    )


def _handed_by(times: Times, binder: Binder, line: int) -> Iterator[tuple[int, Deadline]]:
    """Tasks with what a line tells them. A line that is a period and nothing else tells nothing to work with its own time; that of a stage
    in brackets (*Giai đoạn 1 (từ ... đến ...)*) bounds that, too.
    """
    owners = _owners(times, binder, line)
    told = [
        _from(d, times.tree.nodes[line])
        for d in (_told_to_others(times, line) if owners else ())
        if not _is_of_money(times, binder, line, d)
    ]
    words = times.tree.words(line)
    only_period = bool(told) and "(" not in words and times.periods.is_period(words)
    for owner in owners if told else ():
        own = times.own(owner)
        if not (own and only_period):
            yield from (
                (owner, d) for d in told if not (is_elsewhere(own, d) or _is_of_parts(times, d, line, owner))
            )


def _is_of_parts(times: Times, deadline: Deadline, line: int, owner: int) -> bool:
    """*II. LỊCH TỪNG THÁNG* above *1. Tháng 9*: the rhythm says how the headings below part the work, not that all comes each month."""
    if deadline.kind is not DeadlineKind.RECURRING:
        return False
    between = takewhile(lambda above: above != line, times.tree.ancestors(owner))
    return any(times.periods.is_period(times.tree.words(above)) for above in between)


def _is_of_money(times: Times, binder: Binder, line: int, deadline: Deadline) -> bool:
    """*Kinh phí: ...; các phòng quyết toán trước ngày 31/12*: the time of the money, not of the work above."""
    at = deadline.evidence.span if deadline.evidence else None
    start = times.tree.nodes[line].span.start
    values = (a.value for a in binder.chooser.sentence(line).attributes if a.kind == "money")
    return at is not None and any(v.start <= at.start - start < v.end for v in values)


def _titled_by(times: Times, binder: Binder, line: int) -> Iterator[tuple[int, Deadline]]:
    """Tasks under a title with its years."""
    owners = _owners_of_title(times, binder, line)
    for deadline in _of_title(times, line):
        told = _from(deadline, times.tree.nodes[line])
        yield from ((owner, told) for owner in owners)


def _owners_of_title(times: Times, binder: Binder, index: int) -> tuple[int, ...]:
    """Tasks under a title; a row of a table has its own column of time."""
    return tuple(o for o in binder.under_heading(index) if times.tree.nodes[o].kind is not NodeKind.ROW)


def _of_title(times: Times, index: int) -> Iterable[Deadline]:
    """The years of a title, which bind what has no time of its own."""
    if times.tree.nodes[index].kind is not NodeKind.SECTION:
        return ()
    words = times.tree.words(index)
    return (
        [d for d in times.own(index) if _is_of_title(d, words)]
        if len(words.split()) <= _HEADING_WORDS
        else ()
    )


def _told_to_others(times: Times, index: int) -> Iterable[Deadline]:
    """The times of a node that hands them down; of a paragraph of several sentences those of the last, which opens the list."""
    node = times.tree.nodes[index]
    if node.kind is not NodeKind.PARAGRAPH:
        words = times.tree.words(index)
        is_heading = node.kind is NodeKind.SECTION
        told = (d for d in times.own(index) if not _is_of_title(d, words))
        return [d for d in told if not (is_heading and _is_topic(d, words))]
    ends = [m.end() for m in _SENTENCE.finditer(times.tree.words(index))]
    start = node.span.start + (ends[-1] if ends else 0)
    return times.in_span(Span(start, node.span.end), times.context_of(index))


def _is_of_title(deadline: Deadline, words: str) -> bool:
    """*MỘT SỐ NHIỆM VỤ TỪ NAY ĐẾN NĂM 2030*, *NHIỆM VỤ THƯỜNG XUYÊN*: what a title says of time binds less than any nearer time."""
    if deadline.kind is DeadlineKind.ONGOING:
        return _ends_title(deadline, words, 1)
    in_years = (
        deadline.kind is DeadlineKind.WINDOW and _YEARS_ALONE.search(fold_spelling(deadline.raw)) is not None
    )
    return in_years and _ends_title(deadline, words, _TITLE_WORDS)


def _is_topic(deadline: Deadline, words: str) -> bool:
    """*2. Các hoạt động trong chiến dịch hè*, *I. Trước mùa bão*: an event in a title says what the work below is about, not when it is
    due; in brackets, behind a colon or before one it binds.
    """
    before, _, after = words.partition(deadline.raw)
    set_apart = before.rstrip().endswith(("(", ":")) or after.rstrip().endswith(":")
    return deadline.kind is DeadlineKind.RELATIVE and not set_apart


def _ends_title(deadline: Deadline, words: str, least: int) -> bool:
    """Whether so many words or more stand before a time, and no bracket or colon sets it apart from them."""
    title = words.partition(deadline.raw)[0].rstrip()
    return len(_WORD.findall(title)) >= least and title[-1] not in "(:"


def _from(deadline: Deadline, node: Node) -> Deadline:
    """The deadline with a word on where it stands."""
    said = f"thời hạn ghi tại mục {node.path}"
    return deadline.model_copy(update={"assumptions": (*deadline.assumptions, said)})


def _owners(times: Times, binder: Binder, index: int) -> tuple[int, ...]:
    sentence = binder.chooser.sentence(index)
    if sentence.is_bracketed or sentence.is_attribute:
        return _item_of_steps(times, binder, index, binder.bound_by(index))
    return binder.under_heading(index) if _may_hand_down(times, index) else ()


def _item_of_steps(times: Times, binder: Binder, index: int, owners: tuple[int, ...]) -> tuple[int, ...]:
    """A line of time under the last of several steps that each have a day speaks of the item that has the steps."""
    step = times.tree.nodes[index].parent
    item = times.tree.nodes[step].parent if step is not None and owners == (step,) else None
    if item is None or item not in binder.tasks:
        return owners
    steps = [s for s in times.tree.children(item) if s in binder.tasks]
    dated = len(steps) > 1 and steps[-1] == step and all(times.own(s) for s in steps)
    return (item,) if dated else owners


def _may_hand_down(times: Times, index: int) -> bool:
    node = times.tree.nodes[index]
    words = times.tree.words(index)
    is_heading = node.kind is NodeKind.SECTION and len(words.split()) <= _HEADING_WORDS
    is_stage = bool(times.tree.children(index)) and times.periods.is_period(words)
    return is_heading or is_stage or times.tree.opens_list(index)
