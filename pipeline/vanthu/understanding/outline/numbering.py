"""What a paragraph's beginning says about its place: every numbering in use, and what recognisers make of it."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple

import regex

from vanthu.orthography import roman_value
from vanthu.understanding.outline.numbering_words import numbering


class Style(IntEnum):
    """Ways of numbering, in the order in which they usually nest."""

    PART = 0  # Phần thứ nhất
    CHAPTER = 1  # Chương I
    MUC = 2  # Mục 1
    UPPER = 3  # A.
    ROMAN = 4  # I.
    ARTICLE = 5  # Điều 1.
    DECIMAL = 6  # 1.  1.1.  1.2.3.
    NUMBER_PAREN = 7  # 1)
    STEP = 8  # Bước 1:
    LOWER = 9  # a)
    PAREN = 10  # (1)  (a)  (i)
    DASH = 11  # - * •: which of them stands above the other, the document decides
    PLUS = 12  # +: under a dash, or where the dash would stand


class Marker(NamedTuple):
    """One reading of a paragraph's beginning.

    `numbers` holds one ordinal, or one a level for 1.2.3; empty for bullets. `key` tells styles of one rank apart (the sign of a
    bullet, the depth of a decimal). `end` is where the paragraph's own text begins.
    """

    style: Style
    key: str
    numbers: tuple[int, ...]
    written: str
    end: int
    bare: bool = False  # a number without a stop, with a comma for it: one only where its neighbours or its words say so

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign without a number."""
        return self.style >= Style.DASH

    @property
    def ordinal(self) -> int:
        """The last number; 0 for bullets."""
        return self.numbers[-1] if self.numbers else 0


_ROMAN = regex.compile(
    r"\s*(?!V\s?/\s?[Vv]\s)(?P<body>[IVXLl1|]{1,6})\s*(?:[./)]\s*(?:[-–]\s+)?|[-–]\s*(?=\p{Lu})|(?<=[IVX]),\s(?=\p{Lu})(?![IVX]+(?!\p{L})))(?=\D|$)"
)
_BARE_ROMAN = regex.compile(r"\s*(?!V\s?/\s?[Vv]\s)(?P<body>[IVX]{1,5})\s+(?=\P{Ll}*\Z)(?=\p{Lu})")
_ROMAN_DECIMAL = regex.compile(r"\s*[IVX]{1,5}\.(?P<body>\d{1,2}(?:\.\d{1,2}){0,3})[.)/]?(?:\s+|(?=\p{L}))")
_DECIMAL = regex.compile(
    r"\s*(?P<body>\d{1,2}(?:\.\s?\d{1,2}){1,3})(?:[.)/]\s*(?=\D|$)|\s*[-–]\s*(?=\p{Lu})|\s+(?=\p{Lu}))"
)
_COMMA_DECIMAL = regex.compile(r"\s*(?P<body>\d{1,2}(?:,\d{1,2}){1,3})[.)/]\s*(?=\p{Lu})")  # *1,1. Mở lớp*
_NUMBER = regex.compile(
    r"\s*(?P<body>[\dlO]{1,2}|1\d\d(?=\.))(?!/\p{Lu}\p{L}{1,6}[-–]\p{Lu})\s?(?:[./](?:\s*[-–]\s+|\s+|(?=\p{L})|$)(?!\d(?!\d?\s+\p{Ll}))|\.\)\s*(?=\p{Lu})|,(?:\s(?=\p{Lu}\p{Ll})|(?=\p{Lu}\p{L}))(?!Điều|Khoản|Mục)|[-–]\s*(?=\p{Lu}))"
)  # *5. 6 tháng đầu năm* is an item, *5. 6* none
_NUMBER_PAREN = regex.compile(r"\s*(?P<body>\d{1,2})\)\s*")
_LOWER_ROMAN = regex.compile(r"\s*(?:\((?P<body>[ivx]{1,4})\)|(?P<body>[ivx]{2,4})[.)](?=\s))\s*(?=\S)")
_COUNTED_LETTER = regex.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}(?=\.))\.?(?P<body>\p{Ll})(?:[.)/]|[-–](?=\s)|(?<=\.\p{Ll})(?=\s))\s*(?=\p{Lu}|$)"
)
_LETTER = regex.compile(
    r"\s*(?!V\s?/\s?[Vv]\s)(?P<body>\p{L})\d?(?P<close>\s?(?<=\p{Lu}\s)\.(?=\s*\p{Lu}{2})|[.)/]|[-–](?=\s)|(?<=\p{Ll})(?:\s?[-–]|,(?=\s))(?=\s?\p{Lu}\p{Ll}))\.?\s*(?:(?<=[./)]\s?)[-–]\s+)?(?=\S|$)"
)
_PAREN = regex.compile(r"\s*\((?P<body>\d{1,2}|[a-zđ])\)\s*(?=\S)")
_TWO_DIGITS = 99  # a longer number is an item's only where it goes on with the one above
_SPECKS = regex.compile(r"[\s_~^'`,.:°¬=]+(?=[\dIVX+•-])")
_MISREAD = str.maketrans({"l": "I", "1": "I", "|": "I"})
_DIGITS = str.maketrans({"l": "1", "O": "0"})


