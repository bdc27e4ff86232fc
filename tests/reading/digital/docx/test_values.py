from __future__ import annotations

import pytest

from vanthu.reading.digital.docx.values import sign, told_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3", 3),
        ("0", 0),
        ("32767", 32767),
        *((t, 7) for t in (None, "", "-1", "1.5", "abc", "²", "99999", "9" * 5000)),
    ],
)
def test_a_number_is_a_number_or_none(text: str | None, found: int) -> None:
    assert told_number(text, 7) == found


def test_sizes_may_be_larger() -> None:
    assert told_number("6840000", 0, most=10**8) == 6840000


@pytest.mark.parametrize(
    ("code", "found"),
    [("2022", "•"), ("F0B7", "\uf0b7"), *((c, " ") for c in (None, "", "zz", "D800", "FFFFFFFF", "-1"))],
)
def test_a_code_is_a_sign_or_a_blank(code: str | None, found: str) -> None:
    assert sign(code) == found
