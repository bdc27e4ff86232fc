from __future__ import annotations

import pytest

from mending import mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("~ Tham mưu kế hoạch",), "- Tham mưu kế hoạch"),
        (("Il. NỘI DUNG",), "II. NỘI DUNG"),
        (("HI. NỘI DUNG",), "III. NỘI DUNG"),
        (
            ("I. MỤC ĐÍCH", "II. PHẠM VI", "III PHÂN CÔNG NHIỆM VỤ", "1V KINH PHÍ"),
            "I. MỤC ĐÍCH II. PHẠM VI III. PHÂN CÔNG NHIỆM VỤ IV. KINH PHÍ",
        ),
        (("l4 Trạm Y tế", "Mẫu số l2."), "14 Trạm Y tế Mẫu số 12."),
        (("I. MỤC ĐÍCH", "II. NỘI DUNG", "NHI.^0.2 TỔ CHỨC"), "I. MỤC ĐÍCH II. NỘI DUNG III. TỔ CHỨC"),
        (("I. MỤC ĐÍCH", "II. NỘI DUNG", "HỊI.^0.3 ĐĂNG KÝ"), "I. MỤC ĐÍCH II. NỘI DUNG III. ĐĂNG KÝ"),
        (("I. MỤC ĐÍCH", "II. NỘI DUNG", "HIL.^0.3 ĐĂNG KÝ"), "I. MỤC ĐÍCH II. NỘI DUNG III. ĐĂNG KÝ"),
        (("L MỤC ĐÍCH", "II. NỘI DUNG"), "I. MỤC ĐÍCH II. NỘI DUNG"),
        (("1. MỤC ĐÍCH", "1. Mục đích", "II. NỘI DUNG"), "I. MỤC ĐÍCH 1. Mục đích II. NỘI DUNG"),
        (("ï. MỤC ĐÍCH", "II NỘI DUNG"), "I. MỤC ĐÍCH II. NỘI DUNG"),
        (("]. MỤC ĐÍCH", "H. NỘI DUNG"), "I. MỤC ĐÍCH II. NỘI DUNG"),
        (("1ï. MỤC ĐÍCH", "II. NỘI DUNG"), "I. MỤC ĐÍCH II. NỘI DUNG"),
        ((". TÌNH HÌNH", "II. NỘI DUNG"), "I. TÌNH HÌNH II. NỘI DUNG"),
        (("3,2. Nhân viên y tế", "3,10. Giám thị"), "3.2. Nhân viên y tế 3.10. Giám thị"),
        (("từ ngày 04⁄3 đến ngày 18⁄3/2026",), "từ ngày 04/3 đến ngày 18/3/2026"),
        (("họp mỗi thắng một lần",), "họp mỗi tháng một lần"),
        (("Ï. Bước một", "H. Bước hai", "IH. Bước ba"), "I. Bước một II. Bước hai III. Bước ba"),
        (("I MỤC ĐÍCH", "II NỘI DUNG", "III TỔ CHỨC"), "I. MỤC ĐÍCH II. NỘI DUNG III. TỔ CHỨC"),
        (("I. Mục đích", "H. Thời gian", "HI. Nội dung"), "I. Mục đích II. Thời gian III. Nội dung"),
        (("I, MỤC ĐÍCH", "II, NỘI DUNG"), "I. MỤC ĐÍCH II. NỘI DUNG"),
        (("1.1, Là đơn vị thường trực",), "1.1. Là đơn vị thường trực"),
        (("{hoàn thành trước ngày 24/12/2031}",), "(hoàn thành trước ngày 24/12/2031)"),
        (("các nội dung nêu trên./",), "các nội dung nêu trên./."),
        (("Trung.^0.99 tâm Văn hóa",), "Trung tâm Văn hóa"),
        (("Quyết định số-42/QĐ-UBND",), "Quyết định số 42/QĐ-UBND"),
        (("thay nước 02 ngày/lãn", "họp tuần/lân."), "thay nước 02 ngày/lần họp tuần/lần."),
        (("từ ngày 03/4/2025. đến ngày 09/5/2025",), "từ ngày 03/4/2025 đến ngày 09/5/2025"),
        (("ï. MỤC ĐÍCH", "JH.^0.3 NỘI DUNG", "III KINH PHÍ"), "I. MỤC ĐÍCH II. NỘI DUNG III. KINH PHÍ"),
        (("5, Đề nghị các thôn",), "5. Đề nghị các thôn"),
        (("ứng dụng VNelD.",), "ứng dụng VNeID."),
        (("Cơ sở dữ. liệu quốc gia",), "Cơ sở dữ liệu quốc gia"),
        (
            ("I. MỤC ĐÍCH", "Il. PHẠM VI", "II. NỘI DUNG", "IV. KINH PHÍ"),
            "I. MỤC ĐÍCH II. PHẠM VI III. NỘI DUNG IV. KINH PHÍ",
        ),
    ],
)
def test_shapes_that_can_be_only_one_thing(read: tuple[str, ...], meant: str) -> None:
    assert mended(*read) == meant


@pytest.mark.parametrize(
    "read",
    [
        "Công an ~ xã",
        "trước ngày 03/4/2025. Các thôn",
        "làng/làn sóng",
        "11. NỘI DUNG",
        "1. Mục đích",
        "12, 13 và 14",
        "gửi báo cáo. Các đơn vị",
        "I. MỤC ĐÍCH",
        "đồng/",
        "tháng 8,9/2022",
        "3,5. hộ dân",
        "3,5 Triệu đồng",
        "H. Thời gian",
        "XI MĂNG VÀ CÁT",
        "II NỘI DUNG",
    ],
)
def test_shapes_that_may_be_meant(read: str) -> None:
    assert mended(read) == read


def test_a_blotted_stroke_leaves_no_number_out() -> None:
    read = ("I. MỤC ĐÍCH", "IH. CHỈ TIÊU", "HI. NỘI DUNG")
    assert mended(*read) == "I. MỤC ĐÍCH II. CHỈ TIÊU III. NỘI DUNG"
    assert mended("I. MỤC ĐÍCH", "H. CHỈ TIÊU") == "I. MỤC ĐÍCH II. CHỈ TIÊU"


def test_numerals_that_begin_anew_are_counted_anew() -> None:
    assert mended("I. PHẠM VI", "I. PHẠM VI", confidence=0.995) == "I. PHẠM VI I. PHẠM VI"


def test_a_marked_stroke_out_of_turn_is_no_numeral() -> None:
    lines = ("I. MỤC ĐÍCH", "II. NỘI DUNG", "Ì, Căn cứ chức năng")
    assert "I. Căn cứ" not in mended(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. PHẦN MỘT", "2. PHẦN HAI", "II. NỘI DUNG"),
        ("1 UBND XÃ", "II. NỘI DUNG"),
    ],
)
def test_what_counts_in_figures_lacks_no_first_numeral(lines: tuple[str, ...]) -> None:
    assert mended(*lines) == " ".join(lines)


def test_what_stands_before_a_numeral_is_none() -> None:
    lines = ("I. MỤC ĐÍCH", "II. NỘI DUNG", "xong trong tháng", "J1,^0.3", "III. TỔ CHỨC")
    assert mended(*lines) == "I. MỤC ĐÍCH II. NỘI DUNG xong trong tháng J1, III. TỔ CHỨC"


def test_the_count_of_a_row_is_no_numeral_of_a_heading() -> None:
    lines = ("I. PHÂN CÔNG", "1 UBND các xã", "11 UBND thị trấn", "II. KINH PHÍ")
    assert mended(*lines) == " ".join(lines)
