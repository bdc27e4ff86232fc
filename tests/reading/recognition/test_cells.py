from __future__ import annotations

from recognition_rows import row, text_of
from vanthu.reading.recognition.cells import in_rows


def test_lines_of_a_cell_are_put_in_order() -> None:
    second, first, rest = (
        row("thiết", line=0, y=140),
        row("Biên bản", line=1),
        row("bị", line=2, y=141, x=120),
    )
    found = in_rows((*second, *first, *rest))
    assert text_of(found) == "Biên bản thiết bị"
    assert [t.line for t in found] == [0, 0, 1, 1]


def test_lines_that_are_in_order_stay_as_they_are() -> None:
    """A comma or a dash that lies low or high in its line is no line of its own."""
    dash = row("-", x=160)[0]._replace(y0=113, y1=116)
    lines = (*row("Phòng Nội"), dash, *row("vụ và", line=1, y=140))
    assert in_rows(lines) == lines
    assert in_rows(()) == ()
