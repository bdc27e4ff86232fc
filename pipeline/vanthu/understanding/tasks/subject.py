"""Who acts: the subject of an instruction, who is asked to act, who is brought in besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.tasks.openings import Openings
from vanthu.understanding.tasks.phrases import force
from vanthu.understanding.tasks.reach import MARK, MOST_WORDS
from vanthu.understanding.units.grammar import UnitName
from vanthu.understanding.units.parts import COMMA

_TOPIC = regex.compile(r"[^.:]{4,200}:\s+(?=\p{L})")
_NO_VERBS = frozenset(
    {"stop", "qualifier", "level", "det", "noun", "joint", "field", "purpose", "charge", "scheme"}
)
_ROW_LENGTH = 80  # characters


def _tells_part(match: Match) -> bool:
    return (match.rule.value or "").startswith("mark.")


def moved(units: Iterable[UnitName], by: int) -> tuple[UnitName, ...]:
    """Names with their places moved to the right."""
    return tuple(UnitName(u.name, Span(u.span.start + by, u.span.end + by)) for u in units)


@dataclass(frozen=True)
class Subject(Openings):
    """Finds the units that a text orders to act."""

    @cached_property
    def actors(self) -> tuple[UnitName, ...]:
        """Units that the text itself orders to act, with those of later clauses and those that *riêng ...* brings in; empty
        where its first clause names none.
        """
        first, begins = self.subject
        found = {u.name: u for u in first}
        further = self._in_turn(begins, alone=not self.is_ordered) if first else ()
        for unit in (*further, *self.later_actors, *self._besides()) if first else ():
            found.setdefault(unit.name, unit)
        return tuple(found.values())

    @cached_property
    def asks_own_people(self) -> bool:
        """*Yêu cầu 100% cán bộ ...*: whether only people act whom the unit of the heading directs."""
        heads = [self.reader.parts.get(u.span.start) for u in self.actors]
        return bool(heads) and all(
            h is not None and h.rule.attributes.get("yields") == "heading" for h in heads
        )

    @cached_property
    def later_actors(self) -> tuple[UnitName, ...]:
        """Units that act in clauses after the first (*...; Hội Phụ nữ xã vận động ...*)."""
        found: list[UnitName] = []
        for clause in self.later_clauses():
            start = self.after_request(clause)
            units, end = self.reader.list_at(start)
            courtesy = start > clause and type(self)(self.text[clause:], self.rules).tells_courtesy
            acts = self._may_act_later(start, units) and self.verb_after(end) is not None
            acts = acts and not (any(self.told("takes_lead")) and self._helps(end))
            if units and acts and not courtesy:
                found += (*units, *self._in_turn(end, alone=True))
            elif self.has_word("condition", clause):
                found += self._behind_condition(clause)
        return tuple(found)

    def _behind_condition(self, clause: int) -> tuple[UnitName, ...]:
        """*...; nếu không chấp hành, Phòng Kinh tế lập biên bản*: who acts behind the comma or the *thì* that ends the condition."""
        later = type(self)(self.text[clause:], self.rules)
        units, _ = later.subject
        before = later.end_before(units[0].span.start) if units else 0
        ended = later.text[:before].endswith(",") or any(
            m.span.end == before and m.rule.value == "then" for m in later.words
        )
        if not ended or later.tells_courtesy:
            return ()
        told = [fold(u.name) for u in self.subject[0]]  # *thường trực các hội*, of whom *các hội* tells again
        return moved((u for u in units if not any(n.endswith(fold(u.name)) for n in told)), clause)

    def _in_turn(self, inside: int, *, alone: bool) -> Iterator[UnitName]:
        """*Giao UBND phường số hóa hồ sơ, Đoàn Thanh niên hỗ trợ người dân*: who is named after a comma of the same clause with a verb
        of his own; `alone`: up to other units and words of directing, of which the rest may be the object.
        """
        limit, begun = self.sentence_end(inside), inside
        for place in self.reader.starts():
            if not inside <= place < limit:
                continue
            units, inside = self.reader.list_at(place)
            own = self.text[:place].rstrip().endswith(",") and self.text[place].isupper()
            acts = own and units and self._acts_by_itself(inside) and not self.is_in_bracket(place)
            if alone and units and (not acts or self._directs(begun, place)):
                return
            if acts:
                yield from units
                begun = inside

    def _directs(self, start: int, end: int) -> bool:
        """Whether words between two places direct others, or name who helps."""
        directing = (m for m in self.words if m.rule.value in ("directs", "condition"))
        asking = (m for part in ("request", "coordinate", "by") for m in self.told(part))
        return any(start <= m.span.start < end for m in (*directing, *asking))

    def _acts_by_itself(self, end: int) -> bool:
        """Whether a verb follows a name, other than that it helps."""
        return self.reader.verb_at(self.skip(end)) in ("action", "report", "duty") and not self._helps(end)

    def _helps(self, end: int) -> bool:
        """Whether words of helping follow a name."""
        at = self.skip(end)
        return any(m.span.start == at for part in ("helps", "coordinate") for m in self.told(part))

    def _may_act_later(self, at: int, units: Sequence[UnitName]) -> bool:
        """*mỗi tổ phải có 03 người* speaks of what was named before; *ngành đào tạo* in a list of things is no unit."""
        each = any(m.span.start == at and m.rule.value == "each" for m in self.words)
        return not each and bool(units) and not (" " not in units[0].name and units[0].name.islower())

    @property
    def tells_courtesy(self) -> bool:
        """Whether it says words of courtesy."""
        return any(self.told("closing"))

    @cached_property
    def subject(self) -> tuple[tuple[UnitName, ...], int]:
        """The units that act, and where what they do begins."""
        for start in self.subject_places():
            units, end = self.grown(*self.reader.list_at(start))
            if units and (verb := self.verb_after(self._past_marks(end))) is not None:
                return self._ordered_by(units, verb)
            if units and (self._is_asked(start) or self._leads_a_row(start, end)):
                return units, self.skip(end)
        told = self._subject_after_topic()
        return told if told[0] else (self._subject_of_passive() or self._subject_before_words())

    def _past_marks(self, end: int) -> int:
        """*Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra*: past brackets that tell the parts of names, and those who help."""
        while mark := next(
            (m for m in self.phrases if m.span.start == self.skip(end) and _tells_part(m)), None
        ):
            comma = COMMA.match(self.text, mark.span.end)
            end = self.reader.list_at(comma.end())[1] if comma else mark.span.end
        return end

    def _subject_of_passive(self) -> tuple[tuple[UnitName, ...], int] | None:
        """*Kết quả phải được các xã báo cáo*: who must act stands after *được*, behind a word of duty or behind what is to be done and no verb."""
        for passive in (m for m in self.words if m.rule.value == "passive"):
            units, end = self.reader.list_at(self.skip(passive.span.end))
            duty = self._is_bound(passive.span.start)
            if units and duty and self.reader.verb_at(self.skip(end)) in ("action", "report"):
                return units, self.skip(end)
        return None

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
        known = self.reader.value_at(at) in _NO_VERBS or any(
            m.span.start == at and m.rule.value != "asks_on" for m in self.words
        )
        return at > end and self.text[at : at + 1].islower() and not known

    def _is_asked(self, at: int) -> bool:
        """Whether the words right before a place ask somebody to act; *đối với* alone doesn't."""
        before = self.end_before(at)
        return any(m.span.end == before and force(m) is None for m in self.told("request"))

    def _ordered_by(self, units: tuple[UnitName, ...], verb: int) -> tuple[tuple[UnitName, ...], int]:
        """*UBND xã yêu cầu các trường rà soát*: who is asked must act, not who asks; but only heads of government order
        others, a unit that is no such head asks as a part of its own work.
        """
        asking = self._asking(verb)
        asked, end = self.grown(*self.reader.list_at(self._past_asking(asking)))
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

    def _past_asking(self, at: int) -> int:
        """Past words of asking; past *phân công*, too, where a body follows and no person (*Chủ tịch UBND xã phân công Phòng Kinh tế*)."""
        start = self.after_request(at)
        weak = next((m for m in self.told("request") if m.span.start == start), None)
        after = self.skip(weak.span.end) if weak else start
        return after if self.reader.value_at(after) in ("head", "committee") else start

    def _may_order(self, unit: UnitName, verb: int) -> bool:
        asking = next((m for m in self.told("request") if m.span.start == verb), None)
        proposes = asking is not None and asking.rule.attributes.get("tone") == "proposal"
        return proposes or self.rules.issues(unit.name) or "superior" in self.rules.roles.values(unit.name)

    def _besides(self) -> Iterator[UnitName]:
        for phrase in self.told("besides"):
            units, end = self.reader.list_at(self.skip(phrase.span.end))
            if units and self.verb_after(end) is not None and not self.is_in_bracket(phrase.span.start):
                yield from units

    @cached_property
    def bound_inside(self) -> tuple[UnitName, ...]:
        """*Chuyển quà đến các hộ, các thôn có trách nhiệm lập danh sách*: units behind a comma that words of duty bind, where the text
        begins otherwise.
        """
        duties = {m.span.start for m in self.told("takes_lead")}
        for at in self.reader.starts() if duties else ():
            units, end = self.reader.list_at(at)
            if units and self.skip(end) in duties and self.text[:at].rstrip().endswith(","):
                return units
        return ()

    @cached_property
    def asked_inside(self) -> tuple[UnitName, ...]:
        """Units that orders anywhere inside name (*..., đề nghị X rà soát, giao Y chủ trì*)."""
        found: dict[str, UnitName] = {}
        for phrase in self.told("request"):
            units, end = self.reader.list_at(self.skip(phrase.span.end))
            if (
                force(phrase) != "topic"
                and any(not self.reader.is_vague(u.span) for u in units)
                and (self.verb_after(end) is not None or self._opens_list(end))
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
