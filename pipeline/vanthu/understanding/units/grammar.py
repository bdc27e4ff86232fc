"""The grammar of unit names: heads, fields, levels and qualifiers, joined into lists. It knows no list of names seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.rulebook import Match, RuleSet
from vanthu.understanding.units.names import Names
from vanthu.understanding.units.parts import COLON, COMMA


class UnitName(NamedTuple):
    """A unit as the text names it. `name` differs from the characters of `span` where a shared head was put in."""

    name: str
    span: Span


_NUMBER = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})(?=\s*(?:[,;:.()]|$)|\s+(?:và\s|\p{Ll}))")
_ENDS_NUMBERED = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})\Z")
_LISTED = regex.compile(r"\p{Lu}\p{L}*(?:[ -]+\p{L}+){0,5}(?=\s*[,;]\s*(?:và\s+)?\p{Lu})")
_APART = regex.compile(
    r"\p{Lu}[^;:.]{1,60}?(?=\s*;)|(?<=;\s*(?:và\s+)?)\p{Lu}[^;:.]{1,60}?(?=\s*(?:[:.]|\Z))"
)
_ONE_FIELD = regex.compile(r"[^,]+,[^,]+ và [^,]+")  # *Văn hóa, Thể thao và Du lịch*
_CODE = regex.compile(r"\d+/[\w&/-]+")  # *12/KH-UBND*: what stands in the number of a paper is no unit
_SHORT = regex.compile(r"\s*\(\p{Lu}[\p{Lu}\d&.-]{2,9}\)")  # *(KSNK)* behind a name
_LAST_BRACKET = regex.compile(r"\s*\((?P<inner>[^()]*)\)\s*\Z")
_PROPER = frozenset({"head", "committee", "person", "joint", "det"})
_STARTERS = _PROPER | {"noun"}


@dataclass(frozen=True)
class UnitGrammar:
    """Reads names of units. `units` are the rules labelled UNIT, `verbs` those labelled VERB, which end a name; `known` finds
    names that the document itself gives to units.
    """

    units: RuleSet
    verbs: RuleSet
    known: regex.Pattern[str] | None = None

    def read(self, text: str) -> UnitReader:
        """A reader over one text."""
        known = {m.start(): m.end() for m in self.known.finditer(text)} if self.known else {}
        verbs = {
            at: m
            for at, m in _index(self.verbs.find(text)).items()
            if not any(a <= at < b for a, b in known.items())
        }
        return UnitReader(text, _index(self.units.find(text)), verbs, known)

    def knowing(self, names: Iterable[str]) -> UnitGrammar:
        """The grammar with names that a document gives to units."""
        forms = sorted({" ".join(n.split()) for n in names}, key=len, reverse=True)
        words = "|".join(regex.escape(f).replace(r"\ ", r"\s+") for f in forms)
        return replace(self, known=regex.compile(rf"(?<!\w)(?:{words})(?!\w)") if forms else None)


def _index(matches: tuple[Match, ...]) -> dict[int, Match]:
    return {m.span.start: m for m in matches}


@dataclass(frozen=True)
class UnitReader(Names):
    """Reads lists of units in one text."""

    def list_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """Units joined by comma, semicolon or *và* from a place on, and where they end; nothing and `at` where none stands there."""
        opened = self._opened(at)
        units, end = self._of_one_kind(opened)
        start = self._next_name(end) if units else opened
        end = end if units else at
        while start is not None and (name_end := self.name_end(start) or self._fellow_end(units, start)):
            named = self._named(units, start, name_end)
            if units and self._tells_office(units[-1], start):
                named = UnitName(f"{units[-1].name}, {named.name}", Span(units.pop().span.start, name_end))
            units.append(named)
            end = name_end
            start = self._next_name(end)
        return tuple(units), end

    def _tells_office(self, before: UnitName, start: int) -> bool:
        """*Bà Nguyễn Thị Mây, công chức Văn hóa - Xã hội*, *đồng chí Phó Bí thư Đảng ủy, Chủ tịch UBND xã*: the office, or the
        second one, of the person before the comma.
        """
        person, office = self.parts.get(before.span.start), self.parts.get(start)
        if person is None or office is None or person.rule.value != "person" or office.rule.value != "person":
            return False
        after = self.skip(person.span.end)
        first = self.parts.get(after)
        named = self.text[after : before.span.end][:1].isupper() and self.value_at(after) != "person"
        party = first is not None and first.rule.attributes.get("office") == "first"
        comma = self.text[before.span.end : start].strip() == ","
        told = office.rule.attributes
        titled = "title" in person.rule.attributes and "title" not in told and told.get("office") != "none"
        return comma and titled and (named or party or told.get("office") == "second")

    def _opened(self, at: int) -> int:
        """*Các ông (bà): Trưởng phòng Kinh tế, Chánh Văn phòng*: past people in general and their colon, if names follow."""
        inner = self.after_det(at) if self.value_at(at) == "det" else self.parts.get(at)
        if inner is None or inner.rule.attributes.get("name") != "needed" or self.kind(inner) != "person":
            return at
        colon = COLON.match(self.text, inner.span.end)
        return colon.end() if colon and self.name_end(colon.end()) else at

    def _fellow_end(self, units: list[UnitName], start: int) -> int:
        """Where a name ends that only stands beside others: a number, a place, or words in capitals that no rule knows; 0 elsewhere."""
        if not units:
            return 0
        return (
            self._number_end(units, start)
            or self._further_place(units, start)
            or self._like_place(units, start)
            or self._levels_beside(units[-1], start)
            or self._stranger_end(start)
        )

    def _levels_beside(self, before: UnitName, start: int) -> int:
        """*các phòng, ban; thôn, tổ dân phố*: levels alone, after units that are told in general, if the name is left there."""
        general = self.value_at(before.span.start) in ("det", "noun")
        end = self.level_end(start) if general else 0
        return end if self.is_left(end) else 0

    def _number_end(self, units: list[UnitName], start: int) -> int:
        """*Tổ dân phố số 5, số 6 và số 7*: one more of the kind told before."""
        number = _NUMBER.match(self.text, start)
        return number.end() if number and _ENDS_NUMBERED.search(units[-1].name) else 0

    def _stranger_end(self, start: int) -> int:
        """*Phòng Kinh tế, Nhóm Thiện nguyện Sen Hồng:* a name in capitals, if a mark or a verb follows it."""
        if not self.text[start : start + 1].isupper() or start in self.parts or start in self.verbs:
            return 0
        end = self.words_end(start - 1, alone=False)
        several = len(self.text[start:end].split()) > 1
        return end if several and self.is_left(end) else 0

    def _further_place(self, units: list[UnitName], start: int) -> int:
        """*Thành phố Hưng, huyện Thanh*: a place after another is a unit, too, be its level written small; 0 elsewhere."""
        part = self.parts.get(start)
        before = self.parts.get(units[-1].span.start) if units else None
        if part is None or before is None or {part.rule.value, before.rule.value} != {"level"}:
            return 0
        end = self.place_end(part.span.end)
        return end if end > part.span.end else 0

    def _like_place(self, units: list[UnitName], start: int) -> int:
        """*UBND xã Đông và xã Đoài*: a named place of the level that the name before ends with; 0 elsewhere."""
        part, before = self.parts.get(start), units[-1].span
        level = self._last_level(before)
        same = (
            part is not None
            and level is not None
            and fold(self.clean(*part.span)) == fold(self.clean(*level.span))
        )
        named = level is not None and self.place_end(level.span.end) == before.end > level.span.end
        if part is None or not same or not named:
            return 0
        end = self.place_end(part.span.end)
        return end if end > part.span.end and self._begins_levels(before.start) else 0

    def _last_level(self, name: Span) -> Match | None:
        levels = (m for m in self.parts.values() if m.rule.value == "level" and name.covers(m.span))
        return max(levels, key=lambda m: m.span.start, default=None)

    def _begins_levels(self, at: int) -> bool:
        """Whether a head begins at a place that stands on many levels (*UBND*, *Công an*)."""
        head = self.parts.get(at)
        return head is not None and head.rule.attributes.get("levels") == "many"

    def _next_name(self, end: int) -> int | None:
        """Where the next name of a list may begin: after a comma or *và*, or right after a comma that was lost in reading."""
        short = _SHORT.match(self.text, end)
        if joint := COMMA.match(self.text, short.end() if short else end):
            return joint.end()
        start = self.next_word(end)
        lost = start is not None and self.text[start : start + 1].isupper() and self.value_at(start) == "head"
        return start if lost else None

    def _of_one_kind(self, at: int) -> tuple[list[UnitName], int]:
        """*các Sở: Tài chính, Nội vụ*, *Trưởng các bản: Cang, Huổi Tao*: several units whose kind is told once; none where it is
        told otherwise.
        """
        head, begin, colon = self._kind_told(at)
        units: list[UnitName] = []
        while begin and self.text[begin : begin + 1].isupper():
            own = self._listed_end(begin, colon=colon)
            if own <= begin:
                break
            units.append(UnitName(f"{head} {self.clean(begin, own)}", Span(begin, own)))
            joint = COMMA.match(self.text, own)
            begin = joint.end() if joint and not self._names_itself(joint.end(), units[0]) else 0
        return (units, units[-1].span.end) if len(units) > 1 else ([], at)

    def _names_itself(self, at: int, first: UnitName) -> bool:
        """*các Sở: Tài chính; Công an tỉnh*: whether a whole name of another kind begins at a place, no field (*các Bộ: Công an, Y tế*)."""
        part = self.parts.get(at)
        if part is None or self.value_at(first.span.start) == "head":
            return False
        whole = part.rule.value == "head" and self.name_end(at) > part.span.end
        return whole or part.rule.value in ("person", "det", "committee")

    def _kind_told(self, at: int) -> tuple[str, int, bool]:
        """The kind that a list is of, where its first name begins (0: there is no such list), whether a colon opens it."""
        person = self.parts[at] if self.value_at(at) == "person" else None
        det = self.skip(person.span.end) if person else at
        several = self.value_at(det) == "det"
        kind = self.after_det(det) if several else self.parts.get(det) if person else None
        if person and (kind is None or kind.rule.value == "stop") and not several:
            colon = COLON.match(self.text, person.span.end)
            return (self.clean(*person.span), colon.end(), True) if colon else ("", 0, False)
        if kind is None:
            return "", 0, False
        colon = COLON.match(self.text, kind.span.end)
        is_head = kind.rule.value == "head" and "capital" in kind.rule.attributes
        if not (is_head and (several or colon)) and not (
            person and colon and kind.rule.value in ("level", "noun")
        ):
            return "", 0, False
        own = self.clean(*kind.span)
        own = own.capitalize() if is_head else own
        return (
            f"{self.clean(*person.span)} {own}" if person else own,
            colon.end() if colon else self.skip(kind.span.end),
            bool(colon),
        )

    def _listed_end(self, begin: int, *, colon: bool) -> int:
        """Where a name of such a list ends; behind a colon a comma ends it, whatever its words, or a semicolon where it has some; a name
        that the grammar knows ends by itself (*Giám đốc: Sở Văn hóa, Thể thao và Du lịch, Sở Y tế*).
        """
        own = self.parts.get(begin)
        if colon and own is not None and own.rule.attributes.get("capital") == "next":
            return self.name_end(begin)
        apart = _APART.match(self.text, begin) if colon else None
        if apart and ("," not in apart[0] or _ONE_FIELD.fullmatch(apart[0])):
            return apart.end()
        listed = _LISTED.match(self.text, begin) if colon else None
        return listed.end() if listed else self.words_end(begin - 1, alone=False)

    def starts(self) -> tuple[int, ...]:
        """Places where a name may begin, from left to right."""
        codes = [m.span() for m in _CODE.finditer(self.text)]
        starts = {*(p for p, m in self.parts.items() if m.rule.value in _STARTERS), *self.known}
        return tuple(sorted(p for p in starts if not any(a < p < b for a, b in codes)))

    def split_until(self, end: int) -> tuple[UnitName, ...]:
        """Like `split`, for the words before a place."""
        return UnitReader(self.text[:end], self.parts, self.verbs, self.known).split()

    def split(self) -> tuple[UnitName, ...]:
        """The whole text as names, parted where a comma, semicolon or *và* stands before a new name: for headings that
        name units in words that the grammar does not know. Nothing where the text does not begin with a name.
        """
        start = self.skip(0)
        if self.value_at(start) not in _STARTERS or not self.name_end(start):
            return ()
        borders = [m for m in COMMA.finditer(self.text) if self.value_at(m.end()) in _PROPER or ";" in m[0]]
        starts = [start, *(m.end() for m in borders)]
        ends = [*(m.start() for m in borders), self._unbracketed(len(self.text.rstrip(" :.\n")))]
        return tuple(
            UnitName(self.clean(a, b), Span(a, b)) for a, b in zip(starts, ends, strict=True) if b > a
        )

    def _unbracketed(self, end: int) -> int:
        """Before a last bracket that tells of the name (*sau đây gọi tắt là ...*) and is no name itself."""
        bracket = _LAST_BRACKET.search(self.text, 0, end)
        return bracket.start() if bracket and self.value_at(bracket.start("inner")) not in _PROPER else end

    def _named(self, before: list[UnitName], start: int, end: int) -> UnitName:
        head, own = self._shared_head(before, start), self.clean(start, end)
        return UnitName(f"{head} {own}" if head else own, Span(start, end))

    def _shared_head(self, before: list[UnitName], start: int) -> str:
        """*Công an huyện và các xã*: what the second name takes over; empty where it stands alone, as a hamlet beside a police does."""
        if before and self.value_at(start) in (None, "field") and (number := _NUMBER.match(self.text, start)):
            return _without_number(before[-1].name, word=number[0].startswith("số"))
        if before and self._like_place(before, start):
            second: Match | None = self.parts[start]
        else:
            second = self.after_det(start) if self.value_at(start) == "det" else None
        if not before or second is None or second.rule.value != "level" or self.opens_with_capital(start):
            return ""
        last = before[-1].span
        level = self._last_level(last)
        own = "below" in second.rule.attributes and self.value_at(last.start) == "head"
        shared = level and self._begins_levels(last.start) and (not own or "below" in level.rule.attributes)
        return self.clean(last.start, level.span.start) if level and shared else ""


def _without_number(name: str, *, word: bool) -> str:
    """*Tổ dân phố số 5* without *5*, or with `word` without *số 5*; empty where it has no number."""
    found = _ENDS_NUMBERED.search(name)
    return name[: found.start() if word else found.start("count")].rstrip() if found else ""
