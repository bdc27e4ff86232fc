"""Fields and values as people read them: what the register keeps under short English names is told in Vietnamese."""

from __future__ import annotations

from typing import Any

FIELDS = {
    "type": "loại",
    "number": "số",
    "symbol": "ký hiệu",
    "issuer": "cơ quan ban hành",
    "place": "địa danh",
    "issued_on": "ngày ban hành",
    "title": "trích yếu",
    "signer": "người ký",
    "signer.name": "người ký",
    "text": "nội dung",
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "due": "thời hạn",
    "times": "các mốc thời gian",
    "products": "sản phẩm",
    "progress": "tiến độ",
    "done_on": "ngày hoàn thành",
    "note": "ghi chú",
    "state": "trạng thái",
    "verdict": "kết luận",
    "version": "bản đọc",
}
STATES = {"confirmed": "đã xác nhận", "discarded": "đã loại", "pending": "chờ xem", "corrected": "đã sửa"}
DECISIONS = {
    "link": "là một; bản có trước đứng tên",
    "replace": "là một; bản đến sau đứng tên",
    "both": "hai văn bản khác nhau",
}
_VERDICTS = {
    "accepted": "chấp nhận",
    "dismissed": "bỏ qua",
    "answered": "đã trả lời",
    "reopened": "xem lại",
}
_WORDS = STATES | DECISIONS | _VERDICTS


def field_name(name: str) -> str:
    """What a field is called; its own name where it has no other."""
    return FIELDS.get(name, name)


def place_name(name: str) -> str:
    """What a field of a document or task is called: *document.number* is *số*, *task.II.1.due* *nhiệm vụ II.1, thời hạn*."""
    kind, _, rest = name.partition(".")
    if kind == "document":
        return field_name(rest)
    path, _, field = rest.rpartition(".")
    return f"nhiệm vụ {path}, {field_name(field)}" if field in FIELDS else f"nhiệm vụ {rest}"


def shown(value: Any) -> str:
    """A value: days as they are written in Vietnam, several names in a row."""
    from vanthu.export.timing import show_day

    if value in (None, "", (), []):
        return "(trống)"
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    text = str(value)
    is_day = len(text) == len("2000-01-01") and text[4] == text[7] == "-"
    return show_day(text) if is_day else _WORDS.get(text, text)


def change(was: Any, value: Any) -> str:
    """*was → value*."""
    return f"{shown(was)} → {shown(value)}"
