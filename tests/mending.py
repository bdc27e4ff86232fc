"""Recognised lines for tests of mending: words with one confidence, other readings by place, the program's own mender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Word
from vanthu.repair import Mended, Mender
from vanthu.repair.ledger import applied
from vanthu.rulebook import load_rulebook


@cache
def mender() -> Mender:
    """With the rules and tables of the program."""
    return Mender.of(load_rulebook())


def recognised(*lines: str, confidence: float | None = 0.6, page: int = 1) -> list[Word]:
    """The words of lines; a word followed by `^0.3` has that confidence."""
    words = []
    for number, line in enumerate(lines):
        for place, token in enumerate(line.split()):
            text, _, own = token.partition("^")
            box = Box(60.0 + 40 * place, 50.0 + 20 * number, 95.0 + 40 * place, 62.0 + 20 * number)
            words.append(Word(text, page, box, float(own) if own else confidence, number, "tesseract"))
    return words


def others(words: list[Word], readings: Mapping[str, str]) -> list[Dispute]:
    """Disputes about the first word of each spelling."""
    texts = [word.text for word in words]
    return [
        Dispute(
            page=1, words=(texts.index(read),), box=words[texts.index(read)].box, text=other, engine="second"
        )
        for read, other in readings.items()
    ]


def mend(words: list[Word], readings: Mapping[str, str] | None = None) -> Mended:
    """What becomes of words."""
    return mender()(words, others(words, readings or {}))


def mended(*lines: str, confidence: float | None = 0.6, readings: Mapping[str, str] | None = None) -> str:
    """Lines as they are spelled after mending, one after the other."""
    words = recognised(*lines, confidence=confidence)
    return " ".join(word.text for word in applied(words, mend(words, readings).repairs))


def codes(*lines: str, confidence: float = 0.99, readings: Mapping[str, str] | None = None) -> list[str]:
    """The codes of the flags that lines get."""
    words = recognised(*lines, confidence=confidence)
    return [flag.code for flag in mend(words, readings).flags]
