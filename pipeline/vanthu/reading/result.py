"""What reading gives: per page while it goes on, and for the whole document at the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vanthu.document.page import Grid, Page, Problem, Word


class Recognition(NamedTuple):
    """All that was read from a file. Grids point into `words`; words are in the order they were read, page by page."""

    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...] = ()


class PageRead(NamedTuple):
    """One page; its grids point into its own words."""

    page: Page
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    problems: tuple[Problem, ...] = ()


def collect(reads: Iterable[PageRead], problems: Iterable[Problem] = ()) -> Recognition:
    """Pages put together; `problems` are those of the document as a whole."""
    pages: list[Page] = []
    words: list[Word] = []
    grids: list[Grid] = []
    troubles = list(problems)
    for read in reads:
        grids += [_shifted(grid, len(words)) for grid in read.grids]
        pages.append(read.page)
        words += read.words
        troubles += read.problems
    return Recognition(pages=tuple(pages), words=tuple(words), grids=tuple(grids), problems=tuple(troubles))


def _shifted(grid: Grid, by: int) -> Grid:
    cells = tuple(c.model_copy(update={"words": tuple(i + by for i in c.words)}) for c in grid.cells)
    return grid.model_copy(update={"cells": cells})
