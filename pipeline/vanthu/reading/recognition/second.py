"""Another engine beside Tesseract: TrueOCR, small, quick, strong on digits. Optional: where it is not installed, `None`.

It finds lines and reads each as a whole; where in a line a word stands is told by the steps of its recogniser. Its own
turning, straightening and reading order are not used: pages come upright, and order is layout's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from vanthu.orthography import nfc
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.ocr import Token

NAME = "trueocr"
_BATCH = 8  # lines: of more the tensors leave the processor's cache, for a quarter more time
_HALF_LETTER = 0.22  # of a line's height, from a letter's middle to its edge


class _Letter(NamedTuple):
    sign: str
    x: float  # its middle, in pixels of the page
    confidence: float


class SecondEngine:
    """Models in memory, one thread. Reads upright pages; holds nothing of them."""

    def __init__(self, pages: Any, lines: Any, tools: Any) -> None:
        self._pages, self._lines, self._tools = pages, lines, tools

    def read(self, gray: Pixels) -> tuple[Token, ...]:
        """The words of all lines that are found, line by line; a word is as sure as its least sure letter."""
        height, width = gray.shape
        seen = (_inside(box, width, height) for box in self._pages.detect(gray))
        boxes = [box for box in seen if box is not None]
        texts = self._read_lines([gray[y0:y1, x0:x1] for x0, y0, x1, y1 in boxes])
        return tuple(
            word
            for number, (box, steps) in enumerate(zip(boxes, texts, strict=True))
            for word in _words(self._letters(steps, box), box, number)
        )

    def _read_lines(self, cuts: Sequence[Pixels]) -> list[tuple[npt.NDArray[Any], npt.NDArray[Any]]]:
        """For each line its recogniser's steps: which sign (0: none), and how sure."""
        model, tools = self._lines, self._tools
        inked = [
            tools.prepare_image(c, max_width=model.max_width, pad_y=model.pad_y, pad_x=model.pad_x)
            for c in cuts
        ]
        found: dict[int, tuple[npt.NDArray[Any], npt.NDArray[Any]]] = {}
        for chosen in tools.width_batches([i.shape[1] for i in inked], max_batch=_BATCH):
            batch, widths = tools.pad_batch([inked[i] for i in chosen])
            signs, sure, lengths = model.session.run(
                ["ids", "conf", "lengths"], {"x": batch, "widths": widths}
            )
            for row, index in enumerate(chosen):
                steps = int(lengths[row])
                found[index] = signs[row, :steps], sure[row, :steps]
        return [found[i] for i in range(len(cuts))]

    def _letters(
        self, steps: tuple[npt.NDArray[Any], npt.NDArray[Any]], box: tuple[int, int, int, int]
    ) -> Iterator[_Letter]:
        """Each run of one sign is a letter; signs are counted from 1."""
        signs, sure = steps
        margin = self._lines.pad_x * (box[3] - box[1])
        step = (box[2] - box[0] + 2 * margin) / max(1, len(signs))
        for at in np.flatnonzero((signs != 0) & (np.diff(signs, prepend=0) != 0)):
            x = box[0] - margin + step * (at + 0.5)
            yield _Letter(self._lines.chars[signs[at] - 1], x, float(sure[at]))


@cache
def second_engine() -> SecondEngine | None:
    """The engine, loaded once a process; `None` where it is not installed or not whole."""
    try:
        page, lines, tools = (
            import_module(f"{NAME}.{part}") for part in ("page", "recognizer", "preprocess")
        )
    except ImportError:
        return None
    models = Path(str(page.__file__)).parent / "models"
    try:
        return SecondEngine(page.PageEngine(models, threads=1), lines.Recognizer(models, threads=1), tools)
    except OSError:
        return None


def _inside(box: npt.NDArray[Any], width: int, height: int) -> tuple[int, int, int, int] | None:
    """The part of a box that lies on the page; `None` for nothing."""
    x0, y0 = max(0, int(np.floor(box[0]))), max(0, int(np.floor(box[1])))
    x1, y1 = min(width, int(np.ceil(box[2]))), min(height, int(np.ceil(box[3])))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def _words(letters: Iterable[_Letter], box: tuple[int, int, int, int], line: int) -> Iterator[Token]:
    half = _HALF_LETTER * (box[3] - box[1])
    for blank, group in groupby(letters, key=lambda letter: letter.sign.isspace()):
        if not blank:
            word = list(group)
            text = nfc("".join(letter.sign for letter in word))
            left, right = round(word[0].x - half), round(word[-1].x + half)
            sure = min(letter.confidence for letter in word)
            yield Token(text, left, box[1], right, box[3], sure, line, NAME)
