"""The document as the header reader sees it: its own lines only, every character in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Box, Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.page import Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.rulebook import Match

_FOREIGN = frozenset({BlockKind.STAMP, BlockKind.FOOTNOTE, BlockKind.PAGE_NUMBER, BlockKind.NOISE})
_CELL = regex.compile(r"\||<br\s*/?>|</?t[rdh][^>]*>", regex.IGNORECASE)
_EMPHASIS = regex.compile(r"[*#]")
_EDGE = " \t*#_"
_ON_LINE = 0.25  # of the handwriting's area
_FLAGGED = 0.6  # no value that rests on flagged words is surer


@dataclass(frozen=True)
class Line:
    """A line of the main document, without marks of emphasis at its edges."""

    span: Span
    kind: BlockKind
    text: str


@dataclass(frozen=True)
class View:
    """`text` is as long as the plan's text; stamps, notes, appendices and marks of emphasis are blanks in it."""

    plan: Plan
    text: str
    lines: tuple[Line, ...]

    def sourced(
        self,
        span: Span,
        value: str | None,
        *,
        rule: str,
        trust: float = 1.0,
        review: str | None = None,
        candidates: Iterable[str] = (),
    ) -> Sourced[str]:
        """A value with the place that it was read from; the word read worst bounds its confidence."""
        evidence = self.plan.evidence(span, rule)
        measured = 1.0 if evidence.confidence is None else evidence.confidence
        if evidence.review is not None:
            measured = min(measured, _FLAGGED)
        return Sourced[str](
            value=value,
            evidence=evidence,
            confidence=round(min(trust, measured), 3) if value is not None else None,
            review=review or evidence.review,
            candidates=tuple(candidates),
        )

    def agreed(self, span: Span, figures: str) -> bool:
        """Whether all readings of a part are at one about its figures, whatever else of its words is in dispute."""
        own = frozenset(self.plan.need_text().words(span))
        others = [d.text for d in self.plan.disputes or () if not own.isdisjoint(d.words)]
        return bool(others) and all(figures in regex.findall(r"\d+", text) for text in others)

    def inked(self, span: Span) -> bool:
        """Whether coloured ink, as of handwriting, was taken off the lines of a part: what it said was not read."""
        pages = {p.number: p.ink for p in self.plan.pages or ()}
        regions = self.plan.evidence(span).regions
        return any(r.box and r.box.overlap(ink) for r in regions for ink in pages.get(r.page, ()))

    def handwritten(self, span: Span, *, beyond: float = 0.0) -> tuple[Mark, ...]:
        """The handwriting on the lines of a part, or so many points behind."""
        regions = [r for r in self.plan.evidence(span).regions if r.box]
        pens = [m for m in self.plan.marks or () if m.kind is MarkKind.HANDWRITING]
        return tuple(
            m
            for m in pens
            if any(_is_on(m, r.page, r.box._replace(x1=r.box.x1 + beyond)) for r in regions if r.box)
        )

    def slice(self, span: Span) -> str:
        """The document's own text in a span."""
        return self.text[span.start : span.end]

    def without(self, spans: Sequence[Span]) -> View:
        """A view in which these parts are blank."""
        text = self.text
        for span in spans:
            text = text[: span.start] + _blank(text[span.start : span.end]) + text[span.end :]
        return View(self.plan, text, tuple(_lines(text, self._paragraphs())))

    def _paragraphs(self) -> list[tuple[Span, BlockKind]]:
        return [(p.span, p.kind) for p in _own(self.plan)]


def _is_on(mark: Mark, page: int, line: Box) -> bool:
    """Whether handwriting stands on a line; a seal's or a stamp's neighbourhood is not enough."""
    return mark.page == page and mark.box.overlap(line) > _ON_LINE * mark.box.width * mark.box.height


def _own(plan: Plan) -> Iterator[Paragraph]:
    return (p for p in plan.paragraphs or () if p.appendix == 0 and p.kind not in _FOREIGN)


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)


def view_of(plan: Plan) -> View:
    """The view of a plan that has text and paragraphs."""
    value = plan.need_text().value
    own = sorted(_own(plan), key=lambda p: p.span)
    parts, at = [], 0
    for paragraph in own:
        start, end = max(at, paragraph.span.start), paragraph.span.end
        parts += ["\n" * (start - at), value[start:end]]
        at = max(at, end)
    text = "".join(parts) + "\n" * (len(value) - at)
    text = _EMPHASIS.sub(" ", _CELL.sub(lambda m: "\n" * len(m[0]), text))
    return View(plan, text, tuple(_lines(text, [(p.span, p.kind) for p in own])))


def _lines(text: str, places: Iterable[tuple[Span, BlockKind]]) -> Iterator[Line]:
    for place, kind in places:
        for found in regex.finditer(r"[^\n]+", text[place.start : place.end]):
            start, end = place.start + found.start(), place.start + found.end()
            while start < end and text[start] in _EDGE:
                start += 1
            while end > start and text[end - 1] in _EDGE:
                end -= 1
            if end > start:
                yield Line(Span(start, end), kind, text[start:end])


def moved(match: Match, offset: int) -> Match:
    """A match with its places in the whole text, where it was found in a part that begins at `offset`."""
    spans = {name: Span(s.start + offset, s.end + offset) for name, s in match.group_spans.items()}
    return match._replace(span=Span(match.span.start + offset, match.span.end + offset), group_spans=spans)
