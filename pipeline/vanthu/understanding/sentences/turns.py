"""Who acts in turn: those whom a clause names behind commas, each with a verb of his own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.orthography import fold
from vanthu.rulebook import Match
from vanthu.understanding.sentences.subject import Subject, is_bare
from vanthu.understanding.units.parts import UnitName

_NO_WORD = regex.compile(r"[^\p{L}\p{M}\d]+")
_PEOPLE = frozenset({"person", "noun", "det"})
_DONE_TO = frozenset({"visits", "governs"})  # to people, and perhaps to those told behind a comma


@dataclass(frozen=True)
class Turns(Subject):
    """Tells those who act by themselves from those whom others direct, visit or list."""

    def in_turn(self, inside: int, *, alone: bool) -> Iterator[UnitName]:
        """*Giao UBND phường số hóa hồ sơ, Đoàn Thanh niên hỗ trợ người dân*: who is named after a comma of the same clause with a verb
        of his own; `alone`: up to other units and words of directing, of which the rest may be the object, but for *mỗi*.
        """
        limit, begun, closed = self.sentence_end(inside), inside, False
        for place in self._names_in_turn():
            if not inside <= place < limit:
                continue
            units, inside = self.read_at(place)
            acts = bool(units) and self._acts_in_turn(begun, units, inside)
            general = self.reader.value_at(place) == "noun"
            if alone and units and not general and (not acts or self._directs(begun, place)):
                closed = True
            if acts and (not closed or self.has_word("each", place)):
                yield from units
                begun = inside

    def _acts_in_turn(self, begun: int, units: Sequence[UnitName], end: int) -> bool:
        """Whether units behind a comma act, and none is told again or inside a bracket."""
        at = units[0].span.start
        named = self.text[:at].rstrip().endswith(",") and self.acts_by_itself(end) and not is_bare(units)
        own = named and self._is_told_anew(begun, at, end) and not self.is_in_bracket(at)
        return own and not self.tells_of_each(at, units)

    def _names_in_turn(self) -> list[int]:
        """Where names begin, those of places in small letters behind a comma among them (*thôn Đông dọn kênh, thôn Đoài đắp đê*)."""
        levels = (at for at, m in self.reader.parts.items() if m.rule.value == "level")
        return sorted(
            {*self.reader.starts(), *(at for at in levels if self.text[:at].rstrip().endswith(","))}
        )

    def read_at(self, at: int) -> tuple[tuple[UnitName, ...], int]:
        """Units at a place inside a text, hamlets in small letters that act among them, and where they end."""
        units, end = self.reader.list_at(at)
        return (units, end) if units else self.reader.places_before_verb(at)

    def _is_told_anew(self, start: int, at: int, end: int) -> bool:
        """*Tổ thủy nông mở cống, các đội đắp bờ*: whether a name behind a comma begins with a capital, or in small letters where no people
        are told since a place that it may be listed with; *các hộ gặp khó khăn* tells which, *mỗi hộ* always acts.
        """
        if self.text[at].isupper() or self.has_word("each", at):
            return True
        provided = any(m.rule.value == "provides" and start <= m.span.start < at for m in self.words)
        if self.reader.value_at(at) in ({"noun", "person"} if provided else {"noun"}):
            return False  # *bố trí phòng học, giáo viên phục vụ lớp*
        comma = self.end_before(self.text.rfind(",", 0, at))
        listed = self._goes_on_with_people(comma) or self._is_governed(start, comma)
        in_state = self.reader.value_at(at) == "det" and self.has_word("state", self.skip(end))
        done_to = (m for m in self.words if m.rule.value in _DONE_TO and start <= m.span.start < at)
        with_people = any(self._names_people(m.span.end, at) for m in done_to)
        return not (listed or in_state or with_people or self._directs(start, at))

    def _is_governed(self, start: int, end: int) -> bool:
        """*tại chợ, trạm y tế*: whether the words right before a place hang on a preposition, no verb between them."""
        governing = (m for m in self.words if m.rule.value == "governs" and start <= m.span.start < end)
        return any(not any(m.span.end <= at < end for at in self.reader.verbs) for m in governing)

    def _goes_on_with_people(self, end: int) -> bool:
        """*cử cán bộ, viên chức dự*, *dọn đường đến trường, các lớp*: whether people or a body are named right before a place."""
        named = (m for m in self.reader.parts.values() if m.span.end == end)
        parts = any(m.rule.value in _PEOPLE or self.reader.name_end(m.span.start) == end for m in named)
        people = any(m.span.end == end and m.rule.value == "people" for m in self.words)
        return parts or people or self.reader.ends_with_a_place(end)

    def _directs(self, start: int, end: int) -> bool:
        """Whether words between two places direct others, or name who helps, or what for."""
        directing = (m for m in self.words if m.rule.value in ("directs", "aims", "condition"))
        asking = (m for part in ("request", "coordinate", "by") for m in self.told(part))
        return any(start <= m.span.start < end for m in (*directing, *asking))

    def _names_people(self, start: int, end: int) -> bool:
        inside = (m for at, m in self.reader.parts.items() if start <= at < end)
        parts = any(m.rule.value in _PEOPLE or self.reader.name_end(m.span.start) for m in inside)
        return parts or any(start <= m.span.start < end and m.rule.value == "people" for m in self.words)

    def acts_by_itself(self, end: int) -> bool:
        """Whether a verb follows a name, other than that it helps."""
        verb = self.skip(end)
        acts = verb in self.reader.loose or self.reader.verb_at(verb) in ("action", "report", "duty")
        return acts and not self.helps(end)

    def helps(self, end: int) -> bool:
        """Whether words of helping follow a name."""
        return any(self._help_at(self.skip(end)))

    def only_helps(self, end: int) -> bool:
        """Whether such words follow a name that can't be work of its own (*phối hợp*, never *hỗ trợ hộ nghèo*)."""
        return any("may_be" not in m.rule.attributes for m in self._help_at(self.skip(end)))

    def _help_at(self, at: int) -> Iterator[Match]:
        return (m for part in ("helps", "coordinate") for m in self.told(part) if m.span.start == at)

    def tells_of_each(self, at: int, units: Sequence[UnitName]) -> bool:
        """*mỗi trạm phải có 02 người*, *mỗi cán bộ*: whether *mỗi* speaks of who was told before, of what they consist of or of own people;
        *mỗi xóm cử 30 người* names who acts.
        """
        if not units or not self.has_word("each", at):
            return False
        inner = self.reader.after_det(at)
        own = inner is not None and inner.rule.attributes.get("each") == "person"
        verb = self.skip(units[-1].span.end)
        works = verb in self.reader.loose or self.verb_from(verb) is not None
        return own or not works or self.kind_was_told(at, units)

    def kind_was_told(self, at: int, units: Sequence[UnitName]) -> bool:
        """*Lập 03 tổ; mỗi tổ trực một ca*: whether the kind of unit at a place was told before it."""
        _, _, kind = fold(units[0].name).partition(" ")
        told = f" {_NO_WORD.sub(' ', fold(self.text[:at]))} "
        return f" {kind} " in told
