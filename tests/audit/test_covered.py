"""Reports against the period that they cover by name."""

from __future__ import annotations

import pytest

from filings import plan, task
from vanthu.planning.rechecked import rechecked
from vanthu.rulebook import load_rulebook
from vanthu.times.working_days import day_off_reason

WORDS = load_rulebook()["AUDIT"]


def codes(text: str, due: str) -> set[str]:
    paper = plan("1", task(text, due, kind="report"))
    return {f.code for f in rechecked(paper, corrected=False, day_off=day_off_reason, words=WORDS)}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Báo cáo kết quả thu gom rác quý III/2024 về Ủy ban nhân dân xã", "2024-08-01"),
        ("Gửi báo cáo tình hình dịch bệnh quý II về Phòng Y tế", "2024-04-15"),
        ("Báo cáo sơ kết 6 tháng đầu năm 2024", "2024-03-20"),
        ("Tổng hợp số liệu tháng 9 năm 2024, gửi báo cáo", "2024-09-02"),
    ],
)
def test_a_report_long_before_its_period_ends(text: str, due: str) -> None:
    assert "report-before-completion" in codes(text, due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Báo cáo kết quả thu gom rác quý III/2024 về Ủy ban nhân dân xã", "2024-09-16"),
        ("Báo cáo sơ kết 6 tháng đầu năm 2024", "2024-06-12"),
        ("Tổng hợp số liệu tháng 9 năm 2024, gửi báo cáo", "2024-09-25"),
        ("Gửi danh sách đăng ký thi đua quý III/2024", "2024-07-01"),
        ("Báo cáo kết quả quý II/2024 về Phòng Y tế", "2024-07-05"),
        ("Định kỳ hằng quý báo cáo kết quả về Phòng Y tế", "2024-02-05"),
    ],
)
def test_what_offices_do_every_quarter(text: str, due: str) -> None:
    assert "report-before-completion" not in codes(text, due)
