"""Reports on a phase against its days."""

from __future__ import annotations

import pytest

from facts import codes, due, task, window
from vanthu.document.content import Deadline, TaskKind
from vanthu.document.evidence import Evidence

DAYS = window("2024-03-11", "2024-04-26", raw="từ ngày 11/3/2024 đến ngày 26/4/2024")
EARLY = ["report-before-completion"]


def _told(text: str, *, day: str = "2024-04-19", phase: Deadline = DAYS) -> list[str]:
    limit = due(day, raw="trước ngày ấy")
    return codes(task("III.1.b3", limit, phase, text=f"{text} trước ngày ấy", kind=TaskKind.REPORT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các thôn báo cáo kết quả giai đoạn 1 về Văn phòng", EARLY),
        ("Các thôn báo cáo kết quả về Văn phòng", EARLY),
        ("Báo cáo tổng kết đợt ra quân", EARLY),
        ("Các thôn báo cáo kết quả rà soát nhà trọ về Công an xã", []),
        ("Báo cáo tiến độ về Văn phòng", []),
    ],
)
def test_a_report_on_a_phase_that_is_not_over(text: str, expected: list[str]) -> None:
    assert _told(text) == expected
    assert _told(text, day="2024-05-03") == []


@pytest.mark.parametrize(("name", "expected"), [("đợt 1", EARLY), ("đợt 2", [])])
def test_a_report_that_names_its_phase(name: str, expected: list[str]) -> None:
    spoken = Evidence(quote=DAYS.raw, prefix="chia làm 02 đợt: Đợt 1 (trước Tết) ")
    own = DAYS.model_copy(update={"evidence": spoken})
    report = task(
        "V.2",
        due("2024-04-19", raw="trước ngày 19/4"),
        text=f"Báo cáo kết quả {name} trước ngày 19/4",
        kind=TaskKind.REPORT,
    )
    work = task("III.1", own, text="Tuần tra ban đêm")
    assert codes(work, report) == expected


def test_a_phase_that_is_a_month_sets_no_day() -> None:
    month = window("2024-04-01", "2024-04-30", raw="tháng 4/2024")
    assert _told("Các thôn báo cáo kết quả về Văn phòng", phase=month) == []
