"""Names that only stand beside others: numbers, places, fields and words in capitals, and what they take over from the name before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.units.kinds import Kinds
from vanthu.understanding.units.parts import COMMA, UnitName

_NUMBER = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})(?=\s*(?:[,;:.()]|$)|\s+(?:và\s|\p{Ll}))")
_ENDS_NUMBERED = regex.compile(r"(?:số\s+)?(?P<count>\d{1,3}|[IVX]{1,4})\Z")


@dataclass(frozen=True)
class Fellows(Kinds):
    """Reads further names of a list."""

    def fellow_end(self, units: list[UnitName], start: int) -> int:
        """Where a name ends that only stands beside others: a number, a place, or words in capitals that no rule knows; 0 elsewhere."""
        if not units:
            return 0
        return (
            self._number_end(units, start)
            or self._further_place(units, start)
            or self._like_place(units, start)
            or self.small_place(start)
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

    def small_place(self, at: int) -> int:
        """*Công an huyện và xã Đông*, *giao huyện Thanh*: where a named place ends that is told as a unit, if the name is left there; 0
        elsewhere.
        """
        part = self.parts.get(at)
        end = self.place_end(part.span.end) if part is not None and part.rule.value == "level" else 0
        return end if part is not None and end > part.span.end and self.is_left(end) else 0

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

    def named_beside(self, before: list[UnitName], start: int, end: int) -> UnitName:
        """The name between two places, with what it takes over from the one before."""
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
