"""Vietnamese spelling: one form at the border, and comparisons that keep every offset.

Four things vary in the papers of an office and mean nothing: the place of the tone mark (*hoà / hòa*,
*uỷ / ủy*), *i* or *y* at the end of some syllables (*quí / quý*, *kĩ / kỹ*), `Ð` (U+00D0) for `Đ` (U+0110), and
Unicode composition. `nfc` is applied once, where text enters; `fold` is applied to both sides of a comparison and
never changes a text's length.
"""

from __future__ import annotations

import re  # twice as quick as `regex` on letters
import unicodedata
from functools import lru_cache

import regex

_TONES = "\u0301\u0300\u0309\u0303\u0323"
_OPEN = (("o", "a"), ("o", "e"), ("u", "y"))  # the vowel pairs whose tone mark is put on either letter
_REMEMBERED = 1024  # texts: each line is asked about by dozens of rules in a row
_ROMAN_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = regex.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})")
_ROMAN_SIGNS = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
# Signs without width: marks of direction and joining, borders of words, marks of byte order, that come along with what is copied out of other programs
_UNSEEN = [
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
]
_PLAINLY = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " "} | dict.fromkeys(map(chr, _UNSEEN)))
_DIGITS, _RAISED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_RAISED = str.maketrans(_DIGITS, _RAISED)


def nfc(text: str) -> str:
    """The text in Unicode NFC, with `Đ` in the place of its look-alike, plain blanks for hard ones, and no signs that nobody sees."""
    return unicodedata.normalize("NFC", text.translate(_PLAINLY))


def _tone_pairs() -> dict[str, str]:
    """New-style pair -> old-style pair (`oà` -> `òa`), in every case."""
    pairs = {}
    for first, second in _OPEN:
        for tone in _TONES:
            for a in (first, first.upper()):
                for b in (second, second.upper()):
                    new = a + unicodedata.normalize("NFC", b + tone)
                    old = unicodedata.normalize("NFC", a + tone) + b
                    pairs[new] = old
    return pairs


_PAIRS = _tone_pairs()
# Only at the end of a syllable: `hoàn` and `quý` keep their mark, there is no other way to write them.
# Sets of letters are found twice as quickly as pairs one by one.
_SETS = "|".join(
    f"[{first}{first.upper()}][{''.join(sorted({pair[1] for pair in _PAIRS if pair[0].lower() == first}))}]"
    for first in ("o", "u")
)
_NEW_STYLE = regex.compile(rf"(?<![qQ])(?:{_SETS})(?!\p{{L}})")

# Schools write *định kì, quản lí, kĩ thuật*, and the South *quí, qui định*; *bác sỹ* is the other way round.
# The last letter comes first in the expression: few letters end a word that way.
_OTHER_VOWEL = re.compile(
    r"[ìíỉĩịÌÍỈĨỊiIỹỸ]\b(?:(?<=\b[klmtKLMT][^iIỹỸ])|(?<=\b[qQ][uU][^ỹỸ])|(?<=\b[sS][ỹỸ]))"
)
_VOWELS = str.maketrans("iìíỉĩịIÌÍỈĨỊỹỸ", "yỳýỷỹỵYỲÝỶỸỴĩĨ")


@lru_cache(_REMEMBERED)
def fold_spelling(text: str) -> str:
    """The text with tone marks in the old style (*hoà* -> *hòa*), *i* and *y* as usual (*quí* -> *quý*).

    Same length, case kept.
    """
    usual = _OTHER_VOWEL.sub(lambda m: m[0].translate(_VOWELS), text)
    return _NEW_STYLE.sub(lambda m: _PAIRS[m[0]], usual)


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """What two spellings of one phrase have in common; same length as `text`, so offsets stay true."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few foreign capitals become two characters
        lowered = "".join(c if len(low := c.lower()) != 1 else low for c in text)
    return fold_spelling(lowered)


def _plain_letters() -> dict[int, str]:
    """Every Vietnamese letter -> the one below its marks."""
    marked = ("ăâ", "êe", "ôơo", "ưu", "i", "y", "a")
    letters = [c for group in marked for c in group] + ["đ"]
    composed = {unicodedata.normalize("NFC", letter + tone) for letter in letters for tone in ("", *_TONES)}
    lower = {c: unicodedata.normalize("NFD", c)[0].replace("đ", "d") for c in composed if len(c) == 1}
    return {ord(c): plain for c, plain in lower.items()} | {
        ord(c.upper()): plain.upper() for c, plain in lower.items()
    }


_PLAIN = _plain_letters()


def strip_accents(text: str) -> str:
    """Letters without marks, `đ` as `d`: for searching, never for showing."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


