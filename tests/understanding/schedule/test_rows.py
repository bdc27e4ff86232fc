from __future__ import annotations

import pytest

from understanding.paper import FOLDER, plan_of, tasks_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.schedule.rows import schedule

TABLE = """
|STT|Thôn|Thời gian tuyên truyền|Ghi chú|
|01|Đồi Mây|22/11/2021||
|02|Suối Cạn|23/11||
|03|Chưa định|||
"""


def test_rows_of_a_dated_table_take_the_missing_year_from_the_issue(rulebook: Rulebook) -> None:
    rows = schedule(plan_of(TABLE, rulebook, issued_on="2021-11-15"), rulebook)
    assert [(r.when, r.what) for r in rows] == [("2021-11-22", "Đồi Mây"), ("2021-11-23", "Suối Cạn")]


def test_a_dated_table_gives_no_tasks(rulebook: Rulebook) -> None:
    assert tasks_of("I. NỘI DUNG" + TABLE, rulebook, issued_on="2021-11-15") == ()


def test_a_table_of_duties_gives_no_schedule(rulebook: Rulebook) -> None:
    text = (FOLDER / "13_progress_table.txt").read_text(encoding="utf-8")
    rows = schedule(plan_of(text, rulebook, issued_on="2026-03-02"), rulebook)
    assert [(r.when, r.what) for r in rows] == [("2026-03-20", "Thôn Thượng"), ("2026-03-22", "Thôn Hạ")]


def test_a_day_in_a_form_that_no_rule_knows_is_read_all_the_same(rulebook: Rulebook) -> None:
    table = TABLE.replace("22/11/2021", "22 Tháng Mười Một, 2021").replace("23/11", "23/11/21")
    rows = schedule(plan_of(table, rulebook, issued_on="2021-11-15"), rulebook)
    assert [r.when for r in rows] == ["2021-11-22", "2021-11-23"]


def test_what_comes_again_from_a_day_on_is_no_event_of_that_day(rulebook: Rulebook) -> None:
    table = TABLE.replace("22/11/2021", "Hằng tuần, từ ngày 22/11/2021")
    rows = schedule(plan_of(table, rulebook, issued_on="2021-11-15"), rulebook)
    assert [r.what for r in rows] == ["Suối Cạn"]


def test_days_of_things_in_a_list_are_no_timetable(rulebook: Rulebook) -> None:
    for head in ("Ngày sản xuất", "Ngày cấp", "Ngày vào Đảng"):
        text = TABLE.replace("Thời gian tuyên truyền", head)
        assert schedule(plan_of(text, rulebook, issued_on="2021-11-15"), rulebook) == ()


AGENDA = """
NGÀY 1: THỨ HAI, NGÀY {day}
|Thời gian|Hình thức|Nội dung|Phụ trách|
|7h00 - 7h15|Tập trung|Ổn định tổ chức|Trường Tiểu học Đồi Mây|
|7h15 - 8h00|Theo lớp|Phổ biến nội quy|Trường Tiểu học Đồi Mây|
"""


def test_a_table_of_hours_is_the_programme_of_the_day_above_it(rulebook: Rulebook) -> None:
    text = "I. NỘI DUNG" + AGENDA.format(day="24/8/2026")
    rows = schedule(plan_of(text, rulebook, issued_on="2026-08-03"), rulebook)
    assert [(r.when, r.what) for r in rows] == [
        ("2026-08-24", "Ổn định tổ chức"),
        ("2026-08-24", "Phổ biến nội quy"),
    ]
    assert tasks_of(text, rulebook, issued_on="2026-08-03") == ()


def test_hours_without_a_day_give_no_rows(rulebook: Rulebook) -> None:
    text = "I. NỘI DUNG" + AGENDA.format(day="khai giảng")
    assert schedule(plan_of(text, rulebook, issued_on="2026-08-03"), rulebook) == ()


def test_a_limit_above_a_table_of_hours_is_not_its_day(rulebook: Rulebook) -> None:
    text = "I. NỘI DUNG\nCác đơn vị đăng ký trước ngày 20/8/2026." + AGENDA.format(day="khai giảng")
    assert schedule(plan_of(text, rulebook, issued_on="2026-08-03"), rulebook) == ()


def test_a_date_of_issue_without_its_day_tells_the_year(rulebook: Rulebook) -> None:
    rows = schedule(plan_of(TABLE.replace("22/11/2021", "22/11"), rulebook, issued_on="2021-11"), rulebook)
    assert [r.when for r in rows] == ["2021-11-22", "2021-11-23"]


WEEK = """
LỊCH CÔNG TÁC TUẦN (Từ ngày 10/8/2026 đến ngày 16/8/2026)
|Ngày|{head}|Nội dung|Chủ trì|Địa điểm|
|Thứ Hai 10/8|{first}|Chào cờ|Chủ tịch UBND xã|Sân trụ sở|
||{second}|Tiếp công dân|Phó Chủ tịch UBND xã|Phòng tiếp dân|
|Thứ Ba (11/8)|{first}|Kiểm tra đê bối|Phó Chủ tịch UBND xã|Thôn Bãi|
"""


