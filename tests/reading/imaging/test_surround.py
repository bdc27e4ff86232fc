from __future__ import annotations

import numpy as np

from sheets import LINES, SIZE, pixels, sheet
from vanthu.reading.imaging.surround import without_surround

PAGE = pixels(sheet(LINES * 2))
TABLE = 60
PAPER = slice(120, 120 + SIZE[1]), slice(140, 140 + SIZE[0])


def photographed(paper: np.ndarray, around: int = TABLE) -> np.ndarray:
    """The page on a table with a grain."""
    grain = np.random.default_rng(1).normal(around, 8, (SIZE[1] + 260, SIZE[0] + 270))
    image = grain.clip(0, 255).astype(np.uint8)
    image[PAPER] = paper
    return image


def test_page_that_fills_its_image_is_left_alone_and_costs_no_copy() -> None:
    assert without_surround(PAGE) is PAGE


def test_dark_edges_of_a_scanner_are_no_surround() -> None:
    edged = PAGE.copy()
    edged[:, :40] = 15
    assert without_surround(edged) is edged


def test_light_that_falls_off_is_no_surround() -> None:
    dim = (PAGE * np.linspace(1, 0.3, SIZE[0])[None, :]).astype(np.uint8)
    assert without_surround(dim) is dim


def test_table_around_a_sheet_becomes_paper_and_print_stays() -> None:
    for around in (TABLE, 150):
        made = without_surround(photographed(PAGE, around))
        outside = np.ones(made.shape, np.bool_)
        outside[PAPER] = False
        assert made[outside].min() > 200
        inner = np.s_[40:-40, 40:-40]
        assert np.array_equal(made[PAPER][inner], PAGE[inner])


def test_shadow_on_the_sheet_is_no_table() -> None:
    shaded = PAGE.copy()
    shaded[900:, 600:] = shaded[900:, 600:] * 0.6
    made = without_surround(photographed(shaded))
    assert np.array_equal(made[PAPER][40:-40, 40:-40], shaded[40:-40, 40:-40])


def test_surround_of_a_page_in_colour_becomes_its_paper() -> None:
    image = np.stack([photographed(PAGE)] * 3, axis=2)
    image[..., 2] = image[..., 2] * 0.8
    made = without_surround(image)
    assert np.allclose(made[5, 5], np.median(image[PAPER], axis=(0, 1)), atol=3)
