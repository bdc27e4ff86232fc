"""What the parts of a page, and the ways to read it, are called."""

from __future__ import annotations

from vanthu.document.layout import BlockKind
from vanthu.document.page import Grade, MarkKind, Reading

READINGS = {
    Reading.TEXT_LAYER: "lớp chữ của tệp",
    Reading.OCR: "nhận dạng từ ảnh",
    Reading.TRANSCRIPT: "văn bản gõ",
    Reading.BLANK: "trang trắng",
    Reading.FAILED: "không đọc được",
}
GRADES = {
    Grade.GOOD: "tốt",
    Grade.FAIR: "khá",
    Grade.POOR: "kém",
    Grade.UNREADABLE: "không đọc được",
}
BLOCKS = {
    BlockKind.ISSUER: "cơ quan ban hành",
    BlockKind.MOTTO: "quốc hiệu",
    BlockKind.TITLE: "tên văn bản",
    BlockKind.ADDRESSEES: "kính gửi",
    BlockKind.BODY: "nội dung",
    BlockKind.TABLE: "bảng",
    BlockKind.RECIPIENTS: "nơi nhận",
    BlockKind.SIGNER: "người ký",
    BlockKind.FOOTNOTE: "chú thích",
    BlockKind.PAGE_NUMBER: "số trang",
    BlockKind.STAMP: "chữ của dấu",
    BlockKind.APPENDIX_TITLE: "phụ lục",
    BlockKind.NOISE: "vết bẩn",
}
MARKS = {
    MarkKind.SEAL: "con dấu",
    MarkKind.ARRIVAL: "dấu đến",
    MarkKind.URGENCY: "dấu khẩn",
    MarkKind.COPY: "dấu sao y",
    MarkKind.DIGITAL_SIGNATURE: "chữ ký số",
    MarkKind.SIGNATURE: "chữ ký",
    MarkKind.HANDWRITING: "chữ viết tay",
    MarkKind.POSSIBLE_SECRECY: "có thể là dấu chỉ độ mật",
    MarkKind.OTHER: "dấu khác",
}
