"""Places that are filled by hand: number and day in the letterhead, told by the size of their strokes and the ink beside the print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np

from vanthu.document.geometry import Box, union
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking

_HEAD = 0.45  # of the page's height
_APART = 30.0  # points: a wider gap parts the columns of a letterhead; a number left open takes less
_OPEN = 75.0  # and before the slash of a symbol that much
_GAP = 12.0  # points without a word, where something may be written
_BESIDE = 0.35  # of a line's height: strokes of a pen go so far over and under it
_TALL = 1.16  # times the print's own capitals and digits: strokes of a pen
_CAPITAL = 0.8  # of a line's letters are lower than its capitals
_OVER = 0.2  # of a line's height squared: a word that lies over a place
_STROKE = 0.45  # of a letter's height: smaller spots are dots and dirt
_DOUBTED = 0.7  # confidence below which a filled place is taken as written by hand
_CERTAIN = 0.95  # what is read as surely as this may stand
_DARK = 0.55  # of the paper's brightness: ink


class _Place(NamedTuple):
    """A place between printed words: from `x0` to `x1`, on the band of its line; `print` is where print of the line stands."""

    band: Box
    print: Box


def handwriting(sheet: Sheet, words: Sequence[Word], marking: Marking, pens: Sequence[Box]) -> Iterator[Mark]:
    """Marks for the filled places of a letterhead, without those where `pens` tell of coloured handwriting."""
    limit = _HEAD * (sheet.page.height or 0.0)
    for piece in _pieces(words, limit):
        place = _number(piece, words, marking) or _day(piece, words, marking)
        if place is not None and not any(pen.overlap(place.band) for pen in pens):
            yield from _judged(sheet, place, piece, words)


def has_open_place(sheet_height: float, words: Sequence[Word], marking: Marking) -> bool:
    """Whether the letterhead of a page [points] has a place for number or day that no word fills."""
    for piece in _pieces(words, _HEAD * sheet_height):
        place = _number(piece, words, marking) or _day(piece, words, marking)
        if place and place.band.width >= _GAP and not any(True for _ in _over(piece, words, place)):
            return True
    return False


def _pieces(words: Sequence[Word], limit: float) -> Iterator[tuple[int, ...]]:
    """Lines of the upper part, parted where a wide gap shows two columns."""
    upper = [n for n, w in enumerate(words) if w.box and w.box.y1 < limit]
    for _, group in groupby(upper, key=lambda n: words[n].line):
        piece: list[int] = []
        for n in group:
            least = _OPEN if words[n].text.startswith("/") else _APART
            if piece and _gap(words[piece[-1]], words[n]) > least:
                yield tuple(piece)
                piece = []
            piece.append(n)
        yield tuple(piece)


def _gap(left: Word, right: Word) -> float:
    return right.box.x0 - left.box.x1 if left.box and right.box else 0.0


def _number(piece: Sequence[int], words: Sequence[Word], marking: Marking) -> _Place | None:
    """Between *Số:* and the symbol."""
    text = _text(piece, words)
    found = marking.find("field_number", text)
    if found is None:
        return None
    label = text.find(":") + 1 or len(text.split()[0])
    symbol = found.group_spans["symbol"]
    end = text.rfind("/", label, symbol.start)
    return _between(piece, words, label, end if end > 0 else symbol.start, symbol)


def _day(piece: Sequence[int], words: Sequence[Word], marking: Marking) -> _Place | None:
    """Between *ngày* and *tháng*; a month left open is judged with it."""
    text = _text(piece, words)
    found = marking.find("field_date", text)
    if found is None:
        return None
    spans = found.group_spans
    return _between(piece, words, spans["day"].start, spans["day"].end, (spans["month"].end, len(text)))


def _text(piece: Iterable[int], words: Sequence[Word]) -> str:
    return " ".join(words[n].text for n in piece)


def _between(
    piece: Sequence[int], words: Sequence[Word], start: int, end: int, printed: tuple[int, int]
) -> _Place | None:
    line = union(words[n].box for n in piece)
    left, right = _x(piece, words, start, after=True), _x(piece, words, end, after=False)
    x0, x1 = _x(piece, words, printed[0], after=False), _x(piece, words, printed[1], after=True)
    if line is None or right - left < 3 or x1 - x0 < 3:
        return None
    return _Place(Box(left, line.y0, right, line.y1), Box(x0, line.y0, x1, line.y1))


def _x(piece: Sequence[int], words: Sequence[Word], at: int, *, after: bool) -> float:
    """Where a character of a line's text stands; between words, the edge of the word before (`after`) or behind."""
    begin = 0
    edge = 0.0
    for n in piece:
        box, length = words[n].box, len(words[n].text)
        if box is None:
            continue
        if begin < at < begin + length:
            return box.x0 + box.width * (at - begin) / length
        if at <= begin:
            return edge if after and edge else box.x0
        edge, begin = box.x1, begin + length + 1
    return edge


def _judged(sheet: Sheet, place: _Place, piece: Sequence[int], words: Sequence[Word]) -> Iterator[Mark]:
    letters = [b.height for b in _strokes(sheet, place.print, 0.1)]
    letters = [h for h in letters if h >= _STROKE * max(letters)]
    strokes = list(_strokes(sheet, place.band, _BESIDE))
    if not letters or not strokes:
        return
    usual = sorted(letters)[int(_CAPITAL * len(letters))]
    large = [b for b in strokes if b.height >= _STROKE * usual]
    over = tuple(_over(piece, words, place))
    # words of a text layer are nobody's reading
    read = min((1.0 if (sure := words[n].confidence) is None else sure for n in over), default=0.0)
    own = [n for n in over if place.band.contains((words[n].box or place.band).centre)]
    tall = max((b.height for b in large), default=0.0) >= _TALL * usual
    # more strokes than letters were read: figures in two strokes, or one that an engine passed over
    split = read < _CERTAIN and len(large) > sum(len(words[n].text) for n in over)
    box = union(large)
    if box is not None and (tall or split or read < _DOUBTED):
        unsure = tuple(n for n in own if (words[n].confidence or 0.0) < _CERTAIN)
        yield Mark(kind=MarkKind.HANDWRITING, page=sheet.page.number, box=box, words=unsure)


def _over(piece: Sequence[int], words: Sequence[Word], place: _Place) -> Iterator[int]:
    """The words that lie over a place."""
    for n in piece:
        box = words[n].box
        if box and box.overlap(place.band) > _OVER * place.band.height**2:
            yield n


def _strokes(sheet: Sheet, area: Box, beside: float) -> Iterator[Box]:
    """Boxes of the spots of ink whose middle lies in an area; `beside` is how far over and under it they may reach."""
    reach = beside * area.height
    x0, x1 = (round(v * sheet.scale) for v in (area.x0, area.x1))
    y0, y1 = (max(0, round(v * sheet.scale)) for v in (area.y0 - reach, area.y1 + reach))
    for left, top, width, height in _spots(sheet.print[y0:y1, max(0, x0) : x1]):
        box = Box(*(v / sheet.scale for v in (x0 + left, y0 + top, x0 + left + width, y0 + top + height)))
        if area.contains(box.centre) and box.width < area.height * 3:
            yield Box(*(round(v, 1) for v in box))


def _spots(part: Pixels) -> Iterator[tuple[int, int, int, int]]:
    if not part.size:
        return
    ink = (part < _DARK * float(np.median(part))).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    yield from ((x, y, w, h) for x, y, w, h, area in stats[1:].tolist() if area > 2)