@cache
def _labelled_patterns() -> tuple[tuple[Style, regex.Pattern[str]], ...]:
    """*Phần thứ nhất*, *Phần A.*, *Chương II.*, *Bước 1:*; a step needs a mark behind its number, an article a capital in front."""
    ordinals = "|".join(numbering().ordinals)
    count = rf"(?:thứ\s+(?P<word>{ordinals})|(?P<roman>[IVXL]+)|(?P<number>\d{{1,2}})|(?P<letter>(?-i:[A-HK]))(?=\s*(?:[.:/)–]|$)|\s+(?-i:\p{{Lu}})))"
    after = {Style.STEP: r"\s*[.:/)–-]\s*", Style.ARTICLE: r"\s*(?:[.:/)]\s*|$|(?=\s\p{Lu}))"}
    found = []
    for name, words in numbering().labels.items():
        style = Style[name.upper()]
        word = "|".join(regex.escape(w) for w in words)
        flags = regex.V0 if style is Style.ARTICLE else regex.IGNORECASE
        first = f"[{word[0]}{word[0].upper()}]{word[1:]}" if style is Style.ARTICLE else word
        tail = after.get(style, r"\s*(?:[.:/)–-]\s*|$|(?=\s\p{Lu}))")
        found.append((style, regex.compile(rf"\s*(?:{first})\s+{count}{tail}", flags)))
    return tuple(found)


@cache
def _bullet_pattern() -> regex.Pattern[str]:
    signs, misread = (regex.escape(s) for s in (numbering().signs, numbering().misread_signs))
    return regex.compile(
        rf"\s*(?:(?P<dash>[-–—−])(?!\d)|(?P<sign>[{signs}])|(?P<loose>[{misread}])(?=\s+\p{{Lu}}))\s*"
    )


def readings(text: str) -> tuple[Marker, ...]:
    """All readings of a paragraph's beginning, the likeliest first; empty where it bears no number or sign.

    Specks that a recogniser took for marks in front of the number are passed over.
    """
    specks = _SPECKS.match(text)
    begin = specks.end() if specks else 0
    return tuple(m._replace(end=m.end + begin) for m in _readings(text[begin:]))


def _readings(text: str) -> tuple[Marker, ...]:
    if letters := _counted_letters(text):
        return tuple(letters)
    found = (
        _labelled(text),
        _romans(text),
        _decimals(text),
        _counted(text),
        _letters(text),
        _brackets(text),
        _bullets(text),
    )
    return tuple(marker for group in found for marker in group)


def _make(style: Style, found: regex.Match[str], numbers: tuple[int, ...], key: str = "") -> Marker:
    return Marker(style, key, numbers, found[0].strip(), found.end())


def _labelled(text: str) -> list[Marker]:
    for style, pattern in _labelled_patterns():
        found = pattern.match(text)
        if found and (number := _count(found)):
            return [_make(style, found, (number,))]
    return []


def _count(found: regex.Match[str]) -> int | None:
    if found["word"]:
        return numbering().ordinals.index(found["word"].lower()) + 1
    if found["roman"]:
        return roman_value(found["roman"].upper())
    if found["letter"]:
        return numbering().letters.index(found["letter"].lower()) + 1
    return int(found["number"])


@cache
def _counted_pattern() -> regex.Pattern[str]:
    ordinals, cardinals = "|".join(numbering().ordinals), "|".join(numbering().cardinals)
    return regex.compile(
        rf"\s*(?:thứ\s+(?P<ordinal>{ordinals})\s*(?:là\s*)?[,:]|(?P<cardinal>{cardinals})\s+là\s*[,:]?)\s+",
        regex.IGNORECASE,
    )


