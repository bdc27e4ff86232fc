from __future__ import annotations

from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Mark, MarkKind, Page, Problem, Reading, Word
from vanthu.reading.result import PageRead, collect


def read(number: int, *texts: str) -> PageRead:
    """A page with words, all of them in a cell and in a mark, and a problem."""
    here = tuple(range(len(texts)))
    box = Box(0, 0, 1, 1)
    return PageRead(
        Page(number=number, width=1, height=1, reading=Reading.OCR),
        tuple(Word(text, number, box, None, 0, "test") for text in texts),
        (Grid(page=number, rows=1, columns=1, cells=(GridCell(row=0, column=0, words=here),)),),
        (Mark(kind=MarkKind.SEAL, page=number, box=box, words=here),),
        problems=(Problem(code="page", message="x", page=number),),
    )


def test_what_points_to_words_is_moved_with_them() -> None:
    found = collect([read(1, "a", "b"), read(2, "c")])
    assert [found.words[i].text for i in found.grids[1].cells[0].words] == ["c"]
    assert [found.words[i].text for i in found.marks[1].words] == ["c"]


def test_pages_are_numbered_in_their_order_and_know_their_sheet() -> None:
    found = collect([read(1, "a"), read(1, "b"), read(2, "c")])
    assert [(page.number, page.sheet) for page in found.pages] == [(1, None), (2, 1), (3, 2)]
    assert [word.page for word in found.words] == [1, 2, 3]
    assert [grid.page for grid in found.grids] == [1, 2, 3]
    assert [mark.page for mark in found.marks] == [1, 2, 3]
    assert [problem.page for problem in found.problems] == [1, 2, 3]
