"""Paper that is coloured, yellowed, or seen by lamps: made neutral, so that ink in colour can be told from it."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.settings import InkSettings

_EVERY = 16  # pixels
_AROUND = 31  # of these: wider than a seal, narrower than the change from daylight to a lamp
_TINTED = 22  # gray levels between the strongest and the weakest channel of paper: cream is no hindrance
_MOSTLY = 90  # per cent of a tinted page that bear no stronger one
_PALE = 110  # weaker than this in a channel is no paper to write on: a cover, a picture


def neutral(pixels: Pixels, settings: InkSettings) -> tuple[Pixels, InkSettings]:
    """The page as if its paper were gray, and how to look for ink on it; both as they are where it is gray already.

    Pictures are stored with colour blurred, so black print bears some of the paper's colour: less than that is no ink.
    """
    if pixels.ndim == 2:
        return pixels, settings
    every = np.ascontiguousarray(pixels[::_EVERY, ::_EVERY])
    paper = np.asarray(cv2.medianBlur(every, _AROUND), np.uint8)
    tint, strongest = np.percentile(np.ptp(paper, axis=2), [50, _MOSTLY])
    if tint < _TINTED or np.median(paper.min(axis=2)) < _PALE:
        return pixels, settings
    chroma = settings.chroma + round(float(strongest))
    return _lifted(pixels, paper), settings.model_copy(update={"chroma": chroma})


def _lifted(pixels: Pixels, paper: Pixels) -> Pixels:
    """Every channel as strong as the strongest of the paper around."""
    height, width = pixels.shape[:2]
    strongest = paper.max(axis=2).astype(np.float32)
    channels = []
    for channel, level in zip(cv2.split(pixels), cv2.split(paper), strict=True):
        factor = cv2.resize(strongest / np.maximum(level, _PALE), (width, height))
        channels.append(cv2.multiply(channel, factor, dtype=cv2.CV_8U))
    return np.asarray(cv2.merge(channels), np.uint8)
