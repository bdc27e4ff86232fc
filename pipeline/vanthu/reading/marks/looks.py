"""Cutting stamps out of a page, level, and reading them all in one start of the engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.shapes import DPI, MM, Form, Shape
from vanthu.reading.marks.wording import Spoken
from vanthu.reading.recognition import ocr
from vanthu.settings import EngineSettings

_AROUND = 1.0 * MM  # of paper around a stamp
_INSIDE = -1.3 * MM  # its lines are no letters
_WHITE = 24  # pixels around a cutting, without which the engine takes letters at an edge for a border
_READ_DPI = 300  # arrival stamps are small print: they are enlarged to this
_LARGE_DPI = 200  # stamps of one line are not
_SMALL_PRINT = 16 * MM  # least height of a stamp with lines of small print
_SPARSE = 11  # Tesseract's page mode for scattered text: an arrival stamp
_BLOCK = 6  # and for one block: a stamp of a line or two
_SAME_ROW = 0.5  # of a word's height: base lines that are closer are one line
_WORST = 0.3  # confidence: words read worse are specks


def read_shapes(
    image: Pixels, scale: float, shapes: Sequence[Shape], engine: EngineSettings
) -> tuple[tuple[Spoken, ...], ...]:
    """The lines read in each shape; small stamps are read several times, and all readings given. `image` is the upright page, dark on light; `scale` its pixels a mask's pixel."""
    if not shapes:
        return ()
    tries = [(n, factor) for n, shape in enumerate(shapes) for factor in _factors(shape, scale)]
    lines: list[tuple[Spoken, ...]] = [()] * len(shapes)
    for mode in (_SPARSE, _BLOCK):
        own = [(n, factor) for n, factor in tries if mode == _SPARSE or _is_small(shapes[n])]
        cuts = [_cut(image, shapes[n], scale, factor) for n, factor in own]
        texts = ocr.read_pieces(cuts, dpi=_READ_DPI, mode=mode, engine=engine)
        for (n, _), tokens in zip(own, texts, strict=True):
            lines[n] += tuple(_lines(tokens))
    return tuple(lines)


def _is_small(shape: Shape) -> bool:
    return shape.size[1] < _SMALL_PRINT


def _factors(shape: Shape, scale: float) -> list[float]:
    """Sizes to read a stamp in. One of a line or two is read in two: of so few letters any reading may lose some."""
    wanted = (_LARGE_DPI, _READ_DPI) if _is_small(shape) else (_READ_DPI,)
    return [min(2.0, max(1.0, dpi / (DPI * scale))) for dpi in wanted]


def _cut(image: Pixels, shape: Shape, scale: float, factor: float) -> Pixels:
    around = _INSIDE if shape.form is Form.FRAME else _AROUND
    width, height = (round((n + 2 * around) * scale * factor) for n in shape.size)
    x, y = (v * scale for v in shape.middle)
    matrix = np.asarray(cv2.getRotationMatrix2D((x, y), shape.angle, factor), np.float64)
    matrix[:, 2] += np.array([width / 2 - x, height / 2 - y])
    level = cv2.warpAffine(
        image,
        matrix,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255,),
    )
    framed = cv2.copyMakeBorder(level, *(_WHITE,) * 4, cv2.BORDER_CONSTANT, value=(255,))
    return np.asarray(framed, dtype=np.uint8)


def _lines(tokens: Iterable[ocr.Token]) -> Iterable[Spoken]:
    """Words put into rows from top to bottom: sparse mode gives them in pieces."""
    rows: list[list[ocr.Token]] = []
    for token in sorted(tokens, key=lambda t: (t.y0 + t.y1) / 2):
        if token.confidence < _WORST:
            continue
        middle = (token.y0 + token.y1) / 2
        for row in rows:
            last = row[-1]
            if abs(middle - (last.y0 + last.y1) / 2) < _SAME_ROW * min(
                token.y1 - token.y0, last.y1 - last.y0
            ):
                row.append(token)
                break
        else:
            rows.append([token])
    for row in rows:
        ordered = sorted(row, key=lambda t: t.x0)
        yield Spoken(" ".join(t.text for t in ordered), min(t.confidence for t in ordered))
