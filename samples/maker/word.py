"""A source as a Word file: letterhead and signature in borderless tables, real automatic numbering and bullets."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import docx as word
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from maker.source import Source
from maker.transcript import MOTTO

LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-"), ("bullet", "+"))
MARKERS = (r"[IVX]+\.\s+", r"\d+\.\s+", r"-\s+", r"\+\s+")
EPOCH = (2025, 1, 1, 0, 0, 0)
NUMBERING_ID = 77


def docx(source: Source) -> bytes:
    """The bytes of the file; the same for the same source. Tables and appendices are not supported here."""
    document = word.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.7)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Times New Roman", Pt(14)
    document.core_properties.created = document.core_properties.modified = datetime(*EPOCH)  # noqa: DTZ001
    document.core_properties.author = ""
    _define_numbering(document)
    _head(document, source)
    for line in source.body:
        _body_line(document, line)
    _closing(document, source)
    return _steady(document)


def _head(document: Document, source: Source) -> None:
    left, right = _columns(document, 6.2, 10.1)
    lines = [source.superior, *(f"**{line}**" for line in source.issuer), source.serial]
    _centred(left, [line for line in lines if line])
    _centred(right, [f"**{MOTTO[0]}**", f"**{MOTTO[1]}**", f"*{source.place}, {source.day}*"])
    document.add_paragraph()
    for line in (source.type, *source.title):
        paragraph = document.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        _runs(paragraph, f"**{line}**")


def _columns(document: Document, left: float, right: float) -> tuple[_Cell, _Cell]:
    """The two cells of a borderless table; widths in centimetres."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    cells = table.rows[0].cells
    for column, cell, width in zip(table.columns, cells, (left, right), strict=True):
        column.width = cell.width = Cm(width)
    return cells[0], cells[1]


def _centred(cell: _Cell, lines: list[str]) -> None:
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        _runs(paragraph, line, size=13)


def _body_line(document: Document, line: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.JUSTIFY
    bare = line.removeprefix("**")
    level = next((n for n, marker in enumerate(MARKERS) if re.match(marker, bare)), None)
    if level is None:
        paragraph.paragraph_format.first_line_indent = Cm(1)
    else:
        _number(paragraph, level)
        line = re.sub(MARKERS[level], "", line, count=1)
    _runs(paragraph, line)


def _closing(document: Document, source: Source) -> None:
    left, right = _columns(document, 8.3, 8)
    _runs(left.paragraphs[0], "***Nơi nhận:***")
    for item in (*(f"{r};" for r in source.recipients), f"Lưu: {source.archive}."):
        _runs(left.add_paragraph(), f"- {item}", size=11)
    _centred(
        right, [*(f"**{line}**" for line in source.signer_lines), "", "", "", "", f"**{source.signer}**"]
    )


def _runs(paragraph: Paragraph, line: str, *, size: float = 14) -> None:
    paragraph.paragraph_format.space_after = Pt(6 if size > 13 else 0)
    paragraph.paragraph_format.line_spacing = 1
    for part in re.findall(r"\*{1,3}[^*]+\*{1,3}|[^*]+", line):
        run = paragraph.add_run(part.strip("*"))
        stars = len(part) - len(part.lstrip("*"))
        run.font.size = Pt(size)
        run.bold, run.italic = stars >= 2, stars % 2 == 1


def _number(paragraph: Paragraph, level: int) -> None:
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - there is no public way
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = NUMBERING_ID


def _define_numbering(document: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
        for n, (kind, text) in enumerate(LEVELS)
    )
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING_ID}">{levels}</w:abstractNum>'
    instance = (
        f'<w:num {nsdecls("w")} w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="{NUMBERING_ID}"/></w:num>'
    )
    first = numbering.find(qn("w:num"))  # abstract definitions stand before the instances
    first.addprevious(parse_xml(abstract))
    numbering.append(parse_xml(instance))


def _steady(document: Document) -> bytes:
    """The file with fixed times inside, so that making it again gives the same bytes."""
    loose, steady = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return steady.getvalue()
