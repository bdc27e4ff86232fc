"""Which tasks the lines around them bind: brackets, lines of unit and time, headings with a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import dropwhile, takewhile

import regex

from vanthu.document.geometry import Span
from vanthu.document.structure import NodeKind, SectionRole
from vanthu.understanding.outline.roles import TASK_ROLES
from vanthu.understanding.sentences.labels import Attribute
from vanthu.understanding.tasks.choice import Chooser

_LETTER = regex.compile(r"\s*[a-zđ]\s*[).]?\s*")
_STEP = regex.compile(r"\s*(?:\(\s*(?:\d{1,2}|[a-zđ])\s*\)|\d{1,2}\s*\))\s*")


@dataclass(frozen=True)
class Binder:
    """Finds, for lines that are no tasks, the tasks they speak of."""

    chooser: Chooser
    tasks: AbstractSet[int]

    def bound_by(self, index: int) -> tuple[int, ...]:
        """Tasks that a bracket or an attribute line binds: above it under the same item, back to the line before of
        its kind; else the item itself; else, right after a heading, everything under the heading.
        """
        above = self._tasks_above(index)
        parent = self.chooser.tree.nodes[index].parent
        if above:
            return (parent, *above) if parent in self.tasks and parent is not None else above
        if parent is None:
            return ()
        if self.chooser.attribute_title(parent):
            return self.bound_by(parent)
        if parent in self.tasks:
            return (*self._lettered_before(parent), parent)
        return tuple(d for d in self.chooser.tree.descendants(parent) if d in self.tasks and d > index)

    def _lettered_before(self, index: int) -> tuple[int, ...]:
        """Lines after *c)* speak of *a)* and *b)* as well: the tasks of the lettered items before one, back to one with lines of its own;
        none before others.
        """
        tree = self.chooser.tree
        if not _LETTER.fullmatch(tree.nodes[index].marker) or not all(
            self._is_line(i) for i in tree.children(index)
        ):
            return ()
        lettered = (i for i in tree.before(index) if _LETTER.fullmatch(tree.nodes[i].marker))
        before = takewhile(lambda i: not any(self._is_line(c) for c in tree.children(i)), lettered)
        return tuple(sorted(d for i in before for d in (i, *tree.descendants(i)) if d in self.tasks))

    def _steps_before(self, index: int) -> tuple[int, ...]:
        """Who is named in lines after the last of *(1), (2), (3)* has the steps before it as well, and the work that they are of; none
        where the last step has items of its own.
        """
        tree = self.chooser.tree
        last = tree.nodes[index].parent
        if last is None or not _STEP.fullmatch(tree.nodes[last].marker):
            return ()
        before = [i for i in tree.before(last) if _STEP.fullmatch(tree.nodes[i].marker)]
        if not before or not all(self._is_line(i) for i in tree.children(last)):
            return ()
        whole = tree.nodes[last].parent
        return tuple(sorted(i for i in (whole, *before) if i in self.tasks and i is not None))

    def _tasks_above(self, index: int) -> tuple[int, ...]:
        """A line of attributes right after others of its kind speaks of the same tasks as they."""
        tree = self.chooser.tree
        no_lines = dropwhile(self._is_line, tree.before(index))
        siblings = takewhile(lambda i: not self._is_line(i), no_lines)
        return tuple(sorted(d for i in siblings for d in (i, *tree.descendants(i)) if d in self.tasks))

    def _is_line(self, index: int) -> bool:
        sentence = self.chooser.sentence(index)
        return (
            sentence.is_attribute or sentence.is_bracketed or self.chooser.attribute_title(index) is not None
        )

    def under_heading(self, index: int) -> tuple[int, ...]:
        """Tasks under a heading or an opening line that is no task itself and so hands its time down."""
        tree = self.chooser.tree
        node = tree.nodes[index]
        if index in self.tasks or node.kind is NodeKind.ROW:
            return ()
        if node.kind is NodeKind.PARAGRAPH:
            return tuple(i for i in self.tasks if tree.introduction(i) == index)
        return tuple(d for d in tree.descendants(index) if d in self.tasks)

    def attributes(self) -> Iterator[tuple[int, Attribute, Span]]:
        """Every attribute with the task it belongs to and the place of its value in the plan's text."""
        for index in range(len(self.chooser.tree.nodes)):
            sentence = self.chooser.sentence(index)
            if kind := self.chooser.attribute_title(index):
                yield from self._listed_below(index, kind)
            if not sentence.attributes:
                continue
            owners = (index,) if index in self.tasks else self.bound_by(index) if self._is_line(index) else ()
            start = self.chooser.tree.nodes[index].span.start
            for attribute in sentence.attributes:
                also = self._steps_before(index) if owners and attribute.kind in ("lead", "partner") else ()
                value = attribute.value
                for owner in (*also, *owners):
                    if attribute.kind != "lead" or len(owners) == 1 or not self._names_its_own(owner):
                        yield owner, attribute, Span(value.start + start, value.end + start)

    def _names_its_own(self, index: int) -> bool:
        """*- Công an xã tuần tra* above *Đơn vị chủ trì: Phòng Kinh tế*: whether a task says itself who acts; a line for several does not change it."""
        return bool(self.chooser.sentence(index).actors)

    def _listed_below(self, index: int, kind: str) -> Iterator[tuple[int, Attribute, Span]]:
        """*Cơ quan chủ trì* on a line of its own: each item under it is a value."""
        tree = self.chooser.tree
        values = [tree.nodes[i].span for i in tree.children(index) if not self._is_line(i)]
        for owner in self.bound_by(index):
            yield from ((owner, Attribute(kind, value, value), value) for value in values)

    def binds_document(self, index: int) -> bool:
        """Whether a node's time is the whole plan's: it tells the time of a section on scope, or of no task in particular. A row of a table
        tells its own.
        """
        tree = self.chooser.tree
        if tree.nodes[index].kind is NodeKind.ROW:
            return False
        chain = (index, *tree.ancestors(index))
        if self._is_aim(index, chain) or not any(self._tells_time(i) for i in chain):
            return False
        roles = [tree.nodes[a].role for a in tree.ancestors(index)]
        if tree.nodes[index].role is SectionRole.SCOPE and not any(r in TASK_ROLES for r in roles):
            return True
        if any(self._tells_time(i) and self._stands_beside_headings(i) for i in chain[:2]):
            return True
        if self.names_time(index) and self._is_item_of_organisation(index):
            return True
        return self._tells_time(index) and not self.bound_by(index)

    def _is_aim(self, index: int, chain: Iterable[int]) -> bool:
        """*Thời gian giải quyết không quá 02 ngày* among the targets; a line *Thời gian thực hiện: ...* there is none."""
        tree = self.chooser.tree
        return not self.names_time(index) and any(tree.nodes[i].role is SectionRole.TARGETS for i in chain)

    def _stands_beside_headings(self, index: int) -> bool:
        """*2. Thời gian thực hiện: ...* before *3. Nhiệm vụ cụ thể*: a numbered line of its own, the work under headings like it."""
        tree = self.chooser.tree
        node = tree.nodes[index]
        if node.kind is not NodeKind.SECTION or node.parent is None or self._tasks_above(index):
            return False
        fellows = [i for i in tree.children(node.parent) if i > index]
        return bool(fellows) and not any(i in self.tasks for i in (*fellows, node.parent))

    def _is_item_of_organisation(self, index: int) -> bool:
        """*1. Thời gian thực hiện: ...* right under *Tổ chức thực hiện*, a numbered item as those that say who does what."""
        nodes = self.chooser.tree.nodes
        above = nodes[index].parent
        if above is None or nodes[index].kind is not NodeKind.SECTION:
            return False
        return nodes[above].role is SectionRole.ORGANISATION

    def _tells_time(self, index: int) -> bool:
        return self.names_time(index) or self.chooser.sentence(index).begins_with_time

    def names_time(self, index: int) -> bool:
        """Whether a line is a label with its time (*Thời gian thực hiện: ...*)."""
        sentence = self.chooser.sentence(index)
        return sentence.is_attribute and any(a.kind == "time" for a in sentence.attributes)
