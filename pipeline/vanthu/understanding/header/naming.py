"""Names of bodies in capitals put into readable case, as NĐ 30/2020 (appendix II) writes them."""

from __future__ import annotations

from collections import Counter

import regex

from vanthu.orthography import fold, is_syllable, roman_value, strip_accents
from vanthu.understanding.header.rules import HeaderRules

_LETTERS = regex.compile(r"\p{L}+(?:['’]\p{L}+)?")
_VOWEL = regex.compile(r"[aeiouy]", regex.IGNORECASE)
_HYPHENED = regex.compile(r"(?<=\p{L})-(?=\p{L})")
_LONGEST_PLACE = 4  # syllables


def readable(name: str, text: str, rules: HeaderRules) -> str:
    """A body's name as running text writes it: as this text does, else by known names, fields of work and levels."""
    plain = " ".join(name.split())
    if not plain.isupper():
        return plain
    return _as_in_text(plain, text) or _Writer(_parted(plain), rules).written(_place(plain, text))


def _as_in_text(name: str, text: str) -> str | None:
    pattern = r"\s+".join(regex.escape(w) for w in fold(name).split())
    folded = fold(text)
    found = (text[m.start() : m.end()] for m in regex.finditer(rf"(?<!\w){pattern}(?!\w)", folded))
    spellings = Counter(" ".join(f.split()) for f in found if not f.isupper())
    return spellings.most_common(1)[0][0] if spellings else None


def _parted(name: str) -> str:
    """A name with blanks around a hyphen between syllables (*GIÁO DỤC-ĐÀO TẠO*); an abbreviation keeps its own."""
    words = (_HYPHENED.split(word) for word in name.split())
    return " ".join(
        (" - " if all(is_syllable(p.strip(",")) for p in parts) else "-").join(parts) for parts in words
    )


def _place(name: str, text: str) -> int:
    """How many words at the end of a name are a place's, as the text writes it elsewhere."""
    words = name.split()
    sizes = range(min(_LONGEST_PLACE, len(words) - 1), 1, -1)
    return next((n for n in sizes if " ".join(map(str.capitalize, words[-n:])) in text), 0)


class _Writer:
    """Goes through a name in capitals: what is known, a field of work in small letters, a level, a place's name."""

    def __init__(self, name: str, rules: HeaderRules) -> None:
        self.name, self.rules = name, rules
        self.in_field = False
        self.in_place = False
        self.begins = True  # a field of work begins, or goes on after *và*, a comma or a dash
        self.out: list[str] = []
        self.small = {m.span.start: m.span.end for m in rules.find("small_word", name)}
        self.levels = {m.span.start: m.span.end for m in rules.find("level_word", name)}

    def written(self, place: int) -> str:
        """The name; `place`: how many of its last words are a place's."""
        total = len(self.name.split())
        while len(self.out) < total:
            rest = self.name.split(maxsplit=len(self.out))[-1]
            if len(rest.split()) <= place:
                self.in_field, self.in_place = False, True
            self.out += self._known(rest, place) or self._plain(rest) or [self._single(rest.split()[0])]
        return " ".join(self.out)

    def _known(self, rest: str, place: int) -> list[str]:
        """A name that is known whole; a field of work follows some. None that the place's name begins in (*Xã đoàn* in *XÃ ĐOÀN KẾT*)."""
        words = rest.split()
        for size in range(len(words), 0 if not self.out else 1, -1):
            if 0 < len(words) - size < place:
                continue
            whole = " ".join(words[:size])
            if name := self.rules.names.get(fold(whole)):
                self.in_field = self.rules.whole("field_follows", whole) is not None
                at = len(self.name) - len(rest) + len(whole)
                self.in_place = not self.in_field and at in self.levels.values()  # *Công an tỉnh*
                self.begins = True
                return name.split()
        return []

    def _plain(self, rest: str) -> list[str]:
        """What is written small: a level, which a place's name follows, and words between two fields."""
        at = len(self.name) - len(rest)
        end = self.levels.get(at) or self.small.get(at)
        if not self.out or end is None:
            return []
        self.in_place = at in self.levels
        self.in_field = self.in_field and not self.in_place
        self.begins = True
        return [w.lower() if is_syllable(w) else w for w in self.name[at:end].split()]

    def _single(self, word: str) -> str:
        bare = word.strip(",")
        if self.in_place and _is_spoken(bare) and roman_value(bare) is None:
            return word.capitalize()  # also what is no syllable of the language: *xã Ea Kar*
        if not is_syllable(bare):
            self.begins = True
            return word  # an abbreviation, a number, a dash
        goes_on = self.in_field and (not self.begins or self.rules.whole("paired", bare) is not None)
        self.begins = word.endswith(",")
        return word.lower() if goes_on else word.capitalize()


def _is_spoken(word: str) -> bool:
    """Whether a word is letters, *H'LEO* too, with a vowel; of a place's name what has none is short for it (*TP HCM*)."""
    return _LETTERS.fullmatch(word) is not None and _VOWEL.search(strip_accents(word)) is not None
