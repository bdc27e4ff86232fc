"""Times as cells abridge them, written out so that the rules on times can read them."""

from __future__ import annotations

from collections.abc import Callable

import regex

from vanthu.orthography import fold

_EVERY = r"(?:(?:3|6|9)\s+tháng|tháng|quý|năm)"
_AND = r"\s*(?:,|và|;)\s*"
_SHORT: tuple[tuple[regex.Pattern[str], Callable[[str], str]], ...] = (
    (regex.compile(r"\d{1,2}(?:\s*[-–,]\s*\d{1,2})+\s*/\s*20\d\d"), lambda words: f"trong tháng {words}"),
    (
        regex.compile(rf"{_EVERY}(?:{_AND}{_EVERY})+", regex.IGNORECASE),
        lambda words: f"định kỳ {words.lower()}",
    ),
    (regex.compile(r"T\s?/?\s?X|T\s?[./]\s?xuyên", regex.IGNORECASE), lambda _: "thường xuyên"),
)


def written_out(words: str) -> str | None:
    """*3, 4/2031* as *trong tháng 3, 4/2031*, *Quý, năm* as *định kỳ quý, năm*, *TX* as *thường xuyên*; `None` for other words."""
    return next((write(words) for short, write in _SHORT if short.fullmatch(fold(words))), None)
