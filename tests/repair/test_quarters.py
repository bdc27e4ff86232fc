"""Behind *quý* only four numbers are possible: strokes tell which, another engine votes, the rest goes to a person."""

from __future__ import annotations

import pytest

from mending import codes, mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Xong trong Quý II1/2026", "Xong trong Quý III/2026"),
        ("Quý IH", "Quý III"),
        ("Quý HI;", "Quý III;"),
        ("Quý 1H/2026", "Quý III/2026"),
        ("(quý 11)", "(quý II)"),
        ("Quý HI⁄2026", "Quý III/2026"),
        ("Quý I/⁄2026", "Quý I/2026"),
        ("quý lV năm 2026", "quý IV năm 2026"),
        ("quý I, H năm 2026", "quý I, II năm 2026"),
        ("quý I và 11 năm 2026", "quý I và II năm 2026"),
        ("quý H-1V/2026", "quý II-1V/2026"),
    ],
)
def test_strokes_make_the_quarter_that_they_can_make(read: str, meant: str) -> None:
    assert mended(read, confidence=0.99) == meant


@pytest.mark.parametrize(
    "line", ["quý 1/2026", "Quý III", "quý vị đại biểu", "quý 4", "khu H", "lớp 11", "quý báu"]
)
def test_what_says_a_quarter_already_or_something_else_stays(line: str) -> None:
    assert mended(line, confidence=0.99) == line
    assert codes(line) == []


def test_another_engine_decides_what_strokes_can_not() -> None:
    assert mended("Quý IIH", readings={"IIH": "III"}) == "Quý III"
    assert mended("Quý 1", readings={"1": "I"}) == "Quý I"
    assert mended("Quý [2025", readings={"[2025": "I/2025"}) == "Quý I/2025"


@pytest.mark.parametrize(
    ("line", "readings", "code"),
    [
        ("Quý IIH", {}, "quarter.impossible"),
        ("Quý 11/2025", {"11/2025": "11I/2025"}, "quarter.impossible"),
        ("Quý IHI/2025", {"IHI/2025": "II/2025"}, "quarter.impossible"),
        ("Quý 7", {}, "quarter.impossible"),
        ("Quý V", {}, "quarter.impossible"),
        ("Quý II", {"II": "III"}, "quarter.unsure"),
    ],
)
def test_a_quarter_is_never_guessed(line: str, readings: dict[str, str], code: str) -> None:
    assert mended(line, readings=readings, confidence=0.99) == line
    assert codes(line, readings=readings) == [code]


@pytest.mark.parametrize("count", ["11", "13", "11."])
def test_the_count_of_the_next_row_is_no_quarter(count: str) -> None:
    rows = ("10 Kiểm tra các hồ chứa Hằng quý", f"{count} Sơ kết công tác")
    assert mended(*rows, confidence=0.99) == " ".join(rows)
    assert codes(*rows) == []
    assert (
        mended("hoàn thành trong quý", "11/2026 các việc", confidence=0.99)
        == "hoàn thành trong quý II/2026 các việc"
    )
