"""What was read, drawn over the pages: for a person to see at a glance what the program saw.

Words are filled by confidence, blocks framed by kind and numbered in reading order, cells ruled, marks and flags framed.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from PIL import Image, ImageDraw

from vanthu.document.geometry import Box
from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Flag, Grid, Mark, Page, Word
from vanthu.document.plan import Plan
from vanthu.errors import InputError
from vanthu.export.drawing.legend import (
    BLOCK_COLOURS,
    CELL,
    FLAG,
    INK,
    MARK,
    REPAIR,
    Colour,
    legend,
    word_colour,
)
from vanthu.export.drawing.typeface import typeface
from vanthu.export.page_names import MARKS
from vanthu.export.places import whole_file
from vanthu.reading.imaging.upright import upright

DPI = 120
_POINTS = 72.0
_FILL = 70  # of 255: the ink stays readable under it
_CHIP = 15  # pixels, height of type in a chip
_SMALL = 11  # of a chip that stands among the lines
_DASH = 9


class Corner(Enum):
    """Where a chip stands at its area."""

    HEAD = "left of its head"
    FOOT = "under its foot"
    ABOVE = "over its right end"


def draw_pages(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write `NAME-trang-001.png` for each page that has an image; their paths.

    Raises `OutputError` where the disk refuses, `ValueError` where the plan has no blocks yet.
    """
    if plan.source is None or plan.blocks is None:
        raise ValueError("the plan has no blocks yet")
    source = Path(plan.source.path)
    written = []
    for page in plan.pages or ():
        image = _image(source, page)
        if image is not None:
            path = folder / f"{source.stem}-trang-{page.number:03d}.png"
            with whole_file(path) as new:
                draw_page(plan, page, image).save(new, "PNG")
            written.append(path)
    return tuple(written)


def _image(source: Path, page: Page) -> Image.Image | None:
    """`None` for transcripts and pages that can't be drawn."""
    if page.width is None:
        return None
    try:
        return upright(source, page, dpi=DPI).convert("RGB")
    except InputError:
        return None


def draw_page(plan: Plan, page: Page, image: Image.Image) -> Image.Image:
    """The image of a page, at `DPI`, with everything known of it, and a legend at its right."""
    canvas, number = _Canvas(image), page.number
    flags = [flag for flag in plan.flags or () if flag.page == number]
    _words(canvas, [w for w in plan.words or () if w.page == number])
    _repairs(canvas, [(plan.words or ())[r.word] for r in plan.repairs or ()], number)
    _cells(canvas, [g for g in plan.grids or () if g.page == number])
    _blocks(canvas, [b for b in plan.blocks or () if b.page == number])
    _marks(canvas, [m for m in plan.marks or () if m.page == number], page.ink)
    _flags(canvas, flags)
    return legend(canvas.image, page, flags, len(plan.pages or ()))


def _words(canvas: _Canvas, words: list[Word]) -> None:
    canvas.fill((w.box, word_colour(w.confidence)) for w in words if w.box is not None)


def _repairs(canvas: _Canvas, words: list[Word], page: int) -> None:
    for word in words:
        if word.page == page:
            canvas.underline(word.box, REPAIR)


def _cells(canvas: _Canvas, grids: list[Grid]) -> None:
    for grid in grids:
        for cell in grid.cells:
            canvas.frame(cell.box, CELL, 2)


def _marks(canvas: _Canvas, marks: list[Mark], inks: Iterable[Box]) -> None:
    for ink in inks:
        canvas.frame(ink, INK, 1)
    for mark in marks:
        canvas.dashes(mark.box, MARK)
        canvas.chip(mark.box, MARKS[mark.kind], MARK, Corner.FOOT)


def _blocks(canvas: _Canvas, blocks: list[Block]) -> None:
    for number, block in enumerate(blocks, 1):
        colour = BLOCK_COLOURS[block.kind]
        for line in block.lines:
            canvas.frame(line.box, colour, 1)
        if block.kind is not BlockKind.NOISE:  # specks lie all over a page and are no part of any order
            canvas.frame(block.box, colour, 3)
            canvas.chip(block.box, str(number), colour)


def _flags(canvas: _Canvas, flags: list[Flag]) -> None:
    for number, flag in enumerate(flags, 1):
        canvas.frame(flag.box, FLAG, 2)
        canvas.chip(flag.box, f"!{number}", FLAG, Corner.ABOVE)


class _Canvas:
    """A picture of a page that is drawn on in points."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self._draw = ImageDraw.Draw(image)

    def fill(self, parts: Iterable[tuple[Box, Colour]]) -> None:
        """Tint areas; where several overlap the last one counts."""
        tint = Image.new("RGBA", self.image.size)
        brush = ImageDraw.Draw(tint)
        for box, colour in parts:
            brush.rectangle(_pixels(box), fill=(*colour, _FILL), outline=(*colour, 200))
        self.image.paste(tint, (0, 0), tint)

    def frame(self, box: Box | None, colour: Colour, width: int) -> None:
        """A rectangle around an area, outside of it: no ink is covered. Nothing where the area is not known."""
        if box is not None:
            left, top, right, bottom = _pixels(box)
            out = width - 1
            around = left - out, top - out, right + out, bottom + out
            self._draw.rectangle(around, outline=colour, width=width)

    def underline(self, box: Box | None, colour: Colour) -> None:
        """A thick line under an area; nothing where it is not known."""
        if box is not None:
            left, _, right, bottom = _pixels(box)
            self._draw.line((left, bottom, right, bottom), colour, 4)

    def dashes(self, box: Box, colour: Colour) -> None:
        """A broken rectangle."""
        left, top, right, bottom = _pixels(box)
        for x in range(left, right, 2 * _DASH):
            for y in (top, bottom):
                self._draw.line((x, y, min(x + _DASH, right), y), colour, 3)
        for y in range(top, bottom, 2 * _DASH):
            for x in (left, right):
                self._draw.line((x, y, x, min(y + _DASH, bottom)), colour, 3)

    def chip(self, box: Box | None, label: str, colour: Colour, corner: Corner = Corner.HEAD) -> None:
        """A label at an area, inside the picture; nothing where the area is not known."""
        if box is None:
            return
        size = _CHIP if corner is Corner.HEAD else _SMALL
        face = typeface(size, bold=True)
        width, height = round(face.getlength(label)) + 6, size + 4
        x0, y0, x1, y1 = _pixels(box)
        x, y = {
            Corner.HEAD: (x0 - width, y0),
            Corner.FOOT: (x0, y1),
            Corner.ABOVE: (x1 - width // 2, y0 - height + 3),
        }[corner]
        x, y = min(max(x, 0), self.image.width - width), min(max(y, 0), self.image.height - height)
        self._draw.rectangle((x, y, x + width, y + height), fill=colour)
        self._draw.text((x + 3, y + 1), label, fill=(255, 255, 255), font=face)


def _pixels(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(v * DPI / _POINTS) for v in box)
    return left, top, max(left, right), max(top, bottom)
