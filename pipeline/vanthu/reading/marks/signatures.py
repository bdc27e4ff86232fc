"""Signatures: strokes of one pen are one mark, and a signer's corner without colour is looked through for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from vanthu.document.geometry import Box, union
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.imaging.strokes import pen_strokes
from vanthu.reading.marks.hidden import box_of, has_free_letters, lacks_a_line
from vanthu.reading.marks.plain import is_junk
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.corner import parted
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.signing import Signing

_MM = POINTS / 25.4
_BESIDE = 6 * _MM  # at most: between the letters of a name that was written quickly
_LEVEL = 0.5  # share of the height of strokes that lies beside the signature
_ABOVE, _BELOW = 8.0, 240.0  # points over and under an office in which its holder signs
_ASIDE = 170.0  # and to each side of its middle
_OVER_RECEIVERS = 45.0  # points: a signer's office begins no higher over the list of receivers
_RIGHT = 0.45  # of the page's width: signers stand to the right of the receivers
_TRUSTED = 0.8  # confidence of a word whose ink is print
_SAME = 0.3  # share of a mark that lies in another: both are of the same ink
_CROSSED = 0.8  # at most as sure is a word on a line of print that a black stroke may have changed or hidden
_INTO = 0.2  # of such a line's height lies at least under the signature
_OWN = 0.6  # share of a word's ink that is a signature's: more, and it is no word


def whole(marks: Iterable[Mark]) -> list[Mark]:
    """The marks of a page, each signature with all its strokes, those farther out by way of nearer ones."""
    rest = list(marks)
    signatures = [mark for mark in rest if mark.kind is MarkKind.SIGNATURE]
    strokes = [mark for mark in rest if mark.kind is MarkKind.HANDWRITING]
    for signature in signatures:
        grown = signature
        while own := next((stroke for stroke in strokes if _continues(stroke, grown)), None):
            strokes.remove(own)
            rest.remove(own)
            grown = grown.model_copy(update={"box": union((grown.box, own.box))})
        rest[rest.index(signature)] = grown
    return rest


def _continues(stroke: Mark, signature: Mark) -> bool:
    a, b = stroke.box, signature.box
    level = min(a.y1, b.y1) - max(a.y0, b.y0) > _LEVEL * a.height
    return stroke.colour == signature.colour and level and max(a.x0 - b.x1, b.x0 - a.x1) <= _BESIDE


def with_uncoloured(
    marks: Iterable[Mark], sheet: Sheet, words: Sequence[Word], signing: Signing | None, marking: Marking
) -> list[Mark]:
    """The marks of a page with the signatures in its signers' corners that no colour tells from print.

    These take the place of what else was seen in their ink; a stamp that says something, or a signature in colour, stays alone.
    """
    kept = list(marks)
    known = [m.box for m in kept if m.text or (m.colour and m.kind is MarkKind.SIGNATURE)]
    for mark in _signatures(sheet, words, signing, marking) if signing else ():
        if not any(_is_same(mark.box, box) for box in known):
            before = [m for m in kept if _is_instead(mark, m)]
            junk = {n for m in (mark, *before) for n in m.words}
            kept = [
                *(m for m in kept if m not in before),
                mark.model_copy(update={"words": tuple(sorted(junk))}),
            ]
    return kept


def with_doubt(words: Sequence[Word], marks: Iterable[Mark], scale: float) -> tuple[Word, ...]:
    """The words, those less sure that stand on a line with a signature which no colour tells from print.

    It may have made other letters of some, and have hidden others. `scale`: pixels a point.
    """
    pens = [m.box for m in marks if m.kind is MarkKind.SIGNATURE and not m.colour and not m.text]
    if not pens:
        return tuple(words)
    lines = list(parted(_tokens(words, scale), round(scale * POINTS)))
    crossed = {
        (t.line, t.x0)
        for line in lines
        if any(_crosses(pen, box_of(line, scale)) for pen in pens)
        for t in line
    }
    return tuple(
        w._replace(confidence=min(w.confidence, _CROSSED))
        if w.box and w.confidence is not None and (w.line or 0, round(w.box.x0 * scale)) in crossed
        else w
        for w in words
    )


def _crosses(pen: Box, line: Box) -> bool:
    """Whether a signature reaches into a line of print, or lies at one of its ends, where it hides a word."""
    level = min(pen.y1, line.y1) - max(pen.y0, line.y0) > _INTO * line.height
    return level and max(pen.x0 - line.x1, line.x0 - pen.x1) < line.height


def _is_instead(signature: Mark, other: Mark) -> bool:
    """Whether another mark without colour is what was seen of a signature, and of the seal beside it, before."""
    if other.colour or other.text:
        return False
    is_stroke = other.kind is MarkKind.HANDWRITING and _is_same(signature.box, other.box)
    return is_stroke or (other.kind is MarkKind.SIGNATURE and signature.box.overlap(other.box) > 0)


def _is_same(a: Box, b: Box) -> bool:
    return a.overlap(b) > _SAME * min(a.width * a.height, b.width * b.height)


def _signatures(sheet: Sheet, words: Sequence[Word], signing: Signing, marking: Marking) -> Iterator[Mark]:
    """The signatures in the signers' corners, with the words that are nothing but their ink; a title or a name that they cross is print."""
    corner = _corner(sheet, words, signing)
    if corner is None:
        return
    x0, y0, x1, y1 = (round(v * sheet.scale) for v in corner)
    part = sheet.print[y0:y1, x0:x1]
    if not part.size:
        return
    areas = {n: area for n, w in enumerate(words) if (area := _area(w, sheet.scale, (x0, y0), part))}
    printed = _covered(part, (area for n, area in areas.items() if (words[n].confidence or 0.0) >= _TRUSTED))
    told = _covered(part, (area for n, area in areas.items() if not is_junk(words[n], marking)))
    tokens = tuple(_tokens(words, sheet.scale))
    for strokes in pen_strokes(part, sheet.scale * POINTS, printed):
        left, top, right, bottom = strokes.box
        place = x0 + left, y0 + top, x0 + right, y0 + bottom
        box = Box(*(round(v / sheet.scale, 1) for v in place))
        own = (
            n
            for n, area in areas.items()
            if strokes.ink[area].sum() > _OWN * strokes.dark[area].sum() and is_junk(words[n], marking)
        )
        lost = has_free_letters(strokes, told, sheet.scale * _MM) or lacks_a_line(
            box, tokens, sheet.scale, signing
        )
        yield Mark(
            kind=MarkKind.SIGNATURE, page=sheet.page.number, box=box, words=tuple(own), hides_print=lost
        )


