"""Deadlines: from phrases that the rules found to days, windows, rhythms and lengths of time.

Interface:

- `DeadlineReader.of(rulebook)`: made once, holds the rules of labels DEADLINE, TIME_POINT, PAST and TIME_LINK. Cheap to keep, not pickled with plans.
- `reader.in_text(text, context) -> tuple[Deadline, ...]`: a sentence, a cell, a heading on its own.
- `reader.in_span(plan, span, context) -> tuple[Deadline, ...]`: the deadlines of a part of a plan's text, from the
  mentions of label DEADLINE that lie in it, each with evidence. Needs `plan.text` and `plan.mentions`.
- `deadlines_in(text, rulebook=..., context=...)`, `deadlines_in_span(plan, span, context, rulebook=...)`: the same for one call.
- `TimeContext` (vanthu.times.context): `issued_on` (date or None), `period` (`Period(start, end)` of the plan, or None), and the
  `year`, `month` that a heading or a column gave, with `source` (*tiêu đề mục II*, *cột Thời gian*).
- `explain(text, reader, context) -> tuple[str, ...]` in explanation.py: Vietnamese lines for a person.

Deadlines come in the order of the text. `raw` is the phrase as written. What was supposed stands in `assumptions`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vanthu.document.content import Deadline
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.rulebook import Rule, Rulebook, RuleSet
from vanthu.times.context import TimeContext
from vanthu.times.points import Groups
from vanthu.times.reading import Phrase, PointReader
from vanthu.times.resolve import resolve
from vanthu.understanding.deadlines.before import of_rhythm, of_that_day, sentence_context
from vanthu.understanding.deadlines.found import Found
from vanthu.understanding.deadlines.links import Links
from vanthu.understanding.deadlines.sense import settle

__all__ = ["DeadlineReader", "Found", "TimeContext", "deadlines_in", "deadlines_in_span"]

LABEL = "DEADLINE"


class Seen(NamedTuple):
    """A phrase as a rule or an earlier stage found it, in the coordinates of the text at hand."""

    rule: Rule
    span: Span
    groups: Groups


@dataclass(frozen=True)
class DeadlineReader:
    """Reads deadlines by a rulebook."""

    rules: RuleSet
    points: PointReader
    past: RuleSet
    links: Links
    by_id: Mapping[str, Rule]

    @classmethod
    def of(cls, rulebook: Rulebook) -> DeadlineReader:
        """A reader for a rulebook. Raises `KeyError` where it lacks one of the labels."""
        rules = rulebook[LABEL]
        by_id = {c.rule.id: c.rule for c in rules.compiled}
        links = Links(rulebook["TIME_LINK"].by_value)
        return cls(rules, PointReader(rulebook["TIME_POINT"]), rulebook["PAST"], links, by_id)

    def in_text(self, text: str, context: TimeContext) -> tuple[Deadline, ...]:
        """The deadlines of a sentence or paragraph."""
        return tuple(f.deadline for f in self.found_in_text(text, context))

    def found_in_text(self, text: str, context: TimeContext) -> Sequence[Found]:
        """The same, with the rule and the place of each."""
        return self._read(text, [Seen(m.rule, m.span, m.groups) for m in self.rules.find(text)], context)

    def in_span(self, plan: Plan, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
        """The deadlines that a part of a plan's text names, with evidence. Raises `ValueError` before the text was composed."""
        text = plan.need_text().value
        mentions = plan.mentions or ()
        first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
        last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
        seen = [
            Seen(self.by_id[m.rule], m.span, m.groups)
            for m in mentions[first:last]
            if m.label == LABEL and m.rule in self.by_id and m.span.end <= span.end
        ]
        found = self._read(text, seen, context)
        return tuple(
            f.deadline.model_copy(update={"evidence": plan.evidence(f.span, f.rule.id)}) for f in found
        )

    def alone(self, plan: Plan, span: Span, context: TimeContext) -> tuple[Deadline, ...]:
        """The deadlines of a part of a plan's text read by itself, as *Tháng 9/2025* behind the number of a heading, with evidence."""
        found = self.found_in_text(plan.need_text().value[span.start : span.end], context)
        placed = ((f, Span(f.span.start + span.start, f.span.end + span.start)) for f in found)
        return tuple(
            f.deadline.model_copy(update={"evidence": plan.evidence(at, f.rule.id)}) for f, at in placed
        )

    def _read(self, text: str, seen: Iterable[Seen], context: TimeContext) -> Sequence[Found]:
        found: list[Found] = []
        for rule, matched, groups in seen:
            span = phrase_span(text, matched)
            near = sentence_context(text, span, found, context, self.past, self.links)
            phrase = Phrase(text[span.start : span.end], rule, groups, near, self.points)
            same_day = self.links.same_day(phrase.raw)
            again = of_rhythm(phrase, span, found, text, self.links)
            said = (of_that_day(d, found) if same_day else d for d in again or resolve(phrase))
            found += [Found(d, span, rule) for d in said if d]
        return settle(text, found, context, self.past, self.links)


def phrase_span(text: str, span: Span) -> Span:
    """A match without white space and lone brackets at its ends; a bracket opened inside takes its closing one along."""
    start, end = span
    raw = text[start:end]
    if raw.count("(") > raw.count(")") and not raw.lstrip().startswith("(") and text[end : end + 1] == ")":
        return phrase_span(text, Span(start, end + 1))
    if raw.startswith("(") and (raw.endswith(")") or ")" not in raw):
        return phrase_span(text, Span(start + 1, end - raw.endswith(")")))
    trimmed = raw.strip()
    start += raw.find(trimmed)
    return Span(start, start + len(trimmed))


def deadlines_in(text: str, *, rulebook: Rulebook, context: TimeContext) -> tuple[Deadline, ...]:
    """The deadlines of a sentence."""
    return DeadlineReader.of(rulebook).in_text(text, context)


def deadlines_in_span(
    plan: Plan, span: Span, context: TimeContext, *, rulebook: Rulebook
) -> tuple[Deadline, ...]:
    """The deadlines of a part of a plan's text."""
    return DeadlineReader.of(rulebook).in_span(plan, span, context)
