"""Who must act and who helps, sentence by sentence: each class of wording with sentences that only look like it."""

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
        ("Theo chỉ đạo của UBND huyện, Phòng Y tế rà soát danh sách.", ["Phòng Y tế"]),
        ("Sau khi kiểm tra các chợ, Phòng Kinh tế báo cáo kết quả.", ["Phòng Kinh tế"]),
        ("Thừa lệnh Chủ tịch UBND xã, Văn phòng thông báo lịch họp.", ["Văn phòng"]),
        ("Được Sở Y tế giao, Trung tâm Y tế mở lớp tập huấn.", ["Trung tâm Y tế"]),
        ("Được sự đồng ý của Đảng ủy, Đoàn Thanh niên tổ chức hội trại.", ["Đoàn Thanh niên"]),
        ("Trong tháng 5, chỉ đạo Công an xã, Xã đội tuần tra ban đêm.", []),
        ("Căn cứ Kế hoạch số 5/KH-UBND của UBND huyện, các trường xây dựng lịch.", ["các trường"]),
    ],
)
def test_a_circumstance_ends_at_its_comma(rules: TaskRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Yêu cầu Chủ tịch UBND các xã và đề nghị Mặt trận Tổ quốc huyện vận động nhân dân.",
            ["Chủ tịch UBND các xã", "Mặt trận Tổ quốc huyện"],
        ),
        ("Giao Phòng Nội vụ lập dự thảo; đề nghị Hội Nông dân góp ý.", ["Phòng Nội vụ", "Hội Nông dân"]),
        ("UBND tỉnh đã giao Sở Xây dựng hướng dẫn các huyện.", ["Sở Xây dựng"]),
        ("Theo đề nghị của Sở Y tế, Sở Tài chính, UBND tỉnh yêu cầu Sở Nội vụ rà soát.", ["Sở Nội vụ"]),
        ("Số liệu phải được các thôn báo cáo trước ngày 05 hằng tháng.", ["các thôn"]),
        ("Hồ sơ được các thôn gửi về đều đặn.", []),
        ("Trên cơ sở kết quả của năm trước, nâng cao nhận thức, đề nghị các sở rà soát.", ["các sở"]),
        ("Công an xã tuần tra. Đề nghị các thôn cử người trực.", ["Công an xã", "các thôn"]),
        ("Công an xã tuần tra. Đề nghị các thôn nghiêm túc thực hiện.", ["Công an xã"]),
        ("Đề nghị quý đơn vị cử người dự.", ["quý đơn vị"]),
        ("Sở Tài chính kính đề nghị Kho bạc Nhà nước cung cấp số liệu.", ["Kho bạc Nhà nước"]),
        ("Trân trọng đề nghị Sở Y tế xem xét.", ["Sở Y tế"]),
        ("Yêu cầu 100% cán bộ, nhân viên trực đúng lịch.", ["100% cán bộ, nhân viên"]),
        ("Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra.", ["Sở Y tế"]),
        ("Phòng Nội vụ có công văn đôn đốc các xã.", ["Phòng Nội vụ"]),
        ("Các thôn có kế hoạch cụ thể, phân công người trực.", ["Các thôn"]),
    ],
)
def test_who_is_asked_acts_and_not_who_asks(rules: TaskRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phối hợp với gia đình học sinh quản lý các em.", ["gia đình học sinh"]),
        (
            "Phối hợp với chính quyền địa phương nơi đóng quân làm đường.",
            ["chính quyền địa phương nơi đóng quân"],
        ),
        (
            "Phối hợp với Đồn Biên phòng và các xã giáp ranh nắm tình hình.",
            ["Đồn Biên phòng", "các xã giáp ranh"],
        ),
        ("Phối hợp với dân quân tuần tra.", ["dân quân"]),
        ("Phối hợp với lực lượng công an, kiểm lâm tuần tra.", ["lực lượng công an", "kiểm lâm"]),
        ("Phối hợp với nhau trong quá trình thực hiện.", []),
        ("Phối hợp với cơ quan thuế, cơ quan hải quan thu phí.", ["cơ quan thuế", "cơ quan hải quan"]),
        ("Phối hợp với thôn nắm tình hình.", ["thôn"]),
        ("Phối hợp với các hiệp hội, ngành hàng tìm đầu ra.", ["các hiệp hội, ngành hàng"]),
        ("Phối hợp với cơ quan quân sự cùng cấp gọi quân.", ["cơ quan quân sự cùng cấp"]),
        ("Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra.", ["Công an tỉnh"]),
    ],
)
def test_who_helps_may_be_named_in_small_letters(rules: TaskRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == names