@pytest.mark.parametrize(
    ("head", "first", "second"), [("Thời gian", "7h30", "14h00"), ("Buổi", "Sáng", "Chiều")]
)
def test_the_calendar_of_a_week_is_a_schedule_and_no_list_of_tasks(
    rulebook: Rulebook, head: str, first: str, second: str
) -> None:
    text = WEEK.format(head=head, first=first, second=second)
    rows = schedule(plan_of(text, rulebook, issued_on="2026-08-07"), rulebook)
    assert [(r.when, r.what) for r in rows] == [
        ("2026-08-10", "Chào cờ"),
        ("2026-08-10", "Tiếp công dân"),
        ("2026-08-11", "Kiểm tra đê bối"),
    ]
    assert tasks_of(text, rulebook, issued_on="2026-08-07") == ()


def test_days_by_which_work_must_be_done_are_tasks_without_who_does_it(rulebook: Rulebook) -> None:
    text = """I. TIẾN ĐỘ
|TT|Nội dung công việc chủ yếu|Ngày chậm nhất phải hoàn thành|
|1|Lập danh sách cử tri|21/3/2031|
"""
    (task,) = tasks_of(text, rulebook, issued_on="2031-01-07")
    assert [(d.date, d.qualifier) for d in task.deadlines] == [("2031-03-21", "by")]


def test_a_day_over_the_whole_table_heads_the_hours_below_it(rulebook: Rulebook) -> None:
    text = """II. LỊCH TẬP HUẤN
|Thời gian|Nội dung|Địa điểm|Cán bộ phụ trách|
|Ngày thứ nhất (14/8/2031)||||
|07h00 - 07h30|Khai mạc|Hội trường|Trưởng trạm|
|Ngày thứ hai (15/8/2031)||||
|13h30 - 17h00|Thực hành sơ cứu|Sân vận động|Y sĩ trạm|
"""
    rows = schedule(plan_of(text, rulebook, issued_on="2031-07-20"), rulebook)
    assert [(r.when, r.what) for r in rows] == [
        ("2031-08-14", "Khai mạc"),
        ("2031-08-15", "Thực hành sơ cứu"),
    ]
    assert tasks_of(text, rulebook, issued_on="2031-07-20") == ()


def test_dated_lines_of_a_programme_are_a_schedule_and_no_tasks(rulebook: Rulebook) -> None:
    text = """III. CHƯƠNG TRÌNH HỘI THI
Ngày 25/4/2031: 15h00 bốc thăm lượt thi.
Ngày 26/4/2031: tổ chức thi kéo lưới, vá lưới.
IV. TIẾN ĐỘ THỰC HIỆN
- Ngày 10/4/2031: Họp Ban Tổ chức.
- Ngày 12/4/2031: Kiểm tra sân bãi.
"""
    rows = schedule(plan_of(text, rulebook, issued_on="2031-02-20"), rulebook)
    assert [(r.when, r.what) for r in rows] == [
        ("2031-04-25", "15h00 bốc thăm lượt thi"),
        ("2031-04-26", "tổ chức thi kéo lưới, vá lưới"),
    ]
    assert [t.id for t in tasks_of(text, rulebook, issued_on="2031-02-20")] == ["IV.b1", "IV.b2"]


VISITS = """
|TT|Tên cơ sở được kiểm tra|Nội dung kiểm tra|Thời gian công bố|Thời hạn kiểm tra|{more}|
|1|Nhà thuốc Minh Tâm|Bảo quản thuốc|15/3/2031|01 ngày|{who}|
|2|Quầy thuốc Bản Lác|Nguồn gốc thuốc|17/3/2031|02 ngày|{who}|
"""


def test_whom_an_inspection_visits_and_when_is_a_schedule(rulebook: Rulebook) -> None:
    text = "I. NỘI DUNG" + VISITS.format(more="Ghi chú", who="")
    rows = schedule(plan_of(text, rulebook, issued_on="2031-03-02"), rulebook)
    assert [(r.when, r.what) for r in rows] == [
        ("2031-03-15", "Nhà thuốc Minh Tâm"),
        ("2031-03-17", "Quầy thuốc Bản Lác"),
    ]
    assert tasks_of(text, rulebook, issued_on="2031-03-02") == ()


def test_an_inspection_that_somebody_must_lead_is_work_of_his(rulebook: Rulebook) -> None:
    text = "I. NỘI DUNG" + VISITS.format(more="Đơn vị chủ trì", who="Thanh tra Sở")
    found = tasks_of(text, rulebook, issued_on="2031-03-02")
    assert [[u.name for u in t.lead] for t in found] == [["Thanh tra Sở"], ["Thanh tra Sở"]]
