"""Dates against each other: steps, details, reports."""

from __future__ import annotations

from typing import Any

import pytest

from facts import codes, due, task, window
from vanthu.document.content import TaskKind
from vanthu.document.graph import Edge, EdgeKind


def test_a_closing_report_before_the_work_ends() -> None:
    text = "Báo cáo tổng kết thực hiện Kế hoạch về Phòng Nội vụ"
    report = task("V.1", due("2024-06-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]
    assert codes(report, period=(window("2024-03-05", "2024-06-20"),)) == []


def test_a_report_on_results_is_held_against_the_plans_own_end_only() -> None:
    report = task(
        "V.1", due("2024-06-20"), text="Tổng hợp, báo cáo UBND xã kết quả hội chợ", kind=TaskKind.REPORT
    )
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]
    assert codes(report, task("I.1", due("2024-06-28"), text="Trang trí")) == []


def test_of_two_reports_the_closing_one_counts() -> None:
    text = "Báo cáo sơ kết trước ngày 10/4/2024; báo cáo tổng kết trước ngày 20/6/2024"
    report = task("V.1", due("2024-04-10"), due("2024-06-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-20"),)) == []
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == ["report-before-completion"]


def test_an_interim_report_may_come_early() -> None:
    report = task("V.1", due("2024-04-19"), text="Báo cáo tiến độ về Phòng Nội vụ", kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == []


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, ["deadline-order"]), (0.4, [])])
def test_a_step_after_the_one_that_needs_it(confidence: float, expected: list[str]) -> None:
    edge = Edge(source="task:I.1", target="task:I.2", kind=EdgeKind.PRECEDES, confidence=confidence)
    tasks = task("I.1", due("2024-05-31")), task("I.2", due("2024-05-30"), text="Tập huấn cho cán bộ")
    assert codes(*tasks, edges=(edge,)) == expected


def test_a_detail_after_its_whole() -> None:
    tasks = task("I.1", due("2024-05-30")), task("I.1.s1", due("2024-05-31"), text="Tập huấn", parent="I.1")
    assert codes(*tasks) == ["deadline-order"]


