"""What a paragraph of a letter asks, and whom."""

from __future__ import annotations

import pytest

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Văn phòng UBND tỉnh đề nghị các Sở gửi tài liệu họp trước 16 giờ ngày 07/11/2025.", ["các Sở"]),
        (
            "Sở Nội vụ nhận được Công văn số 152/BNV ngày 10/3/2025. Sở Nội vụ đề nghị Trường Chính trị rà soát biên chế.",
            ["Trường Chính trị"],
        ),
        (
            "Xét báo cáo của Phòng Kinh tế, Chủ tịch UBND huyện có ý kiến như sau: Giao Phòng Tài chính thẩm định dự toán.",
            ["Phòng Tài chính"],
        ),
        (
            "Trạm Y tế xã thông báo lịch uống vitamin và đề nghị Trường Mầm non Hoa Cúc sắp xếp phòng.",
            ["Trường Mầm non Hoa Cúc"],
        ),
        ("Ủy ban nhân dân phường lấy ý kiến về dự thảo Quy chế. Ý kiến gửi về Văn phòng trước ngày 10/9/2025.", []),
    ],
)  # fmt: skip
def test_an_order_in_a_plain_paragraph_is_a_task(text: str, lead: list[str], rulebook: Rulebook) -> None:
    (task,) = tasks_of(text, rulebook)
    assert [u.name for u in task.lead] == lead


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế cảm ơn Trường Cao đẳng Y đã phối hợp trong đợt tiêm chủng vừa qua.",
        "Ngày 05/01/2025, UBND tỉnh đã ban hành Công văn số 09/UBND-KT yêu cầu các huyện báo cáo. Nay còn 03 huyện chưa gửi.",
        "Thực hiện Công văn số 12/SYT-NV của Sở Y tế về dịch sởi và đề nghị các huyện tiêm bổ sung, UBND huyện lập kế hoạch này.",
        "Trạm Y tế xã tổ chức uống vitamin cho trẻ và thông báo lịch trên loa.",
    ],
)
def test_a_paragraph_that_asks_nobody_is_none(text: str, rulebook: Rulebook) -> None:
    assert tasks_of(text, rulebook) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Chi cục Kiểm lâm đề nghị Viện kiểm sát nhân dân huyện truy tố bị can về tội hủy hoại rừng.",
        "Tòa án nhân dân huyện đề nghị Ủy ban nhân dân huyện cung cấp hồ sơ thửa đất.",
        "Trước đó, Cơ quan điều tra đã đề nghị Viện kiểm sát phê chuẩn quyết định khởi tố.",
        "Ngày 10/7/2026, Thanh tra tỉnh có Kết luận số 15/KL-TTr, trong đó đề nghị Sở Xây dựng xử lý.",
        "Ủy ban nhân dân thị xã thông tin để các cơ quan báo chí biết./.",
    ],
)
def test_what_others_ask_each_other_is_told_and_not_ordered(text: str, rulebook: Rulebook) -> None:
    assert tasks_of(text, rulebook, issuer="Ủy ban nhân dân thị xã Lạc Sơn") == ()


@pytest.mark.parametrize("word", ["và", ", đồng thời", ","])
def test_what_the_writer_does_and_what_he_asks_are_joined(word: str, rulebook: Rulebook) -> None:
    text = f"Trạm Y tế xã thông báo lịch uống vitamin{word} đề nghị Trường Mầm non Hoa Cúc sắp xếp phòng."
    (task,) = tasks_of(text.replace("vitaminvà", "vitamin và"), rulebook)
    assert [u.name for u in task.lead] == ["Trường Mầm non Hoa Cúc"]


def test_who_writes_asks_whomever_he_likes(rulebook: Rulebook) -> None:
    text = "Hạt Kiểm lâm huyện đề nghị Viện kiểm sát nhân dân huyện phối hợp rà soát các vụ việc trước ngày 20/8/2026."
    (task,) = tasks_of(text, rulebook, issuer="Hạt Kiểm lâm huyện Lạc Sơn")
    assert [u.name for u in task.lead] == ["Viện kiểm sát nhân dân huyện"]
