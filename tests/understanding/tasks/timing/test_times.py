from __future__ import annotations

import pytest

from understanding.paper import plan_of, tasks_of
from vanthu.document.content import Qualifier
from vanthu.rulebook import Rulebook
from vanthu.understanding.tasks import extract

TABLE = """
I. NHIỆM VỤ
|TT|Nội dung|Chủ trì|{head}|
|1|Lập danh sách cơ sở phải kiểm tra|Công an phường|{cell}|
"""


@pytest.mark.parametrize(
    ("head", "cell", "qualifier"),
    [
        ("Thời hạn hoàn thành", "28/9/2025", Qualifier.BY),
        ("Xong trước", "ngày 28/9/2025", Qualifier.BY),
        ("Thời hạn", "Trước ngày 28/9/2025", Qualifier.BEFORE),
        ("Thời hạn", "Vào ngày 28/9/2025", Qualifier.ON),
        ("Thời gian", "28/9/2025", Qualifier.ON),
    ],
)
def test_a_bare_day_under_a_head_of_limits_is_a_limit(
    rulebook: Rulebook, head: str, cell: str, qualifier: Qualifier
) -> None:
    (task,) = tasks_of(TABLE.format(head=head, cell=cell), rulebook, issued_on="2025-09-10")
    assert [d.qualifier for d in task.deadlines] == [qualifier]


TITLED = """
II. MỘT SỐ NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN NĂM 2030
1. Sở Y tế lập danh mục trạm y tế cần sửa chữa (trong năm 2026).
2. Sở Nội vụ tổ chức tập huấn cho viên chức y tế.
"""
STAGED = """
II. CÁC BƯỚC TIẾN HÀNH
Bước 1: Công tác khám tuyển (từ ngày 12/10/2026 đến ngày 23/10/2026)
- Phòng Y tế thành lập hội đồng khám, hoàn thành trước ngày 09/10/2026.
- Phòng Y tế tổ chức khám tập trung.
- Phòng Y tế kiểm tra việc khám sơ tuyển tại các xã (từ ngày 01/11/2026 đến ngày 05/11/2026).
- Phòng Y tế báo cáo số người đã khám trước ngày 20/10/2026.
"""
NUMBERED = """
II. CÁC BƯỚC TIẾN HÀNH
1. Giai đoạn 1 (từ ngày 12/10/2026 đến ngày 23/10/2026)
- Phòng Y tế kiện toàn tổ khám lưu động; gửi quyết định trước ngày 20/10/2026.
- Phòng Y tế tổ chức khám tập trung.
"""
STAGE_ENDS = [["2026-10-09"], ["2026-10-23"], ["2026-11-05"], ["2026-10-20", "2026-10-23"]]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (TITLED, [["2026-12-31"], ["2030-12-31"]]),
        (STAGED, STAGE_ENDS),
        (NUMBERED, [["2026-10-20", "2026-10-23"], ["2026-10-23"]]),
    ],
    ids=[
        "years of a title bind what has no time of its own",
        "what lies outside a stage does not get its days",
        "the days of a numbered stage bound what has its own time, too",
    ],
)
def test_time_of_a_heading_and_of_the_work(rulebook: Rulebook, text: str, ends: list[list[str]]) -> None:
    tasks = tasks_of(text, rulebook, issued_on="2026-03-02")
    assert [[d.date or d.end for d in t.deadlines] for t in tasks] == ends


def test_the_last_year_of_a_title_is_not_the_year_of_a_day(rulebook: Rulebook) -> None:
    title = "phát triển cây chè trên địa bàn xã đến hết năm 2032"
    text = "II. NHIỆM VỤ\n1. Phòng Kinh tế gửi danh sách hộ trồng chè trước ngày 24/10."
    (task,) = tasks_of(text, rulebook, issued_on="2031-09-15", title=title)
    assert [d.date for d in task.deadlines] == ["2031-10-24"]


def test_the_year_of_a_cited_date_in_the_title_is_not_the_plans(rulebook: Rulebook) -> None:
    title = "thực hiện Nghị quyết số 12-NQ/TU ngày 22 tháng 12 năm 2025 của Tỉnh ủy"
    text = "II. NHIỆM VỤ\n1. Sở Y tế gửi báo cáo trước ngày 15/6."
    (task,) = tasks_of(text, rulebook, issued_on="2026-03-02", title=title)
    assert [d.date for d in task.deadlines] == ["2026-06-15"]


