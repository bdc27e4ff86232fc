"""What a scanner or a fax makes of set pages: an image-only PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Ink = npt.NDArray[Any]  # floats, 1 for full ink


@dataclass(frozen=True)
class Quality:
    """Skew in degrees, noise in grey levels, the rest as shares of full ink."""

    dpi: int
    skew: float
    noise: float
    shade: float
    edge: float  # dark edge of the glass
    toner: float  # how unevenly the toner lies
    bleed: float  # of the other side's print
    blur: float  # pixels
    jpeg: int  # 0: one bit, fax-coded


QUALITIES = {
    "office": Quality(200, 0.9, 5.0, 0.06, 0.5, 0.06, 0.05, 0.6, 65),
    "poor": Quality(150, 1.4, 8.0, 0.22, 0.8, 0.25, 0.12, 0.75, 38),
    "fax": Quality(200, 0.8, 9.0, 0.0, 0.0, 0.12, 0.0, 0.6, 0),
}


def scan(pdf: bytes, quality: str, seed: int, *, turn: int = 0, skew: float | None = None) -> bytes:
    """The pages as that scanner gives them, turned clockwise by `turn` degrees."""
    look = QUALITIES[quality]
    chance = np.random.default_rng([seed, *quality.encode()])
    pages = [
        _seen(np.asarray(page.render(scale=look.dpi / 72).to_pil().convert("L")), look, chance, skew)
        for page in pypdfium2.PdfDocument(pdf)
    ]
    return _pdf([p.rotate(-turn, expand=True) for p in pages], look)


def _seen(
    paper: npt.NDArray[np.uint8], look: Quality, chance: np.random.Generator, skew: float | None
) -> Image.Image:
    ink: Ink = 1 - paper.astype(np.float32) / 255
    ink *= 1 - look.toner * _clouds(ink.shape, chance, 40)
    ink += look.bleed * cv2.GaussianBlur(np.roll(ink[:, ::-1], 37, axis=0), (0, 0), 2)
    degrees = skew if skew is not None else chance.uniform(0.2, 1) * look.skew
    ink = _skewed(ink, degrees * chance.choice((-1, 1)), look.edge)
    ink = cv2.GaussianBlur(ink, (0, 0), look.blur)
    across = np.linspace(0, 1, ink.shape[1], dtype=np.float32) ** 2
    grey = (
        248
        - 215 * np.clip(ink, 0, 1)
        - 255 * look.shade * (across[::-1] if chance.random() < 0.5 else across)
    )
    grey += (
        cv2.GaussianBlur(chance.normal(0, 1, ink.shape).astype(np.float32), (0, 0), 0.6) * look.noise * 1.8
    )
    if look.jpeg:
        return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    grey[chance.random(grey.shape) < 0.0003] = 0
    return Image.fromarray((grey > 150).astype(np.uint8) * 255).convert("1")


def _clouds(shape: tuple[int, ...], chance: np.random.Generator, size: int) -> Ink:
    """Soft patches, 0..1."""
    small = chance.random((shape[0] // size + 2, shape[1] // size + 2)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def _skewed(ink: Ink, degrees: float, edge: float) -> Ink:
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=edge)


def _pdf(pages: list[Image.Image], look: Quality) -> bytes:
    out = io.BytesIO()
    if not look.jpeg:
        pages[0].save(out, "PDF", resolution=look.dpi, save_all=True, append_images=pages[1:])
        return out.getvalue()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        size = page.width * 72 / look.dpi, page.height * 72 / look.dpi
        packed = io.BytesIO()
        page.save(packed, "JPEG", quality=look.jpeg)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(packed), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