def test_a_yearly_report_in_the_last_weeks_of_the_year_is_usual() -> None:
    report = task("V.1", due("2024-12-16"), text="Báo cáo kết quả thực hiện Kế hoạch", kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-12-31"),)) == []
    early = task("V.1", due("2024-11-15"), text="Báo cáo kết quả thực hiện Kế hoạch", kind=TaskKind.REPORT)
    assert codes(early, period=(window("2024-03-05", "2024-12-31"),)) == ["report-before-completion"]


def test_a_report_on_work_that_another_ends_later() -> None:
    raw = "trước ngày 10/12/2024"
    work = task("IV.1", due("2024-12-10", raw=raw), text=f"Nghiệm thu diện tích hỗ trợ, hoàn thành {raw}")
    report = task(
        "IV.5", due("2024-12-05"), text="Báo cáo diện tích nghiệm thu về UBND huyện", kind=TaskKind.REPORT
    )
    assert codes(work, report) == ["report-before-completion"]


def test_another_report_on_the_same_is_no_work_that_a_report_waits_for() -> None:
    reports = [
        task(
            f"IV.{n}",
            due(day, raw=raw),
            text=f"{who} báo cáo kết quả tổ chức Ngày hội sách về Sở Văn hóa và Thể thao {raw}",
            kind=TaskKind.REPORT,
        )
        for n, who, day, raw in (
            (1, "Các trường", "2024-06-14", "trước ngày 14/6/2024"),
            (2, "Phòng Văn hóa", "2024-06-20", "trước ngày 20/6/2024"),
        )
    ]
    assert "report-before-completion" not in codes(*reports)


@pytest.mark.parametrize("openings", [1, 2])
def test_a_report_on_the_one_task_that_opens_with_its_subject(openings: int) -> None:
    work = [
        task(f"I.{n}", window("2024-05-06", "2024-05-30"), text=f"Rà soát nội dung số {n} của ngành")
        for n in range(openings)
    ]
    text = "Báo cáo kết quả rà soát (theo mẫu) gửi về Sở Tư pháp trước ngày 20/5/2024"
    report = task("2", due("2024-05-20"), text=text, lead="Sở Nội vụ", kind=TaskKind.REPORT)
    assert codes(*work, report) == (["report-before-completion"] if openings == 1 else [])


def test_results_are_made_known_after_the_work() -> None:
    work = task(
        "I.1",
        due("2024-10-31", raw="trước ngày 31/10/2024"),
        text="Các thôn bình xét hộ nghèo xong trước ngày 31/10/2024.",
    )
    told = task(
        "I.2",
        due("2024-10-17", raw="trước ngày 17/10/2024"),
        text="Công bố kết quả bình xét hộ nghèo trước ngày 17/10/2024.",
    )
    assert codes(work, told) == ["deadline-order"]


def test_a_row_that_closes_the_work_of_another_comes_after_it() -> None:
    thing = "máy bơm điện và đường ống dẫn nước thô của trạm bơm Bến Cát"
    work = task("I.r2", due("2024-05-31", raw="31/5/2024"), text=f"Lắp đặt {thing}")
    assert codes(work, task("I.r3", due("2024-05-24", raw="24/5/2024"), text=f"Nghiệm thu {thing}")) == [
        "deadline-order"
    ]
    assert codes(work, task("I.r3", due("2024-06-07", raw="07/6/2024"), text=f"Nghiệm thu {thing}")) == []


def _papers(due_on: str) -> list[str]:
    handed = task(
        "I.1",
        due("2024-11-14", raw="trước ngày 14/11/2024"),
        text="Các thôn họp bình xét gia đình văn hóa, gửi hồ sơ về Văn phòng trước ngày 14/11/2024.",
        lead="Các thôn",
    )
    gathered = task(
        "I.2",
        due(due_on, raw="trước ngày quy định"),
        text="Thẩm định hồ sơ bình xét gia đình văn hóa, trình Chủ tịch trước ngày quy định.",
        lead="Văn phòng",
    )
    return codes(handed, gathered)


def test_a_time_in_front_of_its_clause_limits_it() -> None:
    handed = task(
        "I.1",
        due("2024-11-14", raw="Trước ngày 14/11/2024"),
        text="Trước ngày 14/11/2024: các thôn đăng ký danh sách tiết mục văn nghệ với Ban Tổ chức; tập luyện.",
        lead="Các thôn",
    )
    text = "Trước ngày 08/11/2024: tổng hợp danh sách tiết mục văn nghệ, trình Ban Tổ chức."
    gathered = task("I.2", due("2024-11-08", raw="Trước ngày 08/11/2024"), text=text, lead="Văn phòng")
    assert codes(handed, gathered) == ["deadline-order"]


def test_papers_are_gathered_after_they_are_handed_in() -> None:
    assert _papers("2024-10-31") == ["deadline-order"]
    assert _papers("2024-11-29") == []


def test_a_gathered_result_is_reported_after_its_work() -> None:
    work = task(
        "I.1",
        due("2024-06-28", raw="trước ngày 28/6/2024"),
        text="Các thôn thả cá, tôm giống, hoàn thành trước ngày 28/6/2024.",
        lead="Các thôn",
    )
    report = task(
        "I.2",
        due("2024-06-20"),
        text="Tổng hợp kết quả thả cá, tôm giống, báo cáo UBND xã trước ngày 20/6/2024.",
        kind=TaskKind.REPORT,
    )
    assert codes(work, report) == ["report-before-completion"]


def _on_results(text: str, **more: Any) -> list[str]:
    report = task("V.1", due("2024-06-20"), text=text, **more)
    return codes(report, period=(window("2024-03-05", "2024-06-28"),))


def test_who_does_the_work_and_then_reports_on_it_all_reports_after_it() -> None:
    whole = "Các đơn vị tổ chức thực hiện, lập báo cáo kết quả thực hiện gửi Trạm Y tế trước ..."
    assert _on_results(whole) == ["report-before-completion"]
    assert _on_results("Kiểm tra nhà trọ, báo cáo kết quả kiểm tra về Công an xã trước ...") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gửi báo cáo kết quả hội thi thí nghiệm cấp trường cho Ban Tổ chức trước ...",
        "Báo cáo tổng kết hội thao cấp cơ sở trước ...",
    ],
)
def test_a_lower_level_reports_before_the_whole_is_over(text: str) -> None:
    assert _on_results(text, kind=TaskKind.REPORT) == []


