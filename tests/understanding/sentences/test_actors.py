"""Who acts behind names that verbs of one syllable, numbers or places follow."""

from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội Liên hiệp Phụ nữ góp gạo nuôi trẻ mồ côi.", ["Hội Liên hiệp Phụ nữ"]),
        ("Hạt Kiểm lâm khu vực gài biển cấm lửa.", ["Hạt Kiểm lâm khu vực"]),
        (
            "Trưởng phòng Kinh tế, Trưởng phòng Nội vụ duyệt danh sách.",
            ["Trưởng phòng Kinh tế", "Trưởng phòng Nội vụ"],
        ),
        ("Đoàn Thanh niên dắt học sinh qua đường.", ["Đoàn Thanh niên"]),
        ("Ban liên lạc Hội đồng hương bầu người trông coi.", ["Ban liên lạc Hội đồng hương"]),
        ("Trong tháng 3, Phòng Kinh tế dò lại sổ.", ["Phòng Kinh tế"]),
        ("Tổ in sao đề thi niêm phong túi đề.", ["Tổ in sao đề thi"]),
        ("Trung tâm Kiểm soát bệnh tật tỉnh phun khử khuẩn.", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
        ("Phòng Chăn nuôi lấy mẫu.", ["Phòng Chăn nuôi"]),
    ],
)
def test_a_verb_of_one_syllable_ends_a_whole_name(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đội 1, Đội 2, Đội 5 đắp bờ vùng.", ["Đội 1", "Đội 2", "Đội 5"]),
        ("Đội 3 thôn Nam khơi mương.", ["Đội 3 thôn Nam"]),
        ("Khối 4, khối 5 học bơi.", ["Khối 4", "khối 5"]),
        ("Nhóm 1 và Nhóm 2 kiểm tra bếp ăn.", ["Nhóm 1", "Nhóm 2"]),
        ("Giáo viên chủ nhiệm lớp 9A1 gọi phụ huynh.", ["Giáo viên chủ nhiệm lớp 9A1"]),
        ("Mỗi giáo viên chủ nhiệm lập danh sách.", ["Mỗi giáo viên chủ nhiệm"]),
        ("Cử Đội 5 người đi tuần.", []),
    ],
)
def test_a_number_names_a_team_and_a_count_does_not(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mời Liên đoàn Lao động tỉnh, Thành đoàn giám sát.", ["Liên đoàn Lao động tỉnh", "Thành đoàn"]),
        ("Ban quản lý chợ Trung tâm: xếp lại ngành hàng.", ["Ban quản lý chợ Trung tâm"]),
        ("Trưởng thôn các thôn vùng lũ dời dân.", ["Trưởng thôn các thôn vùng lũ"]),
        ("Công an xã và các thôn trong phạm vi quản lý của mình rà soát.", ["Công an xã", "các thôn"]),
        (
            "Phòng Công tác chính trị và học sinh sinh viên điểm danh.",
            ["Phòng Công tác chính trị và học sinh sinh viên"],
        ),
        (
            "Các chủ doanh nghiệp, chủ hộ kinh doanh có trách nhiệm ngắt điện.",
            ["Các chủ doanh nghiệp", "chủ hộ kinh doanh"],
        ),
        ("Giao xã đội lập danh sách.", ["xã đội"]),
        ("Đảng ủy HĐND tỉnh lãnh đạo thẩm tra chính sách.", ["Đảng ủy HĐND tỉnh"]),
        ("Bộ phận trực ban nhận công điện.", ["Bộ phận trực ban"]),
        ("Bộ phận trực tổng đài, Công an xã: ghi sổ.", ["Bộ phận trực tổng đài", "Công an xã"]),
        ("Cửa hàng gas số 5 (Công ty Hòa Lâm) niêm yết giá.", ["Cửa hàng gas số 5"]),
        ("Phòng Kế hoạch tổng hợp trình Giám đốc duyệt.", ["Phòng Kế hoạch tổng hợp"]),
        ("Phòng Kế hoạch tổng hợp số liệu.", ["Phòng Kế hoạch"]),
        ("Các trường thí điểm cử giáo viên.", ["Các trường thí điểm"]),
        ("Các trường thí điểm mô hình mới.", ["Các trường"]),
        ("Các khoa được giao phụ trách tuyến cử bác sĩ.", ["Các khoa được giao phụ trách tuyến"]),
        ("Nhà cung ứng thiết bị bảo hành máy.", ["Nhà cung ứng thiết bị"]),
        (
            "Chỉ huy các đội, Trưởng Công an các phường phân công trực.",
            ["Chỉ huy các đội", "Trưởng Công an các phường"],
        ),
        ("Chỉ huy các đội chữa cháy đúng phương án.", []),
        (
            "Đội Cảnh sát điều tra tội phạm về kinh tế, ma túy tuần tra.",
            ["Đội Cảnh sát điều tra tội phạm về kinh tế, ma túy"],
        ),
        ("Văn phòng, kế toán: mua quà.", ["Văn phòng", "kế toán"]),
        (
            "Đại đội Bộ binh 2, Trung đội dân quân cơ động làm quân xanh.",
            ["Đại đội Bộ binh 2", "Trung đội dân quân cơ động"],
        ),
        ("Trợ lý Tác huấn kiểm tra súng.", ["Trợ lý Tác huấn"]),
        (
            "Trung tâm Giám sát thi công cầu cảng: Lập nhật ký.",
            ["Trung tâm Giám sát thi công cầu cảng"],
        ),
        ("Ban Quản lý tuyên truyền các nội dung: Phòng cháy.", ["Ban Quản lý"]),
        ("Công chức Địa chính - Xây dựng báo cáo tiến độ.", ["Công chức Địa chính - Xây dựng"]),
        ("Phòng Kinh tế và Xây dựng báo cáo tiến độ.", ["Phòng Kinh tế và Xây dựng"]),
        ("Các sở quản lý chuyên ngành thẩm định bản vẽ cầu.", ["Các sở quản lý chuyên ngành"]),
        ("Dân quân xã cắm biển báo.", ["Dân quân xã"]),
        ("Giám thị: thu điện thoại.", ["Giám thị"]),
        ("Cơ sở KCB BHYT: Niêm yết giá thuốc.", ["Cơ sở KCB BHYT"]),
        ("Công an xã M'Lang nắm tình hình.", ["Công an xã M'Lang"]),
        ("Trưởng khoa duyệt đề, ký đáp án.", ["Trưởng khoa"]),
        ("Câu lạc bộ Liên thế hệ tự giúp nhau nuôi gà.", ["Câu lạc bộ Liên thế hệ tự giúp nhau"]),
    ],
)
def test_words_of_a_name_that_look_like_others_are_of_it(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize("text", ["Phòng Hành chính quản trị", "Phòng Công tác học sinh, sinh viên:"])
def test_a_department_named_alone_is_a_heading(rules: SentenceRules, text: str) -> None:
    assert [u.name for u in Sentence(text, rules).heading_units] == [text.rstrip(":")]


@pytest.mark.parametrize(
    "text", ["Ký hợp đồng với công ty vệ sinh.", "Gõ kẻng báo lũ.", "Dời dân khỏi vùng sạt lở."]
)
def test_work_may_begin_with_a_verb_of_one_syllable(rules: SentenceRules, text: str) -> None:
    assert Sentence(text, rules).begins_with_verb


@pytest.mark.parametrize(
    "text", ["Kể từ khi phát hiện.", "Hạ tầng giao thông.", "Ký túc xá sinh viên.", "Bàn ghế học sinh."]
)
def test_a_noun_with_such_a_syllable_is_no_work(rules: SentenceRules, text: str) -> None:
    assert not Sentence(text, rules).begins_with_verb


def test_a_list_behind_a_general_name_and_a_colon_tells_who_is_meant(rules: SentenceRules) -> None:
    heading = Sentence("Các tổ chức chính trị - xã hội tỉnh: Hội Nông dân, Hội Phụ nữ", rules)
    assert [u.name for u in heading.heading_units] == ["Hội Nông dân", "Hội Phụ nữ"]


def test_who_is_set_apart_acts_whatever_else_he_does(rules: SentenceRules) -> None:
    text = "Riêng các Sở: Tư pháp, Tài chính, ngoài việc tự chấm, thẩm định các tiêu chí."
    assert [u.name for u in Sentence(text, rules).actors] == ["Sở Tư pháp", "Sở Tài chính"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phối hợp với các cơ quan chủ trì để sửa cầu treo.", ["các cơ quan chủ trì"]),
        (
            "Phối hợp với cơ quan quản lý nhà nước về lao động để kiểm tra.",
            ["cơ quan quản lý nhà nước về lao động"],
        ),
        ("Hiệp đồng với các đơn vị nhận quân, thuê xe đưa tân binh.", ["các đơn vị nhận quân"]),
    ],
)
def test_what_helpers_do_may_tell_which_are_meant(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chấm điểm theo bộ tiêu chí mới - Tổ thẩm định lập biên bản.", ["Tổ thẩm định"]),
        ("Sửa đường Bến Sỏi - Cầu Đá trước mùa mưa.", []),
        ("Kiểm đếm cây xanh; đơn vị lập biên bản.", []),
    ],
)
def test_who_acts_may_stand_behind_a_dash(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).acting_inside] == names


