"""The public form of what the pages say of themselves: how they were read, what lies on them besides the print."""

from __future__ import annotations

from pydantic import Field

from vanthu.contract.base import Confidence, Open
from vanthu.document.page import Grade, MarkKind, Reading


class PageFacts(Open):
    """How a page was read."""

    optional = frozenset({"width", "height", "reason", "grade"})
    number: int = Field(ge=1)
    reading: Reading
    reason: str = Field(default="", description="Vietnamese; why it was read this way")
    grade: Grade | None = Field(
        default=None, description="How well recognition came out; absent where nothing was recognised"
    )
    width: float | None = Field(default=None, description="Points; absent where a page has no geometry")
    height: float | None = None
    rotation: int = Field(
        default=0, description="Clockwise degrees by which the page in the file was turned upright"
    )
    skew: float = Field(default=0.0, description="Clockwise degrees by which it was then straightened")


class PageFlag(Open):
    """Words that may have been read wrongly."""

    optional = frozenset({"box", "candidates"})
    page: int = Field(ge=1)
    box: tuple[float, float, float, float] | None = Field(
        default=None, description="As that of a mark; absent in transcripts"
    )
    text: str = Field(description="As it stands in the text")
    code: str
    reason: str = Field(description="Vietnamese")
    candidates: tuple[str, ...] = Field(default=(), description="Other readings, best first")


class PaperMark(Open):
    """A seal, a stamp or handwriting. What it says is no part of the document's own text."""

    optional = frozenset({"colour", "text", "fields", "confidence"})
    page: int = Field(ge=1)
    kind: MarkKind
    box: tuple[float, float, float, float] = Field(
        description="Left, top, right, bottom in points (1/72 inch) on the upright page, origin top left"
    )
    colour: str | None = Field(default=None, description="red, blue, black; absent where the page has none")
    text: str = Field(default="", description="Lines as read; empty where nothing could be read")
    fields: dict[str, str] = Field(
        default={}, description="Of an arrival stamp: agency, number, date, forwarded_to, as they stand there"
    )
    confidence: Confidence | None = None
