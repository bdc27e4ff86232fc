from __future__ import annotations

import pytest

from vanthu.document.page import Grade, Word
from vanthu.reading.recognition.grading import grade_of
from vanthu.settings import ConfidenceSettings, Curve

SETTINGS = ConfidenceSettings(good=0.98, fair=0.95, poor=0.75)


def word(text: str, confidence: float | None) -> Word:
    return Word(text, 1, None, confidence, 0, "tesseract")


@pytest.mark.parametrize(
    ("confidence", "grade"),
    [(0.99, Grade.GOOD), (0.96, Grade.FAIR), (0.8, Grade.POOR), (0.2, Grade.UNREADABLE)],
)
def test_the_grade_is_what_the_words_promise(confidence: float, grade: Grade) -> None:
    assert grade_of([word("chữ", confidence)], SETTINGS) is grade


def test_long_words_count_for_more() -> None:
    assert grade_of([word("nghiêngngả", 0.99), word("~", 0.1)], SETTINGS) is Grade.POOR
    assert grade_of([word("x", 0.99), word("nghiêngngả", 0.1)], SETTINGS) is Grade.UNREADABLE


def test_where_nothing_was_measured_there_is_no_grade() -> None:
    assert grade_of([word("chữ", None)], SETTINGS) is None
    assert grade_of([], SETTINGS) is None


def test_a_curve_runs_straight_between_its_points() -> None:
    curve = Curve(((0.5, 0.2), (0.9, 0.6)))
    assert [round(curve.at(x), 3) for x in (0.0, 0.5, 0.7, 0.9, 1.0)] == [0.2, 0.2, 0.4, 0.6, 0.6]
    assert Curve().at(0.3) == 0.3
