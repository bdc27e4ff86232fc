from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.sentences.measures import products, targets


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Bảo đảm tối thiểu 50% hồ sơ trực tuyến.", [(">=", 50.0, "%")]),
        ("Vận động ít nhất 1.200 hộ; không quá 2,5% hồ sơ trễ hạn.", [(">=", 1200.0, "hộ"), ("<=", 2.5, "%")]),
        ("100% học sinh tham gia, 80% trở lên đạt yêu cầu.", [("=", 100.0, "%"), (">=", 80.0, "%")]),
        ("Hoàn thành trước ngày 30/6/2025.", []),
        ("Xã có 40 hộ nghèo, chiếm 5% số hộ; tỉnh hỗ trợ 60%, mức hỗ trợ 5 triệu đồng/hộ.", []),
        ("Kết nạp từ 12 đến 15 đoàn viên.", [(">=", 12.0, "đoàn viên")]),
        ("Mở 02 lớp nghề cho 60 lao động.", [(None, 2.0, "lớp"), (None, 60.0, "lao động")]),
        ("Không để quá 3% hộ tái nghèo.", [("<=", 3.0, "%")]),
        ("Khám sức khỏe cho 1.250 công dân.", [(None, 1250.0, "công dân")]),
    ],
)  # fmt: skip
def test_aims_are_read_with_their_comparison(
    text: str, aims: list[tuple[str | None, float, str]], rulebook: Rulebook
) -> None:
    found = targets(text, rulebook["TARGET"])
    assert [(t.comparator, t.value, t.unit) for t in found] == aims
    assert all(t.raw in text for t in found)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Báo cáo, Kế hoạch; Quyết định", ("Báo cáo", "Kế hoạch", "Quyết định")),
        ("Báo cáo kết quả, đề xuất giải pháp.", ("Báo cáo kết quả, đề xuất giải pháp",)),
        ("- Tờ trình\n- Dự thảo Nghị quyết", ("Tờ trình", "Dự thảo Nghị quyết")),
        ("1. Tờ trình; 2. Dự thảo Nghị quyết", ("Tờ trình", "Dự thảo Nghị quyết")),
        ("Kế hoạch + Dự toán", ("Kế hoạch", "Dự toán")),
        ("Kế hoạch/Dự toán; và bản vẽ 1/500", ("Kế hoạch", "Dự toán", "bản vẽ 1/500")),
        ("- Kế hoạch - Dự toán", ("Kế hoạch", "Dự toán")),
        ("Hồ sơ kết hợp - Dự toán", ("Hồ sơ kết hợp - Dự toán",)),
        ("a) Kế hoạch; b) Dự toán", ("Kế hoạch", "Dự toán")),
        ("1. Kế hoạch quý 2. 2. Dự toán", ("Kế hoạch quý 2", "Dự toán")),
        ("• Kế hoạch\n• Dự toán", ("Kế hoạch", "Dự toán")),
        ("Không", ()),
        (" ; - ", ()),
    ],
)
def test_products_part_where_a_new_one_begins(cell: str, expected: tuple[str, ...]) -> None:
    assert products(cell) == expected


@pytest.mark.parametrize(
    ("text", "whole", "upper", "per"),
    [
        ("100% học sinh từ đủ 14 tuổi trở lên được cấp căn cước", "học sinh từ đủ 14 tuổi", None, None),
        ("tối thiểu 30% - 40% hồ sơ được tiếp nhận", "hồ sơ", 40.0, None),
        ("thu nhận 1200 hồ sơ trong quý", None, None, "quý"),
        ("bảo đảm từ 95 % trở lên", None, None, None),
        ("tỷ lệ trẻ thừa cân giảm từ 0,5 - 1%/năm", "trẻ thừa cân", 1.0, "năm"),
        ("Tỷ lệ dùng nước máy ở xã đạt trên 90%", "dùng nước máy ở xã", None, None),
        ("Tỷ lệ trẻ đến lớp tăng; 85% trường có bếp ăn", "trường", None, None),
        ("100% viên chức, người lao động ký cam kết", "viên chức, người lao động", None, None),
        ("90% phụ nữ trong độ tuổi sinh đẻ được khám", "phụ nữ trong độ tuổi sinh đẻ", None, None),
        ("họp ít nhất 2 buổi giao ban/tháng", None, None, "tháng"),
        ("giảm tỷ lệ hộ nghèo xuống còn 2%", "hộ nghèo", None, None),
        ("tỷ lệ trẻ dưới 6 tuổi có sổ sức khỏe đạt 92%", "trẻ dưới 6 tuổi có sổ sức khỏe", None, None),
        ("thu nhập đạt 70 triệu đồng/người/năm", None, None, "năm"),
    ],
)  # fmt: skip
def test_an_aim_says_of_what_up_to_what_and_in_which_time(
    text: str, whole: str | None, upper: float | None, per: str | None, rulebook: Rulebook
) -> None:
    (aim,) = targets(text, rulebook["TARGET"])
    assert (aim.whole, aim.upper, aim.per) == (whole, upper, per)


@pytest.mark.parametrize("text", ["kiểm tra tại 04 xã", "11/25 dịch vụ công", "không quá 03 ngày làm việc"])
def test_what_is_no_aim(text: str, rulebook: Rulebook) -> None:
    assert targets(text, rulebook["TARGET"]) == ()