def test_a_first_short_report_may_come_early() -> None:
    assert _on_results("Báo cáo sơ bộ kết quả trước ...", kind=TaskKind.REPORT) == []


def test_a_report_near_the_end_of_a_school_year_is_usual() -> None:
    year = window("2024-09-05", "2025-05-31", raw="năm học 2024 - 2025")
    text = "Báo cáo kết quả thực hiện Kế hoạch về Phòng Giáo dục và Đào tạo"
    report = task("V.1", due("2025-05-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(year,)) == []
    early = task("V.1", due("2025-04-18"), text=text, kind=TaskKind.REPORT)
    assert codes(early, period=(year,)) == ["report-before-completion"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo cáo kết quả thực hiện Kế hoạch trong tháng 5/2024", ["report-before-completion"]),
        ("Báo cáo kết quả thực hiện Kế hoạch", ["report-before-completion"]),  # its column tells when
        ("Báo cáo kết quả thực hiện Kế hoạch tháng 5/2024", []),  # what it is on
    ],
)
def test_a_report_in_a_month_before_the_work_ends(text: str, expected: list[str]) -> None:
    raw = "trong tháng 5/2024" if "trong" in text else "tháng 5/2024"
    report = task("V.1", window("2024-05-01", "2024-05-31", raw=raw), text=text, kind=TaskKind.REPORT)
    assert codes(report, period=(window("2024-03-05", "2024-06-28"),)) == expected
    assert codes(report, period=(window("2024-03-05", "2024-05-24"),)) == []


@pytest.mark.parametrize(("row", "expected"), [("III.r", ["deadline-order"]), ("III.", [])])
def test_a_row_s_own_column_limits_all_that_it_says(row: str, expected: list[str]) -> None:
    handed = task(
        f"{row}1", due("2024-06-28"), text="Gửi danh sách hộ nuôi ong về Phòng Kinh tế", lead="Các thôn"
    )
    text = "Tổng hợp danh sách hộ nuôi ong, trình UBND xã"
    assert codes(handed, task(f"{row}3", due("2024-06-14"), text=text)) == expected


@pytest.mark.parametrize("name", ["Trạm Chăn nuôi", "Tổ thú y"])
def test_who_does_the_work_does_not_hide_it_from_its_report(name: str) -> None:
    work = task(
        "I.2",
        window("2024-06-10", "2024-07-12"),
        text=f"{name} tổ chức tiêm phòng từ ngày ấy",
        lead="Trạm Chăn nuôi",
    )
    text = "Tổng hợp kết quả tiêm phòng, báo cáo UBND xã"
    report = task("I.1", due("2024-06-20"), text=text, kind=TaskKind.REPORT)
    assert codes(report, work) == (["report-before-completion"] if name == "Trạm Chăn nuôi" else [])


def test_a_report_on_the_whole_week_is_due_after_it() -> None:
    text = "Theo dõi, tổng hợp, báo cáo kết quả Tuần lễ với UBND xã"
    assert codes(task("V.2", due("2024-06-20"), text=text), period=(window("2024-06-17", "2024-06-23"),)) == [
        "report-before-completion"
    ]


@pytest.mark.parametrize(
    ("work", "expected"), [("lập", ["deadline-order"]), ("thực hiện", []), ("phổ biến cho các hộ", [])]
)
def test_a_paper_is_approved_after_another_draws_it_up(work: str, expected: list[str]) -> None:
    paper = "phương án giao khoán rừng phòng hộ"
    late, early = due("2024-06-14", raw="trước ngày 14/6"), due("2024-05-31", raw="trước ngày 31/5")
    tasks = (
        task("I.1", early, text=f"Trình Chủ tịch phê duyệt {paper} trước ngày 31/5", lead="Phòng Kinh tế"),
        task("I.4", late, text=f"Hạt Kiểm lâm {work} {paper} trước ngày 14/6", lead="Hạt Kiểm lâm"),
    )
    assert codes(*tasks) == expected
