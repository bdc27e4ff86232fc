"""Pieces of ink: pixels of a mask that touch, at their corners too."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels

_MOST_SHORT = 2**16 - 1


class Pieces(NamedTuple):
    """`labels` says for each pixel which piece it is of, 0 for paper; row n of `boxes` is piece n: left, top, width, height, area."""

    labels: npt.NDArray[np.integer]
    boxes: npt.NDArray[np.int32]

    @classmethod
    def of(cls, mask: cv2.typing.MatLike) -> Pieces:
        """The pieces of a mask (1: ink)."""
        # short labels take half the time; there are never more of them than runs of ink along the rows
        runs = np.count_nonzero(mask[:, 1:] > mask[:, :-1]) + np.count_nonzero(mask[:, :1])
        kind = cv2.CV_16U if runs < _MOST_SHORT else cv2.CV_32S
        _, labels, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=kind)
        return cls(np.asarray(labels), np.asarray(boxes, dtype=np.int32))

    def mask(self, chosen: npt.NDArray[np.bool_]) -> Pixels:
        """A mask (1) of the pieces chosen, by their numbers; never of paper."""
        # told by piece first: a mask of pixels is quicker made of bytes than of numbers
        of_piece = chosen.astype(np.uint8)
        of_piece[0] = 0
        return np.take(of_piece, self.labels)
