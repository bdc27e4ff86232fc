from __future__ import annotations

import pytest

from vanthu.reading.digital.plain.numbered import further_rows, numbered_table

FROM_THE_TOP = """\
TT   Nội dung             Đơn vị        Thời hạn
                          chủ trì
1    Phát quang cây       Tổ 1          05/6

     ven kênh
2    Nạo vét              Tổ 2, Tổ 3    Quý III
III. KINH PHÍ"""

ABOUT_THE_MIDDLE = """\
                               Đơn vị chủ
 STT         Nội dung                            Thời hạn
                                   trì
        Phát quang cây cối
  1                              Tổ 1            05/6/2024
        ven kênh mương
  2     Nạo vét kênh mương       Tổ 2            Quý III
        Thu gom và đưa về
  3     bãi tập kết của                          Trước ngày
                                 Tổ 3
        huyện                                    30/9/2024

Ghi chú"""

BY_BLANK_LINES = """\
 TT      Nội dung             Chủ trì        Thời hạn

         Phát quang cây
  1                           Tổ 1           05/6/2024
         ven kênh

  2      Nạo vét              Tổ 2           Quý III

                Người lập"""

FILLED = """\
TT   Tên công trình        Chủ đầu tư     Thời hạn
1    Kênh chính đi qua hai Ban Quản lý    05/6
     xã giáp ranh          dự án          2024
2    Đập tràn              Hợp tác xã     Quý III

     Trên đây là danh mục công trình."""


def rows(text: str) -> list[list[str]]:
    found = numbered_table(text.split("\n"), 0)
    assert found is not None
    return [[" ".join(cell.lines) for cell in row] for row in found.rows]


def test_cells_that_begin_on_the_line_of_their_number_may_hold_blank_lines() -> None:
    assert rows(FROM_THE_TOP) == [
        ["TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"],
        ["1", "Phát quang cây ven kênh", "Tổ 1", "05/6"],
        ["2", "Nạo vét", "Tổ 2, Tổ 3", "Quý III"],
    ]


def test_cells_set_about_the_middle_reach_as_far_up_as_down() -> None:
    assert rows(ABOUT_THE_MIDDLE) == [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"],
        ["1", "Phát quang cây cối ven kênh mương", "Tổ 1", "05/6/2024"],
        ["2", "Nạo vét kênh mương", "Tổ 2", "Quý III"],
        ["3", "Thu gom và đưa về bãi tập kết của huyện", "Tổ 3", "Trước ngày 30/9/2024"],
    ]


def test_blank_lines_part_rows_and_what_has_no_number_ends_the_table() -> None:
    assert rows(BY_BLANK_LINES)[1:] == [
        ["1", "Phát quang cây ven kênh", "Tổ 1", "05/6/2024"],
        ["2", "Nạo vét", "Tổ 2", "Quý III"],
    ]


def test_a_cell_that_fills_its_column_ends_where_the_next_one_begins() -> None:
    assert rows(FILLED)[1] == ["1", "Kênh chính đi qua hai xã giáp ranh", "Ban Quản lý dự án", "05/6 2024"]


def test_a_head_may_have_titles_over_two_columns_and_end_its_lines_anywhere() -> None:
    table = """\
TT   Nội dung      Phân công,                Kinh phí
                   hỗ trợ                    (đồng)
1    Nạo vét       Tổ 1                      5.000
2    Phát quang    Tổ 2                      3.000"""
    assert rows(table)[0] == ["TT", "Nội dung", "Phân công, hỗ trợ", "Kinh phí (đồng)"]
    titled = """\
                        Phân công
TT   Nội dung                            Kết quả
                   Chủ trì   Phối hợp
1    Nạo vét       Tổ 1      Tổ 2        Biên bản
2    Phát quang    Tổ 2      Tổ 3        Biên bản"""
    assert rows(titled)[0] == ["TT", "Nội dung", "Phân công Chủ trì", "Phân công Phối hợp", "Kết quả"]
    under = """\
TT   Nội dung      Phân công             Kết quả
                   Chủ trì   Phối hợp
1    Nạo vét       Tổ 1      Tổ 2        Biên bản
2    Phát quang    Tổ 2      Tổ 3        Biên bản"""
    assert rows(under)[0] == ["TT", "Nội dung", "Phân công Chủ trì", "Phối hợp", "Kết quả"]
    assert rows(under)[1:] == rows(titled)[1:]


@pytest.mark.parametrize(
    "below",
    [
        "      Đề nghị các tổ gửi báo cáo về Văn phòng trước ngày 15/3 để tổng hợp.",
        "\n1    Tuyên truyền\n2    Kiểm tra",
    ],
)
def test_a_sentence_or_a_list_below_is_no_part_of_the_table(below: str) -> None:
    table = "TT   Nội dung        Đơn vị       Thời hạn\n1    Nạo vét         Tổ 1         Quý I\n2    Phát quang      Tổ 2         Quý II"
    found = numbered_table(f"{table}\n{below}".split("\n"), 0)
    assert found is not None
    assert (len(found.rows), found.end) == (3, 3)


def test_a_table_goes_on_with_the_next_number_on_the_next_page() -> None:
    above = numbered_table(FROM_THE_TOP.split("\n"), 0)
    assert above is not None
    page = (
        "     và các kênh nhánh\n3    Đắp bờ bao          Tổ 1          Quý IV\n\n     Trên đây là kế hoạch."
    )
    found = further_rows(page.split("\n"), 0, above)
    assert found is not None
    assert [[" ".join(cell.lines) for cell in row] for row in found.rows] == [
        ["", "và các kênh nhánh", "", ""],
        ["3", "Đắp bờ bao", "Tổ 1", "Quý IV"],
    ]
    assert further_rows(["4    Đắp bờ bao          Tổ 1          Quý IV"], 0, above) is None


@pytest.mark.parametrize(
    "text",
    [
        "TT Huyện ủy      Chủ tịch      Bí thư\n1. Rà soát       hồ sơ",
        "Nơi nhận:      CHỦ TỊCH\nTT     Đảng ủy\n1      2      3",
        "TT   Việc          Hạn\n5    Làm đường     Quý I\n6    Làm cầu       Quý II",
        "TT   Việc          Hạn\n1    Làm đường     Quý I",
        "TT   Chỉ tiêu      Đơn vị     Kế hoạch 2031\n1    Trồng rừng    ha         50\n2    Trồng cỏ      ha         7",
    ],
)
def test_without_rows_counted_from_one_nothing_is_a_table(text: str) -> None:
    assert numbered_table(text.split("\n"), 0) is None
