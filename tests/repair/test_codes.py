from __future__ import annotations

import pytest

from mending import mender


@pytest.mark.parametrize(
    "symbol",
    [
        "NĐ-CP",
        "QĐ-TTg",
        "KH-UBND",
        "TTr-SYT",
        "KH-CAT-PC06",
        "CT/TW",
        "UBND-NC",
        "QH13",
        "UBTVQH14",
        "KH-TCT35",
    ],
)
def test_symbols_in_use_are_known(symbol: str) -> None:
    assert mender().codes.is_known(symbol)


@pytest.mark.parametrize("symbol", ["QĐ-TTE", "QĐ-TT", "KH-CATT-PC06", "XX-UBND", "ND-CP"])
def test_misread_symbols_are_not(symbol: str) -> None:
    assert not mender().codes.is_known(symbol)


@pytest.mark.parametrize(
    ("read", "meant"),
    [("ND-CP", "NĐ-CP"), ("QD-TTG", "QĐ-TTg"), ("KH-UBNĐ", "KH-UBND"), ("QĐ-TTE", "QĐ-TTE")],
)
def test_a_part_that_looks_like_one_code_alone_is_that(read: str, meant: str) -> None:
    assert mender().codes.mended(read) == meant
