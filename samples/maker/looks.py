"""Worse scans than the samples': worn toner, spine shadow, dark borders, faxes with broken strokes, pages on their side.

Everything is drawn from a random generator that the caller seeds: the same seed gives the same page.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Pixels = npt.NDArray[Any]  # floats: ink from 0 (paper) to 1 (full), or grey levels


@dataclass(frozen=True)
class Look:
    """What a machine does to a sheet. Skew in degrees, noise in grey levels, lengths in millimetres, the rest in shares."""

    dpi: int = 200
    colour: bool = False
    skew: float = 1.0
    noise: float = 3.0
    blur: float = 0.6
    bleed: float = 0.0
    shade: float = 0.0
    spine: float = 0.0
    toner: float = 0.0
    edge: float = 0.0
    holes: bool = False
    staple: bool = False
    bits: bool = False
    quality: int = 65


LOOKS = {
    "office200": Look(bleed=0.07, shade=0.05, toner=0.06, edge=3.0, holes=True, staple=True),
    "poor150": Look(
        dpi=150, skew=2.0, noise=9.0, blur=0.7, bleed=0.06, shade=0.18, spine=0.4, toner=0.34, edge=4.0,
        holes=True, quality=38,
    ),
    "fax": Look(skew=1.5, noise=0.0, toner=0.14, bits=True),
    "stamped": Look(colour=True, shade=0.06, toner=0.05, edge=2.0, quality=62),
    "rotated": Look(skew=1.2, bleed=0.07, shade=0.05, toner=0.06, edge=3.0, holes=True),
}  # fmt: skip


def scanned(paper: Image.Image, back: Image.Image | None, look: Look, rng: random.Random) -> Image.Image:
    """One side of a sheet [RGB, at the look's resolution] as the machine gives it: RGB, grey or one bit."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    ink: Pixels = 1 - np.asarray(paper, dtype=np.float32) / 255
    ink = _worn(ink, look, noise)
    if look.bleed and back is not None:
        ink = ink + _through(back, paper.size, look.bleed)
    ink = _punched(ink, look, rng)
    ink = _edged(_skewed(ink, rng.uniform(-1, 1) * look.skew), look, rng)
    ink = cv2.GaussianBlur(ink, (0, 0), look.blur)
    # in place from here on: a page takes so much memory that getting it costs more than the sums
    grey: Pixels = np.clip(ink, 0, 1, out=ink)
    grey *= -rng.uniform(205, 232)
    grey += 248
    grey *= _light(grey.shape, look, rng)
    if look.bits:
        return _bits(grey, noise)
    grey += _grain(grey.shape, noise) * look.noise
    seen = Image.fromarray(np.clip(grey, 0, 255, out=grey).astype(np.uint8))
    return seen if look.colour else seen.convert("L")


def image_pdf(pages: list[Image.Image], dpi: int, quality: int) -> bytes:
    """An image-only PDF: one JPEG a page, or fax-coded bits."""
    out = io.BytesIO()
    if all(page.mode == "1" for page in pages):
        pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:])
        return out.getvalue()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        size = page.width * 72 / dpi, page.height * 72 / dpi
        image = io.BytesIO()
        page.save(image, "JPEG", quality=quality, dpi=(dpi, dpi))
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(image), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _field(shape: tuple[int, ...], noise: np.random.Generator, cell: int) -> Pixels:
    """A slowly changing field with mean 0 and spread 1."""
    rough = noise.normal(0, 1, (shape[0] // cell + 3, shape[1] // cell + 3)).astype(np.float32)
    field: Pixels = cv2.resize(
        cv2.GaussianBlur(rough, (0, 0), 1.2), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC
    )
    return field / max(1e-6, float(field.std()))


def _worn(ink: Pixels, look: Look, noise: np.random.Generator) -> Pixels:
    """Toner too thick in places, faded in others; letters lose grains."""
    if not look.toner:
        return ink
    field = _field(ink.shape, noise, look.dpi)[:, :, None] * look.toner
    worn: Pixels = cv2.dilate(ink, np.ones((2, 2), np.uint8))
    worn -= ink
    worn *= np.clip(field, 0, 0.8)
    worn += ink
    worn *= np.clip(1 + np.minimum(field, 0) * 0.8, 0.35, 1)
    lost = _field(ink.shape, noise, 3)[:, :, None] > 1.1
    worn *= np.where(lost, np.float32(1 - 0.5 * look.toner), np.float32(1))
    return worn


def _through(back: Image.Image, size: tuple[int, int], strength: float) -> Pixels:
    mirrored = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize(size)
    print_ = 1 - np.asarray(mirrored, dtype=np.float32) / 255
    return cv2.GaussianBlur(print_, (0, 0), 2.0) * strength


def _punched(ink: Pixels, look: Look, rng: random.Random) -> Pixels:
    ink = np.ascontiguousarray(ink)
    height, mm = ink.shape[0], look.dpi / 25.4
    if look.holes:
        for offset in (-40, 40):
            centre = (int(rng.uniform(10, 12) * mm), int(height / 2 + offset * mm))
            cv2.circle(ink, centre, int(2.8 * mm), (0.85, 0.85, 0.85), -1, cv2.LINE_AA)
    if look.staple:
        x, y = rng.uniform(6, 14) * mm, rng.uniform(6, 14) * mm
        ends = (int(x), int(y)), (int(x + 7 * mm), int(y - rng.uniform(1, 5) * mm))
        cv2.line(ink, *ends, (0.9, 0.9, 0.9), max(1, int(0.5 * mm)), cv2.LINE_AA)
    return ink


def _skewed(ink: Pixels, degrees: float) -> Pixels:
    height, width = ink.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(0.6, 0.6, 0.6))


def _edged(ink: Pixels, look: Look, rng: random.Random) -> Pixels:
    """Where the sheet did not cover the glass it is dark: one or two sides, with a soft inner edge."""
    if not look.edge:
        return ink
    height, width = ink.shape[:2]
    mm = look.dpi / 25.4
    rows, columns = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]
    for far in rng.sample((columns, width - 1 - columns, rows, height - 1 - rows), rng.choice((1, 2))):
        reach = rng.uniform(0.3, 1) * look.edge * mm
        dark = np.clip((reach - far) / mm + 0.5, 0, 1) * rng.uniform(0.6, 0.95)
        np.maximum(ink, np.broadcast_to(dark, (height, width))[:, :, None], out=ink)
    return ink


