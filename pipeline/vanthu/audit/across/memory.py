"""The audit between plans that are all at hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from vanthu.audit.across.bands import CAP, day_bands, word_bands
from vanthu.audit.across.busy import busy
from vanthu.audit.across.compare import Found, in_order, may_be_late
from vanthu.audit.across.documents import Shelf, by_days, of_paper
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.numbering import against_dates
from vanthu.audit.across.paper import Paper, Relation, relation
from vanthu.audit.across.reader import Reader
from vanthu.audit.across.together import judged


@dataclass(frozen=True)
class Filed:
    """A plan with its duties, as the audit between plans sees them."""

    paper: Paper
    duties: tuple[Duty, ...]


def audit_across(plans: Sequence[Filed], reader: Reader) -> tuple[Found, ...]:
    """Findings between different plans, in a fixed order."""
    sizes = {p.paper.key: len(p.duties) for p in plans}
    found = [
        *judged(candidates(plans), lambda key: sizes[key]),
        *_busy(plans),
        *_documents([p.paper for p in plans], reader),
    ]
    return tuple(sorted(found, key=lambda f: (f.code, [(s.paper, s.where) for s in f.spots])))


def candidates(plans: Sequence[Filed]) -> Iterator[tuple[Duty, Duty]]:
    """Pairs of duties worth comparing, each once."""
    duties = [d for plan in plans for d in plan.duties]
    drawers: dict[int, list[int]] = defaultdict(list)
    for number, bands in enumerate(word_bands(duties)):
        for band in bands:
            drawers[band].append(number)
    alike = {pair for held in drawers.values() if len(held) <= CAP for pair in combinations(held, 2)}
    yield from ((duties[i], duties[j]) for i, j in sorted(alike))
    yield from _up_and_down(plans)


def _up_and_down(plans: Sequence[Filed]) -> Iterator[tuple[Duty, Duty]]:
    """Duties of plans of two bodies, one of which cites the other."""
    by_code = defaultdict(list)
    for plan in plans:
        by_code[plan.paper.code].append(plan)
    for lower in plans:
        for code in {c.code for c in lower.paper.cited}:
            for higher in by_code.get(code, ()):
                if higher.paper.issuer != lower.paper.issuer and lower.paper.cites(higher.paper):
                    yield from near(higher.duties, lower.duties)


def near(ones: Sequence[Duty], others: Sequence[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Pairs of two plans, the later of which may carry out the earlier: room for a finding, and some telling syllables shared."""
    if not ones or not others:
        return
    if in_order(ones[0], others[0])[0] is not ones[0]:
        ones, others = others, ones
    if relation(ones[0].paper, others[0].paper) is not Relation.LOWER:
        return
    for higher, lower in may_be_late(ones, others):
        shared = len(higher.telling & lower.telling)
        if shared and 2 * shared >= min(len(higher.telling), len(lower.telling)):
            yield higher, lower


def _busy(plans: Sequence[Filed]) -> Iterator[Found]:
    days: dict[int, list[Duty]] = defaultdict(list)
    units: dict[int, tuple[str, date]] = {}
    for plan in plans:
        for duty in plan.duties:
            for band, unit in day_bands(duty).items():
                days[band].append(duty)
                units.setdefault(band, unit)
    for band, duties in days.items():
        yield from busy(*units[band], ordered(duties))


def ordered(duties: Iterable[Duty]) -> list[Duty]:
    """The earlier plans' first."""
    return sorted(duties, key=lambda d: (in_age(d.paper), d.where))


def in_age(paper: Paper) -> tuple[str, str]:
    """By the day of issue; unknown days last."""
    return (paper.issued_on.isoformat() if paper.issued_on else "9999", paper.key)


def _documents(papers: Sequence[Paper], reader: Reader) -> Iterator[Found]:
    shelf = Shelf(papers, least=reader.limits.registered)
    days: dict[str, Counter[str]] = defaultdict(Counter)
    for cited in (c for p in papers for c in p.cited if c.issued_on and reader.says("national", c.number)):
        days[cited.code][cited.issued_on or ""] += 1
    for paper in papers:
        yield from of_paper(paper, shelf, reader)
        yield from by_days(paper, days)
    for row in shelf.by_series.values():
        yield from against_dates(row)
