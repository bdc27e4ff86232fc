"""Pictures in a DOCX that may be pages: a scan that was put into the file is read as one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from statistics import fmean
from typing import Any

from docx.oxml.ns import qn
from PIL import Image

from vanthu.document.page import Grid, Page, Problem, Reading, Word
from vanthu.errors import PageError
from vanthu.reading.digital.docx.text import hanging
from vanthu.reading.digital.docx.values import told_number
from vanthu.reading.imaging import picture_page
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.recognition.sheet import read_sheet
from vanthu.reading.result import PageRead
from vanthu.settings import Settings

_EMU = 360_000  # a centimetre
_WIDE, _HIGH = 9 * _EMU, 5 * _EMU  # a smaller picture is an emblem, a seal or a signature
_LARGEST = 10**8  # of a size: 2.7 m
_PIXELS = 700  # its longer side: with fewer no letters can be read
_WORDS, _SURE = 10, 0.6  # words and their mean confidence: less is a photograph
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_REASON = "hình trong tệp DOCX"


def pictures_in(paragraph: Any, document: Any) -> Iterator[bytes]:
    """The stored pictures in a paragraph that are large enough to be pages."""
    for drawing in hanging(paragraph, "w:drawing"):
        extent = next(drawing.iter(_EXTENT), None)
        if extent is None or not _is_page(extent):
            continue
        for blip in drawing.iter(_BLIP):
            part = document.part.related_parts.get(blip.get(qn("r:embed")))
            if part is not None:
                yield part.blob


def _is_page(extent: Any) -> bool:
    wide, high = (told_number(extent.get(side), 0, most=_LARGEST) for side in ("cx", "cy"))
    return wide >= _WIDE and high >= _HIGH


def read_picture_page(data: bytes, number: int, settings: Settings, rules: Rules) -> tuple[PageRead, ...]:
    """The pages that a picture is; none for a photograph. A page in a DOCX has no place for boxes: its words have none.

    A picture that can't be read is a page without words, with its problem.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            if width * height > settings.limits.pixels:
                return (_unread(number),)
            if max(width, height) < _PIXELS:
                return ()
            image = picture_page.frame(picture, 0, settings.image)
        reads = read_sheet(image, number, settings=settings, rules=rules, reason=_REASON)
    except (OSError, ValueError, PageError, Image.DecompressionBombError):
        return (_unread(number),)
    return tuple(_placeless(read, number) for read in reads if _is_text(read))


def _is_text(read: PageRead) -> bool:
    known = [w.confidence for w in read.words if w.confidence is not None]
    return len(known) >= _WORDS and fmean(known) >= _SURE


def _unread(number: int) -> PageRead:
    page = Page(number=number, width=None, height=None, reading=Reading.FAILED, reason=_REASON)
    message = "một hình trong tệp DOCX không đọc được, có thể có chữ; hãy xuất tệp sang PDF rồi đọc lại"
    return PageRead(page, problems=(Problem(code="page", message=message, page=number),))


def _placeless(read: PageRead, number: int) -> PageRead:
    page = Page(
        number=number,
        width=None,
        height=None,
        dpi=read.page.dpi,
        reading=read.page.reading,
        reason=read.page.reason,
        grade=read.page.grade,
    )
    words: tuple[Word, ...] = tuple(w._replace(box=None) for w in read.words)
    return PageRead(page, words, tuple(map(_grid, read.grids)), problems=read.problems)


def _grid(grid: Grid) -> Grid:
    cells = tuple(cell.model_copy(update={"box": None}) for cell in grid.cells)
    return grid.model_copy(update={"box": None, "cells": cells})
