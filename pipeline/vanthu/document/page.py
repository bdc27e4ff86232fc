"""A file's pages and the words read from them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from vanthu.document.base import Frozen
from vanthu.document.geometry import Box


class Source(Frozen):
    """The file that a plan was read from; never opened for writing."""

    path: str
    name: str  # file name without folders
    sha256: str  # of the untouched bytes
    media_type: str  # application/pdf, image/png, image/jpeg, image/tiff, text/plain, ... docx as registered
    size: int  # bytes


class Reading(StrEnum):
    """How a page's words were obtained."""

    TEXT_LAYER = "text-layer"
    OCR = "ocr"
    TRANSCRIPT = "transcript"  # plain text, Markdown, DOCX: no geometry
    BLANK = "blank"
    FAILED = "failed"


class Page(Frozen):
    """One page as it is read: turned upright and deskewed.

    Sizes in points; `None` for transcripts, which have no geometry. `rotation` (clockwise: 0, 90, 180, 270) and then `skew`
    (degrees, clockwise positive) are what was applied to the page as it lies in the file to make it upright.
    """

    number: int  # from 1
    width: float | None
    height: float | None
    dpi: int | None = None  # of the image that was recognised; None where nothing was rendered
    rotation: int = 0
    skew: float = 0.0
    reading: Reading
    reason: str = ""  # why it was read this way, in Vietnamese
    image_sha256: str | None = None  # of the page image before any repair
    # where coloured ink was taken off before recognition: seals, stamps, handwriting
    ink: tuple[Box, ...] = ()


class Word(NamedTuple):
    """A word as read. A named tuple: a document has tens of thousands."""

    text: str  # NFC, no white space inside
    page: int  # from 1
    box: Box | None  # None in transcripts
    confidence: float | None  # 0..1; None where nothing was measured (text layer, transcript)
    line: int  # number of the line on its page as the engine saw it; a gap means a blank line between
    engine: str  # tesseract, text-layer, docx, transcript


class GridCell(Frozen):
    """A cell of a ruled table, with the words that lie in it, in reading order."""

    row: int  # from 0, within its grid
    column: int
    row_span: int = 1
    column_span: int = 1
    words: tuple[int, ...]  # indices into `Plan.words`
    box: Box | None = None


class Grid(Frozen):
    """A table as it stands on one page; tables over several pages are joined later, by layout."""

    page: int
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    box: Box | None = None


class Problem(Frozen):
    """Something that went wrong without ending the work; a result with problems is never 'complete'."""

    code: str
    message: str  # one Vietnamese line: what happened and what to do next
    page: int | None = None
