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
_PLACE = regex.compile(r"(?:\p{Lu}[\p{L}'’]*|\d{1,2})(?:[ -](?:\p{Lu}[\p{L}'’]*|\d{1,2}))*")
_ONE_FIELD = regex.compile(r"[^,]+,[^,]+ và [^,]+")  # *Văn hóa, Thể thao và Du lịch*


@dataclass(frozen=True)
class Kinds(Names):
    """Reads lists of units of one kind."""

    def sister_place(self, units: Sequence[UnitName], start: int) -> UnitName | None:
        """*UBND xã Đông Hà, Tây Hà*: the bare name of one more place, with the words before it that it shares; else `None`."""
        end = self.bare_place_end(start)
        if not end or not (self.is_left(end) or COMMA.match(self.text, end)):
            return None
        whole = next((u for u in reversed(units) if self.last_level(u.span)), None)
        level = self.last_level(whole.span) if whole else None
        if whole is None or level is None or not self.begins_levels(whole.span.start):
            return None
        shared = self.clean(whole.span.start, level.span.end)
        alone = self.ends_with_place(whole.span, level) and units[-1].name.startswith(shared)
        return UnitName(f"{shared} {self.clean(start, end)}", Span(start, end)) if alone else None

    def each_place(self, name: Span) -> list[UnitName]:
        """*UBND các huyện Đông Hà, Tây Hà*: a unit for each of the places that a name of several ends with; none where it ends otherwise."""
        dets = [m for m in self.parts.values() if m.rule.value == "det" and name.covers(m.span)]
        det = max(dets, key=lambda m: m.span.start, default=None)
        kind = _KIND.match(self.text, self.skip(det.span.end), name.end) if det else None
        if det is None or kind is None:
            return []
        head, begin = self.clean(name.start, det.span.start), kind.end()
        borders = list(COMMA.finditer(self.text, begin, name.end))
        starts = [begin, *(m.end() for m in borders)]
        ends = [*(m.start() for m in borders), name.end]
        pieces = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
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
        apart = _APART.match(self.text, begin) if colon else None
        if apart and ("," not in apart[0] or _ONE_FIELD.fullmatch(apart[0])):
            return apart.end()
        listed = _LISTED.match(self.text, begin) if colon else None
        return listed.end() if listed else self.words_end(begin - 1, alone=False)

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


def _joined(person: str, level: str) -> str:
    """*Trưởng bản*; *Trưởng thôn* of *thôn* has the level already."""
    return person if fold(person).endswith(f" {fold(level)}") else f"{person} {level}"
