"""A letterhead in lines, for tests of single fields."""

from __future__ import annotations

from builders import plan_of
from vanthu.document.content import Header
from vanthu.document.layout import BlockKind
from vanthu.rulebook import Rulebook
from vanthu.understanding.header import read_header

HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ TÂN LẬP",
    "Số: 12/KH-UBND",
    "Tân Lập, ngày 05 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Ra quân",
)
BODY = "Căn cứ Quyết định số 7/QĐ-UBND ngày 01/02/2024 của UBND huyện, UBND xã xây dựng kế hoạch như sau:"


def header_of(
    rulebook: Rulebook, *lines: str | tuple[BlockKind, str], confidence: float | None = None
) -> Header:
    return read_header(plan_of(*lines, confidence=confidence), rulebook)
