"""Cutting stamps out of a page, level, and reading them all in one start of the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import cv2
import numpy as np

from vanthu.document.geometry import Box
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.marks.shapes import DPI, MM, Form, Shape
from vanthu.reading.marks.wording import Marking, Spoken, Told, outline
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
_LINE = 7  # and for one line
_ONE_LINE = 11 * MM  # height of a stamp with one line at most
_ARRIVAL = (36 * MM, 70 * MM)  # width of an arrival stamp
_STROKE = 3  # pixels of a cutting over which worn strokes are closed
_SOFT = 1.3  # and how far their ragged edges are blurred
_PRINT = 0.36  # of the paper's brightness: black print is darker, a stamp's ink in gray is not
_PRINTED = 0.004  # share of a cutting that print takes at least
_OVER = 5  # pixels that are taken away with print
_SIZES = (9 * MM, 80 * MM), (5 * MM, 50 * MM)  # of a stamp: width, height
_SAME_ROW = 0.5  # of a word's height: base lines that are closer are one line
CERTAIN = 0.88  # confidence of a word that the engine doesn't guess
_SURE, _SAYS = 0.85, 5  # confidence and letters of a line that was read
_AGREED, _OFTEN = 0.6, 3  # confidence of a line that was read the same in several ways, and how many
_HALF_SURE, _WORD = 0.75, 3  # confidence and letters of a line of which something was read
_WORST = 0.3  # confidence: words read worse are specks

Reading = tuple[Spoken, ...]


def read_shapes(
    image: Pixels,
    scale: float,
    shapes: Sequence[Shape],
    engine: EngineSettings,
    *,
    is_glance: bool = False,
) -> tuple[tuple[Reading, ...], ...]:
    """What was read in each shape: once in a large stamp, several times in a small one, of whose few letters any reading may lose some.

    `image` is the upright page, dark on light; `scale` its pixels a mask's pixel. At a glance each is read once.
    """
    readings: list[list[Reading]] = [[] for _ in shapes]
    ways = 1 if is_glance else None
    tries = [
        (n, cut) for n, shape in enumerate(shapes) for cut in islice(_cuttings(image, shape, scale), ways)
    ]
    for mode in (_SPARSE, _BLOCK, _LINE)[:ways]:
        own = [(n, cut) for n, cut in tries if mode in _modes(shapes[n])]
        texts = ocr.read_pieces([cut for _, cut in own], dpi=_READ_DPI, mode=mode, engine=engine)
        for (n, _), tokens in zip(own, texts, strict=True):
            sure = tuple(_lines(t for t in tokens if t.confidence >= _WORST))
            # of the few letters of a small stamp the doubtful ones count too
            every = tuple(_lines(tokens)) if is_small(shapes[n]) else ()
            readings[n].append((*sure, *(line for line in every if line not in sure)))
    return tuple(tuple(r) for r in readings)


def tell(readings: Sequence[Reading], shape: Shape, marking: Marking) -> Told | None:
    """What a stamp is by its readings; of a frame as large as an arrival stamp's few words are enough."""
    width, height = shape.size
    sized = _ARRIVAL[0] <= width <= _ARRIVAL[1] and _ARRIVAL[0] / 2 <= height
    return marking.tell_best(readings, as_arrival=shape.form is Form.FRAME and sized)


def is_read(readings: Iterable[Reading]) -> bool:
    """Whether the engine is sure of a line of capitals in a stamp's ink."""
    sure = (line.text for reading in readings for line in reading if line.confidence >= _SURE)
    return any(text.isupper() and sum(map(str.isalpha, text)) >= _SAYS for text in sure)


def is_agreed(readings: Iterable[Reading]) -> bool:
    """Whether the engine reads the same line of capitals again and again, tone marks left out, though it is never quite sure."""
    every = (line for reading in readings for line in reading if line.confidence >= _AGREED)
    said = Counter(outline(line.text) for line in every)
    return any(count >= _OFTEN and len(text) >= _SAYS for text, count in said.items())


def says_anything(readings: Iterable[Reading]) -> bool:
    """Whether the engine is sure of anything in a stamp's ink, be it print that a frame seems to stand around."""
    every = (line for reading in readings for line in reading)
    return any(line.confidence >= _HALF_SURE and sum(map(str.isalpha, line.text)) >= _WORD for line in every)


def at(box: Box) -> Shape:
    """A place on the page [points] as a shape to be read, level and without a frame of its own."""
    x0, y0, x1, y1 = (v * DPI / POINTS for v in box)
    return Shape(Form.LOOSE, (x0, y0, x1, y1), ((x0 + x1) / 2, (y0 + y1) / 2), (x1 - x0, y1 - y0), 0.0, 1)


def is_sized(shape: Shape) -> bool:
    """Whether a shape is as wide and as high as a stamp."""
    return all(least <= side <= most for side, (least, most) in zip(shape.size, _SIZES, strict=True))


def is_small(shape: Shape) -> bool:
    """Whether a shape has room for a line or two of a stamp only."""
    return shape.size[1] < _SMALL_PRINT


def _modes(shape: Shape) -> tuple[int, ...]:
    if not is_small(shape):
        return (_SPARSE,)
    return (_SPARSE, _LINE if shape.size[1] < _ONE_LINE else _BLOCK)


def _cuttings(image: Pixels, shape: Shape, scale: float) -> Iterator[Pixels]:
    """A stamp in the sizes and the looks to read it in."""
    large = _cut(image, shape, scale, _factor(_READ_DPI, scale))
    yield large
    if is_small(shape):
        small = _cut(image, shape, scale, _factor(_LARGE_DPI, scale))
        yield small
        yield _closed(small)
        yield from _without_print(small)


def _factor(dpi: int, scale: float) -> float:
    return min(2.0, max(1.0, dpi / (DPI * scale)))


def _closed(cut: Pixels) -> Pixels:
    """Strokes that a worn stamp left in pieces, put together."""
    thick = cv2.erode(cut, np.ones((_STROKE, _STROKE), np.uint8))
    return np.asarray(cv2.GaussianBlur(thick, (0, 0), _SOFT), np.uint8)


def _without_print(cut: Pixels) -> Iterator[Pixels]:
    """A stamp's ink, which is gray, freed of the print that it was put on; nothing where that is not to be seen."""
    paper = float(np.median(cut))
    dark = (cut < _PRINT * paper).astype(np.uint8)
    if _PRINTED < dark.mean() < 0.5:
        over = cv2.dilate(dark, np.ones((_OVER, _OVER), np.uint8))
        yield np.asarray(
            cv2.GaussianBlur(cv2.inpaint(cut, over, 4, cv2.INPAINT_TELEA), (0, 0), 0.8), np.uint8
        )


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
