from __future__ import annotations

from understanding.paper import tasks_of
from vanthu.document.geometry import Span
from vanthu.document.layout import Table, TableCell
from vanthu.rulebook import Rulebook
from vanthu.understanding.columns.columns import Column, TableUse, TableView


def test_a_list_of_people_and_their_offices_gives_no_tasks(rulebook: Rulebook) -> None:
    members = (
        "|1|Bà Lê Thị Bưởi|Trưởng phòng Kinh tế|Tổ trưởng|\n|2|Ông Võ Cam|Chuyên viên|Thành viên, thư ký|\n"
    )
    table = f"I. THÀNH PHẦN\n|TT|Họ và tên|Chức vụ|Nhiệm vụ|\n{members}"
    assert tasks_of(table, rulebook) == ()
    duties = table.replace("Tổ trưởng", "Phụ trách chung").replace("Thành viên, thư ký", "Tổng hợp số liệu")
    assert [t.text for t in tasks_of(duties, rulebook)] == ["Phụ trách chung", "Tổng hợp số liệu"]


def test_people_with_days_have_work_whatever_its_words(rulebook: Rulebook) -> None:
    table = "I. PHÂN CÔNG\n|TT|Họ và tên|Nhiệm vụ|{}|\n|1|Võ Cam|{}|12/6/2031|\n|2|Lê Bưởi|{}|14/6/2031|\n"
    tasks = tasks_of(table.format("Thời gian", "Loa đài", "Bánh kẹo, trà"), rulebook)
    assert [(t.text, [d.date for d in t.deadlines]) for t in tasks] == [
        ("Loa đài", ["2031-06-12"]),
        ("Bánh kẹo, trà", ["2031-06-14"]),
    ]
    assert tasks_of(table.format("Thời gian", "Tổ trưởng", "Thành viên kiêm thư ký"), rulebook) == ()
    assert tasks_of(table.format("Ngày sinh", "Loa đài", "Bánh kẹo, trà"), rulebook) == ()


def test_a_dash_says_that_nobody_leads(rulebook: Rulebook) -> None:
    rows = "|Rửa xe|Đội xe|Xe sạch|\n|Thay lốp|{}|Lốp mới|\n"
    table = f"I. NHIỆM VỤ\n|Nội dung công việc|Đơn vị thực hiện|Kết quả|\n{rows}"
    leads = [[u.name for u in t.lead] for t in tasks_of(table.format("-"), rulebook)]
    assert leads == [["Đội xe"], []]
    leads = [[u.name for u in t.lead] for t in tasks_of(table.format(""), rulebook)]
    assert leads == [["Đội xe"], ["Đội xe"]]


def test_who_stands_before_words_of_helping_leads(rulebook: Rulebook) -> None:
    cells = {
        "Đội xe phối hợp với Tổ bảo vệ": (["Đội xe"], ["Tổ bảo vệ"]),
        "Đội xe, Tổ điện cùng Tổ bảo vệ": (["Đội xe", "Tổ điện"], ["Tổ bảo vệ"]),
        "Đội xe phối hợp; Tổ bảo vệ chủ trì": (["Tổ bảo vệ"], ["Đội xe"]),
    }
    rows = "".join(f"|Rửa xe|{cell}|Xe sạch|\n" for cell in cells)
    tasks = tasks_of(f"I. NHIỆM VỤ\n|Nội dung công việc|Đơn vị thực hiện|Kết quả|\n{rows}", rulebook)
    found = [([u.name for u in t.lead], [u.name for u in t.coordinate]) for t in tasks]
    assert found == list(cells.values())


def test_of_several_in_a_column_of_leaders_the_first_leads(rulebook: Rulebook) -> None:
    table = "I. NHIỆM VỤ\n|Nội dung công việc|Đơn vị thực hiện|\n|Rửa xe|{}|\n"
    for cell in ("Đội xe; Công an xã phối hợp", "Đội xe, Công an xã cùng phối hợp"):
        (task,) = tasks_of(table.format(cell), rulebook)
        assert ([u.name for u in task.lead], [u.name for u in task.coordinate]) == (
            ["Đội xe"],
            ["Công an xã"],
        )
    (task,) = tasks_of(table.format("Công an xã phối hợp"), rulebook)
    assert ([u.name for u in task.lead], [u.name for u in task.coordinate]) == ([], ["Công an xã"])


def test_what_is_spent_is_no_work(rulebook: Rulebook) -> None:
    table = "I. KINH PHÍ\n|TT|{}|Số tiền|Đơn vị thực hiện|\n|1|Mua thóc giống|12|Đội xe|\n|2|Thuê máy cày|7|Đội xe|\n"
    assert tasks_of(table.format("Nội dung chi"), rulebook) == ()
    assert len(tasks_of(table.format("Nội dung chi tiết"), rulebook)) == 2


def test_the_column_of_the_work_itself_is_the_work(rulebook: Rulebook) -> None:
    table = "I. NHIỆM VỤ\n|Nhóm việc|Việc cụ thể|Đầu mối|\n|Chuẩn bị|Mua thóc giống|Đội xe|\n|Làm đất|Thuê máy cày|Đội xe|\n"
    assert [t.text for t in tasks_of(table, rulebook)] == ["Mua thóc giống", "Thuê máy cày"]


def test_who_oversees_leads_only_where_nobody_else_does(rulebook: Rulebook) -> None:
    table = "I. NHIỆM VỤ\n|Nội dung công việc|Lãnh đạo phụ trách|{}|\n|Rửa xe|Ông Võ Cam|Đội xe|\n|Thay lốp|Ông Võ Cam|Đội xe|\n"
    beside = tasks_of(table.format("Đơn vị thực hiện"), rulebook)
    assert [[u.name for u in t.lead] for t in beside] == [["Đội xe"], ["Đội xe"]]
    alone = tasks_of(table.format("Ghi chú"), rulebook)
    assert [[u.name for u in t.lead] for t in alone] == [["Ông Võ Cam"], ["Ông Võ Cam"]]


def test_a_cell_over_the_whole_row_heads_what_stands_below() -> None:
    cells = (
        TableCell(row=0, column=0, column_span=2, span=Span(0, 9)),
        TableCell(row=1, column=0, span=Span(10, 11)),
        TableCell(row=1, column=1, span=Span(12, 20)),
        TableCell(row=2, column=0, span=Span(21, 22)),
        TableCell(row=2, column=1, span=Span(22, 22)),
    )
    table = Table(pages=(1,), rows=3, columns=2, head_rows=0, cells=cells)
    view = TableView(table, {0: Column.NUMBER, 1: Column.WORK}, TableUse.TASKS)
    assert view.lines == {0: Span(0, 9), 1: Span(12, 20)}
