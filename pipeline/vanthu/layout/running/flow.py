"""Blocks -> the lines of the running text, each with its kind and the attached paper it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanthu.document.layout import Block, BlockKind, Line
from vanthu.document.page import Word
from vanthu.layout.lines.textline import TextLine, make_line

SILENT = frozenset(
    {BlockKind.PAGE_NUMBER, BlockKind.STAMP, BlockKind.NOISE}
)  # not part of the document's own text
_OPENERS = frozenset({BlockKind.ISSUER, BlockKind.MOTTO, BlockKind.TITLE, BlockKind.APPENDIX_TITLE})
_CONTENT = frozenset({BlockKind.BODY, BlockKind.TABLE, BlockKind.RECIPIENTS, BlockKind.SIGNER})
_CLOSERS = frozenset({BlockKind.RECIPIENTS, BlockKind.SIGNER})


@dataclass(frozen=True)
class FlowLine:
    """A line (or a table) in its place in the running text."""

    line: TextLine
    kind: BlockKind
    appendix: int
    order: int  # place in reading order over all pages
    opens: bool  # first of its block


def flow_lines(blocks: Sequence[Block], words: Sequence[Word]) -> list[FlowLine]:
    """All lines that belong to the document's text, in reading order; an attached paper begins at its title."""
    lines: list[FlowLine] = []
    for block, appendix in _numbered(blocks):
        for number, line in enumerate(_text_lines(block, words)):
            gap = line.gap or _is_apart(lines[-1].line if lines else None, line, words)
            placed = replace(line, gap=gap)
            lines.append(FlowLine(placed, block.kind, appendix, len(lines), number == 0))
    return lines


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block that is not silent, with the number of its attached paper (0 for the main document).

    Receivers and signer close the main document, even where they stand behind an attached paper.
    """
    appendix, filled, closed = 0, False, False
    for block in blocks:
        if block.kind in SILENT:
            continue
        if block.kind in _CLOSERS and not closed:
            closed = appendix == 0 or block.kind is BlockKind.SIGNER
            yield block, 0
            continue
        if filled and block.kind in _OPENERS:
            appendix, filled = appendix + 1, False
        filled = filled or block.kind in _CONTENT
        yield block, appendix


def _text_lines(block: Block, words: Sequence[Word]) -> Iterator[TextLine]:
    if block.grid is not None:
        yield TextLine(page=block.page, grid=block.grid, box=block.box)
    for line in block.lines:
        yield from filter(None, [_text_line(line, words)])


def _text_line(line: Line, words: Sequence[Word]) -> TextLine | None:
    return make_line(words, line.words)


def _is_apart(above: TextLine | None, line: TextLine, words: Sequence[Word]) -> bool:
    """Whether a blank line stands between two lines of a page without geometry."""
    if above is None or not above.words or not line.words or above.page != line.page:
        return True
    if line.box is not None:
        return False  # measured where paragraphs are made
    return words[line.words[0]].line - words[above.words[-1]].line > 1
