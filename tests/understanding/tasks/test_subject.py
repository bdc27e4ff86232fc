"""Who acts: names with offices, levels, dashes and charges in them."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.tasks.rules import TaskRules
from vanthu.understanding.tasks.sentence import Sentence


@pytest.fixture(scope="module")
def rules(rulebook: Rulebook) -> TaskRules:
    return TaskRules.of(rulebook)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các đơn vị dự toán, UBND các xã duyệt quyết toán.", ["Các đơn vị dự toán", "UBND các xã"]),
        ("BQL dự án huyện và các chủ đầu tư: phân khai vốn.", ["BQL dự án huyện", "các chủ đầu tư"]),
        (
            "Trung tâm Văn hóa, Thể thao - Truyền thông huyện đưa tin.",
            ["Trung tâm Văn hóa, Thể thao - Truyền thông huyện"],
        ),
        ("Công chức Văn hóa phụ trách LĐTB&XH: chi trả.", ["Công chức Văn hóa phụ trách LĐTB&XH"]),
        ("Phó Hiệu trưởng phụ trách chuyên môn duyệt giáo án.", ["Phó Hiệu trưởng phụ trách chuyên môn"]),
        ("Văn phòng thường trực và các xã trực ban.", ["Văn phòng thường trực", "các xã"]),
        ("Nhân viên thiết bị - thư viện mở cửa.", ["Nhân viên thiết bị - thư viện"]),
        (
            "Phòng Quản lý đô thị - Đội Kiểm tra trật tự đô thị giải tỏa hàng quán.",
            ["Phòng Quản lý đô thị", "Đội Kiểm tra trật tự đô thị"],
        ),
        ("Công an tỉnh (Phòng Cảnh sát môi trường) nắm tình hình.", ["Công an tỉnh"]),
        ("Phòng Nghiệp vụ Y (Sở Y tế) hướng dẫn.", ["Phòng Nghiệp vụ Y (Sở Y tế)"]),
        ("Cấp chi hội: tổ chức Hội nghị tổng kết.", ["Cấp chi hội"]),
        ("Huyện khám tập trung tại Trung tâm Y tế.", ["Huyện"]),
        ("Cấp huyện: Thời gian 01 ngày.", []),
        ("Tiểu ban nội dung hoàn chỉnh đề cương.", ["Tiểu ban nội dung"]),
        ("Mỗi cơ sở Hội đăng ký 01 công trình.", ["Mỗi cơ sở Hội"]),
        (
            "Hội Phụ nữ Công an huyện, Ban nữ công LĐLĐ huyện: Cử đại biểu.",
            ["Hội Phụ nữ Công an huyện", "Ban nữ công LĐLĐ huyện"],
        ),
        (
            "Các đồng chí Ủy viên Ban Thường vụ được phân công phụ trách cụm xuống dự đại hội.",
            ["Các đồng chí Ủy viên Ban Thường vụ được phân công phụ trách cụm"],
        ),
        ("UBND xã chuẩn bị tài liệu; giao các phòng giải trình.", ["UBND xã"]),
        ("Giao Phòng Nội vụ lập dự thảo; giao Công an xã góp ý.", ["Phòng Nội vụ", "Công an xã"]),
        ("Trưởng thôn các thôn: Đồi, Bến rà soát.", ["Trưởng thôn Đồi", "Trưởng thôn Bến"]),
        (
            "Các nhà thầu đang thi công trên địa bàn cho mượn máy.",
            ["Các nhà thầu đang thi công trên địa bàn"],
        ),
        ("Công ty Điện lực Hải Lâm ngắt điện khu ngập sâu.", ["Công ty Điện lực Hải Lâm"]),
        ("Riêng huyện Sông Thành: giải phóng mặt bằng.", ["huyện Sông Thành"]),
        ("Giao xã Đông Hà cắm mốc.", ["xã Đông Hà"]),
        (
            "Chi cục Thuế cung cấp số liệu doanh nghiệp trước 30/5, UBND các xã thu nộp.",
            ["Chi cục Thuế", "UBND các xã"],
        ),
        ("Vào điểm trên cơ sở dữ liệu ngành, không để tồn điểm.", []),
    ],
)
def test_names_of_every_make_are_read_whole(rules: TaskRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_a_named_place_beside_a_unit_helps_by_itself(rules: TaskRules) -> None:
    text = "Chủ trì, phối hợp Công an huyện và xã Sông Hải tổ chức diễn tập."
    assert [u.name for u in Sentence(text, rules).partners] == ["Công an huyện", "xã Sông Hải"]


def test_each_of_several_is_told_behind_a_comma(rules: TaskRules) -> None:
    text = "Sinh hoạt chuyên môn: 02 lần/tháng, mỗi tổ thực hiện 02 chuyên đề."
    assert [u.name for u in Sentence(text, rules).each_inside] == ["mỗi tổ"]
