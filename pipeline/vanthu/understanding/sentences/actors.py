"""All who act: the subject of the first clause, those of later clauses, those asked or bound inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.orthography import fold
from vanthu.understanding.sentences.phrases import force
from vanthu.understanding.sentences.subject import is_bare, moved
from vanthu.understanding.sentences.turns import Turns
from vanthu.understanding.units.parts import UnitName

_OPENING = 200  # characters that tell how a clause opens
_DASH = regex.compile(r"(?<=[\p{L}\d]) [-–] (?=\p{L})")


@dataclass(frozen=True)
class Actors(Turns):
    """Finds the units that a text orders to act, wherever it names them."""

    @cached_property
    def actors(self) -> tuple[UnitName, ...]:
        """Units that the text itself orders to act, with those of later clauses and those that *riêng ...* brings in; empty
        where its first clause names none.
        """
        first, begins = self.subject
        if not first:
            return ()
        found = {u.name: u for u in first}
        further = self.in_turn(begins, alone=not self.is_ordered)
        for unit in (*further, *self.later_actors, *self._besides()):
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
        end = 0
        for clause in self.later_clauses():
            start = self.after_request(clause)
            if start < end:
                continue  # within the names read before
            units, end = self.read_at(start)
            courtesy = start > clause and type(self)(self.text[clause:], self.rules).tells_courtesy
            acts = self._may_act_later(start, units) and self.verb_after(end) is not None
            acts = acts and not (any(self.told("takes_lead")) and self.helps(end))
            acts = acts and not self._is_circumstance(clause, end)
            if acts and not courtesy and not self._directs_itself(clause):
                found += (*units, *self.in_turn(end, alone=True))
            else:
                found += self._behind_circumstance(clause)
        return tuple(found)

    @cached_property
    def helping_later(self) -> tuple[UnitName, ...]:
        """*Công an huyện chủ trì tuần tra; các xã phối hợp, bố trí dân quân*: who helps whom the first clause says to lead, in a clause of his own
        or behind a comma.
        """
        if not self.subject[0] or not any(self.told("takes_lead")):
            return ()
        begun = (p for p in self._names_in_turn() if self.text[:p].rstrip().endswith(","))
        places = (*map(self.after_request, self.later_clauses()), *begun)
        named = (self.read_at(at) for at in places if not self.is_in_bracket(at))
        return tuple(u for units, end in named if units and self.only_helps(end) for u in units)

    def _is_circumstance(self, clause: int, end: int) -> bool:
        """*...; đối với các xã ven sông hướng dẫn chủ đò*: a topic without colon or word of duty tells where, not who."""
        topic = any(m.span.start == self.skip(clause) and force(m) == "topic" for m in self.told("request"))
        bound = self.text[end : end + 1] in (":", ",") or self.reader.verb_at(self.skip(end)) == "duty"
        return topic and not bound

    @cached_property
    def acting_inside(self) -> tuple[UnitName, ...]:
        """Units that a text which begins otherwise orders to act later on, or binds by the way."""
        found = {u.name: u for u in (*self.asked_inside, *self.behind_dash, *self.later_actors)}
        later = tuple(sorted(found.values(), key=lambda u: u.span.start))
        return later or self.bound_inside or self.each_inside

    @cached_property
    def behind_dash(self) -> tuple[UnitName, ...]:
        """*Chấm điểm theo bộ tiêu chí - Tổ thẩm định lập báo cáo*: who acts behind a dash, where the text begins with what is to be done."""
        for dash in _DASH.finditer(self.text):
            units, end = self.reader.list_at(dash.end())
            may_act = self._may_act_later(dash.end(), units) and not self.is_in_bracket(dash.start())
            if may_act and self.acts_by_itself(end) and not self._is_in_name(dash.start()):
                return units
        return ()

    def _is_in_name(self, at: int) -> bool:
        """*Bà Mây - Phó Chủ tịch Hội Phụ nữ xã*: whether a name that begins before a place ends behind it."""
        return any(start < at < self.reader.name_end(start) for start in self.reader.starts())

    def _directs_itself(self, clause: int) -> bool:
        """*UBND xã chuẩn bị tài liệu; giao các phòng giải trình*: whether who acts goes on, behind a semicolon, by ordering his own."""
        start = self.skip(clause)
        order = next((m for m in self.told("request") if m.span.start == start), None)
        plain = order is not None and "tone" not in order.rule.attributes and force(order) is None
        return (
            plain
            and self.text[:clause].rstrip().endswith(";")
            and bool(self.subject[0])
            and not self.is_ordered
        )

    def _behind_circumstance(self, clause: int) -> tuple[UnitName, ...]:
        """*...; nếu không chấp hành, Phòng Kinh tế lập biên bản*, *... . Trước ngày 20/5, các xã gửi danh sách*: who acts behind the comma
        or the *thì* that ends a condition or the time, or right behind the time.
        """
        opens = self.rules.roles.by_value["opener"].at_start(self.text[clause : clause + _OPENING])
        if opens is None and not self.has_word("condition", clause):
            return ()
        later = type(self)(self.text[clause:], self.rules)
        units, end = later.subject
        at = units[0].span.start if units else 0
        before = later.end_before(at)
        ended = later.text[:before].endswith(",") or any(
            m.span.end == before and m.rule.value == "then" for m in later.words
        )
        helps = any(self.told("takes_lead")) and later.helps(end)
        if later.tells_courtesy or helps or not (ended or later.is_after_time(at)):
            return ()
        told = [fold(u.name) for u in self.subject[0]]  # *thường trực các hội*, of whom *các hội* tells again
        return moved((u for u in units if not any(n.endswith(fold(u.name)) for n in told)), clause)

    def _may_act_later(self, at: int, units: Sequence[UnitName]) -> bool:
        """*ngành đào tạo* in a list of things is no unit; *mỗi tổ* may be one of those told before."""
        told = any(not self.reader.is_vague(u.span) for u in units)
        return told and not self.tells_of_each(at, units) and not is_bare(units)

    @property
    def tells_courtesy(self) -> bool:
        """Whether it says words of courtesy."""
        return any(self.told("closing"))

    def _besides(self) -> Iterator[UnitName]:
        for phrase in self.told("besides"):
            start = self.skip(phrase.span.end)
            units, end = self.reader.list_at(start)
            if not units:
                units, end = self.reader.place_at(start)  # *riêng xã Sao Lam cử tàu*
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
    def each_inside(self) -> tuple[UnitName, ...]:
        """*Sinh hoạt chuyên môn: 02 lần/tháng, mỗi tổ thực hiện 02 chuyên đề*: each of several, told behind a mark with what they do."""
        for at in (m.span.start for m in self.words if m.rule.value == "each"):
            units, end = self.reader.list_at(at)
            marked = self.text[:at].rstrip().endswith((",", ":"))
            plain = (
                self.reader.verb_at(self.skip(end)) is not None
            )  # *mở 02 lớp: mỗi lớp 15 buổi* has no verb
            if units and marked and self.acts_by_itself(end) and (plain or not self.kind_was_told(at, units)):
                return units
        return ()

    @cached_property
    def asked_inside(self) -> tuple[UnitName, ...]:
        """Units that orders anywhere inside name (*..., đề nghị X rà soát, giao Y chủ trì*)."""
        found: dict[str, UnitName] = {}
        for phrase in self.told("request"):
            units, end = self.reader.list_at(self.skip(phrase.span.end))
            # *kế hoạch phân công các hội* orders nobody
            marked = not self.text[: phrase.span.start].rstrip()[-1:].isalpha()
            if (
                force(phrase) != "topic"
                and (marked or self.orders(phrase))
                and any(not self.reader.is_vague(u.span) for u in units)
                and (self.verb_after(end) is not None or self._opens_list(end))
            ):
                found.update((u.name, u) for u in units)
        return tuple(found.values())

    def _opens_list(self, end: int) -> bool:
        """*yêu cầu Chủ tịch UBND các xã:* at the end of a text: what they must do stands below."""
        return self.text[end:].strip(" *_") == ":"
