"""The grammar of unit names: heads, fields, levels and qualifiers, joined into lists. It knows no list of names seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match, RuleSet


class UnitName(NamedTuple):
    """A unit as the text names it. `name` differs from the characters of `span` where a shared head was put in."""

    name: str
    span: Span


_WORD = regex.compile(r"[\p{L}\p{M}]+(?:/[\p{L}\p{M}]+)*|\d+")
_JOIN = regex.compile(r"\s*[-–&]\s*(?=\p{Lu})|\s+-\s+(?=\p{L})")
_BLANK = regex.compile(r"\s+")
_COMMA = regex.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s*&\s*", regex.IGNORECASE)
_INNER_COMMA = regex.compile(r",\s+(?=\p{Lu})")
_COLON = regex.compile(r"\s*:\s+(?=\p{Lu})")
_NUMBERED = regex.compile(r"\s+(?:số\s+)?\d+")
_AND = regex.compile(r"\s+và\s+(?=\p{Lu})")
_PURPOSE = regex.compile(
    r"\s+(?:thực hiện|triển khai|xây dựng|phòng,? chống|về|cấp|chuyển đổi số|cải cách hành chính)(?=\s)",
    regex.IGNORECASE,
)
_SCHEME = regex.compile(
    r"(?:\s+(?:thực hiện|triển khai))?\s+(?:[đĐ]ề án|Chương trình|Dự án|Nghị quyết)(?:\s+(?:\p{Lu}[\p{L}]*|\d[\d/.-]*))+"
)


@dataclass(frozen=True)
class UnitGrammar:
    """Reads names of units. `units` are the rules labelled UNIT, `verbs` those labelled VERB, which end a name."""

    units: RuleSet
    verbs: RuleSet

    def read(self, text: str) -> UnitReader:
        """A reader over one text."""
        return UnitReader(text, _index(self.units.find(text)), _index(self.verbs.find(text)))


def _index(matches: tuple[Match, ...]) -> dict[int, Match]:
    return {m.span.start: m for m in matches}


@dataclass(frozen=True)
class UnitReader:
    """One text with the parts of names found in it, by where they begin."""

    text: str
    parts: Mapping[int, Match]
    verbs: Mapping[int, Match]

    def verb_at(self, at: int) -> str | None:
        """What the verb that begins at a place tells (report, duty, adverb, action); `None` where none does."""
        found = self.verbs.get(at)
        return found.rule.value if found else None

    def list_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """Units joined by comma, semicolon or *và* from a place on, and where they end; nothing and `at` where none stands there."""
        units, end = self._of_one_kind(at)
        joint = _COMMA.match(self.text, end) if units else None
        if units and not joint:
            return tuple(units), end
        start = joint.end() if joint else at
        while name_end := self._name(start):
            units.append(self._named(units, start, name_end))
            end = name_end
            joint = _COMMA.match(self.text, end)
            if not joint:
                break
            start = joint.end()
        return tuple(units), end

    def _of_one_kind(self, at: int) -> tuple[list[UnitName], int]:
        """*các Sở: Tài chính, Nội vụ, Tư pháp*: several units whose kind is told once; none where it is told otherwise."""
        det = self.parts.get(at)
        kind = self._after_det(at) if det and det.rule.value == "det" else None
        if kind is None or kind.rule.value != "head" or "capital" not in kind.rule.attributes:
            return [], at
        colon = _COLON.match(self.text, kind.span.end)
        end = (colon.end() if colon else kind.span.end + 1) - 1
        units: list[UnitName] = []
        while (after := self._words(end)) > end and self.text[end + 1].isupper():
            name = self.text[end:after].strip()
            units.append(UnitName(f"{self._kind_name(kind)} {name}", Span(end + 1, after)))
            joint = _COMMA.match(self.text, after)
            if not joint:
                break
            end = joint.end() - 1
        return (units, units[-1].span.end) if len(units) > 1 else ([], at)

    def _kind_name(self, kind: Match) -> str:
        return self.text[kind.span.start : kind.span.end].capitalize()

    def starts(self) -> tuple[int, ...]:
        """Places where a name may begin, from left to right."""
        return tuple(sorted(p for p, m in self.parts.items() if m.rule.value in _STARTERS))

    def split(self) -> tuple[UnitName, ...]:
        """The whole text as names, parted where a comma, semicolon or *và* stands before a new name: for headings that
        name units in words that the grammar does not know. Nothing where the text does not begin with a name.
        """
        start = self._skip(0)
        if self._value(start) not in _STARTERS:
            return ()
        borders = [m for m in _COMMA.finditer(self.text) if self._value(m.end()) in _PROPER or ";" in m[0]]
        starts = [start, *(m.end() for m in borders)]
        ends = [*(m.start() for m in borders), len(self.text.rstrip(" :.\n"))]
        return tuple(
            UnitName(_BLANK.sub(" ", self.text[a:b]).strip(), Span(a, b))
            for a, b in zip(starts, ends, strict=True)
            if b > a
        )

    def _named(self, before: list[UnitName], start: int, end: int) -> UnitName:
        own = _BLANK.sub(" ", self.text[start:end]).strip()
        head = self._shared_head(before, start, end)
        return UnitName(f"{head} {own}" if head else own, Span(start, end))

    def _shared_head(self, before: list[UnitName], start: int, end: int) -> str:
        """*Công an huyện và các xã*: what the second name takes over from the first; empty where it stands alone."""
        first, second = self._value(start), self._after_det(start)
        if not before or first != "det" or second is None or second.rule.value != "level":
            return ""
        last = before[-1]
        begin = self.parts.get(last.span.start)
        levels = [m for p, m in self.parts.items() if m.rule.value == "level" and last.span.covers(m.span)]
        if (
            not begin
            or begin.rule.attributes.get("levels") != "many"
            or not levels
            or end <= second.span.start
        ):
            return ""
        final = max(levels, key=lambda m: m.span.start)
        return _BLANK.sub(" ", self.text[last.span.start : final.span.start]).strip()

    def _value(self, at: int) -> str | None:
        part = self.parts.get(at)
        return self._kind(part) if part else None

    def _kind(self, part: Match) -> str:
        """The part's value; a head that needs a capital after it and has none is a general word (*các phòng, ban*) or none."""
        value = part.rule.value or ""
        return (
            part.rule.attributes.get("otherwise", "")
            if value == "head" and not self._may_begin(part)
            else value
        )

    def _after_det(self, at: int) -> Match | None:
        det = self.parts.get(at)
        return self.parts.get(self._skip(det.span.end)) if det else None

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def _name(self, at: int) -> int:
        """Where the name that begins at a place ends; 0 where none begins there."""
        part = self.parts.get(at)
        if part is None:
            return 0
        value = self._kind(part)
        if value == "det":
            return self._plural(at, part)
        if value == "person":
            return self._person(part)
        if value == "noun":
            return self._common(at)
        if value == "level":
            return self._named_place(part)
        end = self._proper(part) if value in ("head", "committee", "joint") else 0
        bare = end == part.span.end and part.rule.attributes.get("name") == "needed"
        return 0 if bare else end

    def _named_place(self, level: Match) -> int:
        """*Thôn Đông*, *Tổ dân phố số 3*: a place as a unit, if it begins with a capital and has a name."""
        number = _NUMBERED.match(self.text, level.span.end)
        end = number.end() if number else self._place(level.span.end)
        return self._tail(end) if end > level.span.end and self.text[level.span.start].isupper() else 0

    def _may_begin(self, head: Match) -> bool:
        capital = head.rule.attributes.get("capital")
        if capital != "next":
            return capital is None or self.text[head.span.start].isupper()
        dash = _JOIN.match(self.text, head.span.end)
        after = dash.end() if dash else self._skip(head.span.end)
        return self.text[after : after + 1].isupper() or self._is_capital_of_levels(head, after)

    def _is_capital_of_levels(self, head: Match, after: int) -> bool:
        """*Đoàn các xã, thị trấn*: a head in a capital with levels right after it."""
        part = self.parts.get(after)
        if part is None or not self.text[head.span.start].isupper():
            return False
        inner = self._after_det(after) if part.rule.value == "det" else part
        return inner is not None and inner.rule.value in ("level", "qualifier")

    def _plural(self, at: int, det: Match) -> int:
        start = self._skip(det.span.end)
        if start == at:
            return 0
        return self._common(start) if self._value(start) in ("noun", "level") else self._name(start)

    def _common(self, at: int) -> int:
        """*cơ quan, đơn vị, doanh nghiệp trên địa bàn xã*: general words in a row are one unit."""
        end = self.parts[at].span.end
        while True:
            end = self._places(end) if self._value(at) == "level" else end
            end = self._tail(end)
            joint = _COMMA.match(self.text, end)
            following = self.parts.get(joint.end()) if joint else None
            if following is None or self._kind(following) not in ("noun", "level"):
                return end
            at, end = following.span.start, following.span.end

    def _places(self, at: int) -> int:
        """*các thôn Đông, Đoài và Nam*: names of places after a level that stands for several."""
        end = self._place(at)
        while end > at and (joint := _COMMA.match(self.text, end)):
            start = joint.end()
            if start in self.parts or not self.text[start : start + 1].isupper():
                break
            end = self._place(start - 1)
        return end

    def _person(self, part: Match) -> int:
        """*Giám đốc Sở Nội vụ*; *đồng chí Lê Văn Tám - Phó Chủ tịch UBND xã*."""
        end = part.span.end
        inner = self._name(self._skip(end)) or self._fields_after(end)
        if inner and (dash := _JOIN.match(self.text, inner)) and self._value(dash.end()) == "person":
            inner = self._name(dash.end()) or inner
        return inner or (0 if part.rule.attributes.get("name") == "needed" else self._tail(end))

    def _fields_after(self, at: int) -> int:
        end = self._words(at)
        return self._tail(end) if end > at else 0

    def _proper(self, part: Match) -> int:
        end = part.span.end
        if part.rule.value == "committee" and (scheme := _SCHEME.match(self.text, end)):
            end = scheme.end()
        elif part.rule.value == "committee" and (purpose := _PURPOSE.match(self.text, end)):
            words = self._words(purpose.end())
            end = words if words > purpose.end() and self._is_name_like(purpose.end()) else end
        inner = self._skip(end)
        if self._value(inner) in ("head", "committee", "person") and inner > end and not self._stops(inner):
            nested = self._name(inner)
            end = nested or end
        return self._tail(self._words(end))

    def _is_name_like(self, at: int) -> bool:
        start = self._skip(at)
        return self.text[start : start + 1].isupper() or self._value(start) == "field"

    def _words(self, at: int) -> int:
        """Past words of a field's name: capitals, their second syllables, fields in small letters, joined by dash or *và*."""
        end, loose = at, False
        while True:
            start = self._next_start(end)
            step = self._step(start, loose=loose) if start is not None else None
            if step is None:
                return self._past_comma(end) if end > at else end
            end, loose = step

    def _past_comma(self, end: int) -> int:
        """*Sở Văn hóa, Thể thao và Du lịch*: a comma inside one name, told by the *và* that closes the row."""
        comma = _INNER_COMMA.match(self.text, end)
        if not comma:
            return end
        after = self._words(comma.end() - 1)
        return after if " và " in self.text[comma.end() : after] else end

    def _next_start(self, end: int) -> int | None:
        for pattern in (_JOIN, _AND, _BLANK):
            if found := pattern.match(self.text, end):
                return found.end()
        return None

    def _step(self, start: int, *, loose: bool) -> tuple[int, bool] | None:
        """The end of the word at a place and whether a small second syllable may follow; `None` where the name ends."""
        part = self.parts.get(start)
        word = _WORD.match(self.text, start)
        if word is None or (self._stops(start) and not (loose and self._is_syllable(start, word))):
            return None
        if part is not None and part.rule.value == "field":
            return part.span.end, False
        if part is not None and self._kind(part) in _ENDERS:
            return None
        if word[0][0].isupper() or word[0].isdigit():
            return word.end(), word[0][0].isupper()
        return (word.end(), False) if loose else self._unknown(start)

    def _unknown(self, start: int) -> tuple[int, bool] | None:
        """*Ban Quản lý chợ*, *Kiểm soát bệnh tật tỉnh*: a few small words that no rule knows, if something known ends them."""
        end = start
        for _ in range(_UNKNOWN_SYLLABLES):
            word = _WORD.match(self.text, end)
            if word is None or not word[0].islower() or word[0] == "và" or self._value(end):
                return None
            after = self._next_blank(word.end())
            if after is None or self._ends_unknown(after):
                return word.end(), False
            end = after
        return None

    def _ends_unknown(self, at: int) -> bool:
        if not self.text[at].isalpha() or self._stops(at):
            return True
        part = self.parts.get(at)
        return part is not None and self._kind(part) in ("level", "qualifier", "stop", "field")

    def _is_syllable(self, at: int, word: regex.Match[str]) -> bool:
        """A verb of one syllable right after a capital is the second half of a word (*Chăn nuôi*)."""
        return self.verbs[at].span.end == word.end()

    def _stops(self, at: int) -> bool:
        """A verb in small letters ends a name; *Tổ chức*, *Quản lý* in capitals are part of it."""
        found = self.verbs.get(at)
        if found is None or self.text[at].isupper():
            return False
        part = self.parts.get(at)
        if part is None or part.rule.value == "stop":
            return True
        longer = part.span.end > found.span.end
        return not longer and part.rule.value not in ("qualifier", "level")

    def _tail(self, at: int) -> int:
        """Past levels, qualifiers and the names of places after them."""
        end = at
        while True:
            start = self._next_blank(end)
            part = self.parts.get(start) if start is not None else None
            if part is None or start is None:
                return end
            if part.rule.value == "level":
                end = self._place(self._levels(part.span.end))
            elif part.rule.value == "qualifier":
                end = self._qualified(part)
            elif part.rule.value == "det" and self._level_follows(part):
                end = self._place(self._levels(self._common_levels(part)))
                end = self._listed_places(end)
            else:
                return end

    def _listed_places(self, at: int) -> int:
        """*UBND các xã: Tân Lập, Phú Hòa*: the places that a colon counts up; a verb after the colon is none."""
        colon = _COLON.match(self.text, at)
        if not colon or colon.end() in self.verbs or colon.end() in self.parts:
            return at
        end = self._places(colon.end() - 1)
        return end if "," in self.text[colon.end() : end] or not self.text[end:].strip(" .;") else at

    def _next_blank(self, end: int) -> int | None:
        found = _BLANK.match(self.text, end)
        return found.end() if found else None

    def _level_follows(self, det: Match) -> bool:
        following = self.parts.get(self._skip(det.span.end))
        return following is not None and self._kind(following) in ("level", "noun")

    def _common_levels(self, det: Match) -> int:
        return self._common(self._skip(det.span.end))

    def _levels(self, at: int) -> int:
        """*xã, phường, thị trấn*: levels in a row belong to one name."""
        end = at
        while joint := _COMMA.match(self.text, end):
            following = self.parts.get(joint.end())
            if following is None or following.rule.value != "level":
                break
            end = following.span.end
        return end

    def _place(self, at: int) -> int:
        """Past the name or number of a place after its level."""
        end = at
        while (start := self._next_blank(end)) is not None:
            word = _WORD.match(self.text, start)
            part = self.parts.get(start)
            known = part is not None and part.rule.value in ("head", "committee", "person", "joint")
            if not word or known or not (word[0][0].isupper() or word[0].isdigit()):
                break
            end = word.end()
        return end

    def _qualified(self, part: Match) -> int:
        end = part.span.end
        nested = self._name(self._skip(end))
        return nested or end


_UNKNOWN_SYLLABLES = 4
_ENDERS = frozenset({"stop", "head", "committee", "person", "joint", "level", "det", "qualifier"})
_STARTERS = frozenset({"head", "committee", "person", "joint", "noun", "det"})
_PROPER = frozenset({"head", "committee", "person", "joint", "det"})
