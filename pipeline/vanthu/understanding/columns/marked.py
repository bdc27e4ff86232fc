"""Columns that each stand for a month or a quarter, in which a mark tells when the work of a row is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import regex

from vanthu.orthography import fold_tones

_MARK = regex.compile(r"[xX×✓✔√●•*]")
_HEAD = regex.compile(
    r".*(?:\m(?P<kind>tháng|quý)\M(?:\s*/\s*20\d\d)?[\s):.-]*|\mT)(?P<number>\d{1,2}|IV|I{1,3})(?:\s*/\s*20\d\d)?",
    regex.IGNORECASE | regex.DOTALL,
)
_YEAR = regex.compile(r"20\d\d")
_FEWEST = 2  # columns; a mark in one says yes or no


def marked_periods(heads: Mapping[int, str], cells: Mapping[int, Iterable[str]]) -> Mapping[int, str]:
    """By column, the period that a mark in it stands for: *tháng 3*, *quý II/2031*. Nothing where the columns don't follow each other."""
    told = {c: period for c, head in heads.items() if (period := _period(head)) and _only_marks(cells[c])}
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


def _period(head: str) -> str | None:
    found = _HEAD.fullmatch(fold_tones(head.strip()))
    if found is None:
        return None
    year = _YEAR.search(head)
    return f"{(found['kind'] or 'tháng').lower()} {found['number']}{f'/{year[0]}' if year else ''}"
