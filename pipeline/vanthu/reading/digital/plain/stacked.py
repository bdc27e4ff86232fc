"""Tables of plain text with every cell on a line of its own, one below the other, as copying from a web page leaves them.

*STT*, the other heads, *1*, its cells, *2*, its cells: as many lines a row as there are heads, an empty one for an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

import regex

from vanthu.reading.digital.plain.spaced import OVER_NUMBERS, SpacedTable, is_name
from vanthu.reading.digital.rows import CellText

_SECTION = regex.compile(r"(?:[IVX]{1,5}|\p{Lu})\.\s")
_COLUMNS = range(3, 11)
_ROWS = 2
_DIGITS = 3  # of a row's number; longer ones count other things
_LONGEST_HEAD = 45  # characters; a longer line is a sentence


def stacked_table(lines: Sequence[str], start: int) -> SpacedTable | None:
    """The table whose head begins at a line; `None` where none does. It ends before the first row that has too many or too few lines."""
    if not OVER_NUMBERS.fullmatch(lines[start].strip()):
        return None
    names = takewhile(_is_head, lines[start + 1 :])
    head = [lines[start], *names]
    rows = list(_rows(lines, start + len(head), len(head)))
    if len(head) not in _COLUMNS or len(rows) < _ROWS:
        return None
    end = rows[-1] + len(head)
    texts = [head, *(lines[at : at + len(head)] for at in rows)]
    return SpacedTable([[CellText([text.strip()]) for text in row] for row in texts], end)


def _is_head(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD and is_name(line.strip())


def _rows(lines: Sequence[str], start: int, width: int) -> Iterator[int]:
    """Where the rows begin, numbered from 1 on."""
    at, number = _filled(lines, start), 1
    above: list[int] = []
    while at + width <= len(lines) and _count(lines[at]) == number:
        below = _filled(lines, at + width)
        goes_on = below < len(lines) and _count(lines[below]) == number + 1
        if not goes_on and not _is_last(lines, at, width, number, above):
            return
        yield at
        above.append(at)
        at, number = below, number + 1


def _is_last(lines: Sequence[str], at: int, width: int, number: int, above: Sequence[int]) -> bool:
    """Whether a row that no other follows is whole: no heading stands in it, and the next number neither in it nor below.

    In a column that holds numbers in every row above, the next number is a quantity like those.
    """
    counted = {
        n for n in range(1, width) if above and all(lines[row + n].strip().isdecimal() for row in above)
    }
    near = range(1, min(2 * width, len(lines) - at))
    begins = any(_count(lines[at + n]) == number + 1 for n in near if n not in counted)
    return not begins and not any(map(_SECTION.match, lines[at + 1 : at + width]))


def _count(line: str) -> int | None:
    written = line.strip().rstrip(".)")
    return int(written) if written.isdecimal() and len(written) <= _DIGITS else None


def _filled(lines: Sequence[str], at: int) -> int:
    """The first line from a place on that says something."""
    return at + sum(1 for _ in takewhile(lambda line: not line.strip(), lines[at:]))
