"""A second look at the signer's corner, where seal and signature lie over the print and page mode loses lines.

Rows of print are told by their many short strokes: a seal's rims and a signature have few. Each such row is cut out and read
as one line, with everything lighter than print faded; what is taken over must be a name, or an office read without doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.imaging.strokes import tones
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.signing import Signing
from vanthu.settings import EngineSettings

_ABOVE, _BELOW = 0.35, 2.7  # inches around the receivers' head, or the first office, that the block takes
_LEFT, _RIGHT = 0.48, 0.95  # of the page's width
_GAP = 0.3  # inches; a wider gap on a line parts the columns
_PRINT = 0.42  # of the way from print to paper: darker is print
_SPECK = 4  # pixels: the dust of bilevel scans
_STROKE = 0.04  # inches; no stroke of a letter is wider
_STROKES = 7  # in a row of pixels that goes through a line of print
_SPLIT = 0.02  # inches between rows that belong to one line
_HEIGHT = (0.055, 0.45)  # inches of a line, what the pen adds to it included
_LETTER_GAP = 0.25  # inches within a line
_FULL = 0.3  # of a line's usual fill: columns with less are a seal's rim
_TALL = 0.17  # inches from a base line to the top of a capital's accents
_OVER, _UNDER, _BESIDE = 0.02, 0.045, 0.1  # inches added around a line
_FADES = ((0.1, 0.45), (0.0, 0.55))  # what is darker is black, what is lighter white; shares as for _PRINT
_WHITE = 14  # pixels around a cut-out
_LINE_MODE = 7  # Tesseract's page mode for one line
_SURE = 0.6  # least confidence of a name that needs no second look

Line = tuple[Token, ...]


class _Region(NamedTuple):
    x0: int
    y0: int
    x1: int
    y1: int

    def holds(self, token: Token) -> bool:
        """Whether the middle of a word lies inside."""
        x, y = (token.x0 + token.x1) / 2, (token.y0 + token.y1) / 2
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1


def second_look(
    image: Pixels, tokens: tuple[Token, ...], *, dpi: int, engine: EngineSettings, signing: Signing
) -> tuple[Token, ...]:
    """The page's tokens; where it holds a signer's block whose name was not read, with what a closer reading gives."""
    pieces = list(parted(tokens, dpi))
    region = _region(image, pieces, dpi, signing)
    if region is None or _is_named(pieces, region, signing):
        return tokens
    offices = [p for p in pieces if region.holds(p[0]) and signing.is_office(p)]
    rows = [r for r in _rows(image, region, pieces, dpi) if not any(r.holds(t) for p in offices for t in p)]
    gained = _chosen(_read(image, rows, region, dpi=dpi, engine=engine), signing)
    return _put(tokens, [g for g in gained if _says_more(g, tokens, region, signing)], region)


def parted(tokens: Iterable[Token], dpi: int) -> Iterator[Line]:
    """Lines, parted where a wide gap shows two columns."""
    for _, group in groupby(tokens, key=lambda t: t.line):
        piece: list[Token] = []
        for token in group:
            if piece and token.x0 - piece[-1].x1 > _GAP * dpi:
                yield tuple(piece)
                piece = []
            piece.append(token)
        yield tuple(piece)


def _region(image: Pixels, pieces: Iterable[Line], dpi: int, signing: Signing) -> _Region | None:
    """The corner, from where the receivers or an office at the right begin; `None` for pages without."""
    height, width = image.shape
    left, right = round(_LEFT * width), round(_RIGHT * width)
    heads = [
        p[0].y0 for p in pieces if (signing.is_office(p) if p[0].x0 >= left else signing.names_receivers(p))
    ]
    if not heads:
        return None
    top = heads[0]
    return _Region(left, max(0, round(top - _ABOVE * dpi)), right, min(height, round(top + _BELOW * dpi)))


def _is_named(pieces: Iterable[Line], region: _Region, signing: Signing) -> bool:
    return any(_is_sure(signing.name_in(p), signing) for p in pieces if region.holds(p[-1]))


def _is_sure(name: Line, signing: Signing) -> bool:
    return signing.is_known(name) and _least(name) >= _SURE


def _rows(image: Pixels, region: _Region, pieces: Iterable[Line], dpi: int) -> list[_Region]:
    """Lines of print in the corner."""
    strokes = _strokes(_corner(image, region, pieces), dpi)
    begins = np.diff(strokes, axis=1, prepend=0) == 1
    many = np.convolve(begins.sum(axis=1), np.full(3, 1 / 3), "same") >= _STROKES
    least, most = (n * dpi for n in _HEIGHT)
    found = []
    for top, bottom in _runs(many, _SPLIT * dpi):
        if least <= bottom - top <= most:
            left, right = _extent(strokes[top:bottom], dpi)
            found.append(_Region(region.x0 + left, region.y0 + top, region.x0 + right, region.y0 + bottom))
    return found


def _corner(image: Pixels, region: _Region, pieces: Iterable[Line]) -> Pixels:
    """A copy of the corner; lines that begin left of it are covered with paper."""
    part = image[region.y0 : region.y1, region.x0 : region.x1].copy()
    paper = np.uint8(np.median(part[::4, ::4]))
    for piece in pieces:
        if piece[0].x0 < region.x0 < piece[-1].x1:
            top, bottom = (min(t.y0 for t in piece) - region.y0, max(t.y1 for t in piece) - region.y0)
            part[max(0, top) : max(0, bottom), : piece[-1].x1 + 4 - region.x0] = paper
    return part


def _strokes(part: Pixels, dpi: int) -> npt.NDArray[np.int8]:
    """1 where print stands that is no wider along its row than a letter's stroke."""
    ink, paper = tones(part)
    dark = (part < ink + _PRINT * (paper - ink)).astype(np.uint8)
    found = Pieces.of(dark)
    dark -= found.mask(found.boxes[:, cv2.CC_STAT_AREA] <= _SPECK)
    wide = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(4, round(_STROKE * dpi) + 1)), np.uint8))
    return (dark & ~np.asarray(wide, dtype=np.uint8) & 1).astype(np.int8)


