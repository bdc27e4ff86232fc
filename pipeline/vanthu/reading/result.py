"""What reading gives: per page while it goes on, and for the whole document at the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from vanthu.document.page import Dispute, Grid, GridCell, Mark, Page, Problem, Word

_Pointing = TypeVar("_Pointing", GridCell, Mark, Dispute)


class Recognition(NamedTuple):
    """All that was read from a file. Words are in the order they were read, page by page; grids, marks and disputes point into them."""

    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    marks: tuple[Mark, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    problems: tuple[Problem, ...] = ()


class PageRead(NamedTuple):
    """One page; its grids, marks and disputes point into its own words."""

    page: Page
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    marks: tuple[Mark, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    problems: tuple[Problem, ...] = ()


def collect(reads: Iterable[PageRead], problems: Iterable[Problem] = ()) -> Recognition:
    """Pages put together; `problems` are those of the document as a whole."""
    pages: list[Page] = []
    words: list[Word] = []
    grids: list[Grid] = []
    marks: list[Mark] = []
    disputes: list[Dispute] = []
    troubles = list(problems)
    for read in reads:
        before = len(words)
        grids += [_shifted_grid(grid, before) for grid in read.grids]
        marks += [_shifted(mark, before) for mark in read.marks]
        disputes += [_shifted(dispute, before) for dispute in read.disputes]
        pages.append(read.page)
        words += read.words
        troubles += read.problems
    return Recognition(
        tuple(pages), tuple(words), tuple(grids), tuple(marks), tuple(disputes), tuple(troubles)
    )


def _shifted(item: _Pointing, by: int) -> _Pointing:
    return item.model_copy(update={"words": tuple(i + by for i in item.words)})


def _shifted_grid(grid: Grid, by: int) -> Grid:
    return grid.model_copy(update={"cells": tuple(_shifted(cell, by) for cell in grid.cells)})
