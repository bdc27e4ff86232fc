"""The running text of a document, in which every character still knows its word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Self

from vanthu.document.base import Frozen
from vanthu.document.geometry import Span


class Edit(Frozen):
    """One repair: the rule that made it, the place in the raw text, and what stands there now."""

    rule: str
    span: Span  # in the raw text
    original: str
    replacement: str


class Anchor(NamedTuple):
    """Characters [start, end) of the raw text are those of word number `word`."""

    start: int
    end: int
    word: int


class Text(Frozen):
    """Raw text (as read), the edits made to it, and the value they give. Edits are sorted and never overlap."""

    raw: str
    value: str
    anchors: tuple[Anchor, ...] = ()
    edits: tuple[Edit, ...] = ()

    @classmethod
    def build(cls, raw: str, anchors: Sequence[Anchor] = (), edits: Sequence[Edit] = ()) -> Self:
        """Apply `edits` to `raw`. Raises `ValueError` where they overlap or do not fit the text."""
        ordered = tuple(sorted(edits, key=lambda e: e.span))
        parts, at = [], 0
        for edit in ordered:
            start, end = edit.span
            if start < at or raw[start:end] != edit.original:
                raise ValueError(f"edit {edit.rule} does not fit at {start}")
            parts += [raw[at:start], edit.replacement]
            at = end
        return cls(raw=raw, value="".join([*parts, raw[at:]]), anchors=tuple(anchors), edits=ordered)

    def raw_span(self, span: Span) -> Span:
        """The part of the raw text that a part of the value came from; edited places count whole."""
        start, end = self._raw_offset(span.start, at_end=False), self._raw_offset(span.end, at_end=True)
        return Span(start, max(start, end))

    def _raw_offset(self, offset: int, *, at_end: bool) -> int:
        shift = 0  # how much longer the value is than the raw text, up to here
        for edit in self.edits:
            begin = edit.span.start + shift
            end = begin + len(edit.replacement)
            if offset < begin or (offset == begin and (at_end or end > begin)):
                break
            if offset < end or (at_end and offset == end):
                return edit.span.end if at_end else edit.span.start
            shift += len(edit.replacement) - len(edit.original)
        return offset - shift

    def words(self, span: Span) -> tuple[int, ...]:
        """Indices (into `Plan.words`) of the words that a part of the value touches, in order."""
        start, end = self.raw_span(span)
        first = bisect_right(self.anchors, start, key=lambda a: a.end)
        last = bisect_left(self.anchors, end, key=lambda a: a.start)
        return tuple(a.word for a in self.anchors[first:last])

    def edits_in(self, span: Span) -> tuple[Edit, ...]:
        """The repairs inside a part of the value."""
        raw = self.raw_span(span)
        return tuple(
            e for e in self.edits if e.span.start < raw.end and raw.start < max(e.span.end, e.span.start + 1)
        )

    def __getitem__(self, span: Span) -> str:
        """The value's characters in a span."""
        return self.value[span.start : span.end]
