"""Turns a set document into a scan: rendered, stamped, laid on the glass a little askew, and saved as images only."""

from __future__ import annotations

import io
import random
import time
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from maker import stamps
from maker.pages import Place
from maker.source import Source

Pixels = npt.NDArray[Any]  # floats, ink or grey levels
DPI = 200
WHEN = time.struct_time((2025, 1, 1, 0, 0, 0, 2, 1, 0))


@dataclass(frozen=True)
class Look:
    """How a scanner sees paper. Skew in degrees, noise in grey levels, the rest as shares of full ink."""

    colour: bool
    skew: float
    noise: float
    bleed: float
    shade: float
    holes: bool
    bilevel: bool = False
    quality: int = 60


LOOKS = {
    "colour": Look(colour=True, skew=0.9, noise=2.2, bleed=0.05, shade=0.05, holes=True, quality=62),
    "office": Look(colour=False, skew=0.8, noise=2.6, bleed=0.06, shade=0.07, holes=True),
    "fax": Look(colour=False, skew=0.7, noise=0.0, bleed=0.0, shade=0.0, holes=False, bilevel=True),
}


def scan_pages(source: Source, pdf: bytes, places: dict[str, Place]) -> list[Image.Image]:
    """The pages as the scanner gives them: RGB, grey or one bit."""
    look, rng = LOOKS[source.form.look], random.Random(source.form.seed)
    papers = [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]
    _stamp(source, papers, places, rng)
    pages = []
    for number, paper in enumerate(papers, 1):
        back = papers[number] if number < len(papers) and papers[number].size == paper.size else None
        seen = _see(paper, back, look, rng)
        turn = source.form.turned.get(number, 0)
        pages.append(seen.rotate(-turn, expand=True) if turn else seen)
    return pages


def scan_pdf(source: Source, pdf: bytes, places: dict[str, Place]) -> bytes:
    """An image-only PDF: one JPEG a page, or fax-coded bits."""
    pages, out = scan_pages(source, pdf, places), io.BytesIO()
    if LOOKS[source.form.look].bilevel:
        dates = {"creationDate": WHEN, "modDate": WHEN}
        pages[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=pages[1:], **dates)
        return out.getvalue()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        size = page.width * 72 / DPI, page.height * 72 / DPI
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(_jpeg(page, LOOKS[source.form.look].quality)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan_tiff(source: Source, pdf: bytes, places: dict[str, Place]) -> bytes:
    """A TIFF with all pages, JPEG inside."""
    pages, out = scan_pages(source, pdf, places), io.BytesIO()
    quality = LOOKS[source.form.look].quality
    pages[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=pages[1:],
        compression="jpeg",
        quality=quality,
        dpi=(DPI, DPI),
    )
    return out.getvalue()


def _jpeg(page: Image.Image, quality: int) -> io.BytesIO:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality, optimize=True, dpi=(DPI, DPI))
    out.seek(0)
    return out


def _stamp(source: Source, papers: list[Image.Image], places: dict[str, Place], rng: random.Random) -> None:
    if "seal" in source.form.stamps:
        place = places["signature"]
        x, y = _pixels(papers, place)
        stamps.signature(papers[place.page - 1], (x, y), DPI, rng)
        around, middle = " ".join(source.issuer), source.place.upper()
        stamps.seal(papers[place.page - 1], (x - 0.66 * DPI, y), around, middle, DPI, rng)
    if "arrival" in source.form.stamps:
        x, y = _pixels(papers, places["head"])
        stamps.arrival(papers[0], (x - 2.1 * DPI, y + 0.92 * DPI), source.arrival, DPI, rng)


def _pixels(papers: list[Image.Image], place: Place) -> tuple[float, float]:
    return place.x * DPI / 72, papers[place.page - 1].height - place.y * DPI / 72


def _see(paper: Image.Image, back: Image.Image | None, look: Look, rng: random.Random) -> Image.Image:
    noise = np.random.default_rng(rng.randrange(1 << 30))
    ink: Pixels = 1 - np.asarray(paper, dtype=np.float32) / 255
    if look.bleed and back is not None:
        ink += _through(back, look.bleed)
    if look.holes:
        ink = _holes(ink)
    ink = _skewed(ink, rng.uniform(0.35, 1) * look.skew * rng.choice((-1, 1)))
    ink = cv2.GaussianBlur(ink, (0, 0), 0.62)
    grey: Pixels = 250 - 226 * np.clip(ink, 0, 1) - _shade(ink.shape, look, rng)
    grey += cv2.GaussianBlur(noise.normal(0, 1, ink.shape).astype(np.float32), (0, 0), 0.6) * look.noise * 1.8
    if look.bilevel:
        return _bits(grey, noise)
    seen = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    return seen if look.colour else seen.convert("L")


def _through(back: Image.Image, strength: float) -> Pixels:
    """The next sheet's print, mirrored and blurred, shining through."""
    print_ = 1 - np.asarray(back.transpose(Image.Transpose.FLIP_LEFT_RIGHT), dtype=np.float32) / 255
    return cv2.GaussianBlur(print_, (0, 0), 2.2) * strength


def _holes(ink: Pixels) -> Pixels:
    """Two punched holes at the left edge, black as the lid behind them."""
    height = ink.shape[0]
    for share in (0.5 - 0.135, 0.5 + 0.135):
        cv2.circle(
            ink, (int(0.45 * DPI), int(height * share)), int(0.105 * DPI), (0.8, 0.8, 0.8), -1, cv2.LINE_AA
        )
    return ink


def _skewed(ink: Pixels, degrees: float) -> Pixels:
    """Turned around its middle; the uncovered glass is dark at the very edge."""
    height, width = ink.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    edge = (0.55, 0.55, 0.55)
    return cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=edge)


def _shade(shape: tuple[int, ...], look: Look, rng: random.Random) -> Pixels:
    """Light that falls off to one side."""
    height, width = shape[:2]
    across = np.linspace(0, 1, width, dtype=np.float32) ** 2
    down = np.linspace(0, 1, height, dtype=np.float32) ** 2
    if rng.random() < 0.5:
        across = across[::-1]
    fall = across[None, :] * 0.7 + down[:, None] * 0.3
    return fall[:, :, None] * 255 * look.shade * np.array([0.9, 1.0, 1.12], dtype=np.float32)


def _bits(grey: Pixels, noise: np.random.Generator) -> Image.Image:
    """Black and white only, ragged edges, a few specks."""
    level = grey.mean(axis=2) + noise.normal(0, 14, grey.shape[:2])
    level[noise.random(level.shape) < 0.00025] = 0
    return Image.fromarray((level > 150).astype(np.uint8) * 255).convert("1")
