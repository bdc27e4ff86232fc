"""Matching a set of rules against a text, and telling why it came out so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold, fold_tones
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
    pattern: regex.Pattern[str]

    def applies(self, lowered: str) -> bool:
        """Whether it is worth trying: the text is short enough and one of the strings that the rule needs is there."""
        if self.rule.longest is not None and len(lowered) > self.rule.longest:
            return False
        needs = self.rule.needs
        for needed in needs:  # plain, not any(): this runs for every rule on every sentence
            if needed in lowered:
                return True
        return not needs


def _to_match(rule: Rule, found: regex.Match[str], text: str) -> Match:
    spans = {name: Span(*found.span(name)) for name, value in found.groupdict().items() if value is not None}
    return Match(rule, Span(*found.span()), {k: text[s.start : s.end] for k, s in spans.items()}, spans)


def _rank(match: Match) -> tuple[int, int, int]:
    return -match.rule.priority, -(match.span.end - match.span.start), match.span.start


@dataclass(frozen=True)
class RuleSet:
    """All rules under one label. Higher priority wins, then the longer match, then the earlier one."""

    label: str
    compiled: tuple[CompiledRule, ...]

    def valid_on(self, day: date) -> RuleSet:
        """The rules for documents of a day."""
        return RuleSet(
            self.label,
            tuple(
                c
                for c in self.compiled
                if (c.rule.valid_from or date.min) <= day <= (c.rule.valid_until or date.max)
            ),
        )

    def apart(self, by: Callable[[Rule], str | None]) -> dict[str, RuleSet]:
        """The rules in groups that keep their order; those of which `by` says nothing are under the empty string."""
        groups: dict[str, list[CompiledRule]] = {}
        for compiled in self.compiled:
            groups.setdefault(by(compiled.rule) or "", []).append(compiled)
        return {name: RuleSet(self.label, tuple(rules)) for name, rules in groups.items()}

    def find(self, text: str) -> tuple[Match, ...]:
        """Matches that do not overlap, in order of place. Raises `TimeoutError` for a runaway pattern."""
        won = _choose(self._candidates(text))
        return tuple(sorted((m for m in won if not m.rule.negative), key=lambda m: m.span))

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
        folded = fold_tones(text)
        return any(c.pattern.match(folded, timeout=TIMEOUT_S) for c in self.compiled)

    def whole(self, text: str) -> Match | None:
        """A match of the whole text (outer white space and closing punctuation apart), or `None`."""
        found = self.at_start(text)
        return found if found and not text[found.span.end :].strip(" \t\n.:;,") else None

    def values(self, text: str) -> frozenset[str]:
        """The values of all rules that match somewhere."""
        return frozenset(m.rule.value for m in self.find(text) if m.rule.value is not None)

    def explain(self, text: str) -> tuple[Trace, ...]:
        """What every rule made of a text: for `vanthu rules explain`."""
        candidates = list(self._candidates(text))
        won = _choose(candidates)
        traces = [_trace(m, won) for m in candidates]
        silent = {c.rule.id for c in self.compiled} - {m.rule.id for m in candidates}
        return (*traces, *(Trace(c.rule, None, "no match") for c in self.compiled if c.rule.id in silent))

    def _candidates(self, text: str) -> Iterable[Match]:
        folded, lowered = fold_tones(text), fold(text)
        for compiled in self.compiled:
            if compiled.applies(lowered):
                for found in compiled.pattern.finditer(folded, timeout=TIMEOUT_S):
                    if found.end() > found.start():
                        yield _to_match(compiled.rule, found, text)


def _choose(candidates: Iterable[Match]) -> Sequence[Match]:
    won: list[Match] = []
    for match in sorted(candidates, key=_rank):
        if not any(match.span.overlaps(other.span) for other in won):
            won.append(match)
    return won


def _trace(match: Match, won: Sequence[Match]) -> Trace:
    if match in won:
        return Trace(match.rule, match, "taken out" if match.rule.negative else "won")
    winner = next((w.rule for w in won if w.span.overlaps(match.span)), None)
    return Trace(match.rule, match, "lost", winner)
