"""What a committee was set up for, told behind its kind."""

from __future__ import annotations

from dataclasses import dataclass

from vanthu.rulebook import Match
from vanthu.understanding.units.charges import Charges
from vanthu.understanding.units.parts import COMMA, WORD

_WORK_WORDS = 14
_SECOND_WORDS = 3  # unknown ones, and one more
_NO_WORK = frozenset({"head", "committee", "person", "joint", "det", "stop", "noun"})


@dataclass(frozen=True)
class Purposes(Charges):
    """Steps over the work that belongs to a name."""

    def work_end(self, at: int) -> int:
        """*Tổ công tác thúc đẩy giải ngân vốn đầu tư công của tỉnh*: past the work, if a level of government closes the name."""
        end = at
        for _ in range(_WORK_WORDS):
            start = self.next_word(end)
            word = WORD.match(self.text, start) if start is not None else None
            if start is None or word is None or not word[0].islower():
                return 0
            part = self.parts.get(start)
            if part is not None and part.rule.value == "level":
                last = self.place_end(part.span.end)
                return last if self.is_left(last) or self.text[self.skip(last) :].startswith("(") else 0
            if part is not None and part.rule.value in _NO_WORK and "inside" not in part.rule.attributes:
                return 0
            end = word.end()
        return 0

    def second_field_end(self, head: Match, end: int) -> int:
        """*Tiểu ban Hậu cần, tài chính cân đối*: past one more field in small letters of a board named after its fields, if what it must do
        follows; one that stands for who works in it is another body, but beside no part of a board (*Tiểu ban An ninh, y tế*).
        """
        comma = COMMA.match(self.text, end)
        field = self.parts.get(comma.end()) if comma and end > head.span.end else None
        if field is None or field.rule.value != "field" or head.rule.value != "committee":
            return end
        whole = self.text[head.span.start : head.span.end].casefold().startswith("tiểu")
        own = self.text[field.span.start].islower() and (whole or "beside" not in field.rule.attributes)
        return field.span.end if own and self.acts_at(self.skip(field.span.end)) else end

    def is_name_like(self, at: int) -> bool:
        """Whether a capital or a field of work follows."""
        start = self.skip(at)
        return self.text[start : start + 1].isupper() or self.value_at(start) == "field"

    def second_work_end(self, head: int, words: int) -> int:
        """*Phòng Quản lý, bảo trì đường bộ*: where the object of the last of several verbs ends, if the name is but a verb so far."""
        first, comma = self.verbs.get(self.skip(head)), COMMA.match(self.text, words)
        last = self.verbs.get(comma.end()) if comma and first and first.span.end == words else None
        while last and (joint := COMMA.match(self.text, last.span.end)) and joint.end() in self.verbs:
            last = self.verbs[joint.end()]
        if last is None or last.rule.value != "action":
            return words
        end = self.object_end(last.span.end, most=_SECOND_WORDS)
        return end if self.is_left(end) else words

    def row_goes_on(self, at: int) -> bool:
        """*các doanh nghiệp phân phối, siêu thị*: whether one more general word stands behind a comma."""
        comma = COMMA.match(self.text, at)
        return comma is not None and comma[0].strip() == "," and self.value_at(comma.end()) == "noun"
