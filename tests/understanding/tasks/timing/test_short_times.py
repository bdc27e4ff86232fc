from __future__ import annotations

import pytest

from vanthu.understanding.tasks.timing.short_times import written_out


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("3, 4/2031", "trong tháng 3, 4/2031"),
        ("Quý, 6 tháng và năm", "định kỳ quý, 6 tháng và năm"),
        ("TX", "thường xuyên"),
        ("T/xuyên", "thường xuyên"),
        ("3, 4/9/2031", None),
        ("Năm", None),
        ("Thứ Hai", None),
        ("TX. Bến Cau", None),
    ],
)
def test_abridged_times_are_written_out(words: str, full: str | None) -> None:
    assert written_out(words) == full
