"""One text with what the rules on roles, units and verbs find in it, each looked up once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.rulebook import Match
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.units.grammar import UnitReader

_BODIES = frozenset({"head", "committee", "joint"})
_BLANKS = regex.compile(r"\s*")
_CLAUSE = regex.compile(r"[.;]\s+(?=\p{L})")
_SENTENCE_END = regex.compile(r"[.;](?=\s|$)")


@dataclass(frozen=True)
class Phrases:
    """A node's text."""

    text: str
    rules: SentenceRules

    @cached_property
    def reader(self) -> UnitReader:
        """The reader of unit names."""
        return self.rules.grammar.read(self.text)

    @cached_property
    def phrases(self) -> tuple[Match, ...]:
        """All matches of the rules on roles."""
        return self.rules.roles.find(self.text)

    @cached_property
    def words(self) -> tuple[Match, ...]:
        """All matches of the rules on small words."""
        return self.rules.words.find(self.text)

    @cached_property
    def begins_plural(self) -> bool:
        """Whether it begins with a word that makes one stand for several."""
        return self._opens_with("plural") or self._opens_with("each")

    @cached_property
    def begins_with_each(self) -> bool:
        """Whether it begins with a word for one of several (*mỗi*)."""
        return self._opens_with("each")

    def _opens_with(self, value: str) -> bool:
        return self.has_word(value, self.skip(0))

    def has_word(self, value: str, at: int) -> bool:
        """Whether a small word with a value begins at a place."""
        return any(m.span.start == at and m.rule.value == value for m in self.words)

    def has_tense(self, tense: str, at: int) -> bool:
        """Whether a small word of a tense begins at a place."""
        return any(m.span.start == at and m.rule.attributes.get("tense") == tense for m in self.words)

    def is_joined(self, at: int) -> bool:
        """Whether a word that joins two halves of a sentence ends at a place."""
        joins = (m for m in self.words if m.rule.value == "joins" or "joins" in m.rule.attributes)
        return any(m.span.end == at for m in joins)

    def told(self, value: str) -> Iterator[Match]:
        """Matches of the rules with a value, from left to right."""
        return (m for m in self.phrases if m.rule.value == value)

    def skip(self, at: int) -> int:
        """Past white space."""
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def end_before(self, at: int) -> int:
        """Where the words before a place end."""
        return self.reader.end_before(at)

    def after_request(self, at: int) -> int:
        """Past words of asking that stand at a place."""
        start = self.skip(at)
        asking = (m for m in self.told("request") if m.span.start == start)
        found = next((m for m in asking if force(m) != "weak" or self.orders(m)), None)
        return self.after_request(found.span.end) if found else start

    def orders(self, request: Match) -> bool:
        """Whether words of asking order those named behind them; *phân công* does where a body follows and no person."""
        body = self.reader.value_at(self.skip(request.span.end)) in _BODIES
        return force(request) is None or (body and "orders" in request.rule.attributes)

    def verb_from(self, at: int) -> Match | None:
        """The first verb that is neither adverb nor word of duty, from a place on, with nothing but such words between."""
        while (found := self.reader.verbs.get(at)) is not None:
            if found.rule.value in ("action", "report"):
                return found
            at = self.skip(found.span.end)
            while at < len(self.text) and self.text[at] == ",":
                at = self.skip(at + 1)
        return None

    def later_clauses(self) -> Iterator[int]:
        """Where clauses after the first begin, those inside brackets left out."""
        for found in _CLAUSE.finditer(self.text):
            if not self.is_in_bracket(found.start()):
                yield found.end()

    def is_in_bracket(self, at: int) -> bool:
        """Whether a bracket is open at a place."""
        return self.text.count("(", 0, at) > self.text.count(")", 0, at)

    def first_sentence_end(self) -> int:
        """Where the first sentence ends."""
        return self.sentence_end(0)

    def sentence_end(self, at: int) -> int:
        """Where the sentence or clause ends that goes on at a place."""
        found = _SENTENCE_END.search(self.text, at)
        return found.start() if found else len(self.text)


def force(request: Match) -> str | None:
    """`weak`: *phân công đồng chí ...* directs a subordinate, the section's unit still leads; `topic`: *đối với ...*; `None`: an order."""
    return request.rule.attributes.get("force")
