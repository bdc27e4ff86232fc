from __future__ import annotations

import pytest

from vanthu.reading.digital.letters.slips import slips


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ĐƢỜNG", "ĐƯỜNG"),
        ("thƣ", "thư"),
        ("phÕNG", "phÒNG"),
        ("PHÕNG", "PHÒNG"),
        ("CỘNG HÕA", "CỘNG HÒA"),
        ("VÕ VĂN RÕ", "VÕ VĂN RÕ"),
        ("kế hoạсh", "kế hoạch"),
        ("củа", "của"),
        ("và", "và"),
        ("tо", "to"),
        ("са", "ca"),
        ("Правда", "Правда"),
        ("ÐẢNG", "ĐẢNG"),
        ("12/KH-UBND", "12/KH-UBND"),
    ],
)
def test_letters_of_a_wrong_code_are_set_right(read: str, meant: str) -> None:
    assert slips().mended(read) == meant
