"""Pieces of ink: pixels of a mask that touch, at their corners too."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels

_SHORTS = 2**16  # numbers that a short label can be


class Pieces(NamedTuple):
    """`labels` says for each pixel which piece it is of, 0 for paper; row n of `boxes` is piece n: left, top, width, height, area."""

    labels: npt.NDArray[np.integer]
    boxes: npt.NDArray[np.int32]

    @classmethod
    def of(cls, mask: cv2.typing.MatLike) -> Pieces:
        """The pieces of a mask (1: ink)."""
        _, labels, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=label_type(mask))
        return cls(np.asarray(labels), np.asarray(boxes, dtype=np.int32))

    def mask(self, chosen: npt.NDArray[np.bool_]) -> Pixels:
        """A mask (1) of the pieces chosen, by their numbers; never of paper."""
        # told by piece first: a mask of pixels is quicker made of bytes than of numbers
        of_piece = np.zeros(max(_SHORTS, len(chosen)), np.uint8)
        of_piece[1 : len(chosen)] = chosen[1:]
        if self.labels.dtype == np.uint16:  # several times quicker than numpy
            return np.asarray(cv2.LUT(self.labels, of_piece[:_SHORTS]), np.uint8)
        return np.take(of_piece, self.labels)


def label_type(mask: cv2.typing.MatLike) -> int:
    """OpenCV's type for the numbers of a mask's pieces: short ones take half the time; there are never more than runs of ink along the rows."""
    runs = np.count_nonzero(mask[:, 1:] > mask[:, :-1]) + np.count_nonzero(mask[:, :1])
    return cv2.CV_16U if runs < _SHORTS - 1 else cv2.CV_32S
