"""The formal parts of a letter as flowables: head, title, addressees, ruled tables, Nơi nhận and signer."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from maker.source import Ruled, Source
from maker.style import body, centred, flush, style
from maker.transcript import MOTTO

Mark = Callable[[str, float, float], None]  # name, x, y in points from the bottom left


class Rule(Flowable):
    """The short line under the issuer and under the motto."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.rule, self.spaceAfter = width, 5
        self.hAlign = "CENTER"

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        """The rule keeps to the middle of the room it is given."""
        self.room = available
        return available, 4

    def draw(self) -> None:
        """A thin line."""
        self.canv.setLineWidth(0.7)
        self.canv.line((self.room - self.rule) / 2, 2, (self.room + self.rule) / 2, 2)


class Anchor(Flowable):
    """Takes no room; tells where on the page it came to lie, so that seals and signatures find their place."""

    def __init__(self, name: str, mark: Mark) -> None:
        super().__init__()
        self.name, self.mark = name, mark

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        """No room at all."""
        self.room = available
        return available, 0

    def draw(self) -> None:
        """Report the middle of the column, in page coordinates."""
        canvas: Canvas = self.canv
        x, y = canvas.absolutePosition(self.room / 2, 0)
        self.mark(self.name, x, y)


class CutTable(Table):
    """A table whose rows may be cut by the end of a page; the cut is closed by a line on both pages."""

    def split(self, available_width: float, available_height: float) -> list[Table]:
        """The part for this page and the rest."""
        pieces: list[Table] = super().split(available_width, available_height)
        if len(pieces) > 1:
            pieces[0].setStyle(TableStyle([("LINEBELOW", (0, -1), (-1, -1), 0.8, "black")]))
            pieces[1].setStyle(TableStyle([("LINEABOVE", (0, 0), (-1, 0), 0.8, "black")]))
        return pieces


def rich(line: str) -> str:
    """A line's markup as reportlab's."""
    line = line.replace("&", "&amp;").replace("<", "&lt;")
    line = re.sub(r"\[\^(\d)\]", r"<super>\1</super>", line)
    line = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", line)
    line = re.sub(r"\*(.+?)\*", r"<i>\1</i>", line)
    return re.sub(r" {2,}", lambda m: "\u00a0" * len(m[0]), line)


def paragraph(line: str) -> Paragraph:
    """A paragraph of the body, or a centred one."""
    if line.startswith("^ "):
        return Paragraph(rich(line[2:]), centred())
    return Paragraph(rich(line), body())


def head(source: Source, width: float, mark: Mark) -> list[Flowable]:
    """The two columns of the letterhead [1-4] and what follows them [5, 9a]."""
    left: list[Flowable] = [Anchor("head", mark)]
    if source.superior:
        left.append(_centre(source.superior, 12, "Regular"))
    left += [_centre(line, 12.5, "Bold") for line in source.issuer]
    left += [Rule(62), _centre(source.serial, 13, "Regular")]
    if source.subject:
        left.append(_centre(source.subject, 12, "Regular"))
    right = [
        _centre(MOTTO[0], 12, "Bold"),
        _centre(MOTTO[1], 13, "Bold"),
        Rule(158),
        _centre(f"{source.place}, {source.day}", 13, "Italic"),
    ]
    table = Table([[left, right]], colWidths=[width * 0.42, width * 0.58])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_PADDING]))
    return [table, Spacer(1, 12), *(_title(source) if source.type else _addressees(source))]


_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 1) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _centre(text: str, size: float, face: str) -> Paragraph:
    chosen = centred(size, face)
    chosen.spaceAfter = 1
    return Paragraph(rich(text), chosen)


def _title(source: Source) -> list[Flowable]:
    lines = [_centre(line, 13.5, "Bold") for line in (source.type, *source.title)]
    return [*lines, Rule(90), Spacer(1, 6)]


def _addressees(source: Source) -> list[Flowable]:
    item = style(13.5)
    item.leftIndent, item.spaceAfter = 130, 2
    first = style(13.5)
    first.leftIndent = 75
    items = [
        f"- {a}{'.' if n == len(source.addressees) else ';'}" for n, a in enumerate(source.addressees, 1)
    ]
    return [Paragraph("Kính gửi:", first), *(Paragraph(rich(i), item) for i in items), Spacer(1, 8)]


def ruled(table: Ruled) -> Table:
    """A ruled table; its head row is not repeated on the next page."""
    left, bold, middle = flush(13), centred(13, "Bold"), centred(13)
    for cell in (left, bold, middle):
        cell.spaceAfter = 0
    rows = [[[Paragraph(rich(c), bold)] for c in table.head]]
    rows += [[[Paragraph(rich(c), left if n else middle)] for n, c in enumerate(row)] for row in table.rows]
    made = CutTable(rows, colWidths=table.widths, splitByRow=0, splitInRow=1)
    made.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.8, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_CELLS])
    )
    return made


_CELLS = [
    (f"{side}PADDING", (0, 0), (-1, -1), room)
    for side, room in (("LEFT", 4), ("RIGHT", 4), ("TOP", 4), ("BOTTOM", 6))
]


def closing(source: Source, width: float, mark: Mark) -> Flowable:
    """Nơi nhận on the left, the signer on the right; parted only where the receivers fill more than a page."""
    listed = flush(11)
    listed.spaceAfter = 0
    left = [Paragraph("<b><i>Nơi nhận:</i></b>", _sized(listed, 12))]
    left += [Paragraph(f"- {rich(r)};", listed) for r in source.recipients]
    left.append(Paragraph(f"- Lưu: {rich(source.archive)}.", listed))
    right: list[Flowable] = [_centre(line, 13.5, "Bold") for line in source.signer_lines]
    right += [Spacer(1, 46), Anchor("signature", mark), Spacer(1, 44), _centre(source.signer, 13.5, "Bold")]
    table = Table([[left, right]], colWidths=[width * 0.48, width * 0.52], splitInRow=1)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_PADDING]))
    return table


def _sized(base: ParagraphStyle, size: float) -> ParagraphStyle:
    return ParagraphStyle(f"{base.name}-{size}", parent=base, fontSize=size, leading=size * 1.25)
