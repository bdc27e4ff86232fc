"""Tesseract, through pytesseract: images in, tokens out. Nothing here knows of pages or points."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytesseract
import regex
from PIL import Image

from vanthu.errors import PageError, SetupError
from vanthu.orthography import nfc
from vanthu.reading.imaging.raster import Pixels
from vanthu.settings import EngineSettings

NAME = "tesseract"
_WORD_LEVEL = "5"
_DOUBLED = regex.compile("ĐÐ|ÐĐ")  # one letter read as both of its look-alikes (U+0110, U+00D0)
_PLAIN = "-c tessedit_do_invert=0"  # no second try with white letters on black, which no office prints
_TIMED_OUT = "Tesseract process timeout"


class Token(NamedTuple):
    """A word as an engine gives it, in pixels of its image; `line` counts the lines of the image from 0."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    line: int
    engine: str = NAME


def read_image(pixels: Pixels, *, dpi: int, mode: int, engine: EngineSettings) -> tuple[Token, ...]:
    """The tokens of one image, in the engine's order. Raises `PageError` on a time-out, `SetupError` without engine."""
    image = Image.fromarray(pixels)
    # the format that pytesseract hands over in: raw, where its default would pack scan noise as PNG for seconds
    image.format = "PPM"
    return next(iter(_run(image, 1, dpi=dpi, mode=mode, engine=engine)))


def read_pieces(
    pieces: Sequence[Pixels], *, dpi: int, mode: int, engine: EngineSettings
) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each of many small images, all read in one start of the engine."""
    if not pieces:
        return ()
    with TemporaryDirectory(prefix="vanthu-") as folder:
        path = Path(folder) / "pieces.tif"
        first, *rest = [Image.fromarray(p) for p in pieces]
        first.save(path, save_all=True, append_images=rest)
        return tuple(_run(str(path), len(pieces), dpi=dpi, mode=mode, engine=engine))


@cache
def languages() -> frozenset[str]:
    """The language files that Tesseract has; asked once a process. Empty without Tesseract."""
    # pytesseract's own list leaves out those of a script, which begin with a capital
    command = [pytesseract.pytesseract.tesseract_cmd, "--list-langs"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    except OSError:
        return frozenset()
    return frozenset(done.stdout.split())


def _run(
    image: Image.Image | str, count: int, *, dpi: int, mode: int, engine: EngineSettings
) -> Iterable[tuple[Token, ...]]:
    # several threads of one engine wait for each other: one is several times quicker
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        table = pytesseract.image_to_data(
            image,
            lang=engine.language,
            config=f"--psm {mode} --dpi {dpi} {_PLAIN}",
            timeout=engine.page_seconds,
        )
    except pytesseract.TesseractNotFoundError as error:
        raise SetupError(
            "chưa có chương trình Tesseract; hãy cài gói tesseract-ocr và tesseract-ocr-vie"
        ) from error
    except pytesseract.TesseractError as error:
        raise _trouble(error, engine) from error
    except RuntimeError as error:
        if str(error) != _TIMED_OUT:
            raise
        raise PageError(
            f"nhận dạng quá {engine.page_seconds:.0f} giây nên đã dừng; hãy quét lại trang"
        ) from error
    return _tokens(table, count)


def _trouble(error: pytesseract.TesseractError, engine: EngineSettings) -> PageError | SetupError:
    if "loading language" in error.message or "Error opening data file" in error.message:
        return SetupError(
            f"Tesseract thiếu dữ liệu ngôn ngữ '{engine.language}'; hãy cài gói tesseract-ocr-vie"
        )
    return PageError("Tesseract không đọc được hình của trang này; hãy quét lại")


def _tokens(table: str, count: int) -> list[tuple[Token, ...]]:
    """Rows of the engine's table: level page block paragraph line word left top width height conf text."""
    found: list[list[Token]] = [[] for _ in range(count)]
    lines: list[dict[tuple[str, ...], int]] = [{} for _ in range(count)]
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != _WORD_LEVEL or not fields[11].strip():
            continue
        page = int(fields[1]) - 1
        line = lines[page].setdefault(tuple(fields[2:5]), len(lines[page]))
        left, top, width, height = map(int, fields[6:10])
        confidence = max(0.0, float(fields[10])) / 100
        text = nfc(_DOUBLED.sub("Đ", fields[11])).strip()
        found[page].append(Token(text, left, top, left + width, top + height, confidence, line))
    return [tuple(tokens) for tokens in found]
