"""Which lines are work, told by what stands around them."""

from __future__ import annotations

import pytest

from understanding.paper import plan_of, tasks_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.outline import outline
from vanthu.understanding.tasks import extract


def said(text: str, rulebook: Rulebook) -> list[tuple[str, list[str]]]:
    tasks = tasks_of(text, rulebook, issuer="Ủy ban nhân dân xã Mường Bú", issued_on="2031-01-05")
    return [(t.id, [u.name for u in t.lead]) for t in tasks]


def test_who_acts_on_a_day_among_the_times_of_a_plan(rulebook: Rulebook) -> None:
    text = """I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: trong tháng 02/2031, cụ thể:
- Ngày 04/02/2031: Ủy ban bầu cử xã họp với các tổ bầu cử.
- Từ ngày 06/02/2031 đến ngày 09/02/2031: các tổ bầu cử niêm yết danh sách cử tri.
- Ngày 10/02/2031: nghỉ bù.
2. Địa điểm: Nhà văn hóa các bản.
"""
    assert said(text, rulebook) == [("I.1.b1", ["Ủy ban bầu cử xã"]), ("I.1.b2", ["các tổ bầu cử"])]


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


def test_a_heading_with_nothing_below_and_a_call_at_the_end_are_no_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Công an xã tuần tra đêm.
II. TỔ CHỨC THỰC HIỆN
III. KINH PHÍ
Đề nghị các thôn thực hiện tốt kế hoạch này ./.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1"]


def test_what_a_unit_must_do_by_a_day_is_no_point_of_a_programme(rulebook: Rulebook) -> None:
    text = """V. CHƯƠNG TRÌNH PHẦN HỘI
- Đội văn nghệ xã tập luyện trước ngày 12/4/2031.
- Thi kéo co, đẩy gậy.
"""
    assert [i for i, _ in said(text, rulebook)] == ["V.b1"]


def test_a_requirement_with_a_limit_is_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Việc đóng cầu phải thông báo cho các thôn trước ít nhất 06 giờ.
2. Việc đóng cầu phải bảo đảm an toàn cho người qua lại.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1"]


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


def test_where_the_money_comes_from_is_no_work_in_any_section(rulebook: Rulebook) -> None:
    text = """I. TỔ CHỨC THỰC HIỆN
1. Các bản nạo vét mương nội đồng.
2. Kinh phí nạo vét được bảo đảm từ ngân sách xã và đóng góp của các hộ.
"""
    assert said(text, rulebook) == [("I.1", ["Các bản"])]


