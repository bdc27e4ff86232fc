"""Brackets without their other half."""

from __future__ import annotations

import pytest

from mending import mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Công văn số 367/UBND-CA) ngày 24/10/2022 về", "Công văn số 367/UBND-CA, ngày 24/10/2022 về"),
        ("(RƯỞNG BAN", "TRƯỞNG BAN"),
    ],
)
def test_a_lone_half_is_a_comma_or_a_letter(read: str, meant: str) -> None:
    assert mended(read, confidence=0.99) == meant


@pytest.mark.parametrize(
    "read",
    [
        "(Công văn số 367/UBND-CA) ngày 24/10/2022",
        "(UBND xã)",
        "(RƯỞNG BAN)",
        "(BAN",
        "số 367/UBND-CA) về việc",
    ],
)
def test_whole_brackets_stay(read: str) -> None:
    assert mended(read, confidence=0.99) == read
