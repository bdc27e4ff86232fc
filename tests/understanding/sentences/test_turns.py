"""Who acts in turn: in later clauses, behind conditions, each of a row with a verb of his own."""

from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "UBND phường vận động tháo dỡ; nếu không chấp hành, Phòng Kinh tế tham mưu cưỡng chế.",
            ["UBND phường", "Phòng Kinh tế"],
        ),
        (
            "Công an xã nhắc nhở; trường hợp tái phạm thì Đội Quản lý trật tự lập biên bản.",
            ["Công an xã", "Đội Quản lý trật tự"],
        ),
        ("Các thôn thống kê; khi nước rút, Trạm Y tế xã phun khử khuẩn.", ["Các thôn", "Trạm Y tế xã"]),
        (
            "Phòng Nội vụ lập danh sách; sau khi được phê duyệt, Phòng Tài chính cấp kinh phí.",
            ["Phòng Nội vụ", "Phòng Tài chính"],
        ),
        (
            "Các trường dạy trực tuyến. Trong trường hợp mất điện, Điện lực huyện bố trí máy phát.",
            ["Các trường", "Điện lực huyện"],
        ),
        ("Công an xã tuần tra; khi phát hiện vi phạm của các hộ kinh doanh, lập biên bản.", ["Công an xã"]),
        ("Trạm Y tế khám; nếu có ca nặng, báo cáo Trung tâm Y tế để phối hợp.", ["Trạm Y tế"]),
        (
            "Các trường rà soát; nếu có vướng mắc, đề nghị liên hệ Phòng Nội vụ để được hướng dẫn.",
            ["Các trường"],
        ),
        (
            "Giao thường trực các hội huy động hội viên. Sau khi họp, các hội hướng dẫn.",
            ["thường trực các hội"],
        ),
    ],
)
def test_who_acts_stands_behind_a_condition(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hội Nông dân dựng cổng; Hội LHPN chuẩn bị gian hàng, Đoàn TN phụ trách âm thanh, Hội CCB giữ xe.",
            ["Hội Nông dân", "Hội LHPN", "Đoàn TN", "Hội CCB"],
        ),
        ("Tổ 1 dọn đường làng, Tổ 2 trồng hoa, Tổ 3 sơn tường rào.", ["Tổ 1", "Tổ 2", "Tổ 3"]),
        ("Công an xã phân luồng, Trạm Y tế xã trực cấp cứu.", ["Công an xã", "Trạm Y tế xã"]),
        ("Hội Nông dân, Hội LHPN, Đoàn TN chuẩn bị gian hàng.", ["Hội Nông dân", "Hội LHPN", "Đoàn TN"]),
        ("Phòng Kinh tế kiểm tra chợ, Ban Quản lý chợ báo cáo.", ["Phòng Kinh tế", "Ban Quản lý chợ"]),
        ("Công an xã giữ xe, hỗ trợ Đoàn TN lắp âm thanh, giúp Hội CCB dựng rạp.", ["Công an xã"]),
        ("Hội LHPN nấu ăn, hỗ trợ Đoàn TN lắp loa, Hội CCB dựng rạp.", ["Hội LHPN"]),
        ("Phòng Tài chính lập tờ trình để UBND huyện xem xét, HĐND huyện phê duyệt.", ["Phòng Tài chính"]),
        ("UBND xã chỉ đạo nạo vét kênh, Công an xã tuần tra.", ["UBND xã"]),
        ("Văn phòng gửi giấy mời, đôn đốc các thôn, Trạm Y tế xã chuẩn bị số liệu.", ["Văn phòng"]),
        ("Đài Truyền thanh phát tin, Công an xã phối hợp bảo vệ.", ["Đài Truyền thanh"]),
        ("Trung tâm bố trí phòng học, giáo viên, nhân viên phục vụ lớp học.", ["Trung tâm"]),
        ("Trạm Y tế huy động xe, nhân viên y tế trực cấp cứu.", ["Trạm Y tế"]),
        ("Nhà trường bố trí phòng thi, Công an xã giữ trật tự.", ["Nhà trường", "Công an xã"]),
        ("Nhà trường dựng sân khấu, giáo viên trang trí lớp.", ["Nhà trường", "giáo viên"]),
    ],
)
def test_each_of_a_row_with_a_verb_of_its_own_acts(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Trạm Thú y lấy mẫu. Trong 02 ngày kể từ khi mẫu dương tính, Trung tâm Y tế huyện phun thuốc.",
            ["Trạm Thú y", "Trung tâm Y tế huyện"],
        ),
        (
            "Phòng Nội vụ nhận hồ sơ; trên cơ sở đề nghị của các xã, Phòng Tài chính cấp kinh phí.",
            ["Phòng Nội vụ", "Phòng Tài chính"],
        ),
        ("Phòng Nội vụ nhận hồ sơ. Hằng tháng các xã gửi danh sách.", ["Phòng Nội vụ", "các xã"]),
        ("Phòng Nội vụ nhận hồ sơ. Trước ngày 20/5, rà soát danh sách của các xã.", ["Phòng Nội vụ"]),
        ("UBND xã rà soát. Từ đó, các thôn nắm rõ trách nhiệm.", ["UBND xã"]),
        ("Công an xã chủ trì tuần tra. Khi có cháy, các thôn phối hợp với Công an xã.", ["Công an xã"]),
    ],
)
def test_who_acts_stands_behind_the_time_of_a_later_sentence(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ban Thanh tra chủ trì giải quyết đơn; các chi bộ phối hợp cung cấp hồ sơ.", ["các chi bộ"]),
        ("Phòng Kinh tế chủ trì kiểm tra chợ. Công an xã phối hợp lập biên bản.", ["Công an xã"]),
        ("Công an huyện chủ trì tuần tra, các xã phối hợp bố trí dân quân.", ["các xã"]),
        ("Công an huyện chủ trì tuần tra, các xã bố trí dân quân.", []),
        ("Công an huyện tuần tra; các xã phối hợp bố trí dân quân.", []),
        ("Sở Xây dựng chủ trì rà soát; các xã hỗ trợ người dân kê khai.", []),
    ],
)
def test_who_helps_the_leader_may_stand_in_a_later_clause(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == names
