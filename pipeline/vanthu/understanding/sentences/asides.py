"""Who acts by the words of a bracket (*(Phòng Kinh tế chủ trì; Công an xã phối hợp)*, *(do Công an xã thực hiện)*) or after *do* (*do Sở Y tế thực hiện*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from vanthu.understanding.sentences.actors import Actors
from vanthu.understanding.units.parts import UnitName

_BRACKET = regex.compile(r"\((?P<inside>[^()]+)\)")
_CLAUSE = regex.compile(r"[^;,]+(?:[;,]\s*|$)")
_BORDER = regex.compile(r"\s*(?:[.,;)]|và\s|$)")
_FIGURE = regex.compile(r"\s*[;,–-][^;:]*\d[^;:]*\Z")
_DASH = regex.compile(r"\s[-–]\s+\Z")
_EDGE = " .;,*_/"
_CARRIES = frozenset({"carries_out", "takes_lead", "mark.lead"})
_HELPS = frozenset({"helps", "coordinate", "mark.partner"})


class Aside(NamedTuple):
    """`kind` is lead or partner; places are in the text."""

    kind: str
    units: tuple[UnitName, ...]


@dataclass(frozen=True)
class Asides(Actors):
    """Finds units that are named beside the work, not as its subject."""

    @cached_property
    def asides(self) -> tuple[Aside, ...]:
        """All of them, from left to right."""
        return (
            *self._after_by(),
            *self._after_colon(),
            *self._after_comma(),
            *(aside for b in _BRACKET.finditer(self.text) for aside in self._in_bracket(b)),
        )

    def _after_by(self) -> Iterator[Aside]:
        for by in self.told("by"):
            units, end = self.reader.list_at(self.skip(by.span.end))
            carried = self._carried(end)
            if units and carried and self._is_left(carried) and not self.is_in_bracket(by.span.start):
                yield Aside("lead", units)
                yield from self._chain(carried)

    def _after_colon(self) -> Iterator[Aside]:
        """*Trang trí hội trường: Trung tâm Văn hóa xã.*: units alone behind work and its colon; none where the work itself speaks of units
        or is done to them, for the list may say which (*Kiểm tra chuyên đề: Trạm Y tế xã*).
        """
        work = self.text.rpartition(":")[0]
        units, end = self.reader.list_at(self.skip(len(work) + 1)) if work else ((), 0)
        sent = any(self.has_word(value, self.skip(0)) for value in ("visits", "governs"))
        if sent or any(at < len(work) for at in self.reader.starts()):
            return
        told = any((m.rule.value or "") not in ("opener", "people") for m in self.phrases)
        begins = self.reader.verb_at(self.skip(0)) == "action"
        if (
            units
            and begins
            and not told
            and not self._tells_where(units)
            and not self.text[end:].strip(_EDGE)
        ):
            yield Aside("lead", units)

    def _after_comma(self) -> Iterator[Aside]:
        """*Tổ chức lễ ra quân, Công an xã chủ trì, Đoàn xã phối hợp*, *Trồng hoa - Chi hội Phụ nữ thực hiện*: who leads, told behind the
        work.
        """
        leads = {self.end_before(m.span.start) for m in self.told("takes_lead")}
        does = leads | {self.end_before(m.span.start) for m in self.told("carries_out")}
        for at in self.reader.starts() if does and not self.subject[0] else ():
            units, end = self.reader.list_at(at)
            marked = (
                leads
                if self.text[:at].rstrip().endswith(",")
                else does
                if _DASH.search(self.text, 0, at)
                else ()
            )
            if units and end in marked and not self.is_in_bracket(at) and self._is_left(self._carried(end)):
                yield from self._chain(at)

    def _is_left(self, end: int) -> bool:
        """Whether nothing stands behind the words of a part but a mark or when, where and how it is done."""
        return bool(_BORDER.match(self.text, end)) or self.reader.value_at(self.skip(end)) == "stop"

    def _in_bracket(self, bracket: regex.Match[str]) -> Iterator[Aside]:
        start, end = bracket.span("inside")
        start = next((m.span.end for m in self.told("by") if m.span.start == self.skip(start)), start)
        asked = self.after_request(start)
        units, last = self.reader.list_at(asked)
        duly = any(m.span.start == self._past_mark(last) for m in self.told("duly"))
        alone = last == end or duly or self._only_time(last, end)
        closes = self._ends(bracket) and (duly or not (self._explains(bracket) or self._tells_where(units)))
        if units and alone and (asked > self.skip(start) or closes):
            yield Aside("lead", units)
        else:
            yield from (a for a in self._chain(start) if a.units[-1].span.end <= end)

    def _tells_where(self, units: Sequence[UnitName]) -> bool:
        """*(xã Đông, xã Đoài)*: whether names that stand alone are of places in small letters, where work is done."""
        at = units[0].span.start if units else 0
        return bool(units) and self.reader.value_at(at) == "level" and self.text[at].islower()

    def _only_time(self, start: int, end: int) -> bool:
        """*(Phòng Nội vụ; tháng 5/2026)*: whether nothing but figures and words that are no work stand behind a mark."""
        rest = self.text[start:end]
        verbs = any(
            start <= at < end and m.rule.value in ("action", "report") for at, m in self.reader.verbs.items()
        )
        return _FIGURE.match(rest) is not None and not verbs

    def _ends(self, bracket: regex.Match[str]) -> bool:
        """Whether a bracket ends the text."""
        return not self.text[bracket.end() :].strip(" .;,/*_")

    def _explains(self, bracket: regex.Match[str]) -> bool:
        """Whether a unit's name stands right before a bracket."""
        before = self.end_before(bracket.start())
        ends = (before, bracket.end())
        return any(self.reader.name_end(at) in ends for at in self.reader.starts() if at < before)

    def _chain(self, at: int) -> Iterator[Aside]:
        """*X chủ trì, Y phối hợp; Z hỗ trợ*: clauses of a unit and its part, as long as they follow each other."""
        while True:
            start = self.after_request(self._past_mark(at))
            units, end = self.reader.list_at(start)
            if not units:
                return
            if carried := self._carried(end):
                yield Aside("lead", units)
            elif carried := self._said(end, _HELPS):
                yield Aside("partner", units)
            else:
                return
            at = carried

    def parts_of_row(self) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
        """Who leads and who helps in a row of names with their parts (*Sở Y tế (chủ trì), Công an tỉnh, các xã (phối hợp)*); behind who
        leads, a name without a part helps. Nothing where no part is told.
        """
        chain = tuple(self._chain(0))
        leads = [u for a in chain if a.kind == "lead" for u in a.units]
        helpers = [u for a in chain if a.kind == "partner" for u in a.units]
        last = max((u.span.end for u in (*leads, *helpers)), default=0)
        mark = self._carried(last) or self._said(last, _HELPS)
        if leads and mark:
            helpers += self.reader.list_at(self._past_mark(mark))[0]
        return tuple(leads), tuple(helpers)

    def _past_mark(self, at: int) -> int:
        while self.text[at : at + 1] in {",", ";", " ", "\n"}:
            at += 1
        return at

    def _carried(self, end: int) -> int:
        return self._said(end, _CARRIES)

    def _said(self, end: int, values: frozenset[str]) -> int:
        """Where the words of a part end that stand at a place; 0 where none do."""
        at = self.skip(end)
        return next((m.span.end for m in self.phrases if m.span.start == at and m.rule.value in values), 0)