def _counted(text: str) -> list[Marker]:
    """*Thứ nhất, ...*, *Một là: ...*."""
    found = _counted_pattern().match(text)
    if not found:
        return []
    words, key = (
        (numbering().ordinals, "ordinal") if found["ordinal"] else (numbering().cardinals, "cardinal")
    )
    return [_make(Style.NUMBER_PAREN, found, (words.index(found[key].lower()) + 1,), key=key)]


def _romans(text: str) -> list[Marker]:
    found = _ROMAN.match(text)
    if not found:
        return _bare_romans(text)
    value = roman_value(found["body"].translate(_MISREAD))
    # Ones alone are read as digits first: the outline knows which of the two continues a series.
    if value is None or (value == 1 and found["body"] != "I"):
        return []
    marker = _make(Style.ROMAN, found, (value,))
    return [marker] if regex.search("[IVXL]", found["body"]) else [*_decimals(text), marker]


def _bare_romans(text: str) -> list[Marker]:
    """The numeral of a heading in capitals whose stop was left out or lost."""
    found = _BARE_ROMAN.match(text)
    value = roman_value(found["body"]) if found else None
    return [_make(Style.ROMAN, found, (value,))._replace(bare=True)] if found and value else []


def _decimals(text: str) -> list[Marker]:
    if found := _ROMAN_DECIMAL.match(text) or _DECIMAL.match(text):
        numbers = tuple(int(n) for n in found["body"].replace(" ", "").split("."))
        return [_make(Style.DECIMAL, found, numbers, key=str(len(numbers)))]
    if found := _COMMA_DECIMAL.match(text):
        numbers = tuple(map(int, found["body"].split(",")))
        return [_make(Style.DECIMAL, found, numbers, key=str(len(numbers)))._replace(bare=True)]
    if found := _NUMBER.match(text):
        value = found["body"].translate(_DIGITS)
        made = _make(Style.DECIMAL, found, (int(value),), key="1")
        loose = ("," in made.written and made.ordinal > 1) or made.ordinal > _TWO_DIGITS
        return [made._replace(bare=loose)] if int(value) else []
    if found := _NUMBER_PAREN.match(text):
        return [_make(Style.NUMBER_PAREN, found, (int(found["body"]),))]
    return []


def _counted_letters(text: str) -> list[Marker]:
    """*1.a.*, *2b)*: the letter counts; the number repeats what it stands under, *1.* or *(1)*."""
    found = _COUNTED_LETTER.match(text)
    if not found:
        return []
    return [m._replace(style=Style.PAREN, key="1a", written=found["body"]) for m in _lettered(found)]


def _letters(text: str) -> list[Marker]:
    found = _LETTER.match(text)
    if not found or (found["body"].isupper() and found["close"] == ")"):
        return []
    loose = found["body"].isupper() and found["close"] in "-–"  # *A- B* may be a name
    return [m._replace(bare=loose) for m in _lettered(found)]


def _lettered(found: regex.Match[str]) -> list[Marker]:
    if found["body"].lower() not in numbering().letters:
        return []
    style = Style.UPPER if found["body"].isupper() else Style.LOWER
    return [_make(style, found, (numbering().letters.index(found["body"].lower()) + 1,))]


def _brackets(text: str) -> list[Marker]:
    small = _LOWER_ROMAN.match(text)
    value = roman_value(small["body"].upper()) if small else None
    romans = [_make(Style.PAREN, small, (value,), key="i")] if small and value else []
    return [*romans, *_one_sign(text)]


def _one_sign(text: str) -> list[Marker]:
    found = _PAREN.match(text)
    if not found:
        return []
    body = found["body"]
    if body.isdigit():
        return [_make(Style.PAREN, found, (int(body),), key="1")]
    return (
        [_make(Style.PAREN, found, (numbering().letters.index(body) + 1,), key="a")]
        if body in numbering().letters
        else []
    )


def _bullets(text: str) -> list[Marker]:
    found = _bullet_pattern().match(text)
    if not found or found.end() == len(text):
        return []
    sign = "-" if found["dash"] else found["sign"] or found["loose"]
    return [_make(Style.PLUS if sign == "+" else Style.DASH, found, (), key=sign)]
