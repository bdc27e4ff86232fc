"""The grammar of unit names: heads, fields, levels and qualifiers, joined into lists. It knows no list of names seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.rulebook import Match, RuleSet
from vanthu.understanding.units.kinds import Kinds
from vanthu.understanding.units.parts import COLON, COMMA, JOIN, UnitName, by_start

_NUMBER = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})(?=\s*(?:[,;:.()]|$)|\s+(?:và\s|\p{Ll}))")
_ENDS_NUMBERED = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})\Z")
_CODE = regex.compile(r"\d+/[\w&/-]+")  # *12/KH-UBND*: what stands in the number of a paper is no unit
_SHORT = regex.compile(r"\s*\((?:\p{Lu}[\p{Lu}\d&.-]{2,9}|nếu có)\)")  # *(KSNK)*, *(nếu có)* behind a name
_LAST_BRACKET = regex.compile(r"\s*\((?P<inner>[^()]*)\)\s*\Z")
_LOOSE = "loose"
_PROPER = frozenset({"head", "committee", "person", "joint", "det"})
_STARTERS = _PROPER | {"noun"}
_NAMED = frozenset({"head", "committee", "joint"})


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
        found = {
            at: m
            for at, m in by_start(text, self.verbs.find(text)).items()
            if not any(a <= at < b for a, b in known.items())
        }
        verbs = {at: m for at, m in found.items() if m.rule.value != _LOOSE}
        return UnitReader(
            text, by_start(text, self.units.find(text)), verbs, known, frozenset(found.keys() - verbs)
        )

    def knowing(self, names: Iterable[str]) -> UnitGrammar:
        """The grammar with names that a document gives to units."""
        forms = sorted({" ".join(n.split()) for n in names}, key=len, reverse=True)
        words = "|".join(regex.escape(f).replace(r"\ ", r"\s+") for f in forms)
        return replace(self, known=regex.compile(rf"(?<!\w)(?:{words})(?!\w)") if forms else None)


@dataclass(frozen=True)
class UnitReader(Kinds):
    """Reads lists of units in one text."""

    def list_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """Units joined by comma, semicolon or *và* from a place on, and where they end; nothing and `at` where none stands there."""
        opened = self._opened(at)
        units, end = self.of_one_kind(opened)
        if not units and (told := self._told_by_name(opened)):
            return self.list_at(told)
        start = self._next_name(end) if units else opened
        end = end if units else at
        while start is not None and (named := self._one_more(units, start)):
            end = named.span.end
            if units and self._tells_office(units[-1], start):
                named = UnitName(f"{units[-1].name}, {named.name}", Span(units.pop().span.start, end))
            units += self.each_place(named.span) or [named]
            start = self._next_name(end)
        return tuple(units), end

    def _one_more(self, units: list[UnitName], start: int) -> UnitName | None:
        """The name that begins at a place, in itself or beside others; `None` where none does."""
        end = self.name_end(start)
        if sister := None if end else self.sister_place(units, start):
            return sister
        end = end or self._fellow_end(units, start)
        return self._named(units, start, end) if end else None

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

    def _told_by_name(self, at: int) -> int:
        """*Các tổ chức chính trị - xã hội: Hội Nông dân, Hội Phụ nữ*: past a general name and its colon, if several names say who is
        meant; 0 elsewhere.
        """
        inner = self.after_det(at) if self.value_at(at) == "det" else None
        colon = COLON.match(self.text, self.name_end(at)) if inner and self.kind(inner) == "noun" else None
        if colon is None or self.value_at(colon.end()) not in _NAMED:
            return 0
        units, _ = self.list_at(colon.end())
        return colon.end() if len(units) > 1 else 0

    def _fellow_end(self, units: list[UnitName], start: int) -> int:
        """Where a name ends that only stands beside others: a number, a place, or words in capitals that no rule knows; 0 elsewhere."""
        if not units:
            return 0
        return (
            self._number_end(units, start)
            or self._further_place(units, start)
            or self._like_place(units, start)
            or self._small_place(start)
            or self._levels_beside(units[-1], start)
            or self._branch_beside(units, start)
            or self._stranger_end(start)
        )

    def _branch_beside(self, units: Sequence[UnitName], at: int) -> int:
        """*Công an xã, quân sự xã*, *Sở Nội vụ, Tài chính*: a field that stands for who works in it, if the name is left there; 0 elsewhere."""
        part = self.parts.get(at)
        if part is None or part.rule.value != "field":
            return 0
        if self.text[at].islower():
            end = self.tail_end(part.span.end) if "beside" in part.rule.attributes else 0
            return end if self.is_left(end) or (end and COMMA.match(self.text, end)) else 0
        told_before = self.clean(*part.span) in units[-1].name
        end = self.words_end(at - 1, alone=False) if self._word_shared(units) and not told_before else 0
        return self.tail_end(end) if end else 0

    def _word_shared(self, units: Sequence[UnitName]) -> str:
        """*Sở*, *Bộ phận*, *Hội*: the kind of body that the last whole name begins with, if it may be told once for several; empty elsewhere."""
        whole = next((u for u in reversed(units) if self.value_at(u.span.start) != "field"), None)
        head = self.parts.get(whole.span.start) if whole else None
        if whole is None or head is None or self.kind(head) not in ("head", "person"):
            return ""
        words = {"head": self.clean(*head.span), "word": whole.name.partition(" ")[0]}
        return words.get(head.rule.attributes.get("shares", ""), "")

    def _small_place(self, at: int) -> int:
        """*Công an huyện và xã Đông*, *giao huyện Thanh*: where a named place ends that is told as a unit, if the name is left there; 0
        elsewhere.
        """
        part = self.parts.get(at)
        end = self.place_end(part.span.end) if part is not None and part.rule.value == "level" else 0
        return end if part is not None and end > part.span.end and self.is_left(end) else 0

    def level_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """*Cấp huyện: Tổ chức ...*, *Xã khám tập trung*: a level in a capital that stands for who is there, if a verb follows it or its
        colon; nothing and `at` elsewhere.
        """
        end = self.level_end(at) if self.text[at : at + 1].isupper() else 0
        work = self.skip(end + 1 if self.text[end : end + 1] == ":" else end)
        acts = end > 0 and self.acts_at(work)
        return ((UnitName(self.clean(at, end), Span(at, end)),), end) if acts else ((), at)

    def whole_level_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """*Tổ dân phố:*: a level in a capital that is all of the text and stands for who is there, and no rung (*Cấp xã*); else nothing."""
        end = self.level_end(at) if self.text[at : at + 1].isupper() else 0
        whole = (
            end > 0 and not self.text[end:].strip(" :.*_") and "rung" not in self.parts[at].rule.attributes
        )
        return ((UnitName(self.clean(at, end), Span(at, end)),), end) if whole else ((), at)

    def place_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """A named place as a unit, where somebody is asked or set apart, be its level written small; nothing and `at` elsewhere."""
        end = self._small_place(at)
        return ((UnitName(self.clean(at, end), Span(at, end)),), end) if end else ((), at)

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
        level = self.last_level(before)
        same = (
            part is not None
            and level is not None
            and fold(self.clean(*part.span)) == fold(self.clean(*level.span))
        )
        named = level is not None and self.place_end(level.span.end) == before.end > level.span.end
        if part is None or not same or not named:
            return 0
        end = self.place_end(part.span.end)
        return end if end > part.span.end and self.begins_levels(before.start) else 0

    def _next_name(self, end: int) -> int | None:
        """Where the next name of a list may begin: after a comma or *và*, past a bracket, or right after a comma that was lost in reading;
        `None` where there is none or *mỗi* tells those again.
        """
        if self.past_each(end) != end:
            return None
        short = _SHORT.match(self.text, end)
        if joint := COMMA.match(self.text, short.end() if short else self.past_aside(end)):
            return joint.end()
        if (dash := JOIN.match(self.text, end)) and self._is_another(dash.end()):
            return dash.end()
        start = self.next_word(end)
        lost = start is not None and self.text[start : start + 1].isupper() and self.value_at(start) == "head"
        return start if lost else None

    def _is_another(self, at: int) -> bool:
        """*Phòng Quản lý đô thị - Đội Trật tự phường*: whether another whole name stands behind a dash, and no branch of the one before."""
        part = self.parts.get(at)
        head = part is not None and self.kind(part) in ("head", "committee") and self.text[at].isupper()
        return head and part is not None and "follows" not in part.rule.attributes

    def starts(self) -> tuple[int, ...]:
        """Places where a name may begin, from left to right."""
        codes = [m.span() for m in _CODE.finditer(self.text)]
        starts = {*(p for p, m in self.parts.items() if m.rule.value in _STARTERS), *self.known}
        return tuple(sorted(p for p in starts if not any(a < p < b for a, b in codes)))

    def split_until(self, end: int) -> tuple[UnitName, ...]:
        """Like `split`, for the words before a place."""
        return UnitReader(self.text[:end], self.parts, self.verbs, self.known, self.loose).split()

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
        """Before a last bracket that tells of the name (*sau đây gọi tắt là ...*, *Cơ quan thường trực*) and is no name itself."""
        bracket = _LAST_BRACKET.search(self.text, 0, end)
        inner = bracket.start("inner") if bracket else end
        told = self.parts[inner].rule.attributes if inner in self.parts else {}
        named = self.value_at(inner) in _PROPER and told.get("seat") != "body"  # *(Cơ quan thường trực)*
        return bracket.start() if bracket and not named else end

    def _named(self, before: list[UnitName], start: int, end: int) -> UnitName:
        head, own = self._shared_head(before, start), self.clean(start, end)
        return UnitName(f"{head} {own}" if head else own, Span(start, end))

    def _shared_head(self, before: list[UnitName], start: int) -> str:
        """*Công an huyện và các xã*: what the second name takes over; empty where it stands alone, as a hamlet beside a police does."""
        if before and self.value_at(start) in (None, "field") and (number := _NUMBER.match(self.text, start)):
            return _without_number(before[-1].name, word=number[0].startswith("số"))
        if before and self.value_at(start) == "field" and self.text[start].isupper():
            return self._word_shared(before)
        if before and self._like_place(before, start):
            second: Match | None = self.parts[start]
        else:
            second = self.after_det(start) if self.value_at(start) == "det" else None
        if not before or second is None or second.rule.value != "level" or self.opens_with_capital(start):
            return ""
        last = before[-1].span
        level = self.last_level(last)
        own = "below" in second.rule.attributes and self.value_at(last.start) == "head"
        shared = level and self.begins_levels(last.start) and (not own or "below" in level.rule.attributes)
        return self.clean(last.start, level.span.start) if level and shared else ""


def _without_number(name: str, *, word: bool) -> str:
    """*Tổ dân phố số 5* without *5*, or with `word` without *số 5*; empty where it has no number."""
    found = _ENDS_NUMBERED.search(name)
    return name[: found.start() if word else found.start("count")].rstrip() if found else ""
