"""Words as an engine gives them, on lines of ten pixels a letter."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.reading.recognition.ocr import Token


def row(
    text: str, *, line: int = 0, y: int = 100, x: int = 50, sure: float = 0.95, engine: str = "tesseract"
) -> list[Token]:
    """The words of one line, 30 pixels high."""
    made = []
    for word in text.split():
        made.append(Token(word, x, y, x + 10 * len(word), y + 30, sure, line, engine))
        x += 10 * len(word) + 10
    return made


def text_of(tokens: Iterable[Token]) -> str:
    """Words in their order."""
    return " ".join(t.text for t in tokens)