def _runs(mask: npt.NDArray[np.bool_], gap: float) -> list[tuple[int, int]]:
    """Half-open ranges of true values, joined over small gaps."""
    places = np.flatnonzero(mask)
    if not len(places):
        return []
    parts = np.split(places, np.flatnonzero(np.diff(places) > gap + 1) + 1)
    return [(int(p[0]), int(p[-1]) + 1) for p in parts]


def _extent(strokes: npt.NDArray[np.int8], dpi: int) -> tuple[int, int]:
    """From the first to the last letter of the fullest run of letters in a row."""
    fill = np.convolve(strokes.sum(axis=0), np.full(round(_BESIDE * dpi), 1.0), "same")
    runs = _runs(fill > _FULL * np.percentile(fill[fill > 0], 75), _LETTER_GAP * dpi)
    left, right = max(runs, key=lambda r: fill[r[0] : r[1]].sum())
    beside = round(_BESIDE * dpi)
    return max(0, left - beside), min(strokes.shape[1], right + beside)


def _read(
    image: Pixels, rows: Sequence[_Region], region: _Region, *, dpi: int, engine: EngineSettings
) -> Iterator[list[Line]]:
    """The readings of each row, in pixels of the page; one start of the engine for all."""
    ink, paper = tones(image[region.y0 : region.y1, region.x0 : region.x1])
    boxes = [_widened(row, dpi) for row in rows]
    cuts = [_faded(image[b.y0 : b.y1, b.x0 : b.x1], ink, paper, *fade) for b in boxes for fade in _FADES]
    texts = ocr.read_pieces(cuts, dpi=dpi, mode=_LINE_MODE, engine=engine)
    for number, box in enumerate(boxes):
        readings = texts[number * len(_FADES) : (number + 1) * len(_FADES)]
        yield [_moved(reading, box.x0 - _WHITE, box.y0 - _WHITE) for reading in readings]


def _widened(row: _Region, dpi: int) -> _Region:
    top = min(row.y0 - _OVER * dpi, row.y1 - _TALL * dpi)
    return row._replace(y0=max(0, round(top)), y1=row.y1 + round(_UNDER * dpi))


def _faded(cut: Pixels, ink: float, paper: float, dark: float, light: float) -> Pixels:
    """What is as dark as print black, what is lighter white, on a white margin."""
    scale = 255 / max(1.0, (light - dark) * (paper - ink))
    table = np.clip((np.arange(256) - ink - dark * (paper - ink)) * scale, 0, 255).astype(np.uint8)
    white = (255, 255, 255, 255)
    framed = cv2.copyMakeBorder(cv2.LUT(cut, table), *(_WHITE,) * 4, cv2.BORDER_CONSTANT, value=white)
    return np.asarray(framed, dtype=np.uint8)


def _moved(tokens: Iterable[Token], dx: int, dy: int) -> Line:
    return tuple(t._replace(x0=t.x0 + dx, y0=t.y0 + dy, x1=t.x1 + dx, y1=t.y1 + dy) for t in tokens)


def _chosen(rows: Iterable[list[Line]], signing: Signing) -> list[Line]:
    """Offices, and the best name."""
    offices, names = [], []
    for readings in rows:
        found = [n for n in map(signing.name_in, readings) if n]
        names += found
        if not found:
            offices += [office for office in map(signing.office_in, readings) if office][:1]
    return [*offices, *sorted(names, key=lambda n: _rank(n, signing))[-1:]]


def _rank(name: Line, signing: Signing) -> tuple[bool, float]:
    return signing.is_known(name), _least(name)


def _says_more(line: Line, tokens: Iterable[Token], region: _Region, signing: Signing) -> bool:
    """An office, or a strange name, may be as wrong as what was read before; it only fills a blank."""
    band = _band(line, region)
    before = tuple(t for t in tokens if band.holds(t))
    if signing.is_office(line):
        return not signing.is_office(before)
    return signing.is_known(line) or all(t.confidence < _SURE for t in before)


def _least(line: Line) -> float:
    """Confidence of a line's most doubtful word; 0 without words."""
    return min((t.confidence for t in line), default=0.0)


def _band(line: Line, region: _Region) -> _Region:
    return region._replace(y0=min(t.y0 for t in line), y1=max(t.y1 for t in line))


def _put(tokens: tuple[Token, ...], gained: Sequence[Line], region: _Region) -> tuple[Token, ...]:
    """The tokens with new lines at their end, without what had been read at their heights in the corner."""
    if not gained:
        return tokens
    bands = [_band(line, region) for line in gained]
    kept = [t for t in tokens if not any(b.holds(t) for b in bands)]
    first = 1 + max(t.line for t in tokens)
    return (*kept, *(t._replace(line=first + n) for n, line in enumerate(gained) for t in line))
