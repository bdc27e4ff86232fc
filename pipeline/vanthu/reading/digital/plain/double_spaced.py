"""Plain text taken out of PDF files by programs that leave an empty line behind every line of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

import regex

GOES_ON = regex.compile(r"\s*\p{Ll}{2}")
_OPEN = regex.compile(r"[\p{L}\d,]\s*$")
_LONG = 40  # characters of a line that may be full
_SURE = 3  # sentences that go on over an empty line
_MOST = 0.8  # share of the lines that have an empty one before them
_WIDEST = 130  # characters on a line of a page; paragraphs that stand on one line each are longer
_FEW = 0.05  # share of wider lines: rows of tables


def closed_up(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of all pages without the empty line that stands behind each; as they are where empty lines part paragraphs.

    What shows it: lines are no wider than a page, nearly every one has an empty one before it, and sentences go on in small letters
    behind such lines.
    """
    if not _is_double_spaced(pages):
        return [list(page) for page in pages]
    return [list(_closed(page)) for page in pages]


def _is_double_spaced(pages: Sequence[Sequence[str]]) -> bool:
    said = [(n, line) for page in pages for n, line in enumerate(page) if line.strip()]
    pairs = [(one, other, m > n + 1) for (n, one), (m, other) in pairwise(said) if m > n]
    apart = [(one, other) for one, other, parted in pairs if parted]
    over = sum(len(one) >= _LONG and bool(_OPEN.search(one) and GOES_ON.match(other)) for one, other in apart)
    wide = sum(len(line) > _WIDEST for _, line in said)
    return over >= _SURE and wide <= _FEW * len(said) and len(apart) >= _MOST * len(pairs)


def _closed(page: Sequence[str]) -> Iterator[str]:
    for empty, run in groupby(page, key=lambda line: not line.strip()):
        yield from islice(run, 1 if empty else 0, None)
