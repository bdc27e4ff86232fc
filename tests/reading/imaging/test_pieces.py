"""Pieces of ink are told apart alike, however many there are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from vanthu.reading.imaging.pieces import Pieces


def test_a_mask_of_chosen_pieces_has_nothing_else() -> None:
    mask = np.zeros((9, 9), np.uint8)
    mask[1:3, 1:3] = mask[5:8, 4:8] = 1
    found = Pieces.of(mask)
    large = found.boxes[:, cv2.CC_STAT_AREA] > 4
    assert (
        np.flatnonzero(found.mask(large)).tolist()
        == np.flatnonzero(np.pad(mask[5:], ((5, 0), (0, 0)))).tolist()
    )
    assert not found.mask(~large & False).any()


@pytest.mark.parametrize("share", [0.001, 0.02, 0.08])
def test_specks_beyond_counting_are_counted(share: float) -> None:
    specks = (np.random.default_rng(1).random((1300, 1100)) < share).astype(np.uint8)
    labels, boxes = Pieces.of(specks)
    count, expected, *_ = cv2.connectedComponentsWithStats(specks, connectivity=8, ltype=cv2.CV_32S)
    assert len(boxes) == count
    assert np.array_equal(labels, expected)
    chosen = np.arange(count) % 3 == 1
    assert np.array_equal(Pieces(labels, boxes).mask(chosen), chosen[expected])


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (5, 1)])
def test_the_smallest_masks_have_pieces_too(shape: tuple[int, int]) -> None:
    assert Pieces.of(np.ones(shape, np.uint8)).boxes[1:].tolist() == [
        [0, 0, shape[1], shape[0], 5 if 5 in shape else 1]
    ]
