from __future__ import annotations

from datetime import date

import pytest

from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader

ISSUED = TimeContext(issued_on=date(2031, 3, 3))
SURE = 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Đo độ mặn 03 lần/tuần vào 6h và 18h.",
        "Mở kho giống 03 lần/tháng vào tuần 1 và tuần 3.",
        "Nộp vỏ bao thuốc chậm nhất ngày 10/6/2031 hoặc 10/7.",
        "Mở đập hoặc ngày 12/6/2031.",
    ],
)
def test_a_phrase_with_unread_time_beside_it_is_unsure(reader: DeadlineReader, text: str) -> None:
    found = reader.in_text(text, ISSUED)
    assert found
    assert all((d.confidence or 0) < SURE for d in found)
    assert any("chưa đọc" in a for d in found for a in d.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "Thành lập ngày 25/10/2017, các thôn báo cáo trước ngày 20/6/2031.",
        "Nộp giống trước ngày 20/6/2031, 9/12 thôn nhận đợt đầu.",
        "Trước ngày 20/6/2031 các xã gửi danh sách; họp vào ngày 25/6/2031.",
        "Treo cờ mừng Quốc khánh 02/9 xong trước ngày 25/8/2031.",
        "Gieo sạ từ ngày 10/5/2031 đến ngày 20/5/2031 (10 ngày).",
    ],
)
def test_time_told_elsewhere_takes_nothing(reader: DeadlineReader, text: str) -> None:
    last = reader.in_text(text, ISSUED)[-1]
    assert (last.confidence or 0) >= SURE
