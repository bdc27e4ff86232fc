from __future__ import annotations

import pytest

from vanthu.document.numbers import told_number, whole_number


@pytest.mark.parametrize(
    ("serial", "symbol", "number"),
    [
        ("12", "KH-UBND", "12/KH-UBND"),
        ("12", "KH-UBND(VX)", "12/KH-UBND(VX)"),
        ("02", "2031/TT-BNV", "02/2031/TT-BNV"),
        ("41", "TB/ĐU", "41-TB/ĐU"),
        ("7", "QĐi/TWĐTN-VP", "7-QĐi/TWĐTN-VP"),
    ],
)
def test_a_number_is_put_together_as_its_body_writes_it(serial: str, symbol: str, number: str) -> None:
    assert whole_number(serial, symbol) == told_number(serial, symbol) == number


def test_what_is_not_known_of_a_number_is_told_as_a_gap() -> None:
    assert [told_number(None, "KH/TU"), told_number("3", None), told_number(None, None)] == [
        "…-KH/TU",
        "3",
        None,
    ]
    assert [whole_number(None, "KH/TU"), whole_number("3", None)] == [None, None]
