"""What a paragraph's beginning says about its place: every numbering in use, and what recognisers make of it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

import regex


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
    LOWER = 8  # a)
    PAREN = 9  # (1)  (a)
    DASH = 10  # - * •: which of them stands above the other, the document decides
    PLUS = 11  # +: under a dash, or where the dash would stand


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
    bare: bool = False  # a Roman numeral without a stop before capitals: one only where its neighbours or its words say so

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign without a number."""
        return self.style >= Style.DASH

    @property
    def ordinal(self) -> int:
        """The last number; 0 for bullets."""
        return self.numbers[-1] if self.numbers else 0


_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_COUNT = rf"(?:thứ\s+(?P<word>{'|'.join(_ORDINAL_WORDS)})|(?P<roman>[IVXL]+)|(?P<number>\d{{1,2}}))"
_LABELLED = (
    (
        Style.PART,
        regex.compile(rf"\s*ph[ầâấẫẩ]n\s+{_COUNT}\s*(?:[.:/)–-]\s*|$|(?=\s\p{{Lu}}))", regex.IGNORECASE),
    ),
    (
        Style.CHAPTER,
        regex.compile(rf"\s*chương\s+{_COUNT}\s*(?:[.:/)–-]\s*|$|(?=\s\p{{Lu}}))", regex.IGNORECASE),
    ),
    (Style.MUC, regex.compile(rf"\s*mục\s+{_COUNT}\s*(?:[.:/)–-]\s*|$|(?=\s\p{{Lu}}))", regex.IGNORECASE)),
    (Style.ARTICLE, regex.compile(rf"\s*[đĐ]iều\s+{_COUNT}\s*(?:[.:/)]\s*|$|(?=\s\p{{Lu}}))")),
)
_ROMAN = regex.compile(r"\s*(?P<body>[IVXLl1|]{1,6})\s*(?:[./)]\s*|[-–]\s*(?=\p{Lu}))(?=\D|$)")
_BARE_ROMAN = regex.compile(r"\s*(?P<body>[IVX]{1,5})\s+(?=\P{Ll}*\Z)(?=\p{Lu})")
_ROMAN_DECIMAL = regex.compile(r"\s*[IVX]{1,5}\.(?P<body>\d{1,2}(?:\.\d{1,2}){0,3})[.)/]?(?:\s+|(?=\p{L}))")
_DECIMAL = regex.compile(
    r"\s*(?P<body>\d{1,2}(?:\.\s?\d{1,2}){1,3})(?:[.)/]\s*(?=\D|$)|\s*[-–]\s*(?=\p{Lu})|\s+(?=\p{Lu}))"
)
_NUMBER = regex.compile(r"\s*(?P<body>[\dlO]{1,2})\s?(?:[./](?:\s+|(?=\p{L})|$)(?!\d)|[-–]\s*(?=\p{Lu}))")
_NUMBER_PAREN = regex.compile(r"\s*(?P<body>\d{1,2})\)\s*")
_LETTER = regex.compile(r"\s*(?P<body>\p{L})\d?(?P<close>[.)/]|[-–](?=\s))\s*(?=\S|$)")
_PAREN = regex.compile(r"\s*\((?P<body>\d{1,2}|[a-zđ])\)\s*(?=\S)")
_BULLET = regex.compile(
    r"\s*(?:(?P<dash>[-–—−])(?!\d)|(?P<sign>[+•·●○▪■◦➢✓❖])|(?P<loose>[*o¢e])(?=\s+\p{Lu}))\s*"
)
_SPECKS = regex.compile(r"[\s_~^'`,.:°¬=]+(?=[\dIVX+•-])")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_MISREAD = str.maketrans({"l": "I", "1": "I", "|": "I"})
_DIGITS = str.maketrans({"l": "1", "O": "0"})


def roman_value(text: str) -> int | None:
    """The number that a roman numeral stands for; `None` where it isn't one (*IIX*, *VV*)."""
    if not regex.fullmatch(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,4})", text) or not text:
        return None
    values = [_VALUES[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def to_roman(number: int) -> str:
    """A number below 100 in Roman figures."""
    tens, ones = divmod(number, 10)
    high = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[tens]
    return high + _ROMANS[ones]


def readings(text: str) -> tuple[Marker, ...]:
    """All readings of a paragraph's beginning, the likeliest first; empty where it bears no number or sign.

    Specks that a recogniser took for marks in front of the number are passed over.
    """
    specks = _SPECKS.match(text)
    begin = specks.end() if specks else 0
    return tuple(m._replace(end=m.end + begin) for m in _readings(text[begin:]))


def _readings(text: str) -> tuple[Marker, ...]:
    found = (
        _labelled(text),
        _romans(text),
        _decimals(text),
        _letters(text),
        _brackets(text),
        _bullets(text),
    )
    return tuple(marker for group in found for marker in group)


def _make(style: Style, found: regex.Match[str], numbers: tuple[int, ...], key: str = "") -> Marker:
    return Marker(style, key, numbers, found[0].strip(), found.end())


def _labelled(text: str) -> list[Marker]:
    for style, pattern in _LABELLED:
        found = pattern.match(text)
        if found and (number := _count(found)):
            return [_make(style, found, (number,))]
    return []


def _count(found: regex.Match[str]) -> int | None:
    if found["word"]:
        return _ORDINAL_WORDS.index(found["word"].lower()) + 1
    if found["roman"]:
        return roman_value(found["roman"].upper())
    return int(found["number"])


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
    if found := _NUMBER.match(text):
        value = found["body"].translate(_DIGITS)
        return [_make(Style.DECIMAL, found, (int(value),), key="1")] if int(value) else []
    if found := _NUMBER_PAREN.match(text):
        return [_make(Style.NUMBER_PAREN, found, (int(found["body"]),))]
    return []


def _letters(text: str) -> list[Marker]:
    found = _LETTER.match(text)
    if not found or found["body"].lower() not in _LETTERS:
        return []
    upper = found["body"].isupper()
    if upper and found["close"] == ")":
        return []
    style = Style.UPPER if upper else Style.LOWER
    return [_make(style, found, (_LETTERS.index(found["body"].lower()) + 1,))]


def _brackets(text: str) -> list[Marker]:
    found = _PAREN.match(text)
    if not found:
        return []
    body = found["body"]
    if body.isdigit():
        return [_make(Style.PAREN, found, (int(body),), key="1")]
    return [_make(Style.PAREN, found, (_LETTERS.index(body) + 1,), key="a")] if body in _LETTERS else []


def _bullets(text: str) -> list[Marker]:
    found = _BULLET.match(text)
    if not found or found.end() == len(text):
        return []
    sign = "-" if found["dash"] else found["sign"] or found["loose"]
    return [_make(Style.PLUS if sign == "+" else Style.DASH, found, (), key=sign)]
