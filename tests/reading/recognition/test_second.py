"""The second engine's steps as words with places; its models are stand-ins, and once the real ones."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.recognition.second import SecondEngine, second_engine

PAGE: Pixels = np.full((200, 1000), 255, np.uint8)
SIGNS = "ab "  # counted from 1; 0 is no sign


class Pages:
    def __init__(self, *boxes: tuple[float, float, float, float]) -> None:
        self.boxes = np.array([(*box, 0.9) for box in boxes]).reshape(-1, 5)

    def detect(self, _: Pixels) -> Any:
        return self.boxes


class Lines:
    """A recogniser that reads one sign in every step."""

    chars, max_width, pad_y, pad_x = SIGNS, 768, 0.2, 0.0

    def __init__(self, signs: list[int], sure: list[float]) -> None:
        self.session, self.signs, self.sure = self, signs, sure

    def run(self, _: list[str], given: dict[str, Any]) -> tuple[Any, Any, Any]:
        count = len(given["widths"])
        return (
            np.array([self.signs] * count),
            np.array([self.sure] * count),
            np.array([len(self.signs)] * count),
        )


class Tools:
    @staticmethod
    def prepare_image(cut: Pixels, **_: Any) -> Pixels:
        return cut

    @staticmethod
    def width_batches(widths: list[int], *, max_batch: int) -> list[list[int]]:
        return [[n] for n in range(len(widths))] if max_batch else []

    @staticmethod
    def pad_batch(cuts: list[Pixels]) -> tuple[list[Pixels], list[int]]:
        return cuts, [cut.shape[1] for cut in cuts]


def test_words_lie_where_their_steps_are() -> None:
    steps = [1, 1, 0, 1, 2, 3, 0, 2, 0, 0]  # a, a again after a gap, b, blank, b
    engine = SecondEngine(Pages((100, 50, 600, 80)), Lines(steps, [0.9] * 4 + [0.5] + [0.9] * 5), Tools)
    first, second = engine.read(PAGE)
    assert (first.text, second.text) == ("aab", "b")
    assert (first.confidence, second.confidence) == (0.5, 0.9)
    assert first.x0 == pytest.approx(125, abs=10)
    assert first.x1 == pytest.approx(325, abs=10)
    assert second.x0 == pytest.approx(475, abs=10)
    assert {(t.y0, t.y1, t.line, t.engine) for t in (first, second)} == {(50, 80, 0, "trueocr")}


def test_boxes_beyond_the_page_are_cut_or_left_out() -> None:
    engine = SecondEngine(Pages((900, 150, 1100, 230), (1200, 0, 1300, 30)), Lines([1], [0.9]), Tools)
    (word,) = engine.read(PAGE)
    assert (word.y0, word.y1) == (150, 200)


def test_a_page_without_lines() -> None:
    assert SecondEngine(Pages(), Lines([], []), Tools).read(PAGE) == ()


@pytest.mark.ocr
def test_the_real_one_reads_a_page() -> None:
    pytest.importorskip("trueocr")
    engine = second_engine()
    assert engine is not None
    words = [t.text for t in engine.read(np.asarray(pixels(sheet()), dtype=np.uint8))]
    want = " ".join(LINES).split()
    assert sum(word in words for word in want) > 0.7 * len(want)
