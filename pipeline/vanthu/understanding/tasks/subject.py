"""Who acts: the subject of an instruction, who is asked to act, who is brought in besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.tasks.phrases import force
from vanthu.understanding.tasks.reach import MARK, MOST_WORDS, Reach
from vanthu.understanding.units.grammar import UnitName

BRACKET = regex.compile(r"\s*\([^()]*\)")
_AFTER_ACTOR = regex.compile(r"\s*(?::|,\s+)?\s*")
_TOPIC = regex.compile(r"[^.:]{4,200}:\s+(?=\p{L})")
_NO_VERBS = frozenset(
    {"stop", "qualifier", "level", "det", "noun", "joint", "field", "purpose", "charge", "scheme"}
)
_ROW_LENGTH = 80  # characters
_PASSIVE_LENGTH = 16  # characters of the verb after được, bị


def moved(units: Iterable[UnitName], by: int) -> tuple[UnitName, ...]:
    """Names with their places moved to the right."""
    return tuple(UnitName(u.name, Span(u.span.start + by, u.span.end + by)) for u in units)


@dataclass(frozen=True)
class Subject(Reach):
    """Finds the units that a text orders to act."""

    @cached_property
    def actors(self) -> tuple[UnitName, ...]:
        """Units that the text itself orders to act, with those of later clauses and those that *riêng ...* brings in; empty
        where its first clause names none.
        """
        first, _ = self.subject
        found = {u.name: u for u in first}
        for unit in (*self._further_ordered(), *self.later_actors, *self._besides()) if first else ():
            found.setdefault(unit.name, unit)
        return tuple(found.values())

    @cached_property
    def later_actors(self) -> tuple[UnitName, ...]:
        """Units that act in clauses after the first (*...; Hội Phụ nữ xã vận động ...*)."""
        found: list[UnitName] = []
        for start in self.later_clauses():
            units, end = self.reader.list_at(start)
            if units and self._may_act_later(start, units) and self._verb_after(end) is not None:
                found += units
        return tuple(found)

    def _further_ordered(self) -> Iterator[UnitName]:
        """*Giao UBND phường số hóa hồ sơ, Đoàn Thanh niên hỗ trợ người dân*: in an order, who is named after a comma with a verb of
        his own.
        """
        inside, limit = self.subject[1], self.first_sentence_end() if self.is_ordered else 0
        for place in self.reader.starts():
            if not inside <= place < limit:
                continue
            units, inside = self.reader.list_at(place)
            own = self.text[:place].rstrip().endswith(",") and self.text[place].isupper()
            if own and units and self._acts_by_itself(inside) and not self.is_in_bracket(place):
                yield from units

    def _acts_by_itself(self, end: int) -> bool:
        """Whether a verb follows a name, other than that it helps."""
        at = self.skip(end)
        helps = any(m.span.start == at for part in ("helps", "coordinate") for m in self.told(part))
        return self.reader.verb_at(at) in ("action", "report", "duty") and not helps

    def _may_act_later(self, at: int, units: Sequence[UnitName]) -> bool:
        """*mỗi tổ phải có 03 người* speaks of what was named before; *ngành đào tạo* in a list of things is no unit."""
        each = any(m.span.start == at and m.rule.value == "each" for m in self.words)
        bare = " " not in units[0].name and units[0].name.islower()
        return not each and not bare

    @cached_property
    def subject(self) -> tuple[tuple[UnitName, ...], int]:
        """The units that act, and where what they do begins."""
        for start in self._subject_places():
            units, end = self.grown(*self.reader.list_at(start))
            if units and (verb := self._verb_after(end)) is not None:
                return self._ordered_by(units, verb)
            if units and (self._is_asked(start) or self._leads_a_row(start, end)):
                return units, self.skip(end)
        told = self._subject_after_topic()
        return told if told[0] else self._subject_before_words()

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
        """*Giám sát lâm sàng: Nhân viên thú y xã kiểm tra ...*: who acts stands after the topic and its colon; or it stands
        before it, in words that the grammar does not know.
        """
        topic = _TOPIC.match(self.text)
        if topic is None:
            return (), 0
        start = topic.end()
        if self.reader.verb_at(start) is not None and (
            units := self.reader.split_until(start) or self.person_named()
        ):
            return units, start
        if not self.topic_end:
            return (), 0
        units, verb = type(self)(self.text[start:], self.rules).subject
        return moved(units, start), (verb + start if units else 0)

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
        known = self.reader.value_at(at) in _NO_VERBS or any(m.span.start == at for m in self.words)
        return at > end and self.text[at : at + 1].islower() and not known

    def _is_asked(self, at: int) -> bool:
        """Whether the words right before a place ask somebody to act; *đối với* alone doesn't."""
        before = self.end_before(at)
        return any(m.span.end == before and force(m) is None for m in self.told("request"))

    def _subject_places(self) -> Iterator[int]:
        start = self.skip(0)
        asked = self.after_request(start)
        yield asked
        topic = any(m.span.start == start and force(m) == "topic" for m in self.told("request"))
        opener = next(self.told("opener"), None)
        if not topic and opener is None:
            return
        limit = self.first_sentence_end()
        inside = self._past_topic(opener, limit)  # a topic or a name: what begins within it is no subject
        for place in self.reader.starts():
            if max(start, inside - 1) < place < limit:
                may_act = self._may_be_subject(place)
                inside = self.reader.list_at(place)[1] if may_act else self._governed_end(place)
                if may_act:
                    yield place

    def _governed_end(self, at: int) -> int:
        """*Chương trình của Chính phủ, các bộ rà soát ...*: where a name ends that is no subject; one of many after one of its own
        begins anew, and so does any after *thay mặt X*.
        """
        units, end = self.reader.list_at(at)
        before = self.end_before(at)
        if units and any(
            m.span.end == before and m.rule.attributes.get("takes") == "one" for m in self.words
        ):
            return units[0].span.end
        if any(m.span.end == before for m in self.told("coordinate")):
            return end
        plural = (u.span.start for u in units[1:] if self.reader.value_at(u.span.start) == "det")
        many = next(plural, None) if self.reader.value_at(at) != "det" else None
        return max(u.span.end for u in units if u.span.start < many) if many else end

    def _past_topic(self, opener: Match | None, limit: int) -> int:
        """*Về dự án Bệnh viện huyện: ...*: where the topic ends that the text opens with; 0 where it has none."""
        about = opener is not None and opener.rule.attributes.get("until") == "colon"
        return self.text.find(":", 0, limit) + 1 if about else 0

    def _may_be_subject(self, at: int) -> bool:
        """Not inside a name that began before, nor what a verb or a preposition governs."""
        end = self.end_before(at)
        if any(m.span.end == end for m in self.told("request")):
            return True
        told = self._told_right_before(end)
        if told == "governs":
            return False
        if told == "then" or self.text[:end].endswith(",") or self._is_after_passive(end):
            return True
        return all(m.span.end != end for m in self.reader.verbs.values())

    def _told_right_before(self, end: int) -> str | None:
        return next((m.rule.value for m in self.words if m.span.end == end), None)

    def _is_after_passive(self, end: int) -> bool:
        """Whether a verb that ends at a place is done to what stands before it."""
        passive = (m for m in self.words if m.rule.value == "passive" and m.span.end < end)
        return any(
            end - m.span.end <= _PASSIVE_LENGTH and not MARK.search(self.text[m.span.end : end])
            for m in passive
        )

    def _verb_after(self, end: int) -> int | None:
        """Where the verb begins that follows a subject, a bracket or a colon between them; `None` where none does."""
        bracket = BRACKET.match(self.text, end)
        at = bracket.end() if bracket else end
        found = _AFTER_ACTOR.match(self.text, at)
        start = found.end() if found else at
        has_colon = ":" in self.text[at:start]
        if self.reader.verb_at(start) is not None:
            return start
        return start if has_colon and start < len(self.text) else None

    def _ordered_by(self, units: tuple[UnitName, ...], verb: int) -> tuple[tuple[UnitName, ...], int]:
        """*UBND xã yêu cầu các trường rà soát*: who is asked must act, not who asks; but only heads of government order
        others, a unit that is no such head asks as a part of its own work.
        """
        asking = self._asking(verb)
        asked, end = self.reader.list_at(self.after_request(asking))
        if not asked or asked[0].span.start == verb or not self._may_order(units[0], asking):
            return units, verb
        inner = self._verb_after(end)
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

    def _besides(self) -> Iterator[UnitName]:
        for phrase in self.told("besides"):
            units, end = self.reader.list_at(self.skip(phrase.span.end))
            if units and self._verb_after(end) is not None and not self.is_in_bracket(phrase.span.start):
                yield from units

    @cached_property
    def asked_inside(self) -> tuple[UnitName, ...]:
        """Units that orders anywhere inside name (*..., đề nghị X rà soát, giao Y chủ trì*)."""
        found: dict[str, UnitName] = {}
        for phrase in self.told("request"):
            units, end = self.reader.list_at(self.skip(phrase.span.end))
            if (
                force(phrase) != "topic"
                and units
                and (self._verb_after(end) is not None or self._opens_list(end))
            ):
                found.update((u.name, u) for u in units)
        return tuple(found.values())

    def _opens_list(self, end: int) -> bool:
        """*yêu cầu Chủ tịch UBND các xã:* at the end of a text: what they must do stands below."""
        return self.text[end:].strip(" *_") == ":"

    @cached_property
    def is_ordered(self) -> bool:
        """Whether a word of asking stands before the units that act."""
        units, _ = self.subject
        return bool(units) and self._is_asked(units[0].span.start)