def test_the_end_of_an_event_opens_a_sentence_and_then_somebody_acts(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Kết thúc cuộc điều tra, Tổ công tác xã nộp phiếu về huyện.
2. Hết thời gian niêm yết, các bản lập biên bản.
3. Thứ Sáu hằng tuần, các trường gửi số liệu về Phòng Văn hóa.
"""
    tasks = tasks_of(text, rulebook, issued_on="2031-01-05")
    assert [[u.name for u in t.lead] for t in tasks] == [["Tổ công tác xã"], ["các bản"], ["các trường"]]
    assert [[d.kind for d in t.deadlines] for t in tasks] == [["relative"], ["relative"], ["recurring"]]


def test_a_label_on_how_work_must_be_beside_its_time_and_unit_is_no_work(rulebook: Rulebook) -> None:
    text = """II. NỘI DUNG
1. Hội thi kể chuyện theo sách
Thời gian: ngày 18/10/2031
Người thực hiện: Nhân viên thư viện
Yêu cầu: mỗi lớp kể một câu chuyện.
"""
    assert said(text, rulebook) == [("II.1", ["Nhân viên thư viện"])]


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


def test_what_had_to_be_done_in_the_past_is_told_and_not_ordered(rulebook: Rulebook) -> None:
    text = "Do mưa lớn, các xã phải sơ tán 120 hộ. Theo quy định, các cơ sở phải có giấy phép."
    assert tasks_of(text, rulebook, issuer="Sở Xây dựng") == ()


def test_who_somebody_is_told_behind_a_colon_is_no_work(rulebook: Rulebook) -> None:
    text = """IV. TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức: Phòng Văn hóa và Thông tin, Đoàn Thanh niên xã.
2. Ban Tổ chức: mời khách, trang trí hội trường.
"""
    assert said(text, rulebook) == [("IV.2", ["Ban Tổ chức"])]


def test_labels_of_facts_are_no_work_even_with_a_unit_below(rulebook: Rulebook) -> None:
    text = """II. BIỆN PHÁP KHẮC PHỤC
Hạn chế 1: Hồ sơ chưa được chỉnh lý thường xuyên.
- Chỉnh lý toàn bộ hồ sơ từ năm 2020.
- Người thực hiện: Công chức địa chính.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.b1"]


def test_what_a_course_teaches_and_how_people_are_tested_is_no_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG TẬP HUẤN
- Cấp cứu ngừng tuần hoàn.
- Băng bó vết thương.
II. HÌNH THỨC TUYỂN DỤNG
Xét tuyển qua hai vòng: kiểm tra hồ sơ và phỏng vấn.
III. HÌNH THỨC TUYÊN TRUYỀN
- Treo băng rôn tại trụ sở xã.
"""
    assert [i for i, _ in said(text, rulebook)] == ["III.b1"]


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


def test_what_a_conference_is_about_is_no_work(rulebook: Rulebook) -> None:
    text = """II. NỘI DUNG HỘI NGHỊ
1. Tìm hiểu quy trình cấp nước sạch (45 phút).
2. Trao đổi về giá nước nông thôn (20 phút).
III. PHÂN CÔNG
1. Văn phòng xã chuẩn bị hội trường.
"""
    assert [i for i, _ in said(text, rulebook)] == ["III.1"]


def test_the_hours_of_a_programme_are_no_tasks_but_one_hour_alone_may_open_one(rulebook: Rulebook) -> None:
    text = """II. CHƯƠNG TRÌNH
- 7h00 - 7h30: Đón tiếp đại biểu.
- 7h30 - 8h00: Báo cáo quá trình xây dựng.
III. PHÂN CÔNG
- 6h00: Công an xã phân luồng giao thông tại cổng.
- Đoàn xã dọn vệ sinh.
IV. TRỰC BÃO
- 6h00 - 12h00: Đội xung kích trực đập tràn.
- 12h00 - 18h00: Dân quân canh gác bến đò.
V. NỘI DUNG
1. Phần lễ
- 8 giờ 00 ngày 12/5/2031: Lễ dâng hương.
- 9 giờ 00 ngày 12/5/2031: Rước kiệu quanh đình.
2. Phần hội
- 14h00, ngày 12/5/2031 (thứ Hai): Thi kéo co.
- 7h00, ngày 13/5/2031 (thứ Ba): Thi đẩy gậy.
3. Ra quân
- 7h00 ngày 09/6/2031: dọn vệ sinh đường làng.
- 7h00 ngày 16/6/2031: trồng hoa ven đường.
"""
    assert [i for i, _ in said(text, rulebook)] == ["III.b1", "III.b2", "IV.b1", "IV.b2", "V.3.b1", "V.3.b2"]


def test_what_somebody_did_is_no_work_wherever_it_stands(rulebook: Rulebook) -> None:
    text = """II. NHIỆM VỤ
1. Phòng Kinh tế đã rà soát hồ sơ kịp thời; tuy nhiên còn chậm.
2. Phòng Kinh tế đã rà soát hồ sơ. Giao Văn phòng thông báo kết quả cho các hộ.
3. Các xã đã được giao chỉ tiêu khẩn trương thu hồi đất.
4. Các thôn đã xóa nhà tạm tiếp tục giúp các hộ mới tách.
5. Phòng Tài chính đã cấp vốn, các chủ đầu tư giải ngân trước ngày 30/6/2031.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.2", "II.3", "II.4", "II.5"]


def test_shortcomings_among_the_work_are_facts_and_what_mends_them_is_work(rulebook: Rulebook) -> None:
    text = """II. NỘI DUNG
1. Quản lý đất đai
a) Hạn chế, tồn tại
- Không kiểm tra thường xuyên.
- Tổ chức họp dân chưa đều.
b) Giải pháp khắc phục
- Không tổ chức họp trong giờ hành chính.
2. Hạn chế tối đa việc in giấy:
- Văn phòng số hóa tài liệu họp.
3. Hồ sơ gồm: đơn đề nghị, danh sách, ảnh.
III. KINH PHÍ
Kinh phí thực hiện từ nguồn ngân sách phường. Phòng Kinh tế lập dự toán trình Thường trực.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.1.b.b1", "II.2.b1", "III.p1"]


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


def test_a_share_to_be_reached_is_an_aim_whatever_day_it_names(rulebook: Rulebook) -> None:
    text = """III. NHIỆM VỤ
- Phấn đấu tỷ lệ hộ dùng nước sạch đạt trên 72%, đến hết quý III đạt 80%.
- Phấn đấu hoàn thành tuyến ống trước ngày 30/11.
"""
    assert [i for i, _ in said(text, rulebook)] == ["III.b2"]


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


def test_what_is_given_and_how_much_is_told_beside_the_work(rulebook: Rulebook) -> None:
    text = """II. NHIỆM VỤ
1. Tổ chức thăm hỏi công nhân có hoàn cảnh khó khăn:
- Mức quà: từ 500.000 đồng trở lên.
2. Khối lượng: 3 km mương thoát nước.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.1"]


ANNEX = """I. NHIỆM VỤ
1. Nạo vét kênh nội đồng: thực hiện theo Phụ lục phân công kèm theo.
2. Phát quang bờ kênh: chi tiết tại Phụ lục I, xong trước ngày 20/3/2031.
3. Kiểm tra trạm bơm: Báo cáo kết quả theo Phụ lục II.
PHỤ LỤC
|TT|Nội dung công việc|{head}|
|1|Nạo vét kênh bản Mường|{cell}|
"""


@pytest.mark.parametrize(
    ("head", "cell", "own"),
    [("Đơn vị thực hiện", "Bản Mường", ["I.2", "I.3"]), ("Ghi chú", "", ["I.1", "I.2", "I.3"])],
)
def test_work_that_an_annex_tells_row_by_row_is_told_there(
    head: str, cell: str, own: list[str], rulebook: Rulebook
) -> None:
    plan = plan_of(ANNEX.format(head=head, cell=cell), rulebook)
    parts = tuple(p.model_copy(update={"appendix": int(p.table is not None)}) for p in plan.paragraphs or ())
    tables = tuple(t.model_copy(update={"appendix": 1}) for t in plan.tables or ())
    plan = plan.model_copy(update={"paragraphs": parts, "tables": tables})
    plan = plan.model_copy(update={"outline": outline(plan, rulebook)})
    assert [t.id for t in extract(plan, rulebook).tasks if not t.id.startswith("PL")] == own


def test_expected_means_are_money_and_a_general_check_is_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Dự kiến các nguồn lực cho hội thi:
1.1. Kinh phí: Chi từ quỹ khuyến học.
1.2. Nhân lực: 20 đoàn viên, 05 dân quân.
2. Dự kiến thời gian báo cáo Đảng ủy xã trước ngày 20/02.
3. Tổng kiểm soát quán ăn quanh sân vận động.
4. Tổng số đại biểu khoảng 200 người.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.2", "I.3"]


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


def test_behind_consent_a_sentence_that_says_who_acts_is_work(rulebook: Rulebook) -> None:
    text = """I. KẾT LUẬN
1. Về đề nghị của nhà thầu: đồng ý gia hạn 30 ngày. Ban Quản lý dự án ký phụ lục hợp đồng.
2. Về mặt bằng: đồng ý điều chỉnh ranh giới.
"""
    assert said(text, rulebook) == [("I.1", ["Ban Quản lý dự án"])]


def test_who_pays_has_work_and_where_money_comes_from_is_none(rulebook: Rulebook) -> None:
    text = """I. KINH PHÍ
1. Kinh phí hội thi do Phòng Văn hóa cân đối, bố trí từ ngân sách xã.
2. Sử dụng kinh phí sự nghiệp văn hóa năm 2031.
3. Kinh phí đi lại do các hộ tự bảo đảm.
4. Sử dụng kinh phí năm 2031 sửa chữa sân bóng.
"""
    assert said(text, rulebook) == [("I.1", ["Phòng Văn hóa"]), ("I.4", [])]


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


def test_what_is_forbidden_is_work_and_what_should_not_happen_is_an_aim(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG THỰC HIỆN
- Không chia sẻ ảnh của trẻ lên mạng khi chưa được đồng ý.
- Không phát sinh nợ đọng mới trong các bản.
- Không gian đọc của các bản mở cả ngày nghỉ.
- Không nộp báo cáo: trừ 02 điểm.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.b1"]


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
