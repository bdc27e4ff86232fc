"""One instruction read by itself: who must act, who helps, whether it instructs, whether it reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.sentences.lists import Lists
from vanthu.understanding.sentences.phrases import force
from vanthu.understanding.sentences.subject import moved
from vanthu.understanding.units.parts import UnitName


class Strength(IntEnum):
    """How plainly a text instructs."""

    NONE = 0
    DUTY = 1  # a word of duty stands somewhere in it
    VERB = 2  # it begins with what is to be done
    ACTOR = 3  # it says who must do it


_INTRO_WORDS = 6  # before *cụ thể:*; fewer tell no work of their own


@dataclass(frozen=True)
class Sentence(Lists):
    """A node's text, read as an instruction."""

    @property
    def opens_work_below(self) -> bool:
        """Ends in *các nội dung sau:*, *như sau:*, whatever it says before."""
        return any(self.told("empty_intro"))

    @cached_property
    def is_empty_intro(self) -> bool:
        """Only opens a list."""
        if self.opens_work_below:
            return not any(self._works_before(m) for m in self.told("empty_intro"))
        if self._only_addresses or self.only_directs:
            return True
        if self.opens_orders and self.subject[0] and self.only_carries(self.subject[1]):
            return True
        opened = next(self.told("specifics"), None)
        return opened is not None and (
            not self.tells_work or len(self.text[: opened.span.start].split()) < _INTRO_WORDS
        )

    @property
    def _only_addresses(self) -> bool:
        """*Đối với thành viên Tổ giúp việc tiến hành dự án:*: one name up to the colon, whatever verb is part of it."""
        addressed = any(m.span.start == self.skip(0) and force(m) == "topic" for m in self.told("request"))
        head, colon, rest = self.text.partition(":")
        bare = bool(colon) and not rest.strip(" *_") and not any(c in head for c in ",;.")
        return addressed and bare

    @property
    def only_directs(self) -> bool:
        """*Chỉ đạo các trạm thú y trong toàn ngành:*, *Đảng ủy UBND xã lãnh đạo UBND xã:*, whom, perhaps where, and not what for."""
        begin = self.subject[1] if self.subject[0] else 0
        directs = next((m for m in self.words if m.rule.value == "directs" and m.span.start == begin), None)
        if directs is None or not self.text.rstrip(" *_").endswith(":"):
            return False
        units, end = self.reader.list_at(self.skip(directs.span.end))
        told_where = self.reader.value_at(self.skip(end)) == "stop"
        works = not told_where or any(at >= end for at in self.reader.verbs)
        return bool(units) and not (self.text[end:].strip(" :*_") and works)

    def _works_before(self, opener: Match) -> bool:
        verb = self._main_verb
        begin = self.subject[1] if self.subject[0] else verb.span.start if verb else None
        return begin is not None and self.has_own_work(begin, opener.span.start)

    @cached_property
    def opens_orders(self) -> bool:
        """Whether it asks somebody to do what stands below it."""
        return self.text.rstrip(" *_").endswith(":") and any(self.told("request"))

    @cached_property
    def lists_things(self) -> bool:
        """Opens a list of things (*gồm:*), not of work."""
        return next(self.told("listing"), None) is not None

    @cached_property
    def hands_in(self) -> bool:
        """Whether it says what has to be handed in by when, and not by whom."""
        return any(m for what in ("deliver", "deliver.thing") for m in self.told(what))

    @cached_property
    def partners(self) -> tuple[UnitName, ...]:
        """Units that must help, in order, each once."""
        found: dict[str, UnitName] = {}
        for phrase in self._coordinating():
            for unit in self._named_at(self.skip(phrase.span.end)):
                if not self.reader.is_vague(unit.span):
                    found.setdefault(unit.name, unit)
        for unit in self._named_beside():
            found.setdefault(unit.name, unit)
        return tuple(found.values())

    def _coordinating(self) -> Iterator[Match]:
        """Words of helping, but for those in the circumstance that opens a sentence before who acts (*Để phối hợp với X, Y rà soát*)."""
        units, _ = self.subject
        opened = units[0].span.start if units and self.opener is not None else 0
        return (m for m in self.told("coordinate") if m.span.start >= opened)

    def _named_at(self, at: int) -> tuple[UnitName, ...]:
        """Names that begin at a place; *phối hợp với thôn*: a level alone is one, too."""
        units, _ = self.reader.list_at(at)
        end = 0 if units else self.reader.level_end(at)
        return (UnitName(self.reader.clean(at, end), Span(at, end)),) if end else units

    def _named_beside(self) -> Iterator[UnitName]:
        """*Công an xã chủ trì, Đoàn xã phối hợp tuần tra*: who helps, named right after who leads."""
        units, verb = self.subject
        yield from self.parts_of_row()[1] if units and any(self.told("mark.lead")) else ()
        leads = self._lead_told(verb)
        for aside in self._chain(leads.span.end) if units and leads else ():
            if aside.kind == "partner":
                yield from aside.units
        yield from self.helping_later

    def _lead_told(self, at: int) -> Match | None:
        """The words of leading at a place or behind words of duty there (*được giao chủ trì*)."""
        found = next((m for m in self.told("takes_lead") if m.span.start == at), None)
        duty = self.reader.verbs.get(at)
        if found or duty is None or duty.rule.value != "duty":
            return found
        return self._lead_told(self.skip(duty.span.end))

    @cached_property
    def ordered_later(self) -> tuple[UnitName, ...]:
        """Units that a later sentence orders to act, where the first tells no work (*Thống nhất chủ trương. Giao X ...*)."""
        if self.subject[0] or self.tells_work or self.later_order is None:
            return ()
        start, order = self.later_order
        return moved(order.actors, start)

    @cached_property
    def begins_with_part(self) -> bool:
        """Whether it goes on, behind a unit's name, with the part that the unit takes (*chủ trì, ...*, *phối hợp với ...*)."""
        start = self.skip(0)
        while self.text[start : start + 1] in {",", ";"}:
            start = self.skip(start + 1)
        parts = ("takes_lead", "carries_out", "helps", "coordinate")
        return any(m.span.start == start for part in parts for m in self.told(part))

    @cached_property
    def told_by_deed(self) -> bool:
        """*Các đơn vị cung ứng vật tư*: whether what several do says who they are; *Mỗi tổ* is ordered, and so are *Các tổ tiến hành ...:*
        before a colon, but for what they do every day (*Các cơ quan tiếp nhận hồ sơ:*).
        """
        deeds = {m.span.start for m in self.rules.standing.find(self.text)}
        whole = not self.text.rstrip().endswith(":") or self.subject[1] in deeds
        return self.begins_plural and not self.begins_with_each and whole

    @cached_property
    def narrates(self) -> bool:
        """Begins by telling of papers of the past."""
        return any(self.told("narrates"))

    @cached_property
    def strength(self) -> Strength:
        """How plainly it instructs."""
        if self.subject[0] or self.ordered_later or self.tells_people:
            return Strength.ACTOR
        if self._main_verb is not None or self.hands_in or self._tells_manner or self._tells_people_later:
            return Strength.VERB
        duty = any(m.rule.value == "duty" for m in self.reader.verbs.values())
        asked = any(self.told("request")) or any(aside.kind == "lead" for aside in self.asides)
        return Strength.DUTY if duty or asked else Strength.NONE

    @cached_property
    def tells_people(self) -> bool:
        """*Toàn thể công chức tham gia*: people in general must act."""
        people = next(self.told("people"), None)
        return people is not None and self.verb_after(people.span.end) is not None

    @cached_property
    def _tells_people_later(self) -> bool:
        """*Lệ phí: 100.000 đồng. Sinh viên nộp qua tài khoản ...*: a later sentence says what people must do."""
        ends = (c for c in self.later_clauses() if self.text[:c].rstrip().endswith("."))
        return any(type(self)(self.text[c:], self.rules).tells_people for c in ends)

    @cached_property
    def _tells_manner(self) -> bool:
        """*Trực tiếp dẫn ...*: a word of manner in front makes a verb of what no rule knows."""
        found = self.reader.verbs.get(self.skip(0))
        return found is not None and found.rule.attributes.get("before") == "verb"

    @cached_property
    def tells_quality(self) -> bool:
        """*Bảo đảm tiến độ*: says how work must be done that is told elsewhere."""
        verb = self._main_verb
        return verb is not None and verb.rule.attributes.get("tells") == "quality" and not self.subject[0]

    @cached_property
    def names_work(self) -> bool:
        """Whether some verb of work stands in it at all."""
        return any(m.rule.value == "action" for m in self.reader.verbs.values())

    @cached_property
    def _main_verb(self) -> Match | None:
        """The verb that tells the work: after the subject, or what the text opens with; `None` where it opens otherwise."""
        units, verb = self.subject
        start = verb if units else self.skip(0)
        found = self.verb_from(start)
        return found or (
            None
            if units
            else self._verb_after_opener() or self._verb_after_topic() or self._verb_after_partners()
        )

    @property
    def begins_with_verb(self) -> bool:
        """Whether what is to be done stands at the very front (*Thực hiện tốt công tác kiểm tra*), behind no paper or circumstance."""
        return self.opener is None and self.verb_from(self.skip(0)) is not None

    def _verb_after_partners(self) -> Match | None:
        """*Cùng với các đoàn thể chăm lo ...*."""
        beside = next((m for m in self.told("coordinate") if m.span.start == self.skip(0)), None)
        units, end = self.reader.list_at(self.skip(beside.span.end)) if beside else ((), 0)
        return self.verb_from(self.skip(end)) if units else None

    def _verb_after_topic(self) -> Match | None:
        """*Công tác hậu cần: Chuẩn bị lều trại*."""
        return self.verb_from(self.topic_end) if self.topic_end else None

    def _verb_after_opener(self) -> Match | None:
        """*Căn cứ nhiệm vụ được giao, xây dựng ...*, *Khi có dịch thì phun ...*: the verb after the comma or after *thì*, else the first in
        the sentence.
        """
        opener = self.opener
        if opener is None:
            return None
        then = opener.rule.attributes.get("then")
        if then == "next" and (at_once := self.verb_from(self.skip(opener.span.end))):
            return at_once
        end = self.first_sentence_end()
        begun = sorted(
            [i + 1 for i in range(end) if self.text[i] == ","]
            + [m.span.end for m in self.words if m.rule.value == "then" and m.span.end < end]
        )
        found = next((v for at in begun if (v := self.verb_from(self.skip(at)))), None)
        if found is None and then == "verb":
            places = sorted(
                p for p, m in self.reader.verbs.items() if p < end and m.rule.value in ("action", "report")
            )
            found = self.reader.verbs[places[0]] if places else None
        return found

    @property
    def tells_work(self) -> bool:
        """Whether a verb says what is to be done, right where the work should begin."""
        return self._main_verb is not None

    @cached_property
    def reports(self) -> bool:
        """Whether the work is to report."""
        verb = self._main_verb
        begins = verb is not None and verb.rule.value == "report" and not self._does_more
        alone = verb is None and self.tells_of_report and not self.names_work
        return any(self.told("deliver")) or begins or alone or self._mostly_reports

    @property
    def _mostly_reports(self) -> bool:
        """*Gửi danh sách hộ; báo cáo mỗi tháng; báo cáo cả vụ trước ngày 30/11*: whether most clauses begin with a report."""
        verbs = [self._main_verb, *(self.verb_from(c) for c in self.later_clauses())]
        told = sum(v is not None and v.rule.value == "report" for v in verbs)
        return 2 * told > len(verbs) > 2

    @property
    def _does_more(self) -> bool:
        """Whether another sentence begins with work of its own."""
        begun = (c for c in self.later_clauses() if self.text[:c].rstrip().endswith("."))
        return any(self.reader.verb_at(c) == "action" for c in begun)

    @cached_property
    def tells_of_report(self) -> bool:
        """Whether a report is spoken of at all."""
        return any(m.rule.value == "report" for m in self.reader.verbs.values())
