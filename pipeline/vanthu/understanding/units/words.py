"""Inside a unit's name: words of its field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex

from vanthu.rulebook import Match
from vanthu.understanding.units.parts import BLANK, COMMA, JOIN, WORD, begins_anew
from vanthu.understanding.units.places import OTHER_NAME, Places

_INNER_COMMA = regex.compile(r",\s+(?=\p{Lu})")
_AND = regex.compile(r"\s+và\s+(?=\p{Lu})")
_CLOSES_ROW = regex.compile(r" và | [-–] |\p{Ll} \p{Lu}+&\p{Lu}")
_ACRONYM = regex.compile(r"\s+(?P<word>\p{Lu}{2,6})(?!\w)")
_UNKNOWN_SYLLABLES = 4
_WHOLE_OBJECT = 2  # words, behind which another may be the next verb
_BIG_ENDERS = OTHER_NAME | {"level", "det", "qualifier"}  # in capitals, too; nothing that a verb governs
_ENDERS = _BIG_ENDERS | {"stop", "purpose", "has", "clause"}
_ENDS_SMALL = frozenset({"level", "qualifier"})
_OBJECTS = frozenset({"noun", "field"})
_ENDS_OF_NAMES = frozenset({"level", "field", "qualifier"})
_END_UNKNOWN = frozenset({"level", "qualifier", "stop", "purpose", "field", "has", "clause"})


def _is_acronym(word: str) -> bool:
    """*KT*, *GD&ĐT*: no second syllable follows it."""
    return len(word) > 1 and word.isupper()


def _is_half(part: Match, word: regex.Match[str]) -> bool:
    """*Bà* in *Hòn Bà*, *khoa* in *Bệnh viện Nhãn khoa*: a word of address in a capital or a short head in small letters, right after one
    capital, is half of that word.
    """
    if word[0][0].isupper():
        return part.rule.attributes.get("title") == "before"
    return part.rule.value == "head" and part.span.end == word.end()


class Behind(NamedTuple):
    """What stands before a word inside a name, up to `end`."""

    end: int
    second: bool  # a capital whose second syllable may follow in small letters
    pair: bool  # two capitals, a proper name that is whole (*Báo Hà Lĩnh mở chuyên mục*)
    name: bool  # more than a bare head


@dataclass(frozen=True)
class Words(Places):
    """Steps over the words that belong to a name."""

    def words_end(self, at: int, *, alone: bool = True, whole: bool = False) -> int:
        """Past words of a field's name: capitals, their second syllables, fields in small letters, joined by dash or *và*.

        Not `alone`: among other names of one kind, where a comma parts them. `whole`: what stands before is a name by itself.
        """
        end, loose, capital, pair = at, False, False, False
        while True:
            start = self._next_start(end, alone=alone)
            behind = Behind(end, second=loose, pair=pair, name=whole or end > at)
            step = self._step(start, behind) if start is not None else None
            if start is None or step is None:
                return self._past_comma(at, end) if end > at and alone else end
            upper = self.text[start].isupper()
            pair, capital = capital and upper, upper and self.value_at(start) != "field"
            end, loose = step

    def _past_comma(self, at: int, end: int) -> int:
        """*Sở Văn hóa, Thể thao và Du lịch*: a comma inside one name, told by what closes the row: *và*, a dash, initials with *&*."""
        comma = _INNER_COMMA.match(self.text, end)
        if not comma or begins_anew(self.parts.get(comma.end())):
            return end
        after = self.words_end(comma.end() - 1)
        if JOIN.search(self.text, at, end) and JOIN.search(self.text, comma.end(), after):
            return end  # *Tư pháp - Hộ tịch, Văn hóa - Xã hội*: two pairs
        return after if _CLOSES_ROW.search(self.text, comma.end(), after) else end

    def _next_start(self, end: int, *, alone: bool) -> int | None:
        for pattern in (JOIN, _AND, BLANK) if alone else (JOIN, BLANK):
            if found := pattern.match(self.text, end):
                return found.end()
        return None

    def _step(self, start: int, behind: Behind) -> tuple[int, bool] | None:
        """The end of the word at a place and whether a small second syllable may follow; `None` where the name ends."""
        part = self.parts.get(start)
        word = WORD.match(self.text, start)
        halves = behind.second and not behind.pair
        governed = self._governed_end(start, behind.end)
        if governed or (part is not None and part.rule.value == "field" and not self.stops(start)):
            return governed or self.parts[start].span.end, False
        if word is None or (self.stops(start) and not (halves and self._is_syllable(start, word))):
            return None
        small = not word[0][0].isupper()
        if part is not None and self.kind(part) in (_ENDERS if small else _BIG_ENDERS):
            return (word.end(), False) if halves and _is_half(part, word) else None
        if word[0][0].isupper() or word[0].isdigit():
            return word.end(), word[0][0].isupper() and not _is_acronym(word[0])
        halves = halves or (behind.second and self._is_marked(word.end()))
        return (word.end(), False) if halves and word[0] != "và" else self._unknown(start, behind)

    def _governing(self, end: int) -> Match | None:
        """*Phòng Quản lý doanh nghiệp*: the verb in a capital that ends at a place, right behind the kind of unit or *và*: what follows is
        what it is done to.
        """
        verb = self.verbs_ending.get(end)
        if verb is None or not self.text[verb.span.start].isupper():
            return None
        before = self.end_before(verb.span.start)
        head = self.ending.get(before)
        behind_head = head is not None and head.rule.value == "head"
        return verb if behind_head or self.text[:before].endswith(" và") else None

    def _governed_end(self, start: int, end: int) -> int:
        """*Phòng Quản lý dạy nghề*: past what such a verb that ends at a place is done to, be its first word a verb by itself; 0 elsewhere."""
        kind = self.value_at(start)
        governing = (
            None if kind == "field" or not self.text[start : start + 1].islower() else self._governing(end)
        )
        if governing is None:
            return 0
        if kind == "noun":
            return self.parts[start].span.end
        if "object" not in governing.rule.attributes or kind in _BIG_ENDERS:
            return 0
        verb = self.verbs.get(start)
        done = verb.span.end if verb else end
        return self.object_end(done, most=_WHOLE_OBJECT) or (done if verb else 0)

    def _is_marked(self, end: int) -> bool:
        """*Phòng Quản lý Sau Thu hoạch, ...*: whether a mark or the end of the text follows a place."""
        return not self.text[end:].strip() or self.text[end] in ",;:.)"

    def _unknown(self, start: int, behind: Behind) -> tuple[int, bool] | None:
        """*Ban Quản lý chợ*, *Kiểm soát bệnh tật tỉnh*: a few small words that no rule knows, if something known ends them; behind a
        whole proper name only what a name can end with (*Hợp tác xã Bình Minh chia lãi cho xã viên*), and nothing that may be a verb
        (*Phòng Kinh tế chốt sổ*, *duyệt danh sách*).
        """
        if behind.name and start in self.loose:
            return None
        end = start
        for _ in range(_UNKNOWN_SYLLABLES):
            word = WORD.match(self.text, end)
            if word is None or not word[0].islower() or word[0] == "và" or self.value_at(end):
                return None
            after = self.next_word(word.end())
            if after is None or self._ends_unknown(after) or self._is_joined_to(word.end()):
                whole = (behind.pair or self.text[behind.end - 1].isdigit()) and (
                    after is None or self.value_at(after) not in _ENDS_OF_NAMES
                )
                return None if whole or self._is_done_to(after, behind.end) else (word.end(), False)
            end = after
        return None

    def _is_joined_to(self, end: int) -> bool:
        """*Cục Ứng phó khí hậu và các đơn vị*: whether *và* and a capital or one of many follow a place."""
        joint = COMMA.match(self.text, end)
        several = joint is not None and "và" in joint[0] and self.value_at(joint.end()) == "det"
        return several or _AND.match(self.text, end) is not None

    def _is_done_to(self, at: int | None, name_end: int) -> bool:
        """*Phòng Kinh tế duyệt danh sách*: whether a thing that work is done to stands at a place, the words before it behind a field."""
        part = self.parts.get(at) if at is not None else None
        thing = part is not None and part.rule.attributes.get("after") == "verb"
        before = self.ending.get(name_end)
        return thing and before is not None and before.rule.value == "field"

    def fields_end(self, at: int) -> int:
        """*các doanh nghiệp bưu chính, viễn thông*, *trường mầm non Hoa Sen*: fields after a general word, and a name of its own after them."""
        end = at
        found = BLANK.match(self.text, end)
        while found and self.value_at(found.end()) == "field" and not self.stops(found.end()):
            end = self.parts[found.end()].span.end
            found = next((m for p in (COMMA, JOIN, BLANK) if (m := p.match(self.text, end))), None)
        start = self.skip(end)
        if end > at and start not in self.parts and start not in self.verbs:
            end = self.place_end(end)
        return self.acronym_end(end) or end

    def acronym_end(self, at: int) -> int:
        """*trường PTDTBT*, *Tổ quản lý KTX*: past capitals that no rule knows; 0 where none follow."""
        acronym = _ACRONYM.match(self.text, at)
        return acronym.end() if acronym and acronym.start("word") not in self.parts else 0

    def small_words_end(self, at: int) -> int:
        """Past a few small words, known or not, up to a verb or a mark; 0 where there are none or too many."""
        end, start = 0, at
        for _ in range(_UNKNOWN_SYLLABLES):
            word = WORD.match(self.text, start)
            ends = end > 0 and (start in self.loose or self.value_at(start) in _ENDS_SMALL)
            if word is None or not word[0].islower() or self.stops(start) or ends:
                break
            end = self.parts[start].span.end if self.value_at(start) == "field" else word.end()
            start = self.skip(end)
        return end

    def which_end(self, at: int) -> int:
        """*các hộ vay vốn lập sổ*, *các xã vùng hồ Đông Hà:*: past a few small words that no rule knows and that tell which of many are meant, if a
        verb or a colon follows; 0 elsewhere.
        """
        end = at
        for _ in range(_UNKNOWN_SYLLABLES):
            start = self.skip(end)
            word = WORD.match(self.text, start)
            known = self.acts_at(start) or self.value_at(start) not in (None, "field")
            if word is None or not word[0].islower() or known or not start > end:
                return 0
            end = self.parts[start].span.end if self.value_at(start) else word.end()
            end = self.place_end(end)
            if self.text[end : end + 1] == ":" or self.skip(end) in self.verbs:
                return end
        return 0

    def object_end(self, at: int, *, most: int = _UNKNOWN_SYLLABLES) -> int:
        """Past what a verb at the end of a name governs: general words, fields and at most so many other small words, up to the next
        verb that nothing undergoes; 0 where there is nothing. *quản lý trực tiếp trạm bơm tưới tiêu*
        """
        end, start, unknown, before = 0, self.skip(at), 0, at
        while unknown <= most:
            word = WORD.match(self.text, start)
            if word is None or not self._may_be_object(start, word, end):
                break
            stops = self.stops(start) or (start in self.loose and unknown >= _WHOLE_OBJECT)
            if stops and not self._is_manner(start) and not self._undergoes(before):
                break
            known = self.value_at(start) in _OBJECTS
            end = self.parts[start].span.end if known else self._verb_end(start, word)
            unknown += not known
            before, start = start, self.skip(end)
        return end

    def _may_be_object(self, at: int, word: regex.Match[str], begun: int) -> bool:
        """A small word that begins no further phrase; a proper name after one."""
        kind = self.value_at(at)
        begins = self.begins_phrase(at) or self._is_joined_to(self.end_before(at))
        return not begins and (
            (word[0].islower() and not (begun and kind == "det")) or (begun > 0 and kind is None)
        )

    def begins_phrase(self, at: int) -> bool:
        """Whether words begin at a place that tell what for, when or how (*để*, *theo*)."""
        part = self.parts.get(at)
        return part is not None and part.rule.attributes.get("begins") == "phrase"

    def _verb_end(self, at: int, word: regex.Match[str]) -> int:
        return self.verbs[at].span.end if at in self.verbs else word.end()

    def _undergoes(self, at: int) -> bool:
        """Whether a word stands at a place whose verb orders nothing: what is done to the thing named before, or to be done (*bị*, *việc*)."""
        part = self.parts.get(at)
        return part is not None and part.rule.attributes.get("then") == "verb"

    def _is_manner(self, at: int) -> bool:
        """Whether a word of manner stands at a place, and no verb after it."""
        verb = self.verbs.get(at)
        return (
            verb is not None
            and verb.rule.attributes.get("before") == "verb"
            and self.skip(verb.span.end) not in self.verbs
        )

    def is_left(self, end: int) -> bool:
        """Whether a name that ends at a place is left there by a verb, a comma, a colon or the end of the text."""
        at = self.skip(end)
        return end > 0 and (not self.text[at:].strip(" *_") or self.text[at] in ",;:" or self.acts_at(at))

    def _ends_unknown(self, at: int) -> bool:
        if not self.text[at : at + 1].isalpha() or self.stops(at) or at in self.loose:
            return not self.text[at : at + 1].isdigit()
        if self.text[at].isupper() and self.value_at(at) is None:
            return True
        part = self.parts.get(at)
        return part is not None and self.kind(part) in _END_UNKNOWN

    def _is_syllable(self, at: int, word: regex.Match[str]) -> bool:
        """A verb of one syllable right after a capital is the second half of a word (*Chăn nuôi*)."""
        return self.verbs[at].span.end == word.end()
