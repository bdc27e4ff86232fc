"""From the outline to tasks: choose the nodes, read each, bind to it what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from vanthu.document.content import Deadline, Target, Task, TaskKind, Unit
from vanthu.document.plan import Plan
from vanthu.document.structure import NodeKind, SectionRole
from vanthu.rulebook import Rulebook
from vanthu.times.context import TimeContext
from vanthu.understanding.columns.columns import Column
from vanthu.understanding.deadlines.periods import PeriodReader
from vanthu.understanding.deadlines.reader import LABEL, DeadlineReader
from vanthu.understanding.deadlines.whole import issue_context, spanned, title_period
from vanthu.understanding.sentences import measures
from vanthu.understanding.sentences.learned import with_names_of
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.tasks import doubts
from vanthu.understanding.tasks.binding import Binder
from vanthu.understanding.tasks.choice import Choice, Chooser
from vanthu.understanding.tasks.identity import task_uid
from vanthu.understanding.tasks.parties import Parties, Parts
from vanthu.understanding.tasks.rows import Rows
from vanthu.understanding.tasks.timing import times
from vanthu.understanding.tasks.timing.timed_rows import times_of_row
from vanthu.understanding.tasks.timing.told_times import beside_column, unique
from vanthu.understanding.tasks.tree import Tree
from vanthu.understanding.units.known_as import UnitNames, introduced

_DUE = "deadline.due"  # rules on single days
_WINDOW = "deadline.window"  # and on spans of days
_LENGTH = "deadline.relative"  # and on lengths of time
_RHYTHM = "deadline.recurring"  # and on what comes again and again


class Extraction(NamedTuple):
    """What a plan orders, and the times and aims of the whole."""

    tasks: tuple[Task, ...]
    document_deadlines: tuple[Deadline, ...]
    document_targets: tuple[Target, ...] = ()


@dataclass(frozen=True)
class _Extractor:
    plan: Plan
    rules: SentenceRules
    reader: DeadlineReader
    names: UnitNames
    periods: PeriodReader

    @cached_property
    def tree(self) -> Tree:
        return Tree(self.plan.outline or (), self.plan.need_text())

    @cached_property
    def chooser(self) -> Chooser:
        return Chooser(
            self.tree,
            self.rules,
            has_date=lambda index: self._tells_time(index, _DUE),
            has_window=lambda index: self._tells_time(index, _WINDOW),
            has_length=lambda index: self._tells_time(index, _LENGTH),
            has_rhythm=lambda index: self._tells_time(index, _RHYTHM),
            opens_with_time=self._opens_with_time,
            rows=frozenset(self.rows.chosen),
        )

    def _tells_time(self, index: int, rules: str) -> bool:
        span = self.tree.nodes[index].span
        return any(
            m.label == LABEL and m.rule.startswith(rules) and span.covers(m.span)
            for m in self.plan.mentions or ()
        )

    def _opens_with_time(self, index: int) -> bool:
        span = self.tree.nodes[index].span
        words = self.tree.words(index)
        front = span.start + len(words) - len(words.lstrip())
        return any(m.label == LABEL and m.span.start == front for m in self.plan.mentions or ())

    @cached_property
    def rows(self) -> Rows:
        return Rows(self.tree, self.plan.tables or (), self.rules)

    @cached_property
    def chosen(self) -> Mapping[int, Choice]:
        if gives_no_tasks(self.plan, self.rules):
            return {}
        both = {**self.chooser.chosen, **self.rows.chosen}
        return {index: both[index] for index in sorted(both)}

    @cached_property
    def binder(self) -> Binder:
        return Binder(self.chooser, frozenset(self.chosen))

    @cached_property
    def parties(self) -> Parties:
        return Parties(self.plan, self.binder, self.rows)

    def run(self) -> Extraction:
        title = title_period(self.plan, self.reader)
        whole = self._times(issue_context(self.plan, title))
        documents = times.document_deadlines(whole, self.binder)
        period = spanned(documents) or title
        clock = self._times(issue_context(self.plan, period))
        down = times.handed_down(clock, self.binder)
        parts = {index: self.parties.of(index) for index in self.chosen}
        self.names.learn(u.name for p in parts.values() for u in (*p.lead, *p.coordinate))
        tasks = tuple(self._task(i, c, parts[i], clock, down.get(i, ())) for i, c in self.chosen.items())
        return Extraction(tasks, documents, self._aims())

    def _aims(self) -> tuple[Target, ...]:
        """The aims of the whole plan: those in its sections of targets, each once."""
        words = (
            self.tree.words(i)
            for i, node in enumerate(self.tree.nodes)
            if node.role is SectionRole.TARGETS and i not in self.chosen
        )
        found = (t for w in words for t in measures.targets(w, self.rules.targets))
        return tuple(dict.fromkeys(found))

    def _times(self, context: TimeContext) -> times.Times:
        return times.Times(self.plan, self.tree, self.reader, context, self.periods)

    def _parent(self, index: int) -> str | None:
        if self.rows.is_row(index):
            above = self.rows.parent(index)
            return self.tree.nodes[above].path if above in self.chosen and above is not None else None
        sentence = self.chooser.sentence(index)
        plain = self.tree.nodes[index].kind is NodeKind.PARAGRAPH
        if sentence.is_closing or (plain and sentence.oversees_paper):
            return None
        holder = next((h for h in self.chooser.holders(index) if h in self.chosen), None)
        return self.tree.nodes[holder].path if holder is not None else None

    def _kind(self, index: int, text: str) -> TaskKind:
        sentence = Sentence(text, self.rules) if self.rows.is_row(index) else self.chooser.sentence(index)
        role = self.tree.nodes[index].role
        is_report = (
            sentence.reports
            or sentence.is_closing
            or (role is SectionRole.REPORTING and sentence.tells_of_report)
        )
        return TaskKind.REPORT if is_report else TaskKind.ACTION

    def _deadlines(self, index: int, clock: times.Times, down: Sequence[Deadline]) -> tuple[Deadline, ...]:
        if not self.rows.is_row(index):
            return tuple(unique([*clock.own(index), *down]))
        context = clock.context_of(index)
        found, told = times_of_row(self.rows, index, clock, context)
        return tuple(unique([*found, *told, *beside_column(told, down)]))

    def _task(
        self, index: int, choice: Choice, parts: Parts, clock: times.Times, down: Sequence[Deadline]
    ) -> Task:
        node = self.tree.nodes[index]
        span = (self.rows.span(index, Column.WORK) if self.rows.is_row(index) else None) or node.span
        text = " ".join(self.tree.text[span].split())
        evidence = self.plan.evidence(span)
        deadlines = self._deadlines(index, clock, down)
        time = self.rows.cell(index, Column.TIME) if self.rows.is_row(index) else ""
        found = (
            parts.doubt,
            doubts.of_role(self.chooser, index),
            doubts.of_reading(evidence),
            doubts.of_time_cell(time, told=bool(deadlines)),
        )
        confidence, reasons = doubts.weighed(choice, found)
        return Task(
            id=node.path,
            uid=task_uid(self.plan.header, node.path, text),
            text=text,
            lead=self._resolved(parts.lead),
            coordinate=self._resolved(parts.coordinate),
            kind=self._kind(index, text),
            parent=self._parent(index),
            deadlines=deadlines,
            targets=measures.targets(text, self.rules.targets),
            products=self._products(index),
            node=index,
            evidence=evidence,
            confidence=confidence,
            review=reasons,
        )

    def _resolved(self, units: Iterable[Unit]) -> tuple[Unit, ...]:
        return tuple(u.model_copy(update={"resolved": self.names.resolve(u.name)}) for u in units)

    def _products(self, index: int) -> tuple[str, ...]:
        if self.rows.is_row(index):
            return measures.products(self.rows.cell(index, Column.PRODUCT))
        values = self.parties.values(index, "product")
        return tuple(p for v in values for p in measures.products(self.tree.text[v]))


def gives_no_tasks(plan: Plan, rules: SentenceRules) -> bool:
    """Reports, invitations, requests, decisions on persons: papers that order no work."""
    if plan.header is None:
        return False
    kind, title = plan.header.type.value or "", plan.header.title.value or ""
    by_kind = rules.roles.whole(kind) if kind else None
    if by_kind and by_kind.rule.value == "no_tasks.type":
        return True
    is_decision = kind.casefold() == "quyết định"
    return is_decision and "no_tasks.title" in rules.roles.values(title)


def extract(plan: Plan, rulebook: Rulebook) -> Extraction:
    """The tasks of a plan, and the times and aims of the whole.

    Needs text, outline, tables, mentions; uses the header where it is there. Raises `ValueError` before there is text.
    """
    rules = with_names_of(plan, SentenceRules.of(rulebook))
    text = plan.need_text()
    paragraphs = (text[p.span] for p in plan.paragraphs or ())
    names = UnitNames(rulebook["UNIT_SHORT"], introduced(paragraphs, rules.introductions, rules.grammar))
    return _Extractor(plan, rules, DeadlineReader.of(rulebook), names, PeriodReader.of(rulebook)).run()