MONTHLY = """
III. TIẾN ĐỘ THỰC HIỆN
1. Tháng 10/2026
- Văn phòng xây dựng thể lệ hội thi.
- Văn phòng gửi giấy mời trước ngày 20.
"""
STEPS = """
II. NHIỆM VỤ
1. Tổ chức lấy ý kiến nhân dân về hương ước của thôn, trong đó:
1.1. Lấy ý kiến lần thứ nhất: Chậm nhất ngày 10/9/2026.
1.2. Lấy ý kiến lần thứ hai: Chậm nhất ngày 20/10/2026.
- Thời gian hoàn thành: Quý III/2026 và Quý IV/2026
"""
ENTRIES = """
II. NỘI DUNG THỰC HIỆN
1. Hội thi vẽ tranh
- Phát động hội thi đến các trường.
- Thời gian nhận tác phẩm dự thi: từ ngày 05/10/2026 đến ngày 20/10/2026.
"""


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (MONTHLY, [["2026-10-31"], ["2026-10-20"]]),
        (STEPS, [["2026-12-31"], ["2026-09-10"], ["2026-10-20"]]),
        (ENTRIES, [["2026-10-20"]]),
    ],
    ids=[
        "a month behind a number is the heading of the work under it",
        "a line of time under dated steps is the item's",
        "the time of one activity binds the work above it",
    ],
)
def test_time_of_lines_around_the_work(rulebook: Rulebook, text: str, ends: list[list[str]]) -> None:
    tasks = tasks_of(text, rulebook, issued_on="2026-09-02")
    assert [[d.date or d.end for d in t.deadlines] for t in tasks] == ends


SEASON = """
III. NỘI DUNG
1. Các hoạt động trong chiến dịch mùa nước nổi
- Đoàn xã phát 200 áo phao cho học sinh.
- Hội Phụ nữ xã mở lớp dạy bơi trước ngày 20/10/2026.
"""
MONEY = """
III. NỘI DUNG
1. Văn phòng lắp 12 bảng tin ở các thôn.
- Kinh phí: lấy từ nguồn xã hội hóa; kế toán quyết toán trước ngày 20/12/2026.
- Thời gian: quý IV/2026.
"""


@pytest.mark.parametrize(
    ("text", "ends"),
    [(SEASON, [[], ["2026-10-20"]]), (MONEY, [["2026-12-31"]])],
    ids=["an event in a title is what the work is about", "a day of the money is no day of the work"],
)
def test_times_that_bind_no_work(rulebook: Rulebook, text: str, ends: list[list[str]]) -> None:
    tasks = tasks_of(text, rulebook, issued_on="2026-09-02")
    assert [[d.date or d.end for d in t.deadlines] for t in tasks] == ends


SURVEY = """
II. CÁC BƯỚC TIẾN HÀNH
Thời gian: từ ngày 05/10/2026 đến ngày 25/12/2026, chia làm 02 bước:
1. Bước 1: Khảo sát (từ ngày 05/10/2026 đến ngày 30/10/2026)
- Văn phòng phát phiếu hỏi ý kiến đến các hộ.
2. Bước 2: Tổng hợp (từ ngày 02/11/2026 đến ngày 25/12/2026)
- Văn phòng nhập phiếu vào máy tính.
"""


def test_steps_with_times_of_their_own_leave_the_line_above_to_the_whole_plan(rulebook: Rulebook) -> None:
    found = extract(plan_of(SURVEY, rulebook, issued_on="2026-09-02"), rulebook)
    assert [[d.end for d in t.deadlines] for t in found.tasks] == [["2026-10-30"], ["2026-12-25"]]
    assert [(d.start, d.end) for d in found.document_deadlines] == [("2026-10-05", "2026-12-25")]


PATROL = """
III. TỔ CHỨC THỰC HIỆN
1. Thời gian thực hiện: từ ngày 05/10/2026 đến hết ngày 25/12/2026.
2. Các đội nghiệp vụ lập danh sách bến đò trước ngày 02/10/2026.
3. Chế độ báo cáo:
- Báo cáo kết quả trước ngày 28/12/2026.
"""


def test_a_numbered_time_of_the_organisation_is_the_whole_plans(rulebook: Rulebook) -> None:
    found = extract(plan_of(PATROL, rulebook, issued_on="2026-09-02"), rulebook)
    assert [[d.date for d in t.deadlines] for t in found.tasks] == [["2026-10-02"], ["2026-12-28"]]
    assert [(d.start, d.end) for d in found.document_deadlines] == [("2026-10-05", "2026-12-25")]


LIBRARY = """
II. LỊCH LÀM VIỆC
1. Tháng 10/2026
|TT|Nội dung|Chủ trì|Thời gian|
|1|Kiểm kê sách của thư viện|Văn phòng|08/10/2026|
|2|Dán nhãn sách mới|Văn phòng||
"""


