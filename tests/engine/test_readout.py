from __future__ import annotations

from vanthu.document.layout import Block, BlockKind, Line
from vanthu.document.page import Grid, GridCell, Page, Reading, Word
from vanthu.document.plan import Plan
from vanthu.engine.readout import page_texts

WORDS = tuple(Word(text, 1, None, None, 0, "test") for text in ["KẾ", "HOẠCH", "STT", "Việc", "1", "ĐẾN"])
PAGES = tuple(Page(number=n, width=None, height=None, reading=Reading.TRANSCRIPT) for n in (1, 2))
GRID = Grid(
    page=1,
    rows=2,
    columns=2,
    cells=(
        GridCell(row=0, column=0, words=(2,)),
        GridCell(row=0, column=1, words=(3,)),
        GridCell(row=1, column=0, words=(4,)),
        GridCell(row=1, column=1, words=()),
    ),
)


def block(kind: BlockKind, *words: int, grid: int | None = None) -> Block:
    lines = (Line(page=1, words=words),) if words else ()
    return Block(kind=kind, page=1, lines=lines, grid=grid)


def test_blocks_stand_apart_rows_are_lines_and_a_blank_page_is_empty() -> None:
    blocks = (block(BlockKind.TITLE, 0, 1), block(BlockKind.TABLE, grid=0))
    plan = Plan(pages=PAGES, words=WORDS, grids=(GRID,), blocks=blocks)
    assert page_texts(plan) == ("KẾ HOẠCH\n\nSTT\tViệc\n1", "")


def test_stamps_and_specks_are_not_what_the_document_says() -> None:
    blocks = (block(BlockKind.STAMP, 5), block(BlockKind.NOISE, 4), block(BlockKind.TITLE, 0, 1))
    assert page_texts(Plan(pages=PAGES, words=WORDS, grids=(), blocks=blocks))[0] == "KẾ HOẠCH"
