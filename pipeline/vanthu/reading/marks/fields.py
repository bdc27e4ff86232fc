"""Places that are filled by hand: number and day in the letterhead.

Print of a line stands on one base line and is as high as the line's other capitals and figures, however faded or noisy it is; what a pen
writes hardly ever is both. What an engine makes of it counts less: it doubts faded print too, and believes in figures of a pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np
import regex

from vanthu.document.geometry import Box, union
from vanthu.document.page import Mark, MarkKind, Place, Word
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking

_HEAD = 0.45  # of the page's height
_APART = 30.0  # points: a wider gap parts the columns of a letterhead; a number left open takes less
_OPEN = 75.0  # and so much before what stands behind a place left open: the slash of a symbol, *tháng*, *năm*
_BEHIND = regex.compile(r"/|th[áàắâ]ng\Z|n[ăáàâãa]m\Z")
_GAP = 12.0  # points without a word, where something may be written
_LEAST = 3.0  # points: a narrower place holds no figure
_BESIDE = 0.35  # of a line's height: strokes of a pen go so far over and under it
_EVEN = (
    0.12  # of a capital's height: so far print may stray from the base line, and from the height of capitals
)
_OVER = 0.2  # of a line's height squared: a word that lies over a place
_STROKE = 0.45  # of a letter's height: smaller spots are dots and dirt
_DOUBTED = 0.5  # confidence below which a filled place is taken as written by hand though it looks like print
_CERTAIN = 0.95  # what is read as surely as this may stand
_INK = 36  # gray levels: what differs less from paper is its grain
_BROKEN = 1.6  # points: pieces of a faint stroke lie no farther apart
_LETTER, _WIDEST = (
    0.7,
    1.0,
)  # of a capital's height: so wide is a letter, and at most the letters of a word taken together


class Field(NamedTuple):
    """A place between printed words, on the band of its line; `print` is where words of the line stand that no pen wrote."""

    place: Place
    band: Box
    print: tuple[Box, ...]


def handwriting(sheet: Sheet, words: Sequence[Word], marking: Marking, pens: Sequence[Box]) -> Iterator[Mark]:
    """Marks for the filled places of a letterhead, without those where `pens` tell of coloured handwriting."""
    for piece, field in _all_fields(sheet.page.height or 0.0, words, marking):
        if not any(pen.overlap(field.band) for pen in pens):
            yield from [*_judged(sheet, field, piece, words)] or _unread(sheet, field, piece, words)


def fields_of(sheet_height: float, words: Sequence[Word], marking: Marking) -> Iterator[Field]:
    """The places of a page's letterhead [points] for number, day and month."""
    return (field for _, field in _all_fields(sheet_height, words, marking))


def has_open_place(sheet_height: float, words: Sequence[Word], marking: Marking) -> bool:
    """Whether the letterhead of a page [points] has a place for number or day that no word fills."""
    return any(
        field.band.width >= _GAP and not any(True for _ in _over(piece, words, field))
        for piece, field in _all_fields(sheet_height, words, marking)
    )


def _all_fields(
    sheet_height: float, words: Sequence[Word], marking: Marking
) -> Iterator[tuple[tuple[int, ...], Field]]:
    """The places, each with the words of its line."""
    for piece in _pieces(words, _HEAD * sheet_height):
        for field in _fields(piece, words, marking):
            yield piece, field


def _pieces(words: Sequence[Word], limit: float) -> Iterator[tuple[int, ...]]:
    """Lines of the upper part, parted where a wide gap shows two columns."""
    upper = [n for n, w in enumerate(words) if w.box and w.box.y1 < limit]
    for _, group in groupby(upper, key=lambda n: words[n].line):
        piece: list[int] = []
        for n in group:
            least = _OPEN if _BEHIND.match(words[n].text) else _APART
            if piece and _gap(words[piece[-1]], words[n]) > least:
                yield tuple(piece)
                piece = []
            piece.append(n)
        yield tuple(piece)