def test_a_place_set_apart_acts(rules: SentenceRules) -> None:
    text = "Các phường phát giấy mời; riêng đặc khu Sao Lam cử ghe đón dân."
    assert [u.name for u in Sentence(text, rules).actors] == ["Các phường", "đặc khu Sao Lam"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tổ thủy nông mở cống; các đội sản xuất đắp bờ, các hộ làm đất.",
            ["Tổ thủy nông", "các đội sản xuất", "các hộ"],
        ),
        (
            "Văn phòng cập nhật danh bạ, các đơn vị trực thuộc kiểm tra lại.",
            ["Văn phòng", "các đơn vị trực thuộc"],
        ),
        ("Công an xã treo biển báo, hội phụ nữ dọn rác.", ["Công an xã", "hội phụ nữ"]),
        ("Kế toán dự trù kinh phí, thủ quỹ chi tiền nước; bảo vệ mở cổng.", ["Kế toán", "thủ quỹ", "bảo vệ"]),
        (
            "Hội Người cao tuổi giám sát vật liệu, chi hội phụ nữ trông kho.",
            ["Hội Người cao tuổi", "chi hội phụ nữ"],
        ),
        ("Thôn Đông nạo vét kênh 1, thôn Đoài nạo vét kênh 2.", ["Thôn Đông", "thôn Đoài"]),
        ("Các ấp đưa trẻ đi tiêm; ấp 2 và ấp 6 dựng rạp.", ["Các ấp", "ấp 2", "ấp 6"]),
        ("UBND xã kiểm tra tại thôn Đông, thôn Đoài triển khai mô hình.", ["UBND xã"]),
        ("Hội Phụ nữ lập danh sách trẻ mồ côi, các hộ gặp khó khăn.", ["Hội Phụ nữ"]),
        ("Trạm Y tế thống kê số ca mắc, các hộ sử dụng nước giếng.", ["Trạm Y tế"]),
        ("Đoàn xã lập đội xung kích 30 đoàn viên, mỗi chi đoàn cử 03 người.", ["Đoàn xã", "mỗi chi đoàn"]),
        ("Công an xã tuần tra tại bến, nhà ga, trạm y tế giữ trật tự.", ["Công an xã"]),
        ("Trung tâm bố trí phòng, giáo viên, nhân viên phục vụ lớp.", ["Trung tâm"]),
        ("Thư viện cử nhân viên, học viên xếp sách.", ["Thư viện"]),
        ("Hội Phụ nữ thăm gia đình chính sách, các hộ gặp khó khăn.", ["Hội Phụ nữ"]),
        ("Trạm Thú y hướng dẫn cách ủ thức ăn, các hộ làm theo.", ["Trạm Thú y"]),
        ("Trạm Y tế tiêm cho trẻ, các thôn đưa trẻ đến trạm.", ["Trạm Y tế"]),
    ],
)
def test_who_acts_in_turn_may_be_written_small_where_nothing_governs_him(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cán bộ khuyến nông xã mở lớp; mỗi xóm cử 30 người dự.", ["Cán bộ khuyến nông xã", "mỗi xóm"]),
        ("Đoàn trường tổ chức cắm trại; mỗi chi đoàn dựng 01 trại.", ["Đoàn trường", "mỗi chi đoàn"]),
        ("Công an xã lập 03 tổ; mỗi tổ trực một ca.", ["Công an xã"]),
        ("Công an xã ra quân; mỗi chốt phải có 02 người.", ["Công an xã"]),
        ("Các xóm dọn chuồng trại; mỗi tuyên truyền viên phát 20 tờ rơi.", ["Các xóm"]),
    ],
)
def test_each_of_several_acts_unless_it_was_told_before(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tuyên truyền trên loa, mỗi trường tối thiểu 02 buổi.", ["mỗi trường"]),
        ("Khối phổ thông: mỗi trường ít nhất 03 tiết mục.", ["mỗi trường"]),
        ("Tập huấn tại hội trường, mỗi thôn 05 người.", []),
        ("Mở 02 lớp may: lớp 1 học sáng, mỗi lớp 12 buổi.", []),
    ],
)
def test_how_much_each_does_needs_no_verb(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).each_inside] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5 giáo xứ: Phối hợp tuyên truyền.", ["5 giáo xứ"]),
        ("5 thôn: Đông, Đoài, Nam.", []),
        ("Trưởng 17 ấp nắm tình hình.", ["Trưởng 17 ấp"]),
        ("Hai bên ký biên bản bàn giao.", ["Hai bên"]),
        ("Hai bên đường trồng hoa.", []),
        ("Hai trường tiểu học cho học sinh nghỉ.", ["Hai trường tiểu học"]),
        ("UBND các xã - thị trấn báo cáo.", ["UBND các xã - thị trấn"]),
        ("BCH chi đoàn họp.", ["BCH chi đoàn"]),
        ("CĐ cơ sở thành viên lập danh sách.", ["CĐ cơ sở thành viên"]),
        ("Công đoàn ngành tổ chức hội thao.", ["Công đoàn ngành"]),
        ("Tài chính - Kế toán: cân đối kinh phí.", ["Tài chính - Kế toán"]),
        ("Y tế thôn cân trẻ.", ["Y tế thôn"]),
        ("GV Âm nhạc tập văn nghệ.", ["GV Âm nhạc"]),
        ("Dân quân tại chỗ đắp bờ.", ["Dân quân tại chỗ"]),
        ("Bản cam kết nộp về xã trước ngày 20/5.", []),
        ("Phòng Kế hoạch tổng hợp trước ngày 15/4.", ["Phòng Kế hoạch"]),
        ("Các nhà cung cấp điện, nước bảo đảm phục vụ.", ["Các nhà cung cấp điện, nước"]),
        ("Các chủ dự án Khu đô thị Sen, Cầu Mới nộp báo cáo.", ["Các chủ dự án Khu đô thị Sen, Cầu Mới"]),
    ],
)
def test_small_bodies_are_called_by_number_office_or_letters(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Đ/c Lê Văn Tám (Phó Bí thư Chi bộ - Tổ trưởng TDP): điều hành.",
            "Đ/c Lê Văn Tám (Phó Bí thư Chi bộ - Tổ trưởng TDP)",
        ),
        ("Đ/c Hoa (thư ký) ghi biên bản.", "Đ/c Hoa (thư ký)"),
        ("Đồng chí Lê Văn Tám (vắng) kiểm tra.", "Đồng chí Lê Văn Tám"),
    ],
)
def test_a_bracket_with_what_somebody_is_belongs_to_his_name(
    rules: SentenceRules, text: str, name: str
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == [name]


def test_the_office_of_a_person_is_no_second_actor(rules: SentenceRules) -> None:
    text = "Chọn người theo 3 bước. Bà Lê Thị Mây - Phó Chủ tịch Hội Phụ nữ xã lập hồ sơ."
    assert "Phó Chủ tịch Hội Phụ nữ xã" not in [u.name for u in Sentence(text, rules).acting_inside]
    behind = Sentence("Chấm điểm theo bộ tiêu chí - Tổ thẩm định lập báo cáo.", rules).acting_inside
    assert [u.name for u in behind] == ["Tổ thẩm định"]
