"""The labels of a text: lines that name unit, time or product of the work above them, and headings that name units alone."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.understanding.sentences.sayings import Sayings
from vanthu.understanding.sentences.subject import moved
from vanthu.understanding.units.parts import BRACKET, UnitName

_EDGE = " \t\n.:;,*_/"
_BARE_NUMBER = regex.compile(r"\s*\d{1,2}\s+(?=\p{Lu})")
_SENTENCE_MARK = regex.compile(r"[.;:()]")
_NAME_WORDS = 16  # behind a name in a heading
_LABEL_WORDS = 8  # a title of attributes has no more
_BEFORE_HELPERS = 24  # characters: room for *chịu trách nhiệm chủ trì,*


class Attribute(NamedTuple):
    """*Cơ quan chủ trì: Sở Y tế*: `kind` is lead, partner, time, product or other; spans are in the text."""

    kind: str
    span: Span
    value: Span


@dataclass(frozen=True)
class Labels(Sayings):
    """Finds what a text names without instructing."""

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
        """Whether it says nothing but attributes of the work above it (*Kinh phí: từ ngân sách xã. Phòng Kinh tế lập dự toán* says more, and
        so does *Thời gian: từ 16 giờ ngày 30/12, Ban Tổ chức chấm điểm*).
        """
        if not self.attributes or self.text[: self.attributes[0].span.start].strip(_EDGE + "-+"):
            return False
        kind = self.attributes[0].kind
        return not (kind == "money" and self.later_order) and not (kind == "time" and self._acts_behind_time)

    @property
    def _acts_behind_time(self) -> bool:
        units = self.subject[0]
        return bool(units) and self.text[: units[0].span.start].rstrip().endswith(",")

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
    def begins_with_time(self) -> bool:
        """Whether it begins, or goes on after a topic and its colon, by saying that a time follows (*Cấp huyện: Thời gian 01 ngày*)."""
        starts = {self.skip(0), self.topic_end or self.skip(0)}
        return any(self.has_word("time_title", at) for at in starts)

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
        start = self._heading_start()
        named = self.reader.list_at(start)
        units, end = self._of_duties(*self.grown(*(named if named[0] else self.reader.whole_level_at(start))))
        if not units:
            return (), ()
        if bracket := BRACKET.match(self.text, end):
            end = bracket.end()
        partners, end = self._helpers_named(self._past_office(end))
        duty = next(self.told("empty_intro"), None)
        if duty and duty.span.start <= end + 1:
            end = duty.span.end
        return (units, partners) if not self.text[end:].strip(_EDGE) else ((), ())

    def _past_office(self, end: int) -> int:
        """*Sở Y tế là cơ quan đầu mối:* past what a body is, where that alone opens a list."""
        office = self.reader.verbs.get(self.skip(end))
        if office is None or office.rule.value != "duty":
            return end
        return office.span.end if self.text[office.span.end :].strip(" *_") == ":" else end

    def _of_duties(self, units: tuple[UnitName, ...], end: int) -> tuple[tuple[UnitName, ...], int]:
        """*Nhiệm vụ của Tổ tiếp nhận, phân loại đơn của công dân:* what stands behind one name, up to the end, is of it."""
        rest = self.text[end:].rstrip(_EDGE)
        plain = not _SENTENCE_MARK.search(rest) and len(rest.split()) <= _NAME_WORDS
        if len(units) != 1 or not rest or not plain or not any(self.told("duties_of")):
            return units, end
        return (self.stretched(units[0], end + len(rest)),), end + len(rest)

    def _heading_start(self) -> int:
        """Past words of asking, past *Nhiệm vụ chung của*, past a number whose dot was lost in reading."""
        title = next(self.told("duties_of"), None)
        number = _BARE_NUMBER.match(self.text)
        return self.skip(title.span.end) if title else self.after_request(number.end() if number else 0)

    def _helpers_named(self, end: int) -> tuple[tuple[UnitName, ...], int]:
        """*chủ trì, phối hợp với X:* after the units of a line that no sentence's mark ends."""
        if self.text.rstrip(" *_").endswith((".", ";")):
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
