"""Tables of plain text set apart by blanks whose rows bear numbers: cells of several lines, from the top or about the middle.

Programs that turn a PDF into text keep what stands side by side, so that a number in the middle of its cell stands in the
middle of its row's lines (*TT* in the middle of the head's). The numbers tell the rows: they begin their rows, or blank lines part
these, or a row has as many lines above its number as below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

import regex

from vanthu.reading.digital.plain.spaced import OVER_NUMBERS, Reach, SpacedTable, is_name, parts_of
from vanthu.reading.digital.rows import CellText

_NUMBER = regex.compile(r"(?:\d{1,3}|[IVX]{1,5})[.)]?|\d{1,2}(?:\.\d{1,2})+\.?")
_FIRST = regex.compile(r"(?:0?0?1|I)\b")
_ABOVE = 3  # lines of a head above its middle
_COLUMNS = 3
_TITLED = 2  # columns under one title
_FAR = 1000
_NEAR = 4  # characters that a word may stand off the column which it begins
_ROWS = 2

Part = tuple[int, str]  # where it begins, and what it says


class _Line(NamedTuple):
    """One line of a table; `block` counts the blank lines before it."""

    at: int
    block: int
    parts: Sequence[Part]
    numbered: bool


class _Columns:
    """How far each column of a table reaches."""

    def __init__(self, told: Iterable[Reach]) -> None:
        self.reaches: list[Reach] = []
        for left, right in sorted(told):
            if self.reaches and left < self.reaches[-1][1]:
                self.reaches[-1] = self.reaches[-1][0], max(self.reaches[-1][1], right)
            else:
                self.reaches.append((left, right))

    def grow(self, lines: Sequence[_Line]) -> None:
        """Make each column as wide as what stands in it, from lines that fill them all."""
        for line in lines:
            if len(line.parts) == len(self.reaches):
                told = zip(self.reaches, map(_reach, line.parts), strict=True)
                self.reaches = [(min(a, left), max(b, right)) for (a, b), (left, right) in told]

    def place(self, line: _Line) -> Iterator[tuple[int, str]]:
        """Each part with its column: all in turn where there are as many, else where most of it stands."""
        if len(line.parts) == len(self.reaches):
            yield from enumerate(text for _, text in line.parts)
            return
        first = line.numbered or OVER_NUMBERS.fullmatch(line.parts[0][1])
        if first:
            yield 0, line.parts[0][1]
        for part in line.parts[1:] if first else line.parts:
            yield from ((self._column(piece), piece[1]) for piece in self._pieces(part))

    def are_crossed_by(self, line: _Line) -> bool:
        """Whether a line is one text over several columns: a sentence below the table."""
        crossed = sum(_meet(_reach(line.parts[0]), reach) for reach in self.reaches)
        return len(line.parts) == 1 and crossed >= _COLUMNS

    def _column(self, part: Part) -> int:
        left, right = _reach(part)
        shared = [min(right, end) - max(left, begin) for begin, end in self.reaches[1:]]
        return 1 + shared.index(max(shared))

    def _pieces(self, part: Part) -> Iterator[Part]:
        """A part cut where a column begins in it: a cell that fills its column leaves one blank before the next."""
        at, text = part
        for begin, _ in self.reaches[2:]:
            words = [at + m.end() for m in regex.finditer(" ", text)]
            near = min(words, key=lambda word: abs(word - begin), default=begin + _NEAR)
            if abs(near - begin) < _NEAR:
                yield at, text[: near - at - 1]
                at, text = near, text[near - at :]
        yield at, text


def numbered_table(lines: Sequence[str], start: int) -> SpacedTable | None:
    """The table whose head begins at a line; `None` where none does."""
    middle = _middle_of_head(lines, start)
    if middle is None:
        return None
    width = len(parts_of(lines[middle])[0][1]) + parts_of(lines[middle])[0][0]
    body = list(_body(lines, middle + 1, width))
    below = _rest_of_head(body, middle - start, _line(lines, middle, 0, width))
    head = [_line(lines, at, 0, width) for at in range(start, middle + 1)] + body[:below]
    titles = _titles(head)
    below_titles = _without(titles, head)
    columns = _Columns(_reach(part) for line in below_titles for part in line.parts)
    names = _names(below_titles, titles, columns)
    named = all(is_name(" ".join(cell.lines).rstrip(".")) for cell in names)
    if not named or len(columns.reaches) < _COLUMNS or not _FIRST.match(_number(body[below:])):
        return None
    found = _table(body[below:], columns, least=_ROWS)
    if found is None:
        return None
    return found._replace(rows=[names, *found.rows])


def further_rows(lines: Sequence[str], start: int, above: SpacedTable) -> SpacedTable | None:
    """The rows with which a table above goes on; `None` where the numbers don't. A row that the page cut goes on first,
    in small letters and without a number.
    """
    body = list(_body(lines, start, above.reaches[0][1]))
    if _count(_number(body)) != _count(" ".join(above.rows[-1][0].lines)) + 1:
        return None
    cut = next(n for n, line in enumerate(body) if line.numbered)
    if not body[0].parts[0][1][0].islower():
        cut = 0
    columns = _Columns(above.reaches)
    found = _table(body[cut:], columns, least=1)
    if found is None:
        return None
    return found._replace(rows=[*([_cells(body[:cut], columns)] if cut else []), *found.rows])


def _count(number: str) -> int:
    """What a row's number counts, if it is written in plain figures; far below any other where not."""
    written = number.rstrip(".)")
    return int(written) if written.isdecimal() else -_FAR


