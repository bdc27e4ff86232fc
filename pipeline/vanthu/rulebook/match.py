"""Matching a set of rules against a text, and telling why it came out so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.errors import RulesError
from vanthu.orthography import fold_spelling
from vanthu.rulebook.literals import Strings, bare
from vanthu.rulebook.needs import Needs
from vanthu.rulebook.patterns import Expression, has_runs_of_blanks
from vanthu.rulebook.probe import SHORT
from vanthu.rulebook.schema import Rule

TIMEOUT_S = 2.0  # a pattern that takes longer on one paragraph is a defect of the rule


class Match(NamedTuple):
    """A rule's match; groups hold the text as written, only those that took part."""

    rule: Rule
    span: Span
    groups: dict[str, str]
    group_spans: dict[str, Span]


class Trace(NamedTuple):
    """What became of one rule on one text: `outcome` is 'won', 'lost' (to `winner`), 'taken out' or 'no match'."""

    rule: Rule
    match: Match | None
    outcome: str
    winner: Rule | None = None


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its expression."""

    rule: Rule
    pattern: Expression

    @property
    def named(self) -> Strings:
        """What its author says that a text must hold one of, as it stands in one that is `bare`."""
        return frozenset(map(bare, self.rule.needs))

    @property
    def needed(self) -> Sequence[Strings]:
        """Sets of strings; a text that it may match holds one of each, once it is `bare`."""
        return (self.named, *self.pattern.literals) if self.rule.needs else self.pattern.literals


class _Candidate(NamedTuple):
    """A match that may still lose to another; what it says is only asked of the winners."""

    rule: Rule
    found: regex.Match[str]
    start: int
    end: int

    @property
    def rank(self) -> tuple[int, int, int]:
        return -self.rule.priority, self.start - self.end, self.start

    def match(self, text: str) -> Match:
        groups = self.found.groupdict()
        spans = {name: Span(*self.found.span(name)) for name, value in groups.items() if value is not None}
        said = {name: text[s.start : s.end] for name, s in spans.items()}
        return Match(self.rule, Span(self.start, self.end), said, spans)


@dataclass(frozen=True)
class RuleSet:
    """All rules under one label. Higher priority wins, then the longer match, then the earlier one."""

    label: str
    compiled: tuple[CompiledRule, ...]

    def apart(self, by: Callable[[Rule], str | None]) -> dict[str, RuleSet]:
        """The rules in groups that keep their order; those of which `by` says nothing are under the empty string."""
        groups: dict[str, list[CompiledRule]] = {}
        for compiled in self.compiled:
            groups.setdefault(by(compiled.rule) or "", []).append(compiled)
        return {name: RuleSet(self.label, tuple(rules)) for name, rules in groups.items()}

    @cached_property
    def by_value(self) -> dict[str, RuleSet]:
        """The rules that say one thing, each by itself; those that say nothing are under the empty string."""
        return self.apart(lambda rule: rule.value)

    def find(self, text: str) -> tuple[Match, ...]:
        """Matches that do not overlap, in order of place. Raises `RulesError` for a runaway pattern."""
        won = sorted(
            (c for c in _choose(self._candidates(text)) if not c.rule.negative), key=lambda c: c.start
        )
        return tuple(c.match(text) for c in won)

    def first(self, text: str) -> Match | None:
        """The earliest match, or `None`."""
        found = self.find(text)
        return found[0] if found else None

    def at_start(self, text: str) -> Match | None:
        """A match that begins with the text's first character that is no white space, or `None`."""
        if not self._may_begin(text):
            return None
        found = self.first(text)
        return found if found and not text[: found.span.start].strip() else None

    def _may_begin(self, text: str) -> bool:
        """Whether a rule matches at the very first character: far quicker asked than what matches anywhere."""
        if not text or text[0].isspace():
            return True
        folded, timeout = fold_spelling(text), _timeout(text)
        return any(c.pattern.on(folded).match(folded, timeout=timeout) for c in self.tried(text))

    def whole(self, text: str) -> Match | None:
        """A match of the whole text (outer white space and closing punctuation apart), or `None`."""
        found = self.at_start(text)
        return found if found and not text[found.span.end :].strip(" \t\n.:;,") else None

    def touches(self, text: str) -> bool:
        """Whether any rule matches somewhere, be it one that takes its match out: quicker asked than what wins."""
        folded, timeout = fold_spelling(text), _timeout(text)
        return any(c.pattern.on(folded).search(folded, timeout=timeout) for c in self.tried(text))

    def values(self, text: str) -> frozenset[str]:
        """The values of all rules that match somewhere."""
        return frozenset(m.rule.value for m in self.find(text) if m.rule.value is not None)

    def explain(self, text: str) -> tuple[Trace, ...]:
        """What every rule made of a text: for `vanthu rules explain`."""
        candidates = list(self._candidates(text))
        won = _choose(candidates)
        traces = [_trace(c, won, text) for c in candidates]
        silent = {c.rule.id for c in self.compiled} - {c.rule.id for c in candidates}
        return (*traces, *(Trace(c.rule, None, "no match") for c in self.compiled if c.rule.id in silent))

    def tried(self, text: str) -> Iterator[CompiledRule]:
        """The rules that may match somewhere in a text, by the strings that they need."""
        return map(self.compiled.__getitem__, self._needs.met(text))

    @cached_property
    def _needs(self) -> Needs:
        return Needs([c.needed for c in self.compiled], [c.rule.longest for c in self.compiled])

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        folded, timeout = fold_spelling(text), _timeout(text)
        for compiled in self.tried(text):
            try:
                for found in compiled.pattern.on(folded).finditer(folded, timeout=timeout):
                    start, end = found.span()
                    if end > start:
                        yield _Candidate(compiled.rule, found, start, end)
            except TimeoutError as error:
                raise _runaway(compiled.rule, len(text)) from error


def _timeout(text: str) -> float | None:
    """No clock for short, plain texts: `load` refused what runs away on them."""
    return TIMEOUT_S if len(text) > SHORT or has_runs_of_blanks(text) else None


def _runaway(rule: Rule, length: int) -> RulesError:
    return RulesError(
        f"mẫu của quy tắc chạy quá {TIMEOUT_S:g} giây trên một đoạn {length} ký tự; hãy viết lại mẫu",
        where=rule.id,
    )


def _choose(candidates: Iterable[_Candidate]) -> Sequence[_Candidate]:
    won: list[_Candidate] = []
    for one in sorted(candidates, key=lambda c: c.rank):
        if all(one.end <= other.start or other.end <= one.start for other in won):
            won.append(one)
    return won


def _trace(candidate: _Candidate, won: Sequence[_Candidate], text: str) -> Trace:
    match = candidate.match(text)
    if candidate in won:
        return Trace(candidate.rule, match, "taken out" if candidate.rule.negative else "won")
    winner = next((w.rule for w in won if w.start < candidate.end and candidate.start < w.end), None)
    return Trace(candidate.rule, match, "lost", winner)
