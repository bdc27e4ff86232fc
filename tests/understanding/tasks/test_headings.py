"""Which lines head or open the work below them, and which are work themselves."""

from __future__ import annotations

from understanding.paper import said, tasks_of
from vanthu.rulebook import Rulebook


def test_a_heading_with_nothing_below_and_a_call_at_the_end_are_no_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Công an xã tuần tra đêm.
II. TỔ CHỨC THỰC HIỆN
III. KINH PHÍ
Đề nghị các thôn thực hiện tốt kế hoạch này ./.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1"]


def test_items_with_a_colon_beside_bare_topics_are_headings(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Công tác chính trị, tư tưởng:
- Tổ chức học tập nghị quyết cho cán bộ, giáo viên.
2. Nâng cao chất lượng dạy học hai buổi một ngày ở tất cả các khối lớp:
- Bố trí đủ giáo viên cho các lớp bán trú.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1.b1", "I.2.b1"]


def test_an_item_beside_bare_topics_is_work_where_those_below_tell_too_little(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Công tác tuyên truyền:
- Phát thanh 02 buổi trong tuần.
2. Hoàn thành cấp sổ theo dõi sức khỏe cho toàn bộ người cao tuổi:
a) Lập danh sách.
b) Phát sổ.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1.b1", "I.2", "I.2.a", "I.2.b"]


def test_a_line_that_only_gives_the_work_to_somebody_hands_him_down(rulebook: Rulebook) -> None:
    text = """I. TỔ CHỨC THỰC HIỆN
1. Công an xã chịu trách nhiệm bảo vệ các điểm bầu cử.
Trong đó giao Trưởng Công an xã chỉ đạo thực hiện:
- Lập phương án bảo vệ từng điểm bầu cử.
"""
    found = said(text, rulebook)
    assert [i for i, _ in found] == ["I.1", "I.1.b1"]
    assert found[1][1] == ["Trưởng Công an xã"]


def test_an_item_with_a_day_of_its_own_is_an_event_and_what_stands_below_it_details_it(
    rulebook: Rulebook,
) -> None:
    text = """II. NỘI DUNG
1. Tổ chức họp mặt kỷ niệm:
+ Thời gian: 8g00 ngày 20/12/2031.
+ Giao Ban CHQS xã chuẩn bị diễn văn.
2. Công tác tuyên truyền:
+ Treo băng rôn tại trụ sở xã.
"""
    tasks = tasks_of(text, rulebook, issued_on="2031-11-07")
    assert [(t.id, t.parent) for t in tasks] == [("II.1", None), ("II.1.b2", "II.1"), ("II.2.b1", None)]


def test_a_heading_may_begin_with_about(rulebook: Rulebook) -> None:
    text = """I. VỀ KẾT QUẢ THỜI GIAN QUA
Thu ngân sách tăng, phối hợp giữa các phòng có tiến bộ.
II. VỀ NHIỆM VỤ THỜI GIAN TỚI
Phòng Kinh tế rà soát các khoản nợ thuế.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.p1"]


def test_the_days_of_an_event_at_each_level_are_its_times(rulebook: Rulebook) -> None:
    text = """III. NỘI DUNG HOẠT ĐỘNG
1. Tổ chức Lễ ra quân Tháng Thanh niên
- Cấp huyện: ngày 02/3/2031 tại quảng trường.
- Cấp cơ sở: xong trước ngày 05/3/2031.
"""
    (task,) = tasks_of(text, rulebook, issued_on="2031-02-06")
    assert (task.id, [d.date for d in task.deadlines]) == ("III.1", ["2031-03-02", "2031-03-05"])


def test_a_line_that_asks_for_doing_and_names_nothing_only_opens_its_list(rulebook: Rulebook) -> None:
    text = """1. Những năm qua, các hợp tác xã đã có nhiều tiến bộ.
2. Để giữ rừng, yêu cầu các chủ rừng tập trung thực hiện:
a) Sở Xây dựng rà soát quy hoạch.
b) Sở Tài chính thẩm định giá.
3. Thống nhất chủ trương mở thêm hai trạm gác; giao Sở Nội vụ trình phương án.
"""
    tasks = tasks_of(text, rulebook, issued_on="2031-10-12")
    assert [(t.id, t.parent) for t in tasks] == [("2.a", None), ("2.b", None), ("3", None)]


def test_an_item_that_only_addresses_somebody_is_no_work_whatever_verb_is_in_the_name(
    rulebook: Rulebook,
) -> None:
    text = """I. NHIỆM VỤ
1. Đối với thành viên Tổ giúp việc tiến hành dự án thủy lợi:
- Rà soát kênh nội đồng.
2. Đối với kênh bị sạt lở, giao Phòng Kinh tế khảo sát các vị trí sau:
- Cống số 1.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1.b1", "I.2", "I.2.b1"]


def test_a_line_that_only_says_who_is_directed_opens_its_list(rulebook: Rulebook) -> None:
    text = """I. PHÂN CÔNG
1. Chi cục Thú y
- Chỉ đạo các trạm thú y trong toàn ngành:
+ Tiêm phòng cho đàn trâu, bò.
+ Lập sổ.
- Chỉ đạo các trạm thú y khử trùng chuồng nuôi:
+ Phun lần 1 tại các bản.
"""
    tasks = tasks_of(text, rulebook)
    assert [(t.id, t.parent) for t in tasks] == [
        ("I.1.b1.s1", None),
        ("I.1.b1.s2", None),
        ("I.1.b2", None),
        ("I.1.b2.s1", "I.1.b2"),
    ]


def test_many_who_report_things_that_are_listed_have_work(rulebook: Rulebook) -> None:
    text = """I. TỔ CHỨC THỰC HIỆN
1. Các trạm gửi báo cáo về Hạt (qua Tổ Kỹ thuật), gồm:
- Báo cáo sơ kết: trước ngày 31/01/2031.
- Báo cáo tổng kết: trước ngày 15/6/2031.
Căn cứ Kế hoạch này, các trạm triển khai thực hiện./.
"""
    tasks = tasks_of(text, rulebook)
    assert (tasks[0].id, tasks[0].kind.value) == ("I.1", "report")
    assert all(t.id.startswith("I.1") for t in tasks)


def test_things_that_are_listed_are_work_where_each_has_its_day(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Trạm Khuyến nông chuẩn bị 2.400 cây giống, gồm:
- Keo lai: 1.800 cây, xuất vườn trước ngày 30/6/2031.
- Bạch đàn: 600 cây.
"""
    assert [(t.id, t.parent) for t in tasks_of(text, rulebook)] == [("I.1", None), ("I.1.b1", "I.1")]


def test_who_orders_behind_a_purpose_only_opens_the_list(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG CHỈ ĐẠO
Để chủ động chữa cháy rừng, Chủ tịch UBND xã yêu cầu:
1. Các bản canh gác tại các chòi.
2. Để giữ nước, rà soát các hồ chưa có chủ và yêu cầu các hộ sau:
"""
    tasks = tasks_of(text, rulebook)
    assert [(t.id, t.parent) for t in tasks] == [("I.1", None), ("I.2", None)]
