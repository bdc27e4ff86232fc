"""Which lines are work, told by what stands around them."""

from __future__ import annotations

from understanding.paper import said, tasks_of
from vanthu.rulebook import Rulebook


def test_who_acts_on_a_day_among_the_times_of_a_plan(rulebook: Rulebook) -> None:
    text = """I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: trong tháng 02/2031, cụ thể:
- Ngày 04/02/2031: Ủy ban bầu cử xã họp với các tổ bầu cử.
- Từ ngày 06/02/2031 đến ngày 09/02/2031: các tổ bầu cử niêm yết danh sách cử tri.
- Ngày 10/02/2031: nghỉ bù.
2. Địa điểm: Nhà văn hóa các bản.
"""
    assert said(text, rulebook) == [("I.1.b1", ["Ủy ban bầu cử xã"]), ("I.1.b2", ["các tổ bầu cử"])]


def test_what_somebody_did_before_is_no_limit_among_the_times_of_a_plan(rulebook: Rulebook) -> None:
    text = """I. THỜI GIAN, ĐỊA ĐIỂM
- Đội văn nghệ xã tập luyện chậm nhất ngày 12/4/2031.
- Đội văn nghệ xã trước đây tập luyện ngày 12/4/2031.
"""
    assert said(text, rulebook) == [("I.b1", ["Đội văn nghệ xã"])]


def test_papers_to_be_handed_in_by_a_day_are_work_whatever_their_heading(rulebook: Rulebook) -> None:
    text = """1. Hồ sơ dự thi gửi về Ban Tổ chức trước ngày 25/3/2031.
2. Hạn nộp danh sách của các trường vào ngày 28/3/2031.
3. Hồ sơ gồm đơn và ảnh chụp trước ngày 01/3/2031.
"""
    assert [i for i, _ in said(text, rulebook)] == ["1", "2"]