def _light(shape: tuple[int, ...], look: Look, rng: random.Random) -> Pixels:
    """Light that falls off to one side, and the shadow along the spine on the left."""
    height, width = shape[:2]
    across, down = (
        np.linspace(0, 1, width, dtype=np.float32)[None, :],
        np.linspace(0, 1, height, dtype=np.float32)[:, None],
    )
    if rng.random() < 0.5:
        across = 1 - across
    fall = 1 - look.shade * (0.65 * across**2 + 0.35 * down**1.5)
    spine = 1 - look.spine * rng.uniform(0.4, 1) * np.exp(
        -np.linspace(0, 1, width, dtype=np.float32)[None, :] / 0.05
    )
    light: Pixels = (fall * spine)[:, :, None] * np.array([1.0, 0.995, 0.985], dtype=np.float32)
    return light


def _grain(shape: tuple[int, ...], noise: np.random.Generator) -> Pixels:
    """The noise of a sensor, a little soft, the same in all colours."""
    grain: Pixels = noise.normal(0, 1, shape[:2]).astype(np.float32)
    return (0.55 * grain + cv2.GaussianBlur(grain, (0, 0), 0.8) * 1.6)[:, :, None]


def _bits(grey: Pixels, noise: np.random.Generator) -> Image.Image:
    """Black and white only: ragged edges, strokes that break where toner was thin, salt and pepper."""
    level = grey.mean(axis=2) + noise.normal(0, 16, grey.shape[:2]) + 10 * _field(grey.shape, noise, 60)
    level[noise.random(level.shape) < 0.004] = 255
    level[noise.random(level.shape) < 0.0008] = 0
    return Image.fromarray((level > 138).astype(np.uint8) * 255).convert("1")
