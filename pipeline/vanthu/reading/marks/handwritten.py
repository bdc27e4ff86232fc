"""What pens filled into the letterhead, read: number, day and month.

Strokes of one place are one mark, which keeps what it may say. How sure that is was measured on hands that the network never saw;
what a place can't hold (a day above 31) counts for nothing, but such a reading makes the others no surer where it is the likelier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import cv2
import numpy as np

from vanthu.document.geometry import Box, union
from vanthu.document.page import Mark, MarkKind, Place, Word, Written
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.marks.digits import PALE, Spelt, spelt
from vanthu.reading.marks.fields import Field, fields_of
from vanthu.reading.marks.shapes import DPI
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking

_OVER = 0.25  # of the strokes' height that is cut out over and under them
_BESIDE_DOUBT = 0.6  # no reading is surer beside a word that the engine was not sure of: some of the strokes may lie in it
_NEXT = 0.6  # of their height: what lies closer beside them goes with them
_SPECK = 0.3  # of that: lower spots do not
_SURE = 0.8  # confidence of a word that is print
_FAINT = 0.35  # of the darkest ink's depth: so deep are thin strokes
_BESIDE = 4.0  # points that the middle of strokes may lie beside their place
_LEVEL = 0.4  # of the height of a place's line or of the strokes: so much they share
_WHITE = 255
_KEPT, _LEAST = 4, 0.04  # readings that are kept, and how likely the least of them is
_LONGEST = 5  # figures of a number
# what the network's likelihood is worth: the share of such readings that were right (models/CARD.md); it is never called surer than the last
_WORTH = ((0.0, 0.0), (0.5, 0.5), (0.7, 0.72), (0.8, 0.82), (0.9, 0.91), (0.95, 0.95), (0.99, 0.98))


def read_fields(marks: Sequence[Mark], sheet: Sheet, words: Sequence[Word], marking: Marking) -> list[Mark]:
    """The marks of a page, those of handwriting in the places of its letterhead as one a place, with what they may say."""
    kept = list(marks)
    for field in fields_of(sheet.page.height or 0.0, words, marking):
        strokes = [
            m
            for m in kept
            if m.kind is MarkKind.HANDWRITING and m.place is None and _fills(m.box, field.band)
        ]
        if strokes:
            kept = [m for m in kept if m not in strokes]
            own = {n for mark in strokes for n in mark.words}
            others = [(w.box, _is_print(w)) for n, w in enumerate(words) if w.box and n not in own]
            printed = [box for box, is_print in others if is_print]
            is_doubted = any(not is_print and _is_near(box, field.band) for box, is_print in others)
            kept.append(_joined(strokes, sheet, field, printed, is_doubted=is_doubted))
    return kept


def _is_near(word: Box, band: Box) -> bool:
    """Whether a word stands on the line of a place, at one of its ends or in it."""
    level = min(word.y1, band.y1) - max(word.y0, band.y0) > _LEVEL * band.height
    return level and max(word.x0 - band.x1, band.x0 - word.x1) < band.height


def _is_print(word: Word) -> bool:
    """Whether a word is surely none of the pen's: an engine that was not sure of it may have read strokes into it."""
    return word.confidence is None or word.confidence >= _SURE


def _fills(strokes: Box, band: Box) -> bool:
    level = min(strokes.y1, band.y1) - max(strokes.y0, band.y0)
    middle = strokes.centre[0]
    beside = max(band.x0 - middle, middle - band.x1)
    return level > _LEVEL * min(strokes.height, band.height) and beside < _BESIDE


def _joined(
    strokes: Sequence[Mark], sheet: Sheet, field: Field, printed: Sequence[Box], *, is_doubted: bool
) -> Mark:
    box = union(m.box for m in strokes) or strokes[0].box
    colours = {m.colour for m in strokes}
    one_ink = len(colours) == 1  # of several no cutting holds all, and half a number is none
    colour = strokes[0].colour if one_ink else None
    written = said(field.place, spelt(_cutting(sheet, box, field, colour, printed))) if one_ink else ()
    if is_doubted and colour is None:
        written = tuple(
            w.model_copy(update={"confidence": min(w.confidence, _BESIDE_DOUBT)}) for w in written
        )
    return strokes[0].model_copy(
        update={
            "box": box,
            "colour": colour,
            "words": tuple(sorted({n for m in strokes for n in m.words})),
            "place": field.place,
            "written": written,
        }
    )