def _gap(left: Word, right: Word) -> float:
    return right.box.x0 - left.box.x1 if left.box and right.box else 0.0


def _fields(piece: Sequence[int], words: Sequence[Word], marking: Marking) -> Iterator[Field]:
    """The places of a line: between *Số:* and the symbol; between *ngày*, *tháng* and *năm*."""
    text = _text(piece, words)
    if found := marking.find("field_number", text):
        label = text.find(":") + 1 or len(text.split()[0])
        symbol = found.group_spans["symbol"]
        end = text.rfind("/", label, symbol.start)
        where = label, end if end > 0 else symbol.start
        yield from _between(Place.NUMBER, piece, words, where, symbol)
    elif found := marking.find("field_date", text):
        day, month = found.group_spans["day"], found.group_spans["month"]
        printed = (day.end, month.start), (month.end, len(text))
        yield from _between(Place.DAY, piece, words, day, *printed)
        yield from _between(Place.MONTH, piece, words, month, *printed)


def _text(piece: Iterable[int], words: Sequence[Word]) -> str:
    return " ".join(words[n].text for n in piece)


def _between(
    place: Place,
    piece: Sequence[int],
    words: Sequence[Word],
    where: tuple[int, int],
    *printed: tuple[int, int],
) -> Iterator[Field]:
    line = union(words[n].box for n in piece)
    left, right = _x(piece, words, where[0], after=True), _x(piece, words, where[1], after=False)
    if line is not None and right - left >= _LEAST:
        band = Box(left, line.y0, right, line.y1)
        yield Field(place, band, tuple(box for part in printed for box in _boxes(piece, words, part, band)))


def _boxes(piece: Sequence[int], words: Sequence[Word], part: tuple[int, int], line: Box) -> Iterator[Box]:
    """Where the words of a part of a line's text stand; each by itself, as one may be fainter than the next."""
    x0, x1 = _x(piece, words, part[0], after=False), _x(piece, words, part[1], after=True)
    for n in piece:
        box = words[n].box
        if box and min(x1, box.x1) - max(x0, box.x0) >= _LEAST:
            yield Box(max(x0, box.x0), line.y0, min(x1, box.x1), line.y1)


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


def _judged(sheet: Sheet, place: Field, piece: Sequence[int], words: Sequence[Word]) -> Iterator[Mark]:
    print_ = _print([letter for box in place.print for letter in _strokes(sheet, box, 0.1)])
    every = list(_strokes(sheet, place.band, _BESIDE))
    strokes = [b for b in every if print_ and b.height >= _STROKE * print_.capital]
    box = union(strokes)
    if print_ is None or box is None:
        return
    over = tuple(_over(piece, words, place))
    own = [n for n in over if place.band.contains((words[n].box or place.band).centre)]
    # words of a text layer are nobody's reading; doubt about a word that goes on beyond the place may be about its print
    read = min(
        (1.0 if (sure := words[n].confidence) is None else sure for n in own), default=float(bool(over))
    )
    # an engine passed over a figure, or read none
    more = _columns(b for b in strokes if b.x1 <= place.band.x1) > sum(
        c.isalnum() for n in over for c in words[n].text
    )
    whole = union((box, *print_.pieces(strokes, every))) or box
    if not print_.holds(whole) or read < _DOUBTED or (more and read < _CERTAIN):
        doubted = more or any((words[n].confidence or 0.0) < _CERTAIN for n in own)
        yield Mark(
            kind=MarkKind.HANDWRITING,
            page=sheet.page.number,
            box=box,
            words=tuple(own) if doubted else (),
        )


def _unread(sheet: Sheet, field: Field, piece: Sequence[int], words: Sequence[Word]) -> Iterator[Mark]:
    """A mark for ink of which no word tells: strokes broken to specks, or some that an engine took into the word before the place.

    It has its place already: what is left of such strokes is not worth reading, but a place with ink is not blank.
    """
    letters = _print([letter for box in field.print for letter in _strokes(sheet, box, 0.1)])
    if letters is None or any(True for _ in _over(piece, words, field)):
        return
    band = field.band._replace(x0=_letters_end(piece, words, field.band.x0, letters.capital))
    ink = union(box for box in _joined(sheet, band) if box.height >= _STROKE * letters.capital)
    if ink is not None:
        yield Mark(kind=MarkKind.HANDWRITING, page=sheet.page.number, box=ink, place=field.place)


