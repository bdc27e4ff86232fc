"""Digits that a pen wrote, read by the network."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.digits import HEIGHT, SIGNS, as_seen, spelt, strings


def written(text: str, *, size: float = 1.6, ink: int = 40, pen: int = 3) -> Pixels:
    """Strokes of a hand that the network was never shown."""
    (wide, high), low = cv2.getTextSize(text, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, size, pen)
    page = np.full((high + low + 8, wide + 8), 250, np.uint8)
    cv2.putText(page, text, (4, high + 4), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, size, (ink,), pen, cv2.LINE_AA)
    return page


@pytest.mark.parametrize("text", ["18", "26", "305", "28", "6"])
@pytest.mark.parametrize(("size", "ink"), [(1.6, 40), (0.9, 120)])
def test_strokes_are_read_at_any_size_and_depth(text: str, size: float, ink: int) -> None:
    best = spelt(written(text, size=size, ink=ink, pen=max(1, round(2 * size))))[0]
    assert best.text == text


def test_readings_come_with_a_likelihood_best_first() -> None:
    found = spelt(written("4766"))
    likely = [reading.likely for reading in found]
    assert likely == sorted(likely, reverse=True)
    assert 0.96 < sum(likely) <= 1.01


def test_what_is_no_digit_is_not_read_as_one_for_sure() -> None:
    page = np.full((60, 160), 250, np.uint8)
    cv2.putText(page, "Wkm", (4, 50), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.6, (40,), 3, cv2.LINE_AA)
    sure = [r for r in spelt(page) if r.text.isdigit() and r.likely > 0.8]
    assert sure == []


@pytest.mark.parametrize("page", [np.full((30, 60), 250, np.uint8), np.zeros((2, 2), np.uint8)])
def test_paper_alone_says_nothing(page: Pixels) -> None:
    assert spelt(page) == ()


def test_strokes_are_made_as_high_as_the_network_knows_them_and_specks_do_not_count() -> None:
    page = written("7")
    clean = as_seen(page)
    speckled = cv2.copyMakeBorder(page, 20, 0, 30, 0, cv2.BORDER_CONSTANT, value=(250,))
    speckled[2:4, 2:4] = 40
    dirty = as_seen(np.asarray(speckled, np.uint8))
    assert clean is not None
    assert dirty is not None
    assert clean.shape[0] == HEIGHT
    assert clean.shape == dirty.shape


def answer(*columns: dict[str, float]) -> np.ndarray:
    """Answers of the network, column by column; the rest is nothing."""
    told = np.zeros((len(columns), len(SIGNS) + 1), np.float32)
    for row, column in zip(told, columns, strict=True):
        row[0] = 1 - sum(column.values())
        for sign, likely in column.items():
            row[SIGNS.index(sign) + 1] = likely
    return told


def test_a_sign_over_several_columns_is_one_and_two_with_nothing_between_them_are_two() -> None:
    one, two = answer({"1": 1.0}, {"1": 1.0}), answer({"1": 1.0}, {}, {"1": 1.0})
    assert max(strings(one), key=lambda s: s[1]) == ("1", 1.0)
    assert max(strings(two), key=lambda s: s[1]) == ("11", 1.0)


def test_all_ways_to_spell_a_string_count_together() -> None:
    found = dict(strings(answer({"7": 0.5}, {"7": 0.5})))
    assert found[""] == pytest.approx(0.25)
    assert found["7"] == pytest.approx(0.75)
