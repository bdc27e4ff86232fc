"""Who acts: the subject of an instruction, or who is asked to act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.sentences.openings import Openings
from vanthu.understanding.sentences.reach import MARK, MOST_WORDS
from vanthu.understanding.units.parts import COMMA, UnitName

_TOPIC = regex.compile(r"(?:(?:Ông|Bà|Đ/c)\.\s)?[^.:]{4,200}:\s+(?=\p{L})")  # *Ông. Lê Văn Tám: ...*
_NO_VERBS = frozenset(
    {"stop", "qualifier", "level", "det", "noun", "joint", "field", "purpose", "charge", "scheme"}
)
_BEFORE_VERBS = frozenset(
    {"asks_on", "state", "people"}
)  # small words that a verb no rule knows may look like
_ROW_LENGTH = 80  # characters
_OFFICE_WORDS = 3  # *Phó Chủ tịch*, with no name of a body


def _tells_part(match: Match) -> bool:
    return (match.rule.value or "").startswith("mark.")


def is_bare(units: Sequence[UnitName]) -> bool:
    """*ngành đào tạo*, *cơ sở dữ liệu ngành*: one word in small letters, which in the midst of a sentence is no unit."""
    return bool(units) and " " not in units[0].name and units[0].name.islower()


def moved(units: Iterable[UnitName], by: int) -> tuple[UnitName, ...]:
    """Names with their places moved to the right."""
    return tuple(UnitName(u.name, Span(u.span.start + by, u.span.end + by)) for u in units)


@dataclass(frozen=True)
class Subject(Openings):
    """Finds the units that the first clause of a text orders to act."""

    @cached_property
    def subject(self) -> tuple[tuple[UnitName, ...], int]:
        """The units that act, and where what they do begins."""
        for start in self.subject_places():
            units, end = self.grown(*self.reader.list_at(start))
            if not units:
                units, end = self._place_or_level(start)
            if is_bare(units) and self.text[:start].strip() and not self._is_asked(start):
                continue
            if units and (verb := self.verb_after(self._past_marks(end))) is not None:
                return self._told_apart(units, verb) or self._ordered_by(units, verb)
            if units and (self._is_asked(start) or self._leads_a_row(start, end)):
                return units, self.skip(end)
        told = self._subject_after_topic()
        if told[0]:
            return told
        return self._subject_of_passive() or self._subject_who_hands_in() or self._subject_before_words()

    def _told_apart(self, units: tuple[UnitName, ...], verb: int) -> tuple[tuple[UnitName, ...], int] | None:
        """*Sở Y tế và các cơ quan: Phòng Dân số lập sổ; Trạm Y tế khám*, *Công đoàn: Chủ tịch Công đoàn cử người*: of several, the last
        told in general, and of a body told with who heads it, those act whom the words behind the colon name.
        """
        if not self.text[:verb].rstrip().endswith(":"):
            return None
        members = self._begins_with_member(units, verb)
        if not members and not self._begins_with_head(verb):
            return None
        named, begins = type(self)(self.text[verb:], self.rules).subject
        whole = bool(named) and (members or len(named[0].name.split()) > _OFFICE_WORDS)
        return (moved(named, verb), begins + verb) if whole and named[0].span.start == 0 else None

    def _begins_with_member(self, units: Sequence[UnitName], at: int) -> bool:
        """Whether a body begins at a place that is one of several, the last of which are told in general."""
        return len(units) > 1 and self._is_general(units[-1]) and self.reader.value_at(at) == "head"

    def _begins_with_head(self, at: int) -> bool:
        """Whether the office of somebody who heads a body begins at a place."""
        own = self.reader.parts.get(at)
        return own is not None and own.rule.attributes.get("office") == "head"

    def _place_or_level(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """A named place that is asked, or a level that a text begins with."""
        if self._is_asked(at):
            return self.reader.place_at(at)
        return self.reader.level_at(at) if at == self.skip(0) else ((), at)

    def _past_marks(self, end: int) -> int:
        """*Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra*: past brackets that tell the parts of names, and those who help; past
        where they work and past *mỗi đơn vị*.
        """
        while mark := next(
            (m for m in self.phrases if m.span.start == self.skip(end) and _tells_part(m)), None
        ):
            comma = COMMA.match(self.text, mark.span.end)
            end = self.reader.list_at(comma.end())[1] if comma else mark.span.end
        return self.where_until(end) or self.reader.past_each(end)

    def _subject_of_passive(self) -> tuple[tuple[UnitName, ...], int] | None:
        """*Kết quả phải được các xã báo cáo*: who must act stands after *được*, behind a word of duty or behind what is to be done and no verb."""
        for passive in (m for m in self.words if m.rule.value == "passive"):
            units, end = self.reader.list_at(self.skip(passive.span.end))
            duty = self._is_bound(passive.span.start)
            if units and duty and self.reader.verb_at(self.skip(end)) in ("action", "report"):
                return units, self.skip(end)
        return None

    def _subject_who_hands_in(self) -> tuple[tuple[UnitName, ...], int] | None:
        """*Báo cáo của các chi hội gửi về Hội trước ngày 20/11*: whose paper it is that must be handed in."""
        thing = next((m for value in ("deliver", "deliver.thing") for m in self.told(value)), None)
        governs = (m for m in self.words if m.rule.value == "governs")
        owned = min(governs, key=lambda m: m.span.start, default=None) if thing else None
        units, end = self.reader.list_at(self.skip(owned.span.end)) if owned else ((), 0)
        verb = self.skip(end)
        named = bool(units) and " " in units[0].name  # *của Phòng*: whose section it is
        return (units, verb) if named and self.reader.verb_at(verb) is not None else None

    def _is_bound(self, at: int) -> bool:
        """Whether a word of duty ends right before a place, or nothing but the plain name of a thing (*Kết quả rà soát*)."""
        before = self.end_before(at)
        if any(m.span.end == before and m.rule.value == "duty" for m in self.reader.verbs.values()):
            return True
        thing = next((m for m in self.told("deliver")), None)
        return thing is not None and thing.span.start <= at and not MARK.search(self.text[:before])

    def _subject_before_words(self) -> tuple[tuple[UnitName, ...], int]:
        """The unit that a text begins with and that goes on in small letters: up to a word of duty they are of its name, else the
        first of them is a verb that no rule knows.
        """
        start = self.skip(0)
        units, end = self.reader.list_at(start)
        if not units or not self._goes_on(start, end):
            return (), 0
        duty = next((m.span.start for m in self.told("takes_lead") if m.span.start > end), end)
        between = self.text[end:duty]
        if not between.strip() or MARK.search(between) or len(between.split()) > MOST_WORDS:
            return units, self.skip(end)
        return (*units[:-1], self.stretched(units[-1], duty)), duty

    def _subject_after_topic(self) -> tuple[tuple[UnitName, ...], int]:
        """*Giám sát lâm sàng: Nhân viên thú y xã kiểm tra ...*: who acts stands after the topic and its colon, after a long one right
        behind it; or it stands before it, in words that the grammar does not know.
        """
        topic = _TOPIC.match(self.text)
        if topic is None:
            return (), 0
        start = topic.end()
        if self.reader.verb_at(start) is not None and (
            units := self.reader.split_until(start) or self.person_named()
        ):
            return units, start
        rest = type(self)(self.text[start:], self.rules)
        units, verb = rest.subject
        kind = rest.reader.value_at(0) if units and units[0].span.start == 0 else None
        named = kind == "head" or (kind == "det" and rest.reader.verb_at(verb) in ("action", "report"))
        return (moved(units, start), verb + start) if units and (self.topic_end or named) else ((), 0)

    @cached_property
    def topic_end(self) -> int:
        """Where the words after a short topic and its colon begin; 0 where there is no such topic."""
        topic = _TOPIC.match(self.text)
        return topic.end() if topic and len(topic[0].split()) <= MOST_WORDS else 0

    def _leads_a_row(self, start: int, end: int) -> bool:
        """A text that begins with a unit and a comma, what follows being names that no rule knows, and soon a verb."""
        if self.text[:start].strip() or not self.text[end:].startswith(","):
            return False
        return any(end < place <= end + _ROW_LENGTH for place in self.reader.verbs)

    def _goes_on(self, start: int, end: int) -> bool:
        """A text that begins with the whole name of a unit and goes on in small letters: the verb is one that no rule knows."""
        if self.text[:start].strip() or self.text[start : start + 1].islower():
            return False
        at = self.skip(end)
        known = self.reader.value_at(at) in _NO_VERBS or any(
            m.span.start == at and m.rule.value not in _BEFORE_VERBS for m in self.words
        )
        return at > end and self.text[at : at + 1].islower() and not known

    def _is_asked(self, at: int) -> bool:
        """Whether the words right before a place ask somebody to act; *đối với* alone doesn't."""
        before = self.end_before(at)
        asking = (m for m in self.phrases if m.rule.value in ("request", "besides"))
        return any(m.span.end == before and self.orders(m) for m in asking)

    def _ordered_by(self, units: tuple[UnitName, ...], verb: int) -> tuple[tuple[UnitName, ...], int]:
        """*UBND xã yêu cầu các trường rà soát*: who is asked must act, not who asks; but only heads of government order
        others, a unit that is no such head asks as a part of its own work.
        """
        asking = self._asking(verb)
        asked, end = self.grown(*self.reader.list_at(self.after_request(asking)))
        if not asked or asked[0].span.start == verb or not any(self._may_order(u, asking) for u in units):
            return units, verb
        inner = self.verb_after(end)
        return (asked, inner) if inner is not None else (units, verb)

    def _asking(self, at: int) -> int:
        """Past words between who asks and what is asked (*thông báo và đề nghị*); the place itself where no request follows them."""
        place = at
        while on := next(
            (m for m in self.words if m.span.start == place and m.rule.value == "asks_on"), None
        ):
            place = self.skip(on.span.end)
        return place if any(m.span.start == place for m in self.told("request")) else at

    def _may_order(self, unit: UnitName, verb: int) -> bool:
        asking = next((m for m in self.told("request") if m.span.start == verb), None)
        proposes = asking is not None and asking.rule.attributes.get("tone") == "proposal"
        return proposes or self.rules.issues(unit.name) or "superior" in self.rules.roles.values(unit.name)

    @cached_property
    def is_ordered(self) -> bool:
        """Whether a word of asking stands before the units that act."""
        units, _ = self.subject
        return bool(units) and self._is_asked(units[0].span.start)
