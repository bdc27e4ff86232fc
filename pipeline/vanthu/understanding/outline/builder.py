"""Growing the tree of an outline: where a paragraph or a table row hangs, and the path it gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.structure import Node, NodeKind
from vanthu.understanding.outline.numbering import Marker, Style, readings
from vanthu.understanding.outline.series import (
    Open,
    begins_below,
    choose,
    close,
    continues,
    join,
    repeats,
    written_number,
)

_BULLET_LETTERS = "bstuvw"  # a bullet, one under it, one under that
_PREFIXES = {Style.PART: "P", Style.CHAPTER: "C", Style.MUC: "M", Style.ARTICLE: "D"}

_ENDS_OPEN = regex.compile(r':[\s*_"”]*$')
IsHeading = Callable[[str], bool]


@dataclass
class Builder:
    """Grows the tree of one document, from top to bottom."""

    text: str
    is_heading: IsHeading
    is_time_or_team: IsHeading = lambda _: False
    names_role: IsHeading = lambda _: False  # whether words tell what a section is for
    asks: IsHeading = lambda _: False  # whether a text begins by asking somebody to act
    carried: int = 0  # the attached paper that is the plan itself: its parts are named as if it stood alone
    nodes: list[Node] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    paths: Counter[str] = field(default_factory=Counter)
    appendix: int = 0
    root: Open = field(default_factory=lambda: Open(None, -1, ""))

    def add(
        self, paragraph: Paragraph, *, opens_list: bool = False, last: bool = False, titled: bool = False
    ) -> None:
        """Hang one paragraph of the running text into the tree; `opens_list`: one with a mark comes next, `last`: none comes,
        `titled`: it heads what stands below it, though it has neither number nor capitals.
        """
        if paragraph.appendix != self.appendix:
            self._enter_appendix(paragraph.appendix)
        own = self.text[paragraph.span.start : paragraph.span.end]
        candidates = tuple(marker for marker in readings(own) if self._counts(marker, own))
        if self._awaits_title() and not candidates:
            self._give_title(paragraph)
        elif candidates:
            self._add_marked(paragraph, choose(candidates, self.stack))
        elif self.is_heading(own) or (titled and self._is_unnumbered_plan() and self.names_role(own)):
            self._add_heading(paragraph)
        elif (self.stack or self.appendix) and (
            titled or self._opens_time_or_team(own, opens_list=opens_list)
        ):
            self._add_unnumbered(paragraph)
        else:
            self._add_plain(paragraph, last=last)

    def _is_unnumbered_plan(self) -> bool:
        """Whether no numbered item is open: a bare line may head a section of the whole."""
        return all(above.marker is None or above.marker.is_bullet for above in self.stack)

    def _opens_time_or_team(self, own: str, *, opens_list: bool) -> bool:
        return (opens_list or _ENDS_OPEN.search(own) is not None) and self.is_time_or_team(own)

    def _counts(self, marker: Marker, own: str) -> bool:
        """Whether a marker is one: a number without a stop, or with a comma, must go on with the headings above, or be followed by a heading's words."""
        goes_on = any(
            continues(marker, above.marker) or begins_below(marker, above.marker) for above in self.stack
        )
        words = own[marker.end :]
        return not marker.bare or goes_on or self.is_heading(words) or self.names_role(words)

    def add_row(self, span: Span, *, page: int, table: int, row: int, label: str, appendix: int) -> None:
        """Hang a table row under the section that the table stands in."""
        if appendix != self.appendix:
            self._enter_appendix(appendix)
        above = self._section()
        self._append(
            NodeKind.ROW,
            span,
            page,
            above,
            join(above.path, f"r{label}"),
            table=table,
            row=row,
            marker=label,
        )

    def _awaits_title(self) -> bool:
        """*Phần II* on a line of its own: the next line is its title."""
        last = self.nodes[-1] if self.nodes else None
        return last is not None and last.kind is NodeKind.SECTION and last.span.start == last.span.end

    def _give_title(self, paragraph: Paragraph) -> None:
        self.nodes[-1] = self.nodes[-1].model_copy(update={"span": paragraph.span})

    def _enter_appendix(self, number: int) -> None:
        self.appendix = number
        self.stack.clear()
        own = number - 1 if 0 < self.carried < number else number
        self.root = Open(None, -1, f"PL{own}" if number not in (0, self.carried) else "")

    def add_inside(self, items: Sequence[Paragraph]) -> None:
        """Hang items with letters that stand in the paragraph that was hung last: beside it where they go on from its own letter, else
        under it, however their kind usually ranks.
        """
        base = len(self.stack)
        markers = [readings(self.text[item.span.start : item.span.end])[0] for item in items]
        beside = bool(items and self.stack) and continues(markers[0], self.stack[-1].marker)
        for item, marker in zip(items, markers, strict=True):
            if beside:
                self._add_marked(item, marker)
            else:
                self._append_marked(item, marker)
                del self.stack[base:]

    def _add_marked(self, paragraph: Paragraph, marker: Marker) -> None:
        close(self.stack, marker)
        self._append_marked(paragraph, marker)

    def _append_marked(self, paragraph: Paragraph, marker: Marker) -> None:
        above = self.stack[-1] if self.stack else self.root
        depth = above.depth + 1 if marker.is_bullet and above.marker and above.marker.is_bullet else 0
        if marker.is_bullet:
            above.bullets += 1
        path = self._path(marker, above, depth)
        start = paragraph.span.start + marker.end
        kind = NodeKind.BULLET if marker.is_bullet else NodeKind.SECTION
        index = self._append(
            kind, Span(start, paragraph.span.end), paragraph.page, above, path, marker=marker.written
        )
        self.stack.append(
            Open(marker, index, self.nodes[index].path, depth, awaits=self._ends_open(paragraph))
        )

    def _add_heading(self, paragraph: Paragraph) -> None:
        close(self.stack, Marker(Style.ROMAN, "", (1,), "", 0))
        while self.stack and self.stack[-1].marker is None:
            self.stack.pop()
        above = self.stack[-1] if self.stack else self.root
        index = self._append(
            NodeKind.SECTION,
            paragraph.span,
            paragraph.page,
            above,
            join(above.path, f"h{len(self.nodes) + 1}"),
        )
        titles_paper = paragraph.kind is BlockKind.APPENDIX_TITLE  # what stands below belongs to the paper
        self.stack.append(Open(None, index, above.path if titles_paper else self.nodes[index].path))

    def _add_unnumbered(self, paragraph: Paragraph) -> None:
        """*Tháng 9/2025* over the work of that month, a bare title over its sentences: a section, numbered by its place."""
        last = next((i for i, o in enumerate(self.stack) if o.unnumbered), None)
        del self.stack[last if last is not None else len(self.stack) :]
        while self.stack and self.stack[-1].marker and self.stack[-1].marker.is_bullet:
            self.stack.pop()
        above = self.stack[-1] if self.stack else self.root
        above.sections += 1
        path = join(above.path, str(above.sections))
        index = self._append(NodeKind.SECTION, paragraph.span, paragraph.page, above, path)
        self.stack.append(Open(None, index, self.nodes[index].path, unnumbered=True))

    def _add_plain(self, paragraph: Paragraph, *, last: bool = False) -> None:
        above = self._holder()
        own = self.text[paragraph.span.start : paragraph.span.end]
        if last and self._is_sentence(above) and self.asks(own):
            above = self._leave(above)
        above.paragraphs += 1
        path = join(above.path, f"p{above.paragraphs}")
        self._append(NodeKind.PARAGRAPH, paragraph.span, paragraph.page, above, path)

    def _is_sentence(self, above: Open) -> bool:
        """Whether an item is a whole sentence and no heading."""
        span = self.nodes[above.node].span if above.node >= 0 else Span(0, 0)
        return self.text[span.start : span.end].rstrip().endswith(".")

    def _leave(self, item: Open) -> Open:
        """Close an item and all in it; what it hangs under."""
        del self.stack[self.stack.index(item) :]
        return self.stack[-1] if self.stack else self.root

    def _holder(self) -> Open:
        """Whom an unmarked paragraph belongs to: a bullet that ended with a colon, else the nearest section."""
        for above in reversed(self.stack):
            if above.marker is None or not above.marker.is_bullet or above.awaits:
                while self.stack[-1] is not above:
                    self.stack.pop()
                return above
        self.stack.clear()
        return self.root

    def _section(self) -> Open:
        return next((o for o in reversed(self.stack) if not (o.marker and o.marker.is_bullet)), self.root)

    def _path(self, marker: Marker, above: Open, depth: int) -> str:
        if marker.is_bullet:
            return join(above.path, f"{_BULLET_LETTERS[min(depth, len(_BULLET_LETTERS) - 1)]}{above.bullets}")
        if marker.style is Style.DECIMAL:
            return self._decimal_path(marker, above)
        return join(above.path, _PREFIXES.get(marker.style, "") + written_number(marker))

    def _decimal_path(self, marker: Marker, above: Open) -> str:
        own = ".".join(map(str, marker.numbers))
        inside = [o for o in self.stack if o.marker and o.marker.style is Style.DECIMAL]
        if inside and len(marker.numbers) > 1:
            outer = inside[0].path.rsplit(".", 1)[0] if "." in inside[0].path else ""
            return join(outer, own)
        if above.marker and above.marker.style is Style.ARTICLE:
            return join(above.path, f"k{own}")
        if above.marker and repeats(marker, above.marker):
            return join(above.path.rpartition(".")[0], own)
        return join(above.path, own)

    def _append(  # noqa: PLR0913 - the fields of a node
        self,
        kind: NodeKind,
        span: Span,
        page: int,
        above: Open,
        path: str,
        *,
        marker: str = "",
        table: int | None = None,
        row: int | None = None,
    ) -> int:
        self.paths[path] += 1
        times = self.paths[path]
        self.nodes.append(
            Node(
                path=path if times == 1 else f"{path}_{times}",
                kind=kind,
                marker=marker,
                span=span,
                parent=above.node if above.node >= 0 else None,
                page=page,
                table=table,
                row=row,
            )
        )
        return len(self.nodes) - 1

    def _ends_open(self, paragraph: Paragraph) -> bool:
        return _ENDS_OPEN.search(self.text[paragraph.span.start : paragraph.span.end]) is not None
