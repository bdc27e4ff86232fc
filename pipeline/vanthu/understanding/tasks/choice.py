"""Which nodes of the outline are tasks, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from vanthu.document.structure import NodeKind, SectionRole
from vanthu.understanding.outline.roles import TASK_ROLES, heading_role
from vanthu.understanding.sentences.letters import announces, order_of, told_of_others
from vanthu.understanding.sentences.sentence import Sentence, Strength
from vanthu.understanding.tasks.headings import LEAST_WORDS
from vanthu.understanding.tasks.no_work import NoWork
from vanthu.understanding.units.parts import UnitName

_WORK_ROLES = frozenset({SectionRole.CONTENT, SectionRole.STEPS, SectionRole.ASSIGNMENTS})


class Choice(NamedTuple):
    """A node that is a task. `reasons` are Vietnamese, for review; empty where nothing is doubtful."""

    confidence: float
    reasons: tuple[str, ...] = ()


_TOPIC_WORDS = 12  # of an event before its colon (*Đồng diễn dân vũ tại công viên: 17 giờ ngày 07/3*)
_FEWEST_WORDS = 2  # of work right under the unit that must do it
_PLAIN = Choice(0.95)
_DUTY = Choice(0.8, ("câu giao việc không mở đầu bằng động từ",))
_DETAIL = Choice(0.85)
_SILENT = Choice(0.6, ("không rõ có phải là nhiệm vụ không: không thấy động từ giao việc",))
_NO_ROLE = Choice(0.75, ("vai trò của mục được suy ra từ nội dung, không có tiêu đề",))
_DATED = Choice(0.6, ("câu nêu việc và ngày, không nêu ai phải làm",))
_ASIDE = Choice(0.7, ("nhiệm vụ nằm trong mục không phải mục giao việc",))


@dataclass(frozen=True)
class Chooser(NoWork):
    """Looks at one outline."""

    @cached_property
    def chosen(self) -> Mapping[int, Choice]:
        """Tasks among sections, bullets and paragraphs, by node; table rows are told elsewhere."""
        found: dict[int, Choice] = {}
        for index, node in enumerate(self.tree.nodes):
            if node.kind is not NodeKind.ROW and (choice := self._choose(index, found)):
                found[index] = choice
        return found

    def holders(self, index: int) -> Iterator[int]:
        """Nodes that a node's lead and parent come from: the line that opened its list, what it hangs under, and so up."""
        chain = (index, *self.tree.ancestors(index))
        for place, node in enumerate(chain):
            if place:
                yield node
            opener = self.introduction(node)
            if opener is not None:
                yield opener

    def _choose(self, index: int, found: Mapping[int, Choice]) -> Choice | None:
        sentence = self.sentence(index)
        if (
            self.is_mere_closing(index)
            or sentence.is_bracketed
            or (sentence.is_attribute and not self.is_labelled_work(index))
            or sentence.heading_units
        ):
            return None
        if self.only_tells(index):
            return None
        role = self.tree.nodes[index].role
        if role is not None and role not in TASK_ROLES:
            return self._in_other_section(index, sentence, found)
        if self.has_body(index):
            return self._heading(index, sentence)
        if self.tree.opens_list(index):
            return _PLAIN if sentence.strength >= Strength.VERB and not sentence.is_empty_intro else None
        return self._leaf(index, sentence, found)

    def _in_other_section(self, index: int, sentence: Sentence, found: Mapping[int, Choice]) -> Choice | None:
        """In a section that gives no tasks: only what names who must act, and only inside one that does give tasks."""
        if self.tree.opens_list(index):
            return _NO_ROLE if self._asks_for_things(index) else None
        if self._is_set_beside(index, sentence):
            return _ASIDE
        roles = [self.tree.nodes[a].role for a in self.tree.ancestors(index)]
        if any(r in TASK_ROLES for r in roles):
            work = sentence.is_ordered or self.has_date(index) or not self.lists_no_work(index)
            return _ASIDE if sentence.strength is Strength.ACTOR and work else None
        if roles or self.tree.nodes[index].role is not SectionRole.PREAMBLE:
            return None
        aside = sentence.narrates or told_of_others(sentence) or announces(sentence)
        told = order_of(sentence) or (not aside and self._follows_order(index, sentence, found))
        return _NO_ROLE if told else None

    def _is_set_beside(self, index: int, sentence: Sentence) -> bool:
        """*Ngày 04/02: Ủy ban bầu cử họp ...* among the times of a plan, *Các xã gửi báo cáo trước 25/4* and *Hồ sơ dự thi gửi về Ban Tổ chức
        trước ngày 05/3* among its ways, *Đội văn nghệ xã tập luyện trước ngày 12/4* among the points of its programme.
        """
        above = self.tree.nodes[index].parent
        under_time = above is not None and self.tree.opens_list(above) and self.opens_with_time(above)
        dated = under_time or (sentence.topic_end > 0 and self.opens_with_time(index))
        # elsewhere in such a section the day belongs to an aim or to what was
        due = self.tree.nodes[index].role is SectionRole.SCOPE and self.has_date(index)
        if due and sentence.hands_in:
            return True
        if sentence.strength is not Strength.ACTOR:
            return False
        is_bound = due and any(sentence.told("no_later"))
        return is_bound or ((dated or (due and sentence.reports)) and not self.lists_no_work(index))

    def _asks_for_things(self, index: int) -> bool:
        """*... đề nghị các tỉnh báo cáo các nội dung sau:* over numbered things and no work: the line itself is the task."""
        sentence = self.sentence(index)
        if not (sentence.tells_of_report and order_of(sentence)):
            return False
        siblings = self.tree.children(self.tree.nodes[index].parent)
        below = siblings[siblings.index(index) + 1 :]
        items = [*takewhile(lambda i: self.tree.nodes[i].kind is not NodeKind.PARAGRAPH, below)]
        return bool(items) and all(self.sentence(i).strength < Strength.VERB for i in items)

    def _follows_order(self, index: int, sentence: Sentence, found: Mapping[int, Choice]) -> bool:
        """*... Chủ tịch UBND tỉnh chỉ thị:*, then a paragraph for each unit: one that names who acts, below the line that opens them,
        an order or a table of work; below an order also one that begins with what is to be done, or tells when to report.
        """
        before = tuple(self.tree.before(index))
        reports = heading_role(sentence.text, self.rules.sections) is SectionRole.REPORTING
        if any(i in found for i in before) and (
            sentence.begins_with_verb or (reports and sentence.tells_of_report)
        ):
            return True
        begun = any(self.tree.opens_list(i) or i in found or i in self.rows for i in before)
        return begun and sentence.strength is Strength.ACTOR

    def _heading(self, index: int, sentence: Sentence) -> Choice | None:
        if sentence.is_attribute or self.is_titled_by_attributes(index):
            return _PLAIN
        return self._by_strength(index, sentence.strength) if self.instructs_itself(index) else None

    def _leaf(self, index: int, sentence: Sentence, found: Mapping[int, Choice]) -> Choice | None:
        if self._is_empty_heading(index):
            return None
        if opener := self._opening_task(index, found):
            things = self.sentence(opener).lists_things or self._asks_for_things(opener)
            is_work = not things or sentence.strength >= Strength.VERB or self.has_date(index)
            return _DETAIL if is_work else None
        above = next(self.holders(index), None)
        directed = above is not None and self.sentence(above).only_directs
        plain = sentence.strength >= Strength.VERB and (directed or self._stands_under_units(index))
        if len(sentence.text.split()) < (_FEWEST_WORDS if plain else LEAST_WORDS):
            return None
        return self._by_strength(index, sentence.strength)

    def _is_empty_heading(self, index: int) -> bool:
        """*III. TỔ CHỨC THỰC HIỆN* with nothing below."""
        node, text = self.tree.nodes[index], self.tree.words(index)
        is_heading = text.isupper() and heading_role(text, self.rules.sections) is not None
        return node.kind is NodeKind.SECTION and is_heading

    def _opening_task(self, index: int, found: Mapping[int, Choice]) -> int | None:
        nearest = next(self.holders(index), None)
        return nearest if nearest in found and nearest is not None and self.tree.opens_list(nearest) else None

    def _by_strength(self, index: int, strength: Strength) -> Choice | None:
        node = self.tree.nodes[index]
        if strength >= Strength.VERB:
            return _PLAIN if node.role else self._without_role(index, strength)
        if node.role is None:
            return None
        if strength is Strength.DUTY or self.sentence(index).later_actors:
            return _DUTY
        assigned = node.role is SectionRole.ASSIGNMENTS and node.kind is not NodeKind.SECTION
        if assigned and self.lead_holder(index) is not None:
            return _SILENT
        if self._stands_under_units(index):
            return _SILENT
        return _DATED if self._is_dated_work(index) else None

    def _is_dated_work(self, index: int) -> bool:
        """*Lễ khai giảng tổ chức vào ngày 05/9* among instructions, *Tài liệu được cập nhật trong 05 ngày*, *Hội thi cấp trường* under
        *Tháng 11*: work told by its time alone.
        """
        node = self.tree.nodes[index]
        sentence = self.sentence(index)
        if node.role not in _WORK_ROLES or sentence.begins_with_time:
            return False
        if self.has_date(index) or self.has_window(index):
            head, colon, _ = sentence.text.partition(":")
            topic = bool(colon) and len(head.split()) <= _TOPIC_WORDS
            return sentence.names_work or (topic and not sentence.text.isupper())
        if sentence.names_work and (self.has_length(index) or self.has_rhythm(index)):
            return True
        return node.parent is not None and self.opens_with_time(node.parent)

    def _stands_under_units(self, index: int) -> bool:
        """Whether it stands right under a line that names units and nothing else."""
        nearest = next(self.holders(index), None)
        return nearest is not None and bool(self.sentence(nearest).heading_units)

    def _without_role(self, index: int, strength: Strength) -> Choice | None:
        """A plain paragraph that names nobody is work only where it goes on with an item that says who must act."""
        node = self.tree.nodes[index]
        item = node.parent is not None and self.sentence(node.parent).strength is Strength.ACTOR
        is_plain = node.kind is NodeKind.PARAGRAPH and not (item or self._stands_under_units(index))
        return None if is_plain and strength < Strength.ACTOR else _NO_ROLE

    def lead_holder(self, index: int) -> int | None:
        """The nearest node above that names who must act; `None` where none does."""
        return next((h for h in self.holders(index) if self.lead_of(h)), None)

    def lead_of(self, holder: int) -> tuple[UnitName, ...]:
        """The units that a node hands down; of an opening paragraph only those that it asks, never who wrote it."""
        sentence = self.sentence(holder)
        if self.tree.nodes[holder].role is SectionRole.PREAMBLE:
            return sentence.asked_inside or (sentence.actors if sentence.is_ordered else ())
        if sentence.heading_units:
            return sentence.heading_units
        return sentence.loose_units if self.is_relative_heading(holder) else sentence.actors
