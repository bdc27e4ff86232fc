"""Numbers as an office writes them: figures, words, figures with misread letters."""

from __future__ import annotations

import regex

from vanthu.orthography import fold
from vanthu.times.tables import numbers

_GLOSS = regex.compile(r"\s*\(.*\)")


def words_to_int(text: str) -> int | None:
    """*mười lăm* -> 15, *hai mươi mốt* -> 21, *bốn lăm* -> 45; `None` for anything else."""
    table = numbers()
    total = 0
    for word in fold(text).split():
        if word in table.tens:
            total = max(total, 1) * 10
        elif word in table.units:
            total = total * 10 + table.units[word] if 0 < total < 10 else total + table.units[word]
        else:
            return None
    return total or None


def to_int(text: str | None) -> int | None:
    """A number in figures (misread letters mended) or words; a gloss in brackets is passed over. `None` where it is none."""
    if text is None:
        return None
    if text.isdecimal():
        return int(text)
    bare = _GLOSS.sub("", text).strip()
    mended = repair_digits(bare)
    return int(mended) if mended.isdecimal() else words_to_int(bare)


def figures(text: str | None) -> int | None:
    """A number that is known to be in figures, every misread letter mended: `ll` -> 11. `None` where letters remain."""
    if text is None:
        return None
    table = numbers().digits
    mended = "".join(table.get(c, c) for c in text if not c.isspace())
    return int(mended) if mended.isdecimal() else None


def repair_digits(text: str) -> str:
    """`3O` -> `30`, `l5` -> `15`, `20 23` -> `2023`. Only for text that is known to be a number."""
    table = numbers().digits
    if not any(c.isdecimal() for c in text):
        return text
    return "".join(table.get(c, c) for c in text if not c.isspace())
