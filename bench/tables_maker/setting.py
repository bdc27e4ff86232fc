"""Sets a made document as PDF pages: text around, tables drawn line by line, cut by the page's end where they may be."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from maker.style import FAMILY, register_fonts, style
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tables_maker.model import RULES, Cell, Line, Paper, Sheet

_LEFT, _RIGHT, _BOTTOM = 80.0, 48.0, 60.0
_SIDE = 4.0  # points beside a cell's text
_LEADING = 1.18
_ALIGN = {"left": 0, "centre": 1, "right": 2, "justify": 4}
_LEAST_CUT = 2  # lines of a row on each side of a cut


@dataclass(frozen=True)
class Strip:
    """A row, or the lines from `first` to `last` of it, on one page; y in points from the bottom."""

    row: int
    first: int
    last: int
    top: float
    bottom: float


def set_paper(paper: Paper) -> bytes:
    """The document as a PDF with a text layer."""
    register_fonts()
    setter = _Setter(paper)
    if paper.letterhead:
        setter.letterhead()
    for item in paper.items:
        if isinstance(item, Line):
            setter.line(item)
        else:
            setter.table(item)
    if paper.signature:
        setter.signature()
    return setter.save()


class _Setter:
    def __init__(self, paper: Paper) -> None:
        self.size = landscape(A4) if paper.landscape else A4
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=self.size, invariant=1)
        self.page, self.top = 1, paper.top
        self.y = self.size[1] - self.top

    @property
    def width(self) -> float:
        return self.size[0] - _LEFT - _RIGHT

    def save(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()

    def turn_page(self) -> None:
        self.canvas.showPage()
        self.page += 1
        self.y = self.size[1] - self.top
        self.canvas.setFont(f"{FAMILY}-Regular", 13)
        self.canvas.drawCentredString(self.size[0] / 2, self.size[1] - 42, str(self.page))

    def line(self, line: Line) -> None:
        face = "Bold" if line.bold else "Regular"
        look = style(13.5, face, align=_ALIGN[line.align], first=28.35 if line.align == "justify" else 0)
        made = Paragraph(line.text, look)
        height = made.wrapOn(self.canvas, self.width, 1000)[1]
        if self.y - height - (60 if line.align != "justify" else 0) < _BOTTOM:
            self.turn_page()
        self.y -= height
        made.drawOn(self.canvas, _LEFT, self.y)
        self.y -= 5

    def letterhead(self) -> None:
        left = ("ỦY BAN NHÂN DÂN", "<b>XÃ ĐỒNG SẬY</b>", "Số: 47/KH-UBND")
        right = (
            "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>",
            "<b>Độc lập - Tự do - Hạnh phúc</b>",
            "<i>Đồng Sậy, ngày 12 tháng 3 năm 2026</i>",
        )
        self._columns(left, right)
        self.line(Line("KẾ HOẠCH", "centre", bold=True))
        self.line(Line("Triển khai nhiệm vụ năm 2026", "centre", bold=True))

    def signature(self) -> None:
        left = ("<b><i>Nơi nhận:</i></b>", "- Như trên;", "- Các thôn;", "- Lưu: VT.")
        right = ("<b>TM. ỦY BAN NHÂN DÂN</b>", "<b>CHỦ TỊCH</b>", "", "", "", "<b>Lò Văn Thắm</b>")
        self._columns(left, right)

    def _columns(self, left: Sequence[str], right: Sequence[str]) -> None:
        if self.y - 130 < _BOTTOM:
            self.turn_page()
        for x, width, texts in ((_LEFT, 0.4, left), (_LEFT + 0.42 * self.width, 0.58, right)):
            y = self.y
            for text in texts:
                made = Paragraph(
                    text,
                    ParagraphStyle("", fontName=f"{FAMILY}-Regular", fontSize=12, leading=15, alignment=1),
                )
                y -= max(15.0, made.wrapOn(self.canvas, width * self.width, 1000)[1])
                made.drawOn(self.canvas, x, y)
        self.y -= 15 * max(len(left), len(right)) + 14

    def table(self, sheet: Sheet) -> None:
        drawn = _Drawn(sheet, self.canvas, _LEFT, self.width)
        strips: list[Strip] = []
        start = 0
        for row in range(sheet.rows):
            first, count = 0, drawn.lines[row]
            while True:
                room = self.y - _BOTTOM
                if drawn.height(first, count) + (40 if row < sheet.head_rows else 0) <= room:
                    strips.append(self._strip(drawn, row, first, count))
                    break
                fit = int((room - 2 * sheet.room) // drawn.leading)
                if (
                    sheet.cut
                    and fit >= first + _LEAST_CUT - first
                    and count - first - fit >= _LEAST_CUT
                    and row >= sheet.head_rows
                ):
                    strips.append(self._strip(drawn, row, first, first + fit))
                    first += fit
                drawn.draw(strips[start:])
                start = len(strips)
                self.turn_page()
                if sheet.repeat_head and row >= sheet.head_rows:
                    strips += [self._strip(drawn, r, 0, drawn.lines[r]) for r in range(sheet.head_rows)]
        drawn.draw(strips[start:])
        self.y -= 12

    def _strip(self, drawn: _Drawn, row: int, first: int, last: int) -> Strip:
        top = self.y
        self.y -= drawn.height(first, last)
        return Strip(row, first, last, top, self.y)


class _Drawn:
    """A table with its texts broken into lines."""

    def __init__(self, sheet: Sheet, canvas: Canvas, left: float, width: float) -> None:
        self.sheet, self.canvas, self.leading = sheet, canvas, sheet.size * _LEADING
        self.rules = RULES[sheet.rules]
        widths = _widths(sheet, width)
        self.xs = [left + x for x in accumulate(widths, initial=0.0)]
        self.texts = {
            c: list(_broken(c, sheet.size, self.xs[c.column + c.column_span] - self.xs[c.column] - 2 * _SIDE))
            for c in sheet.cells
        }
        self.lines = [
            max((len(t) for c, t in self.texts.items() if c.row == r and c.row_span == 1), default=1)
            for r in range(sheet.rows)
        ]
        for cell, text in self.texts.items():
            own = range(cell.row, cell.row + cell.row_span)
            self.lines[own[-1]] += max(0, len(text) - sum(self.lines[r] for r in own))

    def height(self, first: int, last: int) -> float:
        """Of a row's lines from first to last."""
        return (last - first) * self.leading + 2 * self.sheet.room

    def draw(self, strips: Sequence[Strip]) -> None:
        """Texts and lines of what stands on one page."""
        if not strips:
            return
        for strip in strips:
            for cell, text in self.texts.items():
                if cell.row == strip.row:
                    self._text(cell, text, strip, strips)
        self._level(strips)
        self._upright(strips)

    def _text(self, cell: Cell, text: Sequence[str], strip: Strip, strips: Sequence[Strip]) -> None:
        own = text[strip.first : strip.last] if cell.row_span == 1 else text
        last = max(
            (s for s in strips if cell.row <= s.row < cell.row + cell.row_span and s.top <= strip.top),
            key=lambda s: -s.bottom,
        )
        spare = strip.top - last.bottom - 2 * self.sheet.room - len(own) * self.leading
        y = (
            strip.top
            - self.sheet.room
            - (spare / 2 if self.sheet.middle or cell.row < self.sheet.head_rows else 0)
        )
        font = f"{FAMILY}-{'Bold' if cell.bold else 'Regular'}"
        self.canvas.setFont(font, self.sheet.size)
        left, right = self.xs[cell.column], self.xs[cell.column + cell.column_span]
        for line in own:
            y -= self.leading
            base = y + 0.24 * self.sheet.size
            if cell.centred:
                self.canvas.drawCentredString((left + right) / 2, base, line)
            else:
                self.canvas.drawString(left + _SIDE, base, line)

    def _level(self, strips: Sequence[Strip]) -> None:
        left, right, rules = self.xs[0], self.xs[-1], self.rules
        for y in (strips[0].top, strips[-1].bottom):
            self._line(rules.frame_y, left, y, right, y)
            if rules.doubled:
                self._line(
                    rules.frame_y,
                    left,
                    y + (2.4 if y == strips[0].top else -2.4),
                    right,
                    y + (2.4 if y == strips[0].top else -2.4),
                )
        for above, below in pairwise(strips):
            under_head = below.row == self.sheet.head_rows and above.row < below.row
            width = rules.head if under_head else rules.rows
            if below.row < self.sheet.head_rows and not rules.rows:
                continue
            if rules.dotted and not under_head:
                self.canvas.setDash(1, 2)
            for x0, x1 in self._free(below.row, above.row):
                self._line(width, x0, above.bottom, x1, above.bottom)
            self.canvas.setDash()

    def _free(self, row: int, above: int) -> Iterator[tuple[float, float]]:
        for column in range(self.sheet.columns):
            spanned = any(
                c.row <= above
                and row < c.row + c.row_span
                and c.row < row
                and c.column <= column < c.column + c.column_span
                for c in self.sheet.cells
            )
            if not spanned or row < above:
                yield self.xs[column], self.xs[column + 1]

    def _upright(self, strips: Sequence[Strip]) -> None:
        top, bottom, rules = strips[0].top, strips[-1].bottom, self.rules
        for n, x in ((0, self.xs[0]), (-1, self.xs[-1])):
            self._line(rules.frame_x, x, top, x, bottom)
            if rules.doubled:
                shift = -2.4 if n == 0 else 2.4
                self._line(rules.frame_x, x + shift, top + 2.4, x + shift, bottom - 2.4)
        for strip in strips:
            for column in range(1, self.sheet.columns):
                if not any(
                    c.row <= strip.row < c.row + c.row_span and c.column < column < c.column + c.column_span
                    for c in self.sheet.cells
                ):
                    self._line(rules.columns, self.xs[column], strip.top, self.xs[column], strip.bottom)

    def _line(self, width: float, x0: float, y0: float, x1: float, y1: float) -> None:
        if width:
            self.canvas.setLineWidth(width)
            self.canvas.line(x0, y0, x1, y1)


def _widths(sheet: Sheet, width: float) -> list[float]:
    """Shares of the width, each at least as wide as its longest word."""
    least = [
        max((_word(c, sheet.size) for c in sheet.cells if c.column == n and c.column_span == 1), default=20.0)
        + 2 * _SIDE
        + 1
        for n in range(sheet.columns)
    ]
    wanted = [max(least[n], width * s / sum(sheet.shares)) for n, s in enumerate(sheet.shares)]
    spare = sum(wanted) - width
    room = [w - m for w, m in zip(wanted, least, strict=True)]
    return [w - spare * r / sum(room) for w, r in zip(wanted, room, strict=True)]


def _font(cell: Cell) -> str:
    return f"{FAMILY}-{'Bold' if cell.bold else 'Regular'}"


def _word(cell: Cell, size: float) -> float:
    return max((stringWidth(w, _font(cell), size) for w in cell.text.split()), default=0.0)


def _broken(cell: Cell, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in cell.text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, _font(cell), size) > width:
            yield line
            longer = word
        line = longer
    yield line
