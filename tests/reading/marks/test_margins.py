from __future__ import annotations

from layouts import LEFT, RIGHT, Printed, full, printed
from vanthu.document.geometry import Box
from vanthu.document.page import Grid, Mark, MarkKind, Word
from vanthu.reading.marks import margins

LINES = [
    full("Các thôn, các cơ quan, đơn vị trên địa bàn tổ chức thực hiện nghiêm túc", LEFT) for _ in range(8)
]


def noted(*beside: Printed, lines: list[Printed] = LINES, grids: tuple[Grid, ...] = ()) -> list[list[str]]:
    """What a page says beside its print, mark by mark; the notes stand between two of its lines."""
    plan = printed([*lines[:3], *beside, *lines[3:]])
    words: tuple[Word, ...] = plan.words or ()
    marks: list[Mark] = list(margins.notes((plan.pages or ())[0], words, grids))
    assert all(m.kind is MarkKind.HANDWRITING for m in marks)
    return [[words[n].text for n in mark.words] for mark in marks]


def test_doubtful_words_in_the_margin_are_a_pens() -> None:
    note = Printed("125/BC 15-3", x0=RIGHT + 8, confidence=0.6, size=0.5)
    assert noted(note) == [["125/BC", "15-3"]]
    assert noted(Printed("2l", x0=20, confidence=0.5)) == [["2l"]]


def test_a_speck_is_no_note() -> None:
    assert noted(Printed(":", x0=RIGHT + 8, x1=RIGHT + 9, confidence=0.6, size=0.1)) == []
    assert noted(Printed(":", x0=RIGHT + 8, x1=RIGHT + 20, confidence=0.6)) == [[":"]]


def test_what_is_read_with_certainty_stands() -> None:
    assert noted(Printed("21", x0=20, confidence=0.97)) == []


def test_a_number_before_an_item_belongs_to_its_line() -> None:
    item = Printed("tổ chức thực hiện nghiêm túc", x0=44, below=0, confidence=0.9)
    assert noted(Printed("3.", x0=26, confidence=0.5), item) == []


def test_a_page_with_little_print_has_no_margin() -> None:
    assert noted(Printed("2l", x0=20, confidence=0.5), lines=LINES[:4]) == []


def test_a_wide_table_has_no_margin() -> None:
    grid = Grid(page=1, rows=1, columns=1, cells=(), box=Box(15, 60, 580, 300))
    assert noted(Printed("2l", x0=20, confidence=0.5), grids=(grid,)) == []


def test_the_beginning_of_a_line_that_the_engine_cut_in_two_is_print() -> None:
    start = Printed("4. Gắn", x0=14, x1=47, below=17, confidence=0.8)
    rest = Printed("với việc thực hiện Kế hoạch", x0=52, below=0, confidence=0.9)
    assert noted(start, rest) == []
