"""Which work comes before which: from words, numbered steps, and the chain that reports go along."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import regex

from vanthu.document.content import Task, TaskKind
from vanthu.document.evidence import Evidence
from vanthu.document.graph import Edge, EdgeKind
from vanthu.document.plan import Plan
from vanthu.document.structure import Node
from vanthu.orthography import fold, roman_value
from vanthu.rulebook import Match, RuleSet
from vanthu.understanding.relations.products import made, ties, used
from vanthu.understanding.tasks.text import TaskText, task_text

LABEL = "PRECEDENCE"
_WORD = regex.compile(r"\p{L}+")
_LEAST_FIT = 0.5  # of the named work's words, by weight, that the other task must share
_LEAST_LEAD = 0.08  # by which the best task must fit better than the second
_HEAD = 40  # syllables of a task that say what is to be done; what follows says how, why and to whom
_BY_CLOCK = 0.15  # what two hours in the right order add
_OWN_PRODUCT = 0.15  # what it adds that maker and user are one unit
_MOST_PAIRS = 16  # two steps with more pairs of tasks are joined by their borders only
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}

Grams = frozenset[str | tuple[str, str]]


@dataclass(frozen=True)
class _Work:
    """A task as this module looks at it: its words, and what the rules found there."""

    words: TaskText
    matches: tuple[Match, ...]

    @property
    def task(self) -> Task:
        return self.words.task

    @property
    def text(self) -> str:
        return self.words.text

    def of(self, value: str) -> Iterator[Match]:
        """Matches of rules with this value."""
        return (m for m in self.matches if m.rule.value == value)


def precedences(plan: Plan, rules: RuleSet, products: RuleSet) -> tuple[Edge, ...]:
    """Edges from earlier to later tasks, each with the words it rests on. Cycles are possible where the plan has them.

    `rules` are those of the label PRECEDENCE, `products` those of PRODUCT.
    """
    works = [_work(plan, task, rules) for task in plan.tasks or ()]
    found = (
        *_from_words(works),
        *_from_steps(works, plan, rules),
        *_from_reports(works),
        *_from_products(works, products),
    )
    return tuple(e for e in found if e.source != e.target)


def _work(plan: Plan, task: Task, rules: RuleSet) -> _Work:
    words = task_text(plan, task)
    return _Work(words, rules.find(words.text))


def _edge(before: Task, after: Task, confidence: float, evidence: Evidence | None) -> Edge:
    return Edge(
        source=f"task:{before.id}",
        target=f"task:{after.id}",
        kind=EdgeKind.PRECEDES,
        confidence=round(confidence, 2),
        evidence=evidence,
    )


def grams(text: str) -> Grams:
    """Syllables and pairs of neighbouring syllables: most Vietnamese words have two."""
    words = _WORD.findall(fold(text))
    return frozenset(words) | frozenset(pairwise(words))


def _weights(texts: Iterable[Grams]) -> Mapping[str | tuple[str, str], float]:
    """Words that every task has say nothing about any one of them."""
    texts = list(texts)
    counts = Counter(g for text in texts for g in text)
    return defaultdict(
        lambda: math.log(len(texts) + 1), {g: math.log((len(texts) + 1) / n) for g, n in counts.items()}
    )


def _from_words(works: Sequence[_Work]) -> Iterator[Edge]:
    texts = [grams(" ".join(w.text.split()[:_HEAD])) for w in works]
    weights = _weights(texts)
    for index, work in enumerate(works):
        for value in ("after", "basis", "before"):
            for match in work.of(value):
                named = _named_task(grams(match.groups["what"]), index, works, texts, weights)
                if named is None:
                    continue
                other, fit = named
                first, second = (work, other) if value == "before" else (other, work)
                yield _edge(
                    first.task,
                    second.task,
                    match.rule.confidence * fit,
                    work.words.evidence(match.span, match.rule.id),
                )


def _named_task(
    what: Grams,
    own: int,
    works: Sequence[_Work],
    texts: Sequence[Grams],
    weights: Mapping[str | tuple[str, str], float],
) -> tuple[_Work, float] | None:
    """The one task that the words name, with how well they fit; `None` where none or several do."""
    whole = sum(weights[g] for g in what)
    related = _family(works, own)
    fits = [
        (sum(weights[g] for g in what & text) / whole if whole else 0.0, -i)
        for i, text in enumerate(texts)
        if i not in related
    ]
    best = sorted(fits, reverse=True)[:2]
    if not best or best[0][0] < _LEAST_FIT or (len(best) > 1 and best[0][0] - best[1][0] < _LEAST_LEAD):
        return None
    return works[-best[0][1]], best[0][0]


def _family(works: Sequence[_Work], own: int) -> set[int]:
    """The task itself, the one it details and those that detail it."""
    task = works[own].task
    return {
        i for i, w in enumerate(works) if i == own or w.task.id == task.parent or w.task.parent == task.id
    }


def _from_steps(works: Sequence[_Work], plan: Plan, rules: RuleSet) -> Iterator[Edge]:
    """All work of a step before all work of the next one among its sisters."""
    outline = plan.outline or ()
    sisters: dict[tuple[int | None, str], list[tuple[int, int, Match]]] = defaultdict(list)
    for index, node in enumerate(outline):
        if match := _step(plan, node, rules):
            sisters[node.parent, match.rule.id].append((_number(match), index, match))
    for steps in sisters.values():
        for (n, first, _), (m, second, match) in pairwise(steps):
            if m == n + 1:
                pairs = _pairs(_under(first, works, outline), _under(second, works, outline))
                evidence = plan.evidence(outline[second].span, rule=match.rule.id)
                yield from (_edge(a, b, match.rule.confidence, evidence) for a, b in pairs)


def _step(plan: Plan, node: Node, rules: RuleSet) -> Match | None:
    if plan.text is None:
        return None
    own = plan.text[node.span]
    found = rules.at_start(f"{node.marker} {own}") or rules.at_start(own)
    return found if found and found.rule.value == "step" else None


def _number(match: Match) -> int:
    written = fold(match.groups["number"])
    if written.isdecimal():
        return int(written)
    return roman_value(written.upper()) or _ORDINALS.get(written, 0)


def _under(step: int, works: Sequence[_Work], outline: Sequence[Node]) -> list[Task]:
    def inside(node: int | None) -> bool:
        while node is not None and node != step:
            node = outline[node].parent
        return node == step

    return [w.task for w in works if inside(w.task.node)]


def _pairs(before: Sequence[Task], after: Sequence[Task]) -> Iterable[tuple[Task, Task]]:
    if len(before) * len(after) <= _MOST_PAIRS:
        return product(before, after)
    return [(before[-1], after[0])]


def _from_reports(works: Sequence[_Work]) -> Iterator[Edge]:
    """Who reports to a unit comes before that unit's putting together of reports; surer where the clock says so, too."""
    gathering = [(w, name) for w in works if any(w.of("consolidate")) for name in _leads(w.task)]
    reports = [w for w in works if w.task.kind is TaskKind.REPORT]
    for work, (other, name) in product(reports, gathering):
        for match in work.of("report"):
            to = f" {fold(match.groups['to'])} "
            if f" {name} " in to and name not in _leads(work.task) and _one_round(work.task, other.task):
                sure = match.rule.confidence + (_BY_CLOCK if _clock(work.task) and _clock(other.task) else 0)
                yield _edge(work.task, other.task, sure, work.words.evidence(match.span, match.rule.id))


