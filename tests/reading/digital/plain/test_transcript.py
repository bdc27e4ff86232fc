from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.document.page import Reading
from vanthu.reading import Recognition, open_source, read
from vanthu.reading.digital.plain.transcript import clean
from vanthu.settings import Settings


def read_text(folder: Path, text: str, name: str = "a.md") -> Recognition:
    (folder / name).write_text(text, encoding="utf-8")
    return read(open_source(folder / name), settings=Settings())


def cells(found: Recognition) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, " ".join(found.words[i].text for i in c.words)) for c in found.grids[0].cells]


def test_words_have_no_geometry_and_know_their_line(tmp_path: Path) -> None:
    found = read_text(tmp_path, "KẾ HOẠCH\n\nCông tác năm")
    assert [(w.text, w.line) for w in found.words] == [
        ("KẾ", 0),
        ("HOẠCH", 0),
        ("Công", 2),
        ("tác", 2),
        ("năm", 2),
    ]
    assert {(w.box, w.confidence, w.engine) for w in found.words} == {(None, None, "transcript")}


def test_form_feeds_part_pages_and_an_empty_one_is_blank(tmp_path: Path) -> None:
    found = read_text(tmp_path, "Trang một\f\fTrang ba\n")
    assert [p.reading for p in found.pages] == [Reading.TRANSCRIPT, Reading.BLANK, Reading.TRANSCRIPT]
    assert [w.page for w in found.words] == [1, 1, 3, 3]
    assert found.pages[0].width is None


def test_letters_are_composed_and_look_alikes_folded(tmp_path: Path) -> None:
    found = read_text(tmp_path, "Ke\u0302\u0301 \u00d0i\u1ec1u")
    assert [w.text for w in found.words] == ["Kế", "Điều"]


def test_a_blank_before_a_comma_goes(tmp_path: Path) -> None:
    found = read_text(tmp_path, "các xã , phường ; năm 2024 , trước , , 5")
    assert " ".join(w.text for w in found.words) == "các xã, phường; năm 2024, trước, , 5"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**Số: 1**2/KH-UBND", "Số: 12/KH-UBND"),
        ("## KẾ HOẠCH", "KẾ HOẠCH"),
        ("* mục *nghiêng*", "* mục nghiêng"),
        ("- **Gạch** đầu dòng", "- Gạch đầu dòng"),
        ("***", ""),
        ("-----", ""),
        (r"1\. Mục", "1. Mục"),
        ("tỷ lệ 2*3", "tỷ lệ 23"),
        ("ten_tep_1", "ten_tep_1"),
    ],
)
def test_marks_of_markdown_go(line: str, plain: str) -> None:
    assert clean(line) == plain


def test_pipe_table_becomes_a_grid_without_its_rule(tmp_path: Path) -> None:
    found = read_text(tmp_path, "Đầu\n| STT | Việc |\n|---|:--:|\n| 1 | **Rà** soát<br>hồ sơ |\nCuối")
    assert cells(found) == [(0, 0, "STT"), (0, 1, "Việc"), (1, 0, "1"), (1, 1, "Rà soát hồ sơ")]
    lines = [w.line for w in found.words]
    assert lines == sorted(lines)
    assert found.words[-1].text == "Cuối"


def test_tab_table_keeps_empty_cells(tmp_path: Path) -> None:
    found = read_text(tmp_path, "STT\tViệc\tThời gian\n1\tHọp dân\t\n2\t\tQuý II", "a.txt")
    # a row whose last cell is empty still has its tab
    assert (1, 2, "") in cells(found)
    assert (2, 1, "") in cells(found)


def test_one_line_of_pipes_is_no_table(tmp_path: Path) -> None:
    assert read_text(tmp_path, "| Nơi nhận |\nVăn bản").grids == ()


@given(st.text())
def test_cleaning_never_fails_and_adds_nothing(line: str) -> None:
    assert len(clean(line)) <= len(line)


def test_columns_set_apart_by_blanks_are_a_table(tmp_path: Path) -> None:
    text = (
        "Lịch tiếp dân\n\nTuần   Ngày         Nội dung            Phụ trách\n"
        "1      05/4/2026    Tiếp dân định kỳ    Văn phòng\n"
        "                    tại trụ sở\n"
        "2      12/4/2026                        Công an xã\n\nCuối văn bản"
    )
    found = read_text(tmp_path, text, "a.txt")
    assert [t for r, _, t in cells(found) if r == 1] == [
        "1",
        "05/4/2026",
        "Tiếp dân định kỳ tại trụ sở",
        "Văn phòng",
    ]
    assert [t for r, _, t in cells(found) if r == 2] == ["2", "12/4/2026", "", "Công an xã"]
    assert found.words[-1].text == "bản"


def test_two_columns_are_a_table_where_the_first_holds_days(tmp_path: Path) -> None:
    found = read_text(tmp_path, "Ngày      Thôn\n05/4      Thượng\n07/4      Hạ", "a.txt")
    assert [t for _, _, t in cells(found)] == ["Ngày", "Thôn", "05/4", "Thượng", "07/4", "Hạ"]


