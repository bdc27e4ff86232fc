"""Whether a line that opens a list has work of its own besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.rulebook import Match
from vanthu.understanding.sentences.labels import Labels

_JOINT = regex.compile(r"[,;]|\svà\s")
_WORD = regex.compile(r"\p{L}[\p{L}\d/.-]*|\d\S*")
_WORK = ("action", "report")


@dataclass(frozen=True)
class Lists(Labels):
    """Reads a line that ends in *các nội dung sau:*, *như sau:*."""

    @cached_property
    def _openers(self) -> Mapping[int, Match]:
        return {m.span.start: m for m in self.rules.list_openers.find(self.text)}

    def _value(self, at: int) -> str | None:
        opener = self._openers.get(at)
        return opener.rule.value if opener else None

    def has_own_work(self, begin: int, end: int) -> bool:
        """*Khóm hướng dẫn Nhân dân treo cờ đúng quy định như sau:*, never *Khóm phối hợp với X thực hiện tốt các nội dung sau:*.

        `begin` is where what is to be done begins, `end` where the words begin that open the list.
        """
        chain = self._verbs_before(end)
        if chain < end:  # these verbs have the list for their object: what is told before them counts
            end = max((m.end() for m in _JOINT.finditer(self.text, begin, max(begin, chain))), default=begin)
        return self._names_object(begin, end)

    def only_carries(self, begin: int) -> bool:
        """*yêu cầu các đơn vị khẩn trương thực hiện:*: whether all words from a place up to the colon say only that something is done."""
        at = begin
        while carried := self._openers.get(at):
            if carried.rule.value != "carries":
                return False
            joint = _JOINT.match(self.text, carried.span.end)
            at = self.skip(joint.end() if joint else carried.span.end)
        return at > begin and not self.text[at:].strip(" :*_")

    def _verbs_before(self, end: int) -> int:
        """Where the verbs begin, and the words of manner between them, that end right before a place; the place itself where none do."""
        known = (*self.reader.verbs.values(), *self._openers.values())
        found = next((m for m in known if m.span.end == self.end_before(end)), None)
        bare = found is None or self._value(found.span.start) in ("list", "ground")
        return end if found is None or bare else self._verbs_before(found.span.start)

    def _past_ground(self, at: int, end: int) -> int:
        """*Theo chức năng, nhiệm vụ được giao, rà soát ...*: behind the comma before the next verb; `end` where there is none."""
        commas = (m.end() for m in _JOINT.finditer(self.text, at, end))
        starts = (self.skip(c) for c in commas)
        return next((p for p in starts if p in self.reader.verbs), end)

    def _past_carried(self, at: int) -> int:
        """Past words at a place that say only that something is done, or with whom; the place itself where there are none."""
        told = [m for m in self.told("coordinate") if m.span.start == at]
        told += [self._openers[at]] if self._value(at) == "carries" else []
        return max((m.span.end for m in told), default=at)

    def _names_object(self, at: int, end: int) -> bool:
        """Whether some verb between two places says what is to be done, by an object of its own."""
        doing = True  # what follows the subject is a verb, whether a rule knows it or not
        while word := _WORD.search(self.text, at, end):
            at = word.start()
            units, after_units = self.reader.list_at(at)
            if self._value(at) == "list":
                return False
            if self._value(at) == "ground":
                at, doing = self._past_ground(at, end), True
            elif (past := self._past_carried(at)) > at:
                at, doing = past, False
            elif units:
                at = after_units
            elif verb := self.reader.verbs.get(at):
                at, doing = verb.span.end, doing or verb.rule.value in _WORK
            else:
                return doing
        return False
