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


class Grade(StrEnum):
    """How well a recognised page came out, judged by the confidence of its words."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    UNREADABLE = "unreadable"


class Page(Frozen):
    """One page as it is read: turned upright and deskewed.

    Sizes in points; `None` for transcripts, which have no geometry. A page is a sheet of the file, or the `part` of one that was
    cut from it (two pages on one sheet). `rotation` (clockwise: 0, 90, 180, 270) and then `skew` (degrees, clockwise positive) are
    what was applied to it, after the cut, to make it upright.
    """

    number: int  # from 1
    sheet: int | None = None  # page of the file that it was cut from, from 1; None: the one of its own number
    part: Box | None = None  # of the sheet as it lies in the file; None: all of it
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
    grade: Grade | None = None  # None where nothing was recognised


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


class MarkKind(StrEnum):
    """What was put on the paper besides the print."""

    SEAL = "seal"
    ARRIVAL = "arrival"  # ĐẾN
    URGENCY = "urgency"  # HỎA TỐC, THƯỢNG KHẨN, KHẨN
    COPY = "copy"  # SAO Y, SAO LỤC, TRÍCH SAO
    DIGITAL_SIGNATURE = "digital-signature"
    SIGNATURE = "signature"
    HANDWRITING = "handwriting"
    POSSIBLE_SECRECY = "possible-secrecy"  # could not be read, and may be MẬT: a person has to look
    OTHER = "other"


class Place(StrEnum):
    """A place of the letterhead that a pen fills."""

    NUMBER = "number"
    DAY = "day"
    MONTH = "month"


class Written(Frozen):
    """What a pen may have written, and how surely; of a day or month without a leading zero."""

    text: str
    confidence: float


class Mark(Frozen):
    """A stamp, a seal or handwriting on a page. What it says is never part of the document's own text."""

    kind: MarkKind
    page: int
    box: Box
    colour: str | None = None  # red, blue, black; None where the page has none
    text: str = ""  # lines as read; empty where nothing could be read
    fields: dict[str, str] = {}  # of an ARRIVAL: agency, number, date, forwarded_to, as they stand there
    words: tuple[int, ...] = ()  # indices into `Plan.words` of words that are its own
    confidence: float | None = None
    hides_print: bool = False  # lies over print that was not read, or not whole
    place: Place | None = None  # of HANDWRITING: what it fills in
    written: tuple[Written, ...] = ()  # of HANDWRITING that was read: what it may say, best first


class Dispute(Frozen):
    """A place that another reading reads otherwise. It changes nothing by itself."""

    page: int
    words: tuple[int, ...]  # indices into `Plan.words`; empty where the first reading saw nothing
    box: Box | None
    text: str  # the other reading, with blanks between its words
    engine: str
    confidence: float | None = None


class Repair(Frozen):
    """A word that was mended: what was read is kept, so that it can be shown and undone."""

    word: int  # index into `Plan.words`
    original: str
    replacement: str
    rule: str


class Flag(Frozen):
    """A place that a person should look at, because what was read there may be wrong."""

    page: int
    box: Box | None
    text: str  # as it stands in the text
    code: str
    reason: str  # in Vietnamese
    candidates: tuple[str, ...] = ()  # other readings, best first
    words: tuple[int, ...] = ()  # indices into `Plan.words`


class Problem(Frozen):
    """Something that went wrong without ending the work; a result with problems is never 'complete'."""

    code: str
    message: str  # one Vietnamese line: what happened and what to do next
    page: int | None = None