_TWO_WAYS = re.compile(
    r"\b(?:[klmt]i|sy)\b"
)  # without their marks nobody can tell which of the two was usual
_OTHER_WAY = str.maketrans("iy", "yi")


def markless(text: str) -> str:
    """A text as people type it who leave marks out: small letters, `i` and `y` as usual in what else would be two words (*ki thuat*, *bac sy*)."""
    return _TWO_WAYS.sub(lambda m: m[0].translate(_OTHER_WAY), strip_accents(fold(text)))


_INITIAL = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
_RIME = (
    "ach|anh|ang|an|am|ap|at|ac|ai|ay|ao|au|a|ăng|ăn|ăm|ăp|ăt|ăc|âng|ân|âm|âp|ât|âc|ây|âu|"
    "eng|en|em|ep|et|ec|eo|e|êch|ênh|ên|êm|êp|êt|êu|ê|iêng|iên|iêm|iêp|iêt|iêc|iêu|ich|inh|in|im|ip|it|ia|iu|i|"
    "oong|ooc|oach|oanh|oang|oan|oam|oap|oat|oac|oai|oay|oao|oăng|oăn|oăm|oăt|oăc|oeo|oen|oet|oe|oa|"
    "ong|on|om|op|ot|oc|oi|o|ông|ôn|ôm|ôp|ôt|ôc|ôi|ô|ơn|ơm|ơp|ơt|ơi|ơ|"
    "uâng|uân|uât|uây|uênh|uêch|uê|uông|uôn|uôm|uôt|uôc|uôi|ung|un|um|up|ut|uc|ui|ua|uơ|u|"
    "uych|uynh|uyên|uyêt|uya|uyt|uyu|uy|ương|ươn|ươm|ươp|ươt|ươc|ươi|ươu|ưng|ưn|ưt|ưc|ưi|ưu|ưa|ư|"
    "yên|yêt|yêu|yêm|yêng|ynh|ych|yt|y"
)
_SYLLABLE = regex.compile(rf"(?:{_INITIAL})?(?:{_RIME})")


def is_syllable(word: str) -> bool:
    """Whether a word, its tone apart, is built like a Vietnamese syllable. Says nothing about meaning."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c not in _TONES)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


_BARE = regex.compile(rf"(?:{strip_accents(_INITIAL)})?(?:{strip_accents(_RIME)})")


def is_bare_syllable(word: str) -> bool:
    """Whether a word, all its marks apart, is built like a Vietnamese syllable without them (*thuc*, *hien*)."""
    return _BARE.fullmatch(strip_accents(word.lower())) is not None


def raised(text: str) -> str:
    """The text with its digits raised, as those are that call a footnote."""
    return text.translate(_TO_RAISED)


def has_raised(text: str) -> bool:
    """Whether raised digits stand in a text."""
    return any(c in _RAISED for c in text)


def roman_value(text: str) -> int | None:
    """The number that a Roman numeral in capitals stands for; `None` where it isn't one (*IIX*, *VV*)."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_WORTH[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def to_roman(number: int) -> str:
    """A number from 1 to 3999 in Roman figures; empty for 0."""
    written = ""
    for sign in _ROMAN_SIGNS:
        worth = roman_value(sign) or 0
        written += sign * (number // worth)
        number %= worth
    return written
