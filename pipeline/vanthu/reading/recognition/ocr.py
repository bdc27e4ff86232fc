"""Tesseract: images in, tokens out. Nothing here knows of pages or points.

Its library reads, in a process that is started once (`engine_room`); where there is no library, its program, through pytesseract.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytesseract
import regex
from PIL import Image

from vanthu.errors import PageError, SetupError
from vanthu.orthography import nfc
from vanthu.reading.imaging.raster import Pixels, gray_of
from vanthu.reading.recognition.engine_room import (
    NoLanguageError,
    NoLibraryError,
    TooSlowError,
    UnreadableError,
    Word,
    engine_room,
)
from vanthu.reading.recognition.tesseract_process import SETTINGS
from vanthu.settings import EngineSettings

NAME = "tesseract"
_WORD_LEVEL = "5"
_DOUBLED = regex.compile("ĐÐ|ÐĐ")  # one letter read as both of its look-alikes (U+0110, U+00D0)
_PLAIN = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
_TIMED_OUT = "Tesseract process timeout"
_UNREADABLE = "Tesseract không đọc được hình của trang này; hãy quét lại"


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
    return read_pieces((pixels,), dpi=dpi, mode=mode, engine=engine)[0]


def read_pieces(
    pieces: Sequence[Pixels], *, dpi: int, mode: int, engine: EngineSettings
) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each of many images, one after the other; the engine's start is paid once. Raises as `read_image` does."""
    try:
        return _by_library(pieces, dpi=dpi, mode=mode, engine=engine)
    except NoLibraryError:
        return _by_program(pieces, dpi=dpi, mode=mode, engine=engine)


def _by_library(
    pieces: Sequence[Pixels], *, dpi: int, mode: int, engine: EngineSettings
) -> tuple[tuple[Token, ...], ...]:
    read = partial(
        engine_room().read, language=engine.language, mode=mode, dpi=dpi, seconds=engine.page_seconds
    )
    try:
        with engine_room().held():
            return tuple(tuple(_tokens_of(read(gray_of(piece)))) for piece in pieces)
    except NoLanguageError as error:
        raise _no_language(engine) from error
    except TooSlowError as error:
        raise _too_slow(engine) from error
    except UnreadableError as error:
        raise PageError(_UNREADABLE) from error


def _tokens_of(words: Iterable[Word]) -> Iterator[Token]:
    """Lines are counted by their words: a line without any has no number."""
    lines: dict[int, int] = {}
    for text, left, top, right, bottom, confidence, line in words:
        number = lines.setdefault(line, len(lines))
        yield Token(_spelled(text), left, top, right, bottom, max(0.0, confidence) / 100, number)


def _spelled(text: str) -> str:
    return nfc(_DOUBLED.sub("Đ", text)).strip()


def _by_program(
    pieces: Sequence[Pixels], *, dpi: int, mode: int, engine: EngineSettings
) -> tuple[tuple[Token, ...], ...]:
    """All images in one start of the program."""
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
    path: str, count: int, *, dpi: int, mode: int, engine: EngineSettings
) -> Iterable[tuple[Token, ...]]:
    # several threads of one engine wait for each other: one is several times quicker
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        table = pytesseract.image_to_data(
            path,
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
        raise _too_slow(engine) from error
    return _tokens(table, count)


def _trouble(error: pytesseract.TesseractError, engine: EngineSettings) -> PageError | SetupError:
    if "loading language" in error.message or "Error opening data file" in error.message:
        return _no_language(engine)
    return PageError(_UNREADABLE)


def _no_language(engine: EngineSettings) -> SetupError:
    return SetupError(f"Tesseract thiếu dữ liệu ngôn ngữ '{engine.language}'; hãy cài gói tesseract-ocr-vie")


def _too_slow(engine: EngineSettings) -> PageError:
    return PageError(f"nhận dạng quá {engine.page_seconds:.0f} giây nên đã dừng; hãy quét lại trang")


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
        found[page].append(
            Token(_spelled(fields[11]), left, top, left + width, top + height, confidence, line)
        )
    return [tuple(tokens) for tokens in found]