def _table(body: Sequence[_Line], columns: _Columns, *, least: int) -> SpacedTable | None:
    columns.grow(body)
    body = list(takewhile(lambda line: not columns.are_crossed_by(line), body))
    if sum(line.numbered for line in body) < least:
        return None
    rows = _from_the_top(body, columns) or _by_blocks(body, least) or _about_the_middle(body)
    if rows is None:
        return None
    return SpacedTable([_cells(row, columns) for row in rows], rows[-1][-1].at + 1, tuple(columns.reaches))


def _number(body: Sequence[_Line]) -> str:
    """What stands in the column of numbers first."""
    return next((line.parts[0][1] for line in body if line.numbered), "")


def _reach(part: Part) -> Reach:
    return part[0], part[0] + len(part[1])


def _line(lines: Sequence[str], at: int, block: int, width: int) -> _Line:
    parts = parts_of(lines[at])
    numbered = parts[0][0] <= width and _NUMBER.fullmatch(parts[0][1]) is not None
    return _Line(at, block, parts, numbered)


def _middle_of_head(lines: Sequence[str], start: int) -> int | None:
    """The line with *TT*: the first line of a head, or one with as much above it as may stand there."""
    for at in range(start, min(start + _ABOVE + 1, len(lines))):
        parts = parts_of(lines[at])
        if not parts:
            return None
        if OVER_NUMBERS.fullmatch(parts[0][1]):
            return at if len(parts) > 1 else None
        if at == start and len(parts) == 1 and parts[0][0] == 0:
            return None
    return None


def _body(lines: Sequence[str], start: int, width: int) -> Iterator[_Line]:
    """Lines below, up to the first that begins in the column of numbers without being one, or counts anew behind a blank line."""
    block = last = 0
    for at in range(start, len(lines)):
        if not lines[at].strip():
            block += 1
            continue
        line = _line(lines, at, block, width)
        if not line.numbered and line.parts[0][0] < width:
            return
        if line.numbered:
            count = _count(line.parts[0][1])
            if 0 < count <= last and not lines[at - 1].strip():
                return
            last = count
        yield line