@pytest.mark.parametrize(
    "text",
    [
        "UBND XÃ AN BÌNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:     /KH-UBND      An Bình, ngày    tháng 5 năm 2026",
        "NGƯỜI LẬP     KẾ TOÁN      HIỆU TRƯỞNG\n(Đã ký)       (Đã ký)      (Đã ký)\nLê A          Trần B       Mai C",
        "1.   Rà soát hồ sơ\n2.   Lập danh sách",
    ],
)
def test_letterheads_signers_and_lists_are_no_tables(tmp_path: Path, text: str) -> None:
    assert read_text(tmp_path, text, "a.txt").grids == ()


def test_a_first_line_set_in_leaves_a_gap_above_it(tmp_path: Path) -> None:
    paragraph = "      Các thôn rà soát hồ sơ và\nbáo cáo về xã."
    found = read_text(tmp_path, "\n".join([paragraph] * 5), "a.txt")
    starts = [w.line for w in found.words if w.text == "Các"]
    assert [b - a for a, b in pairwise(starts)] == [3] * 4


def test_letters_of_a_list_set_in_do_not_hide_that_sentences_go_on_at_the_edge(tmp_path: Path) -> None:
    item = "      a) Rà soát hồ sơ của Bộ\nTài chính và của các\nsở theo quy định;"
    found = read_text(tmp_path, "\n".join([item] * 5), "a.txt")
    starts = [w.line for w in found.words if w.text == "a)"]
    assert [b - a for a, b in pairwise(starts)] == [4] * 4


def test_lists_set_in_under_whole_paragraphs_leave_no_gaps(tmp_path: Path) -> None:
    text = "\n".join(["Các thôn báo cáo về xã:", "    - rà soát hồ sơ;"] * 6)
    assert max(w.line for w in read_text(tmp_path, text, "a.txt").words) == 11


def test_a_line_over_a_table_of_tabs_is_a_row_of_it(tmp_path: Path) -> None:
    text = "Giờ\tViệc\tAi\nBuổi sáng\n7h00\tĐón khách\tTổ 1\nGhi chú: mang áo mưa\n"
    told = cells(read_text(tmp_path, text, "a.txt"))
    assert (1, 0, "Buổi sáng") in told
    assert (2, 1, "Đón khách") in told
    assert not any("Ghi chú" in text for _, _, text in told)


def test_a_line_between_two_tables_of_tabs_is_in_neither(tmp_path: Path) -> None:
    table = "Giờ\tViệc\tAi\n7h00\tĐón khách\tTổ 1\n"
    assert len(read_text(tmp_path, f"{table}NGÀY 2\n{table}", "a.txt").grids) == 2


def test_a_sentence_between_two_tables_of_tabs_is_in_neither(tmp_path: Path) -> None:
    first, then = "Họ tên\tXóm\tTuổi\nAn\tTây\t70\n", "Tháng\tViệc\tAi\nTháng 4\tLàm đường\tXóm Tây\n"
    assert len(read_text(tmp_path, f"{first}Đề nghị các xóm rà soát lại.\n{then}", "a.txt").grids) == 2


def test_all_lines_between_two_rules_of_a_box_are_one_row(tmp_path: Path) -> None:
    rule = "+----+-----------+---------+\n"
    text = f"{rule}| TT | Việc      | Hạn     |\n{rule}| 1  | Rà soát   | Quý I   |\n|    | hồ sơ     |         |\n{rule}| 2  | Họp dân   | Tháng 5 |\n{rule}"
    told = cells(read_text(tmp_path, text, "a.txt"))
    assert [t for r, _, t in told if r == 1] == ["1", "Rà soát hồ sơ", "Quý I"]
    assert [t for r, _, t in told if r == 2] == ["2", "Họp dân", "Tháng 5"]


def test_a_box_with_one_rule_below_its_head_has_a_row_a_line(tmp_path: Path) -> None:
    rule = "+----+---------+\n"
    text = f"{rule}| TT | Việc    |\n{rule}| 1  | Họp dân |\n| 2  | Rà soát |\n{rule}"
    for further in ("", f"| 3  | Tổng kết |\n{rule}"):
        told = cells(read_text(tmp_path, text + further, "a.txt"))
        assert [t for r, _, t in told if r == 2] == ["2", "Rà soát"]


def test_a_line_that_goes_on_in_small_letters_is_no_row_of_its_own(tmp_path: Path) -> None:
    text = "Tháng          Nội dung            Đơn vị\n3/2026         Kiểm tra việc       Phòng\n               thu phí             Thanh tra\n               Giám sát chợ        Tổ 2\n4/2026         Họp dân             Thôn"
    told = cells(read_text(tmp_path, text, "a.txt"))
    assert [t for r, _, t in told if r == 1] == ["3/2026", "Kiểm tra việc thu phí", "Phòng Thanh tra"]
    assert [t for r, _, t in told if r == 2] == ["", "Giám sát chợ", "Tổ 2"]


def test_a_table_of_numbered_rows_goes_on_over_a_page(tmp_path: Path) -> None:
    text = "TT   Việc            Hạn          Ai\n1    Nạo vét         Quý I        Tổ 1\n2    Phát quang      Quý II       Tổ 2\n\f   2\n\n3    Đắp bờ          Quý III      Tổ 3\nHết"
    found = read_text(tmp_path, text, "a.txt")
    assert [(g.page, g.rows, g.columns) for g in found.grids] == [(1, 3, 4), (2, 1, 4)]