def _from_products(works: Sequence[_Work], rules: RuleSet) -> Iterator[Edge]:
    """Who makes a thing comes before who works at it or by it; sure only where both are one unit's."""
    makers = [made(w.text, rules) for w in works]
    users = [used(w.text, rules) for w in works]
    for tie in ties(makers, users):
        maker, user = works[tie.maker], works[tie.user]
        if tie.maker not in _family(works, tie.user):
            own = not _leads(maker.task).isdisjoint(_leads(user.task))
            sure = tie.thing.confidence + (_OWN_PRODUCT if own else 0)
            yield _edge(maker.task, user.task, sure, user.words.evidence(tie.thing.span, tie.thing.rule))


def _leads(task: Task) -> frozenset[str]:
    return frozenset(fold(name) for u in task.lead for name in (u.name, u.resolved) if name)


def _one_round(report: Task, whole: Task) -> bool:
    """Whether a report can be part of another: both in one rhythm or neither in any, and it is not due later."""
    first = min((d.date for d in report.deadlines if d.date), default=None)
    last = max((d.date for d in whole.deadlines if d.date), default=None)
    late = first and last and first > last
    return _rhythms(report) == _rhythms(whole) and not late and not (first == last and _later(report, whole))


def _later(report: Task, whole: Task) -> bool:
    """Whether the clock contradicts the order."""
    first, last = _clock(report), _clock(whole)
    return bool(first and last and first > last)


def _clock(task: Task) -> str | None:
    return min((d.time for d in task.deadlines if d.time), default=None)


def _rhythms(task: Task) -> frozenset[str]:
    return frozenset(d.rrule.partition(";")[0] for d in task.deadlines if d.rrule)
