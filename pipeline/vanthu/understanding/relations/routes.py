"""The way that reports take: from the unit that does the work, through others' hands, up to who decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import regex

from vanthu.document.geometry import Span
from vanthu.document.graph import Edge, EdgeKind, Vertex, VertexKind
from vanthu.document.plan import Plan
from vanthu.orthography import fold
from vanthu.rulebook import Match, Rulebook, RuleSet
from vanthu.understanding.tasks.text import TaskText, task_text
from vanthu.understanding.units.grammar import UnitGrammar, UnitReader
from vanthu.understanding.units.known_as import UnitNames

LABEL = "ROUTE"
_END = regex.compile(r"[.;](?=\s|$)|\n")
_OPENING = regex.compile(r"[\s*_]*(?:(?:các )?(?:đồng chí|lãnh đạo|tập thể)\s+)?", regex.IGNORECASE)


_Hop = tuple[Vertex, Edge]  # the unit that an edge leads to, and the edge


@dataclass(frozen=True)
class _Stop:
    """A unit that a report comes to, after the words of a rule."""

    name: str
    match: Match
    end: int


def routes(plan: Plan, rulebook: Rulebook) -> tuple[tuple[Vertex, ...], tuple[Edge, ...]]:
    """Edges `reports-to` between units, each with its words, and the units that they lead to.

    *báo cáo về Ủy ban nhân dân xã (qua Văn phòng) để tổng hợp, báo cáo Chủ tịch*: leader -> office -> committee -> chairman.
    """
    names = UnitNames(rulebook["UNIT_SHORT"], {})
    names.learn(u.resolved or u.name for t in plan.tasks or () for u in (*t.lead, *t.coordinate))
    reports = _Reports(rulebook[LABEL], UnitGrammar(rulebook["UNIT"], rulebook["VERB"]), names)
    found = [hop for t in plan.tasks or () for hop in reports.of_task(task_text(plan, t))]
    return tuple(v for v, _ in found), tuple(e for _, e in found)


def unit_key(name: str) -> str:
    """The vertex of a unit by the name that it goes by in the whole document."""
    return f"unit:{fold(' '.join(name.split()))}"


@dataclass(frozen=True)
class _Reports:
    rules: RuleSet
    grammar: UnitGrammar
    names: UnitNames

    def of_task(self, work: TaskText) -> Iterator[_Hop]:
        """The edges of all ways that the task's words name."""
        leads = [u.resolved or u.name for u in work.task.lead]
        matches = self.rules.find(work.text)
        if not leads or not matches:
            return
        reader = self.grammar.read(work.text)
        for sentence in _sentences(work.text):
            stops = [s for m in matches if sentence.covers(m.span) for s in self._stops(reader, m)]
            yield from self._drawn(work, leads, stops)

    def _stops(self, reader: UnitReader, match: Match) -> Iterator[_Stop]:
        """The units that stand right after the words; none where none does."""
        opening = _OPENING.match(reader.text, match.span.end)
        start = opening.end() if opening else match.span.end
        units, end = reader.list_at(start)
        for unit in units[:1] if match.rule.value != "via" else units:
            yield _Stop(self.names.resolve(unit.name), match, end)

    def _drawn(self, work: TaskText, leads: Sequence[str], stops: Sequence[_Stop]) -> Iterator[_Hop]:
        """Hop by hop. Who passes a report on is who got it, not through whose hands it came."""
        goal: _Stop | None = None
        for number, stop in enumerate(stops):
            match stop.match.rule.value:
                case "send" if goal is None:
                    goal = stop
                    through = [s for s in stops[number + 1 :] if s.match.rule.value == "via"]
                    others = [lead for lead in leads if unit_key(lead) != unit_key(stop.name)]
                    yield from self._way(work, others, [*through[:1], stop] if others else [])
                case "onward" if goal is not None and goal.name != stop.name:
                    yield from self._way(work, [goal.name], [stop])
                    goal = stop
                case _:
                    continue

    def _way(self, work: TaskText, sources: Sequence[str], way: Sequence[_Stop]) -> Iterator[_Hop]:
        for stop in way:
            for source, target in product(sources, [stop.name]):
                if unit_key(source) != unit_key(target):
                    yield self._hop(work, source, stop)
            sources = [stop.name]

    def _hop(self, work: TaskText, source: str, stop: _Stop) -> _Hop:
        span = Span(stop.match.span.start, stop.end)
        edge = Edge(
            source=unit_key(source),
            target=unit_key(stop.name),
            kind=EdgeKind.REPORTS_TO,
            confidence=stop.match.rule.confidence,
            evidence=work.evidence(span, stop.match.rule.id),
        )
        return Vertex(id=edge.target, kind=VertexKind.UNIT, label=stop.name), edge


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in (m.start() for m in _END.finditer(text)):
        yield Span(start, end)
        start = end
    yield Span(start, len(text))
