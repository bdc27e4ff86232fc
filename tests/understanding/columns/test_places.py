"""Cells looked up by their places."""

from __future__ import annotations

from vanthu.document.geometry import Span
from vanthu.document.layout import Table, TableCell
from vanthu.document.text import Text
from vanthu.understanding.columns.places import Places

TEXT = Text.build("TT|Việc|2.1.|Rà soát|Họp")


def table() -> Table:
    cells = (
        TableCell(row=0, column=0, span=Span(0, 2)),
        TableCell(row=0, column=1, span=Span(3, 7)),
        TableCell(row=1, column=0, row_span=2, span=Span(8, 12)),
        TableCell(row=1, column=1, span=Span(13, 20)),
        TableCell(row=2, column=1, span=Span(21, 24)),
        TableCell(row=3, column=0, span=Span(24, 24)),
    )
    return Table(pages=(1,), rows=4, columns=2, head_rows=1, cells=cells)


def test_a_cell_covers_every_row_that_it_spans() -> None:
    places = Places(table())
    assert places.at(2, 0) is places.at(1, 0)
    assert places.at(3, 1) is None
    assert places.spans_rows


def test_a_row_holds_the_filled_cells_that_begin_in_it() -> None:
    places = Places(table())
    assert [TEXT[s] for s in places.filled(1)] == ["2.1.", "Rà soát"]
    assert [TEXT[s] for s in places.filled(2)] == ["Họp"]
    assert places.filled(3) == ()


def test_a_row_goes_by_its_number_or_by_its_place() -> None:
    places = Places(table())
    assert [places.label(row, TEXT) for row in (1, 2, 3)] == ["2.1", "2.1", "3"]
