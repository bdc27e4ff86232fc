"""What findings say of places and times."""

from __future__ import annotations

import pytest

from facts import due, found, task, window
from vanthu.audit.facts import around, without_times


def test_a_note_names_the_place_and_quotes_the_time() -> None:
    late = due("2024-02-01", raw="trước ngày 01/02/2024")
    (finding,) = found(task("II.1.b2", late, text="Lập danh sách hộ nghèo"))
    for words_ in (
        "gạch đầu dòng thứ 2, mục II.1",
        "Lập danh sách hộ nghèo",
        "trước ngày 01/02/2024",
        "04/3/2024",
    ):
        assert words_ in finding.note


@pytest.mark.parametrize(
    ("text", "raw", "parts"),
    [
        ("Trước ngày 5/4: họp dân", "Trước ngày 5/4", ("", "Trước ngày 5/4", ": họp dân")),
        ("họp dân trước ngày 5/4", "trước\nngày 5/4", ("họp dân ", "trước ngày 5/4", "")),
        ("họp dân", "trước ngày 5/4", ("họp dân", "", "")),
        ("họp dân", "", ("họp dân", "", "")),
    ],
)
def test_what_stands_around_a_time(text: str, raw: str, parts: tuple[str, str, str]) -> None:
    assert around(text, due("2024-04-05", raw=raw)) == parts


def test_a_text_without_its_times() -> None:
    limits = (due("2024-04-05", raw="trước ngày 5/4"), due("2024-04-08", raw=""))
    assert without_times(task("I.1", *limits, text="Họp dân trước ngày 5/4.")) == "Họp dân  ."
    broken = due("2024-04-05", raw="trước\nngày 5/4")
    assert without_times(task("I.1", broken, text="Họp dân trước ngày 5/4.")) == "Họp dân  ."


def test_a_time_that_a_person_gave_stands_in_no_words_and_is_told_as_a_day() -> None:
    given = [
        task(
            "I.1", due("2024-02-01", raw=""), text="Báo cáo kết quả rà soát hộ nghèo về Ủy ban nhân dân xã."
        ),
        task("I.2", due("2024-05-31", raw=""), text="Rà soát hộ nghèo; tổng hợp kết quả rà soát hộ nghèo."),
        task(
            "I.3",
            window("2024-01-01", "2024-05-31", raw=""),
            text="Lập danh sách hộ nghèo; gửi Phòng Kinh tế.",
        ),
    ]
    notes = [f.note for f in found(*given, period=(window("2024-03-05", "2024-04-30"),))]
    assert any("thời hạn ngày 01/02/2024 đã qua" in note for note in notes)
