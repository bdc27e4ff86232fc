"""Brackets without their other half."""

from __future__ import annotations

import pytest

from mending import mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Công văn số 415/UBND-NV) ngày 17/5/2031 về", "Công văn số 415/UBND-NV, ngày 17/5/2031 về"),
        ("(RƯỞNG BAN", "TRƯỞNG BAN"),
    ],
)
def test_a_lone_half_is_a_comma_or_a_letter(read: str, meant: str) -> None:
    assert mended(read, confidence=0.99) == meant


@pytest.mark.parametrize(
    "read",
    [
        "(Công văn số 415/UBND-NV) ngày 17/5/2031",
        "(UBND xã)",
        "(RƯỞNG BAN)",
        "(BAN",
        "số 415/UBND-NV) về việc",
    ],
)
def test_whole_brackets_stay(read: str) -> None:
    assert mended(read, confidence=0.99) == read
