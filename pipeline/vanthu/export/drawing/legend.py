"""The colours of drawn pages, and the column at their right that says what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import NamedTuple, TypeAlias

from PIL import Image, ImageDraw

from vanthu.document.layout import BlockKind
from vanthu.document.page import Flag, Page
from vanthu.export.drawing.typeface import typeface
from vanthu.export.page_names import BLOCKS, GRADES, READINGS

Colour: TypeAlias = tuple[int, int, int]

BLOCK_COLOURS: dict[BlockKind, Colour] = {
    BlockKind.ISSUER: (0, 90, 200),
    BlockKind.MOTTO: (120, 60, 200),
    BlockKind.TITLE: (190, 0, 130),
    BlockKind.ADDRESSEES: (0, 130, 130),
    BlockKind.BODY: (70, 80, 95),
    BlockKind.TABLE: (0, 140, 80),
    BlockKind.RECIPIENTS: (160, 90, 0),
    BlockKind.SIGNER: (20, 110, 30),
    BlockKind.FOOTNOTE: (90, 110, 0),
    BlockKind.PAGE_NUMBER: (130, 130, 130),
    BlockKind.STAMP: (150, 0, 60),
    BlockKind.APPENDIX_TITLE: (200, 60, 160),
    BlockKind.NOISE: (175, 175, 175),
}
CELL: Colour = (0, 170, 110)
MARK: Colour = (150, 0, 200)
INK: Colour = (230, 120, 220)
FLAG: Colour = (220, 0, 0)
REPAIR: Colour = (0, 60, 255)
_UNMEASURED: Colour = (70, 140, 230)
_SCALE: tuple[tuple[float, Colour], ...] = (
    (0.5, (225, 40, 30)),
    (0.8, (240, 150, 0)),
    (0.95, (60, 170, 60)),
)
_WIDTH = 380
_MARGIN = 14
_LINE = 20
_SIZE = 15
_LETTERS = 46  # a line
_INK: Colour = (25, 30, 40)
_PAPER: Colour = (248, 248, 244)


class _Row(NamedTuple):
    """A line of the column, with the colour that it explains."""

    text: str
    colour: Colour | None = None
    head: bool = False


def word_colour(confidence: float | None) -> Colour:
    """Red for doubtful words, orange for fair ones, green for sure ones; blue where nothing was measured."""
    if confidence is None:
        return _UNMEASURED
    for (low, cold), (high, warm) in pairwise(_SCALE):
        if confidence <= high:
            share = max(0.0, (confidence - low) / (high - low))
            red, green, blue = (round(a + (b - a) * share) for a, b in zip(cold, warm, strict=True))
            return red, green, blue
    return _SCALE[-1][1]


def legend(image: Image.Image, page: Page, flags: Sequence[Flag], pages: int) -> Image.Image:
    """The picture with the column at its right; flags that find no room are counted."""
    sheet = Image.new("RGB", (image.width + _WIDTH, image.height), _PAPER)
    sheet.paste(image, (0, 0))
    draw = ImageDraw.Draw(sheet)
    left = image.width + _MARGIN
    room = (image.height - 2 * _MARGIN) // _LINE
    for number, row in enumerate(_fitted(page, flags, pages, room)):
        top = _MARGIN + number * _LINE
        if row.colour is not None:
            draw.rectangle((left, top + 2, left + 22, top + _LINE - 5), fill=row.colour)
        place = left + (30 if row.colour is not None else 0), top
        draw.text(place, row.text, fill=_INK, font=typeface(_SIZE, bold=row.head))
    return sheet


def _fitted(page: Page, flags: Sequence[Flag], pages: int, room: int) -> list[_Row]:
    rows = [*_facts(page, pages), *_key(), *_flag_rows(flags)]
    if len(rows) > room:
        rows[room - 1 :] = [_Row("… xem đủ bằng vanthu text --flags")]
    return rows


def _facts(page: Page, pages: int) -> Iterator[_Row]:
    yield _Row(f"Trang {page.number}/{pages}", head=True)
    yield _Row(f"Cách đọc: {READINGS[page.reading]}")
    yield from (_Row(line) for line in wrap(page.reason, _LETTERS))
    if page.grade is not None:
        yield _Row(f"Chất lượng: {GRADES[page.grade]}")
    if page.rotation or page.skew:
        yield _Row(f"Đã xoay {page.rotation}°, chỉnh nghiêng {page.skew:.2f}°".replace(".", ","))
    if page.dpi:
        yield _Row(f"Ảnh {page.dpi} dpi")
    yield _Row("")


def _key() -> Iterator[_Row]:
    yield _Row("Từ, theo độ tin cậy", head=True)
    yield _Row("từ 95 %", _SCALE[2][1])
    yield _Row("khoảng 80 %", _SCALE[1][1])
    yield _Row("từ 50 % trở xuống", _SCALE[0][1])
    yield _Row("không đo (lớp chữ)", _UNMEASURED)
    yield _Row("")
    yield _Row("Khối, đánh số theo thứ tự đọc", head=True)
    yield from (_Row(name, BLOCK_COLOURS[kind]) for kind, name in BLOCKS.items())
    yield _Row("")
    yield _Row("từ đã sửa", REPAIR)
    yield _Row("ô của bảng", CELL)
    yield _Row("dấu, chữ ký, chữ viết tay", MARK)
    yield _Row("mực màu đã tách", INK)
    yield _Row("chỗ cần xem lại", FLAG)
    yield _Row("")


def _flag_rows(flags: Sequence[Flag]) -> Iterator[_Row]:
    if flags:
        yield _Row(f"Cần xem lại: {len(flags)} chỗ", head=True)
    for number, flag in enumerate(flags, 1):
        other = f" → {', '.join(flag.candidates)}" if flag.candidates else ""
        yield from (_Row(line) for line in wrap(f"!{number} “{flag.text}”{other}: {flag.reason}", _LETTERS))
