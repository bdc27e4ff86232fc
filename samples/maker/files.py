"""One source in, the bytes of one finished file out."""

from __future__ import annotations

from maker.pages import compose
from maker.scan import scan_pdf, scan_tiff
from maker.source import Source
from maker.transcript import transcript
from maker.word import docx


def make(source: Source) -> bytes:
    """The finished document in the form that the source asks for."""
    if source.form.writes == "txt":
        return transcript(source).encode()
    if source.form.writes == "docx":
        return docx(source)
    pdf, places = compose(source)
    if source.form.writes == "pdf":
        return pdf
    return (scan_tiff if source.form.writes == "tiff" else scan_pdf)(source, pdf, places)
