"""Fonts and paragraph styles after Nghị định 30/2020/NĐ-CP: Times-like type, 13.5 points, first line set in."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "LiberationSerif"
FACES = {"normal": "Regular", "bold": "Bold", "italic": "Italic", "boldItalic": "BoldItalic"}
# The older face of the same name, in .../liberation, has no Vietnamese letters.
FOLDERS = tuple(
    Path("/usr/share/fonts") / f for f in ("truetype/liberation2", "liberation-serif-fonts", "TTF")
)
# What stands behind the family's faces [Regular, Bold, Italic, BoldItalic] and the package it comes from; the first is the usual one.
FAMILIES = {
    FAMILY: (FOLDERS, "LiberationSerif-{}", ("Regular", "Bold", "Italic", "BoldItalic"), "fonts-liberation"),
    "FreeSerif": (
        (Path("/usr/share/fonts/truetype/freefont"), Path("/usr/share/fonts/gnu-free")),
        "FreeSerif{}",
        ("", "Bold", "Italic", "BoldItalic"),
        "fonts-freefont-ttf",
    ),
    "DejaVuSerifCondensed": (
        (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/TTF")),
        "DejaVuSerifCondensed{}",
        ("", "-Bold", "-Italic", "-BoldItalic"),
        "fonts-dejavu",
    ),
}


def register_fonts(family: str = FAMILY) -> None:
    """Tell reportlab which files stand behind the faces. Raises `FileNotFoundError` naming the package to install."""
    folders, pattern, endings, package = FAMILIES[family]
    folder = next((f for f in folders if (f / f"{pattern.format(endings[0])}.ttf").exists()), None)
    if folder is None:
        raise FileNotFoundError(f"{family} is missing: apt-get install {package}")
    for face, ending in zip(FACES.values(), endings, strict=True):
        pdfmetrics.registerFont(TTFont(f"{FAMILY}-{face}", folder / f"{pattern.format(ending)}.ttf"))
    pdfmetrics.registerFontFamily(FAMILY, **{k: f"{FAMILY}-{v}" for k, v in FACES.items()})


def style(
    size: float = 13.5, face: str = "Regular", *, align: int = TA_JUSTIFY, first: float = 0
) -> ParagraphStyle:
    """A paragraph style; the space after grows with the size."""
    return ParagraphStyle(
        f"{face}{size}{align}{first}", fontName=f"{FAMILY}-{face}", fontSize=size, leading=size * 1.22,
        alignment=align, firstLineIndent=first, spaceAfter=size * 0.3,
    )  # fmt: skip


def body() -> ParagraphStyle:
    """Running text: justified, first line set in by a centimetre."""
    return style(13.5, first=28.35)


def centred(size: float = 13.5, face: str = "Regular") -> ParagraphStyle:
    """Titles, heads of columns."""
    return style(size, face, align=TA_CENTER)


def note() -> ParagraphStyle:
    """Footnotes."""
    return style(10)


def flush(size: float) -> ParagraphStyle:
    """Cells and lists, ragged on the right."""
    return style(size, align=TA_LEFT)
