"""Marks that an engine takes for letters: stains, dust, ends of rules."""

from __future__ import annotations

from vanthu.reading.recognition.ocr import Token

_LETTER = 0.1  # a single letter that the engine believed in less
_DASHES = frozenset("-–—+•")  # which begin the items of a list


def is_speck(token: Token, noise: float, *, dash: float | None = None) -> bool:
    """Whether a token is no text: without a letter or digit, and less sure than `noise` (`dash` for a lone dash)."""
    if any(c.isalnum() for c in token.text):
        return len(token.text) == 1 and token.confidence < _LETTER
    return token.confidence < (dash if dash is not None and token.text in _DASHES else noise)
