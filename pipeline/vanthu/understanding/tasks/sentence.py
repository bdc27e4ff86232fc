"""One instruction read by itself: who must act, who helps, whether it instructs, whether it reports."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.tasks.sayings import Sayings
from vanthu.understanding.tasks.subject import BRACKET, moved
from vanthu.understanding.units.grammar import UnitName


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


_EDGE = " \t\n.:;,*_/"
_BARE_NUMBER = regex.compile(r"\s*\d{1,2}\s+(?=\p{Lu})")
_LABEL_WORDS = 8  # a title of attributes has no more
_INTRO_WORDS = 6  # before *cụ thể:*; fewer tell no work of their own
_BEFORE_HELPERS = 24  # characters: room for *chịu trách nhiệm chủ trì,*


@dataclass(frozen=True)
class Sentence(Sayings):
    """A node's text, read as an instruction."""

    @cached_property
    def is_empty_intro(self) -> bool:
        """Only opens a list."""
        if any(self.told("empty_intro")):
            return True
        opened = next(self.told("specifics"), None)
        return opened is not None and (
            not self.tells_work or len(self.text[: opened.span.start].split()) < _INTRO_WORDS
        )

    @cached_property
    def opens_orders(self) -> bool:
        """Whether it asks somebody to do what stands below it."""
        return self.text.rstrip(" *_").endswith(":") and any(self.told("request"))

    @cached_property
    def lists_things(self) -> bool:
        """Opens a list of things (*gồm:*), not of work."""
        return next(self.told("listing"), None) is not None

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """What it says about a task under headings of its own, each up to the next."""
        heads = [m for m in self.phrases if (m.rule.value or "").startswith("attribute.")]
        ends = [*(m.span.start for m in heads[1:]), len(self.text)][: len(heads)]
        headed = [
            Attribute((m.rule.value or "").partition(".")[2], m.span, Span(m.span.end, end))
            for m, end in zip(heads, ends, strict=True)
        ]
        return (*headed, *self._told_aside({a.kind for a in headed}))

    def _told_aside(self, told: AbstractSet[str]) -> Iterator[Attribute]:
        """Who leads and who helps by the words of a bracket or after *do*, where no heading and no subject says so."""
        for kind, units in self.asides:
            if kind not in told and units and not (kind == "lead" and self.subject[0]):
                span = Span(units[0].span.start, units[-1].span.end)
                yield Attribute(kind, span, span)

    @cached_property
    def is_attribute(self) -> bool:
        """Whether it says nothing but attributes of the work above it."""
        return bool(self.attributes) and not self.text[: self.attributes[0].span.start].strip(_EDGE + "-+")

    @cached_property
    def titled_attribute(self) -> str | None:
        """*Cơ quan chủ trì*, *Đơn vị chủ trì, phối hợp*: the kind of attribute that it is the title of; `None` where it says anything
        else.
        """
        words = self.text.strip(_EDGE)
        if len(words.split()) > _LABEL_WORDS:
            return None
        labels = type(self)(f"{words}:", self.rules).attributes
        if not labels or labels[-1].value.end > labels[-1].value.start:
            return None
        before = words[: labels[0].span.start].strip(_EDGE)
        if not before:
            return labels[0].kind
        return type(self)(before, self.rules).titled_attribute

    @cached_property
    def heading_units(self) -> tuple[UnitName, ...]:
        """The units, where the text names units and nothing else (*Đề nghị Ủy ban ... xã:*); empty where it says more."""
        return self._heading[0]

    @cached_property
    def heading_partners(self) -> tuple[UnitName, ...]:
        """The units that such a text names as helpers (*Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh:*)."""
        return self._heading[1]

    @cached_property
    def _heading(self) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        units, end = self._grown(*self.reader.list_at(self._heading_start()))
        if not units:
            return (), ()
        if bracket := BRACKET.match(self.text, end):
            end = bracket.end()
        partners, end = self._helpers_named(end)
        duty = next(self.told("empty_intro"), None)
        if duty and duty.span.start <= end + 1:
            end = duty.span.end
        return (units, partners) if not self.text[end:].strip(_EDGE) else ((), ())

    def _heading_start(self) -> int:
        """Past words of asking, past *Nhiệm vụ chung của*, past a number whose dot was lost in reading."""
        title = next(self.told("duties_of"), None)
        number = _BARE_NUMBER.match(self.text)
        return self.skip(title.span.end) if title else self.after_request(number.end() if number else 0)

    def _helpers_named(self, end: int) -> tuple[tuple[UnitName, ...], int]:
        """*chủ trì, phối hợp với X:* after the units of a line that ends with a colon."""
        if not self.text.rstrip(" *_").endswith(":"):
            return (), end
        for phrase in self.told("coordinate"):
            between = self.text[end : phrase.span.start] if phrase.span.start >= end else ""
            verbs = [m for p, m in self.reader.verbs.items() if end <= p < phrase.span.start]
            if len(between) <= _BEFORE_HELPERS and all(m.rule.value == "duty" for m in verbs):
                units, last = self.reader.list_at(self.skip(phrase.span.end))
                return (units, last) if units else ((), end)
        return (), end

    @cached_property
    def loose_units(self) -> tuple[UnitName, ...]:
        """The text as names of units, whether the grammar knows all its words or not."""
        start = self.after_request(0)
        return moved(self.rules.grammar.read(self.text[start:]).split(), start)

    @cached_property
    def hands_in(self) -> bool:
        """Whether it says what has to be handed in by when, and not by whom."""
        return any(self.told("deliver"))

    @cached_property
    def partners(self) -> tuple[UnitName, ...]:
        """Units that must help, in order, each once."""
        found: dict[str, UnitName] = {}
        for phrase in self.told("coordinate"):
            units, _ = self.reader.list_at(self.skip(phrase.span.end))
            for unit in units:
                if not self.reader.is_vague(unit.span):
                    found.setdefault(unit.name, unit)
        return tuple(found.values())

    @cached_property
    def ordered_later(self) -> tuple[UnitName, ...]:
        """Units that a later sentence orders to act, where the first tells no work (*Thống nhất chủ trương. Giao X ...*)."""
        if self.subject[0] or self.tells_work or self.later_order is None:
            return ()
        start, order = self.later_order
        return moved(order.actors, start)

    @cached_property
    def begins_with_part(self) -> bool:
        """Whether it goes on, behind a unit's name, with the part that the unit takes (*chủ trì, ...*, *phối hợp với ...*)."""
        start = self.skip(0)
        while self.text[start : start + 1] in {",", ";"}:
            start = self.skip(start + 1)
        parts = ("takes_lead", "carries_out", "helps", "coordinate")
        return any(m.span.start == start for part in parts for m in self.told(part))

    @cached_property
    def narrates(self) -> bool:
        """Tells of papers of the past, and orders nobody in a later sentence."""
        return any(self.told("narrates")) and not self.later_order

    @cached_property
    def orders_somebody(self) -> bool:
        """Whether it asks somebody to act, or a later sentence does where the first tells no work."""
        return self.is_ordered or (not self.tells_work and self.later_order is not None)

    @cached_property
    def strength(self) -> Strength:
        """How plainly it instructs."""
        if self.subject[0] or self.ordered_later:
            return Strength.ACTOR
        if self._main_verb is not None or self.hands_in or self._tells_people_or_manner:
            return Strength.VERB
        duty = any(m.rule.value == "duty" for m in self.reader.verbs.values())
        asked = any(self.told("request"))
        return Strength.DUTY if duty or asked else Strength.NONE

    @cached_property
    def _tells_people_or_manner(self) -> bool:
        """*Trực tiếp dẫn ...*: a word of manner in front makes a verb of what no rule knows; *Toàn thể công chức tham gia*."""
        found = self.reader.verbs.get(self.skip(0))
        if found is not None and found.rule.attributes.get("before") == "verb":
            return True
        people = next(self.told("people"), None)
        return people is not None and self._verb_after(people.span.end) is not None

    @cached_property
    def names_work(self) -> bool:
        """Whether some verb of work stands in it at all."""
        return any(m.rule.value == "action" for m in self.reader.verbs.values())

    @cached_property
    def _main_verb(self) -> Match | None:
        """The verb that tells the work: after the subject, or what the text opens with; `None` where it opens otherwise."""
        units, verb = self.subject
        start = verb if units else self.skip(0)
        found = self._verb_from(start)
        return found or (None if units else self._verb_after_opener() or self._verb_after_topic())

    def _verb_after_topic(self) -> Match | None:
        """*Công tác hậu cần: Chuẩn bị lều trại*."""
        return self._verb_from(self.topic_end) if self.topic_end else None

    def _verb_after_opener(self) -> Match | None:
        """*Căn cứ nhiệm vụ được giao, xây dựng ...*: the verb after the comma, else the first in the sentence."""
        opener = next(self.told("opener"), None)
        if opener is None:
            return None
        end = self.first_sentence_end()
        commas = (i for i in range(end) if self.text[i] == ",")
        found = next((v for c in commas if (v := self._verb_from(self.skip(c + 1)))), None)
        grounds = opener.rule.attributes.get("then") == "verb"
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
            at = self.skip(found.span.end)
            while at < len(self.text) and self.text[at] == ",":
                at = self.skip(at + 1)
        return None

    @property
    def tells_work(self) -> bool:
        """Whether a verb says what is to be done, right where the work should begin."""
        return self._main_verb is not None

    @cached_property
    def reports(self) -> bool:
        """Whether the work is to report."""
        verb = self._main_verb
        return self.hands_in or (verb is not None and verb.rule.value == "report" and not self._does_more)

    @property
    def _does_more(self) -> bool:
        """Whether another sentence begins with work of its own."""
        begun = (c for c in self.later_clauses() if self.text[:c].rstrip().endswith("."))
        return any(self.reader.verb_at(c) == "action" for c in begun)

    @cached_property
    def tells_of_report(self) -> bool:
        """Whether a report is spoken of at all."""
        return any(m.rule.value == "report" for m in self.reader.verbs.values())