def test_what_is_handed_in_for_approval_is_no_report(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Dự toán gửi Phòng Tài chính thẩm định trước ngày 25/3/2031.
2. Danh sách lớp nộp về Phòng Giáo dục trước ngày 28/3/2031.
3. Số liệu báo cáo trước đây chưa thống nhất.
"""
    tasks = tasks_of(text, rulebook)
    assert [(t.id, t.kind.value) for t in tasks] == [("I.1", "action"), ("I.2", "report")]


def test_what_a_unit_must_do_by_a_day_is_no_point_of_a_programme(rulebook: Rulebook) -> None:
    text = """V. CHƯƠNG TRÌNH PHẦN HỘI
- Đội văn nghệ xã tập luyện trước ngày 12/4/2031.
- Thi kéo co, đẩy gậy.
"""
    assert [i for i, _ in said(text, rulebook)] == ["V.b1"]


def test_a_unit_behind_the_time_acts(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Hội thi bếp ăn sạch.
- Thời gian: Từ 16 giờ ngày 30/12/2031, Ban Giám khảo tổ chức chấm điểm các bếp.
- Thời gian: 16 giờ ngày 30/12/2031, tại Nhà văn hóa xã.
"""
    assert ("I.1.b1", ["Ban Giám khảo"]) in said(text, rulebook)
    assert "I.1.b2" not in [i for i, _ in said(text, rulebook)]


def test_below_an_order_of_a_letter_a_paragraph_that_begins_with_work_is_work(rulebook: Rulebook) -> None:
    order = "Ủy ban nhân dân xã yêu cầu các bản tuần tra rừng ban đêm.\n"
    work = "Bố trí lực lượng trực chữa cháy 24/24 giờ.\n"
    assert [i for i, _ in said(order + work, rulebook)] == ["p1", "p2"]
    assert [i for i, _ in said("Mùa khô năm nay đến sớm.\n" + work, rulebook)] == []


def test_the_end_of_an_event_opens_a_sentence_and_then_somebody_acts(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Kết thúc cuộc điều tra, Tổ công tác xã nộp phiếu về huyện.
2. Hết thời gian niêm yết, các bản lập biên bản.
3. Thứ Sáu hằng tuần, các trường gửi số liệu về Phòng Văn hóa.
"""
    tasks = tasks_of(text, rulebook, issued_on="2031-01-05")
    assert [[u.name for u in t.lead] for t in tasks] == [["Tổ công tác xã"], ["các bản"], ["các trường"]]
    assert [[d.kind for d in t.deadlines] for t in tasks] == [["relative"], ["relative"], ["recurring"]]


def test_an_order_behind_a_courtesy_is_work_of_its_own(rulebook: Rulebook) -> None:
    text = """UBND tỉnh yêu cầu các ngành thực hiện các nội dung sau:
1. Các trạm kiểm lâm trực 24/24 giờ.
2. Các xã làm đường băng cản lửa.
Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các cơ quan nghiêm túc triển khai thực hiện Chỉ thị này. Giao Chi cục Kiểm lâm kiểm tra, đôn đốc các xã./.
"""
    assert said(text, rulebook)[-1] == ("p2", ["Chi cục Kiểm lâm"])


def test_in_a_letter_others_are_bound_behind_a_purpose_and_the_writer_only_tells_of_himself(
    rulebook: Rulebook,
) -> None:
    text = """Phòng Nội vụ nhận thấy còn người đi muộn. Để khắc phục, thủ trưởng các đơn vị cần quán triệt ngay nội quy.
Kết quả khắc phục gửi về Phòng Nội vụ trước ngày 30/5/2031.
Phòng Nội vụ sẽ kiểm tra trong quý III.
"""
    tasks = tasks_of(text, rulebook, issuer="Phòng Nội vụ", issued_on="2031-05-14")
    assert [(t.id, [u.name for u in t.lead]) for t in tasks] == [
        ("p1", ["thủ trưởng các đơn vị"]),
        ("p2", []),
    ]


def test_in_a_telegram_paragraphs_follow_the_order_of_its_signer(rulebook: Rulebook) -> None:
    text = """Đêm qua, lốc làm tốc mái nhiều nhà. Các lực lượng đã giúp 120 hộ dân.
Thực hiện chỉ đạo của Thủ tướng Chính phủ, Trưởng Ban Chỉ huy yêu cầu Chủ tịch UBND các xã huy động lực lượng giúp dân dọn nhà.
Giám đốc Công an tỉnh phân luồng giao thông tại các điểm sạt lở.
Chế độ báo cáo: báo cáo nhanh hằng ngày trước 15 giờ.
"""
    tasks = tasks_of(text, rulebook, issuer="Ban Chỉ huy Phòng thủ dân sự tỉnh", issued_on="2031-10-30")
    assert [(t.id, [u.name for u in t.lead]) for t in tasks] == [
        ("p2", ["Chủ tịch UBND các xã"]),
        ("p3", ["Giám đốc Công an tỉnh"]),
        ("p4", []),
    ]


def test_what_has_to_be_handed_in_may_be_explained_in_a_bracket(rulebook: Rulebook) -> None:
    text = """III. ĐĂNG KÝ LỒNG BÈ
1. Danh sách hộ nuôi cá (số lồng, loại cá, 01 bản vẽ vị trí) nộp tại Trạm Thủy sản chậm nhất ngày 08/11/2031.
IV. TỔ CHỨC THỰC HIỆN
1. Bộ phận chuyên môn lập danh sách.
"""
    plan = text.replace("III. ĐĂNG KÝ LỒNG BÈ", "III. NỘI DUNG")
    tasks = tasks_of(plan, rulebook, issued_on="2031-10-05")
    assert [(t.id, t.kind) for t in tasks] == [("III.1", "report"), ("IV.1", "action")]


def test_a_letter_that_asks_for_a_report_on_things_is_one_task(rulebook: Rulebook) -> None:
    text = """Để có số liệu, Sở Y tế đề nghị Ủy ban nhân dân các xã rà soát, báo cáo các nội dung sau:
1. Số giường bệnh hiện có.
2. Quỹ đất cho trạm y tế mới.
Báo cáo gửi về Sở Y tế trước ngày 15/6/2031.
"""
    tasks = tasks_of(text, rulebook, issuer="Sở Y tế", issued_on="2031-06-01")
    assert [(t.id, [u.name for u in t.lead]) for t in tasks] == [
        ("p1", ["Ủy ban nhân dân các xã"]),
        ("p2", []),
    ]


def test_a_report_with_its_day_among_aims_is_none(rulebook: Rulebook) -> None:
    text = """I. MỤC ĐÍCH, YÊU CẦU
- Các trạm báo cáo đúng hạn, trước ngày 25/4/2031 là yêu cầu tối thiểu.
"""
    assert said(text, rulebook) == []


def test_a_report_with_its_day_is_work_in_a_section_on_method_too(rulebook: Rulebook) -> None:
    text = """I. PHƯƠNG PHÁP VÀ THỜI GIAN GIÁM SÁT
1. Giám sát qua báo cáo: Các trạm gửi báo cáo về Ban Pháp chế trước ngày 25/4/2031.
2. Giám sát trực tiếp: từ ngày 05/5/2031 đến ngày 16/5/2031, cụ thể:
- Thứ Ba, ngày 06/5/2031: Trạm Y tế xã.
"""
    assert said(text, rulebook) == [("I.1", ["Các trạm"])]


def test_who_sees_to_the_whole_paper_details_no_item(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Các thôn nạo vét mương trước ngày 15/5/2031.
Văn phòng theo dõi, đôn đốc việc thực hiện Chỉ thị này.
2. Các bản sửa cống.
Trưởng bản phân công từng tổ.
"""
    tasks = tasks_of(text, rulebook)
    assert [t.parent for t in tasks] == [None, None, None, "I.2"]


def test_what_stands_under_a_month_of_a_calendar_is_work_whatever_its_words(rulebook: Rulebook) -> None:
    text = """C. LỊCH CÔNG TÁC
Tháng 9:
- Khai giảng năm học mới.
Tháng 10:
- Hội nghị cán bộ, viên chức.
D. PHỤ TRÁCH
- Hội nghị cán bộ, viên chức.
"""
    assert [i for i, _ in said(text, rulebook)] == ["C.1.b1", "C.2.b1"]


def test_behind_a_fact_a_sentence_or_a_case_that_says_who_acts_is_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Dịch cúm gia cầm đang diễn biến phức tạp. Trạm Thú y phun thuốc tại các ổ dịch.
2. Giờ tiêm dán tại nhà văn hóa. Nếu trời mưa, Trạm Thú y lùi giờ và báo cho các bản.
3. Dịch cúm gia cầm đang diễn biến phức tạp. Nhiều đàn gà đã chết.
II. TÌNH HÌNH
1. Dịch cúm gia cầm đang diễn biến phức tạp. Trạm Thú y phun thuốc tại các ổ dịch.
"""
    assert said(text, rulebook) == [("I.1", ["Trạm Thú y"]), ("I.2", ["Trạm Thú y"])]


def test_what_is_done_to_a_thing_within_a_time_or_again_and_again_is_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Ảnh dự thi được treo tại sân đình trong 03 ngày kể từ ngày chấm.
2. Nước giếng được lấy mẫu tại ba điểm; ngày 10 hằng tháng tổ chức xét nghiệm.
3. Vắc xin được bảo quản ở nhiệt độ từ 2 đến 8 độ.
4. Thời hạn giải quyết hồ sơ là 05 ngày làm việc kể từ ngày nhận.
II. TÌNH HÌNH
1. Ảnh dự thi được treo tại sân đình trong 03 ngày kể từ ngày chấm.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1", "I.2"]
