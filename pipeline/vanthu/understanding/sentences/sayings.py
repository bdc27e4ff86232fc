"""What a text says besides work: courtesies, consent, requirements, money, papers of the past; and orders after such words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import regex

from vanthu.understanding.sentences.asides import Asides

_STOP = regex.compile(r"\.(?=\s|$)")
_ONLY_BRACKET = regex.compile(r"\s*[*_]*\([^()]*\)[*_.;,/ ]*", regex.DOTALL)


@dataclass(frozen=True)
class Sayings(Asides):
    """Tells what is no instruction."""

    @cached_property
    def is_closing(self) -> bool:
        """A courtesy, a word on difficulties, a clause of form, a note: nothing to do."""
        closing = any(m.rule.value in ("closing", "sum") for m in self.phrases)
        return closing and not self.work_start

    @cached_property
    def work_start(self) -> int:
        """Where the work begins: behind a first sentence on the paper itself or on its money, if the next one says who must act."""
        told = [m for m in self.told("closing") if m.rule.attributes.get("then") == "work"] or [
            *self.told("money")
        ]
        stop = _STOP.search(self.text)
        start = self.skip(stop.end()) if stop else len(self.text)
        if not told or self.text[: told[0].span.start].strip() or start >= len(self.text):
            return 0
        after = type(self)(self.text[start:], self.rules)
        works = (after.subject[0] or after.is_ordered) and not (after.is_closing or after.states_outcome)
        return start if works else 0

    @cached_property
    def oversees_paper(self) -> bool:
        """*Văn phòng theo dõi, đôn đốc việc thực hiện Chỉ thị này*: work on the whole paper."""
        return bool(self.actors) and any(self.told("oversees"))

    @cached_property
    def is_bracketed(self) -> bool:
        """A line that is one bracket."""
        return _ONLY_BRACKET.fullmatch(self.text) is not None

    @cached_property
    def tells_past(self) -> bool:
        """*Phòng Nội vụ đã rà soát hồ sơ*: says what somebody did, and orders nobody."""
        units, verb = self.subject
        past = bool(units) and self.has_tense("past", verb)
        return past and not (self.is_ordered or self.asked_inside or self.later_order)

    @cached_property
    def is_done_by_itself(self) -> bool:
        """An act that the paper performs by being signed (*Điều 1. Thành lập ...*), and nobody's work."""
        return any(self.told("constitutive")) and not self.actors

    @cached_property
    def only_decides(self) -> bool:
        """Praises, notes or agrees, and orders nobody."""
        return any(self.told("decides")) and not (self.actors or self.asked_inside or self.later_order)

    @cached_property
    def states_requirement(self) -> bool:
        """Says how work, papers or data must be, and orders nobody."""
        return any(self.told("requirement")) and not (self.actors or self.asked_inside)

    @cached_property
    def states_outcome(self) -> bool:
        """*Phấn đấu độ che phủ rừng đạt trên 48%*, *Thôn nào vi phạm sẽ bị phê bình*: says what should be reached or what becomes of whom,
        whatever days and people it names.
        """
        return any(m.rule.attributes.get("tells") == "outcome" for m in self.told("requirement"))

    @cached_property
    def labels_requirement(self) -> bool:
        """*Yêu cầu: mỗi lớp một tiết mục*: begins with a label for how work must be, whoever does it."""
        return any(self.text[m.span.start : m.span.end].endswith(":") for m in self.told("requirement"))

    @cached_property
    def states_money(self) -> bool:
        """Says what something costs or who pays, and orders nobody; *Các hộ tự bảo đảm chi phí* names who pays for himself."""
        if any(m.rule.attributes.get("tells") == "payer" for m in self.told("money")):
            return True
        pays = any(aside.kind == "lead" for aside in self.asides)  # *do Văn phòng cân đối*
        return any(self.told("money")) and not (self.actors or self.work_start or pays)

    @cached_property
    def later_order(self) -> tuple[int, Self] | None:
        """The first later sentence that begins with an order (*Nhân dịp ... UBND tỉnh đề nghị các sở treo cờ*), and its place; behind words
        of consent a clause, too; behind those and words on money also one that only says who does what.
        """
        consents = any(self.told("decides"))
        plain = consents or any(self.told("money")) or any(self.told("attribute.money"))
        marks = (".", ";") if consents else "."
        ends = (c for c in self.later_clauses() if self.text[:c].rstrip().endswith(marks))
        rest = ((c, type(self)(self.text[c:], self.rules)) for c in ends)
        told = ((c, s) for c, s in rest if s.is_ordered or (plain and s.actors and not s.tells_past))
        return next(((c, s) for c, s in told if not s.is_closing), None)
