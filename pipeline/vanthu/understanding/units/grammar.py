"""The grammar of unit names: heads, fields, levels and qualifiers, joined into lists. It knows no list of names seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import RuleSet
from vanthu.understanding.units.fellows import Fellows
from vanthu.understanding.units.parts import COLON, COMMA, JOIN, UnitName, by_start

_CODE = regex.compile(r"\d+/[\w&/-]+")  # *12/KH-UBND*: what stands in the number of a paper is no unit
_SHORT = regex.compile(r"\s*\((?:\p{Lu}[\p{Lu}\d&.-]{2,9}|nếu có)\)")  # *(KSNK)*, *(nếu có)* behind a name
_LAST_BRACKET = regex.compile(r"\s*\((?P<inner>[^()]*)\)\s*\Z")
_LOOSE = "loose"
# *xã Sơn Hà*, *huyện Lập Thạch*, *các xã: Sơn Hà, Sơn Lâm*
_FIRST_OF_NAME = regex.compile(
    r"(?<=[\p{L},] )\p{Lu}\p{Ll}*(?= \p{Lu}\p{Ll})|(?<=: )\p{Lu}\p{Ll}*(?= \p{Lu}\p{Ll}+(?:,| và) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll})"
)
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
            if not any(a <= at < b for a, b in known.items()) and not _begins_name(text, m.span)
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


def _begins_name(text: str, verb: Span) -> bool:
    """Whether a verb is but the first syllable of a name, in the midst of a sentence."""
    first = _FIRST_OF_NAME.match(text, verb.start)
    return first is not None and first.span() == verb


@dataclass(frozen=True)
class UnitReader(Fellows):
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
        end = end or self.fellow_end(units, start)
        return self.named_beside(units, start, end) if end else None

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
        rung = end > 0 and "rung" in self.parts[at].rule.attributes
        whole = end > 0 and not rung and not self.text[end:].strip(" :.*_")
        return ((UnitName(self.clean(at, end), Span(at, end)),), end) if whole else ((), at)

    def place_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """A named place as a unit, where somebody is asked or set apart, be its level written small; nothing and `at` elsewhere."""
        end = self.small_place(at)
        return ((UnitName(self.clean(at, end), Span(at, end)),), end) if end else ((), at)

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
