"""Letters inside dates and numbers become figures only where nothing else is possible."""

from __future__ import annotations

import pytest

from mending import mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("trước ngày l5/11/2023", "trước ngày 15/11/2023"),
        ("trước ngày 3O/9/2023.", "trước ngày 30/9/2023."),
        ("Quyết định số O8/QĐ-TTg", "Quyết định số 08/QĐ-TTg"),
        ("Nghị định số 347/2022/ND-CP", "Nghị định số 347/2022/NĐ-CP"),
        ("Kế hoạch số 12/KH-UBNĐ", "Kế hoạch số 12/KH-UBND"),
        ("Chỉ thị số 05/CT-TTG", "Chỉ thị số 05/CT-TTg"),
        ("trong quý 1V/2023", "trong quý IV/2023"),
    ],
)
def test_what_can_be_only_one_thing_is_that(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "read",
    [
        "trước ngày 96/02/2022",
        "trước ngày 32/13/2023",
        "ngày lO/l3/2023",
        "Quyết định số 06/QĐ-TTE",
        "quý 1/2025",
        "Công ty Ol/l2",
        "Kế hoạch số 99/KH-XYZ",
        "THỰC HIỆN CHỈ THỊ SỐ 05/CT-TTG NGÀY 10/01/2024",
    ],
)
def test_what_could_be_several_things_stays(read: str) -> None:
    assert mended(read) == read


def test_a_printed_code_that_was_read_well_stays() -> None:
    assert mended("Nghị định số 347/2022/ND-CP", confidence=0.995).endswith("ND-CP")
