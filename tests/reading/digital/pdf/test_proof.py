from __future__ import annotations

import numpy as np
import pytest

from vanthu.document.geometry import Box
from vanthu.document.page import Word
from vanthu.reading.digital.pdf.proof import cover, doubt
from vanthu.settings import TextLayerSettings

SETTINGS = TextLayerSettings()
GOOD = "Ủy ban nhân dân xã yêu cầu các thôn tổ chức thực hiện nghiêm túc kế hoạch này và báo cáo kết quả trước ngày"


def words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(t, 1, Box(10 * i, 0, 10 * i + 8, 10), None, 0, "text-layer") for i, t in enumerate(text.split())
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD, None),
        ("STT 1 2 3 4 UBND HĐND 2024", None),
        ("01/2024 02/2024 03/2024 04/2024 " * 10, None),
        (GOOD + " 05/07/2025, 31/02/2025 và ngày 9 tháng 3 năm 2026; giá 45.60.7000", None),
        (GOOD + " 85/73/8385, 51/32/8384", None),
        (
            GOOD + " 85/73/8385, 51.32.8384; ngày 82 tháng 38 năm 8384",
            "ngày tháng trong lớp chữ vô lý (hỏng bảng mã)",
        ),
        ("x", "trang không có lớp chữ"),
        (GOOD.replace("ế", "(cid:7)").replace("ứ", "\ufffd"), "lớp chữ có ký tự hỏng"),
        ("uy ban nhan dan xa yeu cau cac thon to chuc thuc hien " * 3, "lớp chữ mất dấu"),
        (
            "ñy bbn nhzn dzn xq yfu cfu czc thjn tw chwc thfc hijn " * 3,
            "lớp chữ không giống tiếng Việt (hỏng bảng mã)",
        ),
    ],
)
def test_a_layer_is_believed_or_the_reason_not_to_is_told(text: str, reason: str | None) -> None:
    assert doubt(words(text), SETTINGS) == reason


def test_cover_is_the_share_of_ink_under_words() -> None:
    ink = np.zeros((40, 40), np.uint8)
    ink[2:4, 2:6] = 1
    ink[30:34, 30:34] = 1
    assert cover(words("một"), ink, 1.0) == pytest.approx(8 / 24)


def test_nothing_is_uncovered_on_a_page_without_ink() -> None:
    assert cover((), np.zeros((5, 5), np.uint8), 1.0) == 1.0
