"""What findings say of places and times."""

from __future__ import annotations

from facts import due, found, task


def test_a_note_names_the_place_and_quotes_the_time() -> None:
    late = due("2024-02-01", raw="trước ngày 01/02/2024")
    (finding,) = found(task("II.1.b2", late, text="Lập danh sách hộ nghèo"))
    for words_ in (
        "gạch đầu dòng thứ 2, mục II.1",
        "Lập danh sách hộ nghèo",
        "trước ngày 01/02/2024",
        "04/3/2024",
    ):
        assert words_ in finding.note