def _rest_of_head(body: Sequence[_Line], above: int, middle: _Line) -> int:
    """How many lines below *TT* are the head's: as many as above it, else those that go on in small letters or have a name where *TT*'s
    line has none (*Chủ trì*, *Phối hợp* under *Phân công*).
    """
    if above:
        return min(above, sum(line.at <= middle.at + above and not line.numbered for line in body))
    for n, line in enumerate(body):
        small = all(text.lstrip("(")[:1].islower() for _, text in line.parts)
        if line.numbered or line.block or not (small or _is_between(line, middle)):
            return n
    return 0


def _is_between(line: _Line, middle: _Line) -> bool:
    """Whether a line holds names alone, and one of them stands under nothing of the line above."""
    under = [any(_meet(_reach(part), _reach(other)) for other in middle.parts) for part in line.parts]
    return not all(under) and all(is_name(text) for _, text in line.parts)


def _meet(one: Reach, other: Reach) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _titles(head: Sequence[_Line]) -> list[Part]:
    """The parts of a head that stand over two others of one line: *Phân công* over *Chủ trì*, *Phối hợp*."""
    reaches = [[_reach(part) for part in line.parts] for line in head]
    parts = (part for line in head for part in line.parts)
    return [p for p in parts if any(sum(_meet(_reach(p), r) for r in line) >= _TITLED for line in reaches)]


def _without(titles: Sequence[Part], head: Sequence[_Line]) -> list[_Line]:
    left = (line._replace(parts=[p for p in line.parts if p not in titles]) for line in head)
    return [line for line in left if line.parts]


def _names(head: Sequence[_Line], titles: Sequence[Part], columns: _Columns) -> list[CellText]:
    """The names of the columns, each led by the title that stands over it."""
    under = _cells(head, columns)
    over = ([text for at, text in titles if _meet(_reach((at, text)), reach)] for reach in columns.reaches)
    return [CellText([*above, *cell.lines]) for above, cell in zip(over, under, strict=True)]


def _by_blocks(body: Sequence[_Line], least: int) -> list[list[_Line]] | None:
    """Rows parted by blank lines: one number each. What comes after the last of them is no row."""
    blocks = [list(block) for _, block in groupby(body, lambda line: line.block)]
    counts = [sum(line.numbered for line in block) for block in blocks]
    rows = counts.index(0) if 0 in counts else len(counts)
    return blocks[:rows] if rows >= least and sum(counts) == rows and set(counts[:rows]) == {1} else None


def _from_the_top(body: Sequence[_Line], columns: _Columns) -> list[list[_Line]] | None:
    """Rows that begin with their numbers: what goes on stands under something on the first line, behind a blank in small letters."""
    if not body[0].numbered:
        return None
    last = max(line.at for line in body if line.numbered)
    rows: list[list[_Line]] = []
    for line in body:
        if line.numbered:
            rows.append([line])
            continue
        beside = line.block == rows[-1][-1].block
        begun = {n for n, _ in columns.place(rows[-1][0])}
        if (beside or line.parts[0][1][0].islower()) and {n for n, _ in columns.place(line)} <= begun:
            rows[-1].append(line)
        elif beside or line.at < last:
            return None
        else:
            break  # what follows the table
    return rows


def _about_the_middle(body: Sequence[_Line]) -> list[list[_Line]] | None:
    """Rows with as many lines below their numbers as above; the last one may have one more."""
    numbers = [n for n, line in enumerate(body) if line.numbered]
    rows: list[list[_Line]] = []
    at = 0
    for n in numbers:
        end = 2 * n - at + 1
        if n == numbers[-1] and end < len(body) and body[end].block == body[n].block:
            end += 1
        if n < at or end > len(body) or sum(at <= other < end for other in numbers) > 1:
            return None
        rows.append(list(body[at:end]))
        at = end
    return rows


def _cells(row: Sequence[_Line], columns: _Columns) -> list[CellText]:
    cells: list[list[str]] = [[] for _ in columns.reaches]
    for line in row:
        for column, text in columns.place(line):
            cells[column].append(text)
    return [CellText(cell) for cell in cells]
