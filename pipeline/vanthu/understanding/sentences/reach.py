"""How far the name of who acts goes, beyond what the grammar of names knows: words of the sentence that a duty or a colon ends."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.understanding.sentences.phrases import Phrases
from vanthu.understanding.units.parts import COMMA, UnitName

MARK = regex.compile(r"[^\p{L}\s]")
MOST_WORDS = 10  # between a name and its duty, in a topic before a colon
_SMALL_AFTER_COMMA = regex.compile(r",\s+(?=\p{Ll})")
_UP_TO_COLON = regex.compile(r"\s*[,;]\s+(?P<names>\p{L}[\p{L} ,;-]{3,120}):")
_WORDS_TO_COLON = regex.compile(r"\s+\p{L}+\s[^.,;:()]{2,60}(?=\s*:)")
_NAME = regex.compile(r"[^\s,;](?:(?!\s+và\s)[^,;])*[^\s,;]")
_PERSON = regex.compile(
    r"\s*(?P<who>(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})(?:\s*(?:[-–,]\s*[^:.;()]{3,60}|\([^()]{3,60}\)))?)\s*:"
)
_NO_FIELD = regex.compile(r"[.;()]|\bcác\b|\bnhững\b|\bsau\b", regex.IGNORECASE)
_NO_ROW = regex.compile(r"[^\p{L}\s,]")
_FIELD_WORDS = 10
_PLACE_WORDS = 30  # characters in which a word that tells where stands, and the one behind it
_RELATION_WORDS = 14  # what tells which units are meant has no more


@dataclass(frozen=True)
class Reach(Phrases):
    """Stretches names."""

    def grown(self, units: tuple[UnitName, ...], end: int) -> tuple[tuple[UnitName, ...], int]:
        """Units and where they end: the last one with the words that belong to it, those asked besides among them (*Chủ tịch UBND các
        xã và đề nghị Mặt trận Tổ quốc ...*).
        """
        units, end = self._with_its_words(units, end)
        joint = COMMA.match(self.text, end) if units else None
        start = self.after_request(joint.end()) if joint else end
        if joint is None or start == self.skip(joint.end()):
            return units, end
        also, last = self.grown(*self.reader.list_at(start))
        return (*units, *also), last if also else end

    def _with_its_words(self, units: tuple[UnitName, ...], end: int) -> tuple[tuple[UnitName, ...], int]:
        """*Phòng Quản lý, bảo trì kết cấu hạ tầng chủ trì*: small words after a comma that a word of duty ends are of the name."""
        if not units:
            return units, end
        if listed := self._until_colon(end):
            return self._listed_with(units, listed), listed[-1].span.end
        last = units[-1]
        if (
            until := self._field_until_colon(last)
            or self._placed_until(end)
            or (self.where_until(end) if self._is_general(last) else 0)
            or self._related_until(last, end)
        ):
            return (*units[:-1], self.stretched(last, until)), self.end_before(until)
        comma = _SMALL_AFTER_COMMA.match(self.text, end)
        if comma is None or comma.end() in self.reader.parts:
            return units, end
        duty = next((m.span.start for m in self.told("takes_lead") if m.span.start > end), comma.end())
        between = self.text[comma.end() : duty]
        if not between or MARK.search(between) or len(between.split()) > MOST_WORDS:
            return units, end
        return (*units[:-1], self.stretched(last, duty)), self.end_before(duty)

    def _listed_with(self, units: tuple[UnitName, ...], listed: tuple[UnitName, ...]) -> tuple[UnitName, ...]:
        """Units with those listed behind them; small words behind one of many tell more of its kind (*Các nhà máy thủy điện, điện gió:*)."""
        end = listed[-1].span.end
        small = all(self.reader.value_at(u.span.start) in (None, "field") for u in listed)
        start = units[-1].span.start
        second = self.reader.after_det(start)
        many = "det" in (self.reader.value_at(start), second.rule.value if second else None)
        if small and many and ";" not in self.text[units[-1].span.end : end]:
            return (*units[:-1], self.stretched(units[-1], end))
        return (*units, *listed)

    def _placed_until(self, end: int) -> int:
        """*Các hộ kinh doanh tại chợ Sen: Tháo dỡ ...*: the colon after where they are; 0 where no such words or a verb stand before it."""
        placed = _WORDS_TO_COLON.match(self.text, end) if self._tells_place(end, "beside") else None
        return placed.end() if placed and not any(end <= at < placed.end() for at in self.reader.verbs) else 0

    def where_until(self, end: int) -> int:
        """*Các hộ tại khu chợ mới kê khai*, *Tổ công tác tại huyện Tây kiểm tra*: the verb behind the words that tell where; 0 where there is none."""
        if not self._tells_place(end, "where"):
            return 0
        verbs = (
            at
            for at in self.reader.verbs
            if at > end and self.text[at].islower() and not self._is_use(end, at)
        )
        verb = min(verbs, default=0)
        between = self.text[end:verb]
        return verb if verb and not MARK.search(between) and len(between.split()) <= MOST_WORDS else 0

    def _tells_place(self, at: int, how: str) -> bool:
        """Whether a blank and a word that tells where stand at a place."""
        behind = self.text[at : at + _PLACE_WORDS]
        return behind[:1].isspace() and self.rules.places.by_value[how].at_start(behind) is not None

    def _is_use(self, start: int, verb: int) -> bool:
        """*khu tái định cư*: whether a verb says what the place before it is for."""
        before = self.text[start:verb].rstrip()
        return any(m.span.end == len(before) for m in self.rules.places.by_value["used"].find(before))

    def _field_until_colon(self, unit: UnitName) -> int:
        """*Trung tâm Kiểm soát thanh toán bảo hiểm: Chuẩn bị ...*: the colon after what a name's last verb governs, if no other verb stands
        before it and work follows; 0 elsewhere.
        """
        end = unit.span.end
        colon = self.text.find(":", end)
        field = self.skip(end)
        last = self.reader.verbs_ending.get(end)
        governs = last is not None and self.text[last.span.start].isupper() and field in self.reader.verbs
        plain = governs and colon > 0 and not _NO_FIELD.search(self.text, field, colon)
        verbs = [at for at in self.reader.verbs if field < at < colon]
        told = plain and not verbs and len(self.text[field:colon].split()) <= _FIELD_WORDS
        return colon if told and self.reader.verb_at(self.skip(colon + 1)) else 0

    def stretched(self, unit: UnitName, until: int) -> UnitName:
        """A name with the words that follow it up to a place."""
        span = Span(unit.span.start, self.end_before(until))
        return UnitName(" ".join(f"{unit.name}{self.text[unit.span.end : span.end]}".split()), span)

    def _related_until(self, unit: UnitName, end: int) -> int:
        """*Các đơn vị tổ chức lễ hội có trách nhiệm ...*: where *có trách nhiệm* begins, if the words between it and a general name
        tell which of them are meant; 0 elsewhere.
        """
        verb = self.skip(end)
        duties = (
            m.span.start for m in self.told("takes_lead") if m.rule.attributes.get("ends") == "relation"
        )
        duty = next((d for d in duties if d > verb), 0)
        between = self.text[verb:duty].strip()
        plain = duty and not _NO_ROW.search(between) and len(between.split()) <= _RELATION_WORDS
        other = any(verb < at < duty and self._names_another(at) for at in self.reader.starts())
        acts = self.reader.verb_at(verb) in ("action", "report") or self.reader.value_at(verb) == "activity"
        return duty if plain and acts and not other and self._is_general(unit) else 0

    def _names_another(self, at: int) -> bool:
        """Whether what begins at a place names a unit, and is not just a general word in small letters (*kho, bến xe*)."""
        return self.text[at].isupper() or self.reader.value_at(at) not in ("noun", "")

    def _is_general(self, unit: UnitName) -> bool:
        """Whether a name begins with a word for units in general (*các đơn vị*)."""
        start = unit.span.start
        inner = self.reader.after_det(start) if self.reader.value_at(start) == "det" else None
        return self.reader.value_at(start) == "noun" or (
            inner is not None and self.reader.kind(inner) == "noun"
        )

    def _until_colon(self, end: int) -> tuple[UnitName, ...]:
        """*Hộ kinh doanh, chủ cửa hàng; người bán hàng rong:* names up to a colon in words that no rule knows; no work stands there."""
        rest = _UP_TO_COLON.match(self.text, end)
        if rest is None or any(end <= at < rest.end() for at in self.reader.verbs):
            return ()
        pieces = (m.span() for m in _NAME.finditer(self.text, *rest.span("names")))
        return tuple(UnitName(self.reader.clean(a, b), Span(a, b)) for a, b in pieces)

    def person_named(self) -> tuple[UnitName, ...]:
        """*Trần Thị Mai (Phó Trưởng ban): ...*: a person by name, with or without the office, before a colon."""
        person = _PERSON.match(self.text)
        if person is None or person.start("name") in self.reader.parts:
            return ()
        start, end = person.span("who")
        return (UnitName(self.reader.clean(start, end), Span(start, end)),)
