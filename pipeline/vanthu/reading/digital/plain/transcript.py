"""Plain text and Markdown: pages parted by form feeds, lines as they stand, tables of pipes or tabs as grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from pathlib import Path

import regex

from vanthu.document.page import Page, Reading, Word
from vanthu.reading.digital.letters.encoding import decode
from vanthu.reading.digital.letters.slips import told
from vanthu.reading.digital.plain.double_spaced import GOES_ON, closed_up
from vanthu.reading.digital.plain.numbered import further_rows, numbered_table
from vanthu.reading.digital.plain.spaced import SpacedTable, spaced_table
from vanthu.reading.digital.plain.stacked import stacked_table
from vanthu.reading.digital.rows import CellText, LineWriter
from vanthu.reading.result import PageRead

NAME = "transcript"

_BLOCK_BREAK = regex.compile(r"\r\n?|\v|\N{LINE SEPARATOR}|\N{PARAGRAPH SEPARATOR}|\N{NEXT LINE}")
_EMPHASIS = regex.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
_BULLET = regex.compile(r"^(\s*)\*(\s+)")
_HEADING = regex.compile(r"^\s{0,3}#{1,6}\s+")
_PIPES = regex.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = regex.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$")
_BOX_RULE = regex.compile(r"^\s*\+(?:[-=]+\+)+\s*$")
_RULE = regex.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
_ESCAPE = regex.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_LINE_TAG = regex.compile(r"<br\s*/?>", regex.IGNORECASE)
_FIRST_LINE = range(3, 16)  # blanks before the first line of a paragraph; more centre a title
_SURE = 5  # lines of a kind that show a way of setting
_COLUMNS = 3  # a head of fewer is an indented line, or two things side by side


def read_transcript(path: Path) -> Iterator[PageRead]:
    """The pages of a file. Raises `InputError` for text that is no Unicode and can't be made so with certainty."""
    decoded = decode(path.read_bytes(), where=str(path))
    text = _BLOCK_BREAK.sub("\n", decoded.text)
    pages = closed_up([page.split("\n") for page in text.rstrip("\f\n").split("\f")])
    indented = _is_set_with_indents([line for page in pages for line in page])
    above = None
    for number, page in enumerate(pages, start=1):
        found, above = _read_page(page, number, decoded.note, above, indented=indented)
        yield found


def _indent(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _is_set_with_indents(lines: Sequence[str]) -> bool:
    """Whether a text keeps the line ends of its pages: sentences go on at the edge, and paragraphs begin further in."""
    inside = [_indent(line) in _FIRST_LINE for line in lines if GOES_ON.match(line)]
    begun = sum(_indent(line) in _FIRST_LINE for line in lines if line.strip())
    return len(inside) >= _SURE and begun >= _SURE and sum(inside) * 10 < len(inside)


def _read_page(
    lines: Sequence[str], number: int, note: str, above: SpacedTable | None, *, indented: bool
) -> tuple[PageRead, SpacedTable | None]:
    """A page, and the table that may go on below its end; `above` is that of the page before."""
    writer = LineWriter(number, NAME)
    at = shift = 0  # the cells of a table are lines of their own, which push on the lines after it
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            shift = writer.table(_table_rows(lines[at:end]), at + shift) - end
            above = None
        elif spaced := _without_marks(lines, at, above):
            end = spaced.end
            shift = writer.table(spaced.rows, at + shift) - end
            above = spaced if spaced.reaches else None
        else:
            above = above if _is_bare(lines[at]) else None
            shift += indented and _indent(lines[at]) in _FIRST_LINE  # a gap, as a blank line would leave
            writer.line(clean(lines[at]), at + shift)
            end = at + 1
        at = end
    return _page(number, writer, note), above


def _is_bare(line: str) -> bool:
    """Whether a line is empty or a page's number."""
    return not line.strip(" -–") or line.strip(" -–").isdecimal()


def _without_marks(lines: Sequence[str], at: int, above: SpacedTable | None) -> SpacedTable | None:
    """The table that begins at a line with nothing but blanks, or the ends of lines, between its cells."""
    further = further_rows(lines, at, above) if above and lines[at].strip() else None
    return further or numbered_table(lines, at) or spaced_table(lines, at) or stacked_table(lines, at)


def _page(number: int, writer: LineWriter, note: str) -> PageRead:
    words: tuple[Word, ...] = tuple(writer.words)
    reading = Reading.TRANSCRIPT if words else Reading.BLANK
    how = f"văn bản thuần, không có hình trang{note and '; '}{note}{told(writer.slips)}"
    reason = how if words else "trang trắng"
    page = Page(number=number, width=None, height=None, reading=reading, reason=reason)
    return PageRead(page, words, tuple(writer.grids))


def clean(line: str) -> str:
    """A line without the marks of Markdown; a star that opens a list item stays."""
    if _RULE.match(line):
        return ""
    line = _HEADING.sub("", line)
    bullet = _BULLET.match(line)
    lead, rest = (line[: bullet.end()], line[bullet.end() :]) if bullet else ("", line)
    return lead + _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _LINE_TAG.sub(" ", rest)))


