"""Columns that each stand for a month or a quarter, in which a mark tells when the work of a row is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import regex

from vanthu.orthography import fold_spelling

_MARK = regex.compile(r"[xX×✓✔√●•*]")
_HEAD = regex.compile(
    r".*(?:\m(?P<kind>tháng|quý)\M(?:\s*/\s*20\d\d)?[\s):.-]*|\mT)(?P<number>\d{1,2}|IV|I{1,3})(?:\s*/\s*20\d\d)?",
    regex.IGNORECASE | regex.DOTALL,
)
_WEEKDAYS = range(2, 8)  # *T2* to *T7* are Monday to Saturday, too
_YEAR = regex.compile(r"20\d\d")
_FEWEST = 2  # columns; a mark in one says yes or no


def marked_periods(heads: Mapping[int, str], cells: Mapping[int, Iterable[str]]) -> Mapping[int, str]:
    """By column, the period that a mark in it stands for: *tháng 3*, *quý II/2031*. Nothing where the columns don't follow each other."""
    found = {c: match for c, head in heads.items() if (match := _read(head)) and _only_marks(cells[c])}
    if all(map(_may_be_weekday, found.values())):
        return {}
    told = {c: _period(match) for c, match in found.items()}
    follow = all(after == before + 1 for before, after in pairwise(sorted(told)))
    return told if len(told) >= _FEWEST and follow else {}


def runs(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of neighbours."""
    left = sorted(columns)
    while left:
        end = next((n for n, (a, b) in enumerate(pairwise(left)) if b > a + 1), len(left) - 1)
        yield left[0], left[end]
        left = left[end + 1 :]


def is_mark(text: str) -> bool:
    """Whether a cell holds a mark and nothing else."""
    return _MARK.fullmatch(text.strip()) is not None


def _only_marks(cells: Iterable[str]) -> bool:
    return all(is_mark(text) for text in cells if text.strip())


def _read(head: str) -> regex.Match[str] | None:
    return _HEAD.fullmatch(fold_spelling(head.strip()))


def _may_be_weekday(head: regex.Match[str]) -> bool:
    """*T3* without a year may be Tuesday."""
    number = head["number"]
    return not head["kind"] and not _YEAR.search(head[0]) and number.isdecimal() and int(number) in _WEEKDAYS


def _period(head: regex.Match[str]) -> str:
    year = _YEAR.search(head[0])
    return f"{(head['kind'] or 'tháng').lower()} {head['number']}{f'/{year[0]}' if year else ''}"
