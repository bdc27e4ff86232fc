from __future__ import annotations

import numpy as np

from sheets import pixels, sheet
from vanthu.reading.imaging.ink import separate
from vanthu.reading.imaging.tint import neutral
from vanthu.settings import InkSettings

SETTINGS = InkSettings()
PINK = (0.98, 0.8, 0.84)
LAMP = (1.0, 0.88, 0.68)


def on(paper: tuple[float, ...], page: np.ndarray) -> np.ndarray:
    return (np.stack([page] * 3, axis=2) * np.array(paper)).astype(np.uint8)


def test_gray_and_white_pages_are_left_alone_and_cost_no_copy() -> None:
    page = pixels(sheet())
    assert neutral(page, SETTINGS) == (page, SETTINGS)
    white = on((1.0, 0.995, 0.985), page)
    made, settings = neutral(white, SETTINGS)
    assert made is white
    assert settings is SETTINGS


def test_cover_in_a_strong_colour_is_left_alone() -> None:
    cover = on((0.9, 0.15, 0.2), pixels(sheet()))
    assert neutral(cover, SETTINGS)[0] is cover


def test_coloured_paper_becomes_gray() -> None:
    for paper in (PINK, LAMP):
        made, _ = neutral(on(paper, pixels(sheet())), SETTINGS)
        assert np.ptp(np.median(made, axis=(0, 1))) <= 2


def test_light_of_two_colours_becomes_gray() -> None:
    page = pixels(sheet())
    across = np.linspace(0, 1, page.shape[1])[None, :, None]
    light = np.array(LAMP) * (1 - across) + np.array((0.86, 0.92, 1.0)) * across
    made, _ = neutral((page[..., None] * light).astype(np.uint8), SETTINGS)
    for part in (made[:, :200], made[:, 500:700], made[:, -200:]):
        assert np.ptp(np.median(part, axis=(0, 1))) <= 6


def test_print_that_bears_some_of_the_colour_of_its_paper_is_no_ink() -> None:
    page = on(PINK, pixels(sheet()))
    page[page[..., 0] < 128] = (95, 65, 70)  # as a picture stores it
    made, settings = neutral(page, SETTINGS)
    assert separate(made, settings).colour is None


def test_seal_on_coloured_paper_is_told_from_print() -> None:
    page = on(PINK, pixels(sheet()))
    page[1000:1010, 200:700] = (200, 40, 50)
    made, settings = neutral(page, SETTINGS)
    gray, colour = separate(made, settings)
    assert colour is not None
    assert gray[1002:1008, 210:690].min() > 180
