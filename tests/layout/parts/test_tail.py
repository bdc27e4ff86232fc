"""The end of a document, line by line."""

from __future__ import annotations

import pytest

from vanthu.layout.parts import tail
from vanthu.layout.parts.tail import is_name


@pytest.mark.parametrize(
    "name",
    [
        "Lê Thị Mai",
        "Đại tá Lê Thị Mai",
        "H’Lan Êban",
        "TS. Lê Văn An",
        "Lê Văn An Trần Thị Mơ",
        "NGUYỄN VĂN AN",
    ],
)
def test_names_with_ranks_and_of_several_persons(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("text", ["Nơi nhận:", "lê văn an", "An", "Nguyễn Văn An, Chủ tịch"])
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "text", ["X" * 78 + "?", "PHỤ LỤC CÁC TUYẾN ĐÊ XUNG YẾU, KÈ VÀ CỐNG TRÊN ĐỊA BÀN TOÀN TỈNH"]
)
def test_a_line_in_capitals_is_asked_quickly(text: str) -> None:
    assert tail._NAME.fullmatch(text, timeout=1) is None
