"""How well a page came out, by what the confidences of its words promise."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.page import Grade, Word
from vanthu.settings import ConfidenceSettings


def grade_of(words: Iterable[Word], settings: ConfidenceSettings) -> Grade | None:
    """The grade of a recognised page; `None` where no word has a confidence."""
    measured = [(w.confidence, len(w.text)) for w in words if w.confidence is not None]
    letters = sum(length for _, length in measured)
    if not letters:
        return None
    mean = sum(confidence * length for confidence, length in measured) / letters
    for least, grade in (
        (settings.good, Grade.GOOD),
        (settings.fair, Grade.FAIR),
        (settings.poor, Grade.POOR),
    ):
        if mean >= least:
            return grade
    return Grade.UNREADABLE
