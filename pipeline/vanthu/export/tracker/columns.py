"""The columns of the sheet *Nhiệm vụ*, and where each stands."""

from __future__ import annotations

from functools import cache

from xlsxwriter.utility import xl_col_to_name

from vanthu.export.sheets.sheet import Column
from vanthu.planning.journal import Name

SHEET = "Nhiệm vụ"
BASE_SHEET = "_Gốc"
KEY_HEAD = "Mã nhiệm vụ"
TEXT_HEAD = "Nội dung nhiệm vụ"
SOURCE_HEAD = "Văn bản giao"
TASK_COLUMNS = (
    Column("STT", 4.5, "number"),
    Column(TEXT_HEAD, 40),
    Column(SOURCE_HEAD, 12.5),
    Column("Thời hạn hoàn thành", 11.5, "entry_date"),
    Column("Diễn giải thời hạn", 15),
    Column("Cơ quan chủ trì", 16, "entry_text"),
    Column("Cơ quan phối hợp", 15, "entry_text"),
    Column("Sản phẩm", 12, "entry_text"),
    Column("Tiến độ", 11.5, "entry"),
    Column("Ngày hoàn thành", 11.5, "entry_date"),
    Column("Tình trạng thời hạn", 12, "centre"),
    Column("Ghi chú", 13, "entry_text"),
    Column("Cần xem lại", 44),
    Column("Trang", 7, "number"),
    Column("Trích dẫn", 56),
    Column("Độ tin cậy", 8.5, "share"),
    Column("Xem bản gốc", 11, "centre"),
    Column("Mục", 12, "centre"),
    Column(KEY_HEAD, 19, "code"),
    Column("Mã việc cấp trên", 19, "code"),
)
PRINTED = 12
"""Columns that a secretariat prints; quote, confidence and keys are for the screen."""

FIELD_HEADS: dict[Name, str] = {
    "due": "Thời hạn hoàn thành",
    "lead": "Cơ quan chủ trì",
    "coordinate": "Cơ quan phối hợp",
    "products": "Sản phẩm",
    "progress": "Tiến độ",
    "done_on": "Ngày hoàn thành",
    "note": "Ghi chú",
    "text": TEXT_HEAD,
}
"""The column in which people say each thing."""

BASE_FIELDS: tuple[Name, ...] = tuple(FIELD_HEADS)


def place(head: str) -> int:
    """The place of a column, from 0."""
    return next(n for n, column in enumerate(TASK_COLUMNS) if column.head == head)


@cache
def letter(head: str) -> str:
    """The letter of a column."""
    return str(xl_col_to_name(place(head)))
