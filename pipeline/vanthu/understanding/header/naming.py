"""Names of bodies in capitals put into readable case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from vanthu.orthography import fold, is_syllable
from vanthu.understanding.header.rules import HeaderRules

_WORD = regex.compile(r"\S+")


def readable(name: str, text: str, rules: HeaderRules) -> str:
    """A body's name as running text writes it: as this text does, else by known names and the names of levels."""
    plain = " ".join(name.split())
    if not plain.isupper():
        return plain
    return _as_in_text(plain, text) or _by_words(plain, rules)


def _as_in_text(name: str, text: str) -> str | None:
    pattern = r"\s+".join(regex.escape(w) for w in fold(name).split())
    folded = fold(text)
    found = (text[m.start() : m.end()] for m in regex.finditer(rf"(?<!\w){pattern}(?!\w)", folded))
    spellings = Counter(" ".join(f.split()) for f in found if not f.isupper())
    return spellings.most_common(1)[0][0] if spellings else None


def _by_words(name: str, rules: HeaderRules) -> str:
    known = _known_names(rules)
    words = name.split()
    out: list[str] = []
    proper = True  # a proper name is due, or goes on
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(len(words) - at, 1, -1) if fold(" ".join(words[at : at + n])) in known), 0
        )
        if size:
            out += known[fold(" ".join(words[at : at + size]))].split()
            proper = True
            at += size
            continue
        word, at = words[at], at + 1
        small = rules.parts["small_word"].whole(word) is not None
        level = rules.parts["level_word"].whole(word) is not None
        out.append(_cased(word, small=(small or level) and bool(out), proper=proper))
        proper = proper or level
    return " ".join(out)


def _cased(word: str, *, small: bool, proper: bool) -> str:
    if small:
        return word.lower()
    if not is_syllable(word):
        return word  # an abbreviation
    return word.capitalize() if proper else word.lower()


def _known_names(rules: HeaderRules) -> dict[str, str]:
    values: Iterable[str] = (c.rule.value or "" for c in rules.organs.compiled)
    return {fold(v): v for v in values}
