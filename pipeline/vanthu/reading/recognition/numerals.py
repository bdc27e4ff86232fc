"""Roman numerals of ones (`I`, `II`, `III`), whose strokes are counted: of three alike engines lose one, and often all of them do.

What the strokes say is held against the word as a second engine's reading would be: a third reading, mending or a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import cv2
import numpy as np
import numpy.typing as npt
import regex

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.agreement import Agreed, Difference, area
from vanthu.reading.recognition.ocr import Token

NAME = "strokes"
# before a year signs that strokes are taken for too
_NUMERAL = regex.compile(
    r"(?:(?=[^/]*[IH])(?P<strokes>[I1lH|!\]\[]{1,4})(?=/(?:19|20)\d\d)|(?P<strokes>I{1,3})(?![\p{L}\p{N}]))(?P<rest>.*)"
)
_BAND = 0.2, 0.8  # of a word's height: there are neither serifs nor feet
_STEM = 0.85  # share of the band that a stem fills; slants and curves fill less
_WIDE = 0.35  # of a word's height: no stem is wider
_CONTRAST = 60  # gray levels between ink and paper
_LOW = 12  # pixels: of lower letters strokes run together
_MOST = 3
_SURE = 0.8  # what the count is worth as a reading


def counted(image: Pixels, agreed: Agreed) -> Agreed:
    """The words, with a difference for each numeral whose strokes are others than was read; what another reading says of it is not said again."""
    told = {(d.places, d.text) for d in agreed.differences}
    against = (_against(image, token) for token in agreed.tokens)
    found = tuple(d for d in against if d is not None and (d.places, d.text) not in told)
    return agreed._replace(differences=(*agreed.differences, *found)) if found else agreed


def _against(image: Pixels, token: Token) -> Difference | None:
    told = _NUMERAL.fullmatch(token.text)
    if told is None:
        return None
    strokes = _strokes(image[max(0, token.y0) : token.y1, max(0, token.x0) : token.x1])
    text = "I" * strokes + told["rest"]
    if not strokes or text == token.text:
        return None
    return Difference((area(token),), area(token), text, NAME, _SURE, token.confidence)


def _strokes(word: Pixels) -> int:
    """How many upright strokes a word begins with; 0 where that can't be told."""
    height = word.shape[0]
    if height < _LOW or not word.size:
        return 0
    paper, ink = (float(v) for v in np.percentile(word, (90, 2)))
    if paper - ink < _CONTRAST:
        return 0
    top, bottom = (round(share * height) for share in _BAND)
    band = np.asarray(cv2.threshold(word[top:bottom], (paper + ink) / 2, 1, cv2.THRESH_BINARY_INV)[1])
    stems = list(_stems(band.mean(axis=0), _WIDE * height))
    count = next((n for n, is_stem in enumerate(stems) if not is_stem), len(stems))
    return count if count <= _MOST else 0


def _stems(filled: npt.NDArray[np.float64], widest: float) -> Iterator[bool]:
    """For each run of columns with ink whether it is a stem. `filled`: how much of each column is ink."""
    for has_ink, run in groupby(filled, key=lambda share: share > 0):
        shares = list(run)
        if has_ink and max(shares) > 1 - _STEM:  # else a speck
            yield max(shares) >= _STEM and len(shares) <= widest
