from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from sheets import DPI, pixels, sheet, table_sheet
from vanthu.reading.imaging.ruling import find_rulings

ROWS = [
    ["STT", "Nội dung", "Thời gian"],
    ["1", "Phát quang bụi rậm", "20/3/2024"],
    ["2", "Thu gom rác", "25/3/2024"],
]
WIDTHS = [120, 600, 260]


def shape(page: Image.Image) -> list[tuple[int, int, int]]:
    return [(r.rows, r.columns, len(r.cells)) for r in find_rulings(pixels(page), DPI)]


def test_ruled_table_with_its_places() -> None:
    (ruling,) = find_rulings(pixels(table_sheet(ROWS, WIDTHS)), DPI)
    assert (ruling.rows, ruling.columns) == (3, 3)
    assert [(c.row, c.column) for c in ruling.cells] == [(r, c) for r in range(3) for c in range(3)]
    assert np.allclose(ruling.cells[4].box, (240, 380, 840, 460), atol=3)


def test_page_of_text_has_none() -> None:
    assert shape(sheet()) == []


def test_frame_around_text_is_no_table() -> None:
    page = sheet()
    ImageDraw.Draw(page).rectangle((100, 100, 1140, 900), outline=0, width=3)
    assert shape(page) == []


def test_stamp_with_lines_is_too_small_to_be_one() -> None:
    page = sheet()
    pen = ImageDraw.Draw(page)
    for y in (1000, 1060, 1120):
        pen.line((200, y, 480, y), fill=0, width=2)
    for x in (200, 340, 480):
        pen.line((x, 1000, x, 1120), fill=0, width=2)
    assert shape(page) == []


def test_missing_rules_join_places_to_spanning_cells() -> None:
    page = table_sheet(ROWS, WIDTHS)
    pen = ImageDraw.Draw(page)
    pen.line((240, 304, 240, 376), fill=250, width=6)  # between the first two places of the head
    pen.line((124, 460, 236, 460), fill=250, width=6)  # between the last two rows of the first column
    (ruling,) = find_rulings(pixels(page), DPI)
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in ruling.cells}
    assert spans[0, 0] == (1, 2)
    assert spans[1, 0] == (2, 1)
    assert len(spans) == 7


def test_faint_fold_through_a_table_is_no_rule() -> None:
    page = table_sheet(ROWS, WIDTHS)
    ImageDraw.Draw(page).line((600, 0, 600, 1754), fill=200, width=2)
    assert shape(page) == [(3, 3, 9)]


def test_table_open_at_its_sides() -> None:
    page = table_sheet(ROWS, WIDTHS)
    pen = ImageDraw.Draw(page)
    for edge in (120, 1100):
        for top in (300, 380, 460):
            pen.line((edge, top + 4, edge, top + 76), fill=250, width=6)
    assert shape(page) == [(3, 3, 9)]


def test_fine_rules_that_a_scan_broke_into_dashes() -> None:
    page = table_sheet([*ROWS, ["3", "Trồng cây", "30/3/2024"]], WIDTHS)
    pen, chance = ImageDraw.Draw(page), np.random.default_rng(5)
    for y in range(300, 621, 80):
        pen.line((110, y, 1110, y), fill=250, width=8)
        for x in range(120, 1100, 34):
            length = int(chance.integers(4, 34))
            pen.line((x, y, min(x + length, 1100), y), fill=0)
    pen.line((110, 460, 232, 460), fill=250, width=8)  # between two rows of the first column there was none
    (ruling,) = find_rulings(pixels(page), DPI)
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in ruling.cells}
    assert (ruling.rows, ruling.columns) == (4, 3)
    assert spans[1, 0] == (2, 1)
    assert len(spans) == 11


def test_letters_that_run_together_are_no_broken_rule() -> None:
    """The heads of letters in three words make pieces of a line, which together cross their column."""
    page = table_sheet([["STT", "Nội dung", ""], *ROWS[1:]], WIDTHS)
    pen = ImageDraw.Draw(page)
    for left in (856, 932, 1008):
        pen.rectangle((left, 330, left + 68, 333), fill=20)
        for stem in range(left, left + 69, 10):
            pen.rectangle((stem, 330, stem + 4, 350), fill=20)
    assert shape(page) == [(3, 3, 9)]


@pytest.mark.parametrize("fall", [0.0, 0.005])
def test_a_row_of_dots_goes_on_over_a_crossing_into_a_narrow_column(fall: float) -> None:
    """A dot is lost in each upright rule: what is left of the row beside it is shorter than any rule."""
    page = table_sheet(ROWS, [60, 660, 260])
    pen = ImageDraw.Draw(page)
    for top in range(300, 541, 80):
        pen.rectangle((114, top - 3, 1104, top + 3), fill=250)
        for x in range(120, 1100, 8):
            y = top + int((x - 120) * fall)
            pen.rectangle((x, y, x + 1, y + 1), fill=0)
    for x in (120, 180, 840, 1100):
        pen.line((x, 300, x, 540), fill=0, width=3)
    assert shape(page) == [(3, 3, 9)]


@pytest.mark.parametrize("bits", [False, True])
@pytest.mark.parametrize(("dash", "step"), [(2, 4), (6, 10), (9, 16)])
def test_dots_and_dashes_are_rules_over_low_rows_too(dash: int, step: int, bits: bool) -> None:
    page = table_sheet(ROWS, WIDTHS, height=60)
    pen = ImageDraw.Draw(page)
    for y in range(300, 481, 60):
        for x in range(120 + dash, 1100, step):
            pen.line((x, y, x + step - dash, y), fill=250, width=3)
    for x in (120, 240, 840, 1100):
        for y in range(300 + dash, 480, step):
            pen.line((x, y, x, y + step - dash), fill=250, width=3)
    assert shape(page.point(lambda v: 255 * (v > 150)) if bits else page) == [(3, 3, 9)]
