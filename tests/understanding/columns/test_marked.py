from __future__ import annotations

from collections.abc import Mapping

import pytest

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook
from vanthu.understanding.columns.marked import marked_periods, runs


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ({3: "Tháng 5", 4: "Tháng 6"}, {3: "tháng 5", 4: "tháng 6"}),
        ({3: "Thời gian (tháng/2031) 5", 4: "Thời gian (tháng/2031) 6"}, {3: "tháng 5/2031", 4: "tháng 6/2031"}),
        ({3: "T11/2031", 4: "T12/2031"}, {3: "tháng 11/2031", 4: "tháng 12/2031"}),
        ({3: "T7", 4: "T8"}, {3: "tháng 7", 4: "tháng 8"}),
        ({3: "T3/2031", 4: "T4/2031"}, {3: "tháng 3/2031", 4: "tháng 4/2031"}),
        ({3: "T3", 4: "T5"}, {}),
        ({3: "T2", 4: "T4", 5: "T6"}, {}),
        ({3: "Quý III", 4: "Quý IV"}, {3: "quý III", 4: "quý IV"}),
        ({3: "Tháng 8 Tuần 1", 4: "Tháng 8 Tuần 2"}, {}),
        ({3: "Phòng 5", 4: "Phòng 6"}, {}),
        ({2: "Tháng 5", 4: "Tháng 6"}, {}),
        ({3: "Tháng 5"}, {}),
    ],
)  # fmt: skip
def test_heads_tell_months_and_quarters(heads: Mapping[int, str], told: Mapping[int, str]) -> None:
    marks = dict.fromkeys(heads, ("x", "", "X"))
    assert marked_periods(heads, marks) == told
    assert marked_periods(heads, dict.fromkeys(heads, ("x", "12"))) == {}


def test_neighbours_are_one_run() -> None:
    assert list(runs([3, 8, 4, 6, 9])) == [(3, 4), (6, 6), (8, 9)]
    assert list(runs([])) == []


def test_marks_under_months_are_windows(rulebook: Rulebook) -> None:
    text = """I. TIẾN ĐỘ
|TT|Nội dung công việc|Thực hiện|Tháng 3/2031|Tháng 4/2031|Tháng 5/2031|
|1|Ươm cây giống|Trạm giống|x|x||
|2|Tưới cây|Tổ rừng|x||X|
"""
    found = [[(d.start, d.end) for d in t.deadlines] for t in tasks_of(text, rulebook)]
    assert found == [
        [("2031-03-01", "2031-04-30")],
        [("2031-03-01", "2031-03-31"), ("2031-05-01", "2031-05-31")],
    ]


def test_months_may_be_more_than_the_other_columns(rulebook: Rulebook) -> None:
    months = "|".join(f"Tháng {n}/2031" for n in range(3, 9))
    text = f"I. TIẾN ĐỘ\n|TT|Nội dung công việc|Thực hiện|{months}|\n|1|Ươm cây|Trạm giống|x|x|||||\n|2|Tưới cây|Tổ rừng|||||x||\n"
    found = [[(d.start, d.end) for d in t.deadlines] for t in tasks_of(text, rulebook)]
    assert found == [[("2031-03-01", "2031-04-30")], [("2031-07-01", "2031-07-31")]]


def test_notes_that_are_times_are_the_times_of_work_that_somebody_does(rulebook: Rulebook) -> None:
    text = """I. PHÂN CÔNG
|TT|Công việc|Đơn vị|Ghi chú|
|1|Trang trí sân khấu|Đoàn Thanh niên|Xong trước 03/10/2031|
|2|Chuẩn bị quà|Hội Phụ nữ||
|3|Trực cấp cứu|Trạm Y tế|Tối 06/10/2031|
"""
    tasks = tasks_of(text, rulebook)
    assert [[d.date for d in t.deadlines] for t in tasks] == [["2031-10-03"], [], ["2031-10-06"]]
    assert tasks_of(text.replace("Đơn vị", "Số lượng"), rulebook) == ()
