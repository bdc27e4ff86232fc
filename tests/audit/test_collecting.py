"""What is collected against when it is handed in."""

from __future__ import annotations

import pytest

from facts import codes, due, task


@pytest.mark.parametrize(
    ("sends", "collects", "expected"),
    [
        ("Các trạm gửi số liệu về Hạt", "Tổ Kỹ thuật tổng hợp, trình Hạt trưởng", ["deadline-order"]),
        ("Các trạm gửi số liệu đợt 2 về Hạt", "Tổ Kỹ thuật tổng hợp, trình Hạt trưởng", []),
        ("Các trạm gửi số liệu về Hạt", "Tổ Kỹ thuật tổng hợp hồ sơ khen thưởng, trình Hạt trưởng", []),
        ("Các trạm nộp Hạt số liệu", "Tổ Kỹ thuật tổng hợp số liệu của các đơn vị", ["deadline-order"]),
        ("Các trạm đo mực nước", "Tổ Kỹ thuật tổng hợp, trình Hạt trưởng", []),
    ],
)
def test_who_collects_is_due_after_those_who_hand_in(sends: str, collects: str, expected: list[str]) -> None:
    early = task("III.2", due("2031-08-25"), text=collects)
    assert codes(task("III.1", due("2031-09-10"), text=sends), early) == expected
    assert codes(task("II.1", due("2031-09-10"), text=sends), early) == []
    assert codes(task("III.1", due("2031-08-20"), text=sends), early) == []
