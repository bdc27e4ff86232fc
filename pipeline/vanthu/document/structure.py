"""The outline of a document: sections, items, bullets, paragraphs and table rows as a tree."""

from __future__ import annotations

from enum import StrEnum

from vanthu.document.base import Frozen
from vanthu.document.geometry import Span


class SectionRole(StrEnum):
    """What a section is for. Tasks come from CONTENT, STEPS, ASSIGNMENTS, MONEY, ORGANISATION, REPORTING."""

    PREAMBLE = "preamble"
    PURPOSE = "purpose"
    SCOPE = "scope"  # scope, objects, time and place of the whole plan
    TARGETS = "targets"
    CONTENT = "content"
    STEPS = "steps"
    ASSIGNMENTS = "assignments"
    MONEY = "money"
    ORGANISATION = "organisation"
    REPORTING = "reporting"
    APPENDIX = "appendix"


class NodeKind(StrEnum):
    """The form a node has on the page."""

    SECTION = "section"  # numbered heading or item: Phần, Chương, Mục, Điều, I., 1., 1.1., a)
    BULLET = "bullet"  # -, +, *, •
    PARAGRAPH = "paragraph"
    ROW = "row"  # a table row


class Node(Frozen):
    """A node of the outline, in document order; `parent` is an index into `Plan.outline`."""

    path: str  # IV.1.2.b3; unique within a document
    kind: NodeKind
    marker: str = ""  # as written: 'IV.', 'a)', '-'
    span: Span  # its own text, without the marker; children have spans of their own
    parent: int | None = None
    role: SectionRole | None = None  # its own or its nearest ancestor's; None where it can't be told
    page: int
    table: int | None = None  # for rows: index into `Plan.tables`, and the row in it
    row: int | None = None
