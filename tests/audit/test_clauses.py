"""One thing to be finished by two days."""

from __future__ import annotations

from facts import codes, due, task
from vanthu.document.content import Unit

HALL = "sửa chữa nhà văn hóa thôn Đông"


def test_one_thing_to_be_finished_by_two_days_is_a_conflict() -> None:
    may, june = due("2024-05-15", raw="trước ngày 15/5/2024"), due("2024-06-28", raw="trước ngày 28/6/2024")
    first = task("I.1", may, text=f"Bảo đảm kinh phí; hoàn thành {HALL} trước ngày 15/5/2024.")
    second = task("V.2", june, text=f"Nghiệm thu, hoàn thành {HALL} Hạ trước ngày 28/6/2024.")
    assert codes(first, second) == ["deadline-conflict"]
    assert codes(first, second.model_copy(update={"lead": (Unit(name="Trạm Y tế"),)})) == []
    other = task("V.2", june, text=f"Hoàn thành {HALL} và sân chơi trước ngày 28/6/2024.")
    assert codes(first, other) == []


def test_a_thing_named_first_of_several_to_be_finished() -> None:
    may, june = due("2024-05-15", raw="trước ngày 15/5/2024"), due("2024-06-28", raw="trước ngày 28/6/2024")
    both = task("I.1", may, text=f"Công an xã hoàn thành {HALL}, lắp loa mới trước ngày 15/5/2024.")
    again = task("V.2", june, text=f"Vận động các hộ; hoàn thành {HALL} trước ngày 28/6/2024.")
    assert codes(both, again) == ["deadline-conflict"]


def test_one_report_to_one_body_by_two_days_is_a_conflict() -> None:
    first = task(
        "II.3", due("2031-12-05"), text="Làm báo cáo tổng kết năm gửi UBND xã trước ngày 05/12/2031."
    )
    second = task(
        "III.1", due("2031-12-15"), text="Báo cáo tổng kết năm gửi UBND xã và Hạt trước ngày 15/12."
    )
    assert codes(first, second) == ["deadline-conflict"]
    to_another = task("III.1", due("2031-12-15"), text="Báo cáo tổng kết năm gửi Hạt trước ngày 15/12.")
    on_another = task("III.1", due("2031-12-15"), text="Báo cáo sơ kết quý gửi UBND xã trước ngày 15/12.")
    assert codes(first, to_another) == codes(first, on_another) == []
