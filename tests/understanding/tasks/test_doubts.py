from __future__ import annotations

from understanding.paper import tasks_of
from vanthu.document.content import Task
from vanthu.rulebook import Rulebook


def task(tasks: tuple[Task, ...], path: str) -> Task:
    return next(t for t in tasks if t.id == path)


def test_a_lead_that_an_opening_line_names_is_less_sure(rulebook: Rulebook) -> None:
    found = tasks_of(
        "UBND huyện yêu cầu UBND các xã thực hiện:\n1. Công tác chuẩn bị\n- Rà soát hồ sơ tồn đọng.\n2. Công an xã\n- Tuần tra ban đêm tại các thôn.",
        rulebook,
    )
    own, handed = task(found, "2.b1"), task(found, "1.b1")
    assert "cơ quan chủ trì lấy từ đoạn mở đầu của văn bản" in handed.review
    assert "cơ quan chủ trì lấy từ đoạn mở đầu của văn bản" not in own.review
    assert (handed.confidence or 0) < (own.confidence or 0)


def test_a_lead_under_a_heading_in_strange_words_is_less_sure(rulebook: Rulebook) -> None:
    found = tasks_of(
        "I. NHIỆM VỤ\n1. Các cơ quan tiếp nhận hồ sơ trực tuyến\n- Công khai kết quả giải quyết hồ sơ.\n2. Công an xã\n- Tuần tra ban đêm tại các thôn.",
        rulebook,
    )
    assert any("tiêu đề" in reason for reason in task(found, "I.1.b1").review)
    assert task(found, "I.2.b1").review == ()
    assert (task(found, "I.1.b1").confidence or 0) < (task(found, "I.2.b1").confidence or 0)


def test_a_task_without_anybody_is_worth_a_look(rulebook: Rulebook) -> None:
    found = tasks_of("I. NỘI DUNG\n1. Rà soát toàn bộ hồ sơ tồn đọng.", rulebook)
    assert found[0].review == ("không thấy cơ quan chủ trì",)


def test_a_time_from_elsewhere_says_from_where(rulebook: Rulebook) -> None:
    found = tasks_of(
        "I. NỘI DUNG\n1. Hoạt động cao điểm (xong trước ngày 30/6/2025)\n- Phát quang hành lang.\n- Thu gom rác trước ngày 15/6/2025.",
        rulebook,
    )
    first, second = task(found, "I.1.b1"), task(found, "I.1.b2")
    assert [d.assumptions for d in first.deadlines] == [("thời hạn ghi tại mục I.1",)]
    assert second.deadlines[0].assumptions == ()


def test_a_cell_of_time_that_tells_none_goes_to_a_person(rulebook: Rulebook) -> None:
    told = "ô thời gian trong bảng chưa hiểu được: “Khi thuận tiện”"
    rows = "|Rửa xe|Đội xe|Khi thuận tiện|\n|Thay lốp|Đội xe|5/9/2031|\n|Thay dầu|Đội xe|-|\n"
    found = tasks_of(f"I. NHIỆM VỤ\n|Nội dung công việc|Đơn vị thực hiện|Thời gian|\n{rows}", rulebook)
    assert [t.review for t in found] == [(told,), (), ()]
