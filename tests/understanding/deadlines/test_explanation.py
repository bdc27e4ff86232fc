"""Every deadline explains itself in words."""

from __future__ import annotations

from datetime import date

import pytest

from vanthu.rulebook import Rulebook
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.explanation import explain
from vanthu.understanding.deadlines.reader import DeadlineReader

ISSUED = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("báo cáo hằng tháng, vào ngày 8", "hằng tháng, vào ngày 8"),
        (
            "báo cáo hằng tháng, vào ngày 8",
            "Ba kỳ đầu: thứ Tư, 08/5/2024; thứ Bảy, 08/6/2024; thứ Hai, 08/7/2024",
        ),
        ("giao ban hằng tuần, từ ngày 01/8/2024", "hằng tuần, từ thứ Năm, 01/8/2024"),
        ("báo cáo hằng ngày, từ ngày 01/8/2024", "Ba kỳ đầu: thứ Năm, 01/8/2024; thứ Sáu, 02/8/2024"),
        ("báo cáo hàng quý", "Ba kỳ đầu: quý II/2024; quý III/2024; quý IV/2024"),
        ("trong 05 ngày làm việc kể từ ngày nhận hồ sơ", "05 ngày làm việc tính từ"),
        ("xử lý trong ngày nhận đơn", "ngay trong ngày của “nhận đơn”"),
        ("trước ngày 15/6/2024", "Ngày nghỉ (thứ Bảy); ngày làm việc liền trước là thứ Sáu, 14/6/2024"),
        ("trước ngày 15/6", "Giả định: năm 2024"),
        ("rà soát hồ sơ", "Không có thời hạn nào trong câu này."),
    ],
)
def test_what_a_sentence_is_told_to_mean(sentence: str, said: str, rulebook: Rulebook) -> None:
    lines = "\n".join(explain(sentence, DeadlineReader.of(rulebook), TimeContext(ISSUED)))
    assert said in lines
    assert "FREQ=" not in lines
