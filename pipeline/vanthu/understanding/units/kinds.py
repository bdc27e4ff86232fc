"""Several units whose kind is told once: *các Sở: Tài chính, Nội vụ*, *UBND xã Đông Hà, Tây Hà*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.understanding.units.names import Names
from vanthu.understanding.units.parts import COLON, COMMA, WORD, UnitName, owns_each

_LISTED = regex.compile(r"\p{Lu}\p{L}*(?:[ -]+\p{L}+){0,5}(?=\s*[,;]\s*(?:và\s+)?\p{Lu})")
_APART = regex.compile(
    r"\p{Lu}[^;:.]{1,60}?(?=\s*;)|(?<=;\s*(?:và\s+)?)\p{Lu}[^;:.]{1,60}?(?=\s*(?:[:.]|\Z))"
)
_KIND = regex.compile(
    r"(?P<kind>\p{L}[\p{L} ]*?)\s*:\s+(?=\p{Lu})|(?P<kind>\p{Ll}[\p{Ll} ]*?)\s+(?=[\p{Lu}\d])"
)
_NAMED_EACH = frozenset({"head", "committee", "noun"})
_PLACE = regex.compile(r"(?:\p{Lu}[\p{L}'’]*|\d{1,2})(?:[ -](?:\p{Lu}[\p{L}'’]*|\d{1,2}))*")
_ONE_FIELD = regex.compile(r"[^,]+,[^,]+ và [^,]+")  # *Văn hóa, Thể thao và Du lịch*


@dataclass(frozen=True)
class Kinds(Names):
    """Reads lists of units of one kind."""

    def sister_place(self, units: Sequence[UnitName], start: int) -> UnitName | None:
        """*UBND xã Đông Hà, Tây Hà*, *Hạt Kiểm lâm Đông Hà, Tây Hà*: the bare name of one more place, with the words before it that it
        shares; else `None`.
        """
        end = self.bare_place_end(start)
        if not end or not units or not (self.is_left(end) or COMMA.match(self.text, end)):
            return None
        own = self.clean(start, end)
        shared = self._before_level(units) or self._before_bare(units)
        return (
            UnitName(f"{shared} {own}", Span(start, end))
            if shared and units[-1].name.startswith(shared)
            else None
        )

    def _before_level(self, units: Sequence[UnitName]) -> str:
        """*UBND xã* of *UBND xã Đông Hà*, the last name with a level; empty where no place of its own ends it."""
        whole = next((u for u in reversed(units) if self.last_level(u.span)), None)
        level = self.last_level(whole.span) if whole else None
        if whole is None or level is None or not self.begins_levels(whole.span.start):
            return ""
        return self.clean(whole.span.start, level.span.end) if self.ends_with_place(whole.span, level) else ""

    def _before_bare(self, units: Sequence[UnitName]) -> str:
        """*Hạt Kiểm lâm* of *Hạt Kiểm lâm Đông Hà*, the last whole name; empty where no bare place ends it."""
        whole = next((u for u in reversed(units) if self.value_at(u.span.start) == "head"), None)
        place = self.before_place(whole.span) if whole else 0
        return whole.name.removesuffix(self.clean(place, whole.span.end)).strip() if whole and place else ""

    def each_place(self, name: Span) -> list[UnitName]:
        """*UBND các huyện Đông Hà, Tây Hà*: a unit for each of the places that a name of several ends with; none where it ends otherwise."""
        inside = (self.parts.get(at) for at in reversed(range(name.start, name.end)))
        det = next((m for m in inside if m and m.rule.value == "det" and name.covers(m.span)), None)
        kind = _KIND.match(self.text, self.skip(det.span.end), name.end) if det else None
        if det is None or kind is None:
            return []
        head, begin = self.clean(name.start, det.span.start), kind.end()
        pieces = self._pieces(begin, name.end)
        named = [self._placed(piece, kind["kind"]) for piece in pieces]
        own = self.value_at(kind.start()) in ("level", "head") or owns_each(self.parts.get(kind.start()))
        general = not head and not own
        if general or len(named) == 1 or not all(named):
            return []
        spans = [Span(name.start, pieces[0].end), *pieces[1:]]
        return [UnitName(_joined(head, own).strip(), at) for own, at in zip(named, spans, strict=True)]

    def _placed(self, piece: Span, kind: str) -> str:
        """*huyện Đông Hà* of *Đông Hà*; *thị trấn Bản Lầm* has its own level; empty where a piece is no place."""
        level = self.parts.get(piece.start)
        small = level is not None and level.rule.value == "level" and self.text[piece.start].islower()
        start = self.skip(level.span.end) if small and level else piece.start
        own = self.clean(*level.span) if small and level else kind
        return (
            f"{own} {self.clean(start, piece.end)}" if _PLACE.fullmatch(self.text, start, piece.end) else ""
        )

    def of_one_kind(self, at: int) -> tuple[list[UnitName], int]:
        """*các Sở: Tài chính, Nội vụ*, *Trưởng các bản: Cang, Huổi Tao*: several units whose kind is told once; none where it is
        told otherwise.
        """
        head, begin, colon = self._kind_told(at)
        if not head:
            return self._each_named(at)
        units: list[UnitName] = []
        while begin and self.text[begin : begin + 1].isupper():
            own = self._listed_end(begin, colon=colon)
            field = self.parts.get(begin)
            if own <= begin and self.value_at(at) == "person" and field and self.kind(field) == "head":
                own = field.span.end  # *Thứ trưởng các Bộ: Công an, Nội vụ*
            if own <= begin:
                break
            joint = COMMA.match(self.text, own)
            own = own if joint else self.tail_end(own)  # *các hội: Nông dân, Phụ nữ xã*
            units.append(UnitName(f"{head} {self._like_first(units, begin, own)}", Span(begin, own)))
            joint = COMMA.match(self.text, own)
            begin = joint.end() if joint and not self._names_itself(joint.end(), units[0]) else 0
        return _told_from(at, units)

    def _like_first(self, units: Sequence[UnitName], start: int, end: int) -> str:
        """*Tiểu học Tây Hà* of *các trường Tiểu học Đông Hà, Tây Hà*: a name of such a list, a bare place with the words before the first one."""
        before = self.before_place(units[0].span) if units and self.bare_place_end(start) == end else 0
        shared = f"{self.clean(units[0].span.start, before)} " if before else ""
        return f"{shared}{self.clean(start, end)}"

    def _each_named(self, at: int) -> tuple[list[UnitName], int]:
        """*các cảng cá Đông Hà, Tây Hà*, *Bí thư các chi bộ 1, 2*: one of a kind for each bare name or number; none where there is but one."""
        person = self.parts[at] if self.value_at(at) == "person" else None
        det = self.skip(person.span.end) if person else at
        kind = self.after_det(det) if self.value_at(det) == "det" else None
        if kind is None or kind.rule.value not in _NAMED_EACH:
            return [], at
        begin = self._past_small_parts(kind.span.end)
        end = self.places_end(begin)
        pieces = self._pieces(self.skip(begin), end)
        named = all(self.bare_place_end(p.start) == p.end or self.text[p.start].isdigit() for p in pieces)
        if not named or not (self.is_left(end) or COMMA.match(self.text, end)):
            return [], at
        shared = self.clean(kind.span.start, begin)
        shared = _joined(self.clean(*person.span), shared) if person else shared
        return _told_from(at, [UnitName(f"{shared} {self.clean(*p)}", p) for p in pieces])

    def _past_small_parts(self, at: int) -> int:
        """*hạt kiểm lâm*: past words in small letters that rules know, right behind a kind."""
        part = self.parts.get(self.skip(at))
        small = (
            part is not None and part.rule.value in ("head", "field") and self.text[part.span.start].islower()
        )
        return self._past_small_parts(part.span.end) if small and part else at

    def _pieces(self, begin: int, end: int) -> list[Span]:
        """The names that commas and *và* part between two places."""
        borders = list(COMMA.finditer(self.text, begin, end))
        starts = [begin, *(m.end() for m in borders)]
        ends = [*(m.start() for m in borders), end]
        return [Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b]

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
        end = kind.span.end
        if kind.rule.attributes.get("shares") == "word" and (word := WORD.match(self.text, kind.span.start)):
            end = word.end()  # *hội* of *các hội Phụ nữ, Nông dân*
        is_head = kind.rule.value == "head" and {"capital", "shares"} & kind.rule.attributes.keys()
        if not (is_head and (several or colon)) and not (
            person and colon and kind.rule.value in ("level", "noun")
        ):
            return "", 0, False
        own = self.clean(kind.span.start, end)
        own = own.capitalize() if is_head else own
        return (
            _joined(self.clean(*person.span), own) if person else own,
            colon.end() if colon else self.skip(end),
            bool(colon),
        )

    def _listed_end(self, begin: int, *, colon: bool) -> int:
        """Where a name of such a list ends; behind a colon a comma ends it, whatever its words, or a semicolon where it has some; a name
        that the grammar knows ends by itself (*Giám đốc: Sở Văn hóa, Thể thao và Du lịch, Sở Y tế*).
        """
        own = self.parts.get(begin)
        if colon and own is not None and own.rule.attributes.get("capital") == "next":
            return self.name_end(begin)
        for pattern in (_APART, _LISTED) if colon else ():
            listed = pattern.match(self.text, begin)
            whole = listed and ("," not in listed[0] or _ONE_FIELD.fullmatch(listed[0]))
            if listed and whole and not self._works_in(begin, listed.end()):
                return listed.end()
        return self.words_end(begin - 1, alone=False)

    def _works_in(self, start: int, end: int) -> bool:
        """*Y tế lập sổ*, never *Nội tổng hợp*: whether a verb in small letters stands between two places, and what is done behind it."""
        words = WORD.finditer(self.text, start + 1, end)
        acting = (w for w in words if self.stops(w.start()) or w.start() in self.loose)
        return any(self._verb_end(w.start(), w) < end for w in acting)

    def places_before_verb(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """*thôn Đoài đắp đê*, *khu phố 1 và khu phố 5 cử người*: named places whose level is written small, and where they end; without
        the names if no verb follows them.
        """
        units: list[UnitName] = []
        end = start = at
        while (part := self.parts.get(start)) is not None and part.rule.value == "level":
            last = self.place_end(part.span.end)
            if last == part.span.end:
                break
            units.append(UnitName(self.clean(start, last), Span(start, last)))
            end = last
            joint = COMMA.match(self.text, end)
            start = joint.end() if joint else end
        return (tuple(units) if self.acts_at(self.skip(end)) else ()), end


def _told_from(at: int, units: Sequence[UnitName]) -> tuple[list[UnitName], int]:
    """Several units of one kind, the first from where the kind is told on; none where there is but one."""
    if len(units) < 2:
        return [], at
    first, *others = units
    return [UnitName(first.name, Span(at, first.span.end)), *others], units[-1].span.end


def _joined(person: str, level: str) -> str:
    """*Trưởng bản*; *Trưởng thôn* of *thôn* has the level already."""
    return person if fold(person).endswith(f" {fold(level)}") else f"{person} {level}"
