"""Findings against the truth of a made register: precision and recall, kind by kind, with what was missed and what was too much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from registers.maker import Truth

_SHARED = 2  # places that finding and truth have in common; one where the truth names no more
_Near = dict[tuple[str, str], list[int]]
_ONE_IS_ENOUGH = frozenset({"number-against-date"})  # either of the two may be the one out of line


class Found(NamedTuple):
    """A finding: its code, and its places 'plan#task id', 'plan#part' or 'plan'."""

    code: str
    places: frozenset[str]


@dataclass
class Kind:
    """How one kind came out. `matched` findings are right, `found` truths are found; findings may say one truth twice."""

    truths: int = 0
    found: int = 0
    findings: int = 0
    matched: int = 0
    missed: list[Truth] = field(default_factory=list)
    too_much: list[Found] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Of the truths; `None` without any."""
        return self.found / self.truths if self.truths else None

    @property
    def precision(self) -> float | None:
        """Of the findings; `None` without any."""
        return self.matched / self.findings if self.findings else None


@dataclass(frozen=True)
class Score:
    """All kinds by their code, and how often each trap was stepped into."""

    kinds: dict[str, Kind]
    trapped: Counter[str]
    traps: Counter[str]

    @property
    def total(self) -> Kind:
        """All kinds together."""
        return Kind(
            *(
                sum(getattr(k, name) for k in self.kinds.values())
                for name in ("truths", "found", "findings", "matched")
            )
        )

    def by_wording(self) -> Iterator[tuple[str, str, int, int]]:
        """Code, form of the planting, how many there are, how many were missed."""
        missed = Counter((k, t.how) for k, kind in self.kinds.items() for t in kind.missed)
        for (code, how), number in sorted(missed.items()):
            yield code, how, self.kinds[code].truths, number


def score(truths: Iterable[Truth], findings: Iterable[Found]) -> Score:
    """How findings compare with the truth. Order of places does not count; of whole plans only the names count."""
    known: list[Truth] = []
    traps: list[Truth] = []
    for truth in truths:
        (traps if truth.is_trap else known).append(truth)
    kinds: dict[str, Kind] = defaultdict(Kind)
    near = _near(known)
    heard: set[int] = set()
    for finding in findings:
        hits = _hits(finding, known, near)
        heard |= hits
        kind = kinds[finding.code]
        kind.findings += 1
        kind.matched += bool(hits)
        if not hits:
            kind.too_much.append(finding)
    for number, truth in enumerate(known):
        kind = kinds[truth.code]
        kind.truths += 1
        kind.found += number in heard
        if number not in heard:
            kind.missed.append(truth)
    return Score(dict(kinds), _trapped(traps, kinds), Counter(t.how for t in traps))


def _near(known: Sequence[Truth]) -> _Near:
    near: _Near = defaultdict(list)
    for number, truth in enumerate(known):
        for place in truth.places:
            near[truth.code, place].append(number)
    return near


def _trapped(traps: Iterable[Truth], kinds: dict[str, Kind]) -> Counter[str]:
    by_place = {place: trap.how for trap in traps for place in trap.places}
    wrong = (f for kind in kinds.values() for f in kind.too_much)
    return Counter(how for f in wrong for how in {by_place[p] for p in f.places if p in by_place})


def _hits(finding: Found, known: Sequence[Truth], near: _Near) -> set[int]:
    """The truths that a finding says."""
    places = finding.places | {p.partition("#")[0] for p in finding.places}
    shared = Counter(number for place in places for number in near.get((finding.code, place), ()))
    return {
        n for n, count in shared.items() if count >= _needed(known[n]) and _is_to_the_point(finding, known[n])
    }


def _is_to_the_point(finding: Found, truth: Truth) -> bool:
    """Whether a finding names little else: naming everything finds nothing."""
    return len(finding.places) <= max(3, 2 * len(truth.places))


def _needed(truth: Truth) -> int:
    return 1 if truth.code in _ONE_IS_ENOUGH else min(_SHARED, len(truth.places))
