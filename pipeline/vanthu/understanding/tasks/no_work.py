"""What stands among the work of a plan and is none: facts, aims, hours of a programme, money, penalties, courtesies."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import regex

from vanthu.document.structure import SectionRole
from vanthu.times.clock import begins_with_hours
from vanthu.understanding.sentences.sentence import Sentence, Strength
from vanthu.understanding.tasks.headings import Headings

# *Phỏng vấn: 30 phút/thí sinh*, *Thi viết, thời gian 90 phút*; so many minutes a day, or within which, are work
_PART = regex.compile(
    r"(?:\p{L}+ \d:\s)?[^.;\d]{3,60}(?::|[,(–-]\s*(?:thời gian|thời lượng)(?:\s*:| là)?)\s*\d{1,3}\s*(?:phút|tiết)"
    r"(?:/(?!ngày|tuần|tháng|buổi)\p{L}+(?: \p{L}+)?)?[\s.;]*\Z",
    regex.IGNORECASE,
)
_ARTICLE = regex.compile(r"[đĐ]iều\s")


@dataclass(frozen=True)
class NoWork(Headings):
    """Looks at one outline. `has_date` tells whether a day is set in a node's text, `has_window` whether a span of days, `has_length` whether a length
    of time from or before an event, `has_rhythm` whether how often, `opens_with_time` whether a time stands at its front.
    """

    has_date: Callable[[int], bool] = lambda _: False
    has_window: Callable[[int], bool] = lambda _: False
    has_length: Callable[[int], bool] = lambda _: False
    has_rhythm: Callable[[int], bool] = lambda _: False
    opens_with_time: Callable[[int], bool] = lambda _: False
    rows: AbstractSet[int] = frozenset()  # rows of tables that are tasks

    def is_mere_closing(self, index: int) -> bool:
        """A courtesy at the end that sets no day for a report (*Nhận được Kế hoạch này, đề nghị ... báo cáo trước ngày 05/12*)."""
        sentence = self.sentence(index)
        dated = bool(sentence.asked_inside) and sentence.tells_of_report and self.has_date(index)
        return sentence.is_closing and not dated

    def only_tells(self, index: int) -> bool:
        """An article that takes effect by itself, praise or consent, what was done, how something must be, a part of a programme, work that
        an annex tells, a sum of money in a section on money, what should be reached or becomes of whom, how long a part of an event lasts.
        """
        sentence = self.sentence(index)
        node = self.tree.nodes[index]
        if sentence.only_decides or (_ARTICLE.match(node.marker) and sentence.is_done_by_itself):
            return True
        is_part = _PART.match(sentence.text) is not None and sentence.strength < Strength.ACTOR
        if is_part or sentence.tells_past or sentence.states_outcome or self._is_of_programme(index):
            return True
        if self._stands_in_annex(index, sentence) or self._tells_when_only(index, sentence):
            return True
        if sentence.states_requirement and not (self.has_date(index) or self.has_length(index)):
            return True
        how = sentence.tells_quality or sentence.labels_requirement
        if how and node.parent is not None and self.attribute_kinds(node.parent):
            return True
        return sentence.states_money and (node.role in (SectionRole.MONEY, None) or not self.has_date(index))

    def _stands_in_annex(self, index: int, sentence: Sentence) -> bool:
        """*Treo cờ, dựng rạp: thực hiện theo Phụ lục kèm theo*, and an annex with rows of work: they are the tasks. *Nhiệm vụ cụ thể tại Phụ
        lục* names none itself.
        """
        refers = next(sentence.told("refers"), None)
        if refers is None or sentence.strength is Strength.ACTOR or self.has_date(index):
            return False
        rows = (self.tree.nodes[i].path for i in self.rows)
        return refers.span.start == 0 or any(path.startswith("PL") for path in rows)

    def _tells_when_only(self, index: int, sentence: Sentence) -> bool:
        """*UBND xã Mường A: sáng ngày 05/3* among the times of a visit: a name and its day; *Các trường: xong trước ngày 05/3* is a limit."""
        dated = self.tree.nodes[index].role is SectionRole.SCOPE and (
            self.has_date(index) or self.has_window(index)
        )
        bound = sentence.tells_work or any(sentence.told("no_later"))
        return dated and bool(sentence.subject[0]) and not bound

    def _is_of_programme(self, index: int) -> bool:
        """*- 7h00 - 7h15: Đón tiếp đại biểu* right before or after another of its kind; *6h00 - 12h00: Tổ 1 trực đập tràn* is a duty, and
        so is what must be done on a day of its own, but in a part of a feast.
        """
        if not begins_with_hours(self.tree.words(index)):
            return False
        sentence = self.sentence(index)
        least = Strength.ACTOR if self.lists_no_work(index) else Strength.VERB
        if any(sentence.told("on_duty")) or (sentence.strength >= least and self.has_date(index)):
            return False
        beside = self.tree.children(self.tree.nodes[index].parent)
        place = beside.index(index)
        near = (*beside[max(place - 1, 0) : place], *beside[place + 1 : place + 2])
        return any(begins_with_hours(self.tree.words(i)) for i in near)
