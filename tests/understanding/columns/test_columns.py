from __future__ import annotations

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook


def test_a_list_of_people_and_their_offices_gives_no_tasks(rulebook: Rulebook) -> None:
    members = (
        "|1|Bà Lê Thị Bưởi|Trưởng phòng Kinh tế|Tổ trưởng|\n|2|Ông Võ Cam|Chuyên viên|Thành viên, thư ký|\n"
    )
    table = f"I. THÀNH PHẦN\n|TT|Họ và tên|Chức vụ|Nhiệm vụ|\n{members}"
    assert tasks_of(table, rulebook) == ()
    duties = table.replace("Tổ trưởng", "Phụ trách chung").replace("Thành viên, thư ký", "Tổng hợp số liệu")
    assert [t.text for t in tasks_of(duties, rulebook)] == ["Phụ trách chung", "Tổng hợp số liệu"]


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
