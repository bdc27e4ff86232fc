"""What reading gives: per page while it goes on, and for the whole document at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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
    """One page; its grids, marks and disputes point into its own words. Numbers of pages in it are those of its sheet."""

    page: Page
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    marks: tuple[Mark, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Sheets:
    """An open file: how many sheets it has, and what reads one of them (from 0, in any order) into its pages."""

    count: int
    read: Callable[[int], tuple[PageRead, ...]]


def collect(reads: Iterable[PageRead], problems: Iterable[Problem] = ()) -> Recognition:
    """Pages put together and numbered in their order; `problems` are those of the document as a whole.

    A page whose number is not that of its sheet any more keeps the latter in `Page.sheet`.
    """
    pages: list[Page] = []
    words: list[Word] = []
    grids: list[Grid] = []
    marks: list[Mark] = []
    disputes: list[Dispute] = []
    troubles = list(problems)
    for number, given in enumerate(reads, start=1):
        read, before = _numbered(given, number), len(words)
        grids += [_shifted_grid(grid, before) for grid in read.grids]
        marks += [_shifted(mark, before) for mark in read.marks]
        disputes += [_shifted(dispute, before) for dispute in read.disputes]
        pages.append(read.page)
        words += read.words
        troubles += read.problems
    return Recognition(
        tuple(pages), tuple(words), tuple(grids), tuple(marks), tuple(disputes), tuple(troubles)
    )


def _numbered(read: PageRead, number: int) -> PageRead:
    """The page under its number in the document, with everything on it."""
    sheet = read.page.sheet or read.page.number
    if number == read.page.number:
        return read
    here = {"page": number}
    return PageRead(
        page=read.page.model_copy(update={"number": number, "sheet": sheet}),
        words=tuple(word._replace(page=number) for word in read.words),
        grids=tuple(grid.model_copy(update=here) for grid in read.grids),
        marks=tuple(mark.model_copy(update=here) for mark in read.marks),
        disputes=tuple(dispute.model_copy(update=here) for dispute in read.disputes),
        problems=tuple(p if p.page is None else p.model_copy(update=here) for p in read.problems),
    )


def _shifted(item: _Pointing, by: int) -> _Pointing:
    return item.model_copy(update={"words": tuple(i + by for i in item.words)})


def _shifted_grid(grid: Grid, by: int) -> Grid:
    return grid.model_copy(update={"cells": tuple(_shifted(cell, by) for cell in grid.cells)})
