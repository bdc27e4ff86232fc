from __future__ import annotations

import pytest

from vanthu.reading.digital.plain.stacked import stacked_table

HEAD = ["STT", "Nội dung", "Đơn vị", "Thời gian"]
FIRST = ["1", "Nạo vét kênh", "Tổ 1", "Trước 05/6"]
SECOND = ["2.", "Phát quang cây", "Tổ 2", "Quý III"]


def rows(lines: list[str]) -> tuple[list[list[str]], int] | None:
    found = stacked_table(lines, 0)
    return found and ([[" ".join(cell.lines) for cell in row] for row in found.rows], found.end)


def test_a_row_has_as_many_lines_as_there_are_heads() -> None:
    assert rows([*HEAD, *FIRST, *SECOND, "Trên đây là danh mục."]) == ([HEAD, FIRST, SECOND], 12)


@pytest.mark.parametrize("numbers", ["S.T.T", "TT.", "Số thứ tự"])
def test_the_column_of_numbers_has_several_names(numbers: str) -> None:
    head = [numbers, *HEAD[1:]]
    assert rows([*head, *FIRST, *SECOND]) == ([head, FIRST, SECOND], 12)


def test_blank_lines_part_rows_or_are_empty_cells() -> None:
    empty = ["2", "Phát quang cây", "", "Quý III"]
    assert rows([*HEAD, "", *FIRST, "", *empty, "", "V. KINH PHÍ"]) == ([HEAD, FIRST, empty], 14)


def test_it_ends_before_a_row_with_other_lines() -> None:
    short = ["3", "Thu gom rác", "Tổ 3", "4", "Trồng cây", "Tổ 4", "Quý IV"]
    found = rows([*HEAD, *FIRST, *SECOND, *short])
    assert found
    assert found[0] == [HEAD, FIRST, SECOND]


def test_a_quantity_is_no_number_of_a_row() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn vị"]
    one, two = ["1", "Mua chổi", "40", "Tổ 1"], ["2", "Mua xe rác", "3", "Tổ 2"]
    assert rows([*head, *one, *two, "", "V. KINH PHÍ"]) == ([head, one, two], 12)


def test_long_figures_number_no_row() -> None:
    assert rows([*HEAD, "7" * 5000, *FIRST[1:], *SECOND]) is None


@pytest.mark.parametrize(
    "lines",
    [
        [*HEAD, *FIRST, "Nơi nhận:"],
        ["Nội dung", "Đơn vị", "Thời gian", *FIRST, *SECOND],
        [*HEAD, *FIRST, "2", "Phát quang cây", "V. KINH PHÍ", "Từ ngân sách"],
        ["STT", "Nội dung", *FIRST[:2], *SECOND[:2]],
        [*HEAD, "Danh sách sau đây được sắp xếp theo thứ tự chữ cái của từng thôn.", *FIRST, *SECOND],
    ],
    ids=["one row", "no number column", "a heading in a row", "two columns", "a sentence below the head"],
)
def test_other_lines_are_no_table(lines: list[str]) -> None:
    assert rows(lines) is None
