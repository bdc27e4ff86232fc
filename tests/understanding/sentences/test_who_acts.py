"""Who must act and who helps, sentence by sentence: each class of wording with sentences that only look like it."""

from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


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
        ("Hằng tháng, thôn Đông Hạ họp dân.", ["thôn Đông Hạ"]),
        ("Hằng tháng tổ dân phố số 4 dọn kênh.", ["tổ dân phố số 4"]),
        ("Trước ngày 15/9, Tổ dân phố số 1 và số 2 họp dân.", ["Tổ dân phố số 1", "Tổ dân phố số 2"]),
        ("Tại hội nghị ngày 05/9, xã Đông Hà có 03 đại biểu.", []),
    ],
)
def test_a_circumstance_ends_at_its_comma(rules: SentenceRules, text: str, names: list[str]) -> None:
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
def test_who_is_asked_acts_and_not_who_asks(rules: SentenceRules, text: str, names: list[str]) -> None:
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
        ("Phối hợp dân quân, lực lượng bảo vệ rừng gác đêm.", ["dân quân", "lực lượng bảo vệ rừng"]),
        (
            "Phối hợp với Cục Đa dạng sinh học và các địa phương thả cá.",
            ["Cục Đa dạng sinh học", "các địa phương"],
        ),
        ("Phối hợp với các hiệp hội, ngành hàng tìm đầu ra.", ["các hiệp hội, ngành hàng"]),
        ("Phối hợp với cơ quan quân sự cùng cấp gọi quân.", ["cơ quan quân sự cùng cấp"]),
        ("Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra.", ["Công an tỉnh"]),
        ("Sở Tài chính chủ trì; Sở Y tế, Sở Nội vụ phối hợp: bố trí kinh phí.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Phối hợp với đơn vị tư vấn (Công ty Hòa Lâm) đo đạc.", ["đơn vị tư vấn (Công ty Hòa Lâm)"]),
    ],
)
def test_who_helps_may_be_named_in_small_letters(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trách nhiệm của Ban Chỉ huy Quân sự xã: chuẩn bị lực lượng.", ["Ban Chỉ huy Quân sự xã"]),
        ("Nhiệm vụ của các xã diễn tập", []),
        ("Công đoàn của Sở tại nhà khách tỉnh đón đại biểu.", ["Công đoàn của Sở"]),
        ("Các hộ kinh doanh tại khu chợ mới niêm yết giá.", ["Các hộ kinh doanh tại khu chợ mới"]),
        ("Tổ công tác tại huyện Bắc Sơn kiểm tra.", ["Tổ công tác"]),
        ("Sở Y tế tại Công văn này nêu các trạm kiểm tra.", []),
        (
            "Thửa đất đã có bản đồ số nhưng chưa có người đứng tên trong sổ: Phòng Kinh tế chủ trì xác minh.",
            ["Phòng Kinh tế"],
        ),
        ("Thửa đất đã có bản đồ số nhưng chưa có người đứng tên trong sổ: các xã đã rà soát.", []),
        ("Dưới sự chỉ đạo của Đảng ủy, Mặt trận xã chủ trì hiệp thương.", ["Mặt trận xã"]),
        ("Sở Tài chính chủ trì; Sở Y tế, Sở Nội vụ phối hợp: bố trí kinh phí.", ["Sở Tài chính"]),
    ],
)
def test_who_acts_is_found_behind_labels_and_places(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_whoever_directs_his_own_in_an_opening_line_tells_no_work(rules: SentenceRules) -> None:
    assert Sentence("Đảng ủy UBND xã lãnh đạo UBND xã:", rules).is_empty_intro
    assert not Sentence("Đảng ủy UBND xã lãnh đạo thu hồi đất:", rules).is_empty_intro


def test_a_hamlet_has_no_body_of_the_communes_kind(rules: SentenceRules) -> None:
    partners = Sentence("Phối hợp với Công an xã và các thôn tuần tra.", rules).partners
    assert [u.name for u in partners] == ["Công an xã", "các thôn"]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức lễ ra quân, Công an xã chủ trì, Đoàn xã phối hợp.",
        "Cắm cờ dọc đường liên xã - Công an xã thực hiện.",
    ],
)
def test_who_leads_is_told_behind_the_work(rules: SentenceRules, text: str) -> None:
    leads = [a.units[0].name for a in Sentence(text, rules).asides if a.kind == "lead"]
    assert leads == ["Công an xã"]


@pytest.mark.parametrize(
    "text", ["Gửi: Phòng Nội vụ.", "Thủ trưởng các phòng có trách nhiệm: Rà soát hồ sơ."]
)
def test_a_receiver_or_a_word_of_duty_is_no_label(rules: SentenceRules, text: str) -> None:
    assert not Sentence(text, rules).attributes


def test_words_of_duty_bind_who_is_named_behind_a_comma(rules: SentenceRules) -> None:
    sentence = Sentence("Chuyển quà đến các hộ nghèo, các thôn có trách nhiệm lập danh sách.", rules)
    assert [u.name for u in sentence.bound_inside] == ["các thôn"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Rà soát các khu dân cư ven sông (Sở Xây dựng, Sở Tài chính theo chức năng, nhiệm vụ; thực hiện thường xuyên).",
            ["Sở Xây dựng", "Sở Tài chính"],
        ),
        ("Giải ngân vốn (các sở, ban, ngành theo chức năng, nhiệm vụ được giao).", ["các sở, ban, ngành"]),
        (
            "Kiểm tra các hồ đập (Hạt Kiểm lâm, UBND các xã trong phạm vi quản lý).",
            ["Hạt Kiểm lâm", "UBND các xã"],
        ),
        (
            "Chuẩn hóa dữ liệu (Phòng Kinh tế, Công an xã theo thẩm quyền; xong trong quý II).",
            ["Phòng Kinh tế", "Công an xã"],
        ),
        (
            "Dọn rác (Ban Quản lý chợ, các hộ kinh doanh; thường xuyên).",
            ["Ban Quản lý chợ", "các hộ kinh doanh"],
        ),
        ("Phân bổ kinh phí cho các xã (theo phân cấp quản lý).", []),
        ("Mở lớp cho cán bộ hội (các xã theo phân công) về kỹ năng số.", []),
    ],
)
def test_who_acts_by_office_stands_in_the_last_bracket(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for a in Sentence(text, rules).asides if a.kind == "lead" for u in a.units] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hằng tháng Công an xã tuần tra 02 lần.", ["Công an xã"]),
        ("Hằng ngày các bếp ăn lưu mẫu thức ăn.", ["các bếp ăn"]),
        ("Mỗi tháng mỗi trạm y tế lập 50 hồ sơ.", ["mỗi trạm y tế"]),
        ("Hằng quý báo cáo UBND xã kết quả.", []),
        ("Hằng tuần cùng Công an xã tuần tra.", []),
        ("Hằng năm số hộ nghèo giảm 2%.", []),
        ("Hằng tuần các lớp được kiểm tra.", []),
        ("Hằng năm ngân sách xã bố trí kinh phí.", []),
    ],
)
def test_who_acts_stands_right_behind_the_rhythm(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names
