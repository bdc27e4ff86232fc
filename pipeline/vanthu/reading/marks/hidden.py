"""Print that a black signature lies over and that no word tells.

A signer's block is an office, the signature, a name. Where one of the two was not read beside a signature, or letters stand
free between its strokes that no word takes, print was lost, and no engine says so by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vanthu.document.geometry import Box
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.imaging.strokes import Strokes
from vanthu.reading.recognition.corner import parted
from vanthu.reading.recognition.ocr import Token
from vanthu.reading.recognition.signing import Signing

_LETTER = (1.4, 4.5)  # mm: least and greatest height of a letter
_WIDTH = 0.3, 5.0  # mm: and its width
_FREE = 3  # letters side by side that no word takes: a pen leaves no such row
_LEVEL = 0.6  # mm: letters of a line end within so much
_BESIDE = 25.0  # mm between two of them: the strokes hide those between
_AROUND = 2.0, 10.0  # mm over and under a signature, and to its sides, where it may hide letters
_NAME_BELOW = 110.0  # points under the top of a signature: there stands the name
_OFFICE_ABOVE = 160.0  # points over its bottom: there stands the office
_ASIDE = 170.0  # points between the middles of a signature and of an office


def has_free_letters(strokes: Strokes, printed: Pixels, mm: float) -> bool:
    """Whether letters stand in a row between the strokes of a pen, apart from them, where nothing was read (`printed` is 0)."""
    left, top, right, bottom = strokes.box
    over, beside = (round(n * mm) for n in _AROUND)
    y0, x0 = max(0, top - over), max(0, left - beside)
    part = slice(y0, bottom + over), slice(x0, right + beside)
    free = strokes.dark[part] & (1 - printed[part])
    ends = sorted(
        (y + high, x)
        for x, y, wide, high, _ in Pieces.of(free).boxes[1:].tolist()
        if _is_letter(wide, high, mm)
    )
    return any(
        _stand_in_a_row([x for y, x in ends if first <= y <= first + _LEVEL * mm], mm) for first, _ in ends
    )


def _is_letter(wide: float, high: float, mm: float) -> bool:
    return _LETTER[0] * mm <= high <= _LETTER[1] * mm and _WIDTH[0] * mm <= wide <= _WIDTH[1] * mm


def _stand_in_a_row(lefts: Iterable[int], mm: float) -> bool:
    """Whether enough letters follow each other."""
    row = 1
    for one, other in pairwise(sorted(lefts)):
        row = row + 1 if other - one <= _BESIDE * mm else 1
        if row >= _FREE:
            return True
    return False


def lacks_a_line(signature: Box, tokens: Iterable[Token], scale: float, signing: Signing) -> bool:
    """Whether no office was read over a signature, or no name under it. `scale`: the tokens' pixels a point."""
    lines = [(box_of(line, scale), line) for line in parted(tokens, round(scale * POINTS))]
    office = any(_is_over(box, signature) and signing.is_office(line) for box, line in lines)
    name = any(_is_under(box, signature) and signing.name_in(line) for box, line in lines)
    return not (office and name)


def box_of(line: Sequence[Token], scale: float) -> Box:
    """The place of a line on the page. `scale`: its pixels a point."""
    x0, y0, x1, y1 = line[0].x0, min(t.y0 for t in line), line[-1].x1, max(t.y1 for t in line)
    return Box(x0 / scale, y0 / scale, x1 / scale, y1 / scale)


def _is_over(line: Box, signature: Box) -> bool:
    return abs(line.centre[0] - signature.centre[0]) < _ASIDE and 0 <= signature.y1 - line.y0 < _OFFICE_ABOVE


def _is_under(line: Box, signature: Box) -> bool:
    return signature.x0 - _ASIDE / 2 < line.centre[0] < signature.x1 + _ASIDE / 2 and (
        0 <= line.y1 - signature.y0 < _NAME_BELOW + signature.height
    )