def _covered(part: Pixels, areas: Iterable[tuple[slice, slice]]) -> Pixels:
    """A mask (1) of areas of a part of the page."""
    mask = np.zeros_like(part)
    for area in areas:
        mask[area] = 1
    return mask


def _area(word: Word, scale: float, corner: tuple[int, int], part: Pixels) -> tuple[slice, slice] | None:
    """The part of a part of the page that a word takes; `None` for a word elsewhere."""
    if word.box is None:
        return None
    x0, y0, x1, y1 = (round(v * scale) - corner[n % 2] for n, v in enumerate(word.box))
    inside = x1 > 0 and y1 > 0 and x0 < part.shape[1] and y0 < part.shape[0]
    return np.s_[max(0, y0) : y1, max(0, x0) : x1] if inside else None


def _corner(sheet: Sheet, words: Sequence[Word], signing: Signing) -> Box | None:
    """Where the holders of the offices on a page sign; `None` where neither an office nor receivers stand on it."""
    width, height = sheet.page.width or 0.0, sheet.page.height or 0.0
    box = union(_rooms(words, width, sheet.scale, signing))
    return box and Box(max(0.0, box.x0), max(0.0, box.y0), min(width, box.x1), min(height, box.y1))


def closing_rooms(sheet: Sheet, words: Sequence[Word], signing: Signing) -> tuple[Box, ...]:
    """Where the holders of the offices sign on a page in black and white without a letterhead, whose own offices nobody signs under.

    Only there a black signature and the worn seal under it are one ink; empty for other pages.
    """
    if not sheet.is_bilevel:
        return ()
    lines = parted(_tokens(words, sheet.scale), round(sheet.scale * POINTS))
    if any(map(signing.is_motto, lines)):
        return ()
    return tuple(_rooms(words, sheet.page.width or 0.0, sheet.scale, signing))


def _rooms(words: Sequence[Word], width: float, scale: float, signing: Signing) -> Iterator[Box]:
    for line in parted(_tokens(words, scale), round(scale * POINTS)):
        box = box_of(line, scale)
        if signing.is_office(line):
            middle = box.centre[0]
            yield Box(middle - _ASIDE, box.y0 - _ABOVE, middle + _ASIDE, box.y0 + _BELOW)
        elif signing.names_receivers(line):
            yield Box(_RIGHT * width, box.y0 - _OVER_RECEIVERS, width, box.y0 + _BELOW)


def _tokens(words: Iterable[Word], scale: float) -> Iterator[Token]:
    for word in words:
        if word.box:
            x0, y0, x1, y1 = (round(v * scale) for v in word.box)
            yield Token(word.text, x0, y0, x1, y1, word.confidence or 0.0, word.line or 0)
