"""How a stamp lies: the angle at which its lines and letters run along the rows, and turning it level."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels

_STEEP, _COARSE, _FINEST = 24.0, 4.0, 0.5  # degrees
_STRAIGHT = 0.9  # of the best sharpness: what is nearly as sharp as it lies is taken as straight


class Turn(NamedTuple):
    """Turning a part level around its middle, with room for its corners. `angle`: degrees clockwise that it is off."""

    angle: float
    matrix: npt.NDArray[np.float64]
    back: npt.NDArray[np.float64]
    size: tuple[int, int]

    @classmethod
    def of(cls, shape: tuple[int, ...], angle: float) -> Turn:
        """The turn for a part of this height and width."""
        height, width = shape[:2]
        side = int(np.hypot(height, width)) + 2
        size = (side, side) if angle else (width, height)
        matrix = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), np.float64)
        matrix[:, 2] += np.array([size[0] / 2 - width / 2, size[1] / 2 - height / 2])
        back = np.asarray(cv2.invertAffineTransform(matrix), np.float64)
        return cls(angle, matrix, back, size)

    def apply(self, part: Pixels) -> Pixels:
        """The part made level."""
        if not self.angle:
            return part
        return np.asarray(cv2.warpAffine(part, self.matrix, self.size, flags=cv2.INTER_NEAREST), np.uint8)

    def undo(self, level: Pixels, shape: tuple[int, ...]) -> Pixels:
        """A levelled part as it lay."""
        if not self.angle:
            return level
        size = (shape[1], shape[0])
        return np.asarray(cv2.warpAffine(level, self.back, size, flags=cv2.INTER_NEAREST), np.uint8)

    def corners(self, inside: tuple[int, int, int, int]) -> npt.NDArray[np.float64]:
        """The four corners of a box of the levelled part, where they lie in the part: x and y in rows."""
        x0, y0, x1, y1 = inside
        box = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], np.float64)
        return np.asarray(box @ self.back.T, np.float64)


def lie(part: Pixels) -> float:
    """By how many degrees clockwise lines or letters in a part (1: ink) are turned; 0 where that can't be told."""
    scores = {float(a): _sharpness(part, float(a)) for a in np.arange(-_STEEP, _STEEP + 1, _COARSE)}
    step = _COARSE / 2
    while step >= _FINEST:
        best = max(scores, key=lambda a: scores[a])
        scores |= {a: _sharpness(part, a) for a in (best - step, best + step)}
        step /= 2
    best = max(scores, key=lambda a: scores[a])
    return 0.0 if scores[0.0] >= _STRAIGHT * scores[best] else best


def _sharpness(part: Pixels, angle: float) -> float:
    level = Turn.of(part.shape, angle).apply(part)
    across = np.diff(level.sum(axis=1, dtype=np.int64))
    down = np.diff(level.sum(axis=0, dtype=np.int64))
    return float(np.square(across).sum() + np.square(down).sum())
