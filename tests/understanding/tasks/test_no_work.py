"""What stands among the work and is none."""

from __future__ import annotations

import pytest

from understanding.paper import plan_of, said, tasks_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.outline import outline
from vanthu.understanding.tasks import extract


def test_a_requirement_with_a_limit_is_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Việc đóng cầu phải thông báo cho các thôn trước ít nhất 06 giờ.
2. Việc đóng cầu phải bảo đảm an toàn cho người qua lại.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1"]


def test_where_the_money_comes_from_is_no_work_in_any_section(rulebook: Rulebook) -> None:
    text = """I. TỔ CHỨC THỰC HIỆN
1. Các bản nạo vét mương nội đồng.
2. Kinh phí nạo vét được bảo đảm từ ngân sách xã và đóng góp của các hộ.
"""
    assert said(text, rulebook) == [("I.1", ["Các bản"])]


def test_a_label_on_how_work_must_be_beside_its_time_and_unit_is_no_work(rulebook: Rulebook) -> None:
    text = """II. NỘI DUNG
1. Hội thi kể chuyện theo sách
Thời gian: ngày 18/10/2031
Người thực hiện: Nhân viên thư viện
Yêu cầu: mỗi lớp kể một câu chuyện.
"""
    assert said(text, rulebook) == [("II.1", ["Nhân viên thư viện"])]


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


def test_a_share_to_be_reached_is_an_aim_whatever_day_it_names(rulebook: Rulebook) -> None:
    text = """III. NHIỆM VỤ
- Phấn đấu tỷ lệ hộ dùng nước sạch đạt trên 72%, đến hết quý III đạt 80%.
- Phấn đấu hoàn thành tuyến ống trước ngày 30/11.
"""
    assert [i for i, _ in said(text, rulebook)] == ["III.b2"]


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
4. Những nội dung chi tiết được nêu tại Phụ lục kèm theo.
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
5. Chủ thuyền tự chi trả tiền dầu, tiền lưới.
"""
    assert said(text, rulebook) == [("I.1", ["Phòng Văn hóa"]), ("I.4", [])]


def test_what_is_forbidden_is_work_and_what_should_not_happen_is_an_aim(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG THỰC HIỆN
- Không chia sẻ ảnh của trẻ lên mạng khi chưa được đồng ý.
- Không phát sinh nợ đọng mới trong các bản.
- Không gian đọc của các bản mở cả ngày nghỉ.
- Không nộp báo cáo: trừ 02 điểm.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.b1"]


def test_shares_to_be_reached_inside_of_the_work_are_aims_whoever_they_name(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Chỉ tiêu
- 100% giáo viên soạn bài đầy đủ.
2. Biện pháp
- 100% giáo viên đăng ký tiết dạy mẫu.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.2.b1"]


def test_what_becomes_of_who_breaks_the_rules_is_no_work(rulebook: Rulebook) -> None:
    text = """I. KHEN THƯỞNG, XỬ LÝ VI PHẠM
1. Bản nào không hoàn thành chỉ tiêu sẽ bị phê bình, hạ bậc thi đua.
2. Cá nhân vi phạm tùy theo mức độ bị xử lý theo quy định.
3. Bản nào không hoàn thành thì Công an xã lập biên bản xử lý các hộ bị nhắc nhở.
4. Ban Thi đua trình danh sách khen thưởng trước ngày 30/5/2031.
5. Lớp có tỷ lệ chuyên cần dưới 80% thì không được xét khen thưởng.
Yêu cầu trưởng các bản nhắc nhở từng hộ nghiêm túc thực hiện. Hộ nào để mất dụng cụ sẽ bị phê bình.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.3", "I.4"]


def test_work_on_what_was_found_wanting_is_work(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
1. Các bản chưa đạt chuẩn rà soát những tiêu chí bị trừ điểm.
2. Các trường thiếu giáo viên gửi danh sách tiết bị cắt trước ngày 30/5/2031.
3. Bản để xảy ra phá rừng thì bị xem xét trách nhiệm; Hạt Kiểm lâm tổng hợp, gửi UBND xã.
"""
    assert [i for i, _ in said(text, rulebook)] == ["I.1", "I.2", "I.3"]


def test_a_name_and_its_day_among_the_times_are_no_work(rulebook: Rulebook) -> None:
    text = """I. NỘI DUNG
1. Thời gian kiểm tra
- Trường Mầm non Hoa Ban: sáng ngày 05/3/2031.
- Các trường còn lại gửi báo cáo trước ngày 10/3/2031.
- Các điểm trường: xong trước ngày 15/3/2031.
"""
    assert said(text, rulebook) == [("I.1.b2", ["Các trường còn lại"]), ("I.1.b3", ["Các điểm trường"])]


def test_where_money_comes_from_may_be_followed_by_who_plans_it(rulebook: Rulebook) -> None:
    text = """I. KINH PHÍ
1. Từ nguồn sự nghiệp thú y năm 2031. Trạm Y tế lập dự toán gửi Kế toán thẩm định.
2. Từ nguồn sự nghiệp thú y năm 2031. Số còn lại huy động xã hội hóa.
"""
    assert said(text, rulebook) == [("I.1", ["Trạm Y tế"])]


def test_how_long_a_part_of_an_event_takes_is_no_work(rulebook: Rulebook) -> None:
    text = """II. NỘI DUNG
1. Vòng 1: Thi viết, thời gian 90 phút.
2. Phỏng vấn: 30 phút/thí sinh.
3. Phát thanh chuyên mục an toàn giao thông 15 phút/ngày.
4. Xử lý tin báo cháy trong vòng 15 phút.
5. Công an xã bố trí chốt trực, mỗi ca 45 phút.
6. Tổ chức truy bài đầu giờ 10 phút.
7. Có mặt tại nơi có cháy trong thời gian 10 phút.
"""
    assert [i for i, _ in said(text, rulebook)] == ["II.3", "II.4", "II.5", "II.6", "II.7"]
