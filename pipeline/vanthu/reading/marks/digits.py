"""Digits that a pen wrote, read by a small network of our own.

The network (`models/handwriting/digits.onnx`, taught by `bench/handwriting.py`) sees a cutting made as high as it knows digits and says
column by column which sign stands there. A string is as likely as all ways to spell it over the columns are together (CTC). The
cutting is looked at leaning a little to either side and drawn a little wider and narrower too: what only one look sees counts less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels
from vanthu.resources import models_folder

Gray = npt.NDArray[np.float32]

SIGNS = "0123456789/x"  # what the network tells, behind nothing; x: a sign that is no digit
HEIGHT, _INK = 32, 26  # rows that the network sees, and how many of them strokes take
_BESIDE = 6  # columns of paper at each end
_NARROWEST, _WIDEST = 16, 200  # columns of strokes
# how far a look leans, and how wide it is
_LOOKS = ((0.0, 1.0), (-0.14, 1.0), (0.14, 1.0), (0.0, 0.85), (0.0, 1.18))
_STEP = 2  # columns an answer
_POSSIBLE = 0.003  # less likely signs are not followed
_FOLLOWED = 12  # beginnings of strings that are
PALE = 36  # gray levels: what differs less from paper is its grain
_LEVEL = 0.45  # of the strongest ink's depth: fainter is no stroke
_SPECK = 0.12  # of the strokes' height: smaller spots don't count


class Spelt(NamedTuple):
    """A string of signs, and how likely it stands in a cutting."""

    text: str
    likely: float


@cache
def network() -> cv2.dnn.Net:
    """What knows the digits; read from its file once."""
    file = str(models_folder() / "handwriting" / "digits.onnx")
    return cv2.dnn.readNetFromONNX(file, engine=cv2.dnn.ENGINE_CLASSIC)


def spelt(cutting: Pixels) -> tuple[Spelt, ...]:
    """What may be written in a cutting (gray, dark on paper), the likeliest first; empty where there is no ink."""
    seen = as_seen(cutting)
    if seen is None:
        return ()
    likely: dict[str, float] = defaultdict(float)
    for look in looks(seen):
        for text, share in strings(answers(look)):
            likely[text] += share / len(_LOOKS)
    ranked = sorted(likely.items(), key=lambda item: -item[1])
    return tuple(Spelt(text, share) for text, share in ranked)


def as_seen(cutting: Pixels) -> Gray | None:
    """Strokes of a cutting, 0 to 1, as high as the network knows them; `None` where there are none."""
    if min(cutting.shape, default=0) < 4:
        return None
    dark, paper = float(np.percentile(cutting, 1)), float(np.percentile(cutting, 70))
    if paper - dark < PALE:
        return None
    ink = np.clip((paper - cutting.astype(np.float32)) / (paper - dark), 0, 1)
    box = _strokes(ink)
    if box is None:
        return None
    x0, y0, x1, y1 = box
    cut = ink[y0:y1, x0:x1]
    wide = int(np.clip(round((x1 - x0) * _INK / (y1 - y0)), 2, _WIDEST))
    way = cv2.INTER_AREA if y1 - y0 > _INK else cv2.INTER_LINEAR
    small = cv2.resize(cut, (wide, _INK), interpolation=way)
    side = max(_BESIDE, (_NARROWEST - wide + 1) // 2 + _BESIDE)
    above = (HEIGHT - _INK) // 2
    return np.asarray(
        cv2.copyMakeBorder(small, above, HEIGHT - _INK - above, side, side, cv2.BORDER_CONSTANT), np.float32
    )


def _strokes(ink: Gray) -> tuple[int, int, int, int] | None:
    """The box of the ink without specks."""
    spots = cv2.connectedComponentsWithStats((ink > _LEVEL).astype(np.uint8), connectivity=8)[2][1:]
    tallest = spots[:, 3].max(initial=0)
    large = spots[np.maximum(spots[:, 2], spots[:, 3]) >= max(2, _SPECK * tallest)]
    if not len(large):
        return None
    corner, end = large[:, :2].min(0), (large[:, :2] + large[:, 2:4]).max(0)
    return int(corner[0]), int(corner[1]), int(end[0]), int(end[1])


def looks(seen: Gray) -> Iterator[Gray]:
    """A cutting as it is, leaning to either side, narrower and wider."""
    rows, columns = seen.shape
    for lean, wide in _LOOKS:
        width = round(columns * wide)
        room = round(abs(lean) * rows / 2)
        matrix = np.array([[wide, lean, room - lean * rows / 2], [0, 1, 0]], np.float64)
        yield np.asarray(cv2.warpAffine(seen, matrix, (width + 2 * room, rows)), np.float32)


def answers(seen: Gray) -> Gray:
    """How likely each sign is in each column; nothing is the first."""
    knows = network()
    knows.setInput(seen[None, None])
    scores = np.asarray(knows.forward(), np.float32)[0, :, 0]
    likely = np.exp(scores - scores.max(0))
    return np.asarray((likely / likely.sum(0)).T, np.float32)


def strings(likely: Gray) -> list[tuple[str, float]]:
    """The strings that answers may spell and how likely each is, all ways to spell it taken together."""
    # of each beginning: how likely it ends in nothing, and in its last sign
    begun: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    for column in likely.tolist():
        grown: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        signs = [(sign, p) for sign, p in zip(SIGNS, column[1:], strict=True) if p > _POSSIBLE]
        for text, (open_, closed) in begun.items():
            grown[text][0] += (open_ + closed) * column[0]
            for sign, p in signs:
                if text[-1:] == sign:
                    grown[text][1] += closed * p
                    grown[text + sign][1] += open_ * p
                else:
                    grown[text + sign][1] += (open_ + closed) * p
        best = sorted(grown.items(), key=lambda item: -sum(item[1]))[:_FOLLOWED]
        begun = {text: (ends[0], ends[1]) for text, ends in best}
    return [(text, sum(ends)) for text, ends in begun.items()]
