"""Levels of government and names of places inside a unit's name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold_spelling, is_syllable
from vanthu.rulebook import Match
from vanthu.understanding.units.parts import COLON, COMMA, JOIN, WORD, Parts, owns_each

_NUMBER = regex.compile(r"\s+số\s+\d{1,2}(?![\d%]|[/.,-]\d)")  # *khu vực số 3*
_NEXT_NUMBER = regex.compile(r"\d{1,2}(?![\d%]|[./,]\d)")
_NUMBER_LEFT = regex.compile(r"\s*(?:[,;:.()]|\Z)|\s+và\s+\d")
_COUNT = regex.compile(r"\d+\s+(?:năm|quý|tháng|tuần|ngày|giờ|buổi|lần)\b")  # *các thôn 2 tuần họp một lần*
_SYLLABLES = 3  # of a place's name; people's names have as many and more
OTHER_NAME = frozenset({"head", "committee", "person", "joint"})


@dataclass(frozen=True)
class Places(Parts):
    """Steps over levels and places."""

    def levels_end(self, at: int) -> int:
        """*xã, phường, thị trấn*, *các xã - thị trấn*: levels in a row belong to one name."""
        end = at
        several = self._stands_for_several(at)
        while joint := COMMA.match(self.text, end) or (several and JOIN.match(self.text, end)):
            following = self.parts.get(joint.end())
            if (
                following is None
                or following.rule.value != "level"
                or self._level_begins_anew(at, joint.end())
            ):
                break
            if end == at and not several and self.place_end(following.span.end) > following.span.end:
                break  # *Công an huyện và xã Đông*
            end = following.span.end
        return end

    def _stands_for_several(self, level_end: int) -> bool:
        """*các huyện*: whether a word for many stands before the level that ends at a place."""
        level = self.ending.get(level_end)
        before = self.ending.get(self.end_before(level.span.start)) if level else None
        return before is not None and before.rule.value == "det"

    def _level_begins_anew(self, level_end: int, at: int) -> bool:
        """*Công an xã, Thôn Đông*: a level in a capital after one in small letters begins another name."""
        before = self.ending.get(level_end)
        return before is not None and self.text[before.span.start].islower() and self.text[at].isupper()

    def place_end(self, at: int) -> int:
        """Past the name or number of a place after its level."""
        number = _NUMBER.match(self.text, at)
        end = number.end() if number else at
        while (start := self._next_of_place(end)) is not None:
            word = WORD.match(self.text, start)
            is_name = word is not None and (word[0][0].isupper() or word[0].isdigit())
            if word is None or not is_name or _COUNT.match(fold_spelling(self.text), start):
                break
            if self.value_at(start) in OTHER_NAME and not (end == at and self._is_place(start, word)):
                break
            end = word.end()
        return end

    def _is_place(self, at: int, word: regex.Match[str]) -> bool:
        """*huyện Trạm Tấu*, *thành phố Hội An*: a place whose first syllable is also a head, before one that is none."""
        after = self.next_word(word.end())
        second = WORD.match(self.text, after) if after is not None else None
        first = self.parts.get(at)  # none where the document itself gives the name
        known = first is None or after in self.parts or first.span.end != word.end()
        return second is not None and second[0][0].isupper() and not known

    def ends_with_a_place(self, end: int) -> bool:
        """*tại thôn Đông*: whether the name of a place with its level ends at a place."""
        levels = (m.span.end for m in self.parts.values() if m.rule.value == "level" and m.span.end < end)
        return any(self.place_end(at) == end for at in levels)

    def last_level(self, name: Span) -> Match | None:
        """The last word of a level inside a name; `None` where it has none."""
        parts = (self.parts.get(at) for at in reversed(range(name.start, name.end)))
        return next((m for m in parts if m and m.rule.value == "level" and name.covers(m.span)), None)

    def begins_levels(self, at: int) -> bool:
        """Whether a head begins at a place that stands on many levels (*UBND*, *Công an*)."""
        head = self.parts.get(at)
        return head is not None and head.rule.attributes.get("levels") == "many"

    def ends_with_place(self, name: Span, level: Match) -> bool:
        """Whether a name ends with one place of this level (*UBND xã Đông Hà*)."""
        return (
            not self._stands_for_several(level.span.end)
            and self.place_end(level.span.end) == name.end > level.span.end
        )

    def bare_place_end(self, at: int) -> int:
        """Where the name of a place ends that no level stands before: two or three syllables, each with a capital, that no rule knows; 0 elsewhere."""
        end = self.place_end(at - 1) if at not in self.parts and at not in self.verbs else 0
        words = self.text[at:end].split()
        named = 2 <= len(words) <= _SYLLABLES and all(is_syllable(w) and w[0].isupper() for w in words)
        return end if named else 0

    def before_place(self, name: Span) -> int:
        """*Hạt Kiểm lâm Đông Hà*: where the bare place begins that a name ends with, behind other words that are known or in small letters; 0
        elsewhere.
        """
        for before, word in pairwise(WORD.finditer(self.text, name.start, name.end)):
            behind = before[0][0].islower() or before.end() in self.ending
            if behind and self.bare_place_end(word.start()) == name.end:
                return word.start()
        return 0

    def _next_of_place(self, end: int) -> int | None:
        """The next word, be it behind a dash (*khu vực Hà - Sơn*) that no other name follows."""
        dash = JOIN.match(self.text, end)
        if dash and self.text[dash.end()].isupper() and self.value_at(dash.end()) is None:
            return dash.end()
        return self.next_word(end)

    def places_end(self, at: int) -> int:
        """*các thôn Đông, Đoài và Nam*: names of places after a level that stands for several."""
        end = self.place_end(at)
        while end > at and (joint := COMMA.match(self.text, end)):
            start = joint.end()
            begin = self._past_level(start)
            other = begin == start and begin in self.parts and not self._may_name_place(begin)
            if other or not self._begins_place(at, begin):
                break
            end = self.place_end(begin - 1)
        return end

    def owned_end(self, owner: Match) -> int:
        """*chủ tàu Sao Mai*, *các chủ đò Sáu Hớn, Hai Lợi*: past what is owned, each by its name; 0 elsewhere."""
        if not owns_each(owner):
            return 0
        end = owner.span.end
        kind = self.parts.get(self.skip(end))
        if kind is not None and kind.rule.value == "level":  # *các chủ dự án Khu đô thị Sen, Cầu Mới*
            return self.places_end(kind.span.end)
        named = self.places_end(end) if self._stands_for_several(end) else self.place_end(end)
        return named if named > end else 0

    def _begins_place(self, first: int, at: int) -> bool:
        """*các phường 1, 2*: whether a capital stands at a place, or one more number after one."""
        number = _NEXT_NUMBER.match(self.text, at)
        if number is None or not self.text[self.skip(first)].isdigit():
            return self.text[at : at + 1].isupper()
        return bool(_NUMBER_LEFT.match(self.text, number.end())) or self.acts_at(self.skip(number.end()))

    def _may_name_place(self, at: int) -> bool:
        """*các xã An Hải, An Ninh*: whether a word that the rules know is the name of a place here: one for a hamlet, a field in capitals."""
        field = self.parts[at] if self.value_at(at) == "field" else None
        words = self.clean(*field.span).split() if field else []
        return self._is_hamlet_word(at) or (len(words) > 1 and all(w.istitle() for w in words))

    def _is_hamlet_word(self, at: int) -> bool:
        """*các huyện Nậm Pung, Bản Vược*: whether a word for a hamlet that names of larger places begin with stands in a capital before another."""
        part = self.parts.get(at)
        after = self.skip(part.span.end) if part is not None else at
        return (
            part is not None
            and part.rule.attributes.get("begins") == "places"
            and self.text[at : at + 1].isupper()
            and self.text[after : after + 1].isupper()
        )

    def _past_level(self, at: int) -> int:
        """*và thị trấn Nà Phặc*: where the name of a place begins behind its level."""
        part = self.parts.get(at)
        small = part is not None and part.rule.value == "level" and self.text[at].islower()
        return self.skip(part.span.end) if part is not None and small else at

    def listed_places(self, at: int) -> int:
        """*UBND các xã: Tân Lập, Phú Hòa*, *Các Hạt Kiểm lâm: Tân Lập, Phú Hòa*: the places that a colon counts up; a verb after the colon is none."""
        colon = COLON.match(self.text, at)
        if not colon or colon.end() in self.verbs:
            return at
        if colon.end() in self.parts and not self._is_hamlet_word(colon.end()):
            return at
        end = self.places_end(colon.end() - 1)
        return end if "," in self.text[colon.end() : end] or not self.text[end:].strip(" .;") else at
