"""Lines on who leads and when, under lettered items: they speak of the items before, back to one with lines of its own."""

from __future__ import annotations

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook

SHARED = """
II. NỘI DUNG
1. Đường hoa
a) Trồng hoa dọc kênh xã.
b) Cắm biển tên các tuyến đường.
Cơ quan chủ trì: Đoàn xã.
Thời gian thực hiện: trước ngày 20/5/2026.
"""
APART = """
II. NỘI DUNG
1. Đường hoa
a) Trồng hoa dọc kênh xã.
Cơ quan chủ trì: Hội Nông dân xã.
Thời gian thực hiện: trước ngày 10/5/2026.
b) Cắm biển tên các tuyến đường.
c) Quét vôi gốc cây.
Cơ quan chủ trì: Đoàn xã.
Thời gian thực hiện: trước ngày 20/5/2026.
"""


def test_lines_under_the_last_letter_speak_of_all_letters(rulebook: Rulebook) -> None:
    tasks = tasks_of(SHARED, rulebook)
    assert [[u.name for u in t.lead] for t in tasks] == [["Đoàn xã"]] * 2


def test_a_letter_with_lines_of_its_own_keeps_them_alone(rulebook: Rulebook) -> None:
    tasks = tasks_of(APART, rulebook)
    assert [[u.name for u in t.lead] for t in tasks] == [["Hội Nông dân xã"], ["Đoàn xã"], ["Đoàn xã"]]
    assert [[d.date for d in t.deadlines] for t in tasks] == [["2026-05-10"], ["2026-05-20"], ["2026-05-20"]]


def test_a_line_for_several_leaves_those_who_name_their_own(rulebook: Rulebook) -> None:
    text = """
II. NỘI DUNG
1. Đường hoa
- Trồng hoa dọc kênh xã.
- Đề nghị Hội Nông dân xã cắm biển tên các tuyến đường.
- Đơn vị chủ trì: Đoàn xã.
"""
    tasks = tasks_of(text, rulebook)
    assert [[u.name for u in t.lead] for t in tasks] == [["Đoàn xã"], ["Hội Nông dân xã"]]
