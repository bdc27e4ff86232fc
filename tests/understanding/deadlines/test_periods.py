"""Lines that name a time and nothing else."""

from __future__ import annotations

import pytest

from vanthu.rulebook import load_rulebook
from vanthu.understanding.deadlines.periods import PeriodReader


@pytest.fixture(scope="module")
def periods() -> PeriodReader:
    return PeriodReader.of(load_rulebook())


@pytest.mark.parametrize(
    "line",
    [
        "Tháng 9/2031",
        "QUÍ III NĂM 2031:",
        "* Tuần 2 (từ ngày 08/9/2031 đến ngày 14/9/2031)",
        "Kỳ 1: tháng 9/2031",
        "Kì 1: tháng 9/2031",
        "KÌ II - quí IV/2031",
    ],
)
def test_a_time_alone_or_behind_the_number_of_a_stage(line: str, periods: PeriodReader) -> None:
    assert periods.is_period(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thời gian: tháng 9/2031",
        "Kì 1: thi khảo sát chất lượng",
        "Tháng 9/2031 khai giảng năm học mới",
        "12/9",
    ],
)
def test_labels_and_work_are_no_headings(line: str, periods: PeriodReader) -> None:
    assert not periods.is_period(line)