def _table_end(lines: Sequence[str], start: int) -> int:
    """Index after the last line of the table that begins at `start`; `start` itself where none does."""
    rows: Iterator[str]
    if _is_pipe_row(lines[start]):
        rows = takewhile(_is_pipe_row, lines[start:])
    elif "|" in lines[start] and start + 1 < len(lines) and _PIPE_RULE.match(lines[start + 1]):
        rows = takewhile(lambda line: "|" in line, lines[start:])
    elif (bars := lines[start].count("|")) >= _COLUMNS - 1:
        rows = takewhile(lambda line: line.count("|") == bars, lines[start:])
    elif sum(bool(part.strip()) for part in lines[start].split("\t")) >= _COLUMNS:
        rows = _tabbed(lines[start:])
    else:
        return start
    count = sum(1 for _ in rows)
    return start + count if count >= 2 else start


def _tabbed(lines: Sequence[str]) -> Iterator[str]:
    """Rows of cells parted by tabs, from the head on, and lines over the whole table between them (*Buổi sáng*)."""
    tabs = lines[0].count("\t")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        title = "\t" not in line and not line.rstrip().endswith(".")  # a sentence parts two tables
        over = title and 0 < below.count("\t") <= tabs and below != lines[0]
        if not line.strip() or not (over or 0 < line.count("\t") <= tabs):
            return
        yield line


def _table_rows(lines: Sequence[str]) -> list[list[CellText]]:
    """A row a line; where rules part rows below the head, all lines between two of them, if only one has a first cell."""
    groups = [
        [_cells(line) for line in group]
        for is_rule, group in groupby(lines, lambda line: _BOX_RULE.match(line) is not None)
        if not is_rule
    ]
    if len(groups) > _COLUMNS - 1 and len({len(cells) for group in groups for cells in group}) == 1:
        return [row for group in groups for row in _joined(group)]
    return [_cells(line) for line in lines if not _is_rule(line)]


def _joined(rows: Sequence[list[CellText]]) -> Sequence[list[CellText]]:
    if sum(any(text.strip() for text in row[0].lines) for row in rows) > 1:
        return rows
    columns = zip(*rows, strict=True)
    return [[CellText([text for cell in column for text in cell.lines if text]) for column in columns]]


def _is_rule(line: str) -> bool:
    return _PIPE_RULE.match(line) is not None or _BOX_RULE.match(line) is not None


def _is_pipe_row(line: str) -> bool:
    return any(kind.match(line) for kind in (_PIPES, _PIPE_RULE, _BOX_RULE))


def _cells(row: str) -> list[CellText]:
    if "|" in row and "\t" not in row:
        parts = regex.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
    else:
        parts = row.split("\t")
    return [CellText([clean(line) for line in _LINE_TAG.split(part)]) for part in parts]
