"""Digital PDFs whose text layer says something else than their picture, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from sheets import LINES, font_path

LONG = LINES * 2
_SANS = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"


def canvas_of(path: Path, *, face: str | None = None) -> Canvas:
    """An A4 canvas with a font that has Vietnamese letters."""
    pdfmetrics.registerFont(ttfonts.TTFont("Layer", face or font_path()))
    canvas = Canvas(str(path), pagesize=A4, pageCompression=0)
    canvas.setFont("Layer", 13)
    return canvas


def put(canvas: Canvas, lines: Sequence[str], *, x: float = 85, y: float = 770) -> None:
    """Lines of text from a height down, 20 points apart."""
    canvas.setFont("Layer", 13)
    for number, line in enumerate(lines):
        canvas.drawString(x, y - 20 * number, line)


@contextmanager
def called(names: Callable[[str], str]) -> Iterator[None]:
    """While it lasts, the character map of every font written calls a letter by another name; what is drawn stays right."""
    make = ttfonts.makeToUnicodeCMap

    def lie(fontname: str, subset: Sequence[int]) -> object:
        return make(fontname, [ord(names(chr(code))) for code in subset])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ttfonts, "makeToUnicodeCMap", lie)
        yield


def lying_pdf(path: Path, names: Callable[[str], str], lines: Sequence[str] = LONG) -> Path:
    """A page whose picture is right and whose layer calls each letter by another name."""
    canvas = canvas_of(path)
    put(canvas, lines)
    with called(names):
        canvas.save()
    return path


def named_font(path: Path, name: str) -> None:
    """Call the font of a PDF by another, not longer name."""
    data = path.read_bytes()
    own = b"LiberationSerif" if b"LiberationSerif" in data else b"DejaVuSerif"
    path.write_bytes(data.replace(own, name.encode().ljust(len(own))))


def scanned(
    canvas: Canvas, picture: Image.Image, folder: Path, *, box: tuple[float, float, float, float]
) -> None:
    """Put a picture on the page (left, bottom, width, height in points)."""
    file = folder / f"{abs(hash(box))}.png"
    picture.save(file)
    canvas.drawImage(str(file), *box)
