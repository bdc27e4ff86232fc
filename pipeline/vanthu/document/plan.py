"""The one object that flows through all stages."""

from __future__ import annotations

from typing import Any, Self

from vanthu.document.base import Frozen
from vanthu.document.content import Citation, Deadline, Finding, Gap, Header, ScheduleRow, Target, Task
from vanthu.document.evidence import Evidence, Mention, Region
from vanthu.document.geometry import Span, union
from vanthu.document.graph import Graph
from vanthu.document.layout import Block, Paragraph, Table
from vanthu.document.page import Dispute, Flag, Grid, Mark, Page, Problem, Repair, Source, Word
from vanthu.document.structure import Node
from vanthu.document.text import Text

CONTEXT = 30


class Plan(Frozen):
    """A document on its way through the pipeline. A layer not made yet is `None`; one with nothing in it is empty."""

    source: Source | None = None
    pages: tuple[Page, ...] | None = None
    words: tuple[Word, ...] | None = None
    grids: tuple[Grid, ...] | None = None
    marks: tuple[Mark, ...] | None = None
    disputes: tuple[Dispute, ...] | None = None
    repairs: tuple[Repair, ...] | None = None
    flags: tuple[Flag, ...] | None = None
    blocks: tuple[Block, ...] | None = None
    text: Text | None = None
    paragraphs: tuple[Paragraph, ...] | None = None
    tables: tuple[Table, ...] | None = None
    outline: tuple[Node, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    header: Header | None = None
    citations: tuple[Citation, ...] | None = None
    tasks: tuple[Task, ...] | None = None
    document_deadlines: tuple[Deadline, ...] | None = None
    document_targets: tuple[Target, ...] | None = None
    schedule: tuple[ScheduleRow, ...] | None = None
    graph: Graph | None = None
    findings: tuple[Finding, ...] | None = None
    gaps: tuple[Gap, ...] | None = None
    problems: tuple[Problem, ...] = ()
    rules: str | None = None  # fingerprint of the rulebook that made the layers above

    def with_layers(self, **layers: Any) -> Self:
        """A plan with these layers set; the plan itself stays as it is. Raises `ValueError` for unknown names."""
        if unknown := layers.keys() - type(self).model_fields.keys():
            raise ValueError(f"a plan has no layer {', '.join(sorted(unknown))}")
        return self.model_copy(update=layers)

    @property
    def spelled(self) -> tuple[Word, ...]:
        """The words with their repairs; `words` stay as they were read."""
        words = list(self.words or ())
        for repair in self.repairs or ():
            words[repair.word] = words[repair.word]._replace(text=repair.replacement)
        return tuple(words)

    def need_text(self) -> Text:
        """The running text. Raises `ValueError` before it was composed."""
        if self.text is None:
            raise ValueError("the plan has no text yet")
        return self.text

    def evidence(self, span: Span, rule: str | None = None) -> Evidence:
        """Evidence for a part of the running text: quote, context, one region a line and page."""
        text = self.need_text()
        indices = text.words(span)
        words = [(self.words or ())[i] for i in indices]
        lines: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            lines.setdefault((word.page, word.line), []).append(word)
        known = [w.confidence for w in words if w.confidence is not None]
        return Evidence(
            quote=text[span],
            prefix=text.value[max(0, span.start - CONTEXT) : span.start],
            suffix=text.value[span.end : span.end + CONTEXT],
            span=span,
            regions=tuple(Region(page=k[0], box=union(w.box for w in ws)) for k, ws in lines.items()),
            confidence=min(known) if known else None,
            rule=rule,
            edits=text.edits_in(span),
            review=self._doubts(indices),
        )

    def _doubts(self, words: tuple[int, ...]) -> str | None:
        """What the flags on some words say; `None` where none touches them."""
        own = frozenset(words)
        touched = [flag.reason for flag in self.flags or () if not own.isdisjoint(flag.words)]
        return "; ".join(dict.fromkeys(touched)) or None
