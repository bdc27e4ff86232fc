"""Which nodes of the outline are headings of work, and which of those are work themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vanthu.document.structure import NodeKind
from vanthu.understanding.outline.roles import TASK_ROLES, heading_of, heading_role
from vanthu.understanding.sentences.labels import Attribute
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence, Strength
from vanthu.understanding.tasks.tree import Tree
from vanthu.understanding.units.parts import BRACKET

LEAST_WORDS = 4
_TITLE_WORDS = 6  # an item of fewer words with items under it is their heading, even if it begins with a verb
_LONG_TITLE_WORDS = 12  # and so is one of fewer words than this beside others that are headings
_LONGEST_TITLE_WORDS = 20  # beside others that name a topic and instruct nobody
_END_MARKS = (".", ";", ":")  # of a sentence or of a line that opens a list; a title has none
_UNIT_WORDS = 30  # a heading that names units has no more words


@dataclass(frozen=True)
class Headings:
    """Looks at one outline."""

    tree: Tree
    rules: SentenceRules
    _sentences: dict[int, Sentence] = field(default_factory=dict)
    _named: dict[int | None, dict[int, int | None]] = field(default_factory=dict)

    def sentence(self, index: int) -> Sentence:
        """A node's text, read once."""
        if index not in self._sentences:
            self._sentences[index] = Sentence(self.tree.words(index), self.rules)
        return self._sentences[index]

    def has_body(self, index: int) -> bool:
        """Whether other nodes hang under it that are more than brackets."""
        return any(not self.sentence(c).is_bracketed for c in self.tree.children(index))

    def introduction(self, index: int) -> int | None:
        """The line that opened the list a node stands in: one with a colon, or one that names units and nothing else."""
        opener = self.tree.introduction(index)
        kind = self.tree.nodes[index].kind
        if (
            opener is not None
            or kind not in (NodeKind.BULLET, NodeKind.PARAGRAPH)
            or self.sentence(index).heading_units
        ):
            return opener
        if kind is NodeKind.PARAGRAPH:
            return self._last_named(self.tree.nodes[index].parent)[index]
        nearest = next((i for i in self.tree.before(index) if self.tree.nodes[i].kind is not kind), None)
        if nearest is None or self.tree.nodes[nearest].kind is not NodeKind.PARAGRAPH:
            return None
        return nearest if self.sentence(nearest).heading_units else None

    def _last_named(self, parent: int | None) -> Mapping[int, int | None]:
        """For each node below another the last line above it that is the name of a unit; worked out once for all of them."""
        if parent not in self._named:
            last: int | None = None
            self._named[parent] = {}
            for index in self.tree.children(parent):
                self._named[parent][index] = last
                last = index if self._names_units_alone(index) else last
        return self._named[parent]

    def _names_units_alone(self, index: int) -> bool:
        """Whether an unmarked line is the name of a unit and no sentence: what follows is that unit's work."""
        node, text = self.tree.nodes[index], self.tree.words(index).rstrip()
        is_line = node.kind is NodeKind.PARAGRAPH and not text.endswith((".", ";", ","))
        return is_line and bool(self.sentence(index).heading_units)

    def instructs_itself(self, index: int) -> bool:
        """Whether an item with others under it is an instruction, too, and not their heading alone."""
        sentence = self.sentence(index)
        if sentence.is_empty_intro or sentence.strength < Strength.VERB or self.is_relative_heading(index):
            return False
        return not self._is_written_as_title(index) and self._says_enough(index)

    def _is_written_as_title(self, index: int) -> bool:
        """Whether it is in capitals, has the words of a section, or begins with a verb and ends without a mark."""
        text = self.tree.words(index).strip()
        if text.isupper() or (heading_role(text, self.rules.sections) and not text.endswith(".")):
            return True
        plain = self.sentence(index).strength is Strength.VERB
        return plain and self.tree.nodes[index].kind is NodeKind.SECTION and not text.endswith(_END_MARKS)

    def _says_enough(self, index: int) -> bool:
        """Whether it has the words of an instruction, more of them beside items that are headings."""
        text = self.tree.words(index).strip()
        words = len(BRACKET.sub("", text).split())
        # an event has a day of its own, whatever else stands below it
        is_event = "time" in self.attribute_kinds(index)
        if is_event or text.endswith((".", ";")):
            return words >= LEAST_WORDS
        beside_headings = words < _LONG_TITLE_WORDS and self._has_fellow_headings(index)
        beside_topics = words < _LONGEST_TITLE_WORDS and self._has_fellow_topics(index)
        if beside_headings or (beside_topics and self._has_whole_items(index)):
            return False
        return words >= (LEAST_WORDS if text.endswith(":") else _TITLE_WORDS)

    def lists_no_work(self, index: int) -> bool:
        """Whether a heading above says that what stands below it are people, topics, parts of an event or points of a programme."""
        above = (heading_of(self.tree.words(a)) for a in self.tree.ancestors(index))
        return any(
            m.rule.attributes.get("lists")
            for heading in above
            if heading
            for m in self.rules.sections.find(heading)
        )

    def _has_fellow_headings(self, index: int) -> bool:
        """Whether an item stands among others that have items under them and no mark of a sentence at their end."""
        node = self.tree.nodes[index]
        return node.kind is NodeKind.SECTION and any(
            self.tree.nodes[i].kind is NodeKind.SECTION
            and not self.tree.words(i).rstrip().endswith((".", ";"))
            and self.has_body(i)
            for i in self.tree.children(node.parent)
            if i != index
        )

    def _has_fellow_topics(self, index: int) -> bool:
        """Whether a numbered item with a colon stands beside others with a colon that are topics (*1. Công tác chính trị tư tưởng:*)."""
        node = self.tree.nodes[index]
        return node.kind is NodeKind.SECTION and any(
            self.tree.nodes[i].kind is NodeKind.SECTION
            and self.tree.opens_list(i)
            and self.has_body(i)
            and self.sentence(i).strength is Strength.NONE
            and not self.sentence(i).heading_units
            for i in self.tree.children(node.parent)
            if i != index
        )

    def _has_whole_items(self, index: int) -> bool:
        """Whether what stands below an item tells work by itself: without it the item's own words are the work (*a) Lập danh sách.*)."""
        return any(
            self.has_body(i)
            or (
                self.sentence(i).strength >= Strength.VERB
                and len(self.sentence(i).text.split()) >= LEAST_WORDS
            )
            for i in self.tree.children(index)
        )

    def is_titled_by_attributes(self, index: int) -> bool:
        """A title whose unit, time or product stand in lines under it is a task, verb or none."""
        if heading_role(self.tree.words(index), self.rules.sections) and not self._instructs(index):
            return False
        if self.attribute_title(index):
            return False
        others = [c for c in self.tree.children(index) if self._stands_alone(c)]
        return bool(self.attribute_kinds(index)) and not others

    def is_labelled_work(self, index: int) -> bool:
        """*1.1. Nội dung: Hiệp thương về cơ cấu*, with its time and its unit in lines below it: the work itself."""
        attributes = self.sentence(index).attributes
        labelled = bool(attributes) and attributes[0].kind == "content"
        return labelled and bool(self.attribute_kinds(index))

    def attribute_kinds(self, index: int) -> set[str]:
        """Which of unit, time and product lines right under an item tell."""
        kinds = {a.kind for c in self.tree.children(index) for a in self._attributes_of(c)}
        return kinds & {"lead", "time", "product"}

    def attribute_title(self, index: int) -> str | None:
        """The kind of attribute that an item with others under it is the title of (*a) Cơ quan chủ trì* over a list of units)."""
        below = self.tree.children(index)
        rows = any(self.tree.nodes[c].kind is NodeKind.ROW for c in below)  # a table is no list of units
        if not below or rows or heading_role(self.tree.words(index), self.rules.sections) in TASK_ROLES:
            return None
        return self.sentence(index).titled_attribute

    def _instructs(self, index: int) -> bool:
        return self.sentence(index).strength >= Strength.VERB

    def _attributes_of(self, index: int) -> Iterator[Attribute]:
        sentence = self.sentence(index)
        if sentence.is_attribute:
            yield from sentence.attributes

    def _stands_alone(self, index: int) -> bool:
        sentence = self.sentence(index)
        line = sentence.is_attribute or sentence.is_bracketed or sentence.is_closing
        return not (line or sentence.labels_requirement or self.attribute_title(index))

    def is_relative_heading(self, index: int) -> bool:
        """*Các cơ quan tiếp nhận hồ sơ trực tuyến*, with work under it: names units by what they do, orders nothing."""
        sentence, text = self.sentence(index), self.tree.words(index).strip()
        if not sentence.loose_units or text.endswith((".", ";")) or not self.has_body(index):
            return False
        if self.tree.nodes[index].kind is NodeKind.PARAGRAPH or len(text.split()) > _UNIT_WORDS:
            return False
        if sentence.opens_work_below or (sentence.lists_things and sentence.reports):
            return False
        return sentence.told_by_deed or not (sentence.actors and sentence.tells_work)
