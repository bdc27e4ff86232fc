"""Lines of the running text -> drafts of paragraphs, notes after the paragraph that they interrupt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import begins_low
from vanthu.layout.roles import Roles
from vanthu.layout.running.flow import FlowLine
from vanthu.layout.running.joining import Joiner, glue
from vanthu.layout.running.measures import Measures, measure


@dataclass(frozen=True)
class Draft:
    """The words of a paragraph with what stands before each; or the place of a table."""

    kind: BlockKind
    page: int
    order: int
    words: tuple[int, ...] = ()
    glues: tuple[str, ...] = ()  # before each word: a blank, or nothing; the first is always empty
    indent: float | None = None
    appendix: int = 0
    grid: int | None = None


def drafts(lines: Sequence[FlowLine], roles: Roles) -> list[Draft]:
    """The paragraphs of the running text in order of their first lines."""
    measures = measure(lines)
    joiner = Joiner(roles, measures, _bulleted(lines, roles), _is_hanging(lines, roles, measures))
    notes = [f for f in lines if f.kind is BlockKind.FOOTNOTE]
    flow = [f for f in lines if f.kind is not BlockKind.FOOTNOTE]
    groups = [*_groups(flow, joiner), *_groups(notes, joiner)]
    return sorted((_draft(group, measures) for group in groups), key=lambda d: d.order)


def _bulleted(lines: Sequence[FlowLine], roles: Roles) -> frozenset[tuple[BlockKind, int]]:
    return frozenset((f.kind, f.appendix) for f in lines if roles.starts(f.line.text, "bullet"))


def _is_hanging(lines: Sequence[FlowLine], roles: Roles, measures: Measures) -> bool:
    """Whether more items go on under their own text than at the text's edge."""
    hanging = flush = 0
    for above, below in pairwise(lines):
        item = above.kind is BlockKind.BODY and measures.is_indented(above.line)
        goes_on = measures.is_full(above.line, below.line) and begins_low(below.line.text)
        if item and goes_on and roles.marker(above.line.text, scanned=above.line.scanned):
            hanging += measures.is_indented(below.line)
            flush += not measures.is_indented(below.line)
    return hanging >= flush


def _groups(lines: Sequence[FlowLine], joiner: Joiner) -> list[list[FlowLine]]:
    groups: list[list[FlowLine]] = []
    for line in lines:
        if groups and joiner.joins(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _draft(group: Sequence[FlowLine], measures: Measures) -> Draft:
    first = group[0]
    words: list[int] = []
    glues: list[str] = []
    above = ""
    for item in group:
        texts = item.line.texts
        for number, (word, text) in enumerate(zip(item.line.words, texts, strict=True)):
            glues.append("" if not words else " " if number else glue(above, text))
            words.append(word)
        above = texts[-1] if texts else ""
    return Draft(
        kind=first.kind,
        page=first.line.page,
        order=first.order,
        words=tuple(words),
        glues=tuple(glues),
        indent=measures.indent(first.line),
        appendix=first.appendix,
        grid=first.line.grid,
    )
