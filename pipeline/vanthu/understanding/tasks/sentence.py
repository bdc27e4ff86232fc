"""One instruction read by itself: who must act, who helps, whether it instructs, whether it reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.tasks.rules import TaskRules
from vanthu.understanding.units import UnitName, UnitReader


class Strength(IntEnum):
    """How plainly a text instructs."""

    NONE = 0
    DUTY = 1  # a word of duty stands somewhere in it
    VERB = 2  # it begins with what is to be done
    ACTOR = 3  # it says who must do it


class Attribute(NamedTuple):
    """*Cơ quan chủ trì: Sở Y tế*: `kind` is lead, partner, time, product or other; spans are in the text."""

    kind: str
    span: Span
    value: Span


_BLANKS = regex.compile(r"\s*")
_BRACKET = regex.compile(r"\s*\([^()]*\)")
_AFTER_ACTOR = regex.compile(r"\s*(?::|,\s+)?\s*")
_SENTENCE_END = regex.compile(r"[.;](?=\s|$)")
_OBJECT_OF = regex.compile(
    r"(?:của|cho|với|tại|về|đến|từ|cùng|giúp|gửi|qua|bởi|trong|đối với|theo|thuộc|như|là|tới|vào|trên|giữa|do)\s+$",
    regex.IGNORECASE,
)
_PASSIVE = regex.compile(r"(?:được|bị)\s+[\p{L} ]{2,14}\s+$", regex.IGNORECASE)
_CONDITION = regex.compile(r"\s*(?:khi|nếu|trường hợp)\s", regex.IGNORECASE)
_ONLY_BRACKET = regex.compile(r"\s*[*_]*\([^()]*\)[*_.;,/ ]*", regex.DOTALL)
_GROUNDS = frozenset({"căn cứ", "trên cơ sở", "để", "nhằm", "định kỳ"})
_ASKING = frozenset({"đề nghị", "yêu cầu", "giao"})
_ROW_LENGTH = 80  # characters
_EDGE = " \t\n.:;,*_/"


@dataclass(frozen=True)
class Sentence:
    """A node's text with what the rules find in it, each looked up once."""

    text: str
    rules: TaskRules

    @cached_property
    def reader(self) -> UnitReader:
        """The reader of unit names."""
        return self.rules.grammar.read(self.text)

    @cached_property
    def phrases(self) -> tuple[Match, ...]:
        """All matches of the rules on roles."""
        return self.rules.roles.find(self.text)

    def _told(self, value: str) -> Iterator[Match]:
        return (m for m in self.phrases if m.rule.value == value)

    @cached_property
    def is_closing(self) -> bool:
        """A courtesy, a word on difficulties, a clause of form, a note: nothing to do."""
        return any(m.rule.value in ("closing", "sum") for m in self.phrases)

    @cached_property
    def is_bracketed(self) -> bool:
        """A line that is one bracket."""
        return _ONLY_BRACKET.fullmatch(self.text) is not None

    @cached_property
    def is_done_by_itself(self) -> bool:
        """An act that the paper performs by being signed (*Điều 1. Thành lập ...*), and nobody's work."""
        return any(self._told("constitutive")) and not self.actors

    @cached_property
    def is_empty_intro(self) -> bool:
        """Only opens a list."""
        return next(self._told("empty_intro"), None) is not None

    @cached_property
    def lists_things(self) -> bool:
        """Opens a list of things (*gồm:*), not of work."""
        return next(self._told("listing"), None) is not None

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """What it says about a task under headings of its own, each up to the next."""
        heads = [m for m in self.phrases if (m.rule.value or "").startswith("attribute.")]
        ends = [*(m.span.start for m in heads[1:]), len(self.text)][: len(heads)]
        return tuple(
            Attribute((m.rule.value or "").partition(".")[2], m.span, Span(m.span.end, end))
            for m, end in zip(heads, ends, strict=True)
        )

    @cached_property
    def is_attribute(self) -> bool:
        """Whether it says nothing but attributes of the work above it."""
        return bool(self.attributes) and not self.text[: self.attributes[0].span.start].strip(_EDGE + "-+")

    @cached_property
    def heading_units(self) -> tuple[UnitName, ...]:
        """The units, where the text names units and nothing else (*Đề nghị Ủy ban ... xã:*); empty where it says more."""
        start = self._after_request(0)
        units, end = self.reader.list_at(start)
        rest = self.text[end:]
        if bracket := _BRACKET.match(rest):
            rest = rest[bracket.end() :]
        duty = next(self._told("empty_intro"), None)
        if duty and duty.span.start <= end + 1:
            rest = self.text[duty.span.end :]
        return units if units and not rest.strip(_EDGE) else ()

    @cached_property
    def loose_units(self) -> tuple[UnitName, ...]:
        """The text as names of units, whether the grammar knows all its words or not."""
        start = self._after_request(0)
        rest = self.rules.grammar.read(self.text[start:]).split()
        return tuple(UnitName(u.name, Span(u.span.start + start, u.span.end + start)) for u in rest)

    def _skip(self, at: int) -> int:
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def _after_request(self, at: int) -> int:
        start = self._skip(at)
        found = next(
            (m for m in self._told("request") if m.span.start == start and _force(m) != "weak"), None
        )
        return self._after_request(found.span.end) if found else start

    @cached_property
    def actors(self) -> tuple[UnitName, ...]:
        """Units that the text itself orders to act, with those that *riêng ...* brings in; empty where it names none."""
        first, _ = self._subject
        return (*first, *self._besides(first)) if first else ()

    @cached_property
    def _subject(self) -> tuple[tuple[UnitName, ...], int]:
        """The units that act, and where what they do begins."""
        for start in self._subject_places():
            units, end = self.reader.list_at(start)
            if units and (verb := self._verb_after(end)) is not None:
                return self._ordered_by(units, verb)
            if units and (self._is_asked(start) or self._leads_a_row(start, end)):
                return units, self._skip(end)
        return (), 0

    def _leads_a_row(self, start: int, end: int) -> bool:
        """A text that begins with a unit and a comma, what follows being names that no rule knows, and soon a verb."""
        if self.text[:start].strip() or not self.text[end:].startswith(","):
            return False
        return any(end < place <= end + _ROW_LENGTH for place in self.reader.verbs)

    def _is_asked(self, at: int) -> bool:
        """Whether the words right before a place ask somebody to act; *đối với* alone doesn't."""
        before = len(self.text[:at].rstrip())
        return any(m.span.end == before and _force(m) is None for m in self._told("request"))

    def _subject_places(self) -> Iterator[int]:
        start = self._skip(0)
        asked = self._after_request(start)
        yield asked
        topic = any(m.span.start == start and _force(m) == "topic" for m in self._told("request"))
        if not topic and next(self._told("opener"), None) is None:
            return
        limit = self._first_sentence_end()
        places = [p for p in self.reader.starts() if start < p < limit and self._may_be_subject(p)]
        yield from places

    def _first_sentence_end(self) -> int:
        found = _SENTENCE_END.search(self.text)
        return found.start() if found else len(self.text)

    def _may_be_subject(self, at: int) -> bool:
        """Not inside a name that began before, nor what a verb or a preposition governs."""
        before = self.text[:at]
        if any(m.span.end == len(before.rstrip()) and m.rule.value == "request" for m in self.phrases):
            return True
        if _OBJECT_OF.search(before):
            return False
        if _PASSIVE.search(before) or before.rstrip().endswith((",", "thì")):
            return not _CONDITION.match(before) or before.rstrip().endswith("thì") or "," in before
        governed = any(m.span.end == len(before.rstrip()) for m in self.reader.verbs.values())
        return not governed

    def _verb_after(self, end: int) -> int | None:
        """Where the verb begins that follows a subject, a bracket or a colon between them; `None` where none does."""
        bracket = _BRACKET.match(self.text, end)
        at = bracket.end() if bracket else end
        found = _AFTER_ACTOR.match(self.text, at)
        start = found.end() if found else at
        has_colon = ":" in self.text[at:start]
        if self.reader.verb_at(start) is not None:
            return start
        return start if has_colon and start < len(self.text) else None

    def _ordered_by(self, units: tuple[UnitName, ...], verb: int) -> tuple[tuple[UnitName, ...], int]:
        """*UBND xã yêu cầu các trường rà soát*: who is asked must act, not who asks."""
        asked, end = self.reader.list_at(self._after_request(verb))
        if asked and asked[0].span.start > verb and (inner := self._verb_after(end)) is not None:
            return asked, inner
        return units, verb

    def _besides(self, first: tuple[UnitName, ...]) -> Iterator[UnitName]:
        known = {u.name for u in first}
        for phrase in self._told("besides"):
            units, end = self.reader.list_at(self._skip(phrase.span.end))
            if units and self._verb_after(end) is not None:
                yield from (u for u in units if u.name not in known)

    @cached_property
    def asked_inside(self) -> tuple[UnitName, ...]:
        """Units that orders anywhere inside name (*..., đề nghị X rà soát, giao Y chủ trì*)."""
        found: dict[str, UnitName] = {}
        for phrase in self._told("request"):
            units, end = self.reader.list_at(self._skip(phrase.span.end))
            if _force(phrase) != "topic" and units and self._verb_after(end) is not None:
                found.update((u.name, u) for u in units)
        return tuple(found.values())

    @cached_property
    def asks(self) -> bool:
        """Whether it orders with a word of asking (*đề nghị, yêu cầu, giao*)."""
        return any(self._told("request")) or any(
            self.text[m.span.start : m.span.end].lower() in _ASKING for m in self.reader.verbs.values()
        )

    @cached_property
    def hands_in(self) -> bool:
        """Whether it says what has to be handed in by when, and not by whom."""
        return any(self._told("deliver"))

    @cached_property
    def is_ordered(self) -> bool:
        """Whether the units that act are those that a word of asking precedes."""
        units, _ = self._subject
        return bool(units) and (
            self._is_asked(units[0].span.start) or self._asked_by_verb(units[0].span.start)
        )

    def _asked_by_verb(self, at: int) -> bool:
        before = self.text[:at].rstrip()
        return any(before.lower().endswith(word) for word in _ASKING)

    @cached_property
    def partners(self) -> tuple[UnitName, ...]:
        """Units that must help, in order, each once."""
        found: dict[str, UnitName] = {}
        for phrase in self._told("coordinate"):
            units, _ = self.reader.list_at(self._skip(phrase.span.end))
            for unit in units:
                found.setdefault(unit.name, unit)
        return tuple(found.values())

    @cached_property
    def strength(self) -> Strength:
        """How plainly it instructs."""
        if self._subject[0]:
            return Strength.ACTOR
        if self._main_verb is not None or self.hands_in:
            return Strength.VERB
        duty = any(m.rule.value == "duty" for m in self.reader.verbs.values())
        asked = any(self._told("request"))
        return Strength.DUTY if duty or asked else Strength.NONE

    @cached_property
    def _main_verb(self) -> Match | None:
        """The verb that tells the work: after the subject, or what the text opens with; `None` where it opens otherwise."""
        units, verb = self._subject
        start = verb if units else self._skip(0)
        found = self._verb_from(start)
        return found or (None if units else self._verb_after_opener())

    def _verb_after_opener(self) -> Match | None:
        """*Căn cứ nhiệm vụ được giao, xây dựng ...*: the verb after the comma, else the first in the sentence."""
        opener = next(self._told("opener"), None)
        if opener is None:
            return None
        end = self._first_sentence_end()
        commas = (i for i in range(end) if self.text[i] == ",")
        found = next((v for c in commas if (v := self._verb_from(self._skip(c + 1)))), None)
        grounds = self.text[opener.span.start : opener.span.end].strip().lower() in _GROUNDS
        if found is None and grounds:
            places = sorted(
                p for p, m in self.reader.verbs.items() if p < end and m.rule.value in ("action", "report")
            )
            found = self.reader.verbs[places[0]] if places else None
        return found

    def _verb_from(self, at: int) -> Match | None:
        """The first verb that is neither adverb nor word of duty, from a place on, with nothing but such words between."""
        while (found := self.reader.verbs.get(at)) is not None:
            if found.rule.value in ("action", "report"):
                return found
            at = self._skip(found.span.end)
            while at < len(self.text) and self.text[at] == ",":
                at = self._skip(at + 1)
        return None

    @cached_property
    def reports(self) -> bool:
        """Whether the work is to report."""
        verb = self._main_verb
        return self.hands_in or (verb is not None and verb.rule.value == "report")

    @cached_property
    def tells_of_report(self) -> bool:
        """Whether a report is spoken of at all."""
        return any(m.rule.value == "report" for m in self.reader.verbs.values())


def _force(request: Match) -> str | None:
    """`weak`: *phân công đồng chí ...* directs a subordinate, the section's unit still leads; `topic`: *đối với ...*; `None`: an order."""
    return request.rule.attributes.get("force")