def _letters_end(piece: Sequence[int], words: Sequence[Word], end: float, capital: float) -> float:
    """Where the letters of the word that ends before a place end, if its box is too wide for letters alone."""
    for n in piece:
        box, length = words[n].box, len(words[n].text)
        if box and box.x1 == end and box.width > _WIDEST * capital * length:
            return box.x0 + _LETTER * capital * length
    return end


def _joined(sheet: Sheet, band: Box) -> Iterator[Box]:
    """Boxes of the ink in a place, pieces that lie close taken together; without what comes in from either side."""
    x0, x1 = (max(0, round(x * sheet.scale)) for x in (band.x0, band.x1))
    reach = _BESIDE * band.height
    y0, y1 = (max(0, round(y * sheet.scale)) for y in (band.y0 - reach, band.y1 + reach))
    part = sheet.print[y0:y1, x0:x1]
    if not part.size:
        return
    ink = (part < float(np.median(part)) - _INK).astype(np.uint8)
    near = max(1, round(_BROKEN * sheet.scale))
    stats = cv2.connectedComponentsWithStats(
        cv2.dilate(ink, np.ones((near, near), np.uint8)), connectivity=8
    )[2]
    for left, top, width, height, _ in stats[1:].tolist():
        x, y, wide, high = x0 + left + near // 2, y0 + top + near // 2, width - near + 1, height - near + 1
        box = Box(*(v / sheet.scale for v in (x, y, x + wide, y + high)))
        if left > 0 and left + width < part.shape[1] and band.contains(box.centre):
            yield box


class _Print(NamedTuple):
    """Where the print of a line stands and how high its capitals and figures are."""

    base: float
    capital: float

    def holds(self, box: Box) -> bool:
        """Whether strokes stand on the line as print does, and are as high."""
        off = abs(box.y1 - self.base), abs(box.y0 - self.base + self.capital)
        return max(off) <= _EVEN * self.capital

    def pieces(self, strokes: Sequence[Box], every: Iterable[Box]) -> Iterator[Box]:
        """What lies over or under a stroke where print of the line would be: figures break on bilevel scans."""
        slack = _EVEN * self.capital
        for box in every:
            inside = self.base - self.capital - slack <= box.y0 and box.y1 <= self.base + slack
            if inside and any(box.x0 < stroke.x1 and stroke.x0 < box.x1 for stroke in strokes):
                yield box


def _print(letters: Sequence[Box]) -> _Print | None:
    """The print of a line by the boxes of its letters; one that is higher than all others may hang on to something."""
    highest = sorted(b.height for b in letters)[-2:]
    if not highest:
        return None
    large = sorted(b.y1 for b in letters if b.height >= _STROKE * highest[0])
    return _Print(large[len(large) // 2], highest[0])


def _columns(strokes: Iterable[Box]) -> int:
    """How many figures strokes make: those over one another are parts of one."""
    count, edge = 0, float("-inf")
    for box in sorted(strokes, key=lambda b: b.x0):
        count += box.x0 >= edge
        edge = max(edge, box.x1)
    return count


def _over(piece: Sequence[int], words: Sequence[Word], place: Field) -> Iterator[int]:
    """The words that lie over a place."""
    for n in piece:
        box = words[n].box
        if box and (
            place.band.contains(box.centre) or box.overlap(place.band) > _OVER * place.band.height**2
        ):
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
    dark, paper = float(np.percentile(part, 1)), float(np.median(part))
    if paper - dark < _INK:
        return
    ink = (part < (dark + paper) / 2).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    yield from ((x, y, w, h) for x, y, w, h, area in stats[1:].tolist() if area > 2)