def said(place: Place, readings: Iterable[Spelt]) -> tuple[Written, ...]:
    """What may stand in a place, the surest first."""
    holds = _HOLDS[place]
    likely: dict[str, float] = defaultdict(float)
    every = 0.0
    for reading in readings:
        every += reading.likely
        if value := holds(reading.text):
            likely[value] += reading.likely
    ranked = sorted(likely.items(), key=lambda item: -item[1])[:_KEPT]
    return tuple(
        Written(text=text, confidence=worth(share)) for text, share in ranked if share >= _LEAST * every
    )


def worth(likely: float) -> float:
    """The share of readings with such a likelihood that are right."""
    told, right = zip(*_WORTH, strict=True)
    return round(float(np.interp(likely, told, right)), 3)


def _number(text: str) -> str | None:
    """A number as it stands; the slash before the symbol may be the pen's."""
    figures = text.strip("/")
    return figures if figures.isdigit() and len(figures) <= _LONGEST and int(figures) else None


def _up_to(most: int, text: str) -> str | None:
    """A day or a month, without a leading zero."""
    fits = text.isdigit() and len(text) <= len("31") and 1 <= int(text) <= most
    return str(int(text)) if fits else None


_HOLDS: Mapping[Place, Callable[[str], str | None]] = {
    Place.NUMBER: _number,
    Place.DAY: lambda text: _up_to(31, text),
    Place.MONTH: lambda text: _up_to(12, text),
}


def _cutting(sheet: Sheet, box: Box, field: Field, colour: str | None, printed: Sequence[Box]) -> Pixels:
    """The strokes of a place and whatever goes on beside them: half of what a pen wrote must not be taken for all of it."""
    area = Box(
        min(box.x0, field.band.x0) - box.height,
        box.y0 - _OVER * box.height,
        max(box.x1, field.band.x1) + box.height,
        box.y1 + _OVER * box.height,
    )
    page = sheet.coloured if colour else sheet.print
    corner, cutting = _cut(page, area, sheet.scale)
    if colour:
        cutting, printed = _of_colour(sheet, cutting, area, colour), ()
    hidden = [_within(word, corner, sheet.scale) for word in printed]
    return _alone(cutting, _within(box, corner, sheet.scale), hidden)


def _alone(cutting: Pixels, strokes: Box, printed: Sequence[Box]) -> Pixels:
    """A cutting with the spots of the strokes and those that go on beside them, without print."""
    if not cutting.size:
        return cutting
    dark, paper = float(np.percentile(cutting, 1)), float(np.median(cutting))
    if paper - dark < PALE:
        return cutting
    ink = (cutting < paper - _FAINT * (paper - dark)).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    spots = {n: Box(x, y, x + wide, y + high) for n, (x, y, wide, high, _) in enumerate(stats.tolist()) if n}
    own = {n for n, spot in spots.items() if strokes.contains(spot.centre)}
    free = {n for n, spot in spots.items() if not any(word.contains(spot.centre) for word in printed)} - own
    reach = _NEXT * strokes.height
    while near := {n for n in free if any(_is_beside(spots[n], spots[o], reach) for o in own)}:
        own |= near
        free -= near
    rim = np.asarray(cv2.dilate(np.isin(labels, [*own]).astype(np.uint8), np.ones((3, 3), np.uint8)))
    return np.where(rim > 0, cutting, np.uint8(paper)).astype(np.uint8)


def _is_beside(spot: Box, own: Box, reach: float) -> bool:
    """Whether a spot that is no speck lies level with another and close."""
    level = min(spot.y1, own.y1) - max(spot.y0, own.y0) > _LEVEL * min(spot.height, own.height)
    apart = max(spot.x0 - own.x1, own.x0 - spot.x1)
    return level and apart < reach and spot.height > _SPECK * reach


def _of_colour(sheet: Sheet, cutting: Pixels, area: Box, colour: str) -> Pixels:
    """A cutting of coloured ink with the strokes of one colour: what is only of another, as a seal's ring, is covered with paper."""
    own, other = np.zeros_like(cutting), np.zeros_like(cutting)
    for name, mask in sheet.colours.items():
        _, part = _cut(mask, area, DPI / POINTS)
        if part.size and cutting.size:
            target = own if name == colour else other
            target |= np.asarray(
                cv2.resize(part, cutting.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8
            )
    return np.where((other > 0) & (own == 0), _WHITE, cutting).astype(np.uint8)


def _cut(image: Pixels, area: Box, scale: float) -> tuple[tuple[int, int], Pixels]:
    """An area [points] of an image, and where its corner lies there."""
    x0, y0, x1, y1 = (max(0, round(side * scale)) for side in area)
    return (x0, y0), image[y0:y1, x0:x1]


def _within(box: Box, corner: tuple[int, int], scale: float) -> Box:
    """Where a box [points] lies on a cutting [pixels]."""
    return Box(*(side * scale - corner[n % 2] for n, side in enumerate(box)))