def test_a_row_with_its_own_day_takes_no_period_from_above(rulebook: Rulebook) -> None:
    tasks = tasks_of(LIBRARY, rulebook, issued_on="2026-09-02")
    assert [[d.date or d.end for d in t.deadlines] for t in tasks] == [["2026-10-08"], ["2026-10-31"]]


STORM = """
II. NHIỆM VỤ
1. {title}
- Đội xung kích chằng chống nhà văn hóa.
"""


@pytest.mark.parametrize(
    ("title", "kinds"),
    [("Trước mùa bão", []), ("Trước mùa bão:", ["relative"]), ("Chuẩn bị (trước mùa bão)", ["relative"])],
)
def test_an_event_that_is_a_title_binds_only_where_a_mark_sets_it_apart(
    rulebook: Rulebook, title: str, kinds: list[str]
) -> None:
    (task,) = tasks_of(STORM.format(title=title), rulebook, issued_on="2026-09-02")
    assert [d.kind.value for d in task.deadlines] == kinds


EVERYDAY = """
B. HOẠT ĐỘNG THƯỜNG XUYÊN
- Văn phòng cập nhật sổ công văn.
- Văn phòng kiểm tra kho lưu trữ vào thứ Hai hằng tuần.
- Văn phòng đo độ mặn ngày 02 lần, báo cáo trước 19 giờ hằng ngày.
"""


def test_a_title_of_everyday_work_binds_what_has_no_rhythm(rulebook: Rulebook) -> None:
    tasks = tasks_of(EVERYDAY, rulebook, issued_on="2026-09-02")
    told = [[(d.kind.value, d.times, d.time) for d in t.deadlines] for t in tasks]
    assert told == [
        [("ongoing", None, None)],
        [("recurring", None, None)],
        [("recurring", 2, None), ("recurring", None, "19:00")],
    ]


FAIR = """
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: từ ngày 09/10/2026 đến ngày 12/10/2026.
2. Lịch hoạt động:
|Ngày|Buổi|Nội dung|Địa điểm|
|09/10/2026|Chiều|Bày gian hàng nông sản|Bến chợ|
|12/10/2026|Tối|Chấm thi bánh dân gian|Sân đình|
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng dựng rạp trước ngày 05/10/2026.
"""


def test_rows_of_a_schedule_are_no_times_of_the_whole_plan(rulebook: Rulebook) -> None:
    found = extract(plan_of(FAIR, rulebook, issued_on="2026-09-02"), rulebook)
    assert [(d.start, d.end) for d in found.document_deadlines] == [("2026-10-09", "2026-10-12")]


ROUNDS = """
V. THEO DÕI, ĐÁNH GIÁ
Các hợp tác xã định kỳ gửi số liệu nuôi tôm về Phòng Kinh tế như sau:
- Báo cáo 6 tháng: Ban Giám đốc gửi trước ngày 18/6.
- Báo cáo năm: Ban Giám đốc gửi trước ngày 08/12.
- Báo cáo chuyên đề: Ban Giám đốc gửi trước ngày 22/12.
"""


def test_reports_of_periods_come_every_year(rulebook: Rulebook) -> None:
    tasks = tasks_of(ROUNDS, rulebook, issued_on="2026-07-10")
    told = [(d.rrule or d.date) for t in tasks for d in t.deadlines]
    assert told == [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8",
        "2026-12-22",
    ]
    assert all(d.evidence for t in tasks for d in t.deadlines)


def test_a_title_that_parts_the_work_by_months_gives_no_rhythm(rulebook: Rulebook) -> None:
    first, second = tasks_of(
        """
II. KẾ HOẠCH CỤ THỂ TỪNG THÁNG
1. Tháng 9/2031
- Nạo vét kênh tưới từ ngày 06 đến ngày 18.
2. Tháng 10/2031
- Kiểm tra trạm bơm.
""",
        rulebook,
    )
    assert [(d.start, d.end) for d in first.deadlines] == [("2031-09-06", "2031-09-18")]
    assert [d.start for d in second.deadlines] == ["2031-10-01"]


def test_years_alone_are_the_time_of_the_work_below(rulebook: Rulebook) -> None:
    (task,) = tasks_of("II. NỘI DUNG\n1. Giai đoạn 2031 - 2033\n- Kiên cố hóa kênh tưới.\n", rulebook)
    assert [(d.start, d.end) for d in task.deadlines] == [("2031-01-01", "2033-12-31")]
