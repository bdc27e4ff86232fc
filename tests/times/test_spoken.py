"""Rules and lengths of time are told in words that a clerk would use."""

from __future__ import annotations

import pytest

from vanthu.times.spoken import length_phrase, rhythm_phrase


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "hằng ngày"),
        ("FREQ=WEEKLY;BYDAY=FR", "hằng tuần, vào thứ Sáu"),
        ("FREQ=WEEKLY;INTERVAL=2", "2 tuần một lần"),
        ("FREQ=MONTHLY;BYMONTHDAY=8", "hằng tháng, vào ngày 8"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hằng tháng, vào ngày cuối tháng"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "hằng tháng, vào thứ Sáu cuối tháng"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm, vào ngày 15/12"),
        ("FREQ=SECONDLY", ""),
    ],
)
def test_rules_in_words(rule: str, words: str) -> None:
    assert rhythm_phrase(rule) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY", "3 lần mỗi tuần"),
        ("FREQ=MONTHLY;INTERVAL=3", "3 lần mỗi quý"),
        ("FREQ=MONTHLY;INTERVAL=6", "3 lần mỗi 6 tháng"),
    ],
)
def test_so_often_in_a_period(rule: str, words: str) -> None:
    assert rhythm_phrase(rule, times=3) == words


@pytest.mark.parametrize(
    ("duration", "working", "words"),
    [
        ("P5D", True, "05 ngày làm việc"),
        ("-P3D", False, "03 ngày"),
        ("P2W", False, "02 tuần"),
        ("PT24H", False, "24 giờ"),
        ("P1Y6M", False, "01 năm 06 tháng"),
        ("lâu", False, "lâu"),
    ],
)
def test_lengths_in_words(duration: str, working: bool, words: str) -> None:
    assert length_phrase(duration, working_days=working) == words
