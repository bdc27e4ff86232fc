"""Tables of plain text whose columns are set apart by blanks alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from vanthu.reading.digital.rows import CellText

OVER_NUMBERS = regex.compile(
    r"(?i:S?TT|S\.\s?T\.\s?T|Số TT|Số thứ tự)\.?"
)  # what a head says over the numbers of its rows
_PART = regex.compile(r"\S+(?: \S+)*")  # what two blanks or more set apart
_DAY = regex.compile(r"\D{0,8}\d{1,2}\s*[/.-]\s*\d{1,2}")
_TAB = 4
_SLACK = 2  # characters that a cell may begin left of its column's head
_LEAST_ROWS = 2  # below the head
_LIST = 2  # columns that a letterhead or a signer beside the receivers have, too
_ENDS_SENTENCE = (".", ";", ":", ",")

Placed = Mapping[int, str]  # what stands in which column


Reach = tuple[int, int]  # from which character of a line to which


class SpacedTable(NamedTuple):
    """Rows from the head down, every row with as many cells; `end` is the index after the last line, `reaches` are the columns of one
    whose rows bear numbers.
    """

    rows: list[list[CellText]]
    end: int
    reaches: tuple[Reach, ...] = ()


def spaced_table(lines: Sequence[str], start: int) -> SpacedTable | None:
    """The table that begins at a line; `None` where none does.

    A head of several words apart; rows below whose parts stand under them, most of them with a figure; a line with nothing
    in the first column goes on with the row above it, unless it fills all the others, and not with small letters: then it is
    a row under the same first cell, which stays empty. Of two columns only where the first one holds days.
    """
    head = parts_of(lines[start])
    if len(head) < _LIST or not all(is_name(text) for _, text in head):
        return None
    columns = [at for at, _ in head]
    rows: list[list[list[str]]] = [[[text] for _, text in head]]
    at = start + 1
    while at < len(lines) and (line := _row_line(lines, at)) is not None:
        placed = _placed(parts_of(lines[line]), columns)
        if placed is None or (line > at and 0 not in placed):
            break
        _add(rows, placed, len(columns))
        at = line + 1
    if not _is_table(rows[1:], len(columns)):
        return None
    return SpacedTable([[CellText(cell) for cell in row] for row in rows], at)


def parts_of(line: str) -> list[tuple[int, str]]:
    """What two blanks or more set apart on a line, each with the place where it begins."""
    return [(m.start(), m[0]) for m in _PART.finditer(line.expandtabs(_TAB))]


def is_name(text: str) -> bool:
    """Whether a text may head a column."""
    return (
        any(c.isalpha() for c in text)
        and not any(c.isdigit() for c in text)
        and not text.endswith(_ENDS_SENTENCE)
    )


def _row_line(lines: Sequence[str], at: int) -> int | None:
    """The line at a place, or the one after a blank line; `None` where two blank lines or the end come."""
    if lines[at].strip():
        return at
    return at + 1 if at + 1 < len(lines) and lines[at + 1].strip() else None


def _placed(parts: Sequence[tuple[int, str]], columns: Sequence[int]) -> Placed | None:
    """Each part in its column; `None` where two share one, or a line is one text from the first column on."""
    if len(parts) == len(columns):
        return dict(enumerate(text for _, text in parts))
    where = [max((n for n, left in enumerate(columns) if at >= left - _SLACK), default=0) for at, _ in parts]
    if len(set(where)) < len(where) or where == [0]:
        return None
    return {n: text for n, (_, text) in zip(where, parts, strict=True)}


def _add(rows: list[list[list[str]]], placed: Placed, columns: int) -> None:
    goes_on = any(text[0].islower() for text in placed.values())
    fills_others = columns > _LIST and len(placed) == columns - 1 and len(rows) > 1 and not goes_on
    if 0 in placed or fills_others:
        rows.append([[] for _ in range(columns)])
    for column, text in placed.items():
        rows[-1][column].append(text)


def _is_table(body: Sequence[Sequence[Sequence[str]]], columns: int) -> bool:
    if columns == _LIST:
        return len(body) >= _LEAST_ROWS and all(_DAY.match(" ".join(row[0])) for row in body)
    figures = sum(any(c.isdigit() for cell in row for text in cell for c in text) for row in body)
    return len(body) >= _LEAST_ROWS and 2 * figures >= len(body)
