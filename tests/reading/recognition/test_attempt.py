from __future__ import annotations

import numpy as np

from vanthu.reading.imaging.ruling import Cell, Ruling
from vanthu.reading.recognition.attempt import Attempt
from vanthu.reading.recognition.ocr import Token

BOX = (100, 100, 500, 200)
TABLE = Ruling(1, 2, (Cell(0, 0, 1, 1, (100, 100, 300, 200)), Cell(0, 1, 1, 1, (300, 100, 500, 200))), BOX)


def word(text: str, x: int, y: int, *, wide: int = 40) -> Token:
    return Token(text, x - wide // 2, y - 10, x + wide // 2, y + 10, 0.95, 0)


def test_words_come_into_their_cells_and_pieces_of_the_outer_rules_are_none() -> None:
    page = np.full((400, 600), 255, np.uint8)
    first = Attempt(0, page, page, (), ((TABLE, ((), ())),))
    above, left, right = word("Biểu", 300, 80), word("STT", 150, 150), word("2026", 400, 150)
    dash, below = word("1", 504, 150, wide=6), word("dưới", 300, 225)
    read = first.with_tokens((above, left, right, dash, below))
    assert read.tokens == (above, below)
    assert [cells for _, cells in read.tables] == [((left,), (right,))]
